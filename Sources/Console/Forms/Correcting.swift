import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// A field of a line that may be corrected: what it says now.
private struct CorrectableField {
    /// What separates the line from its field in the id of the choice.
    static let separator: Character = "/"

    let line: Int
    let name: String
    let label: Text
    /// Nil where nothing stands there yet.
    let value: String?
    /// When it happened.
    let time: Instant

    var id: String { "\(line)\(CorrectableField.separator)\(name)" }

    /// The line and its field that a choice names; nil for a field alone.
    static func read(_ id: String) -> (line: Int, name: String)? {
        let parts = id.split(separator: separator).map(String.init)
        return parts.count == 2 ? Int(parts[0]).map { ($0, parts[1]) } : nil
    }
}

extension FormFactory {
    private static let names = [
        "name", "unit", "plate", "count", "host", "purpose", "text", "what", "place", "who", "station", "officer", "receipt", "finding", "giver", "consent", "reason", "badge",
        "carried", "driver", "colour", "people",
    ]
    /// What stands in a matter and decided nothing.
    private static let matterNames = ["what", "who", "phone", "unit", "topic"]
    /// The columns of a value that a choice has room for; whole it is offered in the next field.
    private static let valueColumns = 12

    /// Asks which field of which line is corrected: each choice says what stands there now, so that nobody corrects another line than they mean.
    /// - Parameter event: what line `n` says, where the form is about this line alone.
    func correctionFields(_ n: Int, _ event: Event?) -> [FormField] {
        let correctable = event.map { fields(of: $0.shape, line: n, at: now) } ?? correctable(n)
        let options = correctable.isEmpty ? FormFactory.names.map { FormField.Option(id: $0, name: label($0, n)[language]) } : options(correctable)
        return [
            FormField(id: "field", label: FormWords.field, kind: .choice(options), isRequired: true), text("value", FormWords.rightValue, required: true),
            text("why", FormWords.why, required: true),
        ]
    }

    /// All that the page's lines say of what line `n` opened and that may be corrected, in order of time. Of a visit or a vehicle's stay what a later
    /// line says counts, and the earlier one no more.
    private func correctable(_ n: Int) -> [CorrectableField] {
        let all = said(of: n)
        guard registers.visits[n] != nil || registers.stays[n] != nil else { return all }
        return FormFactory.names.compactMap { name in all.last { $0.name == name && $0.value != nil } ?? all.last { $0.name == name } }
    }

    private func said(of n: Int) -> [CorrectableField] {
        entries.filter { !withdrawn.contains($0.stamp.n) && ($0.stamp.n == n || $0.event.shape.subjects.contains(n)) }.flatMap { entry in
            let line = (entry.event.shape as? any Forwarding)?.opener ?? entry.stamp.n
            return fields(of: entry.event.shape, line: line, at: entry.stamp.happened)
        }
    }

    /// What the line says, and what is open under it could say besides.
    private func fields(of fact: any Fact, line: Int, at time: Instant) -> [CorrectableField] {
        let object = fact.object(in: estate.zone)
        let more = registers.correctable(line) ?? []
        return (registers.matters[line] == nil ? FormFactory.names : FormFactory.matterNames).compactMap { name in
            guard fact.mayBeCorrected(name) || more.contains(name) && fact.isCorrectable(name) else { return nil }
            let value = object[name].flatMap { $0.string ?? $0.integer.map(String.init) }.map { estate.named($0, name)?[language] ?? $0 }
            return CorrectableField(line: line, name: name, label: label(name, line), value: value, time: time)
        }
    }

    private func label(_ name: String, _ n: Int) -> Text {
        if registers.matters[n] != nil { return FieldWords.label(name, of: "matter.receive") }
        return name == "text" ? FormWords.whatHappened : FieldWords.label(name)
    }

    /// With its time where another one reads the same.
    private func options(_ fields: [CorrectableField]) -> [FormField.Option] {
        let names = fields.map { language.labelled($0.label[language], Width.elided($0.value ?? "—", fitting: FormFactory.valueColumns)) }
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(fields, names).map { field, name in
            let isAlone = counts[name] == 1
            return FormField.Option(id: field.id, name: isAlone ? name : "\(ClockTime(field.time, in: estate.zone).text) \(name)", stands: field.value)
        }
    }
}

extension Estate {
    /// The choices that configuration offers for a field that can be corrected.
    private func choices(_ field: String) -> [(id: String, name: Names)] {
        switch field {
        case "purpose": purposes.map { ($0.id, $0.name) }
        case "reason": refusalReasons.map { ($0.id, $0.name) }
        case "topic": desk?.topics.map { ($0.id, $0.name) } ?? []
        default: []
        }
    }

    /// What people call a choice.
    func named(_ id: String, _ field: String) -> Names? { choices(field).first { $0.id == id }?.name }

    /// The choice that people call so, in whichever language.
    fileprivate func choice(called text: String, _ field: String) -> String? {
        choices(field).first { choice in Language.allCases.contains { choice.name[$0].folded == text.folded } }?.id
    }
}

extension Form {
    /// Nothing of it may be corrected.
    var isCorrectingNothing: Bool {
        guard case .correct = kind, case .choice(let options)? = fields.first?.kind else { return false }
        return options.allSatisfy { $0.id.split(separator: CorrectableField.separator).count < 2 }
    }

    /// What stands in the field that is to be corrected is offered, to be changed.
    mutating func offerWhatStands() {
        guard case .correct = kind, let field = fields.first(where: { $0.id == "field" }), case .choice(let options) = field.kind,
            let index = fields.firstIndex(where: { $0.id == "value" })
        else { return }
        fields[index].offered = options.first { $0.id == field.value }?.stands.map { [FormField.Option(id: $0, name: $0)] } ?? []
    }
}

extension FormSteps {
    /// Units and choices are said as people say them.
    func correction(_ form: Form, of n: Int) -> Correction {
        let chosen = form.value("field").flatMap(CorrectableField.read)
        var correction = Correction(form, units: UnitNames(estate), preset: ["ref": .integer(chosen?.line ?? n)])
        if let chosen { correction.field = chosen.name }
        if correction.field == "unit" { correction.value = UnitNames(estate).id(of: correction.value) }
        correction.value = estate.choice(called: correction.value, correction.field) ?? correction.value
        return correction
    }
}
