import Bookkeeping
import Dispatch
import Gatekeeping
import Journal
import Notation
import Synchronization
import Terminal
import Testing
import Wording

@testable import Console

@Suite("Searching all pages from the line")
struct SearchKeysTests {
    private func lookup(_ desk: Desk) throws -> Lookup {
        guard case .search(let lookup)? = desk.model.layers.last else { throw NoSearch() }
        return lookup
    }

    private struct NoSearch: Error {}

    @Test("S6: what stands in the line is looked for in all pages, the newest first, and the line keeps it")
    func fromTheLine() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.admit("蘇小妹")
        desk.type("蘇")
        desk.press(.control("f"))
        desk.search()
        let found = try lookup(desk)
        #expect(found.progress == .complete)
        #expect(found.lines.count == 2)
        #expect(found.lines.first?.text.contains("蘇小妹") == true)
        #expect(desk.text.contains("蘇東坡"))
        desk.press(.escape)
        #expect(desk.model.line == "蘇")
    }

    @Test("Any line that was found is corrected with the right arrow; what the program recorded and what was taken back say why not")
    func correcting() throws {
        let desk = try Desk()
        var wrong = Questioned()
        (wrong.who, wrong.finding) = ("蘇東坡", "walked along the fence")
        let n = try desk.elsewhere(wrong)
        func find(_ text: String) {
            desk.press(.escape, .escape, .control("f"))
            desk.type(text)
            desk.search()
            desk.press(.right)
        }
        find("along the fence")
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        #expect(options.map(\.id) == ["\(n)/who", "\(n)/finding"])
        desk.type("2")
        desk.press(.right)
        desk.type(" with a ladder")
        desk.press(.enter)
        desk.type("forgot it")
        desk.press(.control("d"))
        #expect((desk.office.state.entry(n)?.event.shape as? Questioned)?.finding == "walked along the fence with a ladder")
        find("console.opened")
        #expect(desk.model.message == FormWords.nothingToCorrect.english && desk.model.form == nil)
        let other = try desk.elsewhere(wrong)
        try desk.elsewhere(Withdrawal(ref: other))
        find("along the fence")
        #expect(desk.model.message == Refusal.takenBack(ref: other).text(.english) && desk.model.form == nil)
    }

    @Test("S6, G8: a hit says names and not ids of the configuration, and what was entered late says so in a word", arguments: Language.allCases)
    func names(language: Language) throws {
        let desk = try Desk(language: language, columns: 120, rows: 36)
        let earlier = desk.office.now.adding(minutes: -90)
        var found = DefectFound()
        (found.place, found.text) = ("gate-main", "燈不亮")
        guard case .written = desk.office.perform(Command(found, by: "G07", post: desk.model.post, at: earlier)) else { throw NoSearch() }
        var read = OrderAcknowledged()
        read.order = "general"
        try desk.elsewhere(read)
        func hit(_ text: String) throws -> String {
            desk.press(.control("f"))
            desk.type(text)
            desk.search()
            defer { desk.press(.escape, .escape) }
            return try #require(lookup(desk).lines.first).text
        }
        let defect = try hit("燈不亮")
        let post = try #require(desk.model.estate.post("gate-main")).name[language]
        #expect(defect.contains(post) && !defect.contains("gate-main") && defect.contains("G07 馮金水"), "\(defect)")
        #expect(defect.contains(HintWords.late[language] + " 2026-11-23 09:50"), "\(defect)")
        let order = try hit("order.ack")
        #expect(order.contains(try #require(desk.model.estate.order("general")).title[language]) && !order.contains("general"), "\(order)")
        #expect(!order.contains(HintWords.late[language]))
    }

    @Test("S6: a hit that was taken back or corrected later says so, on whatever page that stands", arguments: Language.allCases)
    func amendedHits(language: Language) throws {
        let desk = try Desk(language: language, columns: 120, rows: 36)
        func question(_ finding: String) throws -> Int {
            var questioned = Questioned()
            (questioned.subject, questioned.who, questioned.finding, questioned.outcome) = (.person, "a man", finding, .cleared)
            return try desk.elsewhere(questioned)
        }
        func marks() throws -> [String] {
            desk.press(.control("f"))
            desk.type("ladder")
            desk.search()
            defer { desk.press(.escape, .escape) }
            return try [first, second, third].map { n in
                let text = try #require(lookup(desk).lines.first { $0.n == n }).text
                return [HintWords.takenBack, HintWords.corrected].map { $0[language] }.filter(text.contains).joined()
            }
        }
        let (first, second, third) = (try question("a ladder"), try question("a long ladder"), try question("no ladder"))
        try desk.elsewhere(Withdrawal(ref: third))
        #expect(try marks() == ["", "", HintWords.takenBack[language]])
        try desk.clock("2026-11-25T10:00:00+08:00")
        try desk.elsewhere(Correction(ref: second, field: "finding", value: "a rope", why: "seen again"))
        #expect(try marks() == ["", HintWords.corrected[language], HintWords.takenBack[language]])
    }

    @Test("Each key looks again, and late answers to an earlier text are not shown")
    func streaming() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.press(.control("f"))
        desk.type("蘇東")
        desk.press(.backspace)
        desk.type("x")
        desk.search()
        #expect(try lookup(desk).text == "蘇x")
        #expect(try lookup(desk).lines.isEmpty)
        desk.press(.backspace)
        desk.search()
        #expect(try lookup(desk).lines.count == 1)
    }

    @Test("Enter shows the whole line, and going back finds the list as it was")
    func reading() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.type("visitor")
        desk.press(.control("f"))
        desk.search()
        let count = try lookup(desk).lines.count
        desk.press(.down, .enter)
        #expect(desk.text.contains("cuihu"))
        desk.press(.escape)
        #expect(try lookup(desk).lines.count == count)
        #expect(try lookup(desk).selected == 1)
    }

    @Test("What was looked for is marked in every row, also the selected one, in whatever case and width it stands")
    func marked() throws {
        let desk = try Desk(columns: 120, rows: 36)
        for name in ["a Ｗang Li here", "a Wang Wei here"] { try desk.elsewhere(blank(Questioned.self) { ($0.who, $0.finding) = (name, "lost") }) }
        desk.press(.control("f"))
        desk.type("wang")
        desk.search()
        let canvas = Frame(model: desk.model).draw()
        let marks = (0..<canvas.size.rows).compactMap { row in
            let marked = (0..<canvas.size.columns).compactMap { canvas.style(at: Position(row: row, column: $0)) }.filter(\.bold)
            return canvas.text(row: row).contains(" Li ") || canvas.text(row: row).contains(" Wei ") ? Set(marked.map(\.underlined)) : nil
        }
        #expect(marks == [[true], [false]], "the selected row is marked by more than colour, too: \(marks)")
    }

    @Test("Where a search stops at the newest hits it says that there are older ones; where it has all of them it does not", arguments: [1, 2, 3])
    func cut(limit: Int) throws {
        let desk = try Desk()
        for name in ["the first lantern", "the second lantern"] { try desk.elsewhere(blank(Questioned.self) { ($0.who, $0.finding) = (name, "lost") }) }
        desk.press(.control("f"))
        desk.type("lantern")
        let ended = DispatchSemaphore(value: 0)
        let news = Mutex<[News]>([])
        let number = try lookup(desk).number
        PageSearch(book: desk.office.book, estate: desk.model.estate, language: .english, showsDesk: true, limit: limit).run("lantern", number: number) { lines, progress in
            news.withLock { $0.append(.found(lines, number: number, progress)) }
            if progress.isOver { ended.signal() }
        }
        ended.wait()
        for one in news.withLock({ $0 }) { desk.model.hear(one) }
        #expect(try lookup(desk).lines.count == min(limit, 2))
        #expect(try lookup(desk).progress == (limit < 2 ? .cut : .complete))
        #expect(desk.text.contains("Search all pages 1+") == (limit < 2) && desk.text.contains(ScreenWords.olderNotShown.english) == (limit < 2))
    }

    @Test("Nothing typed, nothing looked for; nothing found is said")
    func empty() throws {
        let desk = try Desk()
        desk.press(.control("f"))
        #expect(try lookup(desk).progress == .complete)
        desk.type("nowhere")
        desk.search()
        #expect(desk.text.contains("(none)"))
    }
}
