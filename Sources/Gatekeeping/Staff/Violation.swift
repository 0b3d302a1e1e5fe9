import Notation

/// Somebody broke a rule and was corrected courteously (糾正違章, G2).
public struct ViolationCorrected: Fact {
    /// What came of it.
    public enum Outcome: String, Choice {
        case heeded, unheeded, reported
    }

    public static let kind = "violation.corrected"
    public static let command: String? = "violation.correct"
    public static let meaning = "A corrected violation: what, who, outcome (糾正違章, G2)."

    public var who = ""
    public var text = ""
    public var place: String?
    public var outcome = Outcome.heeded

    public init() {}

    public static let fields: [Field<ViolationCorrected>] = [
        Field("who", \.who, "Who: name, unit, plate or looks."),
        Field("text", \.text, "What they did."),
        Field("place", \.place, "Where."),
        Field("outcome", \.outcome, "What came of it."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ViolationCorrected {
        try situation.requireStaff()
        try situation.require(who, field: "who")
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
