import Notation

/// What the desk did in a stretch of days: every figure with the matters behind it (C6, R4). Made of the events alone.
public struct DeskTally: Sendable {
    /// What is counted of it.
    public struct Scope: Equatable, Sendable {
        /// The first and the last day.
        public var from: Day
        public var to: Day
        /// Only this building, topic and kind; nil for all.
        public var building: String?
        public var topic: String?
        public var kind: Matter.Kind?

        public init(from: Day, to: Day, building: String? = nil, topic: String? = nil, kind: Matter.Kind? = nil) {
            (self.from, self.to, self.building, self.topic, self.kind) = (from, to, building, topic, kind)
        }

        /// The figures that say something of it: activities and study visits are the whole estate's, postings have no topic.
        public var figures: [Figure] {
            let (isWhole, isOfAllMatters) = (building == nil && topic == nil && kind == nil, topic == nil && kind ?? .suggestion == .suggestion)
            return Figure.allCases.filter { figure in
                switch figure {
                case .activities, .studies: isWhole
                case .posted, .commended: isOfAllMatters
                default: true
                }
            }
        }

        /// In place of a building: what has no unit.
        public static let nowhere = ""

        /// The calendar months of it, the first and the last as far as they are in it.
        public var months: [(from: Day, to: Day)] {
            var (months, first) = ([(from: Day, to: Day)](), from)
            while first <= to {
                let (year, month, _) = first.parts
                guard let next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) else { break }
                months.append((first, min(to, next.adding(days: -1))))
                first = next
            }
            return months
        }
    }

    /// The figures in the order of the report; each is a list of lines.
    public enum Figure: String, CaseIterable, Sendable {
        /// Matters that came, by kind.
        case received, complaints, suggestions, enquiries, repairs
        /// Complaints that were found to be so, and that were not.
        case valid, unfounded
        /// Verified on the day they came (C3), of those that need it.
        case sameDay = "same-day"
        /// Went to the director.
        case escalated
        /// Not content: begun anew.
        case reopened
        case closed, open
        /// Return visits that were made, and those with which nothing is left open (R4).
        case revisits, handled
        /// Repairs that their seals drew for a return visit, and those of them that were visited (R4).
        case drawn, drawnVisited = "drawn-visited"
        /// Of the return visits: content, fairly content, not content.
        case content, fairly, notContent = "not-content"
        /// Suggestions that were posted, and households that were commended (C4).
        case posted, commended
        case activities
        /// Study visits (C7).
        case studies
    }

    /// A matter as far as it is counted.
    public struct Entry: Equatable, Sendable {
        public var n = 0
        public var kind = Matter.Kind.complaint
        public var topic = ""
        public var unit: String?
        public var received = Instant(milliseconds: 0)
        public var isUrgent = false
        public var isValid: Bool?
        public var verified: Instant?
        public var settled: Instant?
        public var closed: Instant?
        public var isEscalated = false
        public var isReopened = false
        public var isDrawn = false
        public var isDrawnVisited = false
    }

    /// A return visit as far as it is counted.
    private struct Revisit {
        var unit: String
        var outcome: RevisitMade.Outcome
        /// The matter whose answer it still waits for.
        var pending: Int?
        var about: Int?
    }

    /// The kinds of events that it needs.
    public static let kinds: Set<String> = [
        MatterReceived.kind, MatterVerified.kind, MatterHandedOn.kind, MatterEscalated.kind, MatterResolved.kind, MatterAnswered.kind, MatterClosed.kind,
        SuggestionPosted.kind, HouseholdCommended.kind, RevisitMade.kind, ActivityHeld.kind, StudyVisitReceived.kind, Withdrawal.kind, Correction.kind,
    ]

    public let scope: Scope
    private let estate: Estate
    private var events: [(event: Event, stamp: Stamp)] = []

    public init(_ estate: Estate, _ scope: Scope) { (self.estate, self.scope) = (estate, scope) }

    /// Takes in one event, in the order of the pages.
    public mutating func note(_ event: Event, _ stamp: Stamp) {
        if event.isOfDesk { events.append((event, stamp)) }
    }

    /// What it comes to.
    public var result: Result {
        let withdrawn = Set(events.compactMap { if case .withdrawal(let withdrawal) = $0.event { withdrawal.ref } else { nil } })
        var fold = Fold(estate: estate, scope: scope)
        for (event, stamp) in events where !withdrawn.contains(stamp.n) { fold.note(event, stamp) }
        return fold.result
    }

    /// The figures with the lines behind them.
    public struct Result: Equatable, Sendable {
        public var lines: [Figure: [Int]] = [:]
        /// Matters of the scope by their numbers.
        public var entries: [Int: Entry] = [:]
        public var households = 0

        public subscript(figure: Figure) -> Int { lines[figure]?.count ?? 0 }

        /// Handled return visits of all return visits, in hundredths of a per cent; nil where there were none (R4: goal 100 %).
        public var handledRate: Int? { Result.rate(self[.handled], of: self[.revisits]) }
        /// Valid complaints for each household, in hundredths of a per cent (R4: goal at most 1 %).
        public var complaintRate: Int? { Result.rate(self[.valid], of: households) }

        private static func rate(_ part: Int, of whole: Int) -> Int? { whole == 0 ? nil : (part * 20_000 + whole) / (2 * whole) }
    }

    private struct Fold {
        let estate: Estate
        let scope: Scope
        var entries: [Int: Entry] = [:]
        var revisits: [Int: Revisit] = [:]
        var others: [Figure: [Int]] = [:]

        init(estate: Estate, scope: Scope) { (self.estate, self.scope) = (estate, scope) }

        func counts(_ time: Instant) -> Bool { (scope.from...scope.to).contains(Day(time, in: estate.zone)) }
        func fits(unit: String?) -> Bool { scope.building == nil || estate.building(of: unit) ?? Scope.nowhere == scope.building }

        mutating func note(_ event: Event, _ stamp: Stamp) {
            switch event {
            case .correction(let correction): correct(correction)
            case .fact(let fact): note(fact, stamp)
            case .withdrawal, .commandIDs: break
            }
        }

        private mutating func correct(_ correction: Correction) {
            switch correction.field {
            case "unit": entries[correction.ref]?.unit = correction.value
            case "topic": entries[correction.ref]?.topic = correction.value
            default: break
            }
        }

        private mutating func note(_ fact: any Fact, _ stamp: Stamp) {
            let time = stamp.happened
            switch fact {
            case let fact as MatterReceived: open(fact.matter, fact.topic, fact.unit, fact.isUrgent, stamp)
            case let fact as MatterVerified:
                change(fact.ref) { entry in
                    (entry.isValid, entry.verified) = (fact.isValid, entry.verified ?? time)
                    if !fact.isValid { entry.settled = time }
                }
            case let fact as MatterHandedOn: if fact.goesToDirector { change(fact.ref) { $0.isEscalated = true } }
            case let fact as MatterEscalated: change(fact.ref) { $0.isEscalated = true }
            case let fact as MatterResolved:
                change(fact.ref) { entry in
                    entry.settled = time
                    if fact.draws(seal: stamp.seal) { entry.isDrawn = true }
                }
            case let fact as MatterAnswered: if fact.to == .resident { answer(fact.ref) }
            case let fact as MatterClosed: change(fact.ref) { $0.closed = time }
            case let fact as RevisitMade: note(fact, stamp)
            default: noteOther(fact, stamp)
            }
        }

        private mutating func noteOther(_ fact: any Fact, _ stamp: Stamp) {
            switch fact {
            case let fact as SuggestionPosted:
                change(fact.ref) { $0.settled = stamp.happened }
                if fits(unit: entries[fact.ref]?.unit) { add(.posted, stamp) }
            case let fact as HouseholdCommended: if fits(unit: fact.unit) { add(.commended, stamp) }
            case is ActivityHeld: add(.activities, stamp)
            case is StudyVisitReceived: add(.studies, stamp)
            default: break
            }
        }

        private mutating func add(_ figure: Figure, _ stamp: Stamp) {
            if counts(stamp.happened) { others[figure, default: []].append(stamp.n) }
        }

        private mutating func open(_ kind: Matter.Kind, _ topic: String, _ unit: String?, _ isUrgent: Bool, _ stamp: Stamp) {
            var entry = Entry()
            (entry.n, entry.kind, entry.topic, entry.unit, entry.isUrgent, entry.received) = (stamp.n, kind, topic, unit, isUrgent, stamp.happened)
            entries[stamp.n] = entry
        }

        private mutating func change(_ ref: Int, _ change: (inout Entry) -> Void) {
            guard var entry = entries[ref] else { return }
            change(&entry)
            entries[ref] = entry
        }

        private mutating func note(_ visit: RevisitMade, _ stamp: Stamp) {
            if let ref = visit.ref, entries[ref]?.isDrawn == true { change(ref) { $0.isDrawnVisited = true } }
            if let opens = visit.opens { open(opens, DeskRules.otherTopic, visit.unit, false, stamp) }
            let isPending = visit.outcome == .not || visit.promised != nil
            if let ref = visit.ref, visit.outcome == .not {
                change(ref) { entry in
                    (entry.isReopened, entry.settled) = (true, nil)
                    if entry.isValid == false { (entry.isValid, entry.verified) = (nil, nil) }
                }
            }
            if counts(stamp.happened), fits(unit: visit.unit) {
                revisits[stamp.n] = Revisit(unit: visit.unit, outcome: visit.outcome, pending: isPending ? visit.ref ?? stamp.n : nil, about: visit.ref)
            }
        }

        /// The resident has the answer: return visits that waited for it are handled.
        private mutating func answer(_ matter: Int) {
            for n in revisits.keys where revisits[n]?.pending == matter { revisits[n]?.pending = nil }
        }

        private func isCounted(_ entry: Entry) -> Bool {
            counts(entry.received) && fits(unit: entry.unit) && (scope.topic == nil || entry.topic == scope.topic)
                && (scope.kind == nil || entry.kind == scope.kind)
        }

        /// With a topic or a kind only the visits about such matters count.
        private func isCounted(_ visit: Revisit) -> Bool {
            guard scope.topic != nil || scope.kind != nil else { return true }
            guard let entry = visit.about.flatMap({ entries[$0] }) else { return false }
            return (scope.topic == nil || entry.topic == scope.topic) && (scope.kind == nil || entry.kind == scope.kind)
        }

        var result: Result {
            var result = Result()
            result.entries = entries.filter { isCounted($0.value) }
            result.households = estate.units.count { scope.building == nil || $0.building == scope.building }
            result.lines = others
            for figure in Figure.allCases where others[figure] == nil {
                result.lines[figure] = lines(of: figure, result.entries)
            }
            return result
        }

        private func lines(of figure: Figure, _ entries: [Int: Entry]) -> [Int] {
            func those(_ isIncluded: (Entry) -> Bool) -> [Int] { entries.values.filter(isIncluded).map(\.n).sorted() }
            func visits(_ isIncluded: (Revisit) -> Bool) -> [Int] { revisits.filter { isCounted($0.value) && isIncluded($0.value) }.keys.sorted() }
            return switch figure {
            case .received: those { _ in true }
            case .complaints: those { $0.kind == .complaint }
            case .suggestions: those { $0.kind == .suggestion }
            case .enquiries: those { $0.kind == .enquiry }
            case .repairs: those { $0.kind == .repair }
            case .valid: those { $0.kind == .complaint && $0.isValid == true }
            case .unfounded: those { $0.kind == .complaint && $0.isValid == false }
            case .sameDay: those { entry in entry.verified.map { Day($0, in: estate.zone) == Day(entry.received, in: estate.zone) } ?? false }
            case .escalated: those(\.isEscalated)
            case .reopened: those(\.isReopened)
            case .closed: those { $0.closed != nil }
            case .open: those { $0.closed == nil }
            case .revisits: visits { _ in true }
            case .handled: visits { $0.pending == nil }
            case .drawn: those(\.isDrawn)
            case .drawnVisited: those(\.isDrawnVisited)
            case .content: visits { $0.outcome == .content }
            case .fairly: visits { $0.outcome == .fairly }
            case .notContent: visits { $0.outcome == .not }
            case .posted, .commended, .activities, .studies: []
            }
        }
    }
}

extension Event {
    /// Whether the desk's figures need it.
    fileprivate var isOfDesk: Bool { DeskTally.kinds.contains(type(of: shape).kind) }
}
