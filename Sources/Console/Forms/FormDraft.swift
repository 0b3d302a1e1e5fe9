import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// A form that is not yet recorded, as it lies on the disk until it is: what was typed, by field, and what the form is about.
///
/// It never holds a whole document's number, nor the answer whether somebody is the person of a document (`matches`, `same`): that is compared
/// again with whoever stands there then.
struct FormDraft: Equatable, Sendable {
    var kind: DraftKind
    var opener: Int?
    var line: String
    /// The earlier time that it is for.
    var earlier: Instant?
    var values: [String: String]

    /// Nil for a form that is not kept: signing on, the time, and one in which nothing was typed.
    init?(_ form: Form) {
        guard let kind = DraftKind(form.kind), form.isKept else { return nil }
        self.kind = kind
        opener = form.opener
        line = FormDraft.cut(form.line)
        earlier = form.earlier
        values = [:]
        for (index, field) in form.fields.enumerated() where !field.value.isEmpty && !FormDraft.comparisons.contains(field.id) && !Signing.fields.contains(field.id) {
            values[field.id] = FormDraft.kept(field, isTail: field.isDocument && !form.isVouched(index))
        }
    }

    private static let comparisons: Set<String> = ["matches", "same"]
    /// Codes of other kinds: half of one would be another one, so one that looks like a document's number is asked again.
    private static let codes: Set<String> = ["code", "plate", "badge", "phone"]

    /// What may lie on the disk of a field's text; nil for nothing.
    private static func kept(_ field: FormField, isTail: Bool) -> String? {
        let value = field.value.withoutPictures
        if codes.contains(field.id) { return cut(value) == value ? value : nil }
        if isTail { return DocumentNumber(value)?.tail ?? Form.tail(of: value) }
        return field.isChoice ? value : cut(value)
    }

    /// The text without whole documents' numbers, also where something that does not show stands within one.
    private static func cut(_ text: String, where isMeant: (DocumentNumber) -> Bool = { _ in true }) -> String {
        let text = text.withoutPictures
        let cut = DocumentNumber.cut(in: text.countable, where: isMeant)
        return cut == text.countable ? text : cut
    }

    /// What goes into the journal of a field's text: of what is certainly a document's number the last four characters only, wherever it was typed (P3).
    static func recorded(_ field: FormField) -> String {
        guard !field.isChoice, !field.isDocument else { return field.value }
        return cut(field.value) { codes.contains(field.id) && field.id != "phone" ? $0.isLong : $0.isUnmistakable }
    }

    /// The form as it was left; made anew, so that its choices are those of today's configuration.
    func form(_ factory: FormFactory) -> Form? {
        guard let kind = kind.form else { return nil }
        var form = factory.form(kind)
        for index in form.fields.indices {
            guard let value = values[form.fields[index].id] else { continue }
            if case .choice(let options) = form.fields[index].kind, !options.contains(where: { $0.id == value }) { continue }
            form.fields[index].value = value.cleaned
        }
        form.opener = opener
        form.line = line
        form.earlier = earlier
        form.isPutAside = true
        form.focus = form.nextToAsk(after: -1)
        return form
    }
}

extension FormField {
    var isDocument: Bool { if case .document = kind { true } else { false } }
}

// MARK: On the disk

extension FormDraft {
    var json: JSON {
        var object: JSONObject = ["form": .string(kind.name)]
        object["ref"] = kind.ref.map(JSON.integer)
        object["opener"] = opener.map(JSON.integer)
        object["about"] = kind.about.isEmpty ? nil : .object(FormDraft.object(kind.about))
        object["line"] = line.isEmpty ? nil : .string(line)
        object["at"] = earlier.map { .string($0.text(in: Zone(minutes: 0))) }
        object["values"] = .object(FormDraft.object(values))
        return .object(object)
    }

    init?(_ json: JSON) {
        guard let object = json.object, let name = object["form"]?.string, let values = object["values"]?.object else { return nil }
        kind = DraftKind(name: name, ref: object["ref"]?.integer, about: FormDraft.texts(object["about"]?.object))
        guard kind.form != nil else { return nil }
        opener = object["opener"]?.integer
        line = object["line"]?.string ?? ""
        earlier = object["at"]?.string.flatMap { Instant($0) }
        self.values = FormDraft.texts(values)
    }

    private static func object(_ texts: [String: String]) -> JSONObject {
        var object = JSONObject()
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) { object[name] = .string(text) }
        return object
    }

    private static func texts(_ object: JSONObject?) -> [String: String] {
        Dictionary((object?.members ?? []).compactMap { member in member.value.string.map { (member.name, $0) } }) { $1 }
    }

    /// The file's bytes; nil where there is nothing to keep.
    static func bytes(_ drafts: [FormDraft], isLocked: Bool = false) -> [UInt8]? {
        guard isLocked || !drafts.isEmpty else { return nil }
        var object: JSONObject = ["gatebook": .string("forms")]
        object["locked"] = isLocked ? .bool(true) : nil
        object["forms"] = .array(drafts.map(\.json))
        return Array((JSON.object(object).text + "\n").utf8)
    }

    /// What a file's bytes say; a file that cannot be read offers nothing.
    static func read(_ bytes: [UInt8]) -> [FormDraft] { (object(bytes)?["forms"]?.array ?? []).compactMap { FormDraft($0) } }

    /// Whether the console that left the file was locked.
    static func saysLocked(_ bytes: [UInt8]) -> Bool { object(bytes)?["locked"]?.bool ?? false }

    private static func object(_ bytes: [UInt8]) -> JSONObject? { (try? JSON.read(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]))?.object }
}

extension Model {
    /// The forms that are open or put aside, those opened last behind. One that waits for the disk is among them until it is written.
    var unfinished: [Form] { parked + layers.compactMap { if case .form(let form) = $0 { form } else { nil } } }

    /// Takes in what an earlier console left: its forms, and that its screen was locked.
    mutating func takeOver(_ bytes: [UInt8]) {
        offer(FormDraft.read(bytes))
        if FormDraft.saysLocked(bytes) { lock() }
    }

    /// What the next console takes over; nil for nothing. Where nobody holds the post it is locked at the start anyway.
    var left: (forms: [Form], isLocked: Bool)? {
        let (forms, isLocked) = (unfinished, isLocked && custody != nil)
        return forms.isEmpty && !isLocked ? nil : (forms, isLocked)
    }

    /// Offers the forms that an earlier console left: they are parked, and Ctrl-P fetches them.
    mutating func offer(_ drafts: [FormDraft]) {
        let forms = drafts.compactMap { $0.form(factory) }
        guard !forms.isEmpty else { return }
        parked = forms + parked
        if message == nil { say(FormWords.draft(forms.count)) }
    }
}
