import Notation
import Testing

@testable import Journal

@Suite("Damage")
struct DamageTests {
    let shelf: Shelf
    static let time = "2026-11-23T12:00:00+08:00"

    init() throws { shelf = try Shelf() }

    @Test("The last line cut anywhere: the next event opens a page that names the rest, and all before it counts")
    func everyCut() throws {
        let whole = try written(["one", "two", "three"])
        let page = try shelf.newestPage()
        let start = (whole.dropLast().lastIndex(of: 0x0A) ?? 0) + 1
        for end in start + 1..<whole.count {
            try reset(page, whole[..<end])
            let journal = try shelf.open(at: Self.time)
            #expect(journal.state.words == ["one", "two"])
            let line = try #require(journal.note("four").line)
            try expectDeclared(page, offset: start, bytes: whole[start..<end])
            #expect(journal.state.words == ["one", "two", "four"])
            #expect(line.n > 5 + 1)
            #expect(try shelf.bytes(of: page) == Array(whole[..<end]))
        }
    }

    @Test(
        "A tail of NULs or of anything else opens a new page and is named there",
        arguments: [
            [UInt8](repeating: 0, count: 1), [UInt8](repeating: 0, count: 4096), Array("garbage".utf8), Array("garbage\n".utf8),
            Array("\n".utf8), Array("one\ntwo\nthree".utf8), [0xFF, 0x0A], Array("{\"n\":6}\n".utf8),
        ]
    )
    func tail(bytes: [UInt8]) throws {
        let whole = try written(["one", "two"])
        let page = try shelf.newestPage()
        try reset(page, whole + bytes)
        let journal = try shelf.open(at: Self.time)
        #expect(journal.note("three").line != nil)
        try expectDeclared(page, offset: whole.count, bytes: bytes[...])
        #expect(try shelf.open().state.words == ["one", "two", "three"])
    }

    @Test("The tail is found by a journal that has been open all the while, too")
    func tailWhileOpen() throws {
        let journal = try shelf.open(at: Self.time)
        journal.note("one")
        let page = try shelf.newestPage()
        let whole = try shelf.bytes(of: page)
        let handle = try OpenFile(shelf.path(page), flags: 0o2001)
        try handle.writeAll(Array("{\"n\":4,".utf8))
        #expect(journal.note("two").line != nil)
        try expectDeclared(page, offset: whole.count, bytes: Array("{\"n\":4,".utf8)[...])
        #expect(try shelf.open().state.words == ["one", "two"])
    }

    @Test("Two lines glued together count as none, and neither of their numbers is used again")
    func glued() throws {
        let whole = try written(["one", "two", "three"])
        let page = try shelf.newestPage()
        let raw = try shelf.rawLines(of: page)
        let kept: [UInt8] = raw.dropLast(2).flatMap { $0 + [0x0A] }
        let glue: [UInt8] = Array(raw.suffix(2).joined()) + [0x0A]
        #expect(whole.count == kept.count + glue.count + 1)
        try reset(page, kept + glue)
        let journal = try shelf.open(at: Self.time)
        #expect(journal.state.words == ["one"])
        #expect(journal.note("four").line != nil)
        try expectDeclared(page, offset: kept.count, bytes: glue[...])
        #expect(try shelf.lines(of: try shelf.newestPage()).first?.n == 6)
    }

    @Test("Where the opening block is damaged, the state comes from the page before and a new page is due")
    func damagedBlock() throws {
        let first = try shelf.open(at: "2026-11-22T12:00:00+08:00")
        first.note("one")
        try first.pretend(Self.time)
        first.note("two")
        let page = try shelf.newestPage()
        let whole = try shelf.bytes(of: page)
        let block = try shelf.rawLines(of: page).prefix(3).map(\.count).reduce(0) { $0 + $1 + 1 }
        for position in stride(from: 1, to: block, by: 7) {
            try reset(page, whole[...], keeping: 2)
            try shelf.spoil(page) { $0[position] ^= 1 }
            let journal = try shelf.open(at: Self.time)
            #expect(journal.state.words == ["one", "two"], "byte \(position)")
            #expect(journal.note("three").line != nil)
            #expect(try shelf.book.pages().count == 3)
            #expect(try shelf.open().state.words == ["one", "two", "three"], "byte \(position)")
            #expect(journal.note("four").line != nil)
            #expect(try shelf.book.pages().count == 3)
        }
    }

    @Test("A newest page that lost its beginning, or everything, is followed by one behind it", arguments: [0, 1, 40, 300])
    func lostPage(length: Int) throws {
        let first = try shelf.open(at: "2026-11-22T12:00:00+08:00")
        first.note("one")
        try first.pretend(Self.time)
        first.note("two")
        let lost = try shelf.newestPage()
        try shelf.spoil(lost) { $0.removeLast($0.count - length) }
        let journal = try shelf.open(at: Self.time)
        #expect(journal.state.words == ["one"])
        let line = try #require(journal.note("three").line)
        #expect(line.n > lost.first)
        #expect(try shelf.newestPage() > lost)
        #expect(try shelf.open().state.words == ["one", "three"])
        #expect(try #require(journal.note("four").line).n == line.n + 1)
    }

    private func written(_ words: [String]) throws -> [UInt8] {
        let journal = try shelf.open(at: Self.time)
        for word in words { try #require(journal.note(word).line != nil) }
        return try shelf.bytes(of: try shelf.newestPage())
    }

    /// The book with its first pages only, the last of them holding `bytes`.
    private func reset(_ page: PageName, _ bytes: some Sequence<UInt8>, keeping count: Int = 1) throws {
        for other in try shelf.book.pages().dropFirst(count) { try shelf.remove(other) }
        try shelf.spoil(page) { $0 = Array(bytes) }
    }

    private func expectDeclared(_ page: PageName, offset: Int, bytes: ArraySlice<UInt8>) throws {
        let newest = try shelf.newestPage()
        #expect(newest > page)
        let trusted = try shelf.bytes(of: page).prefix(offset).split(separator: 0x0A).last.map(Array.init) ?? []
        let last = try Line.read(trusted[...])
        let opened = try #require(try shelf.lines(of: newest).first)
        #expect(opened.fields["before"] == .string(page.file))
        #expect(opened.fields["last"] == .integer(last.n))
        #expect(opened.previous == last.seal)
        #expect(opened.n == last.n + 1 + (opened.fields["gap"]?.integer ?? 0))
        let behind: JSONObject = [
            "offset": .integer(offset), "length": .integer(bytes.count), "sha256": .string(Seal.of(bytes)),
        ]
        #expect(opened.fields["behind"] == .object(behind))
    }
}
