import Terminal

/// The part of a text that a field of so many columns shows: always with the insertion point, and with something behind it where there is something.
/// Only that part is ever measured, however long the text is.
struct TextWindow {
    let before: Substring
    let after: Substring

    init(_ text: EditedText, columns: Int) {
        let kept = Width.columns(of: Width.prefix(of: text.after, fitting: columns / 4))
        before = Width.suffix(of: text.before, fitting: columns - kept)
        after = Width.prefix(of: text.after, fitting: max(0, columns - Width.columns(of: before)))
    }
}
