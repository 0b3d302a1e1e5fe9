import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// Makes the forms: the fields of each kind.
struct FormFactory {
    let estate: Estate
    let registers: Registers
    let language: Language
    let post: String
    let now: Instant
    /// The guard who holds the post, and who has come to relieve.
    var holder = ""
    var relief: String?
    /// What stands on the page, and which lines of it were taken back.
    var entries: [GateState.Entry] = []
    var withdrawn: Set<Int> = []
    /// What was said lately, to be offered again.
    var lately = Lately()

    func form(_ kind: FormKind) -> Form {
        var form = blank(kind)
        form.signing = signing(kind)
        form.askSignature()
        if form.isOnFinish { form.focus = form.nextToAsk(after: -1) }
        return form
    }

    private func blank(_ kind: FormKind) -> Form {
        switch kind {
        case .visitor(let ref, let prefill): visitor(kind, ref, prefill)
        case .courier(let prefill): Form(kind, FormWords.courier, courierFields(prefill))
        case .expect(let text): Form(kind, FormWords.expect, expectFields(text))
        case .visitorLeaves(let ref): Form(kind, FormWords.leaving, leavingFields(ref))
        case .refuse(_, let name, let plate, let reason, _): Form(kind, FormWords.refusal, refusalFields(name, plate, reason))
        case .compare(_, let name, let denied): compare(kind, name, denied)
        case .exception(_, let matter): Form(kind, FormWords.exception, exceptionFields(matter))
        case .confirm: Form(kind, FormWords.confirm, [person("supervisor", FormWords.supervisor, supervisors: true)])
        case .emergency: Form(kind, FormWords.emergency, emergencyFields())
        case .completeEmergency(let ref): Form(kind, FormWords.complete, completeFields(ref))
        case .vehicle(let text, let before): Form(kind, FormWords.vehicle, vehicleFields(text, before))
        case .vehicleLeaves(let ref, let plate): Form(kind, FormWords.vehicleLeaves, vehicleLeavingFields(ref, plate))
        case .occurrence(let text): Form(kind, FormWords.occurrence, occurrenceFields(text))
        case .updateOccurrence: Form(kind, FormWords.update, [text("text", FormWords.news, asked: true), text("told", FormWords.told)])
        case .resolveOccurrence: Form(kind, FormWords.resolve, [text("text", FormWords.how, required: true)])
        case .question(let who): Form(kind, FormWords.question, questionFields(who))
        case .startRound: Form(kind, FormWords.depart, [person("walker", FormWords.walker, supervisors: false)])
        case .tick(_, let checkpoint, let result): Form(kind, FormWords.tick(result), tickFields(checkpoint, result))
        case .repair: Form(kind, FormWords.repair, [text("text", FormWords.how, asked: true)])
        case .signOn(let taking): signOn(kind, taking)
        case .offer: Form(kind, FormWords.offer, [text("remark", FormWords.remark, asked: true)])
        case .accept: Form(kind, FormWords.accept, [text("remark", FormWords.remark, asked: true), text("protest", HandoverWords.protest)])
        case .outage: Form(kind, FormWords.outage, [text("text", FormWords.remark, asked: true)])
        case .correct(let n, let event): Form(kind, FormWords.correct, correctionFields(n, event))
        case .record(let command, let known): sheet(kind, command, known)
        case .unlock: Form(kind, FormWords.unlock, [text("number", FormWords.number, required: true)])
        case .figures(.desk): Form(kind, DeskWords.period, figureFields(now))
        case .figures(.guards): Form(kind, GuardWords.conduct, periodFields(now))
        case .time: Form(kind, FormWords.earlier, [time("time", FormWords.clock, required: true)])
        }
    }

    // MARK: Fields

    func text(_ id: String, _ label: Text, _ value: String = "", required: Bool = false, asked: Bool = false) -> FormField {
        FormField(id: id, label: label, value: value, isRequired: required, isAsked: asked)
    }

    func number(_ id: String, _ label: Text, _ value: Int?) -> FormField {
        FormField(id: id, label: label, kind: .number, value: value.map(String.init) ?? "")
    }

    func moment(_ id: String, _ label: Text) -> FormField { FormField(id: id, label: label, kind: .moment) }

    func time(_ id: String, _ label: Text, required: Bool = false) -> FormField {
        FormField(id: id, label: label, kind: .time, isRequired: required)
    }

    func unit(_ value: String = "", required: Bool = false, asked: Bool = false) -> FormField {
        var field = text("unit", FormWords.unit, value, required: required, asked: asked)
        field.offered = lately.units.map { .init(id: $0, name: $0) }
        return field
    }

    /// The end of the document's number, or who vouches where the document's proof is a person.
    var documentTail: FormField {
        let vouched = estate.identifications.filter { $0.proof != .document }.map(\.id)
        return FormField(id: "tail", label: FormWords.tail, kind: .document(vouched: Set(vouched)), isAsked: true)
    }

    var documents: FormField {
        let known = estate.identifications.map { Labelled(id: $0.id, name: $0.name) }
        return choice("document", FormWords.document, known + [Labelled(id: nothingShown, name: FormWords.nothingShown)])
    }

    func choice(_ id: String, _ label: Text, _ options: [Labelled], _ value: String = "", required: Bool = true) -> FormField {
        FormField(
            id: id, label: label, kind: .choice(options.map { .init(id: $0.id, name: $0.name[language]) }), value: value,
            isRequired: required)
    }

    func choice(_ id: String, _ label: Text, _ options: [(String, Text)], _ value: String = "", required: Bool = true) -> FormField {
        FormField(
            id: id, label: label, kind: .choice(options.map { .init(id: $0.0, name: $0.1[language]) }), value: value,
            isRequired: required)
    }

    func yesNo(_ id: String, _ label: Text, required: Bool = true) -> FormField {
        choice(id, label, [("yes", FormWords.yes), ("no", FormWords.no)], required: required)
    }

    func person(_ id: String, _ label: Text, supervisors: Bool) -> FormField {
        let people = estate.guards.filter { $0.isSupervisor == supervisors }
        return FormField(
            id: id, label: label, kind: .choice(people.map { .init(id: $0.number, name: "\($0.number) \($0.name)") }), isRequired: true)
    }

    func purpose(_ value: String, required: Bool = true) -> FormField {
        var field = choice("purpose", FormWords.purpose, estate.purposes.map { Labelled(id: $0.id, name: $0.name) }, value, required: required)
        field.offered = lately.purposes.compactMap { estate.purpose($0) }.map { .init(id: $0.id, name: $0.name[language]) }
        return field
    }
}
