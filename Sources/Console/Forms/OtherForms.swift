import Bookkeeping
import Gatekeeping
import Wording

extension FormFactory {
    func vehicleFields(_ plate: String) -> [FormField] {
        [
            text("plate", FormWords.plate, plate, asked: true), choice("vehicle", FormWords.vehicleKind, estate.vehicleKinds),
            unit(asked: true), purpose("", required: true), text("driver", FormWords.driver),
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
                text("missing", FormWords.missing), text("told", FormWords.told),
            ])
    }

    /// What is open is asked only for what it has, and for what the page's lines about it say; of what is not open, nobody here knows.
    func correctionFields(_ n: Int) -> [FormField] {
        if registers.matters[n] != nil { return matterCorrectionFields }
        let names = [
            "name", "unit", "plate", "count", "host", "purpose", "text", "what", "place", "who", "station", "officer", "receipt", "finding", "giver", "consent", "reason", "badge",
            "carried", "driver", "colour", "people",
        ]
        let facts = entries.filter { $0.event.isOrdinary && ($0.stamp.n == n || $0.event.shape.subjects.contains(n)) }.map(\.event.shape)
        let correctable = registers.correctable(n)
        let offered = names.filter { name in correctable.map { $0.contains(name) || facts.contains { $0.mayBeCorrected(name) } } ?? true }
        return correctionFields(offered.map { ($0, $0 == "text" ? FormWords.whatHappened : FieldWords.label($0)) })
    }

    private func correctionFields(_ names: [(String, Text)]) -> [FormField] {
        [choice("field", FormWords.field, names), text("value", FormWords.rightValue, required: true), text("why", FormWords.why, required: true)]
    }

    /// What stands in a matter and decided nothing.
    private var matterCorrectionFields: [FormField] {
        correctionFields(["what", "who", "phone", "unit", "topic"].map { ($0, FieldWords.label($0, of: "matter.receive")) })
    }
}
