import ArgumentParser
import CTracer
import Foundation
import Glibc

struct Blocks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Records what reaches a disk block by block, and tries every prefix as what a crash left; needs root, else it is skipped.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many events each of two writers writes while the log is kept.") var appends: Int?

    func run() throws {
        allow(seconds: common.short ? 600 : 3600)
        let bench = try Bench(common)
        do {
            let recording = try BlockRecording(bench, appends: appends ?? (common.short ? 4 : 40))
            let states = common.short ? 8 : recording.writes.count + 1
            var replay = try BlockReplay(bench, recording)
            for index in 0..<states { try replay.check(prefix: states == 1 ? 0 : index * recording.writes.count / (states - 1)) }
            let summary = "\(recording.writes.count) writes, \(states) crash states, \(recording.known.count) acknowledged, \(replay.tails) NUL tails"
            try conclude("blocks", summary, problems: replay.problems)
        } catch let reason as LoopDisk.Missing {
            say("blocks: skipped: \(reason.why)")
        }
    }
}

/// Events written by two at once to an ext4 whose device keeps a log of all that is written to it.
struct BlockRecording {
    /// One write to the device.
    struct Write {
        let offset: Int
        let bytes: Data
    }

    /// The image before the first of the writes.
    let base: URL
    let writes: [Write]
    /// Acknowledged ids with their numbers, and how many writes there were by then.
    private(set) var known: [String: (n: Int, writes: Int)] = [:]

    init(_ bench: Bench, appends: Int) throws {
        base = bench.folder.appending(path: "base.image")
        let disk = try RecordedDisk(bench, base: base)
        defer { disk.end() }
        let data = disk.mountPoint.appending(path: "data")
        let sessions = try [Session(bench, data: data), Session(bench, data: data)]
        for index in 0..<appends {
            let now = index == 0 ? "2026-11-23T23:59:00+08:00" : index == appends / 2 ? "2026-11-24T00:00:00+08:00" : nil
            for (writer, session) in sessions.enumerated() { try session.send([Commands.expect("b\(index)-\(writer)", now: now)]) }
            for session in sessions {
                guard let answer = session.answer(), let n = answer.n else { throw Failure("event \(index) was not acknowledged") }
                known[answer.id] = (n, try disk.writeCount())
            }
        }
        for session in sessions { session.kill() }
        disk.end()
        writes = try disk.writes()
    }
}

/// Lays out each prefix of the writes, mounts it, and looks what is there.
struct BlockReplay {
    private let bench: Bench
    private let recording: BlockRecording
    private let image: URL
    private let mountPoint: URL
    private var done = 0
    private(set) var problems: [String] = []
    private(set) var tails = 0

    init(_ bench: Bench, _ recording: BlockRecording) throws {
        (self.bench, self.recording) = (bench, recording)
        image = bench.folder.appending(path: "replay.image")
        mountPoint = bench.folder.appending(path: "replayed")
        try FileManager.default.createDirectory(at: mountPoint, withIntermediateDirectories: true)
        try BlockReplay.copy(recording.base, to: image)
    }

    private static func copy(_ from: URL, to: URL) throws {
        guard try Child.run(["cp", "--sparse=always", from.path, to.path]).status == 0 else { throw Failure("cp \(from.path)") }
    }

    /// The state after the first `prefix` writes.
    mutating func check(prefix: Int) throws {
        let file = try FileHandle(forWritingTo: image)
        for write in recording.writes[done..<prefix] {
            try file.seek(toOffset: UInt64(write.offset))
            try file.write(contentsOf: write.bytes)
        }
        try file.close()
        done = prefix
        let crashed = bench.folder.appending(path: "crashed.image")
        try BlockReplay.copy(image, to: crashed)
        guard try Child.run(["mount", "-o", "loop", crashed.path, mountPoint.path]).status == 0 else {
            return problems.append("after \(prefix) writes: cannot be mounted")
        }
        defer { for _ in 0..<50 where (try? Child.run(["umount", mountPoint.path]).status) != 0 { usleep(20_000) } }
        problems += try found(prefix).map { "after \(prefix) writes: \($0)" }
    }

    private mutating func found(_ prefix: Int) throws -> [String] {
        let data = mountPoint.appending(path: "data")
        let known = recording.known.filter { $0.value.writes <= prefix }.mapValues(\.n)
        var problems = try Judge(data: data).problems(acknowledged: known)
        let nul = try Child.run(["/bin/sh", "-c", "cat \"$1\"/journal/*/*.jsonl | tr -cd '\\000' | wc -c", "count", data.path]).text
        if nul.trimmingCharacters(in: .whitespacesAndNewlines) != "0" { tails += 1 }
        let after = try bench.record([Commands.refuse("after", now: "2026-11-24T00:30:00+08:00")], data: data)
        if after.acknowledged.isEmpty { problems.append("does not go on: \(after.answers)") }
        problems += try Judge(data: data).problems(acknowledged: known.merging(after.acknowledged) { $1 })
        return problems + (try bench.verify(data))
    }
}
