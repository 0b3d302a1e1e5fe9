import Notation

/// The police took a case over (移交派出所, S4).
public struct CaseTransferred: Fact {
    public static let kind = "case.transferred"
    public static let command: String? = "case.transfer"
    public static let meaning = "The police station took a case over: station, officer, receipt (移交派出所, S4)."

    public var ref = 0
    public var station = ""
    public var officer = ""
    public var receipt: String?

    public init() {}

    public static let fields: [Field<CaseTransferred>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("station", \.station, "The police station."),
        Field("officer", \.officer, "The officer who took it over, name or number."),
        Field("receipt", \.receipt, "Number of the receipt; lines of older versions may lack it.", presence: .demanded),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> CaseTransferred {
        let occurrence = try situation.occurrence(ref)
        guard !occurrence.isHandedOver else { throw .alreadyRecorded }
        try situation.require(station, field: "station")
        try situation.require(officer, field: "officer")
        try situation.require(receipt ?? "", field: "receipt")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.update(ref, by: stamp) { $0.isHandedOver = true }
    }
}

/// What was opened as a criminal case turned out to be none: a mistake, an unfounded report. A supervisor stands by it (S4).
public struct CaseDismissed: Signed {
    public static let kind = "case.dismissed"
    public static let command: String? = "case.dismiss"
    public static let meaning = "A supervisor found that an occurrence is no case for the police, and why; it can be settled without them (S4)."
    public static let mustBeSigned = true
    public static let decisive: Set<String> = ["supervisor"]

    public var ref = 0
    public var why = ""
    public var supervisor = ""
    public var isReferred = false
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<CaseDismissed>] =
        [
            Field("ref", \.ref, "The occurrence."),
            Field("why", \.why, "Why it is no case."),
            Field("supervisor", \.supervisor, "Number of the supervisor by whose word it is none."),
            Field("referred", \.isReferred, "Nobody signed for the supervisor's word: it goes to a supervisor.", presence: .derived),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> CaseDismissed {
        let occurrence = try situation.occurrence(ref)
        guard !occurrence.isDismissed, !occurrence.isHandedOver else { throw .alreadyRecorded }
        guard situation.estate.isForPolice(occurrence) else { throw .noCase }
        try situation.require(why, field: "why")
        try situation.requireSupervisor(supervisor)
        try situation.requireSignature(self)
        var copy = self
        copy.isReferred = signed == nil
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        noteSignature(&registers, stamp)
        if isReferred { registers.refer(.dismissed, [registers.occurrences[ref]?.text, why].compactMap { $0 }.joined(separator: " · "), stamp) }
        registers.update(ref, by: stamp) { $0.isDismissed = true }
    }
}
