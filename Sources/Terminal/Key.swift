/// What a guard did on the keyboard, whatever bytes the terminal made of it.
public enum Key: Hashable, Sendable {
    /// One typed character: a scalar and the combining ones that came with it.
    case text(String)
    case enter, tab, backTab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Left and right with Ctrl or Alt.
    case wordLeft, wordRight
    /// F1 to F12, without Shift, Ctrl or Alt.
    case function(Int)
    /// Ctrl with a lower-case letter. Never h, i, j or m: these are Backspace, Tab and Enter.
    case control(Character)
    /// Alt with a character. Not decoded today: an escape and a character are the key Esc, then text.
    case alt(Character)
    /// A bracketed paste, whole. Lines end with a line feed; other control characters are left in.
    case paste(String)
    /// A key that nobody knows, swallowed whole.
    case unknown
}
