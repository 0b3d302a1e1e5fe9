import Notation

/// How somebody signed for what was recorded.
public enum Signature: String, Choice {
    /// With their own PIN.
    case pin
    /// Their PIN being forgotten, somebody else of the estate signed with theirs as a witness; open until a supervisor confirms it.
    case witness
}

/// A fact that somebody signs for, as G10 and P5 want it of a handover. Whoever checks the PIN fills the signature in: no command can say it.
public protocol Signed: Fact {
    var signed: Signature? { get set }
    /// Number of the witness.
    var witness: String? { get set }
    /// Whose signature it is.
    /// - Parameter writer: the number of whoever writes the line.
    func signer(by writer: String) -> String
    /// Whether an estate that requires PINs refuses it without a signature.
    static var mustBeSigned: Bool { get }
}

extension Signed {
    public static var mustBeSigned: Bool { false }

    /// The fields of the signature; they stand behind the fact's own.
    static func signatureFields(
        _ signed: any WritableKeyPath<Self, Signature?> & Sendable, _ witness: any WritableKeyPath<Self, String?> & Sendable
    ) -> [Field<Self>] {
        [
            Field("signed", signed, "How it was signed: with the signer's own PIN, or by a witness; missing where nobody signed.", presence: .derived),
            Field("witness", witness, "Number of the witness who signed with their PIN.", presence: .derived),
        ]
    }

    /// Notes a witnessed signature, which a supervisor has to look at.
    func noteSignature(_ registers: inout Registers, _ stamp: Stamp) {
        guard signed == .witness, let witness else { return }
        var item = WitnessedSignature()
        (item.signer, item.witness, item.matter, item.since) = (signer(by: stamp.by), witness, Self.kind, stamp.t)
        registers.witnessed[stamp.n] = item
    }
}

extension Situation {
    /// A supervisor of the staff list is named.
    func requireSupervisor(_ number: String?) throws(Refusal) {
        guard let number, !number.isEmpty else { throw .missingField("supervisor") }
        guard estate.person(number)?.isSupervisor == true else { throw .notSupervisor(number) }
    }

    /// Who has a PIN signs a sign-on, an offer, an acceptance and what a supervisor stands by; an estate that requires PINs takes nothing of it unsigned.
    func requireSignature<F: Signed>(_ fact: F) throws(Refusal) {
        guard F.mustBeSigned, fact.signed == nil else { return }
        let signer = fact.signer(by: by)
        if estate.requiresPINs || registers.pins[signer] != nil { throw .signatureMissing(signer) }
    }

    /// Who hands over and who takes over do not witness for each other (G10, P5): either gains by a signature that the other did not give.
    func requireOutsideWitness(_ fact: some Signed) throws(Refusal) {
        guard let witness = fact.witness, let custody = registers.custody[post] else { return }
        if witness == custody.holder || witness == custody.relief { throw .partyWitness(witness) }
    }

    /// Who witnessed the standing offer has signed for the outgoing guard already, and takes over from nobody by it (G10, P5).
    func requireForeignOffer() throws(Refusal) {
        guard let custody = registers.custody[post], custody.offered != nil, custody.offerWitness == by else { return }
        throw .offerWitnessed(by)
    }
}

/// A signature that a witness gave and no supervisor has confirmed.
public struct WitnessedSignature: Kept {
    public var signer = ""
    public var witness = ""
    /// The kind of event that was signed.
    public var matter = ""

    public init() {}

    public static let register: any WritableKeyPath<Registers, [Int: WitnessedSignature]> & Sendable = \.witnessed
    public static let forwardName = "signature"
    public static let fields: [Field<WitnessedSignature>] = [
        Field("signer", \.signer, "Whose signature it is."),
        Field("witness", \.witness, "Who signed for them with their own PIN."),
        Field("matter", \.matter, "The kind of event that was signed."),
    ]

    /// When it was signed.
    public var since = Instant(milliseconds: 0)
}

extension Estate {
    /// Who may confirm a witnessed signature: a supervisor who has no part in it, as far as the estate has one, so that none stays open for ever.
    public func confirmers(of signature: WitnessedSignature) -> [String] {
        let all = guards.filter(\.isSupervisor).map(\.number)
        let others = all.filter { $0 != signature.witness }
        let outside = others.filter { $0 != signature.signer }
        return outside.isEmpty ? others.isEmpty ? all : others : outside
    }
}

/// A supervisor stands by a witnessed signature.
public struct SignatureConfirmed: Signed {
    public static let kind = "signature.confirmed"
    public static let command: String? = "signature.confirm"
    public static let canBeCorrected = false
    public static let meaning = "A supervisor confirms a signature that a witness gave for somebody who had forgotten their PIN."

    public static let mustBeSigned = true

    public var ref = 0
    public var supervisor = ""
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<SignatureConfirmed>] =
        [
            Field("ref", \.ref, "The line that was signed by a witness."),
            Field("supervisor", \.supervisor, "Number of the supervisor; nobody confirms their own signature, nor what they witnessed, where there is another supervisor."),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> SignatureConfirmed {
        try situation.requireStaff()
        guard let open = situation.registers.witnessed[ref] else { throw .nothingThere(ref: ref) }
        try situation.requireSupervisor(supervisor)
        let confirmers = situation.estate.confirmers(of: open)
        guard confirmers.contains(supervisor) else { throw supervisor == open.witness ? .witnessedBefore(supervisor) : .notSupervisor(supervisor) }
        try situation.requireSignature(self)
        if let witness, witness == open.witness || witness == open.signer { throw .witnessedBefore(witness) }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.witnessed[ref] = nil
        noteSignature(&registers, stamp)
    }
}
