import ArgumentParser
import CTracer
import Foundation
import Synchronization

struct Sweep: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Every system call of a start, an append, a page change and a recovery, with every fault it can have.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many cases run at a time.") var jobs = 2
    @Option(help: "Only scenarios whose name contains this.") var only: String?

    func run() throws {
        allow(seconds: common.short ? 600 : 7200)
        let bench = try Bench(common)
        var problems: [String] = []
        var total = 0
        let scenarios = try Scenario.all(bench)
        let wanted = scenarios.filter { scenario in only.map { scenario.name.contains($0) } ?? true }
        guard !wanted.isEmpty else { throw Failure("no such scenario; there are: \(scenarios.map(\.name).joined(separator: ", "))") }
        for scenario in wanted {
            let cases = try SweepCase.all(bench, scenario)
            let chosen = common.short ? cases.enumerated().filter { $0.offset % (cases.count / 4) == 0 }.map(\.element) : cases
            let found = sweep(chosen, bench)
            say("\(scenario.name): \(Set(cases.map(\.at)).count) calls, \(chosen.count) of \(cases.count) cases, \(found.count) problems")
            for problem in found where !common.short { say("  \(problem)") }
            problems += found
            total += chosen.count
        }
        try conclude("sweep", "\(total) cases, every fault fired", problems: problems)
    }

    private func sweep(_ cases: [SweepCase], _ bench: Bench) -> [String] {
        let next = Atomic(0)
        let found = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < cases.count else { return }
                let problems = cases[index].problems(bench)
                found.withLock { $0 += problems }
            }
        }
        return found.withLock { $0.sorted() }
    }
}

/// One fault at one system call of one scenario.
struct SweepCase: Sendable {
    let scenario: Scenario
    let injection: Injection
    let at: Int
    let call: String

    /// Every fault at every call, as counted in a clean run.
    static func all(_ bench: Bench, _ scenario: Scenario) throws -> [SweepCase] {
        let data = try scenario.copy(bench)
        defer { try? FileManager.default.removeItem(at: data.deletingLastPathComponent()) }
        let clean = try Traced(bench, scenario.lines, data: data)
        guard clean.status == 0, clean.transcript.answers.count == scenario.lines.count else {
            throw Failure("\(scenario.name): the clean run ended with \(clean.status): \(clean.transcript.answers)")
        }
        return clean.calls.enumerated().flatMap { index, call in
            Injection.all.filter { $0.suits(call.possible) && (!$0.isChained || call.name.hasSuffix("write")) }
                .map { SweepCase(scenario: scenario, injection: $0, at: index, call: "\(call.name) \(call.file)") }
        }
    }

    /// What the program did wrong.
    func problems(_ bench: Bench) -> [String] {
        do {
            let data = try scenario.copy(bench)
            defer { try? FileManager.default.removeItem(at: data.deletingLastPathComponent()) }
            let run = try Traced(bench, scenario.lines, data: data, injection: injection, at: at)
            let known = run.transcript.acknowledged
            var problems = answerProblems(run)
            let middle = try Judge(data: data).problems(acknowledged: known, refused: run.transcript.refused)
            problems += middle.map { "right after: \($0)" }
            problems += try healed(bench, data, known)
            return problems.map { "\(scenario.name), \(injection.name) at call \(at) (\(call)): \($0)" }
        } catch {
            return ["\(scenario.name), \(injection.name) at call \(at) (\(call)): \(error)"]
        }
    }

    /// A new process without the fault takes every command, and knows those that were acknowledged.
    private func healed(_ bench: Bench, _ data: URL, _ known: [String: Int]) throws -> [String] {
        let again = try bench.record(scenario.lines, data: data)
        var problems = again.contradictions
        problems += again.answers.filter { $0.isWritten != true }.map { "a new process answers \($0.text)" }
        if again.answers.count != scenario.lines.count { problems.append("a new process answers \(again.answers.count) times") }
        for (id, n) in again.acknowledged {
            if let before = known[id], before != n { problems.append("\(id) was \(before) and is \(n) for a new process") }
        }
        problems += try Judge(data: data).problems(acknowledged: again.acknowledged.merging(known) { $1 })
        return problems + (try bench.verify(data, known: scenario.damage))
    }

    private func answerProblems(_ run: Traced) -> [String] {
        var problems = run.transcript.contradictions
        if run.hits == 0 { problems.append("the fault never fired") }
        if let hit = run.calls.first(where: \.isInjected), "\(hit.name) \(hit.file)" != call {
            problems.append("the fault hit \(hit.name) \(hit.file)")
        }
        let isKilled = run.status == 128 + SIGKILL
        if run.status > 128, !(isKilled && injection.kills) { problems.append("died of signal \(run.status - 128)") }
        guard !isKilled else { return problems }
        // A program that could not even open the book says so and ends; it never ends in the midst of the commands.
        let count = run.transcript.answers.count
        if count == 0, run.status == 74 { return problems }
        if count != scenario.lines.count { problems.append("\(count) answers, status \(run.status)") }
        let bad = run.transcript.answers.filter { $0.isWritten != true }
        if injection.fault == TRACER_UNSUPPORTED { problems += bad.map { "stopped by a disk that cannot reserve: \($0.text)" } }
        if injection.times == 1, bad.count > 1 { problems.append("one fault, \(bad.count) failures: \(bad.map(\.text))") }
        // Whatever was under way at the last fault may fail; what comes after it must not.
        let isOver = run.hits >= injection.times
        if isOver, let last = run.calls.lastIndex(where: \.isInjected) {
            let under = run.calls[..<last].count(where: \.isAnswer)
            let after = run.transcript.answers.dropFirst(under + 1).filter { $0.isWritten != true }
            problems += after.map { "does not go on by itself: \($0.text)" }
        }
        return problems
    }
}

extension Scenario {
    /// A fresh copy of the data; the inodes are its own.
    func copy(_ bench: Bench) throws -> URL {
        let folder = bench.folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = folder.appending(path: "data")
        try FileManager.default.copyItem(at: template, to: data)
        return data
    }
}
