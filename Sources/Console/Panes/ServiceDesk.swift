import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The service desk: a new matter, what is open with the earliest due first, and at the desk's own console the return visits of the week
    /// and the figures. Other consoles show of a matter its unit and state only.
    var desk: [Row] {
        guard estate.desk != nil else {
            return [Row(id: .command("desk"), text: DeskWords.notSetUp[language], style: .faint, hint: HintWords.nothing, intent: .say(DeskWords.notSetUp))]
        }
        return [newMatter] + matters + (isDesk ? visits + [figures] : [])
    }

    private var isDesk: Bool { estate.post(post)?.isDesk == true }

    private var newMatter: Row {
        let kinds = Matter.Kind.allCases.map { kind in
            var known: JSONObject = ["matter": .string(kind.rawValue)]
            if !isDesk { known["channel"] = .string(Matter.Channel.gate.rawValue) }
            return RowAction(name: DeskWords.kind(kind), intent: .open(.record("matter.receive", about: known)))
        }
        let others = ["revisit.make", "activity.hold", "study.receive"].map { command in
            let known: JSONObject = command == "revisit.make" ? ["ref": .null] : [:]
            return RowAction(name: EventWords.name(Catalogue.commands[command]?.kind ?? command), intent: .open(.record(command, about: known)))
        }
        return Row(id: .command("matter"), text: DeskWords.new[language], style: .accent, hint: HintWords.choose, intent: .choose, actions: isDesk ? kinds + others : kinds)
    }

    // MARK: Matters

    private var matters: [Row] {
        let due = registers.matters.mapValues { $0.due(in: estate) ?? .never }
        return registers.matters.sorted { (due[$0.key] ?? .never, $0.key) < (due[$1.key] ?? .never, $1.key) }.map { matter($0.key, $0.value) }
    }

    func matter(_ n: Int, _ matter: Matter) -> Row {
        let due = matter.due(in: estate)
        let isLate = matter.isLate(in: estate, at: now)
        let isPressing = matter.isPressing(in: estate, at: now)
        let time = due.map { (isLate ? DeskWords.late : HintWords.lookBy)[language] + deadline($0) } ?? moment(matter.since)
        return Row(
            id: .matter(n), text: "\(isPressing ? "!" : "")\(n) \(isDesk ? whole(matter) : outline(matter))", trailing: time,
            style: isLate ? .alarm : isPressing ? .warning : .plain, hint: DeskWords.step(matter.next), intent: next(n, matter), actions: actions(n, matter))
    }

    /// Until when: what is due at midnight is due on the day that ends then.
    private func deadline(_ time: Instant) -> String {
        guard ClockTime(time, in: estate.zone).minutes == 0 else { return moment(time) }
        let day = Day(time, in: estate.zone).adding(days: -1)
        return day == Day(now, in: estate.zone) ? DeskWords.today[language] : String(day.text.dropFirst(5))
    }

    /// What every console may show.
    private func outline(_ matter: Matter) -> String {
        let marks = [matter.isUrgent ? DeskWords.urgent[language] : nil, matter.reopened > 0 ? DeskWords.reopened[language] : nil]
        return ([DeskWords.kind(matter.kind)[language], matter.unit, DeskWords.state(matter.next)[language]] + marks).compactMap { $0 }.joined(separator: " · ")
    }

    /// What the desk shows besides.
    private func whole(_ matter: Matter) -> String {
        let department = matter.department.flatMap { id in estate.desk?.departments.first { $0.id == id } }?.name[language]
        let promised = matter.promised.map { "\(DeskWords.promised[language]) \(moment($0))" }
        let who = matter.who.isEmpty ? residents(of: matter.unit).map(\.name).joined(separator: "、") : matter.who
        let parts = [who, matter.phone ?? phone(of: matter.unit), department, promised, matter.what].compactMap { $0 }.filter { !$0.isEmpty }
        return "\(outline(matter)) · \(parts.joined(separator: " · "))"
    }

    /// Enter takes the next step of a matter's life.
    private func next(_ n: Int, _ matter: Matter) -> Intent {
        func answer(_ reply: Reply) -> Intent { .open(.record("matter.answer", about: ["ref": .integer(n), "to": .string(reply.rawValue)])) }
        return switch matter.next {
        case .verify: .open(.record("matter.verify", ref: n))
        case .report: .open(.record("matter.report", ref: n))
        case .plan: .open(.record("matter.plan", ref: n))
        case .settle: .open(.record("matter.resolve", ref: n))
        case .post: .open(.record("suggestion.post", ref: n))
        case .decide: isDesk ? .open(.record("matter.decide", ref: n)) : .say(DeskWords.waitsForDirector)
        case .answerResident: answer(.resident)
        case .answerDirector: answer(.director)
        case .revisit: .open(.record("revisit.make", about: ["ref": .integer(n), "unit": .null]))
        case .close: close(n)
        }
    }

    private func close(_ n: Int) -> Intent {
        var closed = MatterClosed()
        closed.ref = n
        return write(closed, DoneWords.recorded)
    }

    private func actions(_ n: Int, _ matter: Matter) -> [RowAction] {
        let canMove = matter.department != nil && matter.settled == nil && matter.escalated == nil
        let moves = canMove ? ["matter.hand", "matter.escalate"] : []
        let praise = matter.kind == .suggestion ? ["household.commend"] : []
        return (["matter.explain"] + moves + praise).map { record($0, n) } + [RowAction(name: HintWords.correct, intent: .open(.correct(n)))]
    }

    // MARK: Return visits

    /// What the week asks for, with whom to visit and where they are reached (R1, R5).
    private var visits: [Row] {
        YearPlan(registers, estate: estate, now: now).thisWeek.flatMap { item in [row(item)] + homes(item) }
    }

    private func row(_ item: YearPlan.Item) -> Row {
        let due = (item.due < now ? DeskWords.late : HintWords.lookBy)[language] + deadline(item.due)
        let count = item.goal > 1 || item.done > 0 ? "\(item.done)/\(item.goal) · " : ""
        if case .activity(let id) = item.subject {
            return Row(
                id: .plan(item.key), text: estate.desk?.activity(id)?.name[language] ?? id, trailing: count + due, style: item.due < now ? .warning : .title, hint: DeskWords.held,
                intent: .open(.record("activity.hold", about: ["activity": .string(id)])))
        }
        return Row(
            id: .plan(item.key), text: "\(EventWords.name(RevisitMade.kind)[language]) · \(title(of: item))", trailing: count + due, style: .title,
            hint: DeskWords.made, intent: .open(.record("revisit.make", about: ["ref": .null, "officer": .string(officer(of: item) ?? holder)])))
    }

    private func title(of item: YearPlan.Item) -> String {
        let area: String? = if case .area(_, let building) = item.subject { estate.buildings.first { $0.id == building }?.name[language] ?? building } else { nil }
        return [officer(of: item).map(person), area, item.term].compactMap { $0 }.joined(separator: " · ")
    }

    private func officer(of item: YearPlan.Item) -> String? {
        switch item.subject {
        case .area(let officer, _), .director(let officer): officer
        case .activity: nil
        }
    }

    private func homes(_ item: YearPlan.Item) -> [Row] {
        YearPlan.homes(for: item, registers, estate).map { unit in
            let names = residents(of: unit.id)
            let known: JSONObject = ["ref": .null, "unit": .string(unit.id), "officer": .string(officer(of: item) ?? holder)]
            return Row(
                id: .home(item.key + "/" + unit.id), text: "   \(unit.id)  \(names.map(\.name).joined(separator: "、"))", trailing: phone(of: unit.id) ?? "", hint: DeskWords.made,
                intent: .open(.record("revisit.make", about: known)))
        }
    }

    private func residents(of unit: String?) -> [Resident] { unit.map { unit in estate.residents.filter { $0.unit == unit } } ?? [] }

    /// Where somebody of the unit is reached.
    private func phone(of unit: String?) -> String? {
        unit.flatMap { estate.unit($0)?.phone } ?? residents(of: unit).compactMap(\.phone).first
    }

    private var figures: Row {
        Row(id: .command("figures"), text: DeskWords.figures[language], style: .accent, hint: HintWords.read, intent: .open(.figures(.desk)))
    }
}

extension Instant {
    /// Later than anything that is due.
    fileprivate static let never = Instant(milliseconds: .max)
}
