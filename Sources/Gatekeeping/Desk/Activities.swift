import Notation

/// An activity of the year's plan that took place.
public struct HeldActivity: Carried {
    public var activity = ""
    public var year = 0

    public init() {}

    public static let forwardName = "activity"
    public static let fields: [Field<HeldActivity>] = [
        Field("activity", \.activity, "Activity, by its id."), Field("year", \.year, "In whose plan it counts."),
    ]

    var key: String { "\(activity)/\(year)" }

    public static func place(_ item: HeldActivity, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.held[item.key] = item
    }
}

/// A half-year meeting, a festival or a questionnaire took place (R5).
public struct ActivityHeld: Fact {
    public static let kind = "activity.held"
    public static let command: String? = "activity.hold"
    public static let decisive: Set<String> = ["activity"]
    public static let meaning = "A meeting, festival or questionnaire of the year's plan: who took part and what came of it (R1, R5)."

    public var activity = ""
    public var count = 0
    public var text = ""
    public var year = 0

    public init() {}

    public static let fields: [Field<ActivityHeld>] = [
        Field("activity", \.activity, "Activity, by its id."), Field("count", \.count, "People who came, or sheets that came back."),
        Field("text", \.text, "What came of it."), Field("year", \.year, "In whose plan it counts.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ActivityHeld {
        try situation.requireStaff()
        let desk = try situation.estate.requireDesk()
        try situation.estate.require(activity, in: desk.activities.map(\.id), field: "activity")
        try situation.require(text, field: "text")
        guard (0...99_999).contains(count) else { throw .unknownValue(field: "count", value: String(count), known: ["0…99999"]) }
        var copy = self
        copy.year = Day(situation.happened, in: situation.estate.zone).parts.year
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var held = HeldActivity()
        (held.activity, held.year) = (activity, year)
        registers.held[held.key] = held
    }
}

/// Another company came to see how it is done here (同行參觀, C7).
public struct StudyVisitReceived: Fact {
    public static let kind = "study.received"
    public static let command: String? = "study.receive"
    public static let meaning = "A study visit of another company: host, programme, how many (C7)."

    public var company = ""
    public var host = ""
    public var programme = ""
    public var count = 1

    public init() {}

    public static let fields: [Field<StudyVisitReceived>] = [
        Field("company", \.company, "Who came."), Field("host", \.host, "Who received them."), Field("programme", \.programme, "What they were shown."),
        Field("count", \.count, "How many."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> StudyVisitReceived {
        try situation.requireStaff()
        for (text, field) in [(company, "company"), (host, "host"), (programme, "programme")] { try situation.require(text, field: field) }
        try situation.require(people: count, field: "count")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
