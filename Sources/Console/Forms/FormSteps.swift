import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// What a filled form becomes: the steps to write, by whom, and what is said when they are on the disk.
struct FormSteps {
    let estate: Estate
    let state: GateState
    /// The guard who holds the post.
    let holder: String
    let post: String

    var registers: Registers { state.registers }

    func intent(_ form: Form) -> Intent {
        switch form.kind {
        case .visitor(let ref, _): .write(visitor(form), opener: form.opener ?? ref, done: DoneWords.admitted(form.value("name") ?? ""))
        case .vehicle: .write(vehicle(form), opener: form.opener, done: DoneWords.vehicleIn(form.value("plate") ?? ""))
        case .compare(let ref, _, let denied):
            .write(compare(form, ref, denied), opener: ref, done: form.truth("same") ? DoneWords.compared : DoneWords.admitted(""))
        case .exception(let ref, let matter): .write(exception(form, ref, matter), opener: ref, done: DoneWords.recorded)
        case .signOn(let taking): .write([signOn(form, taking)], opener: nil, done: DoneWords.signedOn(form.value("number") ?? ""))
        case .accept(let offer): .write([accept(form, offer)], opener: nil, done: DoneWords.accepted)
        case .time: .say(DoneWords.recorded)
        default: .write([Step(by: holder, fact(form))], opener: nil, done: DoneWords.recorded)
        }
    }

    // MARK: Several lines

    private func visitor(_ form: Form) -> [Step] {
        let ref = form.opener
        let isExpected = ref.flatMap { registers.visits[$0] }?.step == .expected
        var verified = VisitorVerified()
        verified.ref = isExpected || ref != nil ? ref : nil
        verified.name = form.value("name") ?? ""
        verified.document = form.value("document").flatMap { $0 == nothingShown ? nil : $0 }
        let proof = verified.document.flatMap { estate.identification($0) }?.proof
        if proof == .document { verified.tail = form.value("tail") } else { verified.vouching = form.value("tail") }
        verified.matches = form.truth("matches")
        verified.suspicious = form.value("suspicious")
        let isRegistered = ref.flatMap { registers.visits[$0] }?.step == .registered
        var steps: [Step] = isRegistered ? [] : [Step(by: holder, verified)]
        steps.append(Step(by: holder) { opener in registered(form, opener) })
        steps.append(Step(by: holder) { VisitorAdmitted(ref: $0) })
        return steps
    }

    private func vehicle(_ form: Form) -> [Step] {
        var registered = VehicleRegistered()
        registered.plate = form.value("plate")
        registered.vehicle = form.value("vehicle")
        registered.unit = form.value("unit").map { UnitNames(estate).id(of: $0) }
        registered.purpose = form.value("purpose")
        registered.driver = form.value("driver")
        registered.colour = form.value("colour")
        registered.people = form.number("people")
        let entering = Step(by: holder) { VehicleEntered(ref: $0) }
        return form.opener == nil ? [Step(by: holder, registered), entering] : [entering]
    }

    private func compare(_ form: Form, _ ref: Int, _ denied: String) -> [Step] {
        let isSame = form.truth("same")
        let compared = Step(by: holder, VisitorCompared(ref: ref, denied: denied, isSame: isSame))
        let isReady = registers.visits[ref]?.step == .registered
        return isSame || !isReady ? [compared] : [compared, Step(by: holder, VisitorAdmitted(ref: ref))]
    }

    private func exception(_ form: Form, _ ref: Int?, _ matter: Exception.Matter) -> [Step] {
        var granted = ExceptionGranted()
        granted.ref = ref
        granted.matter = matter
        granted.supervisor = form.value("supervisor") ?? ""
        granted.manner = form.value("manner").flatMap { Exception.Manner(rawValue: $0) } ?? .telephone
        granted.reason = form.value("reason") ?? ""
        let step = Step(by: holder, granted)
        guard let ref else { return [step, Step(by: holder, PostLeft(leaving: .exception))] }
        if registers.stays[ref] != nil { return [step, Step(by: holder, VehicleEntered(ref: ref))] }
        return [step, Step(by: holder, VisitorAdmitted(ref: ref))]
    }

    // MARK: Others than the holder

    private func signOn(_ form: Form, _ taking: Custody.Taking) -> Step {
        var taken = PostTaken()
        taken.taking = taking
        taken.isTurnedOut = form.truth("turnout")
        taken.remark = form.value("missing")
        taken.told = form.value("told")
        if !form.truth("check") { taken.remark = taken.remark ?? "-" }
        return Step(by: form.value("number") ?? "", taken)
    }

    private func accept(_ form: Form, _ offer: Int) -> Step {
        var accepted = HandoverAccepted()
        accepted.ref = offer
        accepted.remark = form.value("remark")
        return Step(by: registers.custody[post]?.relief ?? holder, accepted)
    }

    private func registered(_ form: Form, _ ref: Int) -> VisitorRegistered {
        var registered = VisitorRegistered()
        registered.ref = ref
        registered.count = form.number("count") ?? 1
        registered.companions = (form.value("companions") ?? "")
            .split { "、,，; ".contains($0) }.map(String.init)
        registered.unit = UnitNames(estate).id(of: form.value("unit") ?? "")
        registered.host = form.value("host")
        registered.confirmed = form.value("confirmed").flatMap { Visit.Confirmation(rawValue: $0) } ?? .intercom
        registered.purpose = form.value("purpose") ?? ""
        registered.carried = form.value("carried")
        registered.badge = form.value("badge")
        registered.plate = form.value("plate")
        registered.phone = form.value("phone")
        return registered
    }
}

/// Units as people say them: `3-1502`, `3棟1502`, `31502`.
struct UnitNames {
    let estate: Estate

    init(_ estate: Estate) { self.estate = estate }

    /// The unit's id; the text as it is where no unit answers to it.
    func id(of text: String) -> String {
        let wanted = UnitNames.bare(text)
        return estate.units.first { UnitNames.bare($0.id) == wanted }?.id ?? text
    }

    static func bare(_ text: String) -> String { text.folded.filter { $0.isLetter && $0.isASCII || $0.isWholeNumber } }
}
