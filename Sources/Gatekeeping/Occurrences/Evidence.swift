import Notation

/// A piece of evidence and who holds it (G13).
public struct Evidence: Kept {
    /// The occurrence it belongs to.
    public var occurrence = 0
    public var what = ""
    /// Who holds it now.
    public var holder = ""
    /// When it last changed hands; missing on pages of versions that did not keep it.
    public var passed: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "evidence"
    public static let correctable: Set<String> = ["what"]
    public static let fields: [Field<Evidence>] = [
        Field("occurrence", \.occurrence, "The occurrence it belongs to."),
        Field("what", \.what, "What it is."),
        Field("holder", \.holder, "Who holds it now."),
        Field("passed", \.passed, "When it last changed hands."),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Evidence]> & Sendable = \.evidence
}

/// Evidence was secured (保護證據, G13).
public struct EvidenceTaken: Fact {
    public static let kind = "evidence.taken"
    public static let command: String? = "evidence.take"
    public static let decisive: Set<String> = ["holder"]
    public static let meaning = "Evidence of an occurrence was secured, and who holds it (保護證據, G13)."

    public var ref = 0
    public var what = ""
    public var place: String?
    public var holder = ""

    public init() {}

    public static let fields: [Field<EvidenceTaken>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("what", \.what, "What it is."),
        Field("place", \.place, "Where it was found."),
        Field("holder", \.holder, "Who holds it: a guard's number or a name."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> EvidenceTaken {
        _ = try situation.occurrence(ref)
        try situation.require(what, field: "what")
        try situation.require(holder, field: "holder")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.update(ref, by: stamp)
        var evidence = Evidence()
        (evidence.occurrence, evidence.what, evidence.holder, evidence.since, evidence.isLate) = (ref, what, holder, stamp.happened, stamp.isLate)
        registers.evidence[stamp.n] = evidence
    }
}

/// Evidence changed hands: every change stands in the journal.
public struct EvidencePassed: Fact {
    /// Whether it stays with the estate.
    public enum Leaving: String, Choice {
        case kept, out
    }

    public static let kind = "evidence.passed"
    public static let command: String? = "evidence.pass"
    public static let decisive: Set<String> = ["holder", "leaving"]
    public static let meaning = "Evidence changed hands: to another guard, or out of the house to the police or its owner (G13)."

    public var ref = 0
    public var holder = ""
    public var leaving = Leaving.kept
    public var why: String?

    public init() {}

    public static let fields: [Field<EvidencePassed>] = [
        Field("ref", \.ref, "The line that took it."),
        Field("holder", \.holder, "Who holds it now."),
        Field("leaving", \.leaving, "Whether it leaves the house."),
        Field("why", \.why, "Why, or the receipt."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> EvidencePassed {
        try situation.requireStaff()
        guard let evidence = situation.registers.evidence[ref] else { throw .nothingThere(ref: ref) }
        try situation.requireTime(notBefore: evidence.passed ?? evidence.since)
        try situation.require(holder, field: "holder")
        if leaving != .out, holder == evidence.holder { throw .alreadyRecorded }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if let occurrence = registers.evidence[ref]?.occurrence { registers.update(occurrence, by: stamp) }
        switch leaving {
        case .kept:
            registers.evidence[ref]?.holder = holder
            registers.evidence[ref]?.passed = stamp.happened
        case .out: registers.evidence[ref] = nil
        }
    }
}
