import Foundation
import Notation
import Testing

@testable import Journal

/// The smallest ledger worth the name: words in the order in which they were noted.
struct TallyLedger: Ledger {
    struct State: Equatable, Sendable {
        var words: [String] = []
        var numbers: [Int] = []
    }

    var beginning: State { State() }

    func evolve(_ state: inout State, by line: Line) -> Bool {
        switch line.e {
        case PageKind.opened, PageKind.ready: return true
        case "word.noted", "forward.word":
            guard let word = line.fields["word"]?.string else { return false }
            state.words.append(word)
            state.numbers.append(line.ref ?? line.n)
            return true
        default: return false
        }
    }

    func broughtForward(from state: State, at now: Instant) -> [Draft] {
        zip(state.words, state.numbers).map { word, number in
            Draft(g: "", by: "gatebook", e: "forward.word", fields: ["ref": .integer(number), "word": .string(word)])
        }
    }
}

/// A book in a folder of its own that goes when the test does.
final class Shelf {
    static let zone = Zone(minutes: 480)

    let folder: String
    let book: Book

    init(isPractice: Bool = true) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("gatebook-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
        book = Book(data: folder, name: "tally", zone: Shelf.zone, isPractice: isPractice)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open(at time: String? = nil) throws -> Journal<TallyLedger> {
        var clock = Clock()
        if let time { clock.pretend(try #require(Instant(time))) }
        return try Journal(book, ledger: TallyLedger(), clock: clock)
    }

    func path(_ page: PageName) -> String { book.folder + "/" + page.file }

    func bytes(of page: PageName) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(page)))) }

    /// Puts other bytes in the place of a page's, as a crash or a broken disk would.
    func spoil(_ page: PageName, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try bytes(of: page)
        change(&bytes)
        try Data(bytes).write(to: URL(fileURLWithPath: path(page)))
    }

    func remove(_ page: PageName) throws { try FileManager.default.removeItem(atPath: path(page)) }

    func newestPage() throws -> PageName { try #require(try book.pages().last) }

    /// Every page's lines without their LF, in the order of the chain.
    func rawLines() throws -> [[UInt8]] { try book.pages().flatMap { try rawLines(of: $0) } }

    func rawLines(of page: PageName) throws -> [[UInt8]] {
        try bytes(of: page).split(separator: 0x0A).map(Array.init)
    }

    func lines(of page: PageName) throws -> [Line] { try rawLines(of: page).map { try Line.read($0[...]) } }

    func lines() throws -> [Line] { try book.pages().flatMap { try lines(of: $0) } }
}

enum Objection: Error, Equatable, Sendable { case no }

extension Journal where L == TallyLedger {
    @discardableResult
    func note(_ word: String, kind: String = "word.noted") -> Answer<Objection> {
        append { _, _ in .write(Draft(g: "main", by: "G07", e: kind, fields: ["word": .string(word)])) }
    }

    func pretend(_ time: String) throws { clock.pretend(try #require(Instant(time))) }
}

extension Answer {
    var line: Line? { if case .written(let line) = self { line } else { nil } }
    var failure: JournalFailure? { if case .failed(let failure) = self { failure } else { nil } }
}

/// Every line follows the one before, and numbers leave out only what a page declares.
func expectChain(_ lines: [Line], sourceLocation: SourceLocation = #_sourceLocation) {
    var seal = firstSeal
    var n = 0
    for line in lines {
        #expect(line.previous == seal, "line \(line.n)", sourceLocation: sourceLocation)
        let gap = line.e == PageKind.opened ? line.fields["gap"]?.integer ?? 0 : 0
        #expect(line.n == n + 1 + gap, sourceLocation: sourceLocation)
        (seal, n) = (line.seal, line.n)
    }
}
