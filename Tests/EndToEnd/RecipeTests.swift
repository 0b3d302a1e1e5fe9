import Foundation
import Notation
import Testing

@Suite("The README's recipes say what the program says", .evening)
struct RecipeTests {
    private func played() throws -> EveningPlayed.Played { try #require(EveningPlayed.current) }

    private func recipe(_ name: String, in folder: URL? = nil) throws -> Program.Outcome {
        let listed = try Program.shell(Readme.block(after: name), in: folder ?? Pages(data: played().data).folder)
        try #require(listed.status == 0, "\(listed.complaint)")
        return listed
    }

    /// The lines that `search` finds, as JSON.
    private func found(_ text: String, _ options: String...) throws -> [JSONObject] {
        let data = try played().data
        let result = try Program.finish(
            Program.url, ["search", text, "--format", "json", "--data", data.path, "--config", Program.config.path] + options)
        return try result.lines.map { try #require(try JSON.read(Array($0.utf8)).object) }
    }

    private func shift() throws -> [String: Int] {
        let report = try Program.run(
            "report", "shift", "--at", "2026-11-23T20:00:00+08:00", "--format", "json", "--language", "en", data: played().data)
        let rows = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array).compactMap(\.object)
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                guard let kind = row["kind"]?.string, kind != "people", let count = row["count"]?.string.flatMap({ Int($0) }) else { return nil }
                return (kind, count)
            })
    }

    @Test("The history of a plate is what search finds, the newest last")
    func plate() throws {
        let listed = try recipe("The history of one plate").lines.map { try #require(try JSON.read(Array($0.utf8)).array?.first?.integer) }
        let found = try found("豫KD9053").compactMap { $0["n"]?.integer }
        #expect(!found.isEmpty)
        #expect(listed.filter { found.contains($0) } == found.reversed())
    }

    @Test("Whoever was refused is who search finds by that kind")
    func refused() throws {
        let listed = try recipe("Who was refused, and why").lines.count
        #expect(try found("visitor.refused", "--kind", "visitor.refused").count == listed)
        #expect(listed > 0)
    }

    @Test("Any word is found in the same lines")
    func word() throws {
        let listed = try recipe("Anything, by any word of it").lines.compactMap { try JSON.read(Array($0.utf8)).object?["n"]?.integer }
        #expect(try found("王小明").compactMap { $0["n"]?.integer }.sorted() == listed.sorted())
        #expect(!listed.isEmpty)
    }

    @Test("A shift by jq, sqlite3 and Miller is the shift of the report")
    func oneShift() throws {
        var wanted = try shift()
        let all = try Pages(data: played().data).lines()
        for withdrawn in all where withdrawn["e"]?.string == "entry.withdrawn" {
            // The report leaves out what was taken back; the lines are still there.
            guard let kind = all.first(where: { $0["n"] == withdrawn["ref"] })?["e"]?.string else { continue }
            wanted[kind, default: 0] += 1
        }
        let lines = try recipe("All of one shift").lines.compactMap { try JSON.read(Array($0.utf8)).object?["e"]?.string }
        let counted = Dictionary(lines.filter { !$0.hasPrefix("page.") }.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counted == wanted)
        for name in ["What happened how often in one shift", "The same with"] {
            let rows = try recipe(name).lines.map { $0.split(separator: "|").map(String.init) }
            #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1]) ?? -1) }) == wanted, "\(name)")
        }
    }

    @Test("No cell of a spreadsheet begins like a formula, in the recipe and in the program's own CSV")
    func spreadsheet() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try session.ask(["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true)])
        for name in ["=1+1", "+1", "-1", "@SUM(A1)", "王小明"] {
            let answer = try session.ask(["do": "visitor.expect", "by": "G07", "name": .string(name), "unit": "3-1502", "purpose": "visit"])
            #expect(answer["ok"] == .bool(true), "\(answer)")
        }
        try session.close()
        let cells = try recipe("Into a spreadsheet", in: Pages(data: scratch.folder).folder).text.split(whereSeparator: { ",\n".contains($0) })
        #expect(cells.contains("\"'=1+1\""))
        #expect(cells.contains("\"王小明\""))
        #expect(!cells.contains { $0.dropFirst().first.map { "=+@-".contains($0) } ?? false })
    }

    @Test("Another program's validator finds nothing wrong with any line", arguments: ["lines", "commands"])
    func schema(what: String) throws {
        let lines =
            what == "lines" ? try Pages(data: played().data).lines() : try played().exchanges.filter { $0.answer["ok"] == .bool(true) }.map(\.command)
        try Validator.expectValid(lines, what == "lines" ? .events : .commands)
    }
}
