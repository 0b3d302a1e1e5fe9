import Gatekeeping
import Journal
import Notation
import Wording

/// A report as a table, before it is given a form.
public struct Report: Equatable, Sendable {
    public var title: String
    public var columns: [String]
    /// Columns of stable ids, for programs: people read the words beside them.
    public var ids: Set<Int> = []
    public var rows: [[String]]
    /// Said below the table: up to which line was looked.
    public var note: String
    /// How each figure is computed from the pages.
    public var explanations: [Explanation] = []

    /// The commands that compute the figures from the pages, each under what it computes.
    public var explained: String { explanations.map(\.text).joined() }
    /// The text form, where it is not a table: what a printer of 80 columns takes.
    public var slip: [String] = []
    /// The same for the screen, which breaks lines by itself.
    public var screen: [String] = []
    /// What programs read besides the rows.
    public var about: JSONObject = [:]

    /// How a report is given out.
    public enum Format: String, CaseIterable, Sendable {
        case text, json, csv, html
    }

    /// The report in `format`, with a final line end.
    public func formatted(_ format: Format) -> String {
        switch format {
        case .text: text
        case .json: json
        case .csv: csv
        case .html: html
        }
    }

    private var text: String {
        guard slip.isEmpty else { return slip.flatMap { Slip.wrapped($0.linesCleaned) }.joined(separator: "\n") + "\n" }
        let lines = [title] + ([columns] + rows).map { forPeople($0).joined(separator: "  ") } + [note]
        return lines.map(\.linesCleaned).joined(separator: "\n") + "\n"
    }

    private func forPeople(_ row: [String]) -> [String] { row.enumerated().filter { !ids.contains($0.offset) }.map(\.element) }

    private var json: String {
        let objects = rows.map { row -> JSON in
            var object = JSONObject()
            for (column, value) in zip(columns, row) { object[column] = .string(value) }
            return .object(object)
        }
        var object: JSONObject = ["title": .string(title)]
        for member in about.members { object.append(member.name, member.value) }
        object.append("rows", .array(objects))
        object.append("note", .string(note))
        return JSON.object(object).text + "\n"
    }

    private var csv: String {
        ([columns] + rows).map { $0.map { Report.csvField($0.linesCleaned) }.joined(separator: ",") + "\r\n" }.joined()
    }

    /// RFC 4180, and no cell that a spreadsheet would take for a formula, full-width signs of an input method included.
    private static func csvField(_ value: String) -> String {
        let scalars = value.unicodeScalars
        let isFormula = scalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + value : value
        guard scalars.contains(where: { ["\"", ",", "\n"].contains($0) }) else { return safe }
        return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    private var html: String {
        func cells(_ row: [String], _ tag: String) -> String {
            "<tr>" + forPeople(row).map { "<\(tag)>\(Report.escaped($0))</\(tag)>" }.joined() + "</tr>\n"
        }
        return "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>\(Report.escaped(title))</title>\n<h1>\(Report.escaped(title))</h1>\n<table>\n"
            + cells(columns, "th") + rows.map { cells($0, "td") }.joined() + "</table>\n<p>\(Report.escaped(note))</p>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.linesCleaned.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}

extension PageReader {
    /// Every readable event of the pages from `first` on, before `end`.
    func readEvents(
        from first: PageName?, before end: PageName? = nil, kinds: Set<String>? = nil, _ body: (Line, Event) -> Void
    ) throws(SystemFailure) {
        try read(from: first, before: end, kinds: kinds) { _, line in
            if let event = line.event { body(line, event) }
        }
    }
}

extension Office {
    /// Who and what is inside (P2): now, or as the book stood at `time`.
    public func onSiteReport(at time: Instant? = nil, _ language: Language) throws(JournalFailure) -> Report {
        let registers: Registers
        if let time { registers = try self.registers(at: time) } else { registers = state.registers }
        let now = time ?? readersNow
        let board = OnSite(registers, estate: estate, now: now)
        let people = board.people.map { person in
            [
                String(person.ref), person.visit.title(estate, language), person.visit.plate ?? "", person.visit.unit ?? "",
                String(person.visit.count), clock(person.visit.entered), person.over.map { Words.duration($0)[language] } ?? "",
            ]
        }
        let vehicles = board.vehicles.map { vehicle in
            [
                String(vehicle.ref), vehicle.stay.driver ?? "", vehicle.stay.plate ?? Words.noPlate[language], vehicle.stay.unit ?? "",
                String(vehicle.stay.people ?? 0), clock(vehicle.stay.entered), vehicle.over.map { Words.duration($0)[language] } ?? "",
            ]
        }
        return Report(
            title: "\(estate.name[language]) · \(Words.onSite[language]) · \(now.text(in: estate.zone).prefix(16))",
            columns: Words.onSiteColumns.map { $0[language] }, rows: people + vehicles,
            note: Words.lookedUpTo(lastNumber)[language], explanations: [OpenFigure.people, .vehicles].flatMap { $0.explanations(registers, estate, at: now, isPast: time != nil, language) })
    }

    /// What happened in the shift that runs at `time` (or now).
    public func shiftReport(at time: Instant? = nil, _ language: Language) throws(JournalFailure) -> Report {
        let moment = time ?? readersNow
        let shift = estate.shift(at: moment)
        let from = shift?.from ?? Day(moment, in: estate.zone).at(ClockTime(minutes: 0), in: estate.zone)
        var tally = ShiftTally(from: from, until: shift?.until ?? from.adding(minutes: 1440))
        let first = try pages().first(from: Day(from, in: estate.zone), to: Day(tally.until, in: estate.zone))
        try read(from: first) { line, event in tally.note(event, line.stamp) }
        // At least one inspection a shift is expected (S2): that there was none is said, too.
        let counts = [InspectionMade.kind: 0].merging(tally.counts) { $1 }
        let rows = Catalogue.facts.compactMap { type in
            counts[type.kind].map { [type.kind, EventWords.name(type.kind)[language], String($0)] }
        }
        let (start, end) = (from.text(in: estate.zone), tally.until.text(in: estate.zone))
        let explanations = rows.map { Explanation(figure: $0[1], value: $0[2], command: PageQuery.all.count($0[0], from: start, until: end)) }
        let people = Explanation(figure: Words.peopleIn[language], value: String(tally.people), command: PageQuery.all.peopleLetIn(from: start, until: end))
        let seized = tally.seized == 0 ? [] : [["unattended", HandoverWords.referral(.unattended)[language], String(tally.seized)]]
        let lines = tally.witnessed.map { "#\($0)" }.joined(separator: language.listSeparator)
        let open = lines.isEmpty ? [] : [["witnessed", SignatureWords.unconfirmed[language] + language.bracketed(lines), String(tally.witnessed.count)]]
        return Report(
            title: "\(estate.name[language]) · \(shift?.shift.name[language] ?? "") · \(from.text(in: estate.zone).prefix(16)) – \(tally.until.text(in: estate.zone).prefix(16))",
            columns: Words.shiftColumns.map { $0[language] }, ids: [0], rows: rows + [["people", Words.peopleIn[language], String(tally.people)]] + seized + open,
            note: Words.lookedUpTo(tally.lastNumber)[language],
            explanations: explanations + [people] + seized.map { Explanation(figure: $0[1], value: $0[2], command: PageQuery.all.seized(from: start, until: end)) }
                + open.map { Explanation(figure: $0[1], value: $0[2], command: PageQuery.all.witnessed(from: start, until: end)) })
    }

    private func pages() throws(JournalFailure) -> [PageName] {
        do throws(SystemFailure) { return try book.pages() } catch { throw .system(error) }
    }

    /// Every readable event of the pages from `first` on.
    func read(from first: PageName?, _ body: (Line, Event) -> Void) throws(JournalFailure) {
        do throws(SystemFailure) { try PageReader(book).readEvents(from: first, body) } catch { throw .system(error) }
    }

    private func clock(_ instant: Instant?) -> String {
        instant.map { String($0.text(in: estate.zone).prefix(16)) } ?? ""
    }
}
