/// How many columns text takes on the screen, as the C library, ncurses and terminals count them.
///
/// Text is measured as it is shown: a control character as its picture, one that cannot be shown as "〓".
public enum Width {
    /// The columns of one scalar that stands alone: 0 for what joins or modifies others, else 1 or 2.
    public static func columns(of scalar: Unicode.Scalar) -> Int {
        switch Shown(scalar) {
        case .glyph(_, let columns): columns
        case .mark, .nothing: 0
        }
    }

    /// The columns of a whole text.
    @inlinable
    public static func columns(of text: some StringProtocol) -> Int {
        measure(text.whole, limit: .max).columns
    }

    /// The longest beginning that takes at most `columns` columns, cut at the border of a glyph. Looks only at that beginning, however long the text is.
    @inlinable
    public static func prefix(of text: some StringProtocol, fitting columns: Int) -> Substring {
        let text = text.slice
        return text[..<text.utf8.index(text.startIndex, offsetBy: bytes(of: text, fitting: columns))]
    }

    /// The longest end that takes at most `columns` columns. Looks only at that end, however long the text is.
    @inlinable
    public static func suffix(of text: some StringProtocol, fitting columns: Int) -> Substring {
        tail(text.slice, limit: columns)
    }

    /// How many bytes of UTF-8 the longest beginning has that fits. What is near the end of the piece that is looked at may be cut within a glyph.
    @usableFromInline
    static func bytes(of text: Substring, fitting columns: Int) -> Int {
        let some = 4 * max(0, min(columns, 1000)) + 64
        if let end = text.utf8.index(text.startIndex, offsetBy: some, limitedBy: text.endIndex), end < text.endIndex {
            let piece = String(text[..<end])
            let fitting = measure(piece, limit: columns).bytes
            if fitting + 32 < piece.utf8.count { return fitting }
        }
        return measure(String(text), limit: columns).bytes
    }

    /// Measures up to the first glyph that would pass `limit`: the columns and the bytes of UTF-8 before it.
    @usableFromInline
    static func measure(_ text: String, limit: Int) -> (columns: Int, bytes: Int) {
        if isPlain(text.utf8) {
            let fitting = max(0, min(limit, text.utf8.count))
            return (fitting, fitting)
        }
        var reader = GlyphReader(text)
        var columns = 0
        var bytes = 0
        while let glyph = reader.next() {
            guard columns + glyph.columns <= limit else { return (columns, bytes) }
            columns += glyph.columns
            bytes = reader.offset
        }
        return (columns, text.utf8.count)
    }

    @usableFromInline
    static func tail(_ text: Substring, limit: Int) -> Substring {
        let end = text.utf8.suffix(max(0, limit))
        if isPlain(end) { return text[end.startIndex...] }
        var start = text.endIndex
        var columns = 0
        while start > text.startIndex {
            let before = text.index(before: start)
            columns += measure(String(text[before..<start]), limit: .max).columns
            guard columns <= limit else { break }
            start = before
        }
        return text[start...]
    }

    /// Whether each byte is a glyph of one column: no control character, nothing that joins others.
    private static func isPlain(_ text: some Sequence<UInt8>) -> Bool { text.allSatisfy { (0x20..<0x7F).contains($0) } }
}
