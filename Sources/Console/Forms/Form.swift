import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// A form over the panes: fields, and what they become.
struct Form: Sendable {
    var kind: FormKind
    var title: Text
    var fields: [FormField]
    /// Index of the field with the focus; `fields.count` is the row that does it.
    var focus = 0 { didSet { if focus != oldValue { (page, isFresh, spelled) = (0, true, "") } } }
    /// Nothing was done in the field since it got the focus: a digit then replaces a number that stands there.
    var isFresh = true
    /// Page of the choices, ten at a time.
    var page = 0
    /// The beginning of an id that was typed into a choice.
    private var spelled = ""
    /// What is left of an id whose beginning sufficed: typed on, it belongs to that choice and not to the next field.
    private var rest = ""
    /// What stopped it, in the guard's language.
    var complaint: String?
    /// Why the field does not take what was typed.
    var fault: Text?
    /// What looks wrong but does not stop it.
    var warning: Text?
    /// Said above the fields, as the looks of somebody on the deny list.
    var advice: String?
    /// Who of it was refused when they came last, as far as that was said.
    var told: String?
    /// What of it was said before the guard was asked to go on: only what is new stops the form again.
    var read: String?
    /// The visit that its first step opened before it was stopped.
    var opener: Int?
    /// Waiting for the disk.
    var ticket: Int?
    /// The ticket that the disk interrupted: handing the form in again repeats it.
    var interrupted: Int?
    /// What stood in the line when the form was opened from it: used up once the form is recorded.
    var line = ""
    /// It was put aside from the line, which is free since then: what it was opened with stands nowhere else.
    var isPutAside = false
    /// It was fetched from those that are put aside.
    var isFetched = false
    var initial: [String] = []
    /// Whose signature it asks for; nil for a form that nobody signs.
    var signing: Signing?
    /// Since when it is being filled in; nil for one that an earlier console left.
    var stopwatch: Stopwatch?
    /// When what it records happened, if earlier; it stays with the form wherever that is put.
    var earlier: Instant?

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

    /// Whom or what it is about, as far as it is filled in.
    var subject: String { ["name", "plate", "company", "driver"].lazy.compactMap(value).first ?? "" }

    func number(_ id: String) -> Int? { value(id).flatMap { Int($0) } }
    func truth(_ id: String) -> Bool { value(id) == "yes" }

    /// Something was filled in that would be lost; a signature is none.
    var isChanged: Bool { fields.prefix(initial.count).map(\.value) != initial }
    /// What is put aside with something in it waits; which time is meant is said anew.
    var isKept: Bool { if case .time = kind { false } else { isChanged || isPutAside || opener != nil } }
    var isComparing: Bool { if case .compare = kind { true } else { false } }
    var isOnFinish: Bool { focus >= fields.count }
    /// Enter in its last field does it: unlocking, and counting line by line of a handover.
    var isDoneAtOnce: Bool { kind.isUnlocking || kind.countsByHand && fields.count == 1 }

    /// The next Enter does it, from the field with the focus.
    var isDoneByEnter: Bool {
        guard isDoneAtOnce, !isOnFinish else { return false }
        var next = self
        next.goOn()
        return next.isOnFinish
    }

    /// The first blank field that must be filled.
    var missing: Int? { fields.indices.first { isNeeded($0) && mustBeFilled($0) && fields[$0].value.isEmpty } }

    /// What the post check found is said with who was told (G3); what a look found damaged, with what it is (G9).
    func mustBeFilled(_ index: Int) -> Bool {
        fields[index].isRequired || value("check") == "no" && ["equipment", "missing", "told"].contains(fields[index].id)
            || fields[index].isDocument && ![nil, nothingShown].contains(value("document"))
            || value("result") == CheckpointLooked.Result.damaged.rawValue && ["item", "text"].contains(fields[index].id)
    }

    /// Where nothing was shown there is nothing to compare with the person.
    func isNeeded(_ index: Int) -> Bool {
        value("document") != nothingShown || !["tail", "matches"].contains(fields[index].id)
    }

    /// The next field that is blank and must be asked, or the row that does it.
    func nextToAsk(after index: Int) -> Int {
        fields.indices.first {
            $0 > index && isNeeded($0) && fields[$0].value.isEmpty && (mustBeFilled($0) || fields[$0].isAsked)
        } ?? fields.count
    }

    /// Goes on from the field with the focus: to what must still be asked. A list takes one more, a time that is none stays.
    mutating func goOn() {
        rest = ""
        guard !isOnFinish else { return }
        if case .list = fields[focus].kind, !isFresh, fields[focus].edited.before.last.map({ !"、".contains($0) }) ?? false {
            fields[focus].edited.end()
            fields[focus].edited.insert(NameList.separator)
            return
        }
        guard tidy() else { return }
        askSignature()
        focus = nextToAsk(after: focus)
    }

    mutating func move(_ step: Int) {
        rest = ""
        _ = tidy()
        askSignature()
        focus = min(max(focus + step, 0), fields.count)
    }

    // MARK: Typing

    /// Types into the field with the focus.
    mutating func type(_ text: String) {
        guard !isOnFinish else { return }
        (complaint, fault) = (nil, nil)
        let typed = fields[focus].typed(text)
        guard !typed.isEmpty || text.isEmpty || fields[focus].isChoice else { return fault = ScreenWords.onlyDigits }
        switch fields[focus].kind {
        case .choice(let options):
            choose(text.folded, among: options)
            return
        case .number where isFresh: fields[focus].value = ""
        case .document: warning = nil
        case .text, .number, .time, .moment, .list, .secret: break
        }
        fields[focus].edited.insert(typed)
        isFresh = false
    }

    /// By its digit; by the beginning of its id where a letter was typed first, as `G07` is on the badge.
    private mutating func choose(_ text: String, among options: [FormField.Option]) {
        if !spelled.isEmpty || text.contains(where: \.isLetter) { return spell(text, among: options) }
        guard let digit = Int(text) else { return fault = ScreenWords.onlyChoice }
        if digit == 0 {
            page = (page + 1) * 9 < options.count ? page + 1 : 0
            return
        }
        let index = page * 9 + digit - 1
        guard digit <= 9, options.indices.contains(index) else { return fault = ScreenWords.onlyChoice }
        fields[focus].value = options[index].id
        goOn()
    }

    private mutating func spell(_ text: String, among options: [FormField.Option]) {
        let wanted = spelled + text
        let fitting = options.filter { $0.id.folded.hasPrefix(wanted) }
        guard let first = fitting.first else { return fault = ScreenWords.onlyChoice }
        fields[focus].value = first.id
        spelled = fitting.count == 1 ? "" : wanted
        guard fitting.count == 1 else { return }
        goOn()
        rest = String(first.id.folded.dropFirst(wanted.count))
    }

    /// Whether the text only goes on with the id that was chosen by its beginning.
    mutating func takesRest(of text: String) -> Bool {
        let typed = text.folded
        guard !typed.isEmpty, rest.hasPrefix(typed) else {
            rest = ""
            return false
        }
        rest.removeFirst(typed.count)
        return true
    }

    /// Turns a choice to the next one: first to what is offered.
    private mutating func turn(_ step: Int, _ options: [FormField.Option]) {
        guard !options.isEmpty else { return }
        if fields[focus].value.isEmpty, fields[focus].takeOffer(step) { return }
        // From nothing, ← begins at the end; but never with an answer where the first says that nobody looked yet.
        let behind = options.first?.id == notLooked ? 1 : options.count
        let index = options.firstIndex { $0.id == fields[focus].value } ?? (step > 0 ? -1 : behind)
        fields[focus].value = options[(index + step + options.count) % options.count].id
    }

    /// ← and →: turn a choice, move in a text; → takes what is offered.
    mutating func step(_ step: Int) {
        rest = ""
        guard !isOnFinish else { return }
        isFresh = false
        if case .choice(let options) = fields[focus].kind { return turn(step, options) }
        if step > 0, fields[focus].takeOffer(1) { return }
        if step > 0 { fields[focus].edited.right() } else { fields[focus].edited.left() }
    }

    /// Changes the text of the field with the focus, or its insertion point.
    mutating func edit(_ change: (inout EditedText) -> Void) {
        guard !isOnFinish, !fields[focus].isChoice else { return }
        (complaint, fault, isFresh) = (nil, nil, false)
        if fields[focus].isDocument { warning = nil }
        change(&fields[focus].edited)
    }

    mutating func rubOut() {
        rest = ""
        guard !isOnFinish else { return }
        if fields[focus].isChoice { fields[focus].value = "" } else { edit { $0.rubOut() } }
    }
}
