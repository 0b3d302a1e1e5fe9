import ArgumentParser
import Foundation
import Glibc

struct Power: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cuts the power of a file system on a loop device while a neighbour syncs; needs root, else it is skipped.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many cuts, on each file system.") var cuts: Int?
    @Option(help: "The same seed gives the same moments, as far as the machine does.") var seed: UInt64 = 1

    func run() throws {
        let count = cuts ?? (common.short ? 4 : 200)
        allow(seconds: UInt32(600 + count * 20))
        let bench = try Bench(common)
        var problems: [String] = []
        var summary: [String] = []
        for kind in common.short ? ["ext4"] : ["ext4", "xfs"] {
            do {
                let disk = try LoopDisk(kind, in: bench.folder)
                defer { disk.unmount() }
                var trial = PowerTrial(bench: bench, disk: disk, random: SplitMix(seed: seed))
                for round in 0..<count { try trial.cut(round) }
                problems += trial.problems.map { "\(kind): \($0)" }
                summary.append("\(kind) \(count) cuts, \(trial.known.count) acknowledged, \(trial.tails) NUL tails")
            } catch let reason as LoopDisk.Missing {
                summary.append("\(kind) skipped: \(reason.why)")
            }
            say(summary.last ?? "")
        }
        try conclude("power", summary.joined(separator: "; "), problems: problems)
    }
}

/// Many cuts on one file system.
struct PowerTrial {
    let bench: Bench
    let disk: LoopDisk
    var random: SplitMix
    private(set) var known: [String: Int] = [:]
    private(set) var problems: [String] = []
    /// Cuts that left a run of NUL bytes.
    private(set) var tails = 0
    private var data: URL { disk.mountPoint.appending(path: "data") }

    init(bench: Bench, disk: LoopDisk, random: SplitMix) {
        (self.bench, self.disk, self.random) = (bench, disk, random)
    }

    /// One power cut, and what is there when the machine is on again.
    mutating func cut(_ round: Int) throws {
        let neighbour = try disk.startNeighbour()
        let (before, nulBefore) = (known, try nulBytes())
        do {
            defer { neighbour.kill() }
            if round % 2 == 0 { try cutAmidAppends(round) } else { try cutAfterUnsyncedLine(round) }
        }
        try disk.restart()
        if try nulBytes() > nulBefore { tails += 1 }
        let label = "cut \(round)"
        problems += try Judge(data: data).problems(acknowledged: known).map { "\(label): \($0)" }
        let after = try bench.record([Commands.refuse("after\(round)", now: time(round))], data: data)
        if after.acknowledged.isEmpty { problems.append("\(label): does not go on: \(after.answers)") }
        known.merge(after.acknowledged) { first, _ in first }
        problems += try bench.verify(data).map { "\(label): \($0)" }
        if known.count <= before.count { problems.append("\(label): nothing was acknowledged") }
    }

    private func time(_ round: Int) -> String {
        Date(timeIntervalSince1970: 1_795_363_200 + Double(round) * 3600).formatted(.iso8601)
    }

    private func batch(_ name: String, _ round: Int, _ count: Int) -> [String] {
        (0..<count).map { Commands.refuse("\(name)\(round)-\($0)", now: $0 == 0 ? time(round) : nil) }
    }

    /// Two write at once, so that each builds on lines whose sync is still under way.
    private mutating func cutAmidAppends(_ round: Int) throws {
        let sessions = try [Session(bench, data: data), Session(bench, data: data)]
        for (session, name) in zip(sessions, ["c", "d"]) { try session.send(batch(name, round, 40)) }
        for _ in 0..<Int.random(in: 1...30, using: &random) { for session in sessions { note(session.answer()) } }
        usleep(UInt32.random(in: 0..<2000, using: &random))
        // Only answers that were received before the cut count, here and in the other half of the rounds. An answer received before
        // was given before, so its sync had returned while the file system still worked: each one counted is a promise that must be
        // kept, and none is excused. An answer received later proves nothing either way: FS_IOC_SHUTDOWN lets the program run on, and a
        // sync that is under way may return as done from a file system that has just been shut down. A machine without power gives no
        // such answer to anybody, so to count it would accuse the program of what cannot happen.
        for session in sessions { for answer in session.answersSoFar() { note(answer) } }
        try disk.cutPower()
        for session in sessions { session.kill() }
    }

    private mutating func note(_ answer: Transcript.Answer?) {
        if let answer, let n = answer.n { known[answer.id] = n }
    }

    /// The last line is written and its sync fails; the neighbour's syncs put the file's new length on the disk.
    private mutating func cutAfterUnsyncedLine(_ round: Int) throws {
        known.merge(try bench.record(batch("w", round, 1), data: data).acknowledged) { first, _ in first }
        let clean = try Traced(bench, batch("x", round, 2), data: data)
        let syncs = clean.calls.indices.filter { clean.calls[$0].name == "fdatasync" }.suffix(2)
        guard let first = syncs.first, let last = syncs.last, first < last else { throw Failure("no two syncs") }
        let run = try Traced(bench, batch("y", round, 2), data: data, injection: .nextSyncBroken, at: (first + last) / 2)
        if run.hits != 1 || run.transcript.acknowledged.count != 1 { problems.append("cut \(round): \(run.transcript.answers)") }
        for transcript in [clean.transcript, run.transcript] { known.merge(transcript.acknowledged) { first, _ in first } }
        usleep(20_000)
        try disk.cutPower()
    }

    private func nulBytes() throws -> Int {
        let script = "cat \"$1\"/journal/*/*.jsonl 2>/dev/null | tr -cd '\\000' | wc -c"
        return Int(try Child.run(["/bin/sh", "-c", script, "count", data.path]).text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
}
