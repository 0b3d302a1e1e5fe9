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
    let now: Instant
    let language: Language

    var registers: Registers { state.registers }

    func intent(_ form: Form) -> Intent {
        switch form.kind {
        case .visitor(let ref, _): .write(visitor(form), opener: form.opener ?? ref, done: DoneWords.admitted(form.recorded("name")))
        case .courier: .write(visitor(form), opener: form.opener, done: DoneWords.admitted(form.recorded("name")))
        case .vehicle: .write(vehicle(form), opener: form.opener, done: DoneWords.vehicleIn(form.recorded("plate")))
        case .compare(let ref, let name, let denied):
            .write(compare(form, ref, name, denied), opener: ref, done: compared(ref, isSame: form.truth("same")))
        case .exception(let ref, let matter): .write(exception(form, ref, matter), opener: ref, done: DoneWords.excepted(excepted(ref)))
        case .signOn(let taking): .write([signOn(form, taking).signed(with: form.credentials)], opener: nil, done: DoneWords.signedOn(form.value("number") ?? ""))
        case .accept(let offer): .write([accept(form, offer).signed(with: form.credentials)], opener: nil, done: DoneWords.accepted)
        case .emergency:
            .write(fact(form).map { [Step(by: holder.isEmpty ? "gatebook" : holder, $0)] } ?? [], opener: nil, done: DoneWords.recorded)
        case .figures, .time, .unlock: .say(DoneWords.recorded)
        case .question: questioned(Questioned(form, units: units))
        case .expect, .visitorLeaves, .refuse, .confirm, .completeEmergency, .vehicleLeaves, .occurrence,
            .updateOccurrence, .resolveOccurrence, .startRound, .tick, .repair, .offer, .outage, .correct, .record:
            .write(
                fact(form).map { [Step(by: writer(of: $0), $0).signed(with: form.credentials)] } ?? [], opener: nil,
                done: fact(form).map { DoneWords.recorded(decided($0)) } ?? DoneWords.recorded)
        }
    }

    /// With what the rules fill in, as far as they can tell now; what they refuse is told when they do.
    private func decided(_ fact: any Fact) -> any Fact {
        (try? fact.decided(in: Situation(estate: estate, registers: registers, now: now, by: writer(of: fact), post: post))) ?? fact
    }

    /// The relief answers the handover; all else is recorded by who holds the post.
    private func writer(of fact: any Fact) -> String { fact is HandoverAnswered ? registers.custody[post]?.relief ?? holder : holder }

    private var units: UnitNames { UnitNames(estate) }

    // MARK: Several lines

    private func visitor(_ form: Form) -> [Step] {
        let ref = form.opener
        var verified = VisitorVerified(form, units: units, preset: ref.map { ["ref": .integer($0)] } ?? [:])
        if verified.document == nothingShown { verified.document = nil }
        if verified.document.flatMap({ estate.identification($0) })?.proof != .document {
            (verified.vouching, verified.tail) = (form.value("tail"), nil)
        }
        var steps = [Step(by: holder, verified)]
        steps.append(Step(by: holder) { opener in registered(form, opener) })
        steps.append(Step(by: holder) { VisitorAdmitted(ref: $0) })
        return steps
    }

    private func vehicle(_ form: Form) -> [Step] {
        let registered = VehicleRegistered(form, units: units)
        let entering = Step(by: holder) { VehicleEntered(ref: $0) }
        guard let opener = form.opener else { return [Step(by: holder, registered), entering] }
        return corrections(registered, of: opener) + [entering]
    }

    /// What was filled in otherwise since the vehicle was registered.
    private func corrections(_ registered: VehicleRegistered, of opener: Int) -> [Step] {
        func said(_ object: JSONObject?, _ name: String) -> String? { object?[name].flatMap { $0.string ?? $0.integer.map(String.init) } }
        let zone = Zone(minutes: 0)
        let (right, before) = (registered.object(in: zone), registers.stays[opener]?.object(in: zone))
        return Stay.correctable.sorted().compactMap { name in
            guard before != nil, let value = said(right, name), value != said(before, name) else { return nil }
            return Step(by: holder, Correction(ref: opener, field: name, value: value, why: FormWords.amended[language]))
        }
    }

    /// Whoever is not to come in after a questioning is refused by it: where they stand at the gate, and when they come again (P3, G11).
    private func questioned(_ questioned: Questioned) -> Intent {
        let step = Step(by: holder, questioned)
        guard questioned.outcome == .refused else { return .write([step], opener: nil, done: DoneWords.recorded) }
        var refused = VisitorRefused()
        (refused.reason, refused.text) = (RefusalReason.suspicious.rawValue, questioned.finding)
        let waiting: [Int]
        switch questioned.subject {
        case .person:
            refused.name = questioned.who
            waiting = registers.atGate(named: questioned.who)
        case .vehicle:
            refused.plate = questioned.who
            waiting = registers.atGate(plate: questioned.who)
        }
        if waiting.count == 1 { refused.ref = waiting.first }
        return .write([step, Step(by: holder, refused)], opener: nil, done: DoneWords.questionedAndRefused)
    }

    /// What is said of whoever was compared: let in only if nothing else is missing.
    private func compared(_ ref: Int, isSame: Bool) -> Text {
        if isSame { return DoneWords.compared }
        if let stay = registers.stays[ref] { return DoneWords.vehicleIn(stay.plate ?? "") }
        guard let visit = registers.visits[ref], visit.step == .registered else { return DoneWords.comparedOther }
        return DoneWords.admitted(visit.name)
    }

    private func compare(_ form: Form, _ ref: Int, _ name: String, _ denied: String) -> [Step] {
        let isSame = form.truth("same")
        let compared = Step(by: holder, VisitorCompared(ref: ref, denied: denied, name: name, isSame: isSame))
        if registers.stays[ref] != nil { return isSame ? [compared] : [compared, Step(by: holder, VehicleEntered(ref: ref))] }
        let isReady = registers.visits[ref]?.step == .registered
        return isSame || !isReady ? [compared] : [compared, Step(by: holder, VisitorAdmitted(ref: ref))]
    }

    /// Who or what an exception lets in; without either somebody leaves the post.
    private func excepted(_ ref: Int?) -> Text {
        guard let ref else { return DoneWords.signedOff }
        if let stay = registers.stays[ref] { return DoneWords.vehicleIn(stay.plate ?? stay.driver ?? "") }
        return DoneWords.admitted(registers.visits[ref]?.name ?? "")
    }

    private func exception(_ form: Form, _ ref: Int?, _ matter: Exception.Matter) -> [Step] {
        var granted = ExceptionGranted(form, units: units, preset: ["matter": .string(matter.rawValue)])
        granted.ref = ref
        let step = Step(by: holder, granted).signed(with: form.credentials)
        guard let ref else { return [step, Step(by: holder, PostLeft(leaving: .exception))] }
        if registers.stays[ref] != nil { return [step, Step(by: holder, VehicleEntered(ref: ref))] }
        return [step, Step(by: holder, VisitorAdmitted(ref: ref))]
    }

    // MARK: Others than the holder

    private func signOn(_ form: Form, _ taking: Custody.Taking) -> Step {
        var taken = PostTaken(form, units: units, preset: ["taking": .string(taking.rawValue)])
        if form.truth("check") {
            // What was typed before all turned out to be there is not meant.
            (taken.missing, taken.remark, taken.told) = ([], nil, nil)
            return Step(by: form.value("number") ?? "", taken)
        }
        taken.remark = form.value("missing")
        taken.missing = estate.post(post)?.equipment(chosen: form.value("equipment"), named: taken.remark ?? "") ?? []
        return Step(by: form.value("number") ?? "", taken)
    }

    private func accept(_ form: Form, _ offer: Int) -> Step {
        let accepted = HandoverAccepted(form, units: units, preset: ["ref": .integer(offer)])
        return Step(by: registers.custody[post]?.relief ?? holder, accepted)
    }

    private func registered(_ form: Form, _ ref: Int) -> VisitorRegistered {
        var registered = VisitorRegistered(form, units: units, preset: ["ref": .integer(ref)])
        // Who was announced with a plate that the guard took out came without it.
        if registered.plate == nil, registers.visits[ref]?.plate != nil { registered.plate = "" }
        registered.companions = NameList(form.fields.first { $0.id == "companions" }.map(FormDraft.recorded) ?? "").items
        return registered
    }
}

extension Form {
    /// What of a field's text goes into the journal, and so may be said.
    fileprivate func recorded(_ id: String) -> String { fields.first { $0.id == id }.map(FormDraft.recorded) ?? "" }
}
