import Foundation
import Notation
import Testing

/// The same evening in a real book, whose clock is the machine's: here one that libfaketime turns.
@Suite(.evening) struct RealBookTests {
    @Test func theSameEveningInARealBook() throws {
        try #require(FakeClock.isInstalled, "install the Debian package faketime")
        let played = try #require(EveningPlayed.current)
        let scratch = try Scratch()
        let config = try RealBookTests.configuration(in: scratch)
        let data = scratch.url("data")
        let clock = try FakeClock(file: scratch.url("clock"))
        let session = try RecordSession(data: data, config: config, launcher: clock.launcher)
        for exchange in played.exchanges {
            var command = exchange.command
            let now = try #require(command["now"]?.string.flatMap { Instant($0) })
            command["now"] = nil
            try clock.set(now)
            let answer = try session.ask(command)
            #expect(answer["n"] == exchange.answer["n"] && answer["refused"] == exchange.answer["refused"], "\(exchange)")
        }
        try session.close()
        let verified = try Program.run("verify", data: data, config: config)
        #expect(verified.status == 0, "\(verified.text)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: data.appending(path: "journal/cuihu").path)
        #expect(pages.filter { $0.hasSuffix(".jsonl") }.count == 2)
        #expect(pages.contains { $0.hasSuffix(".2026-11-24.jsonl") })
    }

    @Test func aRealBookTakesNoMadeUpClock() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.url("data"), config: try RealBookTests.configuration(in: scratch))
        let answer = try session.ask(["do": "post.take", "by": "G07", "now": "2026-11-23T17:00:00+08:00"])
        #expect(answer["refused"] == "only-practice")
        try session.close()
    }

    /// The example estate as one that keeps a real book.
    static func configuration(in scratch: Scratch) throws -> URL {
        let config = scratch.url("config")
        try FileManager.default.copyItem(at: Program.config, to: config)
        let estate = config.appending(path: "estate.yaml")
        let text = try String(contentsOf: estate, encoding: .utf8)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("practice:") }
        #expect(kept.count == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
        try Data(kept.joined(separator: "\n").utf8).write(to: estate)
        return config
    }
}

/// A wall clock that stands at what a file says, for programs that run under libfaketime.
struct FakeClock {
    private static let path = "/usr/bin/faketime"
    static let isInstalled = FileManager.default.fileExists(atPath: path)

    let file: URL

    init(file: URL) throws {
        self.file = file
        try set(Instant(milliseconds: 1_795_000_000_000))
    }

    /// What runs a program under this clock. The wrapper sets up what the library shares; then the file rules, not its argument.
    var launcher: [String] {
        [
            FakeClock.path, "-f", "+0", "/usr/bin/env", "-u", "FAKETIME", "FAKETIME_TIMESTAMP_FILE=\(file.path)", "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1", "TZ=UTC",
        ]
    }

    func set(_ now: Instant) throws {
        let text = now.text(in: Zone(minutes: 0)).prefix(19).split(separator: "T").joined(separator: " ")
        try Data(text.utf8).write(to: file, options: .atomic)
    }
}
