import Notation

/// What each guard did and missed in a period (查處玩忽職守, S5).
public struct GuardTally: Sendable {
    /// The figures of one guard, in the order of the report.
    public enum Figure: String, CaseIterable, Sendable {
        /// Rounds that they walked and came back from.
        case walked
        /// Checkpoints without a tick at the return of their rounds.
        case unseen
        /// Rounds that were missed, on the day on which they were due: of the walker who did not come back, else of who held the post of the route then; nobody's
        /// where nobody did.
        case missed
        /// Entries made more than an hour after what they say happened.
        case lateEntries = "late-entries"
        /// Longest silences of an occurrence that passed without news, whether news came later or never: of who held its post then, on that day; nobody's where
        /// nobody did (P1).
        case lateUpdates = "late-updates"
        /// Exceptions that were granted at their post by their entry.
        case exceptions
        /// Times that nobody was responsible for a post after them (G10, P5), by the day on which it began; one that lasts counts. A post that opened late
        /// is nobody's: no roster says who should have come.
        case gaps
        /// How many minutes these lasted, as clocks without seconds show them, or the machine's own where the clock was moved, without the hours in which
        /// the post was closed; those of one that lasts are not counted yet, and of one that nothing measures never.
        case gapMinutes = "gap-minutes"
        /// Orders for all posts, or for one that they held in the period, that they had not read by its end (S1): in their present version, or where the period is
        /// over in the one that the lines until then name.
        case unread
    }

    private let estate: Estate
    private let from: Day?
    private let to: Day?
    private var state = GateState()
    private var timeline: CustodyTimeline
    /// When each person last wrote at each post.
    private var lastSigns: [String: [String: TimeOfWriting]] = [:]
    private var isOpening = false
    /// Who held each post from when on; nil for nobody.
    private var watches: [String: [(from: Instant, holder: String?)]] = [:]
    /// Where occurrences were written whose pages do not say it.
    private var homes: [Int: String]
    private var latest: Instant?
    private var readings: ReadingsUntil
    /// Until when silence counts; the last line's time where nobody says it.
    public var now: Instant?
    private var counts: [String: [Figure: Int]] = [:]
    /// What each line of the page added, in case it is taken back.
    private var added: [Int: [(number: String, figure: Figure, count: Int)]] = [:]

    /// From one day to the other, both included; nil for no end.
    /// - Parameter homes: where occurrences were written that a page of an earlier version brings forward, as far as pages before the first that is read tell it.
    public init(_ estate: Estate, from: Day? = nil, to: Day? = nil, homes: [Int: String] = [:]) {
        (self.estate, self.from, self.to, self.homes) = (estate, from, to, homes)
        timeline = CustodyTimeline(estate)
        readings = ReadingsUntil(to, in: estate.zone)
    }

    /// Takes in one event; those of whole pages in their order.
    /// - Parameter machine: when it was written by the machine's own clock, where that says anything.
    public mutating func note(_ event: Event, _ stamp: Stamp, machine: MachineTime? = nil) {
        readings.note(event, stamp)
        timeline.note(event, stamp, machine: machine, lastSigns: lastSigns[stamp.post] ?? [:])
        if stamp.isByPerson { lastSigns[stamp.post, default: [:]][stamp.by] = TimeOfWriting(stamp.t, machine: machine) }
        if event.shape is any Forwarding {
            if !isOpening { state = GateState() }
            isOpening = true
        } else {
            isOpening = false
            count(event, stamp)
        }
        latest = stamp.t
        state.evolve(event, stamp)
        watch(event, stamp)
    }

    /// In the place of a number: what nobody was there for.
    public static let nobody = ""

    /// The figures of every person of the estate, of those who are not in it any more but were counted, and of what was nobody's.
    public var rows: [(number: String, figures: [Figure: Int])] {
        let known = estate.guards.map(\.number)
        let gaps = Dictionary(grouping: gaps, by: \.charged)
        let (counts, read) = (countsOfNow, readings.latest)
        let others = Set(counts.keys).union(gaps.keys).subtracting(known).sorted()
        return (known + others).map { number in
            var figures = counts[number] ?? [:]
            figures[.gaps] = gaps[number]?.count ?? 0
            figures[.gapMinutes] = gaps[number]?.compactMap(\.minutes).reduce(0, +) ?? 0
            figures[.unread] = estate.person(number) == nil ? 0 : unread(by: number, read)
            return (number, figures)
        }
    }

    /// When nobody was responsible for a post, where it began in the period.
    public var gaps: [CustodyTimeline.Gap] {
        (timeline.gaps + timeline.open(at: now ?? latest)).filter { gap in
            let day = Day(gap.from, in: estate.zone)
            return day >= from ?? day && day <= to ?? day
        }
    }

    /// With the silences that nobody has ended yet.
    private var countsOfNow: [String: [Figure: Int]] {
        guard let now = now ?? latest else { return counts }
        var copy = self
        let end = Stamp(n: .max, t: now, by: "gatebook", post: "")
        for (n, occurrence) in state.registers.occurrences where occurrence.silence(in: estate, at: now) != nil { copy.addSilence(of: n, occurrence, end) }
        return copy.counts
    }

    /// A longest silence passed: it counts for who held the post then, on that day.
    private mutating func addSilence(of n: Int, _ occurrence: Occurrence, _ stamp: Stamp) {
        guard let kind = estate.occurrenceKind(occurrence.kind) else { return }
        let passed = occurrence.quietSince.adding(minutes: kind.silenceMinutes)
        let home = occurrence.post ?? homes[n] ?? estate.onlyGuardedPost?.id
        add(.lateUpdates, home.flatMap { holder(of: $0, at: passed) } ?? GuardTally.nobody, 1, stamp, on: Day(passed, in: estate.zone))
    }

    /// Notes who holds the post from now on, and where an occurrence was written.
    private mutating func watch(_ event: Event, _ stamp: Stamp) {
        guard case .fact(let fact) = event else { return }
        switch fact {
        case is OccurrenceOpened, is HandoverAnswered: homes[stamp.n] = stamp.post
        case let forward as Forward<Custody>: watch(forward.item.post, since: forward.since)
        case is PostTaken, is HandoverAccepted, is PostLeft: watch(stamp.post, since: stamp.happened)
        default: break
        }
    }

    private mutating func watch(_ post: String, since time: Instant) {
        let holder = state.registers.custody[post]?.holder
        guard watches[post]?.last.map({ $0.holder != holder }) ?? true else { return }
        watches[post, default: []].append((time, holder))
    }

    /// Who held a post at a time, as far as the pages that were read know.
    private func holder(of post: String, at time: Instant) -> String? { watches[post]?.last { $0.from <= time }?.holder }

    /// Whether the guard held a post at some time of the period.
    private func held(_ post: String, _ number: String) -> Bool {
        let watches = watches[post] ?? []
        return watches.indices.contains { index in
            let end = watches.indices.contains(index + 1) ? Day(watches[index + 1].from, in: estate.zone) : nil
            let begin = Day(watches[index].from, in: estate.zone)
            return watches[index].holder == number && begin <= to ?? begin && from.map { end ?? $0 >= $0 } ?? true
        }
    }

    /// The period ended before today.
    private var isOver: Bool { GuardTally.isOver(to, at: now ?? latest, in: estate) }

    /// Whether a period until the end of a day is over.
    public static func isOver(_ end: Day?, at now: Instant?, in estate: Estate) -> Bool {
        guard let end, let now else { return false }
        return end < Day(now, in: estate.zone)
    }

    /// Orders of the posts that the guard held in the period, and those of all posts.
    private func unread(by number: String, _ read: [String: OrderReading]) -> Int {
        let posts = Set(watches.keys.filter { held($0, number) })
        return estate.orders.count { order in
            guard order.posts.isEmpty || !posts.isDisjoint(with: order.posts) else { return false }
            guard let reading = read[order.id], isOver || reading.version == order.version else { return true }
            return !reading.readers.contains(number)
        }
    }

    /// - Parameter day: the day that it counts for; nil for that of the line.
    private mutating func add(_ figure: Figure, _ number: String?, _ count: Int, _ stamp: Stamp, on day: Day? = nil) {
        let day = day ?? Day(stamp.t, in: estate.zone)
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
            if let (n, occurrence) = occurrence(of: fact), occurrence.silence(in: estate, at: stamp.t) != nil { addSilence(of: n, occurrence, stamp) }
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
        case let missed as RoundMissed:
            let home = estate.route(missed.route)?.post
            let walker = missed.ref.flatMap { state.registers.rounds[$0]?.walker }
            let missing = walker ?? self.holder(of: home ?? stamp.post, at: missed.due) ?? (home == nil ? holder : nil) ?? GuardTally.nobody
            add(.missed, missing, 1, stamp, on: Day(missed.due, in: estate.zone))
        case is ExceptionGranted: add(.exceptions, stamp.by, stamp)
        default: break
        }
    }

    /// The open occurrence that a fact brings news of.
    private func occurrence(of fact: any Fact) -> (n: Int, occurrence: Occurrence)? {
        let registers = state.registers
        return fact.subjects.lazy.compactMap { ref in
            let n = registers.evidence[ref]?.occurrence ?? registers.detained[ref]?.occurrence ?? ref
            return registers.occurrences[n].map { (n, $0) }
        }.first
    }
}

extension CustodyTimeline.Gap {
    /// Whose it is: whoever closed a post by plan has nothing to do with its late opening.
    public var charged: String { isLateOpening ? GuardTally.nobody : holder }
}

extension Estate {
    /// The post beside the service desk, where there is only one.
    public var onlyGuardedPost: Post? {
        let guarded = posts.filter { !$0.isDesk }
        return guarded.count == 1 ? guarded.first : nil
    }
}

extension GuardTally {
    private mutating func add(_ figure: Figure, _ number: String?, _ stamp: Stamp) { add(figure, number, 1, stamp) }
}
