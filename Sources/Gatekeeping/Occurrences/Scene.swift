import Notation

/// A step of the procedure of its kind was done (G5); the line's time is the step's.
public struct ProcedureTicked: Fact {
    public static let kind = "procedure.ticked"
    public static let command: String? = "procedure.tick"
    public static let meaning = "A step of an occurrence's procedure was done (G5)."

    public var ref = 0
    public var step = ""
    public var text: String?

    public init() {}
    public init(ref: Int, step: String) {
        self.ref = ref
        self.step = step
    }

    public static let fields: [Field<ProcedureTicked>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("step", \.step, "The step, by its id."),
        Field("text", \.text, "Remark."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ProcedureTicked {
        let occurrence = try situation.occurrence(ref)
        let steps = situation.estate.occurrenceKind(occurrence.kind)?.steps ?? []
        try situation.estate.require(step, in: steps.map(\.id), field: "step")
        guard !occurrence.done.contains(step) else { throw .alreadyRecorded }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.update(ref, by: stamp) {
            $0.done.append(step)
            $0.doneAt.append(stamp.happened)
        }
    }
}

/// What was done to keep a scene as it was (保護現場, G13).
public struct SceneSecured: Fact {
    public static let kind = "scene.secured"
    public static let command: String? = "scene.secure"
    public static let meaning = "What was done to protect the scene of an occurrence (保護現場, G13)."

    public var ref = 0
    public var text = ""
    public var place: String?

    public init() {}

    public static let fields: [Field<SceneSecured>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("text", \.text, "What was done."),
        Field("place", \.place, "Where."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> SceneSecured {
        _ = try situation.occurrence(ref)
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.update(ref, by: stamp) }
}

/// Somebody saw something (G13).
public struct WitnessHeard: Fact {
    public static let kind = "witness.heard"
    public static let command: String? = "witness.hear"
    public static let meaning = "A witness of an occurrence and what they say (G13)."

    public var ref = 0
    public var who = ""
    public var phone: String?
    public var text = ""

    public init() {}

    public static let fields: [Field<WitnessHeard>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("who", \.who, "Name or unit."),
        Field("phone", \.phone, "How to reach them."),
        Field("text", \.text, "What they saw."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> WitnessHeard {
        _ = try situation.occurrence(ref)
        try situation.require(who, field: "who")
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.update(ref, by: stamp) }
}

/// Somebody is hurt.
public struct InjuryNoted: Fact {
    public static let kind = "injury.noted"
    public static let command: String? = "injury.note"
    public static let meaning = "Somebody was hurt in an occurrence: who, how, and who looks after them."

    public var ref = 0
    public var who = ""
    public var text = ""
    public var care: String?

    public init() {}

    public static let fields: [Field<InjuryNoted>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("who", \.who, "Who is hurt."),
        Field("text", \.text, "How."),
        Field("care", \.care, "Who looks after them: ambulance, hospital."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> InjuryNoted {
        _ = try situation.occurrence(ref)
        try situation.require(who, field: "who")
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.update(ref, by: stamp) }
}
