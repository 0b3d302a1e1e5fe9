import Notation
import Testing

@testable import Journal

@Suite("Several writers of one book")
struct SharingTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test("Two journals in turn see each other's lines and write one chain")
    func turns() throws {
        let (left, right) = (try shelf.open(), try shelf.open())
        let words = (1...10).map(String.init)
        for (index, word) in words.enumerated() {
            #expect((index % 3 == 0 ? right : left).note(word).line != nil)
        }
        expectChain(try shelf.lines())
        #expect(try shelf.book.pages().count == 1)
        _ = try left.refresh()
        _ = try right.refresh()
        #expect(left.state.words == words)
        #expect(right.state == left.state)
    }

    @Test("The rules of one decide on what the other wrote")
    func decides() throws {
        let (left, right) = (try shelf.open(), try shelf.open())
        left.note("one")
        var seen: [String] = []
        let _: Answer<Objection> = right.append { state, _ in seen = state.words; return .refuse(.no) }
        #expect(seen == ["one"])
    }

    @Test("Refreshing gives the new lines, once")
    func refresh() throws {
        let (left, right) = (try shelf.open(), try shelf.open())
        left.note("one")
        _ = try right.refresh()
        #expect(right.state.words == ["one"])
        left.note("two")
        left.note("three")
        #expect(try right.refresh().map(\.n) == [4, 5])
        #expect(try right.refresh().isEmpty)
        #expect(right.lastNumber == 5)
    }

    @Test("The first lines of a book are news as well")
    func refreshFromNothing() throws {
        let (left, right) = (try shelf.open(), try shelf.open())
        left.note("one")
        #expect(try right.refresh().filter { $0.e == "word.noted" }.map(\.n) == [3])
    }

    @Test("Half a line of another writer is not read before its LF is there")
    func halfLine() throws {
        let (left, right) = (try shelf.open(), try shelf.open())
        left.note("one")
        _ = try right.refresh()
        let page = try shelf.newestPage()
        left.note("two")
        let raw = try #require(try shelf.rawLines().last)
        try shelf.spoil(page) { $0.removeLast(10) }
        #expect(try right.refresh().isEmpty)
        try shelf.spoil(page) { $0 += raw.suffix(9) + [0x0A] }
        #expect(try right.refresh().map(\.n) == [4])
    }

    @Test("After the other turned the page, one goes on in the new one", arguments: [false, true])
    func turnedPage(isRefreshed: Bool) throws {
        let left = try shelf.open(at: "2026-11-23T23:59:00+08:00")
        let right = try shelf.open(at: "2026-11-23T23:59:00+08:00")
        left.note("one")
        right.note("two")
        try left.pretend("2026-11-24T00:00:10+08:00")
        left.note("three")
        try right.pretend("2026-11-24T00:00:11+08:00")
        if isRefreshed {
            #expect(try right.refresh().filter { $0.e == "word.noted" }.compactMap { $0.fields["word"]?.string } == ["three"])
            #expect(right.state.words == ["one", "two", "three"])
        }
        let answer = right.note("four")
        #expect(answer.line != nil, "\(answer)")
        #expect(try shelf.book.pages().count == 2)
        expectChain(try shelf.lines())
        #expect(try shelf.open().state.words == ["one", "two", "three", "four"])
    }

    @Test("A lock file that names nothing, another boot or another page makes the writer look for itself")
    func lockContents() throws {
        let (left, right) = (try shelf.open(at: "2026-11-23T12:00:00+08:00"), try shelf.open(at: "2026-11-24T12:00:00+08:00"))
        left.note("one")
        right.note("two")
        let pages = try shelf.book.pages()
        let old = try #require(pages.first).file
        for text in ["", "\(left.clock.now.boot) \(old)\n", "00000000 \(old)\n", "nonsense"] {
            let file = try OpenFile(shelf.book.lockPath, flags: 0o1002)
            try file.writeAll(Array(text.utf8))
            try left.pretend("2026-11-24T12:00:00+08:00")
            #expect(left.note(text).line != nil)
        }
        expectChain(try shelf.lines())
        #expect(try shelf.book.pages() == pages)
    }
}
