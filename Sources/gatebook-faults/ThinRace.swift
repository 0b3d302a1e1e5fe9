import ArgumentParser
import Foundation

struct ThinRace: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writers that repeat what was not acknowledged, on a disk of which single blocks cannot be written; needs root, else it is skipped.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many races.") var count: Int?
    @Option(help: "The seed of the first race; the same seed gives the same blocks and kills.") var seed: UInt64 = 1

    func run() throws {
        allow(seconds: common.short ? 600 : 7200)
        let bench = try Bench(common)
        let count = count ?? (common.short ? 3 : 150)
        var (problems, lines, failed): ([String], Int, Int) = ([], 0, 0)
        do {
            for seed in seed..<seed + UInt64(count) {
                let race = try ThinRace.race(bench, seed)
                lines += race.lines
                failed += race.pagesLeft > 0 ? 1 : 0
                problems += race.problems.map { "seed \(seed): \($0)" }
            }
            if failed == 0 { problems.append("no write has failed") }
            try conclude("thin-race", "\(count) races, writes failed in \(failed), \(lines) acknowledged", problems: problems)
        } catch let reason as LoopDisk.Missing {
            say("thin-race: skipped: \(reason.why)")
        }
    }

    private static let writers = 4

    /// - Returns: how much was acknowledged, how many pages were left since they could not be written to, and what went wrong.
    private static func race(_ bench: Bench, _ seed: UInt64) throws -> (lines: Int, pagesLeft: Int, problems: [String]) {
        let disk = try ThinDisk(in: bench.folder.appending(path: UUID().uuidString))
        defer { disk.end() }
        let place = Preparation(bench: bench, data: disk.mountPoint.appending(path: "data"))
        var random = SplitMix(seed: seed)
        let before = try bench.record((0...Int.random(in: 0..<16, using: &random)).map { Commands.expect("a\($0)", now: Repeater.noon) }, data: place.data)
        try disk.breakPromises(blocks(of: place, &random))
        let comesRoom = Bool.random(using: &random)
        var (known, problems) = together(writers) { index in
            var repeater = try Repeater(index, bench, place.data, seed: seed)
            for step in 0..<Repeater.commands {
                if comesRoom, index == 0, step == Repeater.commands / 2 { disk.makeRoom() }
                try repeater.write()
            }
            return repeater.finish()
        }
        known.merge(before.acknowledged) { first, _ in first }
        problems += try bench.verify(place.data).map { "before the restart: \($0)" }
        try disk.restart()
        problems += try Judge(data: place.data).problems(acknowledged: known) + bench.verify(place.data)
        return (known.count, try place.pages().count - 1, problems)
    }

    /// Blocks that nothing was written to yet, of the page and of tomorrow's.
    private static func blocks(of place: Preparation, _ random: inout SplitMix) throws -> [(file: URL, blocks: [Int])] {
        let page = try place.newestPage()
        let first = try Data(contentsOf: page).count / 4096 + 1
        let chosen = (first..<first + 8).shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
        let next = try place.book().appending(path: ".\(place.book().lastPathComponent).new")
        return [(page, Array(chosen)), (next, Array((0..<12).shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))))]
    }
}

/// A writer that asks again until it is told that its line is written; it is killed now and then, and asks for older lines once more.
private struct Repeater {
    static let noon = "2026-11-23T12:00:00+08:00"
    /// How many commands each of them has.
    static let commands = 14
    private static let patience = 12

    private let index: Int
    private let start: () throws -> Session
    private var session: Session
    private var random: SplitMix
    private var known: [String: Int] = [:]
    private var done = 0

    init(_ index: Int, _ bench: Bench, _ data: URL, seed: UInt64) throws {
        self.index = index
        start = { try Session(bench, data: data) }
        session = try start()
        random = SplitMix(seed: seed &* 1000 &+ UInt64(index))
    }

    /// Writes one more line, and asks again for an older one.
    mutating func write() throws {
        let id = "w\(index)-\(done)"
        done += 1
        if Int.random(in: 0..<8, using: &random) == 0 { try die(asking: id) }
        try insist(on: id)
        if let older = known.keys.sorted().randomElement(using: &random), Bool.random(using: &random) { try insist(on: older) }
    }

    /// Is killed somewhere on the way to the answer.
    private mutating func die(asking id: String) throws {
        try session.send([Commands.expect(id, now: Repeater.noon)])
        usleep(UInt32.random(in: 0..<3000, using: &random))
        session.kill()
        for answer in session.answersSoFar() { known[answer.id] = answer.n }
        session = try start()
    }

    private mutating func insist(on id: String) throws {
        var answer = try session.ask(Commands.expect(id, now: Repeater.noon))
        for _ in 0..<Repeater.patience where answer.n == nil { answer = try session.ask(Commands.expect(id, now: Repeater.noon)) }
        guard let n = answer.n else { throw Failure("does not go on by itself: \(answer.text)") }
        if let told = known[id], told != n { throw Failure("\(id) is \(told) and \(n)") }
        known[id] = n
    }

    /// - Returns: what was acknowledged.
    func finish() -> [String: Int] {
        session.end()
        return known
    }
}
