import Bookkeeping
import Gatekeeping
import Notation
import Wording

extension FormFactory {
    /// The form of a command that is one fact, made from the fact's own table of fields.
    func sheet(_ kind: FormKind, _ command: String, _ known: JSONObject) -> Form {
        guard let fact = Catalogue.commands[command] else { return Form(kind, Text(command, command, command), []) }
        let name = handoverLine(known).map { Text($0, $0, $0) } ?? title(EventWords.name(fact.kind), known["ref"]?.integer)
        return Form(kind, name, fields(of: fact, kind, command, known))
    }

    /// What it is, and what it is about: the number, and what every post may see of it.
    private func title(_ name: Text, _ ref: Int?) -> Text {
        guard let ref, let subject = subject(ref), !subject.isEmpty else { return name }
        let about = " · \(ref) \(subject)"
        return Text(name.hant + about, name.hans + about, name.english + about)
    }

    /// The line of the handover that it is about.
    private func handoverLine(_ known: JSONObject) -> String? {
        guard let key = known["item"]?.string else { return nil }
        let item = HandoverList(registers, estate: estate, post: post, now: now)?[key]?.item ?? HandoverItem(key: key)
        return item.map { HandoverTitles(registers, estate: estate, post: post, language).whole($0) }
    }

    private func subject(_ ref: Int) -> String? {
        if let matter = registers.matters[ref] {
            return [DeskWords.kind(matter.kind)[language], matter.unit].compactMap { $0 }.joined(separator: " · ")
        }
        return registers.tasks[ref]?.what ?? registers.things[ref]?.what ?? registers.passes[ref]?.what ?? registers.occurrences[ref]?.sentence(language) ?? registers.defects[ref]?.text
    }

    private func fields<F: Fact>(of fact: F.Type, _ kind: FormKind, _ command: String, _ known: JSONObject) -> [FormField] {
        F.fields.filter { $0.presence != .derived && known[$0.name] == nil }.map { field in
            var made = self.field(field.name, FieldWords.label(field.name, of: command), field.schema, command, known)
            made.isRequired = field.isRequired(ofCommand: true) || field.name == "count" && kind.countsByHand
            made.isAsked = isAsked(field.name, command, known)
            return made
        }
    }

    /// Enter stops at every field but those of a pass that only matter where something differs.
    private func isAsked(_ name: String, _ command: String, _ known: JSONObject) -> Bool {
        if command == CheckpointLooked.command { return name == "result" }
        guard command == GoodsLetOut.command else { return true }
        return name == "plate" ? known["ref"]?.integer.flatMap { registers.passes[$0]?.plate } != nil : name != "why"
    }

    private func field(_ name: String, _ label: Text, _ schema: FieldSchema, _ command: String, _ known: JSONObject) -> FormField {
        if name == "unit" { return unit() }
        if let options = configured(name, command, known) { return FormField(id: name, label: label, kind: .choice(options)) }
        return switch schema {
        case .text, .object: text(name, label)
        case .wholeNumber, .reference: number(name, label, nil)
        case .truth: yesNo(name, label)
        case .time: FormField(id: name, label: label, kind: .moment)
        case .oneOf(let values): choice(name, label, values.map { ($0, FieldWords.choice($0, of: name)) })
        case .list: FormField(id: name, label: label, kind: .list)
        }
    }

    private func people(where isIncluded: (Guard) -> Bool) -> [FormField.Option] {
        estate.guards.filter(isIncluded).map { .init(id: $0.number, name: "\($0.number) \($0.name)") }
    }

    /// People of the desk.
    private func office(where isIncluded: (DeskOfficer) -> Bool) -> [FormField.Option] {
        (estate.desk?.staff ?? []).filter(isIncluded).map { .init(id: $0.person.number, name: "\($0.person.number) \($0.person.name)") }
    }

    /// The choices that the configuration gives.
    private func configured(_ name: String, _ command: String, _ known: JSONObject) -> [FormField.Option]? {
        func options(_ items: [(id: String, name: Names)]) -> [FormField.Option] { items.map { .init(id: $0.id, name: $0.name[language]) } }
        switch name {
        case "occurrence": return options(estate.occurrenceKinds.map { ($0.id, $0.name) })
        case "sort" where command == ThingKept.command:
            return Thing.Sort.keepable.map { .init(id: $0.rawValue, name: FieldWords.choice($0.rawValue, of: name)[language]) }
        case "guard": return people { _ in true }
        case "supervisor" where command == SignatureConfirmed.command:
            let open = known["ref"]?.integer.flatMap { registers.witnessed[$0] }
            let confirmers = open.map { estate.confirmers(of: $0) }
            return people { $0.isSupervisor && confirmers?.contains($0.number) != false }
        case "supervisor": return people(where: \.isSupervisor)
        case "told" where command == "relief.reject": return people(where: \.isSupervisor)
        case "item" where command == CheckpointLooked.command:
            return known["checkpoint"]?.string.flatMap(estate.checkpoint).map { options($0.items.map { ($0.id, $0.name) }) }
        case "reader", "walker": return people { _ in true }
        case "topic": return estate.desk.map { options($0.topics.map { ($0.id, $0.name) }) }
        case "department": return estate.desk.map { options($0.departments.map { ($0.id, $0.name) }) }
        case "activity": return estate.desk.map { options($0.activities.map { ($0.id, $0.name) }) }
        case "director": return office { $0.role == .director }
        case "officer" where command == "revisit.make": return office { _ in true }
        case "step":
            let kind = known["ref"]?.integer.flatMap { registers.occurrences[$0] }
            return kind.map { options($0.steps(in: estate).map { ($0.id, $0.name) }) }
        default: return nil
        }
    }
}

extension FormSteps {
    /// The fact of a form that was made from the fact's table.
    func recorded(_ form: Form, _ command: String, _ known: JSONObject) -> (any Fact)? {
        var preset = known
        for field in form.fields {
            guard case .moment = field.kind, let time = SpokenTime(field.value)?.instant(after: now, in: estate.zone) else { continue }
            preset[field.id] = .string(time.text(in: estate.zone))
        }
        return Catalogue.commands[command].map { $0.init(form, units: UnitNames(estate), preset: preset) }
    }
}
