import Notation

/// What is going to be done, and until when (整改計劃, C3, C4).
public struct MatterPlanned: Fact {
    public static let kind = "matter.planned"
    public static let command: String? = "matter.plan"
    public static let meaning = "What is going to be done about a matter, and until when (C3, C4)."

    public var ref = 0
    public var text = ""
    public var until: Instant?

    public init() {}

    public static let fields: [Field<MatterPlanned>] = [
        Field("ref", \.ref, "The matter."), Field("text", \.text, "What is going to be done."), Field("until", \.until, "Until when."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterPlanned {
        _ = try situation.matter(ref, at: .plan)
        try situation.require(text, field: "text")
        try situation.require(toCome: until)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            (matter.planned, matter.target) = (stamp.happened, until)
            matter.note(handler: stamp.by)
        }
    }
}

/// The departments cannot settle it (C3: 不能解決的由主任決定).
public struct MatterEscalated: Fact {
    public static let kind = "matter.escalated"
    public static let command: String? = "matter.escalate"
    public static let meaning = "A matter cannot be settled by the department: the director decides (C3)."

    public var ref = 0
    public var why = ""

    public init() {}

    public static let fields: [Field<MatterEscalated>] = [Field("ref", \.ref, "The matter."), Field("why", \.why, "Why it cannot be settled.")]

    public func decided(in situation: Situation) throws(Refusal) -> MatterEscalated {
        let matter = try situation.matter(ref)
        guard matter.isWithDepartment else { throw .otherStep(matter.next) }
        try situation.require(why, field: "why")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            matter.department = DeskRules.director
            matter.escalated = stamp.happened
        }
    }
}

/// The director decided (C3).
public struct MatterDecided: Fact {
    public static let kind = "matter.decided"
    public static let command: String? = "matter.decide"
    public static let decisive: Set<String> = ["director", "department"]
    public static let meaning = "The director decided about a matter, and who does it (C3)."

    public var ref = 0
    public var director = ""
    public var department = ""
    public var text = ""

    public init() {}

    public static let fields: [Field<MatterDecided>] = [
        Field("ref", \.ref, "The matter."), Field("director", \.director, "Director, by number."),
        Field("department", \.department, "Who does it, by id."), Field("text", \.text, "The decision."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterDecided {
        _ = try situation.matter(ref, at: .decide)
        guard situation.estate.desk?.officer(situation.by) != nil else { throw .notOffice(situation.by) }
        try situation.require(director: director)
        try situation.require(department: department)
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            (matter.department, matter.path, matter.escalated) = (department, [department], nil)
        }
    }
}

/// The work is done (C3).
public struct MatterResolved: Fact {
    public static let kind = "matter.resolved"
    public static let command: String? = "matter.resolve"
    /// A draw is made once: taking the line back would draw again.
    public static let canBeWithdrawn = false
    public static let meaning = "What a complaint or a repair asked for is done; a repair whose seal is below `draw` is visited afterwards (R4)."

    public var ref = 0
    public var text = ""
    public var draw: String?

    public init() {}

    public static let fields: [Field<MatterResolved>] = [
        Field("ref", \.ref, "The matter."), Field("text", \.text, "What was done."),
        Field("draw", \.draw, "A return visit is drawn if the first eight digits of this line's seal are below.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterResolved {
        let matter = try situation.matter(ref, at: .settle)
        try situation.require(text, field: "text")
        var copy = self
        if matter.kind == .repair { copy.draw = situation.estate.desk?.drawLimit }
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            matter.settled = stamp.happened
            matter.isDrawn = draws(seal: stamp.seal)
            matter.note(handler: stamp.by)
        }
    }

    /// Whether the line's seal draws it. Nobody knows the seal before the line is written, and everybody can read it afterwards.
    func draws(seal: String) -> Bool { draw.map { !seal.isEmpty && seal.prefix(8) < $0 } ?? false }
}

/// The resident or the director has the answer (C5: 件件有回音).
public struct MatterAnswered: Fact {
    public static let kind = "matter.answered"
    public static let command: String? = "matter.answer"
    public static let decisive: Set<String> = ["to"]
    public static let meaning = "The resident or the director has the answer; a matter is closed only when both have it (C5)."

    public var ref = 0
    public var to = Reply.resident
    public var text = ""

    public init() {}

    public static let fields: [Field<MatterAnswered>] = [
        Field("ref", \.ref, "The matter."), Field("to", \.to, "Who has the answer."), Field("text", \.text, "What was answered, and how."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterAnswered {
        let matter = try situation.matter(ref)
        guard matter.settled != nil || matter.kind == .enquiry, matter.escalated == nil else { throw .otherStep(matter.next) }
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            switch to {
            case .resident: (matter.toResident, matter.promised) = (matter.toResident ?? stamp.happened, nil)
            case .director: matter.toDirector = matter.toDirector ?? stamp.happened
            }
        }
    }
}

/// Something was explained to the resident meanwhile (C2: 耐心解釋).
public struct MatterExplained: Fact {
    public static let kind = "matter.explained"
    public static let command: String? = "matter.explain"
    public static let meaning = "What was explained to the resident about an open matter (C2), and when an answer was promised (R3)."

    public var ref = 0
    public var text = ""
    public var promised: Instant?

    public init() {}

    public static let fields: [Field<MatterExplained>] = [
        Field("ref", \.ref, "The matter."), Field("text", \.text, "What was explained."), Field("promised", \.promised, "When an answer was promised."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterExplained {
        _ = try situation.matter(ref)
        try situation.require(text, field: "text")
        try situation.require(toCome: promised)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard let promised else { return }
        registers.change(matter: ref) { $0.promised = promised }
    }
}

/// A matter is settled and both have their answer (C5).
public struct MatterClosed: Fact {
    public static let kind = "matter.closed"
    public static let command: String? = "matter.close"
    public static let meaning = "A matter is closed: settled, answered to both, and visited where that is due (C5, R4)."

    public var ref = 0

    public init() {}

    public static let fields: [Field<MatterClosed>] = [Field("ref", \.ref, "The matter.")]

    public func decided(in situation: Situation) throws(Refusal) -> MatterClosed {
        let next = try situation.matter(ref).next
        switch next {
        case .close: return self
        case .answerResident: throw .answerMissing(.resident)
        case .answerDirector: throw .answerMissing(.director)
        case .revisit: throw .revisitMissing
        case .verify, .report, .plan, .settle, .post, .decide: throw .otherStep(next)
        }
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.matters[ref] = nil }
}
