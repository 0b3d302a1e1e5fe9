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

    @Test("S6: each later change is a finding with file and line, and the exit status is 1", arguments: [[], ["--chain"]])
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
        let n = try #require(try pages.lines().last?["n"]?.integer)
        try append(["by": "G07", "e": "visitor.admitted", "ref": .integer(n)], to: pages)
        #expect(try Program.run("verify", "--chain", data: scratch.folder).status == 0)
        let result = try Program.run("verify", "--format", "json", data: scratch.folder)
        #expect(result.status == 1)
        let findings = try result.lines.compactMap { try JSON.read(Array($0.utf8)).object }
        let count = try pages.lines().count
        #expect(findings.contains { $0["kind"] == "rule-out-of-order" && $0["line"] == .integer(count) }, "\(result.text)")
    }

    /// Writes a line behind the last, as a hand would that seals lines well.
    /// - Parameter clocks: what both clocks said, if not the same as in the line before.
    private func append(_ fields: JSONObject, clocks: JSONObject = [:], to pages: Pages) throws {
        let last = try #require(try pages.lines().last)
        var line: JSONObject = ["n": .integer(try #require(last["n"]?.integer) + 1), "t": clocks["t"] ?? last["t"] ?? .null, "g": last["g"] ?? .null]
        for member in fields.members { line[member.name] = member.value }
        for name in ["b", "m"] { line[name] = clocks[name] ?? last[name] }
        line["p"] = last["h"]
        let content = JSON.object(line).text.dropLast()
        let seal = try Program.finish(URL(filePath: "/usr/bin/sha256sum"), [], input: Data(content.utf8)).text.prefix(64)
        let page = try FileHandle(forWritingTo: try #require(pages.files.last))
        try page.seekToEnd()
        try page.write(contentsOf: Data("\(content),\"h\":\"\(seal)\"}\n".utf8))
        try page.close()
    }

    @Test("G10: a gap in which the clock was set back is named with its length by the machine's own clock, and `report guard` and its jq know it; another boot leaves it unknown", arguments: [true, false])
    func gapUnderAMovedClock(isSameBoot: Bool) throws {
        let scratch = try Scratch()
        let (data, config) = (scratch.url("data"), try RealBookTests.configuration(in: scratch))
        let commands = [
            #"{"do":"post.take","by":"G07","taking":"opening","turnout":true}"#,
            #"{"do":"exception.grant","by":"G07","matter":"sign-off","supervisor":"S01","manner":"telephone","reason":"ill"}"#,
            #"{"do":"post.leave","by":"G07","leaving":"exception"}"#,
        ]
        #expect(try Program.run("record", data: data, config: config, input: Data((commands.joined(separator: "\n") + "\n").utf8)).status == 0)
        let pages = try Pages(data: data, book: "cuihu")
        let last = try #require(try pages.lines().last)
        let (left, uptime) = (try #require(last["t"]?.string.flatMap { Instant($0) }), try #require(last["m"]?.integer))
        let back = Instant(milliseconds: left.milliseconds - 30_000).text(in: Zone(minutes: 480))
        let boot: JSON = try isSameBoot ? #require(last["b"]) : "00000001"
        try append(
            ["by": "G08", "e": "post.taken", "taking": "opening", "turnout": .bool(true)],
            clocks: ["t": .string(back), "b": boot, "m": .integer(uptime + 125_000)], to: pages)
        let verified = try Program.run("verify", "--format", "json", "--language", "en", data: data, config: config)
        let findings = try verified.lines.compactMap { try JSON.read(Array($0.utf8)).object }
        let gap = try #require(findings.first { $0["kind"] == "custody-gap" && $0["post"] == "gate-main" }, "\(verified.text)")
        #expect(gap["minutes"] == (isSameBoot ? .integer(Instant(milliseconds: left.milliseconds + 125_000).clockMinutes(since: left)) : nil))
        #expect(gap["clockMoved"] == .bool(true) && gap["to"] == .string(back) && gap["damage"] == .bool(false))
        #expect(gap["what"]?.string?.contains(isSameBoot ? "by the machine's own time" : "nobody can tell for how long") == true, "\(gap)")
        #expect(findings.contains { $0["kind"] == "clock-jumped" } == isSameBoot)
        let report = try Program.run("report", "guard", "--language", "en", data: data, config: config)
        #expect(report.lines.contains { $0.hasPrefix("Post left, G07") }, "\(report.text)")
        let explained = try Explained(["guard", "--guard", "G07"], data: data, config: config)
        #expect(explained.value(of: "G07 · post left") == "1")
        try explained.check(in: data, book: "cuihu")
    }

    @Test("G10: in a practice journal a gap in which the clock was set back is one of unknown length")
    func gapUnderAMadeUpClock() throws {
        let scratch = try Scratch()
        let commands = [
            #"{"do":"post.take","by":"G07","taking":"opening","turnout":true,"now":"2026-11-23T15:00:00+08:00"}"#,
            #"{"do":"exception.grant","by":"G07","matter":"sign-off","supervisor":"S01","manner":"telephone","reason":"ill","now":"2026-11-23T18:00:00+08:00"}"#,
            #"{"do":"post.leave","by":"G07","leaving":"exception"}"#,
            #"{"do":"post.take","by":"G08","taking":"opening","turnout":true,"now":"2026-11-23T17:00:00+08:00"}"#,
        ]
        #expect(try Program.run("record", data: scratch.folder, input: Data((commands.joined(separator: "\n") + "\n").utf8)).status == 0)
        for (language, said) in [("en", "nobody can tell for how long"), ("zh-Hant", "時鐘往回撥過，不知多久"), ("zh-Hans", "时钟往回拨过，不知多久")] {
            let text = try Program.run("verify", "--language", language, data: scratch.folder).text
            #expect(text.contains("2026-11-23T18:00") && text.contains(said), "\(text)")
        }
        let explained = try Explained(["guard"], data: scratch.folder)
        #expect(explained.value(of: "G07 · post left") == "1" && explained.value(of: "G07 · minutes left") == "0")
        try explained.check(in: scratch.folder)
    }

    @Test("G10: where nobody ever signed on, it says since when somebody should have been there", arguments: [("03:00", "08:00", "gate-north", "06:00"), ("07:00", "10:00", "desk", "08:30")])
    func neverSinceItsTime(from: String, to: String, post: String, since: String) throws {
        let scratch = try Scratch()
        let commands = [
            #"{"do":"post.take","by":"G07","taking":"opening","turnout":true,"now":"2026-11-23T\#(from):00+08:00"}"#,
            #"{"do":"violation.correct","by":"G07","who":"x","text":"y","outcome":"heeded","now":"2026-11-23T\#(to):00+08:00"}"#,
        ]
        #expect(try Program.run("record", data: scratch.folder, input: Data((commands.joined(separator: "\n") + "\n").utf8)).status == 0)
        let said = try Program.run("verify", "--language", "en", data: scratch.folder).lines.first { $0.contains("post \(post) ") }
        #expect(said?.hasSuffix("since 2026-11-23T\(since)") == true, "\(said ?? "")")
    }

    @Test("G10: minutes in which nobody was responsible for a post are named with file and line, and are no damage")
    func custodyGap() throws {
        let scratch = try Scratch()
        let commands = [
            #"{"do":"post.take","by":"G07","taking":"opening","turnout":true,"now":"2026-11-23T21:00:00+08:00"}"#,
            #"{"do":"exception.grant","by":"G07","matter":"sign-off","supervisor":"S01","manner":"telephone","reason":"ill","now":"2026-11-23T23:50:00+08:00"}"#,
            #"{"do":"post.leave","by":"G07","leaving":"exception","now":"2026-11-23T23:51:00+08:00"}"#,
            #"{"do":"post.take","by":"G08","taking":"opening","turnout":true,"now":"2026-11-24T00:33:00+08:00"}"#,
            #"{"do":"post.take","by":"G09","taking":"unattended","turnout":true,"now":"2026-11-24T03:33:00+08:00"}"#,
        ]
        let answers = try Program.run("record", data: scratch.folder, input: Data((commands.joined(separator: "\n") + "\n").utf8))
        #expect(answers.status == 0, "\(answers.text)")
        let result = try Program.run("verify", "--format", "json", "--language", "en", data: scratch.folder)
        #expect(result.status == 0, "\(result.text)")
        let all = try result.lines.compactMap { try JSON.read(Array($0.utf8)).object }.filter { $0["kind"] == "custody-gap" }
        let (gaps, never) = (all.filter { $0["minutes"] != nil }, all.filter { $0["minutes"] == nil })
        #expect(never.map { $0["post"]?.string } == ["gate-north", "garage", "patrol"], "The desk is closed at night.")
        #expect(never.allSatisfy { $0["from"]?.string?.prefix(16) == "2026-11-23T21:00" && $0["to"] == nil && $0["damage"] == .bool(false) })
        #expect(gaps.map { $0["minutes"]?.integer } == [42, 180])
        #expect(gaps.map { $0["from"]?.string?.prefix(16) } == ["2026-11-23T23:51", "2026-11-24T00:33"])
        #expect(gaps.allSatisfy { $0["post"] == "gate-main" && $0["damage"] == .bool(false) })
        let pages = try Pages(data: scratch.folder)
        for gap in gaps {
            let name = try #require(gap["file"]?.string)
            let page = try #require(pages.files.first { $0.lastPathComponent == name })
            let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
            #expect(lines[try #require(gap["line"]?.integer) - 1].contains(#""e":"post.taken""#))
        }
        #expect(try Program.run("verify", "--language", "en", data: scratch.folder).text.contains("to 2026-11-24T00:33 (42 min)"))
    }

    @Test("G10: a post that was closed by plan and opens late is named from the time of its schedule on; who else wrote there does not shorten what its guard was away")
    func scheduledGap() throws {
        let scratch = try Scratch()
        let commands = [
            #"{"do":"post.take","by":"G07","post":"gate-north","taking":"opening","turnout":true,"now":"2026-11-23T21:00:00+08:00"}"#,
            #"{"do":"post.leave","by":"G07","post":"gate-north","leaving":"closing","now":"2026-11-23T23:05:00+08:00"}"#,
            #"{"do":"post.take","by":"G08","taking":"opening","turnout":true,"now":"2026-11-24T05:00:00+08:00"}"#,
            #"{"do":"visitor.refuse","name":"蘇東坡","reason":"no-identification","by":"G09","now":"2026-11-24T06:10:00+08:00"}"#,
            #"{"do":"post.take","by":"G07","post":"gate-north","taking":"opening","turnout":true,"now":"2026-11-24T06:25:00+08:00"}"#,
            #"{"do":"post.take","by":"G09","taking":"unattended","turnout":true,"now":"2026-11-24T06:30:00+08:00"}"#,
        ]
        let answers = try Program.run("record", data: scratch.folder, input: Data((commands.joined(separator: "\n") + "\n").utf8))
        #expect(answers.status == 0, "\(answers.text)")
        let result = try Program.run("verify", "--format", "json", "--language", "en", data: scratch.folder)
        #expect(result.status == 0, "\(result.text)")
        let gaps = try result.lines.compactMap { try JSON.read(Array($0.utf8)).object }.filter { $0["kind"] == "custody-gap" && $0["minutes"] != nil }
        #expect(gaps.map { "\($0["post"]?.string ?? "") \($0["from"]?.string?.dropFirst(11).prefix(5) ?? "") \($0["minutes"]?.integer ?? 0)" } == ["gate-north 06:00 25", "gate-main 05:00 90"])
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
        let slow = "rm '\(last)'; mkfifo slow 2> /dev/null; ln -s \"$PWD/slow\" '\(last)'; (sleep 3; while :; do : > '\(last)'; done) & "
        let (terminal, end) = ("python3 -c \"import pty, sys; pty.spawn(sys.argv[1:])\" ", " 2>&1; kill -9 $! 2> /dev/null")
        func shown(_ script: String) throws -> String { try Program.shell(script, in: scratch.folder).text }
        #expect(try !shown(terminal + verify).contains("█"))
        #expect(try shown(slow + terminal + verify + end).contains("█"))
        #expect(try !shown(slow + verify + end).contains("█"))
    }
}
