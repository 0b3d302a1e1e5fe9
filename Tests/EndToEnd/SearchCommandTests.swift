import Foundation
import Notation
import Testing

@Suite("search")
struct SearchCommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Records commands of G07.
    /// - Returns: their lines.
    private func record(_ commands: [JSONObject]) throws -> [Int] {
        let session = try RecordSession(data: scratch.folder)
        let numbers = try commands.map { command in
            var command = command
            command["by"] = "G07"
            let answer = try session.ask(command)
            return try #require(answer["n"]?.integer, "\(answer)")
        }
        try session.close()
        return numbers
    }

    private func found(_ text: String, _ options: String...) throws -> [Int] {
        let outcome = try Program.finish(
            Program.url, ["search", text, "--format", "json", "--data", scratch.folder.path, "--config", Program.config.path] + options)
        return try outcome.lines.map { try #require(try JSON.read(Array($0.utf8)).object?["n"]?.integer) }
    }

    @Test("`#4` finds line 4 and all that name it, in whatever field")
    func naming() throws {
        let n = try record([
            ["do": "post.take", "taking": "opening", "turnout": .bool(true)], ["do": "vehicle.enter", "plate": "BKX-7281"],
            ["do": "vehicle.enter", "plate": "BKX-7281"], ["do": "vehicle.leave", "plate": "BKX-7281"],
            ["do": "occurrence.open", "occurrence": "noise", "text": "裝修"], ["do": "handover.offer"],
        ])
        #expect(try found("#\(n[1])") == [n[2], n[1]], "the second entry contradicts the first")
        #expect(try found("#\(n[2])") == [n[3], n[2]], "the exit settles the second")
        #expect(try found("#\(n[4])") == [n[5], n[4]], "the offer lists the occurrence")
    }
}
