import Notation

/// Something happened (G8).
public struct OccurrenceOpened: Fact {
    public static let kind = "occurrence.opened"
    public static let command: String? = "occurrence.open"
    public static let decisive: Set<String> = ["occurrence"]
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
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var item = Occurrence()
        item.kind = occurrence
        item.text = text
        item.place = place
        item.post = stamp.post
        item.told = told.map { [$0] } ?? []
        item.updated = stamp.happened
        item.entered = stamp.at == nil ? nil : stamp.t
        item.opened = stamp.happened
        item.isLate = stamp.isLate
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
        _ = try situation.occurrence(ref)
        try situation.require((text ?? "") + (told ?? ""), field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.update(ref, by: stamp) { occurrence in
            if let told { occurrence.told = (occurrence.told + [told]).suffix(Occurrence.toldKept) }
        }
    }
}

/// An occurrence is settled. A criminal case only after the police took it over (S4), and never while somebody is detained (G4).
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
        let occurrence = try situation.occurrence(ref)
        try situation.require(text, field: "text")
        try situation.requireTime(notBefore: occurrence.updated)
        guard !situation.registers.detained.values.contains(where: { $0.occurrence == ref }) else { throw .stillDetained }
        guard occurrence.isHandedOver || !situation.estate.isForPolice(occurrence) else { throw .notHandedOver }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.occurrences[ref] = nil }
}
