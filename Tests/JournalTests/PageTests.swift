import Foundation
import Notation
import Testing

@testable import Journal

@Suite("Pages")
struct PageTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test("The next page comes behind the newest one, however few of its lines can be trusted")
    func namesRise() throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-23T12:00:00+08:00")
        try #require(journal.note("one").line != nil)
        let first = try #require(try shelf.book.pages().first)
        let opening = try #require(try shelf.rawLines(of: first).first)
        let damaged = PageName(book: first.book, first: 50, day: first.day)
        try Data(opening + [0x0A]).write(to: URL(fileURLWithPath: shelf.path(damaged)))
        for round in 0..<4 {
            let next = try shelf.open(at: "2026-11-23T12:0\(round):30+08:00")
            #expect(next.note("\(round)").line != nil)
        }
        let pages = try shelf.book.pages()
        #expect(pages.count == 3 && pages.map(\.first).sorted() == pages.map(\.first))
    }

    @Test("A made-up name of a page with a number beyond all others is said, and one that is no number of a page is none", arguments: [15, 16, 18])
    func hugeName(digits: Int) throws {
        let day = try #require(Day("2026-11-23"))
        let name = PageName(book: shelf.book.name, first: try #require(Int(String(repeating: "9", count: digits))), day: day)
        try shelf.open(at: "2026-11-23T12:00:00+08:00").note("one")
        try Data().write(to: URL(fileURLWithPath: shelf.path(name)))
        let answer = try shelf.open(at: "2026-11-23T12:01:00+08:00").note("two")
        if digits == 15 {
            #expect(answer.failure == .numbersUsedUp(page: name.file))
            try shelf.remove(name)
            #expect(try shelf.open(at: "2026-11-23T12:01:00+08:00").note("two").line?.n == 4)
        } else {
            #expect(answer.line?.n == 4)
        }
    }

    @Test("A later day opens a new page that brings the state forward, in one chain with the old one")
    func laterDay() throws {
        let journal = try shelf.open(at: "2026-11-23T23:59:00+08:00")
        journal.note("one")
        let two = try #require(journal.note("two").line)
        let state = journal.state
        try journal.pretend("2026-11-24T00:00:00+08:00")
        journal.note("three")
        let pages = try shelf.book.pages()
        #expect(pages.map(\.day.text) == ["2026-11-23", "2026-11-24"])
        #expect(pages.map(\.first) == [1, two.n + 1])
        let new = try shelf.lines(of: try #require(pages.last))
        #expect(new.map(\.e) == ["page.opened", "forward.word", "forward.word", "page.ready", "word.noted"])
        let opened = try #require(new.first)
        #expect(opened.fields["before"] == .string(try #require(pages.first).file))
        #expect(opened.fields["last"] == .integer(two.n))
        #expect(opened.fields["seal"] == .string(two.seal))
        #expect(opened.fields["gap"] == nil)
        #expect(opened.fields["behind"] == nil)
        #expect(new.filter(\.isForward).map(\.ref) == [3, 4])
        expectChain(try shelf.lines())
        #expect(journal.state.words == state.words + ["three"])
        #expect(Array(journal.state.numbers.prefix(2)) == state.numbers)
        #expect(try shelf.open().state == journal.state)
    }

    @Test("The page that is opened holds exactly the state before")
    func broughtForward() throws {
        let journal = try shelf.open(at: "2026-11-23T12:00:00+08:00")
        for word in ["one", "two", "three"] { journal.note(word) }
        let before = journal.state
        try journal.pretend("2026-11-24T12:00:00+08:00")
        journal.note("four")
        try shelf.spoil(try shelf.newestPage()) { bytes in
            let last = bytes.dropLast().lastIndex(of: 0x0A) ?? 0
            bytes.removeLast(bytes.count - last - 1)
        }
        #expect(try shelf.open().state == before)
    }

    @Test(
        "A clock that went back less than two days goes on in the page; three days open a new one",
        arguments: [
            ("2026-11-23T08:00:00+08:00", false), ("2026-11-22T12:30:00+08:00", false), ("2026-11-20T12:00:00+08:00", true),
        ]
    )
    func earlier(time: String, isNew: Bool) throws {
        let journal = try shelf.open(at: "2026-11-23T12:00:00+08:00")
        journal.note("one")
        try journal.pretend(time)
        journal.note("two")
        #expect(try shelf.book.pages().count == (isNew ? 2 : 1))
        journal.note("three")
        #expect(try shelf.book.pages().count == (isNew ? 2 : 1))
        #expect(try shelf.newestPage().day.text == (isNew ? "2026-11-20" : "2026-11-23"))
        #expect(try shelf.open().state.words == ["one", "two", "three"])
        expectChain(try shelf.lines())
    }

    @Test("The day is the estate's, not Greenwich's")
    func zone() throws {
        let journal = try shelf.open(at: "2026-11-23T15:59:00Z")
        journal.note("one")
        try journal.pretend("2026-11-23T16:00:00Z")
        journal.note("two")
        #expect(try shelf.book.pages().map(\.day.text) == ["2026-11-23", "2026-11-24"])
    }

    @Test("No number is used twice over many days")
    func numbers() throws {
        let journal = try shelf.open()
        for day in 10..<20 {
            try journal.pretend("2026-11-\(day)T12:00:00+08:00")
            for word in 0..<day - 9 { journal.note("\(day).\(word)") }
        }
        let numbers = try shelf.lines().map(\.n)
        #expect(numbers == Array(1...numbers.count))
        #expect(try shelf.book.pages().count == 10)
        expectChain(try shelf.lines())
    }

    @Test("A page of a newer format is read and not written")
    func newerFormat() throws {
        let journal = try shelf.open()
        journal.note("one")
        try rewriteOpening { $0["v"] = .integer(2) }
        let before = try shelf.bytes(of: try shelf.newestPage())
        let reader = try shelf.open()
        guard case .newerVersion(_, 2)? = reader.note("two").failure else { Issue.record("written"); return }
        #expect(reader.state.words == ["one"])
        #expect(try shelf.bytes(of: try shelf.newestPage()) == before)
        #expect(try shelf.book.pages().count == 1)
    }

    @Test("A kind that this program does not know is an obstacle, and nothing is written")
    func unknownKind() throws {
        let journal = try shelf.open()
        journal.note("one")
        journal.note("two", kind: "word.sung")
        let before = try shelf.bytes(of: try shelf.newestPage())
        for other in [try shelf.open(), journal] {
            guard case .unknownKind(_, 4, "word.sung")? = other.obstacle else { Issue.record("no obstacle"); return }
            guard case .unknownKind? = other.note("three").failure else { Issue.record("written"); return }
        }
        #expect(try shelf.bytes(of: try shelf.newestPage()) == before)
    }

    private func rewriteOpening(_ change: (inout JSONObject) -> Void) throws {
        let page = try shelf.newestPage()
        var bytes: [UInt8] = []
        var previous = firstSeal
        for line in try shelf.lines(of: page) {
            var fields = line.fields
            if line.e == PageKind.opened { change(&fields) }
            let draft = Draft(g: line.g, by: line.by, e: line.e, at: line.at, fields: fields)
            let moment = Moment(t: line.t, boot: line.boot, uptime: line.uptime)
            let sealed = Line.sealed(draft, n: line.n, moment: moment, zone: Shelf.zone, previous: previous)
            bytes += sealed.bytes
            previous = sealed.line.seal
        }
        try shelf.spoil(page) { $0 = bytes }
    }
}
