import Foundation
import Notation
import Testing

@Suite("A slip of the past, under another configuration (G10, S6)")
struct PastSlipTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// G08 takes over at 23:40 with a visitor over time; counts 19 passes, refuses the radio, and a task is done after its line was answered.
    private func played() throws {
        let session = try RecordSession(data: scratch.url("data"))
        func ask(_ time: String, _ command: JSONObject, by: String = "G07") throws -> Int {
            var command = command
            (command["by"], command["now"]) = (.string(by), .string("2026-11-23T\(time):00+08:00"))
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
            return answer["n"]?.integer ?? 0
        }
        _ = try ask("15:00", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        let visit = try ask("15:10", ["do": "visitor.verify", "name": "李白", "document": "id-card", "tail": "4321", "matches": .bool(true)])
        _ = try ask("15:11", ["do": "visitor.register", "ref": .integer(visit), "unit": "3-1502", "purpose": "visit", "count": .integer(1), "confirmed": "intercom"])
        _ = try ask("15:12", ["do": "visitor.admit", "ref": .integer(visit)])
        let task = try ask("22:20", ["do": "task.give", "what": "貼通知", "giver": "S01"])
        let offer = try ask("23:40", ["do": "handover.offer", "remark": "一切正常"])
        _ = try ask("23:41", ["do": "post.take", "taking": "relief", "turnout": .bool(true)], by: "G08")
        try answerAll { try ask("23:47", $0, by: "G08") }
        _ = try ask("23:47", ["do": "task.finish", "ref": .integer(task), "text": "貼好了"])
        for _ in 0..<5 where try !open().isEmpty { try answerAll { try ask("23:47", $0, by: "G08") } }
        _ = try ask("23:47", ["do": "handover.accept", "ref": .integer(offer)], by: "G08")
        try session.close()
    }

    /// The relief answers every line that is open by now: a round that is recorded as missed meanwhile is one, too.
    private func answerAll(_ ask: (JSONObject) throws -> Int) throws {
        let list = try slip()
        for key in try open(in: list) {
            var answer: JSONObject = ["do": "handover.answer", "ref": list["offer"] ?? .null, "item": .string(key), "answer": "accepted"]
            answer["count"] = key == "equipment:passes" ? .integer(19) : list["counted"]?.object?[key]
            if key == "equipment:radio" { (answer["answer"], answer["count"], answer["text"]) = ("refused", nil, "沒電") }
            _ = try ask(answer)
        }
    }

    /// The keys of the lines that are to be answered, or answered again.
    private func open(in list: JSONObject? = nil) throws -> [String] {
        try #require(try (list ?? slip())["rows"]?.array).compactMap(\.object).filter {
            $0["answer"] == "open" || $0["answer"]?.string?.hasPrefix("changed") == true
        }.compactMap { $0["key"]?.string }
    }

    private func slip(config: URL = Program.config) throws -> JSONObject {
        let report = try Program.run("report", "handover", "--format", "json", "--language", "en", data: scratch.url("data"), config: config)
        return try #require(try JSON.read(Array(report.output)).object)
    }

    private func rows(_ slip: JSONObject) throws -> [String: (line: String, answer: String)] {
        let rows = try #require(slip["rows"]?.array).compactMap(\.object)
        return Dictionary(rows.map { ($0["key"]?.string ?? "", ($0["line"]?.string ?? "", $0["answer"]?.string ?? "")) }) { $1 }
    }

    /// Twenty-five passes and two torches by now, no radio any more, no order to read, and guests may stay as long as they like.
    private func changed() throws -> URL {
        let config = scratch.url("config")
        try FileManager.default.copyItem(at: Program.config, to: config)
        func change(_ file: String, _ changes: [(String, String)]) throws {
            let url = config.appending(path: file)
            var text = try String(contentsOf: url, encoding: .utf8)
            for (old, new) in changes {
                try #require(text.contains(old))
                text = text.replacing(old, with: new, maxReplacements: 1)
            }
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        try change("posts.yaml", [
            ("      - {id: radio, name: {zh-Hant: 對講機, zh-Hans: 对讲机, en: Two-way radio}}\n", ""), ("en: Torch}}", "en: Torch}, count: 2}"),
            ("en: Visitor passes (20)}, count: 20}", "en: Visitor passes (25)}, count: 25}"),
        ])
        try change("rules.yaml", [("en: Visiting}, allowed_minutes: 240}", "en: Visiting}, allowed_minutes: 6000}")])
        return config
    }

    @Test("Lines, numbers and answers of a signed handover stay what they were: a count that differed, an item that is gone, guests who were over time then")
    func unchanged() throws {
        try played()
        let (before, config) = (try slip(), try changed())
        let after = try slip(config: config)
        let (old, new) = (try rows(before), try rows(after))
        #expect(Set(old.keys) == Set(new.keys) && !new.keys.contains { $0.hasPrefix("task:") } && old["overstays"] != nil)
        for (key, row) in old { #expect(new[key]?.answer == row.answer, "\(key)") }
        for (key, row) in old where !["equipment:radio", "equipment:passes"].contains(key) { #expect(new[key]?.line == row.line, "\(key)") }
        #expect(old["equipment:passes"]?.answer == "accepted 19≠20")
        #expect(new["equipment:passes"]?.line == "Equipment: Visitor passes (25) ×20", "What it is called is today's, how many there should have been is not.")
        #expect(new["equipment:radio"]?.line == "Equipment: radio" && new["equipment:radio"]?.answer == "refused 沒電")
        #expect(before["counted"]?.object?["equipment:passes"] == .integer(20) && after["counted"] == before["counted"] && after["words"] == before["words"])
        let accepted = try #require(try Pages(data: scratch.url("data")).lines().last { $0["e"] == "handover.accepted" })
        #expect(accepted["lines"]?.integer == new.count && accepted["gone"]?.array?.count == 1)
        let verified = try Program.run("verify", data: scratch.url("data"), config: config)
        #expect(verified.status == 0, "\(verified.text)")
        for config in [Program.config, config] { try Explained(["handover"], data: scratch.url("data"), config: config).check(in: scratch.url("data")) }
    }
}
