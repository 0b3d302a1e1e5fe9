import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// One field of a form.
struct FormField: Sendable {
    /// What it takes.
    enum Kind: Sendable {
        case text, number
        case choice([Option])
    }

    /// One choice: what the journal says, what people read.
    struct Option: Sendable {
        var id: String
        var name: String
    }

    var id: String
    var label: Text
    var kind = Kind.text
    var value = ""
    var isRequired = false
    /// Verification is never prefilled and never skipped.
    var isAsked = false

    /// What stands in the field for people.
    var shown: String {
        guard case .choice(let options) = kind else { return value }
        return options.first { $0.id == value }?.name ?? value
    }
}

/// The choice of a document that says that none was shown.
let nothingShown = "-"

/// A form over the panes: fields, and what they become.
struct Form: Sendable {
    var kind: FormKind
    var title: Text
    var fields: [FormField]
    /// Index of the field with the focus; `fields.count` is the row that does it.
    var focus = 0
    /// Page of the choices, ten at a time.
    var page = 0
    /// What stopped it, in the guard's language.
    var complaint: String?
    /// Said above the fields, as the looks of somebody on the deny list.
    var advice: String?
    /// The visit that its first step opened before it was stopped.
    var opener: Int?
    /// Waiting for the disk.
    var ticket: Int?
    /// What stood in the line when the form was opened from it: used up once the form is recorded.
    var line = ""
    var initial: [String] = []

    init(_ kind: FormKind, _ title: Text, _ fields: [FormField], advice: String? = nil) {
        self.kind = kind
        self.title = title
        self.fields = fields
        self.advice = advice
        initial = fields.map(\.value)
        focus = nextToAsk(after: -1)
    }

    /// The value of a field; nil if it is blank.
    func value(_ id: String) -> String? {
        guard let value = fields.first(where: { $0.id == id })?.value, !value.isEmpty else { return nil }
        return value
    }

    func number(_ id: String) -> Int? { value(id).flatMap { Int($0) } }
    func truth(_ id: String) -> Bool { value(id) == "yes" }

    var isChanged: Bool { fields.map(\.value) != initial }
    var isOnFinish: Bool { focus >= fields.count }

    /// The first blank field that must be filled.
    var missing: Int? { fields.indices.first { isNeeded($0) && fields[$0].isRequired && fields[$0].value.isEmpty } }

    /// Where nothing was shown there is nothing to compare with the person.
    func isNeeded(_ index: Int) -> Bool {
        value("document") != nothingShown || !["tail", "matches"].contains(fields[index].id)
    }

    /// The next field that is blank and must be asked, or the row that does it.
    func nextToAsk(after index: Int) -> Int {
        fields.indices.first {
            $0 > index && isNeeded($0) && fields[$0].value.isEmpty && (fields[$0].isRequired || fields[$0].isAsked)
        } ?? fields.count
    }

    /// Goes on from the field with the focus: to what must still be asked.
    mutating func goOn() {
        page = 0
        focus = nextToAsk(after: focus)
    }

    mutating func move(_ step: Int) {
        page = 0
        focus = min(max(focus + step, 0), fields.count)
    }

    /// Types into the field with the focus.
    mutating func type(_ text: String) {
        guard !isOnFinish else { return }
        complaint = nil
        switch fields[focus].kind {
        case .text: fields[focus].value += text.cleaned
        case .number: fields[focus].value += text.folded.filter(\.isWholeNumber)
        case .choice(let options): choose(text.folded, among: options)
        }
    }

    private mutating func choose(_ text: String, among options: [FormField.Option]) {
        guard let digit = Int(text) else { return }
        if digit == 0 {
            page = (page + 1) * 9 < options.count ? page + 1 : 0
            return
        }
        let index = page * 9 + digit - 1
        guard digit <= 9, options.indices.contains(index) else { return }
        fields[focus].value = options[index].id
        goOn()
    }

    /// Turns a choice to the next one.
    mutating func turn(_ step: Int) {
        guard !isOnFinish, case .choice(let options) = fields[focus].kind, !options.isEmpty else { return }
        let index = options.firstIndex { $0.id == fields[focus].value } ?? (step > 0 ? -1 : options.count)
        fields[focus].value = options[(index + step + options.count) % options.count].id
    }

    mutating func rubOut() {
        guard !isOnFinish, !fields[focus].value.isEmpty else { return }
        if case .choice = fields[focus].kind { fields[focus].value = "" } else { fields[focus].value.removeLast() }
    }
}
