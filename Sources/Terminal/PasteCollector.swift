/// Gathers a bracketed paste until its end mark, of any length and split anywhere.
struct PasteCollector: Sendable {
    private static let end = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []

    /// The whole text once the last byte of the end mark has come; then it is ready for the next paste.
    mutating func accept(_ byte: UInt8) -> String? {
        bytes.append(byte)
        guard byte == Self.end.last, bytes.suffix(Self.end.count).elementsEqual(Self.end) else { return nil }
        defer { bytes = [] }
        return Self.withLineFeeds(String(decoding: bytes.dropLast(Self.end.count), as: UTF8.self))
    }

    /// Every kind of line end as a line feed.
    private static func withLineFeeds(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if !(scalar == "\n" && followsReturn) {
                result.append(scalar)
            }
            followsReturn = scalar == "\r"
        }
        return String(result)
    }
}
