import Notation

/// Somebody who was detained (G4).
public struct Detained: Kept {
    /// The occurrence it belongs to.
    public var occurrence = 0
    public var who = ""
    /// The post whose guards hold them; nil on pages of versions that did not say it.
    public var post: String?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "detained"
    public static let correctable: Set<String> = ["who"]
    public static let fields: [Field<Detained>] = [
        Field("occurrence", \.occurrence, "The occurrence."),
        Field("who", \.who, "Name or looks."),
        Field("post", \.post, "The post whose guards hold them.", presence: .optional),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Detained]> & Sendable = \.detained
}

extension Detained {
    /// Whether the guards of a post hold them; of whom no page says where, all do.
    func isHeld(at post: String) -> Bool { self.post.map { $0 == post } ?? true }
}

/// An offender was detained (抓獲違法分子, G4).
public struct PersonDetained: Fact {
    public static let kind = "person.detained"
    public static let command: String? = "person.detain"
    public static let canBeWithdrawn = false
    public static let meaning = "An offender was detained; the occurrence cannot be settled before they are handed over (G4)."

    public var ref = 0
    public var who = ""
    public var text: String?
    public var injuries: String?

    public init() {}

    public static let fields: [Field<PersonDetained>] = [
        Field("ref", \.ref, "The occurrence."),
        Field("who", \.who, "Name or looks."),
        Field("text", \.text, "How and where."),
        Field("injuries", \.injuries, "Injuries, or that there are none."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> PersonDetained {
        _ = try situation.occurrence(ref)
        try situation.require(who, field: "who")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.update(ref, by: stamp)
        var detained = Detained()
        (detained.occurrence, detained.who, detained.since, detained.isLate) = (ref, who, stamp.happened, stamp.isLate)
        detained.post = stamp.post.isEmpty ? nil : stamp.post
        registers.detained[stamp.n] = detained
    }
}

/// A detained person is no longer in the guards' hands: handed over, or let go by a supervisor's word (G4).
public struct PersonReleased: Signed {
    /// To whom, or whither.
    public enum Outcome: String, Choice {
        case police, hospital, freed
    }

    public static let kind = "person.released"
    public static let command: String? = "person.release"
    public static let meaning =
        "A detained person was handed over to the police, taken to a hospital (then the police still take the case over), or let go on a supervisor's word (G4)."
    public static let mustBeSigned = true
    public static let decisive: Set<String> = ["outcome", "supervisor"]

    public var ref = 0
    public var outcome = Outcome.police
    public var who = ""
    public var supervisor: String?
    public var isReferred = false
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<PersonReleased>] =
        [
            Field("ref", \.ref, "The line that detained them."),
            Field("outcome", \.outcome, "To the police, to a hospital, or let go."),
            Field("who", \.who, "Who took them over; of one who is let go, why."),
            Field("supervisor", \.supervisor, "Number of the supervisor by whose word one is let go; then it must be there."),
            Field("referred", \.isReferred, "Nobody signed for the supervisor's word: it goes to a supervisor.", presence: .derived),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor ?? writer }

    public func decided(in situation: Situation) throws(Refusal) -> PersonReleased {
        try situation.requireStaff()
        guard let detained = situation.registers.detained[ref] else { throw .nothingThere(ref: ref) }
        try situation.requireTime(notBefore: detained.since)
        try situation.require(who, field: "who")
        if outcome == .freed || supervisor != nil {
            try situation.requireSupervisor(supervisor)
            try situation.requireSignature(self)
        }
        var copy = self
        copy.isReferred = supervisor != nil && signed == nil
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        noteSignature(&registers, stamp)
        if isReferred { registers.refer(.freed, [registers.detained[ref]?.who, who].compactMap { $0 }.joined(separator: " · "), stamp) }
        if let occurrence = registers.detained[ref]?.occurrence {
            registers.update(occurrence, by: stamp) {
                if outcome == .police { $0.isDismissed = false }
                guard outcome == .hospital, supervisor == nil else { return }
                ($0.isOwed, $0.isDismissed) = (true, false)
            }
        }
        registers.detained[ref] = nil
    }
}
