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

    @Test("Somebody let in past the rules, by a hand that seals lines well, is named with file and line")
    func rule() throws {
        let scratch = try Scratch()
        let expecting = #"{"do":"visitor.expect","name":"蘇東坡","unit":"3-1502","by":"G07"}"# + "\n"
        #expect(try Program.run("record", data: scratch.folder, input: Data(expecting.utf8)).status == 0)
        let pages = try Pages(data: scratch.folder)
        let last = try #require(try pages.lines().last)
        let n = try #require(last["n"]?.integer)
        var line: JSONObject = ["n": .integer(n + 1), "t": last["t"] ?? .null, "g": last["g"] ?? .null, "by": .string("G07")]
        line["e"] = .string("visitor.admitted")
        line["ref"] = .integer(n)
        for name in ["b", "m"] { line[name] = last[name] }
        line["p"] = last["h"]
        let content = JSON.object(line).text.dropLast()
        let seal = try Program.finish(URL(filePath: "/usr/bin/sha256sum"), [], input: Data(content.utf8)).text.prefix(64)
        let page = try FileHandle(forWritingTo: try #require(pages.files.last))
        try page.seekToEnd()
        try page.write(contentsOf: Data("\(content),\"h\":\"\(seal)\"}\n".utf8))
        try page.close()
        #expect(try Program.run("verify", "--chain", data: scratch.folder).status == 0)
        let result = try Program.run("verify", "--format", "json", data: scratch.folder)
        #expect(result.status == 1)
        let findings = try result.lines.compactMap { try JSON.read(Array($0.utf8)).object }
        let count = try pages.lines().count
        #expect(findings.contains { $0["kind"] == "rule-out-of-order" && $0["line"] == .integer(count) }, "\(result.text)")
    }

    @Test("A bar shows how far it is, from one second on and on a terminal only")
    func progress() throws {
        let scratch = try Scratch()
        let verify = "'\(Program.url.path)' verify --config '\(Program.config.path)' --data '\(scratch.folder.path)'"
        for day in 21...23 {
            let line = #"{"do":"visitor.refuse","name":"蘇東坡","reason":"no-identification","by":"G07","now":"2026-11-\#(day)T12:00:00+08:00"}"# + "\n"
            #expect(try Program.run("record", data: scratch.folder, input: Data(line.utf8)).status == 0)
        }
        // A page that keeps whoever opens it waiting, as a disk that sleeps does.
        let last = try #require(try Pages(data: scratch.folder).files.last).path
        let slow = "rm '\(last)'; mkfifo '\(last)'; (sleep 3; while :; do : > '\(last)'; done) & "
        let (terminal, end) = ("python3 -c \"import pty, sys; pty.spawn(sys.argv[1:])\" ", " 2>&1; kill -9 $! 2> /dev/null")
        func shown(_ script: String) throws -> String { try Program.shell(script, in: scratch.folder).text }
        #expect(try !shown(terminal + verify).contains("█"))
        #expect(try shown(slow + terminal + verify + end).contains("█"))
        #expect(try !shown(slow + verify + end).contains("█"))
    }
}
