import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// Whose signature a form asks for, and from whom it may come.
struct Signing: Sendable {
    /// Where the form says who signs.
    enum Signer: Sendable {
        case person(String)
        /// The field with the number.
        case field(String)
    }

    var signer: Signer
    /// Everybody who has a PIN.
    var holders: Set<String>
    /// Who may witness, by number.
    var witnesses: [FormField.Option]
    /// The rules refuse it without a signature, so that one is asked even of somebody without a PIN.
    var isRequired = false
    /// What another field must say for it: who is on the telephone signs nothing.
    var only: (field: String, value: String)?

    /// The fields of a signature, none of which belongs to the fact.
    static let fields: Set<String> = ["pin", "witness"]

    /// What helps whoever has forgotten their PIN; a locked screen is unlocked by somebody else.
    func hint(_ form: Form) -> Text? {
        if case .unlock = form.kind { return nil }
        guard form.value("witness") == nil else { return nil }
        return form.fields.contains { $0.id == "witness" } ? FormWords.forgotten : FormWords.nobodyWitnesses
    }
}

extension Form {
    /// Number of who signs, as far as the form says it.
    private var signer: String? {
        switch signing?.signer {
        case _ where signing?.only.map { value($0.field) != $0.value } ?? false: nil
        case .person(let number): number
        case .field(let id): value(id).map { typed in signing?.holders.first { $0.folded == typed.folded } ?? typed }
        case nil: nil
        }
    }

    /// Asks for the PIN of who signs, if they have one; behind all other fields, so that these keep their places.
    mutating func askSignature() {
        guard let signing else { return }
        let signer = signer
        let others = signing.witnesses.filter { $0.id != signer }
        let isAsked = signer.map { signing.holders.contains($0) || signing.isRequired && !others.isEmpty } ?? false
        let kept = fields.prefix(initial.count)
        guard isAsked, let signer else {
            if fields.count > kept.count { fields = Array(kept) }
            focus = min(focus, fields.count)
            return
        }
        var witness = FormField(id: "witness", label: FormWords.witness, kind: .choice(others), value: value("witness") ?? "")
        if !others.contains(where: { $0.id == witness.value }) { witness.value = "" }
        var pin = fields.last { $0.isSecret } ?? FormField(id: "pin", label: FormWords.pin, kind: .secret, isRequired: true)
        let label = FormWords.pin(of: witness.value.isEmpty ? signer : witness.value)
        if pin.label != label { pin.value = "" }
        pin.label = label
        fields = kept + (others.isEmpty ? [] : [witness]) + [pin]
        focus = min(focus, fields.count)
    }

    /// What the form is signed with; nil where nobody signs it.
    var credentials: Credentials? {
        fields.last { $0.isSecret }.flatMap { PIN($0.value) }.map { Credentials(pin: $0, witness: value("witness")) }
    }

    /// A PIN is asked, and what was typed is none.
    var isSignatureShort: Bool { fields.last { $0.isSecret }.map { PIN($0.value) == nil } ?? false }

    mutating func clearPIN() {
        for index in fields.indices where fields[index].isSecret { fields[index].value = "" }
    }

    /// What is put aside forgets the PIN and the witness.
    mutating func forgetSignature() {
        for index in fields.indices where Signing.fields.contains(fields[index].id) && index >= initial.count { fields[index].value = "" }
        askSignature()
    }

    var withoutSignature: Form {
        var copy = self
        copy.forgetSignature()
        return copy
    }
}

extension FormFactory {
    /// Whose signature a form asks for: signing on, both sides of the handover, what supervisors stand by, and the way back to a locked screen.
    func signing(_ kind: FormKind) -> Signing? {
        switch kind {
        case .signOn: signing(.field("number"), isRequired: estate.requiresPINs, but: parties)
        case .offer: signing(.person(holder), isRequired: estate.requiresPINs, but: parties)
        case .accept: signing(.person(relief ?? holder), isRequired: estate.requiresPINs, but: parties)
        case .confirm: signing(.field("supervisor"), isRequired: estate.requiresPINs, but: [holder])
        case .exception(_, let matter): ofPresent(signing(.field("supervisor"), isRequired: estate.requiresPINs, but: matter == .signOff ? parties : [holder]))
        case .record(let command, let known):
            (Catalogue.commands[command] as? any Signed.Type).flatMap {
                let others = command == SignatureConfirmed.command ? confirmed(known) : []
                return signing(.field("supervisor"), isRequired: estate.requiresPINs && $0.mustBeSigned, but: [holder] + others)
            }
        case .unlock: Signing(signer: .field("number"), holders: Set(registers.pins.keys), witnesses: [])
        default: nil
        }
    }

    private func ofPresent(_ signing: Signing?) -> Signing? {
        var copy = signing
        copy?.only = ("manner", Exception.Manner.present.rawValue)
        return copy
    }

    /// Who hands over and who takes over do not witness for each other.
    private var parties: [String] { [holder] + [relief].compactMap { $0 } }

    /// Who stands in the signature that is confirmed.
    private func confirmed(_ known: JSONObject) -> [String] {
        known["ref"]?.integer.flatMap { registers.witnessed[$0] }.map { [$0.signer, $0.witness] } ?? []
    }

    /// - Parameter but: who may not witness: the parties, and who writes down what somebody else signs.
    private func signing(_ signer: Signing.Signer, isRequired: Bool, but excluded: [String]) -> Signing? {
        let known = estate.guards.filter { registers.pins[$0.number] != nil }
        guard !known.isEmpty else { return nil }
        let witnesses = known.filter { !excluded.contains($0.number) }
        return Signing(
            signer: signer, holders: Set(registers.pins.keys), witnesses: witnesses.map { .init(id: $0.number, name: "\($0.number) \($0.name)") }, isRequired: isRequired)
    }
}
