import ArgumentParser
import Foundation
import Glibc

struct Kill: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "kill -9 at random moments; what was acknowledged stays, and the next process goes on at once.")
    @OptionGroup var common: CommonOptions
    @Option(help: "How many processes are killed.") var count: Int?
    @Option(help: "The same seed gives the same moments, as far as the machine does.") var seed: UInt64 = 1

    private static let batch = 40

    func run() throws {
        let rounds = count ?? (common.short ? 80 : 10_000)
        allow(seconds: UInt32(600 + rounds))
        let bench = try Bench(common)
        let data = bench.folder.appending(path: "data")
        var random = SplitMix(seed: seed)
        var (known, problems, tally) = ([String: Int](), [String](), KillTally())
        for round in 0..<rounds {
            let lines = (0..<Kill.batch).map { Commands.refuse("k\(round)-\($0)", now: $0 == 0 ? Kill.time(round) : nil) }
            let answers = try killed(lines, bench, data, using: &random)
            problems += answers.filter { $0.isWritten != true }.map { "round \(round): \($0.text)" }
            for answer in answers { known[answer.id] = answer.n }
            tally.count(answers.count, of: lines.count)
            if round % max(1, rounds / 10) == max(1, rounds / 10) - 1 { say("\(round + 1) kills: \(tally), \(known.count) acknowledged") }
        }
        problems += try Judge(data: data).problems(acknowledged: known)
        problems += try bench.verify(data)
        if !tally.isFair { problems.append("the moments were not spread: \(tally)") }
        try conclude("kill", "\(rounds) kills, \(tally), \(known.count) acknowledged", problems: problems)
    }

    /// Each round an hour later than the one before, so that pages change in between, too.
    private static func time(_ round: Int) -> String {
        Date(timeIntervalSince1970: 1_795_363_200 + Double(round) * 3600).formatted(.iso8601)
    }

    /// Kills it a moment after a random answer, or before the first one; all it answered.
    private func killed(
        _ lines: [String], _ bench: Bench, _ data: URL, using random: inout SplitMix
    ) throws -> [Transcript.Answer] {
        let session = try Session(bench, data: data)
        try session.send(lines)
        var answers: [Transcript.Answer] = []
        let isEarly = Int.random(in: 0..<5, using: &random) == 0
        for _ in 0..<(isEarly ? 0 : Int.random(in: 1..<Kill.batch, using: &random)) {
            guard let answer = session.answer() else { throw Failure("ended by itself after \(answers.count) answers") }
            answers.append(answer)
        }
        usleep(UInt32.random(in: 0..<(isEarly ? 100_000 : 3000), using: &random))
        session.kill()
        while let answer = session.answer() { answers.append(answer) }
        return answers
    }
}

/// When the kills came.
struct KillTally: CustomStringConvertible {
    private var before = 0
    private var amid = 0
    private var after = 0

    mutating func count(_ answers: Int, of lines: Int) {
        if answers == 0 { before += 1 } else if answers < lines { amid += 1 } else { after += 1 }
    }

    var description: String { "\(before) before the first answer, \(amid) in the midst, \(after) after the last" }
    var isFair: Bool { amid * 5 > before + amid + after }
}
