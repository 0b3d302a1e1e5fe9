import Notation

/// A pass for goods to be carried out (放行條): without one nothing large leaves.
public struct GoodsPass: Kept {
    public var what = ""
    public var count = 1
    public var unit = ""
    public var consent = ""
    public var carrier = ""
    public var plate: String?
    /// When something last went out on it.
    public var used: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "pass"
    public static let correctable: Set<String> = ["consent"]
    public static let fields: [Field<GoodsPass>] = [
        Field("what", \.what, "What may be carried out."),
        Field("count", \.count, "How many pieces."),
        Field("unit", \.unit, "From which unit."),
        Field("consent", \.consent, "Who of the unit agreed, and how."),
        Field("carrier", \.carrier, "Who carries it."),
        Field("plate", \.plate, "The vehicle."),
        Field("used", \.used, "When something last went out on it."),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: GoodsPass]> & Sendable = \.passes
}

/// A pass for goods was issued (放行條).
public struct PassIssued: Fact {
    public static let kind = "pass.issued"
    public static let command: String? = "pass.issue"
    public static let decisive: Set<String> = ["what", "count", "unit", "carrier", "plate"]
    public static let meaning = "A pass for goods to be carried out: what, how many, whose consent, who carries, which plate (放行條)."

    public var what = ""
    public var count = 1
    public var unit = ""
    public var consent = ""
    public var carrier = ""
    public var plate: String?

    public init() {}

    public static let fields: [Field<PassIssued>] = [
        Field("what", \.what, "What may be carried out."),
        Field("count", \.count, "How many pieces."),
        Field("unit", \.unit, "From which unit."),
        Field("consent", \.consent, "Who of the unit agreed, and how."),
        Field("carrier", \.carrier, "Who carries it."),
        Field("plate", \.plate, "The vehicle."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> PassIssued {
        try situation.requireStaff()
        try situation.estate.require(unit: unit, purpose: nil)
        for (text, field) in [(what, "what"), (consent, "consent"), (carrier, "carrier")] { try situation.require(text, field: field) }
        guard count >= 1 else { throw .missingField("count") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var pass = GoodsPass()
        (pass.what, pass.count, pass.unit, pass.consent, pass.carrier, pass.plate) = (what, count, unit, consent, carrier, plate)
        (pass.since, pass.isLate) = (stamp.happened, stamp.isLate)
        registers.passes[stamp.n] = pass
    }
}

/// A pass is no longer valid: it was issued by mistake, or the owner no longer agrees.
public struct PassCancelled: Fact {
    public static let kind = "pass.cancelled"
    public static let command: String? = "pass.cancel"
    public static let meaning = "A goods pass, or what is left on it, is no longer valid, and why; a right one is issued anew (放行條)."

    public var ref = 0
    public var why = ""

    public init() {}

    public static let fields: [Field<PassCancelled>] = [
        Field("ref", \.ref, "The pass."),
        Field("why", \.why, "Why it is no longer valid."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> PassCancelled {
        try situation.requireStaff()
        guard let pass = situation.registers.passes[ref] else { throw .noPass }
        try situation.requireTime(notBefore: pass.used ?? pass.since)
        try situation.require(why, field: "why")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.passes[ref] = nil }
}

/// Goods left on their pass.
public struct GoodsLetOut: Fact {
    public static let kind = "goods.released"
    public static let command: String? = "goods.release"
    public static let decisive: Set<String> = ["count", "plate", "who"]
    public static let meaning =
        "Goods left on their pass; without a pass there is no way out. Another vehicle or carrier than the pass names goes to the supervisor, and so do more pieces, which need a reason."

    public var ref = 0
    public var count: Int?
    public var plate: String?
    public var who: String?
    public var why: String?
    public var remaining = 0
    public var differs: [String] = []

    public init() {}

    public static let fields: [Field<GoodsLetOut>] = [
        Field("ref", \.ref, "The pass."),
        Field("count", \.count, "How many pieces left; all of them if missing."),
        Field("plate", \.plate, "The vehicle they left in, as seen; where the pass names one and none is said, that differs."),
        Field("who", \.who, "Who carried them."),
        Field("why", \.why, "Why more goes out than the pass allows, or differently; it goes to the supervisor."),
        Field("remaining", \.remaining, "How many the pass still allows.", presence: .derived),
        Field("differs", \.differs, "What does not fit the pass: which, what was seen, what the pass says.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> GoodsLetOut {
        try situation.requireStaff()
        guard let pass = situation.registers.passes[ref] else { throw .noPass }
        if let count, count < 1 { throw .unknownValue(field: "count", value: String(count), known: ["1…"]) }
        var copy = self
        copy.differs = try situation.differences(from: ref, Bearer(plate: plate ?? "", names: who.map { [$0] } ?? []), pieces: count, why: why)
        copy.remaining = max(0, pass.count - (count ?? pass.count))
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        let what = registers.passes[ref]?.what
        registers.use(ref, rest: remaining > 0 ? remaining : nil, stamp)
        guard !differs.isEmpty else { return }
        registers.refer(.goods, [what, why].compactMap { $0 }.joined(separator: " · "), stamp)
        registers.referrals[stamp.n]?.differs = differs
    }
}

/// Goods without a pass were not let out.
public struct GoodsHeld: Fact {
    public static let kind = "goods.held"
    public static let command: String? = "goods.hold"
    public static let meaning = "Goods without a pass were not let out: what, who carried them, from where (放行條)."

    public var what = ""
    public var who = ""
    public var unit: String?
    public var told: String?

    public init() {}

    public static let fields: [Field<GoodsHeld>] = [
        Field("what", \.what, "What was to be carried out."),
        Field("who", \.who, "Who carried it."),
        Field("unit", \.unit, "From which unit."),
        Field("told", \.told, "Who was told."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> GoodsHeld {
        try situation.requireStaff()
        try situation.require(what, field: "what")
        try situation.require(who, field: "who")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
