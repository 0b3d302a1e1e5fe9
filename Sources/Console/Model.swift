import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// All that the screen shows and remembers. Keys and news change it; drawing reads it. Pure.
struct Model: Sendable {
    /// What fills the space under the line.
    enum View: Hashable, CaseIterable, Sendable {
        case visitors, vehicles, patrol, occurrences, things, handover, desk, inside, directory, alerts
    }

    /// What lies over the panes and has the keyboard.
    enum Layer: Sendable {
        case form(Form)
        case help(scroll: Int)
        case menu
        case actions(Row)
        /// A text; with how its figures are computed, where it has any, and with the number of the question whose answer takes its place.
        case reading(String, scroll: Int = 0, figures: String = "", number: Int? = nil)
        /// A post order, to be read and signed (S1).
        case order(Order, scroll: Int)
        case discard(Form)
        /// Who is inside, over whatever was open (F8).
        case board(scroll: Int)
        /// All pages, searched while one types.
        case search(Lookup)
        /// The desk's figures, counted beside everything else.
        case figures(FigureBoard)
        /// All that was written of one thing.
        case story(StoryBoard)
        case quit
    }

    /// What was asked of the clerk and not yet answered.
    struct Pending: Sendable {
        var done: Text
        /// What stood in the line: it is used up once this is written, but never what was typed since.
        var line: String
        /// What had been found for it: if it is not written, the same row is under Enter again, whatever happened meanwhile.
        var found: [Row] = []
        var isClear = false
        /// The earlier time that it was for.
        var earlier: Instant?
        /// Which row it was for, and which came next.
        var step: (from: RowID?, to: RowID?)?
        /// The line that it takes back.
        var takesBack: Int?
    }

    /// What the model asks of the world.
    enum Effect: Sendable {
        case write(Errand)
        case unlock(Unlocking)
        case search(String, number: Int)
        case count(DeskTally.Scope, number: Int)
        case countGuards(from: Day, to: Day, now: Instant, number: Int)
        case slip
        /// All that was written of a line.
        case story(Int, number: Int)
        case redraw
        case theme(Theme)
        case quit
    }

    let estate: Estate
    let post: String
    let isPractice: Bool
    var language: Language { willSet { if language != newValue { forgetPrepared() } } }
    var now: Instant { willSet { if now.minute != newValue.minute { forgetPrepared() } } }
    var size = Size(columns: 80, rows: 24)
    var theme = Theme.dark
    /// Milliseconds of the clock that never jumps.
    var uptime = 0
    /// When the keys that are being handled may have been pressed, by the same clock.
    var readTime = 0
    /// The last key, where it did something.
    var lastPressed: PressedKey?
    /// When something was typed last, by the same clock.
    var lastTyped = 0
    /// When news came last, by the same clock.
    var newsTime = 0
    /// The list of actions that is open was opened by a refusal.
    var isAskedByBook = false
    /// The question of the book that was shown when the last key or news was handled.
    var shownQuestion: BookQuestion?
    /// What was typed while a form waited for the disk: it is meant for the line.
    var typedAhead = ""
    /// Runs from the first key in the line until a form takes it over or the line is done.
    var stopwatch: Stopwatch?

    var snapshot = Snapshot() { willSet { forgetPrepared() } }
    var prepared = Prepared()
    /// Everything that the line can find, prepared for it.
    var finding = LineIndex()
    /// Whether the index of people seen is still being read.
    var isReading = true

    var line = ""
    /// The text of the line waits while a pane is looked at: typing goes on with it.
    var isLineAside = false
    /// What stands in the line was scanned: it is a code, and the next scan takes its place.
    var isLineScanned = false
    /// The line was typed in since `found` was.
    var isStale = false
    var found: [Row] = []
    /// The book's last line when that was found; nil where more has become known since.
    var foundAt: Int?
    /// The best candidate is alone at its rank, so Enter may act on it.
    var isClear = false
    /// Enter moved into the list, or opened a form, in this read: nobody has seen it yet.
    var isJustOffered = false
    var view = View.visitors
    /// The selected row of the list with the focus; nil while the line has it.
    var selection: RowID?
    /// The row of a pane that was selected when the last key was handled.
    var offeredRow: RowID?
    /// Nothing was prepared anew since: it offers what it offered then.
    var isOfferShown = false
    /// What it offered then, once something was.
    var offer: Offer?
    /// The checkpoint that came next then.
    var offeredTick: Tick?
    var layers: [Layer] = []
    /// The numbered action that the arrows or the mouse chose; Enter does it.
    var chosenAction: Int?
    /// The round whose checkpoint was ticked last by its key.
    var walked: Int?
    /// Forms that were put aside, the last one on top.
    var parked: [Form] = []
    /// The next entry, or the next form, is for this earlier time; a form has its own.
    var earlier: Instant?
    var message: String?
    var isAlarm = false
    /// Only numbers are shown until somebody of the estate unlocks it.
    var isLocked = false
    /// The walk-through of a first shift; nil before it is begun.
    var lesson: Lesson?
    /// Its strip is on the screen.
    var isLessonOpen = false
    var tickets = 0
    var waiting: [Int: Pending] = [:]
    /// What was asked for without a form and interrupted by the disk: asking for the same again, before anything else, repeats it.
    var interrupted: Int?

    init(estate: Estate, post: String, language: Language, now: Instant, isPractice: Bool) {
        self.estate = estate
        self.post = post
        self.language = language
        self.now = now
        self.isPractice = isPractice
        if estate.post(post)?.isDesk == true { view = .desk }
    }

    var registers: Registers { snapshot.state.registers }
    var custody: Custody? { registers.custody[post] }
    /// Who records: the guard who holds the post.
    var holder: String { custody?.holder ?? "" }

    var alerts: Alerts { Alerts(registers, estate: estate, now: now, post: post, holder: holder) }

    /// What was found for the line stands under it; else a view.
    var isFinding: Bool { !line.isEmpty && !isLineAside }

    /// The list that the arrows move in: what was found, or the view.
    var list: [Row] { isFinding ? found : rows(of: view) }
    var selected: Row? {
        let rows = list
        return rows.place(of: selection).map { rows[$0] }
    }

    /// Whether the arrows stand on a row of the list.
    var isRowSelected: Bool { list.place(of: selection) != nil }

    var form: Form? { if case .form(let form)? = layers.last { form } else { nil } }

    /// The earlier time that the next Enter records for.
    var earlierThere: Instant? {
        guard let index = openForm, case .form(let form) = layers[index] else { return earlier }
        return form.earlier
    }

    mutating func say(_ text: Text) {
        message = text[language]
        isAlarm = false
    }

    mutating func alarm(_ text: String) {
        message = text
        isAlarm = true
    }

    var factory: FormFactory { FormFactory(estate: estate, registers: registers, language: language, post: post, now: now, holder: holder, relief: custody?.relief, entries: snapshot.state.entries, withdrawn: snapshot.state.withdrawn, lately: Lately(snapshot.state)) }
    var steps: FormSteps { FormSteps(estate: estate, state: snapshot.state, holder: holder, post: post, now: now, language: language) }

    /// Looks once for what was typed.
    mutating func settle() { if isStale { find() } }

    /// After the keys of one read.
    mutating func endRead() {
        isJustOffered = false
        settle()
    }

    /// Looks again for what was typed: only a key does this, so the row under Enter never changes by somebody else's event.
    mutating func find() {
        (selection, isStale, foundAt) = (nil, false, snapshot.lastNumber)
        let query = Query(line)
        guard !query.isEmpty else {
            (found, isClear) = ([], false)
            return
        }
        (found, isClear) = FoundRows(panes: panes, query: query, text: line, isScanned: isLineScanned).all(findings(query))
    }

    private mutating func findings(_ query: Query) -> Findings {
        keepIndex()
        return finding.index?.find(query) ?? Findings()
    }

    /// Makes the index of the line fit for the next letter.
    mutating func keepIndex() {
        guard finding.hasToCatchUp else { return }
        let before = finding.refusedAtGate
        finding.catchUp(snapshot.state, estate, isDesk: isDesk)
        if finding.refusedAtGate != before { forgetPrepared() }
    }

    private var isDesk: Bool { estate.post(post)?.isDesk == true }
}
