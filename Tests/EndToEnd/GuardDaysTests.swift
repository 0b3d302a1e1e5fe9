import Foundation
import Notation
import Testing

/// What stands in `report guard` for a day says the page of the day alone, whatever was opened before it.
@Suite("report guard, day by day")
struct GuardDaysTests {
    /// The figures of one column by number, where they are not 0.
    private func column(_ name: String, _ options: [String], in scratch: Scratch) throws -> [String: Int] {
        let report = try Program.finish(
            Program.url, ["report", "guard", "--format", "json", "--language", "en", "--data", scratch.folder.path, "--config", Program.config.path] + options)
        let rows = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array?.compactMap(\.object), "\(report.complaint)")
        let figures = rows.map { ($0["number"]?.string ?? "", $0[name]?.string.flatMap { Int($0) } ?? 0) }
        return Dictionary(figures) { $1 }.filter { $0.value != 0 }
    }

    private func ask(_ session: RecordSession, _ time: String, _ by: String, _ command: JSONObject) throws -> Int {
        var command = command
        (command["by"], command["now"]) = (.string(by), .string("2026-11-\(time):00+08:00"))
        let answer = try session.ask(command)
        #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
        return answer["n"]?.integer ?? 0
    }

    private let news: JSONObject = ["do": "violation.correct", "who": "x", "text": "y", "outcome": "heeded"]

    /// Two noises of the first evening: one that G01 brings news of on the third day, when G02 has come, and one of which nobody ever says a word again.
    private func noises(in scratch: Scratch) throws {
        let session = try RecordSession(data: scratch.folder)
        _ = try ask(session, "22T15:00", "G01", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        let first = try ask(session, "22T16:00", "G01", ["do": "occurrence.open", "occurrence": "noise", "text": "裝修"])
        _ = try ask(session, "22T23:55", "G01", ["do": "occurrence.open", "occurrence": "noise", "text": "犬吠"])
        _ = try ask(session, "23T08:00", "G01", news)
        _ = try ask(session, "24T08:00", "G01", ["do": "occurrence.update", "ref": .integer(first), "text": "還在吵"])
        _ = try ask(session, "24T08:30", "G02", ["do": "post.take", "taking": "unattended", "turnout": .bool(true)])
        _ = try ask(session, "24T15:00", "G02", ["do": "occurrence.update", "ref": .integer(first), "text": "停了又來"])
        _ = try ask(session, "24T20:00", "G02", news)
        try session.close()
    }

    private func check(_ scratch: Scratch) throws {
        let days = try (22...24).map { try column("late updates", ["--from", "2026-11-\($0)", "--to", "2026-11-\($0)"], in: scratch) }
        #expect(days == [["G01": 1], ["G01": 1], ["G02": 2]], "Of who held the post on the day on which the silence passed its longest.")
        #expect(try column("late updates", [], in: scratch) == ["G01": 2, "G02": 2])
        #expect(try column("late updates", ["--from", "2026-11-23"], in: scratch) == ["G01": 1, "G02": 2])
        for from in ["2026-11-23", "2026-11-24"] { try Explained(["guard", "--from", from], data: scratch.folder).check(in: scratch.folder) }
    }

    @Test("S5, P1: silences of an occurrence that was opened before the first page that is read are of who held its post then; the days add up to the period, by report and jq")
    func lateUpdates() throws {
        let scratch = try Scratch()
        try noises(in: scratch)
        try check(scratch)
        try FileManager.default.removeItem(at: Pages(data: scratch.folder).files[0])
        try FileManager.default.removeItem(at: Pages(data: scratch.folder).files[0])
        #expect(try column("late updates", ["--from", "2026-11-24"], in: scratch) == ["G02": 2], "The page of the day alone.")
        try Explained(["guard", "--from", "2026-11-24"], data: scratch.folder).check(in: scratch.folder)
    }

    @Test("S5, P1: where the pages are of a version that did not say the post, the line that opened the occurrence does; where that page is gone, nobody is charged")
    func olderPages() throws {
        let scratch = try Scratch()
        try noises(in: scratch)
        for file in try Pages(data: scratch.folder).files { try forgetPosts(in: file) }
        try check(scratch)
        try FileManager.default.removeItem(at: Pages(data: scratch.folder).files[0])
        #expect(try column("late updates", ["--from", "2026-11-24"], in: scratch) == ["": 2])
        try Explained(["guard", "--from", "2026-11-24"], data: scratch.folder).check(in: scratch.folder)
    }

    @Test("S5, P6: a missed round counts for the day and the shift in which it was due, however long nobody wrote, by report and jq")
    func missedRounds() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try ask(session, "23T15:00", "G03", ["do": "post.take", "post": "patrol", "taking": "opening", "turnout": .bool(true)])
        for day in [26, 28] { _ = try ask(session, "\(day)T06:00", "G03", news) }
        try session.close()
        let missed = try (22...28).map { try column("rounds missed", ["--from", "2026-11-\($0)", "--to", "2026-11-\($0)"], in: scratch)["G03"] ?? 0 }
        #expect(missed == [0, 9, 16, 16, 16, 16, 4], "Sixteen a day; of the first those from 15:00 on, of the last those until 06:00.")
        #expect(try column("rounds missed", [], in: scratch)["G03"] == missed.reduce(0, +))
        try Explained(["guard", "--guard", "G03", "--from", "2026-11-24", "--to", "2026-11-25"], data: scratch.folder).check(in: scratch.folder)
        for (time, count) in [("23T20:00", "8"), ("24T20:00", "8"), ("25T02:00", "6"), ("28T05:00", "5")] {
            let shift = try Explained(["shift", "--at", "2026-11-\(time):00+08:00"], data: scratch.folder)
            #expect(shift.value(of: "Round missed") == count, "\(time)")
            try shift.check(in: scratch.folder)
        }
    }

    @Test("S1: orders unread are those that stood unread by the end of a period that is over, in the versions read until then, whatever was read and published since; by report and jq")
    func ordersUnread() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try ask(session, "20T15:00", "G07", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        _ = try ask(session, "20T15:01", "G07", ["do": "order.acknowledge", "order": "general"])
        _ = try ask(session, "20T15:02", "G07", ["do": "order.acknowledge", "order": "gate"])
        _ = try ask(session, "20T15:03", "G07", ["do": "entry.withdraw", "ref": .integer(try #require(try Pages(data: scratch.folder).lines().last?["n"]?.integer))])
        _ = try ask(session, "23T15:00", "G07", ["do": "order.acknowledge", "order": "gate"])
        _ = try ask(session, "24T15:00", "G07", news)
        try session.close()
        let newer = try published(in: scratch)
        func figure(_ from: String, _ to: String?, _ config: URL) throws -> [String: String] {
            let report = ["guard", "--guard", "G07", "--from", from] + (to.map { ["--to", $0] } ?? [])
            let explained = try Explained(report, data: scratch.folder, config: config)
            try explained.check(in: scratch.folder)
            let all = explained.figures.filter { $0.name.contains("orders unread") }
            return Dictionary(all.map { ($0.name, $0.value) }) { $1 }
        }
        for (config, today) in [(Program.config, "0"), (newer, "2")] {
            for (day, unread) in [("2026-11-20", "1"), ("2026-11-21", "1"), ("2026-11-22", "1"), ("2026-11-23", "0")] {
                #expect(try figure(day, day, config) == ["G07 · orders unread as of \(day)": unread], "\(day) with \(config.path)")
            }
            #expect(try figure("2026-11-20", "2026-11-24", config) == ["G07 · orders unread": today])
            #expect(try figure("2026-11-20", nil, config) == ["G07 · orders unread": today])
        }
        let report = try Program.run("report", "guard", "--from", "2026-11-20", "--to", "2026-11-20", "--language", "en", data: scratch.folder)
        #expect(report.text.contains("Orders unread: as of 2026-11-20, in the newest version that anybody had read until then"))
        try FileManager.default.removeItem(at: Pages(data: scratch.folder).files[0])
        #expect(try figure("2026-11-21", "2026-11-21", newer) == ["G07 · orders unread as of 2026-11-21": "1"], "What the next page brings forward.")
    }

    /// The example estate with a newer version of each order.
    private func published(in scratch: Scratch) throws -> URL {
        let config = scratch.url("newer")
        try FileManager.default.copyItem(at: Program.config, to: config)
        let file = config.appending(path: "orders.yaml")
        let orders = try String(contentsOf: file, encoding: .utf8).replacing("    version: ", with: "    version: 1")
        try Data(orders.utf8).write(to: file)
        return config
    }

    /// Writes what is brought forward of occurrences as earlier versions did. Each line proves itself; the chain is not looked at.
    private func forgetPosts(in file: URL) throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            guard line.contains(#""e":"forward.occurrence""#), var fields = try JSON.read(Array(line.utf8)).object else { return String(line) }
            #expect(fields["post"] == "gate-main")
            (fields["post"], fields["h"]) = (nil, nil)
            let content = String(JSON.object(fields).text.dropLast())
            let seal = try Program.finish(URL(filePath: "/usr/bin/sha256sum"), [], input: Data(content.utf8)).text.prefix(64)
            return "\(content),\"h\":\"\(seal)\"}"
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
}
