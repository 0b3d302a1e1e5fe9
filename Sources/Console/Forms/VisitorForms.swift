import Bookkeeping
import Gatekeeping
import Wording

extension FormFactory {
    func visitor(_ kind: FormKind, _ ref: Int?, _ prefill: VisitorPrefill) -> Form {
        var form = Form(
            kind, FormWords.visitor,
            [
                text("name", FormWords.name, prefill.name, required: true),
                choice(
                    "document", FormWords.document,
                    estate.identifications.map { Labelled(id: $0.id, name: $0.name) } + [Labelled(id: nothingShown, name: FormWords.nothingShown)]),
                text("tail", FormWords.tail, asked: true),
                yesNo("matches", FormWords.matches),
                text("unit", FormWords.unit, prefill.unit, required: true),
                choice("confirmed", FormWords.confirmed, FormWords.confirmations),
                purpose(prefill.purpose),
                text("host", FormWords.host, prefill.host),
                number("count", FormWords.count, prefill.count),
                text("companions", FormWords.companions),
                text("plate", FormWords.plate, prefill.plate),
                text("carried", FormWords.carried),
                text("badge", FormWords.badge),
                text("phone", FormWords.phone, prefill.phone),
                text("suspicious", FormWords.suspicious),
            ])
        form.opener = ref
        return form
    }

    func expectFields(_ name: String) -> [FormField] {
        [
            text("name", FormWords.name, name, required: true), text("unit", FormWords.unit, required: true),
            text("host", FormWords.host), number("count", FormWords.count, 1), purpose("", required: false),
            text("plate", FormWords.plate), text("code", FormWords.code), text("phone", FormWords.phone),
        ]
    }

    func leavingFields(_ ref: Int) -> [FormField] {
        let visit = registers.visits[ref]
        var fields = [number("count", FormWords.leavingCount, visit?.count)]
        if visit?.badge != nil { fields.append(yesNo("badgeBack", FormWords.badgeBack)) }
        fields.append(text("carried", FormWords.carriedOut))
        fields.append(choice("seen", FormWords.seen, FormWords.certainties, "seen", required: false))
        return fields
    }

    func refusalFields(_ name: String, _ plate: String, _ reason: String?) -> [FormField] {
        [
            text("name", FormWords.name, name, asked: plate.isEmpty), text("plate", FormWords.plate, plate),
            choice("reason", FormWords.reason, estate.refusalReasons, reason ?? ""), text("text", FormWords.remark),
        ]
    }

    func compare(_ kind: FormKind, _ name: String, _ denied: String) -> Form {
        let entry = estate.denied(denied)
        let advice = entry.map { "\($0.names.joined(separator: "／")) · \($0.reason) · \($0.looks)" }
        return Form(
            kind, FormWords.compare, [choice("same", FormWords.isSame, [("no", FormWords.notSame), ("yes", FormWords.same)])], advice: advice)
    }

    func exceptionFields(_ matter: Exception.Matter) -> [FormField] {
        [
            person("supervisor", FormWords.supervisor, supervisors: true),
            choice("manner", FormWords.manner, [("present", FormWords.present), ("telephone", FormWords.telephone)]),
            text("reason", FormWords.reason, required: true),
        ]
    }

    func emergencyFields() -> [FormField] {
        [choice("service", FormWords.service, estate.emergencyServices), text("place", FormWords.whereTo, asked: true)]
    }

    func completeFields(_ ref: Int) -> [FormField] {
        let visit = registers.visits[ref]
        return [
            text("plate", FormWords.plate, asked: true), number("count", FormWords.count, visit?.count),
            text("unit", FormWords.whereTo, visit?.unit ?? ""), text("name", FormWords.leader), text("text", FormWords.remark),
        ]
    }
}
