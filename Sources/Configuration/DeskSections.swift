import Gatekeeping
import Notation

extension Section {
    /// `desk.yaml`: the service desk, where the estate has one.
    @Sendable static func desk(_ file: YAMLEntry, _ estate: EstateDraft) {
        var rules = DeskRules()
        rules.staff = file.list("staff", of: .person, read: officer)
        if !rules.staff.isEmpty, !rules.staff.contains(where: { $0.role == .director }) {
            file.source.ledger.report(.noDirector, at: file.place(of: "staff"))
        }
        rules.departments = file.labelled("departments", of: .department)
        rules.topics = file.labelled("topics", of: .topic)
        file.source.ledger.require([DeskRules.director], of: .department, at: file.place(of: "departments"))
        file.source.ledger.require([DeskRules.otherTopic], of: .topic, at: file.place(of: "topics"))
        _ = file.nested("due") { due in
            rules.urgent = dueTimes(due, "urgent") ?? rules.urgent
            rules.ordinary = dueTimes(due, "ordinary") ?? rules.ordinary
        }
        rules.calendar = file.nested("calendar", read: calendar) ?? rules.calendar
        _ = file.nested("revisits") { entry in
            rules.revisitDays = entry.number("revisit_days", in: 1...60)
            rules.repairPercent = entry.number("repair_percent", in: 0...100)
            rules.directorHomes = entry.number("director_homes", in: 0...1_000)
            rules.officerHomes = entry.number("officer_homes", in: 0...200)
        }
        if file.has("activities") { rules.activities = file.list("activities", of: .activity, mayBeEmpty: true, read: activity) }
        rules.notice = file.nested("notice") { entry in
            Notice(place: entry.names("place"), phone: entry.text("phone", limit: 40), hours: entry.names("hours"), text: entry.has("text") ? entry.names("text") : nil)
        }
        estate.desk = rules
    }

    private static func officer(_ entry: YAMLEntry) -> DeskOfficer {
        let person = Guard(
            number: entry.named("number", .person) { isGuardNumber($0) ? nil : .badGuardNumber($0) }, name: entry.text("name", limit: 60), isSupervisor: false,
            badge: entry.code("badge"))
        let role = entry.choice("role", or: DeskOfficer.Role.officer)
        return DeskOfficer(person: person, role: role, areas: entry.references("areas", to: .building, required: false, mayBeEmpty: true))
    }

    private static func dueTimes(_ due: YAMLEntry, _ key: String) -> DueTimes? {
        due.nested(key) { entry in
            DueTimes(plan: allowance(entry, "plan") ?? .hours(48), settle: allowance(entry, "settle") ?? .workingDays(7))
        }
    }

    private static func allowance(_ entry: YAMLEntry, _ key: String) -> Allowance? {
        entry.nested(key) { entry in
            entry.has("working_days") ? .workingDays(entry.number("working_days", in: 1...200)) : .hours(entry.number("hours", in: 1...10_000))
        }
    }

    private static func calendar(_ entry: YAMLEntry) -> WorkCalendar {
        var calendar = WorkCalendar()
        if entry.has("weekend") {
            calendar.weekend = Set(
                read(entry, "weekend", or: { .badNumber($0, least: 1, most: 7) }) { text in decimalNumber(text).flatMap { (1...7).contains($0) ? $0 : nil } })
        }
        calendar.holidays = Set(read(entry, "holidays", or: Problem.badDate) { Day($0) })
        calendar.workdays = Set(read(entry, "workdays", or: Problem.badDate) { Day($0) })
        return calendar
    }

    private static func read<Value>(_ entry: YAMLEntry, _ key: String, or problem: (String) -> Problem, convert: (String) -> Value?) -> [Value] {
        entry.texts(key, required: false, mayBeEmpty: true).compactMap { found in
            if let value = convert(found.text) { return value }
            entry.source.report(problem(found.text), line: found.line)
            return nil
        }
    }

    private static func activity(_ entry: YAMLEntry) -> PlannedActivity {
        // A leap year, so that 02-29 is a date.
        let by = entry.converted("by", required: true, or: Problem.badDate) { Day("2024-" + $0) }
        return PlannedActivity(
            id: entry.id(of: .activity), name: entry.names(), kind: entry.choice("kind", or: .meeting), month: by?.parts.month ?? 12, day: by?.parts.day ?? 31)
    }
}
