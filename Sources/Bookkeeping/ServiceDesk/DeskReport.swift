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
        DeskFigures.items.map { Row(name: figures.name($0, language), value: figures.value($0), lines: figures.lines($0), explanation: figures.explanation($0, language)) }
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

    /// The year's plan of return visits and activities, against what was done (R1, R5).
    public func planReport(_ language: Language) -> Report {
        let plan = YearPlan(state.registers, estate: estate, now: readersNow)
        let rows = plan.items.map { item in
            let (who, what) = planned(item.subject, language)
            return [who, what, item.term, String(item.done), String(item.goal), Day(item.due.adding(minutes: -1), in: estate.zone).text]
        }
        return Report(
            title: "\(estate.name[language]) · \(DeskWords.plan[language])", columns: DeskWords.planColumns.map { $0[language] }, rows: rows,
            note: Words.lookedUpTo(lastNumber)[language], explanations: plan.items.map { explanation($0, language) })
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

    /// What came of suggestions, to be posted, and the households that are commended (C4).
    public func postingReport(from: Day? = nil, to: Day? = nil, _ language: Language) throws(JournalFailure) -> Report {
        var (posted, commended): ([[String]], [[String]]) = ([], [])
        var units: [Int: String] = [:]
        var withdrawn: Set<Int> = []
        try read(from: nil) { line, event in
            let stamp = line.stamp
            let day = Day(stamp.happened, in: estate.zone)
            let counts = day >= from ?? day && day <= to ?? day
            switch event.shape {
            case let fact as MatterReceived: units[line.n] = fact.unit
            case let fact as SuggestionPosted: if counts { posted.append([day.text, String(line.n), units[fact.ref] ?? "", fact.text]) }
            case let fact as HouseholdCommended: if counts { commended.append([day.text, String(line.n), fact.unit, fact.text]) }
            case let fact as Withdrawal: withdrawn.insert(fact.ref)
            default: break
            }
        }
        let isKept = { (row: [String]) in Int(row[1]).map { !withdrawn.contains($0) } ?? true }
        (posted, commended) = (posted.filter(isKept), commended.filter(isKept))
        var report = Report(
            title: "\(estate.name[language]) · \(DeskWords.posting[language])", columns: DeskWords.postingColumns.map { $0[language] }, rows: posted + commended,
            note: Words.lookedUpTo(lastNumber)[language])
        func list(_ rows: [[String]]) -> [String] { rows.map { "  \($0[0])  \($0[2])  \($0[3])" } }
        report.slip = [report.title, ""] + list(posted) + ["", DeskWords.model[language], ""] + list(commended) + ["", report.note]
        return report
    }
}

extension PageQuery {
    /// Homes that an officer visited by plan in a term: each counts once.
    fileprivate func homes(_ officer: String, _ area: String?, _ term: String) -> String {
        let place = area.map { " and .area == \"\($0)\"" } ?? ""
        return lines("[$l[] | select(.e == \"\(RevisitMade.kind)\" and .officer == \"\(officer)\" and .term == \"\(term)\"\(place)).unit] | unique | length")
    }
}
