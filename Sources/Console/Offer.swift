import Bookkeeping
import Gatekeeping
import Terminal
import Wording

/// What Enter would do at the selected row, as the guard saw it last.
struct Offer: Sendable {
    let id: RowID
    let intent: Intent
    let subject: Subject

    /// What the row is about, where Enter writes of it what it does not say itself.
    struct Subject: Equatable, Sendable {
        /// Who or which car, to where, and how many.
        var names: [String] = []
        var count: Int?
        /// A line of the handover with what it counts, and the digest of what it says.
        var line: HandoverItem?
        var digest: String?
    }
}

extension Model {
    /// After a key: what the selected row offers now is what the next Enter may do, and the next checkpoint what its key may tick. What was found for
    /// the line is kept as it is anyway.
    mutating func noteOffer() {
        offeredTick = nextTick
        guard !isFinding, layers.isEmpty else { return }
        (offeredRow, isOfferShown) = (selection, true)
    }

    /// Before the rows are made anew: what that row offered is read from the rows that the guard saw. While they stand, nothing needs to be kept of it.
    mutating func forgetPrepared() {
        if isOfferShown {
            let row = offeredRow.flatMap { id in rows(of: view).first { $0.id == id } }
            offer = row.map { Offer(id: $0.id, intent: $0.intent, subject: subject(of: $0.id)) }
            isOfferShown = false
        }
        prepared = prepared.next
    }

    private func offersTheSame(_ row: Row) -> Bool {
        guard !isOfferShown else { return row.id == offeredRow }
        return offer.map { $0.id == row.id && $0.intent.doesTheSame(as: row.intent) && $0.subject == subject(of: row.id) } ?? false
    }

    private func subject(of row: RowID) -> Offer.Subject {
        switch row {
        case .visit(let n):
            let visit = registers.visits[n]
            return Offer.Subject(names: (visit?.people ?? []) + [visit?.plate, visit?.unit].compactMap { $0 }, count: visit?.count)
        case .stay(let n):
            let stay = registers.stays[n]
            return Offer.Subject(names: [stay?.plate, stay?.driver, stay?.unit].compactMap { $0 }, count: stay?.people)
        case .line(let key):
            let item = HandoverList(registers, estate: estate, post: post, now: now)?[key]?.item
            return Offer.Subject(line: item, digest: item.flatMap { registers.digest(of: $0) })
        case .plate, .person, .newVisitor, .newVehicle, .due, .round, .checkpoint, .defect, .occurrence, .exception, .signature, .outage, .referral, .step, .evidence,
            .detained, .task, .thing, .pass, .certificate, .equipment, .order, .fire, .alert, .matter, .plan, .home, .command:
            return Offer.Subject()
        }
    }

    /// The selected row, if it offers what it offered when the last key was handled. Where somebody else's event has changed that, nothing is done.
    mutating func takeOffer() -> Row? {
        guard let row = selected else {
            say(ScreenWords.rowGone)
            return nil
        }
        if isFinding || offersTheSame(row) { return row }
        isJustOffered = true
        say(ScreenWords.rowChanged(row.hint))
        return nil
    }

    /// Looks again for what stands in the line where somebody else's entry came since: whether Enter does what the row says that it acts on. What the
    /// disk interrupted is asked for again as it was.
    mutating func isFoundStill() -> Bool {
        guard isFinding, foundAt != snapshot.lastNumber, interrupted == nil else { return true }
        guard let before = selected ?? (isClear ? found.first : nil) else {
            find()
            // Enter only moves into the list, of which nobody has read anything yet.
            isClear = false
            return true
        }
        find()
        let row = found.first { $0.id == before.id }
        selection = row?.id
        guard let row, row.offersTheSame(as: before) else {
            (isJustOffered, isClear) = (true, false)
            say(row.map { $0.style == .alarm ? ScreenWords.readRow : ScreenWords.rowChanged($0.hint) } ?? ScreenWords.rowGone)
            return false
        }
        return true
    }

    /// The checkpoint that comes next: of the selected round, else of the one that its key went on with, else of the first under way.
    var nextTick: Tick? {
        guard !registers.rounds.isEmpty else { return nil }
        let rounds = registers.rounds.filter { $0.value.next(in: estate) != nil }
        let first = rounds.filter { $0.value.returned == nil }.keys.min()
        let chosen = rounds.keys.first { selection == .round($0) } ?? walked.flatMap { rounds[$0] == nil ? nil : $0 } ?? first
        return chosen.flatMap { round in rounds[round]?.next(in: estate).map { Tick(round: round, checkpoint: $0.id) } }
    }
}

/// The next checkpoint of a round.
struct Tick: Equatable, Sendable {
    let round: Int
    let checkpoint: String
}

extension Row {
    /// Whether Enter does the same to the same, and the row says of it what it said.
    fileprivate func offersTheSame(as other: Row) -> Bool { id == other.id && intent.doesTheSame(as: other.intent) && (text, hint) == (other.text, other.hint) }
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
