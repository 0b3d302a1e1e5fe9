import Notation
import Testing

@testable import Journal

@Suite("Appending")
struct AppendTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test("The first event opens a page")
    func firstPage() throws {
        let journal = try shelf.open(at: "2026-11-23T22:04:05+08:00")
        #expect(try shelf.book.pages().isEmpty)
        let line = try #require(journal.note("one").line)
        #expect(try shelf.book.pages().map(\.file) == ["tally-practice.00000001.2026-11-23.jsonl"])
        let lines = try shelf.lines()
        #expect(lines.map(\.e) == ["page.opened", "page.ready", "word.noted"])
        #expect(lines.map(\.n) == [1, 2, 3])
        #expect(lines.map(\.previous) == [firstSeal] + lines.dropLast().map(\.seal))
        #expect(lines.first?.fields == ["v": .integer(1), "book": .string("tally-practice"), "practice": .bool(true)])
        #expect(lines.last == line)
        #expect(journal.lastNumber == 3)
        #expect(journal.state.words == ["one"])
    }

    @Test("The keys stand in the order of the contract, and the line ends with its seal")
    func form() throws {
        let journal = try shelf.open(at: "2026-11-23T22:04:05+08:00")
        let at = try #require(Instant("2026-11-23T21:00:00+08:00"))
        let answer: Answer<Objection> = journal.append { _, _ in
            .write(Draft(g: "main", by: "G07", e: "word.noted", at: at, fields: ["word": .string("王小明"), "ref": .integer(1)]))
        }
        #expect(answer.line != nil)
        let bytes = try shelf.bytes(of: try shelf.newestPage())
        #expect(bytes.last == 0x0A)
        for raw in try shelf.rawLines() {
            let tail = String(decoding: raw.suffix(72), as: UTF8.self)
            #expect(tail == ",\"h\":\"\(Seal.of(raw.dropLast(72)))\"}")
        }
        let raw = try #require(try shelf.rawLines().last)
        #expect(String(decoding: raw, as: UTF8.self).contains("\"word\":\"王小明\""))
        let names = try #require(try JSON.read(raw).object).members.map(\.name)
        #expect(names == ["n", "t", "g", "by", "e", "at", "word", "ref", "b", "m", "p", "h"])
        #expect(try JSON.read(raw).object?["at"] == .string("2026-11-23T21:00:00.000+08:00"))
    }

    @Test("SHA-256 of a known text")
    func sha256() {
        #expect(Seal.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Seal.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("A refusal, and a command that was written before, write nothing")
    func refusals() throws {
        let journal = try shelf.open()
        journal.note("one")
        let before = try shelf.bytes(of: try shelf.newestPage())
        let refused: Answer<Objection> = journal.append { _, _ in .refuse(.no) }
        guard case .refused(.no) = refused else { Issue.record("\(refused)"); return }
        let known: Answer<Objection> = journal.append { _, _ in .already(3) }
        guard case .already(3) = known else { Issue.record("\(known)"); return }
        #expect(try shelf.bytes(of: try shelf.newestPage()) == before)
    }

    @Test("The rules see the state with all that was written")
    func latestState() throws {
        let journal = try shelf.open()
        journal.note("one")
        var seen: [String] = []
        let _: Answer<Objection> = journal.append { state, _ in seen = state.words; return .refuse(.no) }
        #expect(seen == ["one"])
    }

    @Test("A line that would be too long is refused, in the first page too, and nothing is written")
    func tooLong() throws {
        let journal = try shelf.open()
        guard case .tooLong? = journal.note(String(repeating: "王", count: 1400)).failure else { Issue.record("written"); return }
        #expect(try shelf.book.pages().isEmpty)
        journal.note("one")
        let before = try shelf.bytes(of: try shelf.newestPage())
        guard case .tooLong? = journal.note(String(repeating: "x", count: 4096)).failure else { Issue.record("written"); return }
        #expect(try shelf.bytes(of: try shelf.newestPage()) == before)
        #expect(journal.note("two").line?.n == 4)
    }

    @Test("Whatever is accepted fits into 4,096 bytes, its LF included")
    func longest() throws {
        let journal = try shelf.open()
        for count in 3600..<4096 {
            guard let line = journal.note(String(repeating: "x", count: count)).line else { break }
            let raw = try #require(try shelf.rawLines().last)
            try #require(raw.count < longestLine)
            #expect(try Line.read(raw[...]) == line)
        }
    }

    @Test("Where no folder can be made, the answer is a failure")
    func unwritable() throws {
        let page = try shelf.open()
        page.note("one")
        let blocked = Book(data: shelf.path(try shelf.newestPage()), name: "tally", zone: Shelf.zone, isPractice: false)
        let journal = try Journal(blocked, ledger: TallyLedger())
        guard case .system? = journal.note("two").failure else { Issue.record("written"); return }
        #expect(journal.state.words.isEmpty)
    }

    @Test("The name of a practice book differs from the real one's, and files of another form are not pages")
    func names() {
        #expect(PageName("tally.00000001.2026-11-23.jsonl", book: "tally")?.first == 1)
        for file in [
            "tally.0000001.2026-11-23.jsonl", "tally.00000000.2026-11-23.jsonl", "tally.00000001.2026-02-30.jsonl",
            "tally.00000001.2026-11-23.jsonl~", "tally-practice.00000001.2026-11-23.jsonl", ".tally.new", "tally.lock",
            "tally.000000001.2026-11-23.jsonl", "tally.+0000001.2026-11-23.jsonl",
        ] {
            #expect(PageName(file, book: "tally") == nil, "\(file)")
        }
    }
}
