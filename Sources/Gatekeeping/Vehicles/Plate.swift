import Notation

/// Plates are kept as seen and normalised only for finding.
public enum Plate {
    /// Width and case folded; spaces, dots and hyphens dropped: `粤B·12345` and `粤b 12345` are the same.
    public static func normal(_ plate: String) -> String {
        String(plate.folded.uppercased().filter { !$0.isWhitespace && !"·.．・•-－_".contains($0) })
    }

    /// How many characters differ between two plates of the same length; nil for other lengths.
    public static func distance(_ left: String, _ right: String) -> Int? {
        let (left, right) = (Array(normal(left)), Array(normal(right)))
        guard left.count == right.count else { return nil }
        return zip(left, right).count { $0 != $1 }
    }
}
