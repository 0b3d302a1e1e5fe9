import Foundation
import Notation
import Testing

/// What `--explain` says: figures, what the program says they are, and the commands that compute them.
struct Explained {
    var figures: [(name: String, value: String, command: String)] = []

    init(_ report: [String], data: URL, config: URL = Program.config) throws {
        let outcome = try Program.finish(
            Program.url, ["report"] + report + ["--explain", "--language", "en", "--data", data.path, "--config", config.path])
        try #require(outcome.status == 0, "\(outcome.complaint)")
        var name = ""
        for line in outcome.lines.map(String.init) {
            if line.hasPrefix("# ") {
                name = line
            } else {
                let parts = name.dropFirst(2).split(separator: ": ").map(String.init)
                figures.append((parts.dropLast().joined(separator: ": "), parts.last ?? "", line))
            }
        }
    }

    func value(of name: String) -> String? { figures.first { $0.name == name }?.value }

    /// Without the noughts of most guards: of each figure that is counted for each of them, one nought is enough.
    private var telling: [(name: String, value: String, command: String)] {
        var noughts: Set<String> = []
        return figures.filter { figure in
            guard let column = figure.name.split(separator: " · ").dropFirst().first, figure.value == "0" else { return true }
            return noughts.insert(String(column)).inserted
        }
    }

    /// Each command, run in the folder of the pages, says what the program said.
    /// - Parameter isWhole: every nought, too.
    func check(in data: URL, book: String = "cuihu-practice", isWhole: Bool = false) throws {
        try #require(!figures.isEmpty)
        let folder = try Pages(data: data, book: book).folder
        for (name, value, command) in isWhole ? figures : telling {
            let outcome = try Program.shell(command, in: folder)
            #expect(outcome.lines.map(String.init) == [value], "\(name): \(outcome.complaint) \(command)")
        }
    }
}

@Suite("Show me the jq", .evening)
struct ExplainTests {
    @Test("Every figure of the evening is computed from the pages by its command", arguments: [
        ["on-site"], ["on-site", "--at", "2026-11-23T20:10:00+08:00"], ["on-site", "--at", "2026-11-24T00:10:00+08:00"],
        ["shift", "--at", "2026-11-23T20:00:00+08:00"], ["handover"], ["guard"], ["guard", "--from", "2026-11-23", "--to", "2026-11-23"],
    ])
    func evening(report: [String]) throws {
        let data = try #require(EveningPlayed.current).data
        try Explained(report, data: data).check(in: data, isWhole: report != ["guard"])
    }

    @Test("What is none of the program's lines changes no figure", arguments: [["on-site"], ["shift", "--at", "2026-11-23T20:00:00+08:00"], ["handover"], ["guard"]])
    func foreignLines(report: [String]) throws {
        let data = try #require(EveningPlayed.current).data
        let explained = try Explained(report, data: data)
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: data.appending(path: "journal"), to: scratch.url("journal"))
        for page in try Pages(data: scratch.folder).files {
            let bytes = try Data(contentsOf: page)
            try (bytes + RecipeTests.Tail.foreign.bytes(behind: bytes)).write(to: page)
        }
        try explained.check(in: scratch.folder)
    }

    @Test("S5: what a guard did and missed, by the report and by jq", .timeLimit(.minutes(2)))
    func negligence() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        func ask(_ time: String, _ command: JSONObject, day: Int = 23) throws -> Int {
            var command = command
            if command["by"] == nil { command["by"] = "G07" }
            command["now"] = .string("2026-11-\(day)T\(time):00+08:00")
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
            return answer["n"]?.integer ?? 0
        }
        _ = try ask("07:00", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        _ = try ask("07:01", ["do": "order.acknowledge", "order": "general"])
        let theft = try ask("07:10", ["do": "occurrence.open", "occurrence": "theft", "text": "單車"])
        let lock = try ask("07:20", ["do": "evidence.take", "ref": .integer(theft), "what": "鎖", "holder": "G07"])
        _ = try ask("09:00", ["do": "evidence.pass", "ref": .integer(lock), "holder": "G08", "leaving": "kept"])
        _ = try ask("09:30", ["do": "occurrence.update", "ref": .integer(theft), "text": "已查監視"])
        _ = try ask("11:00", ["do": "occurrence.update", "ref": .integer(theft), "text": "收回這一筆"])
        _ = try ask("11:01", ["do": "entry.withdraw", "ref": .integer(try #require(try Pages(data: scratch.folder).lines().last?["n"]?.integer))])
        let noise = try ask("11:30", ["do": "occurrence.open", "occurrence": "noise", "text": "裝修", "at": "2026-11-23T10:00:00+08:00"])
        _ = try ask("11:30", ["do": "entry.correct", "ref": .integer(noise), "field": "text", "value": "鑽牆", "why": "聽錯"])
        _ = try ask("11:30", ["do": "entry.correct", "ref": .integer(theft), "field": "place", "value": "三座", "why": "問清楚了"])
        _ = try ask("15:10", ["do": "post.take", "by": "G08", "taking": "unattended", "turnout": .bool(true)])
        _ = try ask("16:00", ["do": "exception.grant", "by": "G08", "matter": "sign-off", "supervisor": "S01", "reason": "發燒", "manner": "telephone"])
        _ = try ask("16:05", ["do": "post.leave", "by": "G08", "leaving": "exception"])
        _ = try ask("16:35", ["do": "post.take", "by": "G09", "taking": "opening", "turnout": .bool(true)])
        _ = try ask("22:00", ["do": "post.take", "by": "G10", "post": "gate-north", "taking": "opening", "turnout": .bool(true)])
        _ = try ask("23:10", ["do": "post.leave", "by": "G10", "post": "gate-north", "leaving": "closing"])
        _ = try ask("07:00", ["do": "post.take", "by": "G10", "post": "gate-north", "taking": "opening", "turnout": .bool(true)], day: 25)
        try session.close()
        let report = try Program.run("report", "guard", "--guard", "G07", "--format", "json", "--language", "en", data: scratch.folder)
        let row = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array?.first?.object)
        #expect(row["late updates"] == "3", "Passed on late, then silent until today; the one that was entered late too. The update that was taken back does not count, and a correction is no news.")
        #expect(row["late entries"] == "1")
        #expect(row["post left"] == "1" && row["minutes left"] == "220", "From the last line at 11:30 until the post was found unattended at 15:10.")
        let all = try Program.run("report", "guard", "--language", "en", data: scratch.folder)
        let said = all.lines.filter { $0.hasPrefix("Post left") }.map(String.init)
        #expect(said.count == 2 && said[0].contains("G07") && said[1].hasPrefix("Post left, G08") && said[1].hasSuffix("from 2026-11-23T16:05 to 2026-11-23T16:35 (30 min)"), "\(said)")
        let late = all.lines.filter { $0.hasPrefix("Not opened in time") }
        #expect(late.count == 1 && late[0].contains("North gate post, nobody from 2026-11-24T06:00 to 2026-11-25T07:00 (18 h; no roster says who was expected)"), "Closed from 23:00 to 06:00: \(late)")
        let nobody = try #require(try JSON.read(Array(Program.run("report", "guard", "--format", "json", "--language", "en", data: scratch.folder).output)).object?["rows"]?.array?.compactMap(\.object).last)
        #expect(nobody["Name"] == "(nobody on duty)" && nobody["post left"] == "1" && nobody["minutes left"] == .string(String(18 * 60)), "\(nobody)")
        #expect(nobody["rounds missed"]?.string.flatMap { Int($0) } ?? 0 > 0, "Nobody held the post of the routes.")
        #expect(row["orders unread"] == "1", "Those of the posts that they held, and those of all.")
        try Explained(["guard"], data: scratch.folder).check(in: scratch.folder)
        try Explained(["guard", "--from", "2026-11-24"], data: scratch.folder).check(in: scratch.folder)
    }

    @Test("G10: the figures of a handover, under way and signed, with answers that were changed and given on two pages")
    func handover() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        func ask(_ time: String, _ command: JSONObject, by: String = "G07") throws -> Int {
            var command = command
            (command["by"], command["now"]) = (.string(by), .string("2026-11-\(time):00+08:00"))
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
            return answer["n"]?.integer ?? 0
        }
        _ = try ask("23T22:00", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        for what in ["箱子", "信封", "書"] { _ = try ask("23T22:10", ["do": "thing.keep", "sort": "parcel", "what": .string(what), "unit": "3-1502"]) }
        func figures(_ options: String...) throws -> Explained { try Explained(["handover"] + options, data: scratch.folder) }
        let task = try ask("23T22:20", ["do": "task.give", "what": "貼通知", "giver": "S01"])
        let offer = try ask("23T23:40", ["do": "handover.offer"])
        _ = try ask("23T23:41", ["do": "post.take", "taking": "relief", "turnout": .bool(true)], by: "G08")
        func answer(_ time: String, _ item: String, _ rest: JSONObject = [:]) throws -> Int {
            var command: JSONObject = ["do": "handover.answer", "ref": .integer(offer), "item": .string(item), "answer": "accepted"]
            for member in rest.members { command[member.name] = member.value }
            return try ask(time, command, by: "G08")
        }
        let parcels = try answer("23T23:50", "thing:parcel", ["count": .integer(3)])
        _ = try answer("23T23:51", "equipment:radio", ["answer": "refused", "text": "沒電"])
        let question = try answer("23T23:52", "task:\(task)", ["answer": "queried", "text": "哪一棟？"])
        let torch = try answer("23T23:53", "equipment:torch", ["answer": "queried", "text": "在哪？"])
        #expect(try figures().value(of: "queried") == "2" && figures().value(of: "queried, answered") == "0")
        _ = try ask("23T23:54", ["do": "handover.explain", "ref": .integer(torch), "text": "抽屜"])
        _ = try answer("23T23:55", "equipment:torch", ["count": .integer(1)])
        _ = try answer("24T00:10", "equipment:radio", ["count": .integer(1)])
        let undone = try session.ask(["do": "entry.correct", "by": "G08", "ref": .integer(parcels), "field": "count", "value": "2", "why": "數錯"])
        #expect(undone["refused"] == "cannot-be-corrected", "\(undone)")
        _ = try answer("24T00:11", "thing:parcel", ["count": .integer(2)])
        #expect(try figures().value(of: "accepted") == "3" && figures().value(of: "queried") == "1" && figures().value(of: "refused") == "0")
        #expect(try figures().value(of: "queried first, answered otherwise since") == "1", "The slip says: accepted ? 在哪？ → 抽屜.")
        #expect(try figures().value(of: "another count") == "1" && figures().value(of: "counted parcel") == "2" && figures().value(of: "counted Torch") == "1")
        try figures().check(in: scratch.folder)
        _ = try ask("24T00:12", ["do": "handover.explain", "ref": .integer(question), "text": "三座"])
        let report = try Program.run("report", "handover", "--format", "json", data: scratch.folder)
        let list = try #require(try JSON.read(Array(report.output)).object)
        let rows = try #require(list["rows"]?.array)
        _ = try answer("24T00:13", "inside", ["count": .integer(1)])
        _ = try answer("24T00:14", "inside", ["count": .integer(2)])
        _ = try answer("24T00:14", "vehicles", ["count": .integer(1)])
        for key in rows.compactMap({ $0.object?["項"]?.string }) where !["inside", "vehicles", "thing:parcel", "equipment:radio", "equipment:torch", "task:\(task)"].contains(key) {
            _ = try answer("24T00:15", key, (list["counted"]?.object?[key]).map { ["count": $0] } ?? [:])
        }
        _ = try ask("24T00:20", ["do": "handover.accept", "ref": .integer(offer)], by: "G08")
        _ = try ask("24T12:00", ["do": "order.acknowledge", "order": "general"], by: "G08")
        try session.close()
        #expect(try figures().value(of: "Lines") == String(rows.count))
        #expect(try figures().value(of: "queried") == "0" && figures().value(of: "queried, answered") == "1")
        try figures().check(in: scratch.folder)
        let underWay = try figures("--at", "2026-11-23T23:53:30+08:00")
        #expect(underWay.value(of: "queried") == "2" && underWay.value(of: "refused") == "1" && underWay.value(of: "accepted") == "1")
        try underWay.check(in: scratch.folder)
        let silences = try Explained(["guard"], data: scratch.folder)
        try silences.check(in: scratch.folder)
        #expect(
            silences.figures.filter { $0.name.contains("G08") && $0.name.contains("late") }.map(\.value).contains("2"),
            "Two counts that differed stand open as occurrences, and nobody wrote: \(silences.figures)")
    }

    @Test("P2: how long each is over time, by the report and by jq: with the allowed minutes of the configuration, after corrections, on later pages and as it was")
    func overtime() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        func ask(_ time: String, _ command: JSONObject) throws -> Int {
            var command = command
            (command["by"], command["now"]) = ("G07", .string("2026-11-\(time)+08:00"))
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
            return answer["n"]?.integer ?? 0
        }
        _ = try ask("23T15:00:00", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        func visit(_ name: JSON, _ purpose: JSON, _ time: String) throws -> Int {
            let n = try ask(time, ["do": "visitor.verify", "name": name, "document": "id-card", "tail": "4321", "matches": .bool(true)])
            _ = try ask(time, ["do": "visitor.register", "ref": .integer(n), "unit": "3-1502", "purpose": purpose, "count": .integer(2), "confirmed": "intercom"])
            _ = try ask(time, ["do": "visitor.admit", "ref": .integer(n)])
            return n
        }
        let early = try visit("李白", "visit", "23T16:00:17")
        let changed = try visit("杜甫", "visit", "23T16:30:00")
        _ = try visit("蘇軾", "visit", "23T22:30:00")
        _ = try ask("23T16:31:00", ["do": "entry.correct", "ref": .integer(changed + 1), "field": "purpose", "value": "parcel", "why": "misheard"])
        let van = try ask("23T17:00:00", ["do": "vehicle.register", "plate": "粤B12Z45", "vehicle": "van", "driver": "王五", "unit": "3-1502", "purpose": "parcel"])
        _ = try ask("23T17:10:00", ["do": "vehicle.enter", "ref": .integer(van), "at": "2026-11-23T17:05:30+08:00"])
        _ = try ask("23T17:11:00", ["do": "vehicle.enter", "plate": "BKX-7281"])
        func figures(_ options: String...) throws -> [String: String] {
            let explained = try Explained(["on-site"] + options, data: scratch.folder)
            try explained.check(in: scratch.folder)
            return Dictionary(explained.figures.filter { $0.name.hasPrefix("over ") }.map { ($0.name, $0.value) }) { $1 }
        }
        #expect(try figures("--at", "2026-11-23T20:30:16+08:00").keys.sorted() == ["over #\(changed)", "over #\(early)", "over #\(van)"].sorted())
        #expect(try figures("--at", "2026-11-23T20:30:16+08:00")["over #\(early)"] == "29")
        _ = try ask("24T01:00:00", ["do": "violation.correct", "who": "x", "text": "y", "outcome": "heeded"])
        try session.close()
        let late = try figures("--at", "2026-11-24T01:00:00+08:00")
        #expect(late["over #\(early)"] == "299" && late.count == 3)
        _ = try figures()
    }

    /// A journal whose clock stood two days ahead for a while, and then was put right.
    private func clockMoved(in scratch: Scratch) throws {
        let session = try RecordSession(data: scratch.folder)
        let violation: JSONObject = ["do": "violation.correct", "by": "G07", "who": "x", "text": "y", "outcome": "heeded"]
        let admission: JSONObject = ["do": "vehicle.enter", "by": "G07", "plate": "BKX-7281", "took": .integer(1500), "keys": .integer(5)]
        let commands: [(String, JSONObject)] = [
            ("23T15:00", ["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true)]), ("23T15:01", violation), ("23T15:02", admission),
            ("25T18:00", violation), ("23T16:00", violation), ("23T16:01", violation), ("24T09:00", violation),
        ]
        for (time, fields) in commands {
            var command = fields
            command["now"] = .string("2026-11-\(time):00+08:00")
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(answer)")
        }
        try session.close()
        #expect(try Pages(data: scratch.folder).files.map { $0.lastPathComponent.suffix(16).prefix(10) } == ["2026-11-23", "2026-11-25", "2026-11-23", "2026-11-24"])
    }

    @Test("After the clock went back over pages, every report reads all that may hold lines of its period, and says what jq says", arguments: [
        (["shift", "--at", "2026-11-23T15:30:00+08:00"], ["Violation corrected": "3", "Signed on": "1"]),
        (["shift", "--at", "2026-11-25T18:30:00+08:00"], ["Violation corrected": "1"]),
        (["guard", "--from", "2026-11-23"], [:]), (["guard", "--from", "2026-11-24"], [:]), (["guard", "--from", "2026-11-25"], [:]),
        (["pace", "--from", "2026-11-23", "--to", "2026-11-23"], [:]),
        (["on-site", "--at", "2026-11-23T15:30:00+08:00"], ["Vehicles inside": "1"]), (["on-site", "--at", "2026-11-23T15:01:30+08:00"], ["Vehicles inside": "0"]),
    ])
    func clockMoved(report: [String], figures: [String: String]) throws {
        let scratch = try Scratch()
        try clockMoved(in: scratch)
        let explained = try Explained(report, data: scratch.folder)
        for (name, value) in figures { #expect(explained.value(of: name) == value, "\(report) \(name)") }
        try explained.check(in: scratch.folder)
    }

    @Test("S1: orders unread are those of the posts that a guard held in the period, by report and jq, however the pages lie", arguments: [("2026-11-23", "2"), ("2026-11-24", "1")])
    func unread(from: String, value: String) throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        let commands: [(String, JSONObject)] = [
            ("23T15:00", ["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true)]),
            ("23T18:00", ["do": "exception.grant", "by": "G07", "matter": "sign-off", "supervisor": "S01", "manner": "telephone", "reason": "ill"]),
            ("23T18:00", ["do": "post.leave", "by": "G07", "leaving": "exception"]),
            ("24T10:00", ["do": "post.take", "by": "G08", "taking": "opening", "turnout": .bool(true)]),
        ]
        for (time, fields) in commands {
            var command = fields
            command["now"] = .string("2026-11-\(time):00+08:00")
            #expect(try session.ask(command)["ok"] == .bool(true))
        }
        try session.close()
        let explained = try Explained(["guard", "--from", from, "--guard", "G07"], data: scratch.folder)
        #expect(explained.value(of: "G07 · orders unread") == value)
        try explained.check(in: scratch.folder)
    }

    @Test("What admissions took, computed by jq")
    func pace() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try session.ask(["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true), "now": "2026-11-23T07:00:00+08:00"])
        for (number, hour) in ["08", "08", "13", "23"].enumerated() {
            _ = try session.ask([
                "do": "vehicle.enter", "by": "G07", "plate": "BKX-7281", "took": .integer(1449 + number * 1000), "keys": .integer(5 + number),
                "now": .string("2026-11-23T\(hour):00:0\(number)+08:00"),
            ])
        }
        try session.close()
        try Explained(["pace"], data: scratch.folder).check(in: scratch.folder)
    }
}
