import Notation

/// A suspicious person or vehicle was questioned (盤問, G11).
public struct Questioned: Fact {
    /// Who or what was questioned.
    public enum Subject: String, Choice {
        case person, vehicle
    }

    /// What came of it.
    public enum Outcome: String, Choice {
        case cleared, refused, reported
    }

    public static let kind = "questioning.recorded"
    public static let command: String? = "questioning.record"
    public static let meaning = "A suspicious person or vehicle was questioned and checked (盤問, G11)."

    public var subject = Subject.person
    public var who = ""
    public var finding = ""
    public var outcome = Outcome.cleared

    public init() {}

    public static let fields: [Field<Questioned>] = [
        Field("subject", \.subject, "Person or vehicle."),
        Field("who", \.who, "Name or looks; plate."),
        Field("finding", \.finding, "What was found."),
        Field("outcome", \.outcome, "What came of it."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> Questioned {
        try situation.requireStaff()
        try situation.require(who, field: "who")
        try situation.require(finding, field: "finding")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
