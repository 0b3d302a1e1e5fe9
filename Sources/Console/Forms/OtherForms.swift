import Bookkeeping
import Gatekeeping
import Wording

extension FormFactory {
    func vehicleFields(_ plate: String, _ before: Seen?) -> [FormField] {
        [
            text("plate", FormWords.plate, plate, asked: true), choice("vehicle", FormWords.vehicleKind, estate.vehicleKinds),
            unit(before?.unit ?? "", asked: true), purpose(before?.purpose ?? "", required: true), text("driver", FormWords.driver, before?.name ?? ""),
            text("colour", FormWords.colour), number("people", FormWords.count, 1),
        ]
    }

    func vehicleLeavingFields(_ ref: Int?, _ plate: String) -> [FormField] {
        [
            text("plate", FormWords.plate, plate, required: ref == nil)
        ] + goodsFields(asked: ref != nil) + [
            choice("seen", FormWords.seen, FormWords.certainties, "seen", required: false),
        ]
    }

    func occurrenceFields(_ sentence: String) -> [FormField] {
        [
            choice("occurrence", FormWords.kind, estate.occurrenceKinds.map { Labelled(id: $0.id, name: $0.name) }),
            text("text", FormWords.whatHappened, sentence, required: true), text("place", FormWords.place, asked: true),
            text("told", FormWords.told),
        ]
    }

    func questionFields(_ who: String) -> [FormField] {
        [
            choice("subject", FormWords.subject, [("person", FormWords.person), ("vehicle", FormWords.aVehicle)]),
            text("who", FormWords.who, who, required: true), text("finding", FormWords.finding, required: true),
            choice("outcome", FormWords.outcome, FormWords.outcomes),
        ]
    }

    func tickFields(_ checkpoint: String, _ result: RoundTicked.Result) -> [FormField] {
        let items = estate.checkpoint(checkpoint)?.items ?? []
        let why = text("text", result == .damaged ? FormWords.damage : FormWords.whyNot, required: true)
        return result == .damaged ? [choice("item", FormWords.item, items), why] : [why]
    }

    func signOn(_ kind: FormKind, _ taking: Custody.Taking) -> Form {
        let office = estate.post(post)?.isDesk == true ? estate.desk?.staff.map(\.person) ?? [] : []
        let options = (office + estate.guards.filter { $0.isSupervisor || taking != .covering }).map {
            FormField.Option(id: $0.number, name: "\($0.number) \($0.name)")
        }
        return Form(
            kind, FormWords.signOn(taking),
            [
                FormField(id: "number", label: FormWords.number, kind: .choice(options), isRequired: true),
                yesNo("turnout", FormWords.turnout), yesNo("check", FormWords.postCheck),
            ] + equipment + [text("missing", FormWords.missing), text("told", FormWords.told)])
    }

    /// What the post should have, one by one (G3); asked where it is not all there.
    private var equipment: [FormField] {
        let items = estate.post(post)?.equipment ?? []
        guard !items.isEmpty else { return [] }
        let other = FormField.Option(id: Form.otherEquipment, name: FormWords.other[language])
        return [FormField(id: "equipment", label: FormWords.whichMissing, kind: .choice(items.map { .init(id: $0.id, name: $0.name[language]) } + [other]))]
    }
}

extension Form {
    /// What is missing or unsafe is none of the post's equipment.
    static let otherEquipment = "-"
}
