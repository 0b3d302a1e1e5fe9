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

    /// The question of the book that can be read now, if one is asked.
    private var readableQuestion: BookQuestion? {
        guard !size.isTooSmall else { return nil }
        switch visibleLayers.last {
        case .form(let form) where form.isComparing: return .compare(form.kind)
        case .actions(let row) where isAskedByBook: return .actions(row.id)
        default: return nil
        }
    }

    /// After whatever may have shown a question, or covered it: shown again it is asked anew, and the look at it begins anew.
    /// - Parameter time: now, in milliseconds of the clock that never jumps.
    mutating func noteQuestion(at time: Int) {
        guard !layers.isEmpty || shownQuestion != nil else { return }
        let question = readableQuestion
        guard question != shownQuestion else { return }
        shownQuestion = question
        guard question != nil else { return }
        lastTyped = max(lastTyped, time)
        chosenAction = nil
        guard var form, form.value("same") != nil else { return }
        form.forgetAnswer()
        replaceForm(form)
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

/// What the book itself asks.
enum BookQuestion: Equatable, Sendable {
    case compare(FormKind)
    /// What to do about somebody who must not be let in.
    case actions(RowID)
}

extension Form {
    fileprivate mutating func forgetAnswer() {
        (fields[0].value, focus) = ("", 0)
        (complaint, fault) = (nil, nil)
    }

    fileprivate mutating func askAgain() {
        forgetAnswer()
        fault = FormWords.lookFirst
    }
}
