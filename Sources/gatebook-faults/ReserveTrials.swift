import ArgumentParser
import CTracer
import Foundation
import Glibc

struct ReserveTrials: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve",
        abstract: "The room that is kept for a full disk: who may use it, who gives it back, and a disk that keeps none.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 600)
        let bench = try Bench(common)
        var problems: [String] = []
        let trials: [(name: String, body: (Bench) throws -> [String])] = [
            ("a full disk takes leavings only", full), ("a disk that cannot reserve takes everything, and it is said once", withoutReserve),
            ("a reserve that fails on the way stops nothing", failing), ("a page that is left gives its rest back", givenBack),
            ("a write that fails keeps it", keptByFailure),
        ]
        for trial in trials {
            let found = try trial.body(bench)
            say("\(trial.name): \(found.count) problems")
            problems += found.map { "\(trial.name): \($0)" }
        }
        try conclude("reserve", "\(trials.count) trials", problems: problems)
    }

    /// A page of this morning without anything behind it, so that the next line must reserve.
    private func bare(_ bench: Bench) throws -> Preparation {
        let place = Preparation(bench: bench, data: bench.folder.appending(path: UUID().uuidString))
        try place.write(["p1"])
        let page = try place.newestPage()
        let size = try Data(contentsOf: page).count
        guard truncate(page.path, off_t(size)) == 0 else { throw Failure.system("truncate") }
        try FileManager.default.removeItem(at: try place.nextPage())
        return place
    }

    private static let lines = [
        Commands.expect("a1", now: "2026-11-23T12:00:10+08:00"), Commands.leave("l1"), Commands.expect("a2"), Commands.leave("l2"),
    ]

    private func full(_ bench: Bench) throws -> [String] {
        let place = try bare(bench)
        let noRoom = Injection(name: "ENOSPC", fault: TRACER_NO_ROOM, times: .max, scope: TRACER_RESERVES)
        let run = try Traced(bench, ReserveTrials.lines, data: place.data, injection: noRoom)
        var problems = run.hits == 0 ? ["the fault never fired"] : []
        if Set(run.transcript.acknowledged.keys) != ["l1", "l2"] || run.transcript.refused != ["a1", "a2"] {
            problems.append("answers on a full disk: \(run.transcript.answers.map(\.text))")
        }
        let after = try bench.record(ReserveTrials.lines, data: place.data)
        if after.acknowledged.count != 4 { problems.append("answers once there is room: \(after.answers.map(\.text))") }
        return try problems + Judge(data: place.data).problems(acknowledged: after.acknowledged) + bench.verify(place.data)
    }

    private func withoutReserve(_ bench: Bench) throws -> [String] {
        try [("EOPNOTSUPP", TRACER_UNSUPPORTED), ("EIO", TRACER_BROKEN)].flatMap { name, fault in
            let place = try bare(bench)
            let injection = Injection(name: name, fault: fault, times: .max, scope: TRACER_RESERVES)
            let complaint = try TemporaryFile()
            let run = try Traced(bench, ReserveTrials.lines, data: place.data, injection: injection, complaint: complaint)
            var problems = run.hits == 0 ? ["\(name) never fired"] : []
            if run.transcript.acknowledged.count != 4 { problems.append("\(name): \(run.transcript.answers.map(\.text))") }
            let said = String(decoding: try complaint.contents(), as: UTF8.self).split(separator: "\n")
            if said.count != 1 || !said.contains(where: { $0.contains("reserve") }) { problems.append("\(name): said \(said)") }
            return try problems + Judge(data: place.data).problems(acknowledged: run.transcript.acknowledged) + bench.verify(place.data)
        }
    }

    /// EIO once at every call that only serves the reserve: nobody is stopped by it.
    private func failing(_ bench: Bench) throws -> [String] {
        let clean = try Traced(bench, ReserveTrials.lines, data: try bare(bench).data)
        let calls = clean.calls.indices.filter { clean.calls[$0].name == "fallocate" || clean.calls[$0].file.hasSuffix(".new") }
        let found = try calls.flatMap { index in
            let run = try Traced(bench, ReserveTrials.lines, data: try bare(bench).data, injection: .brokenOnce, at: index)
            let bad = run.transcript.answers.filter { $0.isWritten != true }
            return bad.map { "EIO at \(clean.calls[index].name) \(clean.calls[index].file): \($0.text)" }
        }
        return calls.count < 4 ? found + ["only \(calls.count) calls serve the reserve"] : found
    }

    /// EIO once, at the write of the last line.
    private func keptByFailure(_ bench: Bench) throws -> [String] {
        let clean = try Traced(bench, ReserveTrials.lines, data: try bare(bench).data)
        guard let index = clean.calls.lastIndex(where: { $0.name == "write" && $0.file.hasSuffix(".jsonl") }) else { return ["no line was written"] }
        let place = try bare(bench)
        let run = try Traced(bench, ReserveTrials.lines, data: place.data, injection: .brokenOnce, at: index)
        let kept = try ([place.newestPage(), place.nextPage()]).map(ReserveTrials.bytesOnDisk)
        var problems = run.hits == 0 ? ["the fault never fired"] : []
        if kept[0] < ReserveTrials.behindPage || kept[1] < 2 * ReserveTrials.behindPage { problems.append("only \(kept) bytes are kept") }
        return problems
    }

    private func givenBack(_ bench: Bench) throws -> [String] {
        let place = Preparation(bench: bench, data: bench.folder.appending(path: UUID().uuidString))
        try place.write(["p1"])
        try place.write(["p2"], day: 24)
        let pages = try place.pages()
        guard pages.count == 2 else { return ["\(pages.count) pages"] }
        let kept = try ([pages[0], pages[1], try place.nextPage()]).map(ReserveTrials.bytesOnDisk)
        var problems: [String] = []
        if kept[0] >= ReserveTrials.behindPage { problems.append("the page that was left keeps \(kept[0]) bytes") }
        if kept[1] < ReserveTrials.behindPage { problems.append("the new page keeps only \(kept[1]) bytes") }
        if kept[2] < 2 * ReserveTrials.behindPage { problems.append("only \(kept[2]) bytes are kept for tomorrow") }
        return problems
    }

    /// What is kept at least behind the newest page, in bytes; twice as much for the next one.
    private static let behindPage = 262_144

    private static func bytesOnDisk(_ file: URL) throws -> Int {
        var info = stat()
        guard stat(file.path, &info) == 0 else { throw Failure.system("stat") }
        return Int(info.st_blocks) * 512
    }
}

extension Preparation {
    /// The file that becomes the next page.
    fileprivate func nextPage() throws -> URL {
        let folder = try book()
        return folder.appending(path: ".\(folder.lastPathComponent).new")
    }
}
