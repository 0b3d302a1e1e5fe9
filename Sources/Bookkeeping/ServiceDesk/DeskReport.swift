import Gatekeeping
import Journal
import Notation
import Wording

/// The director's page: the two rates, every figure, and counts by kind, topic, building and month with small bars that need no colour (C6, R4).
struct DeskReport {
    let office: Office
    let figures: DeskFigures
    let language: Language

    private var estate: Estate { office.estate }

    init(_ office: Office, _ scope: DeskTally.Scope, _ language: Language) throws(JournalFailure) {
        (self.office, self.language) = (office, language)
        do throws(SystemFailure) { figures = try DeskFigures(office.book, estate: office.estate, scope: scope, language) } catch { throw .system(error) }
    }

    var report: Report {
        var report = Report(
            title: [estate.name[language], DeskWords.month[language], "\(figures.scope.from.text) – \(figures.scope.to.text)"].joined(separator: " · "),
            columns: DeskWords.columns.map { $0[language] }, rows: [], note: Words.lookedUpTo(office.lastNumber)[language])
        let parts = [Part(name: DeskWords.title[language], rows: overall)] + breakdowns
        report.rows = parts.flatMap(\.cells)
        report.slip = [report.title] + parts.flatMap(\.paper) + ["", report.note]
        report.explanations = parts.flatMap { $0.rows.map(\.explanation) }
        return report
    }

    // MARK: Parts

    private struct Row {
        var name: String
        var value: String
        var bar = ""
        var lines: [Int]
        var explanation: Explanation
    }

    private struct Part {
        var name: String
        var rows: [Row]

        var cells: [[String]] { rows.map { [name, $0.name, $0.value, $0.bar, $0.lines.map(String.init).joined(separator: " ")] } }

        /// For paper of 80 columns.
        var paper: [String] {
            ["", name] + rows.map { row in
                let figure = String(repeating: " ", count: max(0, 8 - row.value.count)) + row.value
                return "  \(Slip.padded(row.name, to: 42))\(figure)" + (row.bar.isEmpty ? "" : "  \(row.bar)")
            }
        }
    }

    private var overall: [Row] {
        figures.items.map { Row(name: figures.name($0, language), value: figures.value($0), lines: figures.lines($0), explanation: figures.explanation($0, language)) }
    }

    /// Matters that came, and the scope that holds just these.
    private struct Group {
        var name: String
        var scope: DeskTally.Scope
        var entries: [DeskTally.Entry]
    }

    private var breakdowns: [Part] {
        let entries = figures.result.entries.values
        func group(_ name: String, _ narrow: (inout DeskTally.Scope) -> Void, where isIncluded: (DeskTally.Entry) -> Bool) -> Group {
            var scope = figures.scope
            narrow(&scope)
            return Group(name: name, scope: scope, entries: entries.filter(isIncluded))
        }
        // Of what the scope is narrowed to already, only that stands there.
        let scope = figures.scope
        let kinds = Matter.Kind.allCases.filter { $0 == scope.kind ?? $0 }.map { kind in group(DeskWords.kind(kind)[language]) { $0.kind = kind } where: { $0.kind == kind } }
        let topics = (estate.desk?.topics ?? []).filter { $0.id == scope.topic ?? $0.id }.map { topic in group(topic.name[language]) { $0.topic = topic.id } where: { $0.topic == topic.id } }
        let places = estate.buildings.map { ($0.name[language], $0.id) } + [(DeskWords.noUnit[language], DeskTally.Scope.nowhere)]
        let buildings = places.filter { $0.1 == scope.building ?? $0.1 }.map { name, id in
            group(name) { $0.building = id } where: { (estate.building(of: $0.unit) ?? DeskTally.Scope.nowhere) == id }
        }
        let months = scope.months.map { month in
            group(String(month.from.text.prefix(7))) { ($0.from, $0.to) = month } where: { (month.from...month.to).contains(Day($0.received, in: estate.zone)) }
        }
        return [part(DeskWords.byKind, kinds), part(DeskWords.byTopic, topics), part(DeskWords.byBuilding, buildings), part(DeskWords.byMonth, months)]
    }

    private func part(_ name: Text, _ groups: [Group]) -> Part {
        let most = groups.map(\.entries.count).max() ?? 0
        let rows = groups.map { group in
            let value = String(group.entries.count)
            let command = DeskQuery(estate, group.scope).command(.figure(.received), households: 0)
            return Row(
                name: group.name, value: value, bar: DeskReport.bar(group.entries.count, of: most), lines: group.entries.map(\.n).sorted(),
                explanation: Explanation(figure: "\(name[language]) · \(group.name)", value: value, command: command))
        }
        return Part(name: name[language], rows: rows)
    }

    /// A bar of at most 24 columns, to an eighth of one: its length says the number without colour.
    static func bar(_ count: Int, of most: Int) -> String {
        guard most > 0, count > 0 else { return "" }
        let eighths = max(1, count * 24 * 8 / most)
        let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + rest
    }
}

extension Office {
    /// The desk's figures of a stretch of days (C6, R4).
    public func deskReport(_ scope: DeskTally.Scope, _ language: Language) throws(JournalFailure) -> Report {
        try DeskReport(self, scope, language).report
    }

    /// The plan of return visits and activities of a year, against what was done until now (R1, R5).
    /// - Parameter year: nil for this one.
    public func planReport(of year: Int? = nil, _ language: Language) throws(JournalFailure) -> Report {
        let now = readersNow
        let year = year ?? Day(now, in: estate.zone).parts.year
        let plan = try plan(of: year, at: now)
        let rows = plan.items.map { item in
            let (who, what) = planned(item.subject, language)
            let late = item.isLate(at: now) ? DeskWords.overdue[language] : ""
            return [who, what, item.term, String(item.done), String(item.goal), Day(item.due.adding(minutes: -1), in: estate.zone).text, late]
        }
        return Report(
            title: "\(estate.name[language]) · \(DeskWords.plan[language]) \(year)", columns: DeskWords.planColumns.map { $0[language] }, rows: rows,
            note: Words.lookedUpTo(lastNumber)[language], explanations: plan.items.map { explanation($0, language) })
    }

    /// What the pages say of a year: its earlier quarters are not carried on to the newest one.
    private func plan(of year: Int, at now: Instant) throws(JournalFailure) -> YearPlan {
        var made: [(n: Int, key: String, unit: String)] = []
        var held: [(n: Int, key: String)] = []
        var withdrawn: Set<Int> = []
        try readDesk { line, event in
            switch event.shape {
            case let fact as RevisitMade:
                if let term = fact.term, term.hasPrefix(String(year)) { made.append((line.n, "\(fact.officer)/\(fact.area ?? "")/\(term)", fact.unit)) }
            case let fact as ActivityHeld: held.append((line.n, "\(fact.activity)/\(fact.year)"))
            case let fact as Withdrawal: withdrawn.insert(fact.ref)
            default: break
            }
        }
        let homes = Dictionary(grouping: made.filter { !withdrawn.contains($0.n) }, by: \.key).mapValues { Set($0.map(\.unit)).count }
        return YearPlan(
            done: homes, held: Set(held.filter { !withdrawn.contains($0.n) }.map(\.key)), since: state.registers.began, estate: estate, year: year, now: now)
    }

    /// Every event of the desk, with what was taken back or corrected.
    private func readDesk(_ body: (Line, Event) -> Void) throws(JournalFailure) {
        do throws(SystemFailure) { try PageReader(book).readEvents(from: nil, kinds: DeskTally.kinds, body) } catch { throw .system(error) }
    }

    private func planned(_ subject: YearPlan.Item.Subject, _ language: Language) -> (String, String) {
        switch subject {
        case .area(let officer, let area): (named(officer), estate.buildings.first { $0.id == area }?.name[language] ?? area)
        case .director(let officer): (named(officer), EventWords.name(RevisitMade.kind)[language])
        case .activity(let id): ("", estate.desk?.activity(id)?.name[language] ?? id)
        }
    }

    private func named(_ number: String) -> String { estate.person(number).map { "\($0.number) \($0.name)" } ?? number }

    private func explanation(_ item: YearPlan.Item, _ language: Language) -> Explanation {
        let (who, what) = planned(item.subject, language)
        let command =
            switch item.subject {
            case .area(let officer, let area): PageQuery.all.homes(officer, area, item.term)
            case .director(let officer): PageQuery.all.homes(officer, nil, item.term)
            case .activity(let id): PageQuery.all.lines("[$l[] | select(.e == \"\(ActivityHeld.kind)\" and .activity == \"\(id)\" and .year == \(item.term))] | [length, 1] | min")
            }
        return Explanation(figure: [who, what, item.term].filter { !$0.isEmpty }.joined(separator: " · "), value: String(item.done), command: command)
    }

    /// Where and when complaints are taken, to be printed and hung up (C1).
    public func noticeReport(_ language: Language) -> Report {
        guard let notice = estate.desk?.notice else {
            return Report(title: estate.name[language], columns: [], rows: [], note: DeskWords.noNotice[language])
        }
        let lines = [
            DeskWords.place[language] + notice.place[language], DeskWords.phone[language] + notice.phone, DeskWords.hours[language] + notice.hours[language],
        ]
        var report = Report(
            title: "\(estate.name[language]) · \(DeskWords.notice[language])", columns: [DeskWords.title[language]], rows: lines.map { [$0] },
            note: notice.text?[language] ?? "")
        report.slip = [report.title, ""] + lines + ["", report.note]
        return report
    }

    /// What came of suggestions, to be posted, and the households that are commended (C4), as they stand after corrections.
    public func postingReport(from: Day? = nil, to: Day? = nil, _ language: Language) throws(JournalFailure) -> Report {
        var board = PostingBoard()
        try readDesk { line, event in board.note(event, line.stamp) }
        func rows(_ items: [PostingBoard.Item], _ part: Text) -> [[String]] {
            items.filter { item in
                let day = Day(item.time, in: estate.zone)
                return day >= from ?? day && day <= to ?? day
            }.map { [part[language], Day($0.time, in: estate.zone).text, String($0.n), $0.unit ?? "", $0.text] }
        }
        let (posted, commended) = (rows(board.posted, EventWords.name(SuggestionPosted.kind)), rows(board.commended, EventWords.name(HouseholdCommended.kind)))
        var report = Report(
            title: "\(estate.name[language]) · \(DeskWords.posting[language])", columns: DeskWords.postingColumns.map { $0[language] }, rows: posted + commended,
            note: Words.lookedUpTo(lastNumber)[language])
        func list(_ rows: [[String]]) -> [String] { rows.map { "  \($0[1])  \($0[3])  \($0[4])" } }
        report.slip = [report.title, ""] + list(posted) + ["", DeskWords.model[language], ""] + list(commended) + ["", report.note]
        return report
    }
}

/// Postings and commendations as they stand after what was taken back and corrected.
private struct PostingBoard {
    struct Item {
        var n: Int
        var time: Instant
        var unit: String?
        var text: String
    }

    private var units: [Int: String] = [:]
    private var items: [Int: (item: Item, ref: Int, isPosting: Bool)] = [:]

    var posted: [Item] { items.values.filter(\.isPosting).map { found in with(found.item, unit: units[found.ref]) }.sorted { $0.n < $1.n } }
    var commended: [Item] { items.values.filter { !$0.isPosting }.map(\.item).sorted { $0.n < $1.n } }

    private func with(_ item: Item, unit: String?) -> Item {
        var item = item
        item.unit = unit
        return item
    }

    mutating func note(_ event: Event, _ stamp: Stamp) {
        switch event.shape {
        case let fact as MatterReceived: units[stamp.n] = fact.unit
        case let fact as SuggestionPosted: items[stamp.n] = (Item(n: stamp.n, time: stamp.happened, text: fact.text), fact.ref, true)
        case let fact as HouseholdCommended: items[stamp.n] = (Item(n: stamp.n, time: stamp.happened, unit: fact.unit, text: fact.text), fact.ref, false)
        case let fact as Withdrawal: items[fact.ref] = nil
        case let fact as Correction:
            if fact.field == "unit", units[fact.ref] != nil { units[fact.ref] = fact.value }
            if fact.field == "unit" { items[fact.ref]?.item.unit = fact.value }
            if fact.field == "text" { items[fact.ref]?.item.text = fact.value }
        default: break
        }
    }
}

extension PageQuery {
    /// Homes that an officer visited by plan in a term: each counts once.
    fileprivate func homes(_ officer: String, _ area: String?, _ term: String) -> String {
        let place = area.map { " and .area == \"\($0)\"" } ?? ""
        return lines("[$l[] | select(.e == \"\(RevisitMade.kind)\" and .officer == \"\(officer)\" and .term == \"\(term)\"\(place)).unit] | unique | length")
    }
}
