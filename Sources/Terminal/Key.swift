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
    /// Ctrl with a lower-case letter, or with one of \ ] ^ _. Never h, i, j or m: these are Backspace, Tab and Enter.
    case control(Character)
    /// Alt with a character. Not decoded today: an escape and a character are the key Esc, then text.
    case alt(Character)
    /// A bracketed paste, whole. Lines end with a line feed; other control characters are left in.
    case paste(String)
    /// The mouse's left button went down on a cell.
    case click(Position)
    /// The mouse's wheel turned over a cell: -1 up, 1 down.
    case wheel(Int, Position)
    /// A key that nobody knows, swallowed whole.
    case unknown
}

extension Key {
    /// The key that sends a control character; `nil` for NUL, which terminals send as filling.
    init?(control scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0: return nil
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) | 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) | 0x40)))
        default: self = .unknown
        }
    }
}
