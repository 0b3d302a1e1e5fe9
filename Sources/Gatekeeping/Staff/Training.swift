import Notation

/// What a guard was trained in or certified for, and until when it holds (S7).
public struct Certificate: Kept {
    public var person = ""
    public var what = ""
    public var until = Instant(milliseconds: 0)

    public init() {}

    public static let forwardName = "certificate"
    public static let fields: [Field<Certificate>] = [
        Field("guard", \.person, "Number of the guard."),
        Field("what", \.what, "The subject or certificate."),
        Field("until", \.until, "Until when it holds."),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Certificate]> & Sendable = \.certificates

    /// How long before its end it is announced, in minutes: thirty days.
    public static let announced = 30 * 1440

    /// Whether it runs out within thirty days, or has.
    public func isRunningOut(at now: Instant) -> Bool { until.minutes(since: now) < Certificate.announced }
}

extension Registers {
    /// Certificates of people of the estate that run out within thirty days, or have, by what runs out first.
    public func certificates(in estate: Estate, runningOutAt now: Instant) -> [(key: Int, value: Certificate)] {
        certificates.filter { $0.value.isRunningOut(at: now) && estate.person($0.value.person) != nil }.sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }
    }
}

/// A guard was trained or certified (業務技能培訓, S7).
public struct TrainingRecorded: Fact {
    public static let kind = "training.recorded"
    public static let command: String? = "training.record"
    public static let decisive: Set<String> = ["guard"]
    public static let meaning = "A guard was trained or certified; one with an end is announced thirty days before it (S7)."

    public var person = ""
    public var what = ""
    public var until: Instant?
    public var text: String?

    public init() {}

    public static let fields: [Field<TrainingRecorded>] = [
        Field("guard", \.person, "Number of the guard."),
        Field("what", \.what, "The subject or certificate."),
        Field("until", \.until, "Until when it holds."),
        Field("text", \.text, "Remark: who taught, the result."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> TrainingRecorded {
        try situation.requireStaff()
        guard situation.estate.person(person) != nil else { throw .unknownGuard(person) }
        try situation.require(what, field: "what")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        // A renewed one replaces the one before, however its name was typed.
        registers.certificates = registers.certificates.filter { $0.value.person != person || Estate.bare($0.value.what) != Estate.bare(what) }
        guard let until else { return }
        var certificate = Certificate()
        (certificate.person, certificate.what, certificate.until, certificate.since) = (person, what, until, stamp.happened)
        registers.certificates[stamp.n] = certificate
    }
}
