import Notation
import Readings

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

    /// What look-alikes count as: 0ODQ, 1IL, 2Z, 5S, 8B, 6G as the digit. For finding and for the deny list, never to let a permit through.
    public static func lookAlike(_ unit: UInt16) -> UInt16 {
        switch unit {
        case 0x4F, 0x44, 0x51: 0x30
        case 0x49, 0x4C: 0x31
        case 0x5A: 0x32
        case 0x53: 0x35
        case 0x42: 0x38
        case 0x47: 0x36
        default: unit
        }
    }

    /// As plates are compared, with the province in simplified characters: `蘇A` and `苏A` are the same.
    static func inOneScript(_ plate: String) -> String { Readings.simplified(normal(plate)) }

    /// Whether what was seen, in one script, could be the known plate: look-alikes, `?` for a character that was not seen, the province left out.
    static func couldBe(_ known: String, _ seen: String) -> Bool {
        if fits(known, seen) { return true }
        guard let province = known.first, !province.isASCII, seen.first?.isASCII ?? false else { return false }
        return fits(String(known.dropFirst()), seen)
    }

    private static func fits(_ known: String, _ seen: String) -> Bool {
        known.utf16.count == seen.utf16.count && zip(known.utf16, seen.utf16).allSatisfy { $1 == 0x3F || lookAlike($0) == lookAlike($1) }
    }

    /// How many characters differ between two plates of the same length; nil for other lengths.
    public static func distance(_ left: String, _ right: String) -> Int? {
        let (left, right) = (Array(normal(left)), Array(normal(right)))
        guard left.count == right.count else { return nil }
        return zip(left, right).count { $0 != $1 }
    }
}
