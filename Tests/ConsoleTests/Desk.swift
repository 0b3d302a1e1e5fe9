import Configuration
import Foundation
import Gatekeeping
import Glibc
import Notation
import Synchronization
import Terminal
import Testing
import Witness
import Wording

@testable import Bookkeeping
@testable import Console
@testable import Journal

/// A console without a terminal: keys go to the real model, and what it asks to be written goes to a real book in a temporary folder.
final class Desk {
    var model: Model
    let office: Office
    /// How many keys were pressed.
    private(set) var keys = 0
    /// Milliseconds between one read and the next: as long as fingers take, unless a test says otherwise.
    var gap = 150
    /// How long the keys of a read have waited for it.
    var unread = 0
    private var readTime = 0
    private(set) var hasQuit = false
    /// The steps wait here instead of being written, as long as this is set.
    var isDiskSlow = false
    private var searches: [(text: String, number: Int)] = []
    private var waiting: [Errand] = []
    private var errands: Errands
    private let folder: URL

    /// What the disk does to a command.
    enum Disk {
        case sound
        /// It says so at once: nothing is written.
        case refusing
        /// The sync fails, and the line is gone, or stands all the same: nobody knows.
        case losing, keeping
    }

    /// What the disk does to the next commands; sound after them.
    var faults: [Disk] = []

    /// Monday morning, ten minutes before the round of the buildings is due.
    static let morning = "2026-11-23T09:50:00+08:00"

    /// - Parameter holder: signs on before the test begins.
    init(holder: String? = "G07", at time: String = Desk.morning, post: String = "gate-main", language: Language = .english, columns: Int = 80, rows: Int = 24) throws {
        let reading = EstateReader.read(.example)
        try #require(reading.findings.isEmpty)
        folder = FileManager.default.temporaryDirectory.appending(path: "desk-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        office = try Office(estate: reading.estate, data: folder.path, isPractice: true)
        office.pins = PINBook(data: folder.path, book: office.book.name, cost: .cheap)
        try office.pretend(try #require(Instant(time)))
        errands = Errands(post: post, language: language)
        model = Model(estate: reading.estate, post: post, language: language, now: office.now, isPractice: true)
        model.size = Size(columns: columns, rows: rows)
        try office.openConsole(post: post)
        if let holder { try record(signedOn(), by: holder) }
        hear()
        model.hear(.seen([]))
    }

    /// The folder of the book's pages.
    var pages: URL { URL(filePath: office.book.path("")) }

    deinit {
        do {
            let complaints = try LineWitness.complaints(ofPagesUnder: folder) { Data(SchemaDocument.events.text.utf8) }
            #expect(complaints.isEmpty, "lines that the schema does not allow")
        } catch { Issue.record(error) }
        try? FileManager.default.removeItem(at: folder)
    }

    // MARK: The keyboard

    /// One key in a read of its own.
    func press(_ some: Key...) { for key in some { read([key]) } }

    /// Looks for a moment, as before an answer to the book's own question.
    func look() { readTime += Model.look }

    /// A text, one read for each character.
    func type(_ text: String) { for character in text { read([.text(String(character))]) } }

    /// Goes to a field of the form by Shift-Tab and Tab.
    func go(to field: String) throws {
        for _ in 0..<20 { press(.backTab) }
        for _ in 0..<20 where try form.isOnFinish || form.fields[form.focus].id != field { press(.tab) }
        try #require(try !form.isOnFinish && form.fields[form.focus].id == field)
    }

    /// The bytes of one read, as they come from a terminal.
    func read(_ bytes: String) {
        var decoder = KeyDecoder()
        let keys = decoder.decode(Array(bytes.utf8))
        read(decoder.isWaiting ? keys + decoder.flush() : keys)
    }

    private func read(_ some: [Key]) {
        keys += some.count
        readTime += gap
        if let code = Scan.code(in: some, shapes: model.estate.scans) { return model.scan(code, at: readTime) }
        for key in model.unbounced(some, at: readTime, sentSince: readTime - unread) { perform(model.press(key, isAlone: some.count == 1)) }
        model.endRead()
    }

    // MARK: The clerk

    private func perform(_ effects: [Model.Effect]) {
        for effect in effects {
            switch effect {
            case .write(let errand):
                waiting.append(errand)
                if !isDiskSlow { disk() }
            case .unlock(let unlocking): model.hear(office.answer(to: unlocking, at: model.post))
            case .search(let text, let number): searches.append((text, number))
            case .count(let scope, let number):
                let figures = try? DeskFigures(office.book, estate: model.estate, scope: scope, model.language)
                model.hear(.figures(figures, number: number))
            case .countGuards(let from, let to, let now, let number):
                model.hear(.guardFigures(try? GuardFigures(office.book, estate: model.estate, from: from, to: to, now: now), number: number))
            case .slip:
                let slip = office.signedSlip(post: model.post, model.language)
                model.hear(.slip(slip.text, figures: slip.figures))
            case .story(let n, let number):
                let isDesk = model.estate.post(model.post)?.isDesk == true
                model.hear(.story(try? Story(of: n, in: office.book, estate: model.estate, model.language, showsDesk: isDesk), number: number))
            case .redraw, .theme: break
            case .quit: hasQuit = true
            }
        }
    }

    /// Lets the searches that were asked for find what they find.
    func search() {
        for (text, number) in searches {
            let ended = DispatchSemaphore(value: 0)
            let news = Mutex<[News]>([])
            PageSearch(book: office.book, estate: model.estate, language: model.language, showsDesk: model.estate.post(model.post)?.isDesk == true).run(text, number: number) { lines, progress in
                news.withLock { $0.append(.found(lines, number: number, progress)) }
                if progress.isOver { ended.signal() }
            }
            ended.wait()
            for one in news.withLock({ $0 }) { model.hear(one) }
        }
        searches = []
    }

    /// Writes what waits for the disk.
    func disk() {
        while !waiting.isEmpty {
            let news = errands.perform(waiting.removeFirst(), in: office, write: write)
            hear()
            model.newsTime = readTime
            model.hear(news)
        }
    }

    /// Hands a command in; a disk that is to fail does so on the way.
    private func write(_ command: Command) -> Answer<Refusal> {
        let failure = JournalFailure.system(SystemFailure(call: "fdatasync", path: "page", code: EIO))
        switch faults.isEmpty ? .sound : faults.removeFirst() {
        case .sound: return office.perform(command)
        case .refusing: return .failed(failure)
        case .losing: return .unknown(failure)
        case .keeping:
            _ = office.perform(command)
            return .unknown(failure)
        }
    }

    /// Shows the model what the book says now.
    func hear() {
        var snapshot = Snapshot()
        snapshot.state = office.state
        snapshot.lastNumber = office.lastNumber
        snapshot.clockAhead = office.clockAhead
        model.now = office.now
        model.hear(.snapshot(snapshot))
    }

    /// Somebody writes on another console; the model hears of it.
    @discardableResult
    func elsewhere(_ fact: any Fact, by: String = "G07") throws -> Int {
        let n = try record(fact, by: by)
        hear()
        return n
    }

    @discardableResult
    func record(_ fact: any Fact, by: String) throws -> Int {
        guard case .written(let line) = office.perform(Command(fact, by: by, post: model.post)) else {
            Issue.record("not written: \(fact)")
            return 0
        }
        return line.n
    }

    /// Sets the clock of the book.
    func clock(_ time: String) throws {
        try office.pretend(try #require(Instant(time)))
        hear()
    }

    // MARK: What there is to see

    var form: Form { get throws { try #require(model.form) } }
    var registers: Registers { office.state.registers }
    /// The kinds of the events, oldest first.
    var kinds: [String] { office.state.entries.map { Swift.type(of: $0.event.shape).kind } }
    var lastFact: any Fact { get throws { try #require(office.state.entries.last).event.shape } }
    var text: String { Frame(model: model).draw().text }
    /// What is said at the foot, its lines joined.
    var statusLine: String {
        let canvas = Frame(model: model).draw()
        let count = max(1, Frame(model: model).lines(of: model.message ?? "").count)
        return stride(from: 1 + count, through: 2, by: -1).map { canvas.text(row: model.size.rows - $0) }.joined(separator: " ")
    }

    func signedOn(_ taking: Custody.Taking = .opening) -> PostTaken {
        var taken = PostTaken()
        taken.taking = taking
        taken.isTurnedOut = true
        return taken
    }

    /// Moves to a row of the list by the arrows.
    func choose(_ id: RowID) throws {
        press(.home)
        for _ in model.list where model.selection != id { press(.down) }
        try #require(model.selection == id)
    }

    /// Fills in what the book says where a line of the handover asks for a count.
    func countWhatIsThere() throws {
        guard let form = model.form, let key = form.kind.handoverLine else { return }
        let list = try #require(HandoverList(registers, estate: model.estate, post: model.post, now: office.now))
        type(String(try #require(list[key]?.item.count)))
        press(.enter)
    }

    /// The relief accepts every line of the handover, by keys.
    func acceptLines() throws {
        press(.function(6))
        for row in model.rows(of: .handover) where row.text.hasPrefix("□") {
            if model.selection != row.id { try choose(row.id) }
            press(.enter)
            try countWhatIsThere()
        }
        try #require(!model.rows(of: .handover).contains { $0.text.hasPrefix("□") }, "\(model.message ?? "")")
    }

    /// Lets a visitor in with an identity card, by keys.
    func admit(_ name: String, tail: String = "4321", unit: String = "3-1502") {
        type(name)
        press(.enter, .text("1"))
        type(tail)
        press(.enter, .text("1"))
        type(unit)
        press(.enter, .text("1"), .text("1"), .enter)
    }
}

/// A fact with some of its fields filled in.
func blank<F: Fact>(_ type: F.Type, _ fill: (inout F) -> Void) -> F {
    var fact = F()
    fill(&fact)
    return fact
}
