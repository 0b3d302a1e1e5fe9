import Notation

/// How long after the end of a shift it is recorded that no relief has come, in minutes.
public let reliefGraceMinutes = 10
/// Whoever signs on in the last so many minutes of a shift is there for the next one.
private let earlySignOnMinutes = 120

extension Custody {
    /// When the holder should be relieved: the end of the shift they are there for; nil where no shift runs, and at the desk, which keeps hours.
    public func reliefDue(in estate: Estate) -> Instant? {
        estate.post(post)?.isDesk == true ? nil : estate.shift(at: since.adding(minutes: earlySignOnMinutes))?.until
    }

    /// Minutes since a relief should have come (P5); nil while it is not late, or the post may be closed.
    public func reliefLate(in estate: Estate, at now: Instant) -> Int? {
        guard relief == nil, let due = reliefDue(in: estate), due < now, estate.post(post)?.isClosed(at: now, in: estate.zone) != true else { return nil }
        return now.minutes(since: due)
    }
}

extension Registers {
    /// What the program must record by itself now: posts whose relief has not come in time. Each shift's end once.
    public func lateReliefs(in estate: Estate, at now: Instant) -> [(post: String, fact: ReliefLate)] {
        custody.values.sorted { $0.post < $1.post }.compactMap { custody in
            guard let minutes = custody.reliefLate(in: estate, at: now), minutes >= reliefGraceMinutes,
                let due = custody.reliefDue(in: estate), custody.lateSince != due
            else { return nil }
            return (custody.post, ReliefLate(holder: custody.holder, due: due))
        }
    }
}

/// The shift is over and no relief has come; recorded by the program itself. The post stays with its holder (P5).
public struct ReliefLate: Fact {
    public static let kind = "relief.late"
    public static let meaning = "The shift ended and no relief had signed on; the holder keeps the post, and it goes to the supervisor (P5). Recorded by the program itself."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    public var holder = ""
    public var due = Instant(milliseconds: 0)
    public var isReferred = false

    public init() {}
    init(holder: String, due: Instant) { (self.holder, self.due) = (holder, due) }

    public static let fields: [Field<ReliefLate>] = [
        Field("holder", \.holder, "Who waits to be relieved."),
        Field("due", \.due, "When the shift ended."),
        Field("referred", \.isReferred, "It goes to the supervisor; missing in lines of versions that told nobody.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ReliefLate {
        try situation.requireProgram()
        let late = situation.registers.lateReliefs(in: situation.estate, at: situation.now)
        guard late.contains(where: { $0.post == situation.post && $0.fact.holder == holder && $0.fact.due == due }) else { throw .alreadyRecorded }
        var copy = self
        copy.isReferred = true
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.custody[stamp.post]?.lateSince = due
        guard isReferred else { return }
        registers.refer(.late, "", stamp)
        registers.referrals[stamp.n]?.who = holder
        registers.referrals[stamp.n]?.since = due
    }
}

/// The relief is not fit for duty (G1, P5): they are sent away, the post stays with its holder, the supervisor is told.
public struct ReliefUnfit: Fact {
    public static let kind = "relief.unfit"
    public static let command: String? = "relief.reject"
    public static let canBeCorrected = false
    public static let meaning = "The relief is not fit for duty, and why; the post stays with its holder, and it goes to the supervisor (P5)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    public var relief = ""
    public var reason = ""
    public var told: String?

    public init() {}

    public static let fields: [Field<ReliefUnfit>] = [
        Field("relief", \.relief, "Number of the relief.", presence: .derived),
        Field("reason", \.reason, "Why they are not fit."),
        Field("told", \.told, "Which supervisor was told, by number or name, and how (P5); lines of older versions may lack it.", presence: .demanded),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ReliefUnfit {
        let custody = try situation.requireHolderOrSupervisor()
        guard let relief = custody.relief, relief != situation.by else { throw .notRelief }
        try situation.require(reason, field: "reason")
        try situation.require(told ?? "", field: "told")
        guard situation.estate.namesSupervisor(told ?? "") else { throw .notSupervisor(told ?? "") }
        var copy = self
        copy.relief = relief
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.dropAnswers(at: stamp.post)
        registers.custody[stamp.post]?.relief = nil
        registers.refer(.unfit, "\(relief) \(reason)", stamp)
    }
}

/// The relief does not come (P5): the supervisor is told, and decides on cover or an exception.
public struct ReliefAbsent: Fact {
    public static let kind = "relief.absent"
    public static let command: String? = "relief.report"
    public static let canBeCorrected = false
    public static let meaning = "The relief does not come; a supervisor was told and arranges cover or an exception. The holder keeps the post (P5)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    public var supervisor = ""
    public var text = ""

    public init() {}

    public static let fields: [Field<ReliefAbsent>] = [
        Field("supervisor", \.supervisor, "Number of the supervisor who was told."),
        Field("text", \.text, "Who should have come, and what was arranged."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ReliefAbsent {
        let custody = try situation.requireHolderOrSupervisor()
        if let relief = custody.relief { throw .reliefIsHere(relief) }
        guard situation.estate.person(supervisor)?.isSupervisor == true else { throw .notSupervisor(supervisor) }
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.refer(.absent, text, stamp) }
}

extension Estate {
    /// Whether a text names one of the supervisors, by number or name.
    fileprivate func namesSupervisor(_ text: String) -> Bool {
        guards.contains { $0.isSupervisor && (text.contains($0.number) || text.contains($0.name)) }
    }
}

extension Registers {
    /// Whether somebody was sent away as unfit and no supervisor has decided on it since.
    func isUnfit(_ number: String) -> Bool {
        referrals.values.contains { $0.matter == .unfit && $0.text.hasPrefix(number + " ") }
    }
}

extension Situation {
    /// The guard who holds the post says it, or a supervisor.
    fileprivate func requireHolderOrSupervisor() throws(Refusal) -> Custody {
        try requireStaff()
        guard let custody = registers.custody[post] else { throw .postUnattended }
        guard custody.holder == by || estate.person(by)?.isSupervisor == true else { throw .notOnDuty(by) }
        return custody
    }
}
