import Notation

/// What each guard did and missed in a period (查處玩忽職守, S5).
public struct GuardTally: Sendable {
    /// The figures of one guard, in the order of the report.
    public enum Figure: String, CaseIterable, Sendable {
        /// Rounds that they walked and came back from.
        case walked
        /// Checkpoints without a tick at the return of their rounds.
        case unseen
        /// Rounds that were missed: of the walker who did not come back, else of who held the post.
        case missed
        /// Entries made more than an hour after what they say happened.
        case lateEntries = "late-entries"
        /// News of an occurrence that came after its longest silence, of who held the post (P1).
        case lateUpdates = "late-updates"
        /// Exceptions that were granted at their post by their entry.
        case exceptions
        /// Times that nobody was responsible for a post after them (G10, P5), by the day on which it began; one that lasts counts.
        case gaps
        /// How many minutes these lasted, as clocks without seconds show them; those of one that lasts are not counted yet.
        case gapMinutes = "gap-minutes"
        /// Orders for any post that they have not read in their present version (S1).
        case unread
    }

    private let estate: Estate
    private let from: Day?
    private let to: Day?
    private var state = GateState()
    private var timeline = CustodyTimeline()
    /// When each person last wrote at each post.
    private var lastSigns: [String: [String: Instant]] = [:]
    private var isOpening = false
    private var counts: [String: [Figure: Int]] = [:]
    /// What each line of the page added, in case it is taken back.
    private var added: [Int: [(number: String, figure: Figure, count: Int)]] = [:]

    /// From one day to the other, both included; nil for no end.
    public init(_ estate: Estate, from: Day? = nil, to: Day? = nil) {
        (self.estate, self.from, self.to) = (estate, from, to)
    }

    /// Takes in one event; those of whole pages in their order.
    public mutating func note(_ event: Event, _ stamp: Stamp) {
        timeline.note(event, stamp, lastSigns: lastSigns[stamp.post] ?? [:])
        if stamp.isByPerson { lastSigns[stamp.post, default: [:]][stamp.by] = stamp.t }
        if event.shape is any Forwarding {
            if !isOpening { state = GateState() }
            isOpening = true
        } else {
            isOpening = false
            count(event, stamp)
        }
        state.evolve(event, stamp)
    }

    /// The figures of every person of the estate, and of those who are not in it any more but were counted.
    public var rows: [(number: String, figures: [Figure: Int])] {
        let known = estate.guards.map(\.number)
        let gaps = Dictionary(grouping: gaps, by: \.holder)
        let others = Set(counts.keys).union(gaps.keys).subtracting(known).sorted()
        return (known + others).map { number in
            var figures = counts[number] ?? [:]
            figures[.gaps] = gaps[number]?.count ?? 0
            figures[.gapMinutes] = gaps[number]?.compactMap(\.minutes).reduce(0, +) ?? 0
            figures[.unread] = estate.person(number) == nil ? 0 : unread(by: number)
            return (number, figures)
        }
    }

    /// When nobody was responsible for a post, where it began in the period.
    public var gaps: [CustodyTimeline.Gap] {
        (timeline.gaps.filter { !$0.isLateOpening } + timeline.open()).filter { gap in
            let day = Day(gap.from, in: estate.zone)
            return day >= from ?? day && day <= to ?? day
        }
    }

    private func unread(by number: String) -> Int {
        estate.orders.count { order in
            let reading = state.registers.readings[order.id]
            return reading?.version != order.version || reading?.readers.contains(number) != true
        }
    }

    private mutating func add(_ figure: Figure, _ number: String?, _ count: Int, _ stamp: Stamp) {
        let day = Day(stamp.t, in: estate.zone)
        guard let number, count > 0, day >= from ?? day, day <= to ?? day else { return }
        counts[number, default: [:]][figure, default: 0] += count
        added[stamp.n, default: []].append((number, figure, count))
    }

    private mutating func count(_ event: Event, _ stamp: Stamp) {
        let registers = state.registers
        let holder = registers.custody[stamp.post]?.holder
        if stamp.at.map({ stamp.t.minutes(since: $0) > 60 }) ?? false { add(.lateEntries, stamp.by, stamp) }
        switch event {
        case .withdrawal(let withdrawal):
            for (number, figure, count) in added.removeValue(forKey: withdrawal.ref) ?? [] { counts[number]?[figure, default: 0] -= count }
        case .fact(let fact):
            if occurrence(of: fact)?.silence(in: estate, at: stamp.t) != nil { add(.lateUpdates, holder ?? stamp.by, stamp) }
            count(fact, stamp, holder)
        case .correction, .commandIDs: break
        }
    }

    private mutating func count(_ fact: any Fact, _ stamp: Stamp, _ holder: String?) {
        switch fact {
        case let returned as RoundReturned:
            let walker = state.registers.rounds[returned.ref]?.walker
            add(.walked, walker, stamp)
            add(.unseen, walker, returned.unseen.count, stamp)
        case let missed as RoundMissed: add(.missed, missed.ref.flatMap { state.registers.rounds[$0]?.walker } ?? holder, stamp)
        case is ExceptionGranted: add(.exceptions, stamp.by, stamp)
        default: break
        }
    }

    /// The open occurrence that a fact brings news of.
    private func occurrence(of fact: any Fact) -> Occurrence? {
        let registers = state.registers
        return fact.subjects.lazy.compactMap { ref in
            registers.occurrences[registers.evidence[ref]?.occurrence ?? registers.detained[ref]?.occurrence ?? ref]
        }.first
    }
}

extension GuardTally {
    private mutating func add(_ figure: Figure, _ number: String?, _ stamp: Stamp) { add(figure, number, 1, stamp) }
}
