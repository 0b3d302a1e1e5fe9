import Notation

/// A supervisor's exception from a rule; open until the supervisor confirms it.
public struct Exception: Carried {
    /// What it lets pass.
    public enum Matter: String, Choice {
        /// Admission without accepted identification (P3).
        case identification
        /// Admission of somebody suspicious (P3).
        case suspicion
        /// Admission of somebody on the deny list.
        case denied
        /// Leaving the post without a relief (P5).
        case signOff = "sign-off"
    }

    /// How it was granted.
    public enum Manner: String, Choice {
        case present, telephone
    }

    public var matter = Matter.identification
    public var visit: Int?
    public var supervisor = ""
    public var manner = Manner.telephone
    public var reason = ""
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "exception"
    public static let correctable: Set<String> = ["reason"]
    public static let fields: [Field<Exception>] = [
        Field("matter", \.matter, "What it lets pass."),
        Field("visit", \.visit, "The visit or registration it is for."),
        Field("supervisor", \.supervisor, "Who granted it."),
        Field("manner", \.manner, "How."),
        Field("reason", \.reason, "Why."),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    /// When it was granted.
    public var granted = Instant(milliseconds: 0)

    public static func place(_ item: Exception, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.granted = since
        registers.exceptions[opener] = item
    }
}

/// An exception is granted.
public struct ExceptionGranted: Signed {
    public static let kind = "exception.granted"
    public static let command: String? = "exception.grant"
    public static let meaning =
        "A supervisor, present or by telephone, grants an exception from a rule. Who is present signs for it; by telephone nobody can. It stays open until confirmed."
    public static let mustBeSigned = true
    public static let decisive: Set<String> = ["manner", "matter", "supervisor"]

    public var ref: Int?
    public var matter = Exception.Matter.identification
    public var supervisor = ""
    public var manner = Exception.Manner.telephone
    public var reason = ""
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<ExceptionGranted>] =
        [
            Field("ref", \.ref, "The visit or the vehicle's registration."),
            Field("matter", \.matter, "What it lets pass."),
            Field("supervisor", \.supervisor, "Number of the supervisor."),
            Field("manner", \.manner, "Present or by telephone."),
            Field("reason", \.reason, "Why."),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> ExceptionGranted {
        try situation.requireStaff()
        guard situation.estate.person(supervisor)?.isSupervisor == true else { throw .notSupervisor(supervisor) }
        guard !reason.isEmpty else { throw .missingField("reason") }
        switch manner {
        case .present: try situation.requireSignature(self)
        case .telephone: if signed != nil { throw .unknownField("pin") }
        }
        switch matter {
        case .signOff:
            guard ref == nil else { throw .unknownField("ref") }
            guard let custody = situation.registers.custody[situation.post] else { throw .postUnattended }
            if custody.holder == supervisor, situation.estate.hasOtherSupervisor(than: supervisor) { throw .ownException }
            try situation.requireOutsideWitness(self)
        case .identification, .suspicion, .denied:
            guard let ref else { throw .missingField("ref") }
            guard situation.registers.stays[ref]?.entered == nil else { throw .wrongStep(ref: ref) }
            if situation.registers.stays[ref] == nil {
                _ = try situation.registers.visit(ref, at: [.expected, .verified, .registered])
            }
        }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var exception = Exception()
        exception.matter = matter
        exception.visit = ref
        exception.supervisor = supervisor
        exception.manner = manner
        exception.reason = reason
        exception.granted = stamp.happened
        exception.isLate = stamp.isLate
        registers.exceptions[stamp.n] = exception
        noteSignature(&registers, stamp)
        if let ref {
            registers.visits[ref]?.exceptions.append(matter)
            registers.stays[ref]?.isExcepted = true
        } else {
            registers.custody[stamp.post]?.signOffException = stamp.n
        }
    }
}

extension Estate {
    fileprivate func hasOtherSupervisor(than number: String) -> Bool { guards.contains { $0.isSupervisor && $0.number != number } }
}

/// The supervisor stands by an exception.
public struct ExceptionConfirmed: Signed {
    public static let kind = "exception.confirmed"
    public static let command: String? = "exception.confirm"
    public static let canBeCorrected = false
    public static let meaning = "The supervisor who granted an exception confirms it."
    public static let mustBeSigned = true

    public var ref = 0
    public var supervisor = ""
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<ExceptionConfirmed>] =
        [
            Field("ref", \.ref, "The exception."),
            Field("supervisor", \.supervisor, "Number of the supervisor."),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> ExceptionConfirmed {
        try situation.requireStaff()
        guard let exception = situation.registers.exceptions[ref] else { throw .nothingThere(ref: ref) }
        // Who has left the estate confirms nothing any more: then another supervisor does.
        let isThere = situation.estate.person(exception.supervisor)?.isSupervisor == true
        guard isThere ? exception.supervisor == supervisor : situation.estate.person(supervisor)?.isSupervisor == true else { throw .notSupervisor(supervisor) }
        try situation.requireSignature(self)
        if let witness, witness == situation.registers.witnessed[ref]?.witness { throw .witnessedBefore(witness) }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.exceptions[ref] = nil
        noteSignature(&registers, stamp)
    }
}
