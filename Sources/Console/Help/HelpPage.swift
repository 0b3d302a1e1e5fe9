import Terminal
import Wording

/// The text of the help over a place: what is done there, what the keys do there, then the keys that work everywhere.
struct HelpPage {
    let model: Model

    /// One row of the help.
    struct Row: Equatable {
        var key = ""
        var text: String
        var isHeading = false
    }

    /// The columns of the keys' names.
    static let keyColumns = 8

    private func words(_ text: Text) -> String { text[model.language] }

    /// The form that the help lies over, if it lies over one.
    private var form: Form? { if case .form(let form)? = model.visibleLayers.dropLast().last { form } else { nil } }

    var title: String {
        guard let form else {
            if case .pane(let view) = model.helpedPlace { return words(HelpWords.title(Frame(model: model).title(view))) }
            return words(HelpWords.title(words(HelpWords.here)))
        }
        let field = form.isOnFinish ? "" : " · " + words(form.fields[form.focus].label)
        return words(HelpWords.title(words(form.title) + field))
    }

    /// All rows, broken for `columns`.
    func rows(columns: Int) -> [Row] {
        let help = form?.help(model.helpedPlace.help) ?? model.helpedPlace.help
        let about = [form?.kind.help, help.about].compactMap { $0 }.map { Row(text: words($0)) }
        let here = help.keys.map { Row(key: words($0.hand.name), text: words($0.text)) }
        let lesson = model.lessonOffer.map { [Row(text: words(HelpWords.enterInHelp(words($0)))), Row(text: "")] } ?? []
        let own = ownActions.map(row)
        let isUnrecorded = form?.kind.isUnrecorded == true
        let actions = Action.allCases.filter { $0 != .finish && !ownActions.contains($0) && !(isUnrecorded && $0 == .park) && model.isOpen($0) }.map(row)
        let notes = notes.compactMap { $0 }.map { Row(text: words($0)) }
        let heading = [Row(text: ""), Row(text: words(HelpWords.everywhere), isHeading: true)]
        return (lesson + about + here + own + notes + heading + actions).flatMap { broken($0, columns) }
    }

    /// The last row that may stand at the top.
    func lastScroll(_ size: Size) -> Int { max(0, rows(columns: size.columns - 2).count - max(1, size.rows - 6 - model.lessonLines.count)) }

    private var notes: [Text?] {
        [
            model.alertText.isEmpty || model.isLocked ? nil : HelpWords.alerts,
            model.isLocked ? nil : model.parkedText,
        ]
    }

    /// What ends, parks or interrupts a form belongs to it.
    private var ownActions: [Action] {
        guard let form else { return [] }
        // Of a form of which nothing is written Enter says all, and it is not put aside.
        return (form.kind.isUnrecorded ? [.emergency] : [.finish, .park, .emergency]).filter { model.isOpen($0) || $0 == .finish }
    }

    private func row(_ action: Action) -> Row { Row(key: action.keyName, text: words(action.wholeName)) }

    /// A row as rows that fit, the words under each other.
    private func broken(_ row: Row, _ columns: Int) -> [Row] {
        let indent = row.key.isEmpty ? 0 : HelpPage.keyColumns
        let lines = Width.lines(of: row.text, fitting: max(10, columns - indent))
        return lines.enumerated().map { number, line in
            Row(key: number == 0 ? row.key : row.key.isEmpty ? "" : " ", text: line, isHeading: row.isHeading)
        }
    }
}

extension Form {
    /// What help says of the place, where the form makes something else of it: Enter that records at once, or that leads to what is blank.
    fileprivate func help(_ place: PlaceHelp) -> PlaceHelp {
        guard ticket == nil else { return place }
        if isOnFinish, let missing {
            return PlaceHelp(HelpWords.finishMissing(fields[missing].label), place.keys.map { $0.hand == .enter ? (.enter, HelpWords.goesToMissing) : $0 })
        }
        guard isOnFinish || isDoneByEnter else { return place }
        return PlaceHelp(place.about, place.keys.map { $0.hand == .enter ? (.enter, whatEnterDoes) : $0 })
    }

    private var whatEnterDoes: Text {
        switch kind {
        case .figures: HelpWords.counts
        case .time: HelpWords.takesTime
        default: kind.isUnlocking ? HelpWords.unlocksNow : HelpWords.records
        }
    }
}
