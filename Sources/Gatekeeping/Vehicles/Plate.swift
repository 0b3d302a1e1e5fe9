import Notation

/// Plates are kept as seen and normalised only for finding.
public enum Plate {
    /// Width and case folded; spaces, dots and hyphens dropped: `粤B·12345` and `粤b 12345` are the same.
    public static func normal(_ plate: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in plate.unicodeScalars {
            let wide = 0xFF01...0xFF5E ~= scalar.value
            let folded = wide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            switch folded {
            case "a"..."z": result.append(Unicode.Scalar(folded.value - 32) ?? folded)
            case "·", ".", "・", "•", "-", "_": continue
            case "\u{21}"..."\u{7E}", "\u{3400}"..."\u{9FFF}": result.append(folded)
            default: if !folded.properties.isWhitespace { result.append(contentsOf: folded.properties.uppercaseMapping.unicodeScalars) }
            }
        }
        return String(result)
    }

    /// How many characters differ between two plates of the same length; nil for other lengths.
    public static func distance(_ left: String, _ right: String) -> Int? {
        let (left, right) = (Array(normal(left)), Array(normal(right)))
        guard left.count == right.count else { return nil }
        return zip(left, right).count { $0 != $1 }
    }
}
