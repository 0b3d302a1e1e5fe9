import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// What frames and keys read again and again, made once until the book, the minute or the language changes.
struct Prepared: Sendable {
    /// Another number for everything that is made anew: what was drawn from the same number looks the same.
    private(set) var serial = 0
    fileprivate var panes: PaneRows?
    fileprivate var rows: [Model.View: [Row]] = [:]
    fileprivate var dutyText: String?
    fileprivate var alertText: String?
    fileprivate var visitorsCars: Int?
    fileprivate var keyBar: [KeyBarEntry]?
    fileprivate var clockText: String?

    /// Nothing made yet.
    var next: Prepared {
        var next = Prepared()
        next.serial = serial + 1
        return next
    }
}

/// A key of the key bar with what it does, and the columns that both take.
struct KeyBarEntry: Sendable {
    let action: Action
    let key: String
    let name: String
    let columns: Int

    init(_ action: Action, _ language: Language) {
        self.action = action
        key = action.keyName
        name = action.name[language] + " "
        columns = key.utf8.count + Width.columns(of: name)
    }
}

extension Model {
    /// Makes what the next frame shows and is not made yet. Without it everything is made anew wherever it is read.
    mutating func prepare() {
        if prepared.panes == nil { prepared.panes = makePanes() }
        if prepared.dutyText == nil { prepared.dutyText = makeDutyText() }
        if prepared.alertText == nil { prepared.alertText = makeAlertText() }
        if prepared.visitorsCars == nil { prepared.visitorsCars = countVisitorsCars() }
        if prepared.keyBar == nil { prepared.keyBar = makeKeyBar() }
        if prepared.clockText == nil { prepared.clockText = makeClockText() }
        guard !isFinding else { return }
        for view in shownViews where prepared.rows[view] == nil { prepared.rows[view] = makeRows(of: view) }
        if prepared.rows[.patrol] == nil { prepared.rows[.patrol] = makeRows(of: .patrol) }
    }

    /// The makers of rows.
    var panes: PaneRows { prepared.panes ?? makePanes() }

    /// The rows of a view.
    func rows(of view: View) -> [Row] { prepared.rows[view] ?? makeRows(of: view) }

    /// How many things a view holds, not how many rows; for the panes that are not shown nothing is made.
    func count(of view: View) -> Int {
        switch view {
        case .visitors: registers.visits.count
        case .vehicles: registers.stays.count + (prepared.visitorsCars ?? countVisitorsCars())
        case .occurrences: registers.occurrences.count
        default: rows(of: view).count { $0.id.isThing(of: view) }
        }
    }

    /// What needs somebody's eye, the most urgent first; each begins with a sign of its own, so that colour is not needed.
    var alertText: String { prepared.alertText ?? makeAlertText() }

    /// As much of the alerts as fits; where that is not all, first how many there are.
    func alertText(_ text: String, fitting columns: Int) -> String {
        guard Width.columns(of: text) > columns else { return text }
        let count = alerts.all.count { !$0.kind.isQuiet } + (snapshot.roomRunningOut == nil ? 0 : 1)
        return columns < 12 ? "!\(count)…" : Width.elided("!\(count) \(text)", fitting: columns)
    }

    /// The post, who holds it, and the shift.
    var dutyText: String { prepared.dutyText ?? makeDutyText() }

    /// The same in as few columns as there are: first without the post's name, then without the guard's. A practice journal says so at any width.
    /// - Parameter whole: how many columns it may take with everything in it.
    func dutyText(fitting columns: Int, whole: Int) -> String {
        guard Width.columns(of: dutyText) > whole else { return dutyText }
        let marks = isPractice ? [ScreenWords.practice, ScreenWords.practiceInShort].map { language.marked($0[language]) } : [""]
        let shift = estate.shift(at: now)?.shift.name[language] ?? ""
        let people = custody.map { [panes.person($0.holder), $0.holder] } ?? [ScreenWords.nobody[language]]
        let shorter = marks.flatMap { mark in people.map { "\(mark)\($0) · \(shift)" } }
        return shorter.first { Width.columns(of: $0) <= columns } ?? shorter.last ?? dutyText
    }

    /// The key bar, from the left.
    var keyBar: [KeyBarEntry] { prepared.keyBar ?? makeKeyBar() }

    var clockText: String { prepared.clockText ?? makeClockText() }

    /// The panes that stand on the screen while the line is empty.
    var shownViews: [View] { isWide && View.sideBySide.contains(view) ? View.sideBySide : [view] }

    private func makePanes() -> PaneRows {
        PaneRows(estate: estate, registers: registers, holder: holder, post: post, language: language, now: now, refusals: finding.refusedAtGate)
    }

    private var isWide: Bool { size.columns >= 100 }

    private func countVisitorsCars() -> Int {
        registers.visits.values.count { $0.step == .inside && $0.plate != nil }
    }

    private func makeKeyBar() -> [KeyBarEntry] { Action.functions.map { KeyBarEntry($0, language) } }

    private func makeClockText() -> String { ClockTime(now, in: estate.zone).text }

    private func makeAlertText() -> String {
        let room = snapshot.roomRunningOut.map { [AlertWords.room($0)] } ?? []
        let minutes = alerts.reliefLate ?? 0
        let alerts = Dictionary(grouping: alerts.all, by: \.kind)
        let counts = Alert.Kind.allCases.filter { !$0.isQuiet }.compactMap { kind in
            alerts[kind].map { AlertWords.count(kind, kind == .relief ? minutes : $0.count) }
        }
        return (room + counts).map { "!" + $0[language] }.joined(separator: " ")
    }

    private func makeDutyText() -> String {
        let guardName = custody.map { panes.person($0.holder) } ?? ScreenWords.nobody[language]
        let shift = estate.shift(at: now)?.shift.name[language] ?? ""
        let practice = isPractice ? language.marked(ScreenWords.practice[language]) : ""
        return "\(practice)\(estate.post(post)?.name[language] ?? post) · \(guardName) · \(shift)"
    }

    private func makeRows(of view: View) -> [Row] {
        let corrected = correctedOpeners
        return corrected.isEmpty ? madeRows(of: view) : madeRows(of: view).map { marked($0, corrected) }
    }

    private func madeRows(of view: View) -> [Row] {
        switch view {
        case .visitors: panes.visitors
        case .vehicles: panes.vehicles
        case .patrol: panes.patrol
        case .occurrences: panes.occurrences
        case .handover: panes.handover
        case .desk: panes.desk
        case .inside: panes.inside
        case .directory: panes.directory
        case .things: panes.things
        case .alerts: panes.alerts(alerts.all) { rows(of: $0) }
        }
    }
}

extension Model {
    /// The lines that opened what was corrected; a visit and a stay consist of several.
    private var correctedOpeners: Set<Int> {
        snapshot.state.corrected.reduce(into: []) { openers, n in
            openers.insert(n)
            let subjects = snapshot.state.entry(n)?.event.shape.subjects ?? []
            openers.formUnion(subjects.filter { registers.visits[$0] != nil || registers.stays[$0] != nil })
        }
    }

    /// What a row stands for was corrected: it shows what is right now, and says so.
    private func marked(_ row: Row, _ corrected: Set<Int>) -> Row {
        guard let n = row.id.opener, corrected.contains(n) else { return row }
        var row = row
        row.trailing = [HintWords.corrected[language], row.trailing].filter { !$0.isEmpty }.joined(separator: " ")
        return row
    }
}

extension Model.View {
    /// The figures that F12 explains.
    var figures: [OpenFigure] {
        switch self {
        case .visitors, .vehicles, .inside: [.people, .vehicles]
        case .patrol: [.defects]
        case .occurrences: [.occurrences, .detained, .evidence]
        case .things: [.tasks, .things, .passes]
        case .desk: [.matters]
        case .handover: OpenFigure.allCases
        case .directory, .alerts: []
        }
    }

    /// The panes that stand under the line together where there is room.
    static let sideBySide: [Model.View] = [.visitors, .vehicles, .patrol]
}

extension RowID {
    /// Whether it stands for a thing that the view is a list of: neither a step nor a heading, nor what hangs on another row.
    fileprivate func isThing(of view: Model.View) -> Bool {
        switch self {
        case .command, .step, .evidence, .detained, .plan, .home: false
        case .order, .fire: view != .directory
        default: true
        }
    }
}

extension Width {
    /// The text, or as much of it as fits with an ellipsis behind it.
    static func elided(_ text: String, fitting columns: Int) -> String {
        guard Width.columns(of: text) > columns else { return text }
        return columns < 1 ? "" : Width.prefix(of: text, fitting: columns - 1) + "…"
    }
}

extension Instant {
    var minute: Int64 { milliseconds / 60_000 }
}
