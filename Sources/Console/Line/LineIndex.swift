import Bookkeeping
import Gatekeeping

/// What the line finds, kept up with the book when it is needed, or when there is nothing else to do: a screen is painted first.
struct LineIndex: Sendable {
    private(set) var index: FindingIndex?
    /// The book has more than the index.
    private(set) var isBehind = false
    /// Who was seen on earlier pages, until there is an index.
    private var seen: SeenKeys?

    /// There is more to take in, or nothing was taken in yet.
    var hasToCatchUp: Bool { isBehind || index == nil }

    /// Who was not let in when they came last, of those who are expected or at the gate.
    var refusedAtGate: [Int: Seen.Refusal] { index?.refusedAtGate ?? [:] }

    /// The book has gone on.
    /// - Parameter before: what it said until now; people of a page that is left are not passed over.
    mutating func note(_ state: GateState, after before: GateState, _ estate: Estate, isDesk: Bool) {
        if isBehind, before.entries.first?.stamp.n != state.entries.first?.stamp.n { catchUp(before, estate, isDesk: isDesk) }
        isBehind = true
    }

    /// Takes in whom the earlier pages know.
    mutating func remember(_ keys: SeenKeys) {
        if index == nil { seen = keys } else { index?.remember(keys) }
    }

    mutating func catchUp(_ state: GateState, _ estate: Estate, isDesk: Bool) {
        guard hasToCatchUp else { return }
        var made = index ?? FindingIndex(estate, isDesk: isDesk)
        index = nil
        if let seen { made.remember(seen) }
        made.take(state, estate)
        (index, seen, isBehind) = (made, nil, false)
    }
}
