import Foundation
import Notation
import Testing

/// Plays a quarter through `record`.
private struct PlayedQuarter {
    let data: URL
    private(set) var quarter: DeskQuarter
    /// Repairs whose seals drew a visit, by what the program refused.
    private(set) var drawn = 0

    init(data: URL, matters: Int) throws {
        self.data = data
        let table = try String(contentsOf: Program.config.appending(path: "units.csv"), encoding: .utf8).split(separator: "\n")
        let units = table.filter { !$0.hasPrefix("#") }.dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        quarter = DeskQuarter(seed: 7, days: matters > 500 ? 90 : 14, matters: matters, visits: matters / 6, units: units)
        let session = try RecordSession(data: data)
        let start = try #require(Instant(DeskQuarter.start))
        var numbers: [Int: Int] = [:]
        func ask(_ deed: DeskQuarter.Deed, _ command: JSONObject) throws -> JSONObject {
            var command = command
            if let n = numbers[deed.number] { command["ref"] = .integer(n) }
            command["now"] = .string(start.adding(minutes: deed.time).text(in: Zone(minutes: 480)))
            return try session.ask(command)
        }
        for deed in quarter.deeds {
            var answer = try ask(deed, deed.command)
            if deed.closesRepair, answer["refused"] == "revisit-missing" {
                drawn += 1
                let visit: JSONObject = ["do": "revisit.make", "by": "W02", "post": "desk", "opinion": "修得好", "outcome": "content"]
                #expect(try ask(deed, visit)["ok"] == .bool(true))
                answer = try ask(deed, deed.command)
            }
            try #require(answer["ok"] == .bool(true), "\(deed.command) \(answer)")
            if deed.command["do"] == "matter.receive" { numbers[deed.number] = answer["n"]?.integer }
        }
        #expect(try session.close() == (drawn == 0 ? 0 : 1))
    }
}

@Suite("A quarter at the desk")
struct DeskQuarterTests {
    /// 1,500 where the README's longer command asks for them.
    private static let matters = ProcessInfo.processInfo.environment["GATEBOOK_QUARTER"].flatMap(Int.init) ?? 60

    private static let names: [(figure: String, name: String)] = [
        ("received", "Matters received"), ("complaint", "Complaints"), ("suggestion", "Suggestions"), ("enquiry", "Enquiries"), ("repair", "Repairs"),
        ("valid", "Valid complaints"), ("unfounded", "Unfounded complaints"), ("same-day", "Verified the same day"), ("escalated", "Went to the director"),
        ("reopened", "Reopened"), ("closed", "Closed"), ("posted", "Suggestions posted"), ("commended", "Households commended"), ("not", "Not content"),
        ("fairly", "Fairly content"), ("content", "Content"),
    ]

    private func report(_ arguments: [String], data: URL) throws -> [[String: String]] {
        let outcome = try Program.finish(
            Program.url, ["report", "desk", "--from", "2026-07-01", "--to", "2026-10-31", "--format", "json", "--language", "en"] + arguments
                + ["--data", data.path, "--config", Program.config.path])
        try #require(outcome.status == 0, "\(outcome.complaint)")
        let rows = try JSON.read(Array(outcome.text.utf8)).object?["rows"]?.array ?? []
        return rows.compactMap(\.object).map { row in Dictionary(row.members.map { ($0.name, $0.value.string ?? "") }) { $1 } }
    }

    @Test("R4, C6: every figure is what was counted while it was made, and what jq says of the pages", .timeLimit(.minutes(10)))
    func quarter() throws {
        let scratch = try Scratch()
        let played = try PlayedQuarter(data: scratch.folder, matters: Self.matters)
        let truth = played.quarter.truth
        let rows = try report([], data: scratch.folder)
        func value(_ name: String, in part: String = "Service desk") -> String? { rows.first { $0["part"] == part && $0["what"] == name }?["figure"] }
        for (figure, name) in Self.names {
            #expect(value(name) == String((truth[figure] ?? 0) + (figure == "content" ? played.drawn : 0)), "\(name)")
        }
        #expect(value("Return visits") == String((truth["revisits"] ?? 0) + played.drawn))
        #expect(value("Return visits handled") == String((truth["handled"] ?? 0) + played.drawn))
        for (building, count) in played.quarter.buildings where !building.isEmpty {
            #expect(rows.first { $0["part"] == "By building" && $0["what"]?.contains(building) == true }?["figure"] == String(count))
        }
        // Each figure is one run of jq over all pages: a whole quarter is compared as a whole and in one corner.
        for scope in [[], ["--kind", "complaint", "--topic", "noise", "--building", "5"]] {
            try Explained(["desk", "--from", "2026-07-01", "--to", "2026-10-31"] + scope, data: scratch.folder).check(in: scratch.folder)
        }
        #expect(try Program.run("verify", "--language", "en", data: scratch.folder).status == 0)
        try Validator.expectValid(Pages(data: scratch.folder).lines(), .events)
        let draws = "jq -s '[.[] | select(.draw and .h[:8] < .draw)] | length' *.jsonl"
        #expect(try Program.shell(draws, in: Pages(data: scratch.folder).folder).lines.map(String.init) == [String(played.drawn)])
    }

    @Test("C1: place, phone and hours are printed in each language, and stand in the configuration", arguments: ["zh-Hant", "zh-Hans", "en"])
    func notice(language: String) throws {
        let scratch = try Scratch()
        for format in ["text", "html"] {
            let notice = try Program.run("report", "notice", "--format", format, "--language", language, data: scratch.folder).text
            #expect(notice.contains("010-5550-0100") && notice.contains("8:30–18:00"))
        }
    }

    @Test("The director's page as text fits a printer of 80 columns, as html and csv it says the same")
    func page() throws {
        let scratch = try Scratch()
        _ = try PlayedQuarter(data: scratch.folder, matters: 12)
        func formatted(_ format: String) throws -> String {
            try Program.run("report", "desk", "--from", "2026-07-01", "--to", "2026-10-31", "--format", format, "--language", "zh-Hant", data: scratch.folder).text
        }
        let text = try formatted("text")
        #expect(text.contains("有效投訴率") && text.contains("█"))
        for format in ["html", "csv"] { #expect(try formatted(format).contains("有效投訴率")) }
        #expect(try formatted("html").contains("<td>按樓棟</td>"))
    }
}
