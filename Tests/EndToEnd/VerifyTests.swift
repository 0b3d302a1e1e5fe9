import Foundation
import Notation
import Testing

@Suite("verify", .evening)
struct VerifyTests {
    private func copy(_ change: (URL) throws -> Void) throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: try #require(EveningPlayed.current).data.appending(path: "journal"), to: scratch.url("journal"))
        try change(try #require(try Pages(data: scratch.folder).files.first))
        return scratch
    }

    private func spoiled() throws -> Scratch {
        try copy { page in
            var bytes = try Data(contentsOf: page)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: page)
        }
    }

    @Test("Each finding is a line with file and line, and the exit status is 1", arguments: [[], ["--chain"]])
    func text(options: [String]) throws {
        let scratch = try spoiled()
        let result = try Program.finish(
            Program.url, ["verify", "--data", scratch.folder.path, "--config", Program.config.path, "--language", "en"] + options)
        #expect(result.status == 1)
        #expect(result.lines.contains { $0.contains(".jsonl:") && $0.contains("the seal does not fit") }, "\(result.text)")
        #expect(result.complaint.isEmpty)
    }

    @Test("The same as JSON, one finding a line")
    func json() throws {
        let scratch = try spoiled()
        let result = try Program.run("verify", "--format", "json", data: scratch.folder)
        #expect(result.status == 1)
        let findings = try result.lines.map { try #require(try JSON.read(Array($0.utf8)).object) }
        let broken = try #require(findings.first { $0["kind"] == "seal-broken" })
        #expect(broken["damage"] == .bool(true))
        #expect(broken["line"]?.integer != nil)
        #expect(broken["file"]?.string?.hasSuffix(".jsonl") == true)
    }

    @Test("An honest evening has no damage, and late entries are remarks")
    func honest() throws {
        let data = try #require(EveningPlayed.current).data
        let result = try Program.run("verify", "--format", "json", data: data)
        #expect(result.status == 0, "\(result.text)")
        let findings = try result.lines.map { try #require(try JSON.read(Array($0.utf8)).object) }
        #expect(findings.allSatisfy { $0["damage"] == .bool(false) }, "\(result.text)")
    }
}
