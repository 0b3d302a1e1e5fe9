import Notation

/// Damage that was found (損壞), open until it is repaired and a second look has confirmed it (G9).
public struct Defect: Carried {
    public var place = ""
    public var item: String?
    public var text = ""
    /// Who was told when it was found.
    public var told: String?
    /// Who is to repair it.
    public var assignee: String?
    /// Until when.
    public var until: Instant?
    /// Who recorded the repair; another one must confirm it.
    public var repairer: String?
    /// When it was last repaired, or looked at after a repair.
    public var repaired: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "defect"
    public static let correctable: Set<String> = ["place", "item", "text", "told", "assignee"]
    public static let fields: [Field<Defect>] = [
        Field("place", \.place, "Checkpoint or post, by its id, or a place in words."),
        Field("item", \.item, "Which of its items."),
        Field("text", \.text, "What is wrong.", presence: .optional),
        Field("told", \.told, "Who was told when it was found."),
        Field("assignee", \.assignee, "Who is to repair it."),
        Field("until", \.until, "Until when."),
        Field("repairer", \.repairer, "Who recorded the repair."),
        Field("repaired", \.repaired, "When it was last repaired, or looked at after a repair.", presence: .optional),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var found = Instant(milliseconds: 0)

    public static func place(_ item: Defect, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.found = since
        registers.defects[opener] = item
    }

    /// Whether it names a thing among its items.
    func concerns(_ thing: String) -> Bool { (item ?? "").split(separator: " ").contains { $0 == thing } }

    /// Whether a count of the thing stands behind what is wrong.
    var isCounted: Bool { text.split(separator: " ").last.map(Defect.isCount) ?? false }

    private static func isCount(_ word: Substring) -> Bool {
        let numbers = word.split(separator: "/", omittingEmptySubsequences: false)
        return numbers.count == 2 && numbers.allSatisfy { Int($0) != nil }
    }

    /// Notes what was counted last, behind what is wrong.
    mutating func note(_ count: Int, of expected: Int) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let said = isCounted ? words.dropLast() : words[...]
        text = (said + ["\(count)/\(expected)"]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether it should be repaired by now.
    public func isOverdue(at now: Instant) -> Bool { repairer == nil && until.map { $0 < now } ?? false }
}

extension Registers {
    /// The newest defect of a thing at a post that nobody has repaired.
    func openDefect(of thing: String, at post: String, except line: Int? = nil) -> (key: Int, value: Defect)? {
        defects.filter { $0.key != line && $0.value.place == post && $0.value.repairer == nil && $0.value.concerns(thing) }.max { $0.key < $1.key }
    }

    /// The newest defect of a thing at a post, repaired or not: what state the thing is in.
    public func defect(of thing: String, at post: String) -> Defect? {
        openDefect(of: thing, at: post)?.value ?? defects.filter { $0.value.place == post && $0.value.concerns(thing) }.max { $0.key < $1.key }?.value
    }
}

/// Damage was found outside a round (G3, G9).
public struct DefectFound: Fact {
    public static let kind = "defect.found"
    public static let command: String? = "defect.find"
    public static let meaning = "Damage was found at a post or on the way; it stays open until repaired and confirmed (G3, G9)."

    public var place = ""
    public var item: String?
    public var text = ""
    public var told: String?

    public init() {}

    public static let fields: [Field<DefectFound>] = [
        Field("place", \.place, "Where: a checkpoint or post by its id, or in words."),
        Field("item", \.item, "Which item."),
        Field("text", \.text, "What is wrong."),
        Field("told", \.told, "Who was told."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> DefectFound {
        try situation.requireStaff()
        try situation.require(place, field: "place")
        try situation.require(text, field: "text")
        var copy = self
        copy.place = situation.estate.place(named: place) ?? place
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var defect = Defect()
        (defect.place, defect.item, defect.text, defect.told, defect.found, defect.isLate) = (place, item, text, told, stamp.happened, stamp.isLate)
        registers.defects[stamp.n] = defect
    }
}

/// Somebody is to repair a defect.
public struct DefectAssigned: Fact {
    public static let kind = "defect.assigned"
    public static let command: String? = "defect.assign"
    public static let decisive: Set<String> = ["until"]
    public static let meaning = "A defect was given to somebody to repair, and until when (G9)."

    public var ref = 0
    public var assignee = ""
    public var until: Instant?

    public init() {}

    public static let fields: [Field<DefectAssigned>] = [
        Field("ref", \.ref, "The line that found the defect."),
        Field("assignee", \.assignee, "Who is to repair it."),
        Field("until", \.until, "Until when."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> DefectAssigned {
        _ = try situation.defect(ref)
        try situation.require(assignee, field: "assignee")
        if let until, until.clockMinutes(since: situation.happened) < 0 { throw .timePast }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.defects[ref]?.assignee = assignee
        registers.defects[ref]?.until = until
    }
}

/// A defect is said to be repaired; a second look must confirm it.
public struct DefectRepaired: Fact {
    public static let kind = "defect.repaired"
    public static let command: String? = "defect.repair"
    public static let meaning = "A defect was repaired; it stays open until somebody else has looked at it (G9)."

    public var ref = 0
    public var text: String?

    public init() {}

    public static let fields: [Field<DefectRepaired>] = [
        Field("ref", \.ref, "The line that found the defect."),
        Field("text", \.text, "What was done."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> DefectRepaired {
        guard try situation.defect(ref).repairer == nil else { throw .alreadyRecorded }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.defects[ref]?.repairer = stamp.by
        registers.defects[ref]?.repaired = stamp.happened
    }
}

/// A second look at a repair: by another person than who was to repair it or recorded it.
public struct DefectConfirmed: Fact {
    public static let kind = "defect.confirmed"
    public static let command: String? = "defect.confirm"
    public static let decisive: Set<String> = ["good"]
    public static let meaning = "A second look at a repaired defect, by somebody who neither was to repair it nor recorded the repair: good, or still damaged (G9)."

    public var ref = 0
    public var isGood = false
    public var text: String?

    public init() {}

    public static let fields: [Field<DefectConfirmed>] = [
        Field("ref", \.ref, "The line that found the defect."),
        Field("good", \.isGood, "Whether it is in order.", presence: .required),
        Field("text", \.text, "What was seen."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> DefectConfirmed {
        let defect = try situation.defect(ref)
        guard let repairer = defect.repairer else { throw .notRepaired }
        guard repairer != situation.by, !situation.isMeant(by: defect.assignee) else { throw .ownRepair }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard !isGood else { return registers.defects[ref] = nil }
        registers.defects[ref]?.repairer = nil
        registers.defects[ref]?.repaired = stamp.happened
    }
}

extension Situation {
    /// Whether whoever writes is meant by a number or a name in words.
    fileprivate func isMeant(by words: String?) -> Bool {
        guard let words, let person = estate.person(by) else { return false }
        let named = Estate.bare(words)
        return named.contains(Estate.bare(person.number)) || named.contains(Estate.bare(person.name))
    }

    /// The open defect that a command is about.
    fileprivate func defect(_ ref: Int) throws(Refusal) -> Defect {
        try requireStaff()
        guard let defect = registers.defects[ref] else { throw .nothingThere(ref: ref) }
        try requireTime(notBefore: defect.repaired ?? defect.found)
        return defect
    }
}
