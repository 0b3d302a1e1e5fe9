import Foundation
import Notation
import Testing

@testable import Journal

/// Somebody with an editor and time: what `verify` sees of it, and what it cannot see alone.
@Suite("Attacks")
struct AttackTests {
    /// What it takes to find an attack.
    enum Finder: Sendable {
        /// `verify` finds it with nothing but the pages.
        case chain
        /// Only who wrote the head down elsewhere can tell: the words of a slip are the beginning of its seal.
        case words
        /// Nobody: old pages may go when their time is up. But it is said from which line on there are any.
        case beginning
    }

    /// What is done to the raw lines of the pages, and what finds it.
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let finder: Finder
        let change: @Sendable (inout [[[UInt8]]]) throws -> Void

        var testDescription: String { name }
    }

    static let attacks: [Attack] = [
        Attack(name: "edit a word", finder: .chain) { pages in
            let line = String(decoding: pages[0][4], as: UTF8.self)
            pages[0][4] = Array(line.split(separator: "w0-2").joined(separator: "w9-9").utf8)
        },
        Attack(name: "edit a word and seal the line again", finder: .chain) { try Forgery.reseal(&$0[0][4], word: "forged") },
        Attack(name: "delete a line", finder: .chain) { $0[1].remove(at: 5) },
        Attack(name: "delete a page", finder: .chain) { $0.remove(at: 1) },
        Attack(name: "take the first pages away", finder: .beginning) { $0.removeFirst(2) },
        Attack(name: "insert a line", finder: .chain) { $0[0].insert($0[1][5], at: 4) },
        Attack(name: "reorder two lines", finder: .chain) { $0[0].swapAt(3, 4) },
        Attack(name: "duplicate a line", finder: .chain) { $0[0].insert($0[0][4], at: 4) },
        Attack(name: "cut in the middle", finder: .chain) { $0[1].removeLast(2) },
        Attack(name: "seal everything again from an edit on", finder: .words) { try resealAll(&$0) },
        Attack(name: "cut the tail", finder: .words) { $0[2].removeLast() },
        Attack(name: "cut the tail and go on", finder: .words) { pages in
            let copy = pages[2].removeLast()
            pages[2].append(copy)
            try Forgery.reseal(&pages[2][pages[2].count - 1], word: "another")
        },
        Attack(name: "restore last night's backup", finder: .words) { $0.removeLast() },
    ]

    @Test("An attack is found by the chain, or is one that only the words written elsewhere can show", arguments: attacks)
    func attack(_ attack: Attack) throws {
        let shelf = try AttackTests.threeDays()
        let honest = try AttackTests.verified(shelf)
        #expect(honest.isSound && honest.findings.isEmpty, "\(honest.findings)")
        let words = String(honest.head.prefix(22))
        #expect(try PageReader(shelf.book).place(ofSeal: words)?.n == honest.lastNumber)
        var pages = try shelf.book.pages().map { try shelf.rawLines(of: $0) }
        let names = try shelf.book.pages()
        try attack.change(&pages)
        for name in names { try shelf.remove(name) }
        for page in pages {
            let first = try Line.read(try #require(page.first)[...])
            let name = try #require(names.first { $0.first == first.n })
            try Data(page.flatMap { $0 + [0x0A] }).write(to: URL(fileURLWithPath: shelf.path(name)))
        }
        let attacked = try AttackTests.verified(shelf)
        switch attack.finder {
        case .chain: #expect(!attacked.isSound)
        case .words:
            #expect(attacked.isSound, "\(attacked.findings)")
            #expect(attacked.head != honest.head)
            #expect(try PageReader(shelf.book).place(ofSeal: words) == nil)
        case .beginning:
            let last = names[2].first - 1
            #expect(attacked.isSound && attacked.findings.map(\.fault) == [.earlierGone(last: last)] && attacked.findings.first?.isRemark == true)
            #expect(attacked.goneUntil == last && attacked.head == honest.head, "The words prove what is left.")
        }
    }

    @Test("A page of another gate in the place of one's own is found by its name and its chain")
    func swappedGates() throws {
        let (mine, other) = (try AttackTests.threeDays(), try AttackTests.threeDays(words: "x"))
        let (page, foreign) = (try mine.book.pages()[1], try other.book.pages()[1])
        try Data(try other.bytes(of: foreign)).write(to: URL(fileURLWithPath: mine.path(page)))
        #expect(!(try AttackTests.verified(mine).isSound))
    }

    @Test("A page that is given the name of another day is found, at both depths", arguments: [VerificationDepth.chain, .replay])
    func renamedDay(depth: VerificationDepth) throws {
        let shelf = try AttackTests.threeDays()
        for (index, name) in try shelf.book.pages().enumerated() {
            let other = PageName(book: name.book, first: name.first, day: name.day.adding(days: index == 2 ? 5 : -1))
            try FileManager.default.moveItem(atPath: shelf.path(name), toPath: shelf.path(other))
            var verification = Verification(TallyLedger(), depth: depth)
            try verification.check(shelf.book)
            #expect(verification.findings.filter(\.isDamage).map(\.fault) == [.nameDiffers])
            #expect(verification.findings.first { $0.fault == .nameDiffers }?.file == other.file)
            try FileManager.default.moveItem(atPath: shelf.path(other), toPath: shelf.path(name))
        }
    }

    /// What somebody can do to the last line, and whether only a power cut could have left it.
    enum LastLine: CaseIterable {
        case word, nul, lineEnd, wordAndLineEnd, noLineEnd, half

        var isTorn: Bool { self == .noLineEnd || self == .half }

        func change(_ bytes: inout [UInt8], word: String) {
            func edit() { bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("\"word\":\"\(word)\"", with: "\"word\":\"HARRY\"").utf8) }
            switch self {
            case .word: edit()
            case .nul: bytes[bytes.count - 200] = 0
            case .lineEnd: bytes[bytes.count - 1] = 0x0B
            case .wordAndLineEnd:
                edit()
                bytes.removeLast()
            case .noLineEnd: bytes.removeLast()
            case .half: bytes.removeLast(100)
            }
        }
    }

    @Test("A last line that was changed is found after the program went on, which names it", arguments: LastLine.allCases, [false, true])
    func lastLineChanged(change: LastLine, isRunning: Bool) throws {
        let shelf = try AttackTests.threeDays()
        let running = isRunning ? try shelf.open(at: "2026-11-25T18:00:00+08:00") : nil
        let page = try shelf.newestPage()
        let line = try #require(try shelf.rawLines().last)
        let word = try #require(try Line.read(line[...]).fields["word"]?.string)
        var bytes = try shelf.bytes(of: page)
        change.change(&bytes, word: word)
        try shelf.remove(page)
        try Data(bytes).write(to: URL(fileURLWithPath: shelf.path(page)))
        let writer = try running ?? shelf.open(at: "2026-11-25T18:00:00+08:00")
        #expect(writer.note("later").line != nil)
        #expect(writer.state.words.contains(word) == isRunning, "Who knew the line goes on with it.")
        for depth in [VerificationDepth.chain, .replay] {
            var verification = Verification(TallyLedger(), depth: depth)
            try verification.check(shelf.book)
            let found = verification.findings.contains { $0.file == page.file && $0.isDamage && !$0.isDeclared }
            #expect(found == (isRunning || !change.isTorn), "What was acknowledged and is gone is found as well: \(verification.findings)")
        }
    }

    /// What is done to the unfinished line behind a page that the next page names, or in its shadow.
    static let tailAttacks: [Attack] = [
        Attack(name: "take it away", finder: .chain) { $0[0].removeLast() },
        Attack(name: "change it", finder: .chain) { $0[0][$0[0].count - 1][3] ^= 1 },
        Attack(name: "make it longer", finder: .chain) { $0[0][$0[0].count - 1] += Array(repeating: 0x20, count: 4000) },
        Attack(name: "insert a line before it", finder: .chain) { $0[0].insert(Array("admitted MR EVIL".utf8), at: $0[0].count - 1) },
        Attack(name: "put a line in its place", finder: .chain) { $0[0][$0[0].count - 1] = Array("admitted MR EVIL".utf8) },
        Attack(name: "take it away and insert a line elsewhere", finder: .chain) { pages in
            pages[0].removeLast()
            pages[0].insert(Array("admitted MR EVIL".utf8), at: 3)
        },
    ]

    @Test("An unfinished line that the next page names excuses itself alone", arguments: tailAttacks, [VerificationDepth.chain, .replay])
    func tail(_ attack: Attack, depth: VerificationDepth) throws {
        let shelf = try AttackTests.threeDays(tail: "{\"n\":8,\"t\":")
        func verified() throws -> [PageFinding] {
            var verification = Verification(TallyLedger(), depth: depth)
            try verification.check(shelf.book)
            return verification.findings
        }
        let honest = try verified()
        #expect(honest.map(\.fault) == [.line(.unfinished)] && honest.allSatisfy(\.isDeclared))
        let names = try shelf.book.pages()
        var pages = try names.map { try shelf.bytes(of: $0).split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) }
        try attack.change(&pages)
        try shelf.spoil(names[0]) { $0 = Array(pages[0].joined(separator: [0x0A])) }
        #expect(try verified().contains(where: \.isDamage))
    }

    @Test("Numbers beyond all counting are named and not counted with", arguments: [VerificationDepth.chain, .replay])
    func hugeNumbers(depth: VerificationDepth) throws {
        func damage(_ change: (Shelf, [PageName]) throws -> Void) throws -> [PageFinding] {
            let shelf = try AttackTests.threeDays()
            try change(shelf, try shelf.book.pages())
            var verification = Verification(TallyLedger(), depth: depth)
            try verification.check(shelf.book)
            let journal = try shelf.open(at: "2026-11-23T12:30:00+08:00")
            #expect(journal.note("goes on").line != nil)
            return verification.findings.filter(\.isDamage)
        }
        #expect(try !damage { shelf, names in
            try shelf.spoil(names[2]) { $0 += Array("{\"n\":9999999999999999999,\(String(repeating: "0", count: 130))\n".utf8) }
        }.isEmpty)
        #expect(try !damage { shelf, names in
            try Forgery.change(shelf, names[1], line: 1) {
                $0.fields["gap"] = .integer(.max)
                $0.fields["behind"] = .object(["offset": .integer(.max), "length": .integer(1), "sha256": .string("0")])
            }
        }.isEmpty)
        #expect(try !damage { shelf, names in
            var lines = try shelf.rawLines(of: names[2])
            try Forgery.reseal(&lines[lines.count - 1]) { $0.n = .max }
            try shelf.spoil(names[2]) { $0 = lines.flatMap { $0 + [0x0A] } }
        }.isEmpty)
    }

    /// A line proves itself, so each is looked at alone and behind the one before it; the next test flips bits of whole books.
    @Test("Each bit of a journal of a hundred events, flipped alone, is found")
    func everyBit() throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-23T12:00:00+08:00")
        for number in 0..<100 { try #require(journal.note("word \(number) 王小明").line != nil) }
        let page = try shelf.newestPage()
        let lines = try shelf.rawLines(of: page).map { $0 + [0x0A] }
        var unseen = 0
        let pairs = zip(lines, lines.dropFirst()).enumerated().filter { $0.offset.isMultiple(of: 4) }.map { (before: $0.element.0, line: $0.element.1) }
        for (before, line) in lines.map({ (before: [], line: $0) }) + pairs {
            var bytes = before + line
            try #require(PageCheck(chainOf: bytes, name: page).findings.isEmpty)
            for position in before.count..<bytes.count {
                for bit in 0..<8 {
                    bytes[position] ^= 1 << bit
                    if PageCheck(chainOf: bytes, name: page).findings.isEmpty { unseen += 1 }
                    bytes[position] ^= 1 << bit
                }
            }
        }
        #expect(unseen == 0)
    }

    @Test("Some bits of the whole book, flipped in its files, are found by the whole verification", arguments: 0..<40)
    func someBits(seed: Int) throws {
        let shelf = try AttackTests.threeDays(tail: seed % 2 == 0 ? "" : "{\"n\":8,\"t\":")
        let name = try shelf.book.pages()[seed % 3]
        let size = try shelf.bytes(of: name).count
        try shelf.spoil(name) { $0[(seed * 7919) % size] ^= 1 << (seed % 8) }
        #expect(!(try AttackTests.verified(shelf).isSound))
    }

    // MARK: Helpers

    /// - Parameter tail: an unfinished line behind the first page.
    private static func threeDays(words: String = "w", tail: String = "") throws -> Shelf {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-21T12:00:00+08:00")
        for day in 0..<3 {
            try journal.pretend("2026-11-2\(day + 1)T12:00:00+08:00")
            for number in 0..<5 { try #require(journal.note("\(words)\(day)-\(number)").line != nil) }
            if day == 0, !tail.isEmpty { try shelf.spoil(try shelf.newestPage()) { $0 += Array(tail.utf8) } }
        }
        return shelf
    }

    static func verified(_ shelf: Shelf) throws -> Verification<TallyLedger> {
        var verification = Verification(TallyLedger())
        try verification.check(shelf.book)
        return verification
    }

    /// Changes a word everywhere it stands, and makes the chain whole again.
    private static func resealAll(_ pages: inout [[[UInt8]]]) throws {
        var previous = firstSeal
        for page in pages.indices {
            for index in pages[page].indices {
                let line = try Line.read(pages[page][index][...])
                try Forgery.reseal(&pages[page][index], word: line.fields["word"]?.string == "w0-1" ? "forged" : nil, previous: previous)
                previous = try Line.read(pages[page][index][...]).seal
            }
        }
    }
}
