import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// What keys do in the small layers over the panes.
extension Model {
    mutating func pressInDiscard(_ key: Key, _ form: Form, _ isAlone: Bool) -> [Effect] {
        switch key {
        case .enter where isAlone:
            layers.removeLast(2)
            lookAgain(after: form)
        case .escape: layers.removeLast()
        default: break
        }
        return []
    }

    /// A question is gone after an emergency: the Enter too many behind that must not answer it.
    mutating func dropQuestion() {
        switch layers.last {
        case .quit, .discard: layers.removeLast()
        default: break
        }
    }

    mutating func pressInQuit(_ key: Key, _ isAlone: Bool) -> [Effect] {
        switch key {
        case .enter where isAlone: return [.quit]
        case .text(let text) where text.folded == "1" && !isLocked:
            layers.removeLast()
            lock()
        case .escape: layers.removeLast()
        default: break
        }
        return []
    }

    /// The row's own actions, and the whole story of what it stands for as the last one.
    /// - Parameter isAskedByBook: no key asked for it, so the next one may not be meant for it.
    mutating func openActions(of row: Row, isAskedByBook: Bool = false) {
        self.isAskedByBook = isAskedByBook
        var row = row
        if let n = storyLine(of: row) { row.actions.append(RowAction(name: DeskWords.history, intent: .story(n))) }
        chosenAction = nil
        layers.append(.actions(row))
    }

    private mutating func doAction(_ index: Int, of row: Row) -> [Effect] {
        layers.removeLast()
        return follow(row.actions[index].intent)
    }

    mutating func pressInActions(_ key: Key, _ row: Row, _ isAlone: Bool) -> [Effect] {
        switch key {
        case .text(let text):
            guard !isAskedByBook || isOnPurpose(key, isAlone: isAlone) else {
                say(ScreenWords.lookFirst)
                break
            }
            guard let digit = Int(text.folded), row.actions.indices.contains(digit - 1) else { return [] }
            return doAction(digit - 1, of: row)
        case .down: chosenAction = min((chosenAction ?? -1) + 1, row.actions.count - 1)
        case .up: chosenAction = max((chosenAction ?? row.actions.count) - 1, 0)
        case .enter where isAskedByBook && !isOnPurpose(key, isAlone: isAlone): say(ScreenWords.lookFirst)
        case .enter: if let chosenAction, row.actions.indices.contains(chosenAction) { return doAction(chosenAction, of: row) }
        case .escape, .left:
            layers.removeLast()
            if isAskedByBook, case .visit(let visit) = row.id { lookAgain(at: visit) }
        default: break
        }
        return []
    }

    mutating func pressInMenu(_ key: Key) -> [Effect] {
        switch key {
        case .text(let text):
            guard let digit = Int(text.folded) else { return [] }
            layers.removeLast()
            return perform(Action.functions[(digit + 9) % 10]) ?? []
        case .escape: layers.removeLast()
        default: break
        }
        return []
    }

    /// Enter, alone in its read, signs that the order was read: by the holder, or from the list of the handover by the relief.
    mutating func pressInOrder(_ key: Key, _ order: Order, _ scroll: Int, _ isAlone: Bool) -> [Effect] {
        layers.removeLast()
        switch key {
        case .down: layers.append(.order(order, scroll: scroll + 1))
        case .up: layers.append(.order(order, scroll: max(0, scroll - 1)))
        case .enter where isAlone && custody != nil:
            var read = OrderAcknowledged()
            read.order = order.id
            let reader = view == .handover ? custody?.relief ?? holder : holder
            guard !registers.hasRead(order, reader) else {
                say(HintWords.alreadyRead)
                return []
            }
            return write([Step(by: reader, read)], opener: nil, done: DoneWords.recorded)
        default: break
        }
        return []
    }

    mutating func pressInBoard(_ key: Key, _ scroll: Int) -> [Effect] {
        layers.removeLast()
        switch key {
        case .down: layers.append(.board(scroll: min(scroll + 1, max(0, panes.inside.count - 1))))
        case .up: layers.append(.board(scroll: max(0, scroll - 1)))
        default: break
        }
        return []
    }

    mutating func pressInHelp(_ key: Key, _ scroll: Int) -> [Effect] {
        let last = HelpPage(model: self).lastScroll(size)
        layers.removeLast()
        switch key {
        case .down: layers.append(.help(scroll: min(scroll + 1, last)))
        case .up: layers.append(.help(scroll: max(0, scroll - 1)))
        case .pageDown: layers.append(.help(scroll: min(scroll + max(1, size.rows - 7), last)))
        case .pageUp: layers.append(.help(scroll: max(0, scroll - max(1, size.rows - 7))))
        case .home: layers.append(.help(scroll: 0))
        case .end: layers.append(.help(scroll: last))
        case .enter: toggleLesson()
        default: break
        }
        return []
    }
}
