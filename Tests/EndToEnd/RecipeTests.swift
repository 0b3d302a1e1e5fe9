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

    @Test("People read what happened in a shift in words, programs in stable ids", arguments: ["text", "html", "csv", "json"])
    func words(format: String) throws {
        let report = try Program.run(
            "report", "shift", "--at", "2026-11-23T20:00:00+08:00", "--format", format, "--language", "en", data: played().data)
        #expect(report.text.contains("Let in") && report.text.contains("People let in"))
        #expect(report.text.contains("visitor.admitted") == (format == "csv" || format == "json"), "\(report.text)")
    }

    @Test("The history of a plate is what search finds, the newest last")
    func plate() throws {
        let listed = try recipe("The history of one plate").lines.map { try #require(try JSON.read(Array($0.utf8)).array?.first?.integer) }
        let found = try found("豫KD9053").compactMap { $0["n"]?.integer }
        #expect(!found.isEmpty)
        #expect(listed == found.reversed())
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
        // The report says of inspections that there were none.
        var wanted = try shift().filter { $0.value > 0 }
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

    static let names = [
        "Who and what is inside now", "Who and what was inside at 22:00", "The history of one plate", "All of one shift", "Who was refused, and why",
        "Anything, by any word of it", "What happened how often in one shift", "The same with", "Into a spreadsheet",
        "The signed handovers",
    ]

    /// What stands behind the last line of a page: unfinished, with NUL bytes, without its LF only, or no line of the program's.
    enum Tail: CaseIterable {
        case unfinished, unended, foreign

        /// Lines that a tool or a person may have put there: no objects, other objects, and some that look like the program's but for a type or the seal.
        static let foreignLines = [
            "{}", "[1]", "5", #""豫KD9053 王小明""#, #"["豫KD9053", "王小明"]"#, #"{"h":"x"}"#, #"{"h":1,"e":2}"#, #"{"h":"x","e":null,"t":7,"ref":[]}"#,
            #"{"e":"visitor.expected","name":{"a":1},"h":1,"step":"inside"}"#, #"{"e":"entry.withdrawn","ref":3,"h":"豫KD9053 王小明"}"#,
            #"{"n":"x","t":"2026-11-23T20:00:00.000+08:00","g":"gate-main","by":"G07","e":"visitor.refused","name":{"a":1},"h":"\#(firstSeal)"}"#,
            #"{"n":5,"t":"2026-11-23T20:00:00.000+08:00","g":"gate-main","by":"G07","e":7,"plate":"豫KD9053","h":"\#(firstSeal)"}"#,
            #"{"n":5,"t":"2026-11-23T20:00:00.000+08:00","g":"gate-main","by":"G07","e":"visitor.admitted","took":"long","keys":{},"h":"abc"}"#,
        ]
        private static let firstSeal = String(repeating: "0", count: 64)

        func bytes(behind page: Data) -> Data {
            switch self {
            case .unfinished: Data(#"{"n":9,"t":"2026-11-23T15:10"#.utf8) + Data(count: 40)
            case .unended: page.dropLast().split(separator: 0x0A).last.map { Data($0) } ?? Data()
            case .foreign: Data((Tail.foreignLines.joined(separator: "\n") + "\n").utf8)
            }
        }
    }

    @Test("What a power cut or somebody left behind a page changes no answer", arguments: names, Tail.allCases)
    func tails(name: String, tail: Tail) throws {
        let whole = try Pages(data: played().data).folder
        let scratch = try Scratch()
        let torn = scratch.folder.appending(path: "pages")
        try FileManager.default.copyItem(at: whole, to: torn)
        for page in try FileManager.default.contentsOfDirectory(at: torn, includingPropertiesForKeys: nil) where page.pathExtension == "jsonl" {
            let bytes = try Data(contentsOf: page)
            try (bytes + tail.bytes(behind: bytes)).write(to: page)
        }
        let (before, after) = (try recipe(name), try recipe(name, in: torn))
        #expect(before.text == after.text && !before.text.isEmpty)
    }

    @Test("No cell of a spreadsheet begins like a formula, in the recipe and in the program's own CSV")
    func spreadsheet() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try session.ask(["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true)])
        for name in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠SUM(A1)", "王小明"] {
            let answer = try session.ask(["do": "visitor.expect", "by": "G07", "name": .string(name), "unit": "3-1502", "purpose": "visit"])
            #expect(answer["ok"] == .bool(true), "\(answer)")
        }
        for name in ["=1+1", "＝1+1"] {
            let visit = try #require(try session.ask(["do": "visitor.verify", "by": "G07", "name": .string(name), "document": "id-card", "tail": "1234", "matches": .bool(true)])["n"])
            _ = try session.ask(["do": "visitor.register", "by": "G07", "ref": visit, "unit": "3-1502", "purpose": "visit", "count": .integer(1), "host": "x", "confirmed": "phone"])
            #expect(try session.ask(["do": "visitor.admit", "by": "G07", "ref": visit])["ok"] == .bool(true))
        }
        try session.close()
        let cells = try recipe("Into a spreadsheet", in: Pages(data: scratch.folder).folder).text.split(whereSeparator: { ",\n".contains($0) })
        #expect(cells.contains("\"'=1+1\""))
        #expect(cells.contains("\"王小明\""))
        let report = try Program.run("report", "on-site", "--format", "csv", "--language", "en", data: scratch.folder)
        #expect(report.status == 0 && report.text.contains("'=1+1") && report.text.contains("'＝1+1"))
        let own = report.text.split(whereSeparator: { ",\r\n".contains($0) })
        #expect(!(cells + own).contains { $0.drop { $0 == "\"" }.first.map { "=+@-＝＋－＠".contains($0) } ?? false })
    }

    @Test("What admissions took, by hour: jq and the report say the same; what was taken back and what was not measured is in neither")
    func pace() throws {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        _ = try session.ask(["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true), "now": "2026-11-23T07:00:00+08:00"])
        for (number, hour) in ["08", "08", "08", "22", "22"].enumerated() {
            let answer = try session.ask([
                "do": "vehicle.enter", "by": "G07", "plate": "BKX-7281", "took": .integer(1500 + number * 1000), "keys": .integer(5 + number),
                "now": .string("2026-11-23T\(hour):00:0\(number)+08:00"),
            ])
            #expect(answer["ok"] == .bool(true), "\(answer)")
            if number == 3 { _ = try session.ask(["do": "entry.withdraw", "by": "G07", "ref": try #require(answer["n"])]) }
        }
        _ = try session.ask(["do": "vehicle.enter", "by": "G07", "plate": "BKX-7281"])
        try session.close()
        let listed = try recipe("How long admissions took", in: Pages(data: scratch.folder).folder).lines.map { $0.split(separator: "\t").map(String.init) }
        let page = try #require(try Pages(data: scratch.folder).files.first)
        let bytes = try Data(contentsOf: page)
        try (bytes + Data(#"{"n":9,"t":"#.utf8)).write(to: page)
        let torn = try recipe("How long admissions took", in: Pages(data: scratch.folder).folder).lines
        #expect(torn.map { $0.split(separator: "\t").map(String.init) } == listed)
        try bytes.write(to: page)
        #expect(listed == [["08", "vehicle.entered", "3", "2.5", "3.5", "6"], ["22", "vehicle.entered", "1", "5.5", "5.5", "9"]])
        let report = try Program.run("report", "pace", "--format", "json", "--language", "en", data: scratch.folder)
        let rows = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array).compactMap(\.object)
        let hours = rows.filter { $0["part"]?.string?.hasSuffix(":00") == true }.map { row in
            [String(row["part"]?.string?.prefix(2) ?? "")] + ["kind", "count", "median seconds", "slowest tenth", "median keys"].map { row[$0]?.string ?? "" }
        }
        #expect(hours == listed)
        #expect(rows.first?["part"] == "all" && rows.first?["count"] == "4")
        #expect(rows.count == 1 + 2 + 2)
        let none = try Program.run("report", "pace", "--from", "2026-11-24", "--format", "csv", "--language", "en", data: scratch.folder)
        #expect(none.lines.count == 1)
        #expect(try Program.run("report", "pace", "--to", "tomorrow", data: scratch.folder).status == 64)
    }

    @Test("Another program's validator finds nothing wrong with any line", arguments: ["lines", "commands"])
    func schema(what: String) throws {
        let lines =
            what == "lines" ? try Pages(data: played().data).lines() : try played().exchanges.filter { $0.answer["ok"] == .bool(true) }.map(\.command)
        try Validator.expectValid(lines, what == "lines" ? .events : .commands)
    }
}
