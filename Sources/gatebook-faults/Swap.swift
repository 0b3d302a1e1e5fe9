import ArgumentParser
import Foundation
import Glibc

struct Swap: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The page is renamed, replaced or changed under a running program, and other writers come between.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 600)
        let bench = try Bench(common)
        var problems: [String] = []
        let trials: [(name: String, body: (Preparation) throws -> [String])] = [
            ("the page is replaced by a copy", replaced), ("the page is renamed away and a copy comes back", cameBack),
            ("two writers in turn", twoWriters), ("the lock file is deleted", lockDeleted),
        ]
        + losses.flatMap { loss in
            Knowing.allCases.map { knowing in ("\(loss.name), \(knowing.rawValue)", { try lost($0, knowing, by: loss.damage) }) }
        }
        for trial in trials {
            let found = try trial.body(Preparation(bench: bench, data: bench.folder.appending(path: UUID().uuidString)))
            say("\(trial.name): \(found.count) problems")
            problems += found.map { "\(trial.name): \($0)" }
        }
        try conclude("swap", "\(trials.count) trials", problems: problems)
    }

    private var losses: [(name: String, damage: (Preparation) throws -> Void)] {
        [
            ("the page is cut", { try $0.change { $0.removeLast(150) } }),
            ("its last line is changed", { try Swap.changed(Data(contentsOf: $0.newestPage())).write(to: $0.newestPage(), options: .atomic) }),
            ("a line is cut off", { try $0.change { $0 = Swap.withoutLastLine($0) } }),
            ("the page is emptied", { try $0.change { $0 = Data() } }),
            ("the page is taken away", { try FileManager.default.removeItem(at: try $0.newestPage()) }),
            ("an older copy takes its place", { try Swap.withoutLastLine(Data(contentsOf: $0.newestPage())).write(to: $0.newestPage(), options: .atomic) }),
            ("another gate's page takes its place", anotherGate),
        ]
    }

    /// How the running program came to know what is lost.
    private enum Knowing: String, CaseIterable {
        case byWriting = "known by writing"
        case byReading = "known by reading"
        /// Nothing says then whether the page was sound.
        case withoutNote = "known by reading, and the lock file goes with it"
    }

    private static let noon = "2026-11-23T12:00:00+08:00"

    /// An editor or a restored backup gives the name to another inode: what is acknowledged stands in the file with the name.
    private func replaced(_ place: Preparation) throws -> [String] {
        let session = try Session(place.bench, data: place.data)
        var known = try session.ask([Commands.expect("a1", now: Swap.noon), Commands.expect("a2")])
        let page = try place.newestPage()
        try Data(contentsOf: page).write(to: page, options: .atomic)
        known.merge(try session.ask([Commands.expect("a3"), Commands.expect("a4")])) { first, _ in first }
        session.end()
        return try judged(place, known, expected: 4)
    }

    private func cameBack(_ place: Preparation) throws -> [String] {
        let session = try Session(place.bench, data: place.data)
        var known = try session.ask([Commands.expect("a1", now: Swap.noon)])
        let page = try place.newestPage()
        let away = place.data.appending(path: "away")
        try FileManager.default.moveItem(at: page, to: away)
        try FileManager.default.copyItem(at: away, to: page)
        known.merge(try session.ask([Commands.expect("a2")])) { first, _ in first }
        let other = try place.bench.record([Commands.expect("a3", now: Swap.noon)], data: place.data)
        known.merge(other.acknowledged) { first, _ in first }
        known.merge(try session.ask([Commands.expect("a4")])) { first, _ in first }
        session.end()
        return try judged(place, known, expected: 4)
    }

    private static func changed(_ bytes: Data) -> Data {
        var bytes = bytes
        bytes[bytes.count - 200] ^= 1
        return bytes
    }

    private static func withoutLastLine(_ bytes: Data) -> Data {
        bytes.prefix((bytes.dropLast().lastIndex(of: 0x0A) ?? -1) + 1)
    }

    /// As long a page of the same name, with a chain of its own.
    private func anotherGate(_ place: Preparation) throws {
        let other = Preparation(bench: place.bench, data: place.bench.folder.appending(path: UUID().uuidString))
        try other.write(["o1"])
        try other.write(["o2", "o3"], day: 24)
        try Data(contentsOf: other.newestPage()).write(to: place.newestPage(), options: .atomic)
    }

    /// What was acknowledged is no longer there: the running program goes on from what it knows, uses no number again, changes no byte of what
    /// it finds, and `verify` names the break.
    private func lost(_ place: Preparation, _ knowing: Knowing, by damage: (Preparation) throws -> Void) throws -> [String] {
        try place.write(["p1"])
        let session = try Session(place.bench, data: place.data)
        let lines = [Commands.expect("a1", now: "2026-11-24T12:00:00+08:00"), Commands.expect("a2")]
        let before = knowing == .byWriting ? try session.ask(lines) : try place.bench.record(lines, data: place.data).acknowledged
        // A refusal is decided on what there is.
        if knowing != .byWriting { _ = try session.ask("{\"do\":\"visitor.leave\",\"by\":\"G07\",\"ref\":99999,\"id\":\"r1\",\"now\":\"2026-11-24T12:00:00+08:00\"}") }
        try damage(place)
        if knowing == .withoutNote { try FileManager.default.removeItem(at: place.lock()) }
        let left = try place.pages().map { try Data(contentsOf: $0) }
        let known = try session.ask([Commands.expect("a3"), Commands.expect("a4")])
        session.end()
        var problems = try Judge(data: place.data).problems(acknowledged: known)
        if known.count != 2 { problems.append("goes on with \(known)") }
        if let last = before.values.max(), let next = known.values.min(), next <= last { problems.append("\(next) was acknowledged before") }
        let (pages, newest) = (try place.pages(), try place.newestPage())
        if try pages.dropLast().map({ try Data(contentsOf: $0) }) != left { problems.append("what was found was changed") }
        let forward = String(decoding: try Data(contentsOf: newest), as: UTF8.self).ranges(of: "\"e\":\"forward.visit\"").count
        if forward != 3 { problems.append("\(forward) of 3 guests were brought forward") }
        let found = try place.bench.verify(place.data)
        if !found.contains(where: { $0.contains("\(newest.lastPathComponent):1:") }) { problems.append("verify names only \(found)") }
        return problems
    }

    private func twoWriters(_ place: Preparation) throws -> [String] {
        let sessions = [try Session(place.bench, data: place.data), try Session(place.bench, data: place.data)]
        var known: [String: Int] = [:]
        for round in 0..<6 {
            for (writer, session) in sessions.enumerated() {
                let now = round == 3 && writer == 0 ? "2026-11-24T00:00:00+08:00" : round < 3 ? Swap.noon : "2026-11-24T00:00:01+08:00"
                known.merge(try session.ask([Commands.expect("w\(writer)-\(round)", now: now)])) { first, _ in first }
            }
        }
        for session in sessions { session.end() }
        return try judged(place, known, expected: 12)
    }

    /// Who writes then still waits for whoever is writing, and looks for the newest page without the note that it had open.
    private func lockDeleted(_ place: Preparation) throws -> [String] {
        let session = try Session(place.bench, data: place.data)
        var known = try session.ask([Commands.expect("a1", now: Swap.noon)])
        let path = try place.lock()
        let lock = open(try place.book().path, O_RDONLY | O_DIRECTORY)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw Failure.system("flock") }
        try FileManager.default.removeItem(at: path)
        try session.send([Commands.expect("a2")])
        var early: [Transcript.Answer] = []
        while early.isEmpty, try !Swap.isAwaited(lock) { early = session.answersSoFar() }
        close(lock)
        let answer = early.first ?? session.answer()
        if let answer, let n = answer.n { known[answer.id] = n }
        try FileManager.default.removeItem(at: path)
        known.merge(try place.bench.record([Commands.expect("a3", now: "2026-11-24T12:00:00+08:00")], data: place.data).acknowledged) { first, _ in first }
        known.merge(try session.ask([Commands.expect("a4")])) { first, _ in first }
        session.end()
        return (early.isEmpty ? [] : ["two write at once: \(early)"]) + (try judged(place, known, expected: 4))
    }

    /// Whether somebody waits for the lock, as /proc/locks tells.
    private static func isAwaited(_ lock: Int32) throws -> Bool {
        var info = stat()
        guard fstat(lock, &info) == 0 else { throw Failure.system("fstat") }
        return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").contains { $0.contains("->") && $0.contains(":\(info.st_ino) ") }
    }

    private func judged(_ place: Preparation, _ known: [String: Int], expected: Int) throws -> [String] {
        var problems = try Judge(data: place.data).problems(acknowledged: known)
        if known.count != expected { problems.append("\(known.count) of \(expected) commands were acknowledged") }
        return problems + (try place.bench.verify(place.data))
    }
}
