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
    /// After a failed sync the cache may hold what the disk does not: nothing is written to that page any more.
    private func problemsAfterFailedSyncs(_ scenario: Scenario, _ clean: Traced, _ bench: Bench) throws -> [String] {
        return try clean.calls.indices.flatMap { index in
            let call = clean.calls[index]
            guard call.name == "fdatasync", call.file.hasSuffix(".jsonl") else { return [String]() }
            let run = try Traced(bench, scenario.lines, data: try scenario.copy(bench), injection: .brokenOnce, at: index)
            let later = run.calls.dropFirst(index + 1).filter { $0.name == "write" && $0.file == call.file }
            return later.isEmpty ? [] : ["the sync of call \(index) failed, and \(call.file) was written to again"]
        }
    }
}

extension Order {
    /// A command whose sync failed, and which is sent again, is acknowledged only after its line was written over itself and synced:
    /// a second sync alone would say nothing of the bytes that the first one lost.
    private func problemsOfRepeats(_ scenario: Scenario, _ bench: Bench) throws -> [String] {
        let lines = scenario.lines.flatMap { [$0, $0] }
        let clean = try Traced(bench, lines, data: try scenario.copy(bench))
        return try clean.calls.indices.compactMap { index in
            let page = clean.calls[index].file
            guard clean.calls[index].name == "fdatasync", page.hasSuffix(".jsonl") else { return nil }
            let run = try Traced(bench, lines, data: try scenario.copy(bench), injection: .brokenOnce, at: index)
            let answers = run.transcript.answers
            guard let doubt = answers.first(where: { $0.isWritten == nil }) else { return nil }
            guard let known = answers.firstIndex(where: { $0.id == doubt.id && $0.n != nil }) else {
                return "the sync of call \(index) failed, and \(doubt.id) was not acknowledged when it was sent again"
            }
            let end = run.calls.indices.filter { run.calls[$0].isAnswer }[known]
            let between = run.calls[(index + 1)..<end].filter { $0.file == page && $0.result >= 0 }
            let again = between.drop { $0.name != "pwrite" }.contains { $0.name == "fdatasync" }
            return again ? nil : "the sync of call \(index) failed, and \(doubt.id) was acknowledged without being written again"
        }
    }
}

extension Order {
    /// A line that is there when the program starts may stand in the cache alone, because its writer was killed before the sync: a
    /// command that it answers is acknowledged only after a sync.
    private func problemsOfUnsyncedLines(_ scenario: Scenario, _ bench: Bench) throws -> [String] {
        let (data, line) = (try scenario.copy(bench), Array(scenario.lines.prefix(1)))
        let known = try Traced(bench, line, data: data).transcript.answers.first?.n
        let run = try Traced(bench, line, data: data)
        guard let known, run.transcript.answers.first?.n == known, let end = run.calls.firstIndex(where: \.isAnswer) else {
            return ["a command was not acknowledged by another process: \(run.transcript.answers)"]
        }
        let isSynced = run.calls[..<end].contains { $0.name == "fdatasync" && $0.file.hasSuffix(".jsonl") && $0.result >= 0 }
        return isSynced ? [] : ["line \(known) was acknowledged by another process before it was synced"]
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
