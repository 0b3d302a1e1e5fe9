import Notation

/// One entry of the occurrence book (值班情況記錄, G8), open until resolved (P1).
public struct Occurrence: Carried {
    public var kind = ""
    public var text = ""
    public var place: String?
    /// Who was told, the latest; all of them stand in the journal.
    public static let toldKept = 10
    public var told: [String] = []
    /// When there was last something new.
    public var updated = Instant(milliseconds: 0)

    public init() {}

    public static let forwardName = "occurrence"
    public static let fields: [Field<Occurrence>] = [
        Field("occurrence", \.kind, "Kind, by its id."),
        Field("text", \.text, "What happened."),
        Field("place", \.place, "Where."),
        Field("told", \.told, "Who was told.", presence: .optional),
        Field("updated", \.updated, "When there was last something new."),
    ]

    public var opened = Instant(milliseconds: 0)

    public static func place(_ item: Occurrence, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.opened = since
        registers.occurrences[opener] = item
    }

    /// Minutes beyond the longest silence of its kind; nil while within it (P1).
    public func silence(in estate: Estate, at now: Instant) -> Int? {
        guard let kind = estate.occurrenceKind(kind) else { return nil }
        let over = now.minutes(since: updated) - kind.silenceMinutes
        return over > 0 ? over : nil
    }
}

/// Something happened (G8).
public struct OccurrenceOpened: Fact {
    public static let kind = "occurrence.opened"
    public static let command: String? = "occurrence.open"
    public static let meaning = "Something happened; it stays open until resolved (G8, P1)."

    public var occurrence = ""
    public var text = ""
    public var place: String?
    public var told: String?

    public init() {}

    public static let fields: [Field<OccurrenceOpened>] = [
        Field("occurrence", \.occurrence, "Kind, by its id."),
        Field("text", \.text, "What happened, in a sentence."),
        Field("place", \.place, "Where."),
        Field("told", \.told, "Who was told at once."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> OccurrenceOpened {
        try situation.requireStaff()
        try situation.estate.require(occurrence, in: situation.estate.occurrenceKinds.map(\.id), field: "occurrence")
        guard !text.isEmpty else { throw .missingField("text") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var item = Occurrence()
        item.kind = occurrence
        item.text = text
        item.place = place
        item.told = told.map { [$0] } ?? []
        item.updated = stamp.happened
        item.opened = stamp.happened
        registers.occurrences[stamp.n] = item
    }
}

/// News of an open occurrence.
public struct OccurrenceUpdated: Fact {
    public static let kind = "occurrence.updated"
    public static let command: String? = "occurrence.update"
    public static let meaning = "News of an open occurrence, or who was told of it."

    public var ref = 0
    public var text: String?
    public var told: String?

    public init() {}

    public static let fields: [Field<OccurrenceUpdated>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("text", \.text, "What is new."),
        Field("told", \.told, "Who was told."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> OccurrenceUpdated {
        try situation.requireStaff()
        guard situation.registers.occurrences[ref] != nil else { throw .nothingThere(ref: ref) }
        guard text?.isEmpty == false || told?.isEmpty == false else { throw .missingField("text") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard var occurrence = registers.occurrences[ref] else { return }
        occurrence.updated = stamp.happened
        if let told { occurrence.told = (occurrence.told + [told]).suffix(Occurrence.toldKept) }
        registers.occurrences[ref] = occurrence
    }
}

/// An occurrence is settled.
public struct OccurrenceResolved: Fact {
    public static let kind = "occurrence.resolved"
    public static let command: String? = "occurrence.resolve"
    public static let meaning = "An occurrence is settled, and how."

    public var ref = 0
    public var text = ""

    public init() {}

    public static let fields: [Field<OccurrenceResolved>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("text", \.text, "How it was settled."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> OccurrenceResolved {
        try situation.requireStaff()
        guard situation.registers.occurrences[ref] != nil else { throw .nothingThere(ref: ref) }
        guard !text.isEmpty else { throw .missingField("text") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.occurrences[ref] = nil }
}

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
        guard !who.isEmpty else { throw .missingField("who") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
