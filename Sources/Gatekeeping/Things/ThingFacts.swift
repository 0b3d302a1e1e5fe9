import Notation

/// The post takes a thing into its keeping (G6, S8).
public struct ThingKept: Fact {
    public static let kind = "thing.kept"
    public static let command: String? = "thing.keep"
    public static let decisive: Set<String> = ["sort"]
    public static let meaning = "A thing is kept at the post: a parcel for a resident, a key, equipment issued to the post, lost property (G6, S8)."

    public var sort = Thing.Sort.parcel
    public var what = ""
    public var unit: String?
    public var giver: String?
    public var due: Instant?

    public init() {}

    public static let fields: [Field<ThingKept>] = [
        Field("sort", \.sort, "What kind of thing."),
        Field("what", \.what, "What it is."),
        Field("unit", \.unit, "The unit it is for."),
        Field("giver", \.giver, "Who brought or found it."),
        Field("due", \.due, "Until when it should be fetched."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ThingKept {
        try situation.requireStaff()
        guard Thing.Sort.keepable.contains(sort) else { throw .unknownValue(field: "sort", value: sort.rawValue, known: Thing.Sort.keepable.map(\.rawValue)) }
        try situation.require(what, field: "what")
        try situation.estate.require(unit: unit, purpose: nil)
        if let due, due.clockMinutes(since: situation.happened) < 0 { throw .timePast }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var thing = Thing()
        (thing.sort, thing.post, thing.what, thing.unit, thing.due) = (sort, stamp.post.isEmpty ? nil : stamp.post, what, unit, due)
        (thing.since, thing.isLate) = (stamp.happened, stamp.isLate)
        registers.things[stamp.n] = thing
    }
}

/// A thing is given into somebody's hands for a while (S8).
public struct ThingLent: Fact {
    public static let kind = "thing.lent"
    public static let command: String? = "thing.lend"
    public static let decisive: Set<String> = ["holder"]
    public static let meaning = "A thing of the post was issued or lent: to whom, until when (S8, G6)."

    public var ref = 0
    public var holder = ""
    public var due: Instant?

    public init() {}

    public static let fields: [Field<ThingLent>] = [
        Field("ref", \.ref, "The line that took it in."),
        Field("holder", \.holder, "Who has it now."),
        Field("due", \.due, "When it is due back; without a word, at the end of the shift."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ThingLent {
        _ = try situation.thing(ref)
        try situation.require(holder, field: "holder")
        if let due, due.clockMinutes(since: situation.happened) < 0 { throw .timePast }
        var lent = self
        lent.due = due ?? situation.estate.shift(at: situation.now)?.until
        return lent
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.things[ref]?.holder = holder
        registers.things[ref]?.due = due
        registers.things[ref]?.moved = stamp.happened
    }
}

/// A thing is back at the post.
public struct ThingReturned: Fact {
    public static let kind = "thing.returned"
    public static let command: String? = "thing.return"
    public static let meaning = "A thing that was issued or lent is back, and in what state (S8, G6); a visitor badge is one of the stock again."

    public var ref = 0
    public var text: String?
    public var isOfStock = false

    public init() {}

    public static let fields: [Field<ThingReturned>] = [
        Field("ref", \.ref, "The line that took it in."),
        Field("text", \.text, "Its state."),
        Field("ofStock", \.isOfStock, "It is one of the stock again and no thing of its own any more.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ThingReturned {
        let thing = try situation.thing(ref)
        guard thing.holder != nil else { throw .notLent }
        var copy = self
        copy.isOfStock = thing.sort == .badge
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard !isOfStock else { return registers.things[ref] = nil }
        registers.things[ref]?.holder = nil
        registers.things[ref]?.due = nil
        registers.things[ref]?.moved = stamp.happened
        if !stamp.post.isEmpty { registers.things[ref]?.post = stamp.post }
    }
}

/// A thing left the post for good.
public struct ThingFetched: Fact {
    public static let kind = "thing.fetched"
    public static let command: String? = "thing.fetch"
    public static let meaning = "A thing was fetched by whom it belongs to, or given up, and against what proof (G6); a visitor badge that is not coming back is written off, and so is what somebody lent does not bring back, with the reason."

    public var ref = 0
    public var who = ""
    public var text: String?

    public init() {}

    public static let fields: [Field<ThingFetched>] = [
        Field("ref", \.ref, "The line that took it in."),
        Field("who", \.who, "Who fetched it."),
        Field("text", \.text, "Proof, or where it went; lost property is given up against proof only."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ThingFetched {
        let thing = try situation.thing(ref)
        // What does not come back from whom it was lent to is written off against them, and why.
        if let holder = thing.holder, thing.sort != .badge, who != holder || (text ?? "").allSatisfy(\.isWhitespace) { throw .lent(to: holder) }
        if thing.sort == .lost { try situation.require(text ?? "", field: "text") }
        try situation.require(who, field: "who")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.things[ref] = nil }
}

extension Situation {
    /// The thing that a command is about.
    fileprivate func thing(_ ref: Int) throws(Refusal) -> Thing {
        try requireStaff()
        guard let thing = registers.things[ref] else { throw .nothingThere(ref: ref) }
        try requireTime(notBefore: thing.moved ?? thing.since)
        return thing
    }
}
