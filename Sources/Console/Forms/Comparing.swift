import Notation
import Terminal
import Wording

/// What the book itself asks while somebody types on, whether somebody is the person of the deny list or who makes an exception, is answered on purpose:
/// by a key for itself, after a moment in which nothing else was typed. What is typed or scanned on without looking answers nothing.
extension Model {
    /// The least that looking takes, in milliseconds.
    static let look = 700

    /// Whether a key can be meant for what the guard sees.
    func isOnPurpose(_ key: Key, isAlone: Bool) -> Bool {
        if case .text(let text) = key, text.count != 1 { return false }
        return isAlone && readTime - lastTyped >= Model.look
    }

    /// In the comparing form an answer that is typed over is taken back.
    mutating func pressInComparing(_ key: Key, _ form: Form, isAlone: Bool) -> [Effect] {
        guard form.ticket == nil else { return pressInForm(key) }
        switch key {
        case .text(let text) where !form.isOnFinish && text.folded.allSatisfy(\.isDigit) && isOnPurpose(key, isAlone: isAlone): return pressInForm(key)
        case .enter where !isAlone: return []
        case .left, .right: if isOnPurpose(key, isAlone: isAlone) { return pressInForm(key) }
        case .text, .paste: break
        case .enter where form.value("same") == nil: break
        default: return pressInForm(key)
        }
        var form = form
        form.askAgain()
        replaceForm(form)
        return []
    }
}

extension Form {
    fileprivate mutating func askAgain() {
        (fields[0].value, focus) = ("", 0)
        complaint = nil
        fault = FormWords.lookFirst
    }
}
