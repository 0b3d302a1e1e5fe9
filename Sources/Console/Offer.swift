import Bookkeeping
import Wording

/// What Enter would do at the selected row, as the guard saw it last.
struct Offer: Sendable {
    let id: RowID
    let intent: Intent
}

extension Model {
    /// After a key: what the selected row offers now is what the next Enter may do. What was found for the line is kept as it is anyway.
    mutating func noteOffer() {
        guard !isFinding, layers.isEmpty else { return }
        offer = selected.map { Offer(id: $0.id, intent: $0.intent) }
    }

    /// Enter does what the selected row offered when the last key was handled. Where somebody else's event has changed that, it does nothing.
    mutating func followSelected() -> [Effect] {
        guard let row = selected else {
            say(ScreenWords.rowGone)
            return []
        }
        guard !isFinding else { return follow(row.intent) }
        guard let offer, offer.id == row.id, offer.intent.doesTheSame(as: row.intent) else {
            isJustOffered = true
            say(ScreenWords.rowChanged(row.hint))
            return []
        }
        return follow(row.intent)
    }
}

extension Intent {
    /// Whether it writes the same, or opens the same; where it only shows something, what that says by now does not count.
    fileprivate func doesTheSame(as other: Intent) -> Bool {
        switch (self, other) {
        case (.write(let steps, let opener, _), .write(let others, let otherOpener, _)):
            opener == otherOpener && steps.count == others.count && zip(steps, others).allSatisfy { $0.saysTheSame(as: $1) }
        case (.pass(let step, _, _), .pass(let other, _, _)): step.saysTheSame(as: other)
        case (.open(let kind), .open(let other)): kind == other
        case (.go(let view, let row), .go(let otherView, let otherRow)): view == otherView && row == otherRow
        case (.read(let order), .read(let other)): order == other
        case (.story(let n), .story(let other)): n == other
        case (.choose, .choose), (.reveal, .reveal), (.slip, .slip), (.say, .say): true
        case (.write, _), (.pass, _), (.open, _), (.go, _), (.read, _), (.story, _), (.choose, _), (.reveal, _), (.slip, _), (.say, _): false
        }
    }
}
