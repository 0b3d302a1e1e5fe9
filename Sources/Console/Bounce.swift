import Notation
import Terminal

/// A key that did something, and when it was pressed.
struct PressedKey: Sendable {
    let key: Key
    /// Milliseconds of the clock that never jumps; the earliest that is possible where it waited to be read.
    var time: Int

    /// The same key again so soon is the keyboard's doing: fingers take longer, and a key that is held down repeats slower at first.
    static let bounce = 40
}

extension Model {
    /// What of the keys of a read was pressed: without the first where it is the bounce of the key that did something last. Keys of one read are
    /// what somebody typed ahead, and all count.
    /// - Parameters:
    ///   - time: when they were read, in milliseconds of the clock that never jumps.
    ///   - earliest: since when they may have been there: keys that waited for the program are not as close to the next as they were read.
    mutating func unbounced(_ keys: [Key], at time: Int, sentSince earliest: Int) -> [Key] {
        readTime = earliest
        guard let last = lastPressed, keys.first == last.key, time - last.time < PressedKey.bounce else { return keys }
        lastPressed?.time = earliest
        return Array(keys.dropFirst())
    }

    /// Remembers a key that is about to do something. What types or moves is repeated at will.
    mutating func note(_ key: Key) { lastPressed = doesSomething(key) ? PressedKey(key: key, time: readTime) : nil }

    private func doesSomething(_ key: Key) -> Bool {
        switch key {
        case .enter, .function, .control: true
        case .text(let text): text.folded.first?.isDigit ?? false && takesDigits
        case .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight, .alt, .paste,
            .click, .wheel, .unknown: false
        }
    }

    /// A digit chooses here and is no text.
    private var takesDigits: Bool {
        switch layers.last {
        case .form(let form): !form.isOnFinish && form.fields[form.focus].isChoice
        case .menu, .actions, .quit: true
        case .help, .reading, .order, .discard, .board, .search, .figures, .story, nil: false
        }
    }
}
