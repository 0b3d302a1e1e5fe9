import Bookkeeping
import Gatekeeping
import Wording

extension FormFactory {
    func visitor(_ kind: FormKind, _ ref: Int?, _ prefill: VisitorPrefill) -> Form {
        var form = Form(
            kind, FormWords.visitor,
            [
                text("name", FormWords.name, prefill.name, required: true),
                documents,
                documentTail,
                yesNo("matches", FormWords.matches),
                unit(prefill.unit, required: true),
                choice("confirmed", FormWords.confirmed, FormWords.confirmations),
                purpose(prefill.purpose),
                text("host", FormWords.host, prefill.host),
                number("count", FormWords.count, prefill.count),
                FormField(id: "companions", label: FormWords.companions, kind: .list, value: NameList(prefill.companions).text),
                text("plate", FormWords.plate, prefill.plate),
                text("carried", FormWords.carried, prefill.carried),
                text("badge", FormWords.badge, prefill.badge),
                text("phone", FormWords.phone, prefill.phone),
                text("suspicious", FormWords.suspicious, prefill.suspicious),
            ])
        form.opener = ref
        form.tell(prefill.told)
        return form
    }

    func expectFields(_ name: String) -> [FormField] {
        [
            text("name", FormWords.name, name, required: true), unit(required: true),
            text("host", FormWords.host), number("count", FormWords.count, 1), purpose("", required: false),
            text("plate", FormWords.plate), text("code", FormWords.code), text("phone", FormWords.phone),
            moment("from", FormWords.from), moment("until", FormWords.until),
        ]
    }

    /// A courier: the company and the unit, then what nobody is let in without (P3, P7).
    func courierFields(_ prefill: VisitorPrefill) -> [FormField] {
        let purposes = ["parcel", "meal"].filter { estate.purpose($0) != nil }
        var company = text("name", FormWords.company, prefill.name, required: true)
        company.offered = lately.couriers.map { .init(id: $0, name: $0) }
        return [
            company, unit(prefill.unit, required: true), documents, documentTail, yesNo("matches", FormWords.matches),
            choice("confirmed", FormWords.confirmed, FormWords.confirmations), purpose(purposes.first ?? ""),
            text("carried", FormWords.carried), text("plate", FormWords.plate), text("suspicious", FormWords.suspicious),
        ]
    }

    func leavingFields(_ ref: Int) -> [FormField] {
        let visit = registers.visits[ref]
        var fields = [number("count", FormWords.leavingCount, visit?.count)]
        if visit?.badge != nil { fields.append(yesNo("badgeBack", FormWords.badgeBack)) }
        fields += goodsFields(asked: visit?.badge == nil)
        fields.append(choice("seen", FormWords.seen, FormWords.certainties, "seen", required: false))
        return fields
    }

    /// What goes out, on which pass, or why without one (放行條).
    /// - Parameter asked: the form has nothing else to ask, so it is opened for the goods.
    func goodsFields(asked: Bool) -> [FormField] {
        let passes = registers.passes.sorted { $0.key < $1.key }.map { n, pass in (String(n), Text(pass.summary, pass.summary, pass.summary)) }
        let pass = passes.isEmpty ? [] : [choice("pass", FormWords.pass, passes, required: false), number("pieces", FormWords.pieces, nil)]
        return [text("carried", FormWords.carriedOut, asked: asked)] + pass + [text("why", FormWords.withoutPass)]
    }

    func refusalFields(_ name: String, _ plate: String, _ reason: String?) -> [FormField] {
        [
            text("name", FormWords.name, name, asked: plate.isEmpty), text("plate", FormWords.plate, plate),
            choice("reason", FormWords.reason, estate.refusalReasons, reason ?? ""), text("text", FormWords.remark),
        ]
    }

    /// The digit 1 is a good answer nearly everywhere, and so typed by habit: here it answers nothing.
    func compare(_ kind: FormKind, _ name: String, _ denied: String) -> Form {
        let entry = estate.denied(denied)
        // Who it is about and what to look at come first: on a small screen the rest may not be seen.
        let advice = entry.map { "\(name)? \($0.looks) · \($0.names.joined(separator: "／")) · \($0.reason)" }
        return Form(
            kind, FormWords.compare, [choice("same", FormWords.isSame, [(notLooked, FormWords.notLooked), ("yes", FormWords.same), ("no", FormWords.notSame)])], advice: advice)
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

extension GoodsPass {
    /// What may go out, and with whom.
    fileprivate var summary: String { [what, "×\(count)", unit, carrier, plate ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
}

extension Form {
    /// A pass that is used up or cancelled meanwhile is no choice any more.
    mutating func forget(passesBut open: some Collection<Int>) {
        guard let index = fields.firstIndex(where: { $0.id == "pass" }), case .choice(let options) = fields[index].kind else { return }
        let known = options.filter { Int($0.id).map(open.contains) ?? false }
        fields[index].kind = .choice(known)
        if !known.contains(where: { $0.id == fields[index].value }) { fields[index].value = "" }
    }
}
