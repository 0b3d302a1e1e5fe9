import Notation

/// A round departs (P6).
public struct RoundStarted: Fact {
    public static let kind = "round.started"
    public static let command: String? = "round.start"
    public static let decisive: Set<String> = ["route", "walker"]
    public static let meaning = "A round departs; its walker need not be the recorder (P6)."

    public var route = ""
    public var walker: String?
    public var due = Instant(milliseconds: 0)

    public init() {}
    public init(route: String, walker: String? = nil) {
        self.route = route
        self.walker = walker
    }

    public static let fields: [Field<RoundStarted>] = [
        Field("route", \.route, "Route, by its id."),
        Field("walker", \.walker, "Number of who walks; the recorder if missing."),
        Field("due", \.due, "When it was due.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RoundStarted {
        try situation.requireStaff()
        guard let known = situation.estate.route(route) else {
            throw .unknownValue(field: "route", value: route, known: situation.estate.routes.map(\.id))
        }
        if let walker, situation.estate.person(walker) == nil { throw .unknownGuard(walker) }
        guard !situation.registers.rounds.values.contains(where: { $0.route == route && $0.returned == nil }) else {
            throw .roundUnderWay
        }
        let time = situation.happened
        let due = situation.registers.roundsDue(in: situation.estate, at: time).first { $0.route.id == known.id && $0.deadline >= time }
        guard let due else { throw .noRoundDue(route: route) }
        var copy = self
        copy.walker = walker ?? situation.by
        copy.due = due.due
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var round = Round()
        round.route = route
        round.due = due
        round.walker = walker ?? stamp.by
        round.departed = stamp.happened
        registers.rounds[stamp.n] = round
        registers.accounted[route] = RouteAccount(route: route, until: due)
    }
}

/// A checkpoint was looked at (G9).
public struct RoundTicked: Fact {
    /// What was found.
    public enum Result: String, Choice {
        case intact, damaged
        case notSeen = "not-seen"
    }

    public static let kind = "round.ticked"
    public static let command: String? = "round.tick"
    public static let decisive: Set<String> = ["checkpoint", "result"]
    public static let meaning = "A checkpoint was looked at: intact, damaged with what, or not seen with why (G9). Damage becomes an open defect; what else is damaged there, or was not seen, is said by further ticks."

    public var ref = 0
    public var checkpoint = ""
    public var result = Result.intact
    public var item: String?
    public var text: String?
    public var isLive = false

    public init() {}
    public init(ref: Int, checkpoint: String, result: Result = .intact, item: String? = nil, text: String? = nil) {
        self.ref = ref
        self.checkpoint = checkpoint
        self.result = result
        self.item = item
        self.text = text
    }

    public static let fields: [Field<RoundTicked>] = [
        Field("ref", \.ref, "The round."),
        Field("checkpoint", \.checkpoint, "Checkpoint, by its id."),
        Field("result", \.result, "What was found."),
        Field("item", \.item, "The item that is damaged or was not seen, by its id."),
        Field("text", \.text, "What is damaged, or why it was not seen."),
        Field("live", \.isLive, "Radioed in while walking, not entered afterwards.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RoundTicked {
        try situation.requireStaff()
        guard let round = situation.registers.rounds[ref], let route = situation.estate.route(round.route) else {
            throw situation.registers.gone(round: ref)
        }
        try situation.estate.require(checkpoint, in: route.checkpoints, field: "checkpoint")
        if let item { try situation.estate.require(item, in: (situation.estate.checkpoint(checkpoint)?.items ?? []).map(\.id), field: "item") }
        // What else is damaged there, or could not be seen, is said by further ticks.
        guard !round.ticked.contains(checkpoint) || result == .damaged || result == .notSeen && item != nil else { throw .alreadyTicked }
        try situation.requireTime(notBefore: round.departed)
        if let returned = round.returned, situation.now.minutes(since: returned) > lateTickMinutes { throw .tickTooLate }
        if result != .intact, text?.isEmpty ?? true { throw .missingField("text") }
        var copy = self
        copy.isLive = round.returned == nil && situation.at == nil
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if var round = registers.rounds[ref] {
            if !round.ticked.contains(checkpoint) { round.ticked.append(checkpoint) }
            round.looked = max(round.looked ?? stamp.happened, stamp.happened)
            registers.rounds[ref] = round
        }
        if result != .notSeen { registers.look(at: checkpoint, stamp.happened) }
        guard result == .damaged else { return }
        var defect = Defect()
        defect.place = checkpoint
        defect.item = item
        defect.text = text ?? ""
        (defect.found, defect.isLate) = (stamp.happened, stamp.isLate)
        registers.defects[stamp.n] = defect
    }
}

extension Registers {
    /// Why a round takes nothing more: it was not back in time, or it is none.
    fileprivate func gone(round ref: Int) -> Refusal {
        missed.values.contains { $0.missing == .back && $0.round == ref } ? .roundMissed : .nothingThere(ref: ref)
    }
}

/// The walker is back.
public struct RoundReturned: Fact {
    public static let kind = "round.returned"
    public static let command: String? = "round.return"
    public static let meaning = "The walker of a round is back; a round in which nothing was looked at has no return, and is missed (P6)."

    public var ref = 0
    public var unseen: [String] = []

    public init() {}
    public init(ref: Int) { self.ref = ref }

    public static let fields: [Field<RoundReturned>] = [
        Field("ref", \.ref, "The round."),
        Field("unseen", \.unseen, "Checkpoints without a tick at the return.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RoundReturned {
        try situation.requireStaff()
        guard let round = situation.registers.rounds[ref] else { throw situation.registers.gone(round: ref) }
        guard round.returned == nil else { throw .alreadyRecorded }
        guard !round.ticked.isEmpty else { throw .nothingTicked }
        try situation.requireTime(notBefore: round.looked ?? round.departed)
        var copy = self
        copy.unseen = situation.estate.route(round.route)?.checkpoints.filter { !round.ticked.contains($0) } ?? []
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard registers.rounds[ref] != nil else { return }
        registers.rounds = registers.rounds.filter { _, round in
            round.returned.map { stamp.t.minutes(since: $0) <= lateTickMinutes } ?? true
        }
        registers.rounds[ref]?.returned = stamp.happened
    }
}

/// A round was not walked or did not come back in time; recorded by the program itself and not to be filled in afterwards.
public struct RoundMissed: Fact {
    /// What did not happen within the grace.
    public enum Missing: String, Choice {
        case departure
        case back = "return"
    }

    public static let kind = "round.missed"
    public static let meaning = "A round did not depart, or did not return, within its grace (P6). Recorded by the program itself."
    public static let canBeWithdrawn = false

    public var ref: Int?
    public var route = ""
    public var due = Instant(milliseconds: 0)
    public var missing = Missing.departure

    public init() {}
    init(ref: Int? = nil, route: String, due: Instant) {
        self.ref = ref
        self.route = route
        self.due = due
        missing = ref == nil ? .departure : .back
    }

    public static let fields: [Field<RoundMissed>] = [
        Field("ref", \.ref, "The round that did not come back."),
        Field("route", \.route, "Route."),
        Field("due", \.due, "When it was due."),
        Field("missing", \.missing, "What did not happen."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RoundMissed {
        try situation.requireProgram()
        guard situation.registers.isMissed(self, in: situation.estate, at: situation.now) else { throw .alreadyRecorded }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if let ref { registers.rounds[ref] = nil }
        guard stamp.t.minutes(since: due) <= MissedRound.keptMinutes else { return }
        registers.missed = registers.missed.filter { stamp.t.minutes(since: $0.value.due) <= MissedRound.keptMinutes }
        var round = MissedRound()
        (round.route, round.due, round.missing, round.since, round.round) = (route, due, missing, stamp.t, ref)
        registers.missed[stamp.n] = round
        registers.accounted[route] = RouteAccount(route: route, until: max(due, registers.accounted[route]?.until ?? due))
    }
}

/// Rounds that fell due while the program did not run: one line that says so.
public struct RoundsUnwatched: Fact {
    public static let kind = "rounds.unwatched"
    public static let meaning = "Rounds that fell due while the program did not run; nobody can say whether they were walked."
    public static let canBeWithdrawn = false

    public var from = Instant(milliseconds: 0)
    public var to = Instant(milliseconds: 0)
    public var count = 0
    public var routes: [String] = []

    public init() {}
    init(rounds: [DueRound], from: Instant, to: Instant, zone: Zone) {
        self.from = from
        self.to = to
        count = rounds.count
        routes = Set(rounds.map(\.route.id)).sorted()
    }

    public static let fields: [Field<RoundsUnwatched>] = [
        Field("from", \.from, "Due time of the first."),
        Field("to", \.to, "Due time of the last."),
        Field("count", \.count, "How many."),
        Field("routes", \.routes, "Of which routes."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RoundsUnwatched {
        try situation.requireProgram()
        let open = situation.registers.missedRounds(in: situation.estate, at: situation.now)
        guard open.contains(where: { ($0 as? RoundsUnwatched) == self }) else { throw .alreadyRecorded }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        for route in routes {
            registers.accounted[route] = RouteAccount(route: route, until: max(to, registers.accounted[route]?.until ?? to))
        }
    }
}
