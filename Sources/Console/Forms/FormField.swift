import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// One field of a form.
struct FormField: Sendable {
    /// What it takes.
    enum Kind: Sendable {
        case text, number
        /// A time of day, as 21:30 or 2130.
        case time
        /// A time of day, a day, or both, as 12-24 18:00.
        case moment
        /// Several names: Enter adds one more, Enter with nothing more goes on.
        case list
        case choice([Option])
        /// The end of a document's number (P3); with one of `vouched`, who vouches.
        case document(vouched: Set<String>)
        /// A PIN: never shown, kept or spoken of.
        case secret
    }

    /// One choice: what the journal says, what people read.
    struct Option: Equatable, Sendable {
        var id: String
        var name: String
        /// What stands in the journal, where a correction would put something else.
        var stands: String?
    }

    var id: String
    var label: Text
    var kind: Kind
    var edited: EditedText
    var isRequired: Bool
    /// Verification is never prefilled and never skipped.
    var isAsked: Bool
    /// What was said lately, offered and never filled in unasked; → takes it.
    var offered: [Option] = []

    init(id: String, label: Text, kind: Kind = .text, value: String = "", isRequired: Bool = false, isAsked: Bool = false) {
        (self.id, self.label, self.kind) = (id, label, kind)
        edited = EditedText(value)
        (self.isRequired, self.isAsked) = (isRequired, isAsked)
    }

    /// What it says; setting it puts the insertion point at the end.
    var value: String {
        get { edited.text }
        set { edited = EditedText(newValue) }
    }

    /// What stands in the field for people.
    var shown: String {
        if isSecret { return visible.text }
        guard case .choice(let options) = kind else { return value }
        return options.first { $0.id == value }?.name ?? value
    }

    /// The text with its insertion point as the screen shows it.
    var visible: EditedText { isSecret ? edited.masked : edited }

    var isSecret: Bool { if case .secret = kind { true } else { false } }
    var isChoice: Bool { if case .choice = kind { true } else { false } }

    /// What may be typed or pasted here. Control characters become visible, the lines of a paste one line.
    func typed(_ text: String) -> String {
        switch kind {
        case .number: return text.folded.filter(\.isDigit)
        case .secret: return String(text.folded.filter { $0.isASCII && $0.isNumber }.prefix(max(0, 12 - value.count)))
        case .list: return String(text.map { ",，;；\n".contains($0) ? "、" : $0 }).cleaned
        case .document: return text.contains("\n") ? documentLine(text) : text.cleaned
        case .text, .time, .moment, .choice: return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }).cleaned
        }
    }

    /// Of a pasted machine-readable zone what may be kept; any other paste as one line.
    private func documentLine(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        return (lines.last { DocumentNumber($0)?.kind == .machineReadable } ?? lines.joined(separator: " ")).cleaned
    }

    // MARK: Offers

    /// Takes the next of what is offered: where nothing stands yet, or one of them does.
    /// - Returns: false where the field says something of its own.
    mutating func takeOffer(_ step: Int) -> Bool {
        guard !offered.isEmpty else { return false }
        let current = offered.firstIndex { $0.id == value }
        guard value.isEmpty || current != nil && edited.isAtEnd else { return false }
        let next = current.map { $0 + step } ?? (step > 0 ? 0 : offered.count - 1)
        value = offered[(next + offered.count) % offered.count].id
        return true
    }
}

/// The choice of a document that says that none was shown.
let nothingShown = "-"
/// The choice "not compared yet", which answers nothing.
let notLooked = "not-compared"
