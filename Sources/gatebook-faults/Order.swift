import ArgumentParser
import Foundation

struct Order: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What is acknowledged was synced before: the order of the system calls of every scenario.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 600)
        let bench = try Bench(common)
        var problems: [String] = []
        var answers = 0
        for scenario in try Scenario.all(bench) {
            let data = try scenario.copy(bench)
            let run = try Traced(bench, scenario.lines, data: data)
            let found = try OrderCheck(run.calls).problems + problemsAfterFailedSyncs(scenario, run, bench) 
                + problemsOfRepeats(scenario, bench) + problemsOfUnsyncedLines(scenario, bench)
            let count = run.calls.count(where: \.isAnswer)
            if count != scenario.lines.count { problems.append("\(scenario.name): \(count) answers") }
            say("\(scenario.name): \(run.calls.count) calls, \(count) answers, \(found.count) problems")
            problems += found.map { "\(scenario.name), \($0)" }
            answers += count
        }
        try conclude("order", "\(answers) answers", problems: problems)
    }
}

extension Order {
    /// All, or for a short run some of them.
    private func chosen(_ syncs: [Int]) -> [Int] { common.short ? syncs.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element) : syncs }

    /// After a failed sync the cache may hold what the disk does not: nothing is written to that page any more.
    private func problemsAfterFailedSyncs(_ scenario: Scenario, _ clean: Traced, _ bench: Bench) throws -> [String] {
        try chosen(clean.syncsOfPages).flatMap { index in
            let call = clean.calls[index]
            let data = try scenario.copy(bench)
            let run = try Traced(bench, scenario.lines, data: data, injection: .brokenOnce, at: index)
            let later = run.calls.dropFirst(index + 1).filter { $0.name == "write" && $0.file == call.file }
            let found = try bench.verify(data, known: scenario.damage).map { "the sync of call \(index) failed, \($0)" }
            return found + (later.isEmpty ? [] : ["the sync of call \(index) failed, and \(call.file) was written to again"])
        }
    }
}

extension Order {
    /// A command whose sync failed, and which is sent again, is acknowledged only after its line was written over itself and synced:
    /// a second sync alone would say nothing of the bytes that the first one lost.
    private func problemsOfRepeats(_ scenario: Scenario, _ bench: Bench) throws -> [String] {
        let lines = scenario.lines.flatMap { [$0, $0] }
        let clean = try Traced(bench, lines, data: try scenario.copy(bench))
        return try chosen(clean.syncsOfPages).compactMap { index in
            let page = clean.calls[index].file
            let run = try Traced(bench, lines, data: try scenario.copy(bench), injection: .brokenOnce, at: index)
            let answers = run.transcript.answers
            guard let doubt = answers.firstIndex(where: { $0.isWritten == nil }) else { return nil }
            guard let known = answers.indices[doubt...].first(where: { answers[$0].id == answers[doubt].id && answers[$0].n != nil }) else {
                return "the sync of call \(index) failed, and \(answers[doubt].id) was not acknowledged when it was sent again"
            }
            let end = run.calls.indices.filter { run.calls[$0].isAnswer }[known]
            let between = run.calls[(index + 1)..<end].filter { $0.file == page && $0.result >= 0 }
            let again = between.drop { $0.name != "pwrite" }.contains { $0.name == "fdatasync" }
            return again ? nil : "the sync of call \(index) failed, and \(answers[doubt].id) was acknowledged without being written again"
        }
    }
}

extension Order {
    /// A line that is there when the program starts may stand in the cache alone, because its writer was killed before the sync or saw that
    /// fail: a command that it answers is acknowledged only after it was written over itself and synced, and is unknown as long as that fails.
    private func problemsOfUnsyncedLines(_ scenario: Scenario, _ bench: Bench) throws -> [String] {
        let (data, line) = (try scenario.copy(bench), Array(scenario.lines.prefix(1)))
        let known = try Traced(bench, line, data: data).transcript.answers.first?.n
        let run = try Traced(bench, line, data: data)
        guard let known, run.transcript.answers.first?.n == known, let sync = run.writtenAgain(before: 0) else {
            return ["line \(known ?? 0) was acknowledged by another process before it was written again: \(run.transcript.answers)"]
        }
        let broken = try Traced(bench, line + line, data: data, injection: .brokenOnce, at: sync)
        let answers = broken.transcript.answers
        guard answers.count == 2, let first = answers.firstIndex(where: { $0.isWritten != nil }), answers[first...].allSatisfy({ $0.n == known }),
            broken.writtenAgain(before: first) ?? 0 > sync
        else {
            return ["the sync of line \(known) failed in another process, which answers \(answers)"]
        }
        return []
    }
}

extension Traced {
    fileprivate var syncsOfPages: [Int] { calls.indices.filter { calls[$0].name == "fdatasync" && calls[$0].file.hasSuffix(".jsonl") } }

    /// The fdatasync that followed the last line that was written over itself before an answer.
    fileprivate func writtenAgain(before answer: Int) -> Int? {
        let ends = calls.indices.filter { calls[$0].isAnswer }
        guard ends.indices.contains(answer) else { return nil }
        func last(_ name: String, before end: Int) -> Int? { calls[..<end].lastIndex { $0.name == name && $0.file.hasSuffix(".jsonl") && $0.result >= 0 } }
        guard let sync = last("fdatasync", before: ends[answer]), let write = last("pwrite", before: sync), !calls[write..<sync].contains(where: \.isAnswer) else { return nil }
        return sync
    }
}

/// Goes through the calls of a run and notes what an answer, a rename or the next page came too early for.
struct OrderCheck {
    /// Files with bytes that are not on the disk yet.
    private var unsynced: Set<String> = []
    /// Names that are not on the disk yet, and the folder that holds them.
    private var unnamed: Set<String> = []
    private(set) var problems: [String] = []

    init(_ calls: [Traced.Call]) {
        for (index, call) in calls.enumerated() where call.result >= 0 { take(call, index) }
    }

    private mutating func take(_ call: Traced.Call, _ index: Int) {
        switch call.name {
        // Not `ftruncate`: it cuts off what was never acknowledged, or gives back room that was reserved.
        case "write", "pwrite":
            // The lock's content is only a hint of this boot, and needs no sync.
            if !call.file.hasSuffix(".lock") { unsynced.insert(call.file) }
        case "fdatasync", "fsync":
            if unsynced.remove(call.file) == nil { unnamed.remove(call.file) }
        case "rename":
            let early = unsynced.filter { $0.hasPrefix(".") }
            if !early.isEmpty { problems.append("call \(index): \(call.file) got its name before its bytes were synced") }
            unnamed.insert(folder(of: call.file))
        case "mkdir":
            unnamed.insert(call.file == "journal" ? "data" : "journal")
        case "answer":
            if !unsynced.isEmpty { problems.append("call \(index): answered before \(unsynced.sorted()) was synced") }
            if !unnamed.isEmpty { problems.append("call \(index): answered before the folder \(unnamed.sorted()) was synced") }
        default: break
        }
    }

    /// Pages lie in the folder with the book's name.
    private func folder(of page: String) -> String { String(page.prefix { $0 != "." }) }
}
