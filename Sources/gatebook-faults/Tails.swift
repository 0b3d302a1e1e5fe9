import ArgumentParser
import Foundation

struct Tails: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bytes behind the last line, as a power cut leaves them, or somebody: nothing is written behind them, and the next page names them.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 600)
        let bench = try Bench(common)
        var problems: [String] = []
        let tails = Tails.all
        for tail in tails {
            let found = try problemsAtStart(tail, bench) + problemsMeanwhile(tail, bench)
            say("\(tail.name): at the start and meanwhile, \(found.count) problems")
            problems += found.map { "\(tail.name): \($0)" }
        }
        try conclude("tails", "\(tails.count) tails", problems: problems)
    }

    private struct Tail {
        let name: String
        let bytes: Data
        /// No power cut leaves it, so `verify` finds it though the next page names it.
        var isSomebodys = false
    }

    private static var all: [Tail] {
        [
            Tail(name: "310 NUL bytes", bytes: Data(count: 310)), Tail(name: "one NUL byte", bytes: Data(count: 1)),
            Tail(name: "a block of NUL bytes", bytes: Data(count: 4096)), Tail(name: "NUL bytes and an LF", bytes: Data(count: 200) + [0x0A], isSomebodys: true),
            Tail(name: "an unfinished line", bytes: Data("{\"n\":9,\"t\":\"2026-11".utf8)),
            Tail(name: "a line of no seal", bytes: Data([0xFF, 0xFE, 0x0A, 0x00, 0x41]), isSomebodys: true),
        ]
    }

    /// The tail lies there when the program starts.
    private func problemsAtStart(_ tail: Tail, _ bench: Bench) throws -> [String] {
        let preparation = Preparation(bench: bench, data: bench.folder.appending(path: UUID().uuidString))
        try preparation.write(["p1", "p2"])
        try preparation.change { $0 += tail.bytes }
        let lines = [Commands.expect("a1", now: "2026-11-23T12:01:00+08:00"), Commands.expect("a2")]
        let transcript = try bench.record(lines, data: preparation.data)
        return try judged(preparation, transcript.acknowledged, expected: 2, tail, bench)
    }

    /// The tail comes while the program runs: it has read the page already.
    private func problemsMeanwhile(_ tail: Tail, _ bench: Bench) throws -> [String] {
        let preparation = Preparation(bench: bench, data: bench.folder.appending(path: UUID().uuidString))
        let session = try Session(bench, data: preparation.data)
        var known = try session.ask([Commands.expect("a1", now: "2026-11-23T12:01:00+08:00"), Commands.expect("a2")])
        try preparation.change { $0 += tail.bytes }
        known.merge(try session.ask([Commands.expect("a3"), Commands.expect("a4")])) { first, _ in first }
        session.end()
        return try judged(preparation, known, expected: 4, tail, bench)
    }

    private func judged(
        _ preparation: Preparation, _ known: [String: Int], expected: Int, _ tail: Tail, _ bench: Bench
    ) throws -> [String] {
        var problems = try Judge(data: preparation.data).problems(acknowledged: known)
        if known.count != expected { problems.append("\(known.count) of \(expected) commands were acknowledged") }
        let pages = try preparation.pages()
        guard pages.count == 2 else { return problems + ["\(pages.count) pages; the tail wants a new one"] }
        if !(try Data(contentsOf: pages[0])).suffix(tail.bytes.count).elementsEqual(tail.bytes) { problems.append("the old page was changed") }
        let opening = try Data(contentsOf: pages[1]).prefix { $0 != 0x0A }
        if !String(decoding: opening, as: UTF8.self).contains("\"length\":\(tail.bytes.count),") { problems.append("the tail is not named") }
        let found = try bench.verify(preparation.data)
        guard tail.isSomebodys else { return problems + found }
        return problems + (found.isEmpty ? ["verify does not name it"] : [])
    }
}
