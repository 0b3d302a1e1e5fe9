import Notation

/// What the year's plan of return visits and activities asks for, and how far it is (R1, R5).
public struct YearPlan: Equatable, Sendable {
    /// One line of the plan.
    public struct Item: Equatable, Sendable {
        public enum Subject: Equatable, Sendable {
            /// An officer's round through one area in a quarter.
            case area(officer: String, area: String)
            /// The director's own visits of the year.
            case director(officer: String)
            case activity(String)
        }

        public let subject: Subject
        /// As `2026-Q4` or `2026`.
        public let term: String
        public let done: Int
        public let goal: Int
        /// By when all of it is to be done.
        public let due: Instant
        /// How many are to be done before the week is over, so that the rest keeps pace.
        public let thisWeek: Int

        /// What tells it from the others of the plan.
        public var key: String {
            switch subject {
            case .area(let officer, let area): "\(officer)/\(area)/\(term)"
            case .director(let officer): "\(officer)//\(term)"
            case .activity(let id): "\(id)/\(term)"
            }
        }

        public var isDone: Bool { done >= goal }
    }

    public let items: [Item]

    /// The plan of the quarter and year of `now`.
    public init(_ registers: Registers, estate: Estate, now: Instant) {
        guard let desk = estate.desk else { items = []; return }
        let planner = Planner(registers: registers, estate: estate, desk: desk, today: Day(now, in: estate.zone))
        items = planner.areas + planner.directors + planner.activities
    }

    /// What this week asks for, the earliest due first.
    public var thisWeek: [Item] { items.filter { $0.thisWeek > 0 }.sorted { ($0.due, $0.term) < ($1.due, $1.term) } }

    /// Homes for one line of the plan that were not visited in its term: as many as the week asks for, spread over the area by chance that
    /// everybody can repeat.
    public static func homes(for item: Item, _ registers: Registers, _ estate: Estate) -> [Unit] {
        let (officer, area): (String, String?)
        switch item.subject {
        case .area(let number, let building): (officer, area) = (number, building)
        case .director(let number): (officer, area) = (number, nil)
        case .activity: return []
        }
        let visited = Set(registers.callings["\(officer)/\(area ?? "")/\(item.term)"]?.units ?? [])
        let left = estate.units.filter { (area == nil || $0.building == area) && !visited.contains($0.id) }
        return Array(left.sorted { ($0.lot(item.term), $0.id) < ($1.lot(item.term), $1.id) }.prefix(item.thisWeek))
    }
}

private struct Planner {
    let registers: Registers
    let estate: Estate
    let desk: DeskRules
    let today: Day

    var areas: [YearPlan.Item] {
        let (year, quarter) = (today.parts.year, today.quarter)
        let end = Day(year: quarter == 4 ? year + 1 : year, month: quarter == 4 ? 1 : quarter * 3 + 1, day: 1) ?? today
        return desk.staff.filter { $0.role == .officer }.flatMap { officer in
            officer.areas.map { area in
                let homes = min(desk.officerHomes, estate.units.count { $0.building == area })
                return item(.area(officer: officer.person.number, area: area), "\(officer.person.number)/\(area)/", today.quarterName, goal: homes, end)
            }
        }
    }

    var directors: [YearPlan.Item] {
        let end = Day(year: today.parts.year + 1, month: 1, day: 1) ?? today
        return desk.staff.filter { $0.role == .director }.map { director in
            item(.director(officer: director.person.number), "\(director.person.number)//", String(today.parts.year), goal: desk.directorHomes, end)
        }
    }

    var activities: [YearPlan.Item] {
        let year = today.parts.year
        return desk.activities.map { activity in
            let done = registers.held["\(activity.id)/\(year)"] == nil ? 0 : 1
            let end = activity.due(year).adding(days: 1)
            let isAsked = registers.began.map { Day($0, in: estate.zone) < end } ?? true
            let presses = done == 0 && isAsked && end.number - today.number <= YearPlan.announcedDays
            return YearPlan.Item(subject: .activity(activity.id), term: String(year), done: done, goal: 1, due: start(of: end), thisWeek: presses ? 1 : 0)
        }
    }

    /// - Parameter end: the day after the last one.
    private func item(_ subject: YearPlan.Item.Subject, _ key: String, _ term: String, goal: Int, _ end: Day) -> YearPlan.Item {
        let done = registers.callings[key + term]?.units.count ?? 0
        let weeks = max(1, (end.number - today.number + 6) / 7)
        let left = max(0, goal - done)
        return YearPlan.Item(subject: subject, term: term, done: done, goal: goal, due: start(of: end), thisWeek: left == 0 ? 0 : (left + weeks - 1) / weeks)
    }

    private func start(of day: Day) -> Instant { day.at(ClockTime(minutes: 0), in: estate.zone) }
}

extension YearPlan {
    /// An activity is on the week's list so long before it is due.
    static let announcedDays = 14
}

extension Unit {
    /// A number that looks drawn and is the same for everybody: FNV-1a over the unit and the term.
    fileprivate func lot(_ term: String) -> UInt64 {
        (id + "/" + term).utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
