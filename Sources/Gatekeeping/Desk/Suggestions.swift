import Notation

/// What came of a suggestion hangs on the board (張榜公布, C4).
public struct SuggestionPosted: Fact {
    public static let kind = "suggestion.posted"
    public static let command: String? = "suggestion.post"
    public static let meaning = "What came of a suggestion was posted for all to read (C4)."

    public var ref = 0
    public var text = ""

    public init() {}

    public static let fields: [Field<SuggestionPosted>] = [Field("ref", \.ref, "The suggestion."), Field("text", \.text, "What is posted.")]

    public func decided(in situation: Situation) throws(Refusal) -> SuggestionPosted {
        _ = try situation.matter(ref, at: .post)
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { $0.settled = stamp.happened }
    }
}

/// A household is commended for its suggestion (表彰, C4); the list for 文明戶 is made of these.
public struct HouseholdCommended: Fact {
    public static let kind = "household.commended"
    public static let command: String? = "household.commend"
    public static let meaning = "A household is commended for its suggestion; it stands on the list for model households (文明戶, C4)."

    public var ref = 0
    public var unit = ""
    public var text = ""

    public init() {}

    public static let fields: [Field<HouseholdCommended>] = [
        Field("ref", \.ref, "The suggestion."), Field("unit", \.unit, "Unit, by its id.", presence: .optional), Field("text", \.text, "What for."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> HouseholdCommended {
        let matter = try situation.matter(ref)
        // Only what was taken up, and each once.
        guard matter.kind == .suggestion, matter.isValid == true else { throw .otherStep(matter.next) }
        guard !matter.isCommended else { throw .alreadyRecorded }
        try situation.require(text, field: "text")
        var copy = self
        if copy.unit.isEmpty { copy.unit = matter.unit ?? "" }
        try situation.require(copy.unit, field: "unit")
        try situation.estate.require(unit: copy.unit, purpose: nil)
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { $0.isCommended = true }
    }
}
