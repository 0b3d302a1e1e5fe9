import Notation

/// A matter came (C2, C3).
public struct MatterReceived: Fact {
    public static let kind = "matter.received"
    public static let command: String? = "matter.receive"
    public static let decisive: Set<String> = ["matter"]
    public static let meaning = "A complaint, suggestion, enquiry or repair request was received, and what was explained at once (C2, C3, C4)."

    public var matter = Matter.Kind.complaint
    public var topic = ""
    public var unit: String?
    public var who = ""
    public var phone: String?
    public var what = ""
    public var channel = Matter.Channel.visit
    public var isUrgent = false
    public var explained: String?
    public var promised: Instant?

    public init() {}

    public static let fields: [Field<MatterReceived>] = [
        Field("matter", \.matter, "Complaint, suggestion, enquiry or repair."), Field("topic", \.topic, "Topic, by its id."),
        Field("unit", \.unit, "Unit, by its id."), Field("who", \.who, "Who brought it."), Field("phone", \.phone, "Where they are reached."),
        Field("what", \.what, "What it is."), Field("channel", \.channel, "How it came."), Field("urgent", \.isUrgent, "Urgent.", presence: .optional),
        Field("explained", \.explained, "What was explained at once (C2)."), Field("promised", \.promised, "When an answer was promised (R3)."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterReceived {
        try situation.requireStaff()
        let desk = try situation.estate.requireDesk()
        try situation.estate.require(topic, in: desk.topics.map(\.id), field: "topic")
        try situation.estate.require(unit: unit, purpose: nil)
        try situation.require(who, field: "who")
        try situation.require(what, field: "what")
        try situation.require(toCome: promised)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var opened = Matter()
        (opened.kind, opened.topic, opened.isUrgent, opened.channel) = (matter, topic, isUrgent, channel)
        (opened.who, opened.unit, opened.phone, opened.what) = (who, unit, phone, what)
        (opened.promised, opened.since) = (promised, stamp.happened)
        registers.matters[stamp.n] = opened
    }
}

/// Somebody looked whether it is so (C3: the same day).
public struct MatterVerified: Fact {
    public static let kind = "matter.verified"
    public static let command: String? = "matter.verify"
    public static let decisive: Set<String> = ["valid"]
    public static let meaning = "A matter was looked into: valid or not, and why (C3: due the same day)."

    public var ref = 0
    public var isValid = false
    public var reason = ""

    public init() {}

    public static let fields: [Field<MatterVerified>] = [
        Field("ref", \.ref, "The matter."), Field("valid", \.isValid, "Whether it is so; a suggestion: whether it is taken up."),
        Field("reason", \.reason, "What was found, and why not if not."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterVerified {
        _ = try situation.matter(ref, at: .verify)
        try situation.require(reason, field: "reason")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            matter.isValid = isValid
            matter.note(handler: stamp.by)
            if !isValid { matter.settled = stamp.happened }
        }
    }
}

/// The department and the director were told (C3).
public struct MatterReported: Fact {
    public static let kind = "matter.reported"
    public static let command: String? = "matter.report"
    public static let decisive: Set<String> = ["department", "director"]
    public static let meaning = "A matter was reported to the department that is responsible from now on, and to the director (C3)."

    /// How the director was told.
    public enum Manner: String, Choice {
        case phone, person, writing
    }

    public var ref = 0
    public var department = ""
    public var director = ""
    public var manner = Manner.phone

    public init() {}

    public static let fields: [Field<MatterReported>] = [
        Field("ref", \.ref, "The matter."), Field("department", \.department, "Department, by its id."),
        Field("director", \.director, "Director, by number."), Field("manner", \.manner, "How the director was told."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> MatterReported {
        _ = try situation.matter(ref, at: .report)
        try situation.require(department: department)
        try situation.require(director: director)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            matter.department = department
            matter.path = [department]
        }
    }
}

/// Another department is responsible from now on (C5: never in a circle).
public struct MatterHandedOn: Fact {
    public static let kind = "matter.handed"
    public static let command: String? = "matter.hand"
    public static let decisive: Set<String> = ["department"]
    public static let meaning = "A matter was handed on to another department, and why; the third time it goes to the director instead (C5)."

    public var ref = 0
    public var department = ""
    public var why = ""
    public var goesToDirector = false

    public init() {}

    public static let fields: [Field<MatterHandedOn>] = [
        Field("ref", \.ref, "The matter."), Field("department", \.department, "Department, by its id."), Field("why", \.why, "Why it is theirs."),
        Field("director", \.goesToDirector, "The third hand-on: the director decides.", presence: .derived),
    ]

    /// So many hand-ons, and the director decides.
    static let most = 3

    public func decided(in situation: Situation) throws(Refusal) -> MatterHandedOn {
        let matter = try situation.matter(ref)
        guard matter.isWithDepartment else { throw .otherStep(matter.next) }
        try situation.require(department: department)
        try situation.require(why, field: "why")
        guard !matter.path.contains(department) else { throw .handedInCircle(situation.estate.desk?.department(department)?.name ?? Names(department)) }
        var copy = self
        copy.goesToDirector = matter.path.count >= MatterHandedOn.most || department == DeskRules.director
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            matter.department = goesToDirector ? DeskRules.director : department
            matter.path.append(department)
            if goesToDirector { matter.escalated = stamp.happened }
        }
    }
}

extension Situation {
    /// A department must be one of the configuration.
    func require(department: String) throws(Refusal) {
        let desk = try estate.requireDesk()
        try estate.require(department, in: desk.departments.map(\.id), field: "department")
    }

    /// The director must be one.
    func require(director: String) throws(Refusal) {
        guard try estate.requireDesk().officer(director)?.role == .director else { throw .notDirector(director) }
    }
}
