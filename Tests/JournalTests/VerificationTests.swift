import Foundation
import Glibc
import Notation
import Testing

@testable import Journal

@Suite("What verify finds beyond the chain")
struct VerificationTests {
    private let shelf: Shelf

    init() throws {
        shelf = try Shelf(isPractice: false)
        let journal = try shelf.open(at: "2026-11-22T12:00:00+08:00")
        for word in ["one", "two"] { try #require(journal.note(word).line != nil) }
        try journal.pretend("2026-11-23T12:00:00+08:00")
        for word in ["three", "four"] { try #require(journal.note(word).line != nil) }
    }

    private func findings(_ depth: VerificationDepth = .replay) throws -> [PageFinding] {
        var verification = Verification(TallyLedger(), depth: depth)
        try verification.check(shelf.book)
        return verification.findings
    }

    private func newest() throws -> PageName { try #require(try shelf.book.pages().last) }

    @Test("A page of a version that did not write a field yet says the same; one that leaves out another, or says another thing, does not")
    func addedLater() {
        func entry(_ fields: JSONObject) -> ForwardEntry { ForwardEntry(e: "forward.word", fields: fields) }
        let known = entry(["ref": .integer(1), "word": .string("one"), "told": .string("S01")])
        #expect(known.isSaid(by: entry(["ref": .integer(1), "word": .string("one")]), ["told"]))
        #expect(!known.isSaid(by: entry(["ref": .integer(1), "word": .string("one")]), []))
        #expect(!known.isSaid(by: entry(["ref": .integer(1), "told": .string("S01")]), ["told"]))
        #expect(!known.isSaid(by: entry(["ref": .integer(1), "word": .string("one"), "told": .string("S02")]), ["told"]))
    }

    @Test("The first lines of the first page that there is are missed, whatever is looked at", arguments: [VerificationDepth.chain, .replay], [1, 3, 99])
    func beginningCut(depth: VerificationDepth, count: Int) throws {
        let pages = try shelf.book.pages()
        let cut = { (page: PageName) in
            let lines = try shelf.rawLines(of: page).dropFirst(count)
            try shelf.spoil(page) { $0 = lines.flatMap { $0 + [0x0A] } }
        }
        try cut(pages[0])
        #expect(try findings(depth).contains(where: \.isDamage))
        try shelf.remove(pages[0])
        #expect(try !findings(depth).contains(where: \.isDamage))
        try cut(pages[1])
        #expect(try findings(depth).contains(where: \.isDamage))
    }

    @Test("A sealed line with a control character is named, however it is written", arguments: ["\u{7F}", "\u{1B}", "\u{202E}", "\u{85}"])
    func harmful(character: String) throws {
        try Forgery.change(shelf, newest(), line: 6) { $0.fields["word"] = .string("x" + character) }
        #expect(try findings().filter(\.isDamage).map(\.fault).contains(.harmfulText))
    }

    @Test("What looks like one to the eye is none", arguments: ["C:\\u001b", "…「·」", "é"])
    func harmless(text: String) throws {
        try Forgery.change(shelf, newest(), line: 6) { $0.fields["word"] = .string(text) }
        #expect(try !findings().map(\.fault).contains(.harmfulText))
    }

    @Test("A sealed line that is written otherwise is none: a search would not find it", arguments: [
        ("\"g\":", "\"g\": "), ("\"e\":", "\"\\u0065\":"), ("\"word\":", "\"word\" :"), ("five", "\\u0066ive"), ("five", "f\\u0069ve"), ("\"m\":", "\"m\":0"), ("T12", " 12"), ("\"b\":\"", "\"b\":\"\\u007f"),
    ])
    func otherwiseWritten(standing: String, forged: String) throws {
        let page = try newest()
        var raw = try #require(try shelf.rawLines(of: page).last)
        try Forgery.reseal(&raw, word: "five", previous: Line.read(raw[...]).seal) { $0.n += 1 }
        let content = try #require(String(decoding: raw.dropLast(72), as: UTF8.self).replacing(standing, with: forged).utf8.map { $0 } as [UInt8]?)
        try shelf.spoil(page) { $0 += Forgery.sealed(content) + [0x0A] }
        #expect(try shelf.open().state.words.last == "four")
        #expect(try findings().contains { if case .line = $0.fault { $0.isDamage } else { false } })
    }

    @Test("An honest book has nothing but the clock that the test itself moved")
    func honest() throws {
        #expect(try findings().allSatisfy { if case .clockJumped = $0.fault { $0.isRemark } else { false } })
        #expect(try findings(.chain).isEmpty)
    }

    @Test("A file of holes with a page's name is named and not read, old or new, by whoever reads", arguments: [0, 1], [VerificationDepth.chain, .replay])
    func holes(index: Int, depth: VerificationDepth) throws {
        let page = try shelf.book.pages()[index]
        try #require(truncate(shelf.path(page), 1 << 40) == 0)
        let tooLarge = SystemFailure(call: "read", path: shelf.path(page), code: EFBIG)
        #expect(!tooLarge.isFull)
        #expect(try findings(depth).contains(PageFinding(file: page.file, line: 1, fault: .unreadable(tooLarge))))
        #expect(throws: tooLarge) { try Search("nowhere").run(in: shelf.book) { _ in true } }
        #expect(throws: tooLarge) { try PageReader(shelf.book).read { _, _ in } }
        if index == 1 { #expect(throws: JournalFailure.system(tooLarge)) { try shelf.open() } }
    }

    @Test("What is brought forward must be what the page before leaves open, also when the chain is made whole")
    func forwardDiffers() throws {
        let page = try newest()
        try Forgery.change(shelf, page, line: 3) { $0.fields["word"] = .string("zwei") }
        #expect(try findings(.chain).isEmpty)
        let found = try findings().filter(\.isDamage)
        #expect(found.map(\.fault) == [.forwardDiffers])
        #expect(found.first?.line == 3)
        #expect(found.first?.file == page.file)
    }

    @Test("A number left out is found, also when the chain is made whole", arguments: [VerificationDepth.chain, .replay])
    func gap(depth: VerificationDepth) throws {
        let page = try newest()
        let last = try shelf.lines(of: page).count
        try Forgery.change(shelf, page, line: last) { $0.n += 1 }
        let found = try findings(depth).filter(\.isDamage)
        #expect(found.count == 1 && found.first?.line == last, "\(found)")
        guard case .numberOutOfOrder? = found.first?.fault else { return #expect(Bool(false), "\(found)") }
    }

    @Test("A line entered more than an hour after it happened is a remark")
    func late() throws {
        let page = try newest()
        try Forgery.change(shelf, page, line: 5) { $0.at = $0.t.adding(minutes: -61) }
        #expect(try findings().contains { $0.fault == .late(minutes: 61) && $0.line == 5 && $0.isRemark })
        try Forgery.change(shelf, page, line: 5) { $0.at = $0.t.adding(minutes: -60) }
        #expect(try !findings().contains { if case .late = $0.fault { true } else { false } })
    }

    @Test("A wall clock that moves against the machine's own time is a remark", arguments: [-3600, 30])
    func clock(seconds: Int) throws {
        let page = try newest()
        try Forgery.change(shelf, page, line: 6) { $0.t = Instant(milliseconds: $0.t.milliseconds + Int64(seconds) * 1000) }
        let jumps = try findings().compactMap { finding -> Int? in
            guard finding.line == 6, case .clockJumped(let jump) = finding.fault else { return nil }
            return jump
        }
        #expect(jumps.count == 1)
        #expect(abs((jumps.first ?? 0) - seconds) <= 1)
    }

    @Test("A wall clock that was moved between two pages is a remark at the first line of the later one; in a practice journal it says nothing")
    func clockBetweenPages() throws {
        let page = try newest()
        let jumps = try findings().compactMap { finding -> Int? in
            guard finding.file == page.file, finding.line == 1, case .clockJumped(let jump) = finding.fault else { return nil }
            return jump
        }
        #expect(jumps.count == 1 && abs((jumps.first ?? 0) - 86_400) <= 2)
        let practice = Book(data: shelf.folder, name: "tally", zone: Shelf.zone, isPractice: true)
        try FileManager.default.moveItem(atPath: shelf.book.folder, toPath: practice.folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: practice.folder) where name.hasSuffix(".jsonl") {
            try FileManager.default.moveItem(
                atPath: practice.folder + "/" + name, toPath: practice.folder + "/" + name.replacing("tally.", with: "tally-practice."))
        }
        var verification = Verification(TallyLedger())
        try verification.check(practice)
        #expect(verification.pages == 2 && !verification.findings.contains { if case .clockJumped = $0.fault { true } else { false } })
    }

    @Test("An event of a newer program is shown as such, and is no damage")
    func unknownKind() throws {
        let page = try newest()
        try Forgery.change(shelf, page, line: 6) { $0.e = "drone.landed" }
        #expect(try findings().contains { $0.fault == .unknownKind("drone.landed") && $0.line == 6 && $0.isRemark })
        #expect(try PageReader(shelf.book).lines(of: page).contains { $0.e == "drone.landed" })
    }

    static let foreign: [(String, [UInt8])] = {
        let head = #"{"n":9,"t":"2026-11-23T12:00:00.000+08:00","g":"main","by":"G07","e":"word.noted","word":"#
        let tail = #","b":"00000000","m":1,"p":""# + firstSeal + #"""#
        func line(_ word: String) -> [UInt8] { Forgery.sealed(Array((head + word + tail).utf8)) }
        return [
            ("no line at all", []), ("words", Array("see me".utf8)), ("an edited line", Array((head + "\"x\"" + tail + ",\"h\":\"" + firstSeal + "\"}").utf8)),
            ("a trailing comma", line("\"x\",")), ("a name twice", line("\"x\",\"word\":\"y\"")), ("a reserved name", line("\"x\",\"n\":3")),
            ("a control character", line("\"a\u{01}b\"")), ("a lone surrogate", line("\"\\ud800\"")), ("a bad escape", line("\"\\x\"")),
            ("a bad number", line("01")), ("too deep", line(String(repeating: "[", count: 40) + String(repeating: "]", count: 40))),
            ("invalid UTF-8", Forgery.sealed(Array((head + "\"").utf8) + [0xC3, 0x28] + Array(("\"" + tail).utf8))),
            ("an overlong form", Forgery.sealed(Array((head + "\"").utf8) + [0xC0, 0xAF] + Array(("\"" + tail).utf8))),
            ("NUL bytes", Array(line("\"x\"").dropLast(3)) + [0, 0, 0]), ("a byte order mark", [0xEF, 0xBB, 0xBF] + line("\"x\"")),
            ("UTF-16", line("\"x\"").flatMap { [$0, 0] }), ("a carriage return", line("\"x\"") + [0x0D]),
            ("too long", line("\"" + String(repeating: "x", count: 4096) + "\"")), ("no object", Forgery.sealed(Array("[1".utf8))),
        ]
    }()

    @Test("A foreign line between good ones is named by its line and passed over", arguments: foreign.indices)
    func foreignLine(index: Int) throws {
        let (name, foreign) = VerificationTests.foreign[index]
        let page = try newest()
        var lines = try shelf.rawLines(of: page)
        lines.insert(foreign, at: 5)
        try shelf.spoil(page) { $0 = Array(lines.joined(separator: [0x0A])) + [0x0A] }
        let found = try findings().filter(\.isDamage)
        #expect(found.contains { finding in if case .line = finding.fault { finding.line == 6 && finding.file == page.file } else { false } }, "\(name): \(found)")
        #expect(found.allSatisfy { $0.line == 6 }, "\(name): \(found)")
        let readable = try PageReader(shelf.book).lines(of: page).filter { $0.e == "word.noted" }.compactMap { $0.fields["word"]?.string }
        #expect(readable == ["three", "four"], "\(name)")
    }
}
