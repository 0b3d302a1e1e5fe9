import Foundation
import Notation
import Testing

@Suite("The slip of the handover and its eight words (G10)", .evening)
struct SlipTests {
    private var data: URL { get throws { try #require(EveningPlayed.current).data } }

    private func slip(_ language: String, at time: String? = nil) throws -> JSONObject {
        let until = time.map { ["--at", $0] } ?? []
        let report = try Program.finish(
            Program.url, ["report", "handover", "--format", "json", "--language", language, "--data", data.path, "--config", Program.config.path] + until)
        return try #require(try JSON.read(Array(report.output)).object)
    }

    private func verify(_ words: [String], in data: URL, _ options: String...) throws -> Program.Outcome {
        try Program.finish(
            Program.url, ["verify", "--words"] + words + ["--data", data.path, "--config", Program.config.path, "--language", "en"] + options)
    }

    @Test("G10: the list as signed: who, to whom, when, each line with its answer, under the seal of the line that accepted it")
    func signed() throws {
        let slip = try slip("en")
        let line = try #require(try Pages(data: data).lines().last { $0["e"] == "handover.accepted" })
        #expect(slip["outgoing"] == "G07" && slip["relief"] == "G08" && slip["post"] == "gate-main")
        #expect(slip["n"] == line["n"] && slip["h"] == line["h"] && slip["signed"] == line["t"])
        let rows = try #require(slip["rows"]?.array).compactMap(\.object)
        #expect(rows.count == line["lines"]?.integer)
        #expect(rows.allSatisfy { $0["answer"] == "accepted" })
        #expect(rows.contains { $0["key"] == "equipment:radio" && $0["line"] == "Equipment: Two-way radio" })
        let signatures = try #require(slip["signatures"]?.array).compactMap(\.object)
        #expect(signatures.map { $0["guard"] } == ["G07", "G08"] && signatures.map { $0["role"] } == ["outgoing", "relief"])
        #expect(signatures.allSatisfy { $0["signed"] == "none" })
        #expect(try self.slip("en", at: "2026-11-23T22:00:00+08:00")["rows"] == .array([]))
    }

    @Test("G10: a printer of 80 columns holds every line, in each language; html and csv have the same rows", arguments: ["zh-Hant", "zh-Hans", "en"])
    func printed(language: String) throws {
        let slip = try slip(language)
        let words = try #require(slip["words"]?.string)
        let text = try Program.run("report", "handover", "--language", language, data: data)
        #expect(text.text.contains(words))
        for line in text.lines { #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) } <= 84, "\(line)") }
        let html = try Program.run("report", "handover", "--language", language, "--format", "html", data: data)
        #expect(html.text.contains(words) && !html.text.contains("equipment:"), "People read what it is called.")
        #expect(html.text.contains("<td>\(language == "en" ? "Equipment: Two-way radio" : language == "zh-Hant" ? "裝備：對講機" : "装备：对讲机")</td>"))
        let csv = try Program.run("report", "handover", "--language", language, "--format", "csv", data: data)
        #expect(csv.text.contains("\r\nequipment:radio,"), "Programs read what stays the same.")
    }

    @Test("The words of each language prove the head and say at which line it stands", arguments: ["zh-Hant", "zh-Hans", "en"])
    func proven(language: String) throws {
        let slip = try slip(language)
        let words = try #require(slip["words"]?.string).split(separator: " ").map(String.init)
        #expect(words.count == 8)
        let n = try #require(slip["n"]?.integer)
        let result = try verify(words, in: data)
        #expect(result.status == 0, "\(result.text)")
        #expect(result.lines.last?.contains("The words are those of line \(n) (") == true)
        let json = try #require(try verify(words, in: data, "--format", "json").lines.last)
        let object = try #require(try JSON.read(Array(json.utf8)).object)
        #expect(object["kind"] == "head-found" && object["n"] == .integer(n))
        let file = try #require(object["file"]?.string)
        let page = try #require(try Pages(data: data).files.first { $0.lastPathComponent == file })
        let number = try #require(object["line"]?.integer)
        let line = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")[number - 1]
        let seal = try #require(slip["h"]?.string)
        #expect(line.hasSuffix("\"h\":\"\(seal)\"}"))
        if language != "en" { #expect(try verify([words.joined()], in: data).status == 0, "without spaces") }
    }

    @Test("Where lines up to the head were changed, the words prove nothing but that its line is there; what was changed after it is no matter of theirs", arguments: [
        (true, []), (true, ["--chain"]), (false, []), (false, ["--chain"]),
    ])
    func changed(isBefore: Bool, options: [String]) throws {
        let words = try #require(try slip("en")["words"]?.string).split(separator: " ").map(String.init)
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: try data.appending(path: "journal"), to: scratch.url("journal"))
        let page = try #require(try Pages(data: scratch.folder).files.first { try String(contentsOf: $0, encoding: .utf8).contains(#""e":"handover.accepted""#) })
        var lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
        let head = try #require(lines.lastIndex { $0.contains(#""e":"handover.accepted""#) })
        let index = isBefore ? head - 1 : head + 1
        try #require(lines.indices.contains(index))
        lines[index] = lines[index].replacing(#""by":"G"#, with: #""by":"X"#, maxReplacements: 1).replacing(#""by":"g"#, with: #""by":"x"#, maxReplacements: 1)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: page)
        func verify(_ format: String) throws -> Program.Outcome {
            try Program.finish(
                Program.url,
                ["verify", "--words"] + words + ["--data", scratch.folder.path, "--config", Program.config.path, "--language", "en", "--format", format] + options)
        }
        let text = try verify("text")
        #expect(text.status == 1 && text.text.contains("the seal does not fit"))
        #expect(text.lines.last?.contains("up to it the journal is what it was") == !isBefore, "\(text.text)")
        #expect(text.lines.last?.contains("lines up to it were changed") == isBefore, "\(text.text)")
        let json = try #require(try verify("json").lines.last)
        let object = try #require(try JSON.read(Array(json.utf8)).object)
        #expect(object["kind"] == .string(isBefore ? "head-behind-damage" : "head-found") && object["line"] == .integer(head + 1))
    }

    @Test("The README's recipe names the same seal")
    func recipe() throws {
        let listed = try Program.shell(Readme.block(after: "The signed handovers with their seals"), in: Pages(data: data).folder)
        let slip = try slip("en")
        let columns = try #require(listed.lines.last).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        #expect(columns.first == slip["n"]?.integer.map(String.init) && columns.last == slip["h"]?.string, "\(listed.text)")
    }

    @Test("Cut off before the handover, or with other words, the journal does not have that head")
    func cut() throws {
        let words = try #require(try slip("en")["words"]?.string).split(separator: " ").map(String.init)
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: try data.appending(path: "journal"), to: scratch.url("journal"))
        let pages = try Pages(data: scratch.folder)
        for file in pages.files.dropFirst() { try FileManager.default.removeItem(at: file) }
        let page = try #require(pages.files.first)
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").prefix { !$0.contains(#""e":"handover.accepted""#) }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: page)
        #expect(try Program.run("verify", data: scratch.folder).status == 0, "the chain alone cannot tell")
        let result = try verify(words, in: scratch.folder)
        #expect(result.status == 1)
        #expect(result.lines.last?.contains("No line has these words") == true)
        #expect(try verify(words.reversed(), in: data).status == 1)
        #expect(try verify(Array(words.prefix(7)), in: data).status == 64)
        #expect(try verify(Array(words.prefix(7)) + ["gatebook"], in: data).status == 64)
    }
}
