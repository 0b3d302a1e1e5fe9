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

        public func isLate(at now: Instant) -> Bool { !isDone && due <= now }
    }

    public let items: [Item]

    /// The plan of the year of `now`, as far as the open registers know it.
    public init(_ registers: Registers, estate: Estate, now: Instant) {
        let done = registers.callings.mapValues { $0.units.count }
        self.init(done: done, held: Set(registers.held.keys), since: registers.began, estate: estate, year: Day(now, in: estate.zone).parts.year, now: now)
    }

    /// The plan of any year: its quarters until now, and the whole year's part.
    /// - Parameters:
    ///   - done: how many homes were visited, by `officer/area/term`.
    ///   - held: the activities that took place, as `activity/year`.
    ///   - since: when the book began: what was due before is nobody's.
    public init(done: [String: Int], held: Set<String>, since: Instant?, estate: Estate, year: Int, now: Instant) {
        guard let desk = estate.desk else { items = []; return }
        let planner = Planner(done: done, held: held, since: since, estate: estate, desk: desk, year: year, today: Day(now, in: estate.zone))
        items = planner.areas + planner.directors + planner.others + planner.activities
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
    let done: [String: Int]
    let held: Set<String>
    let since: Instant?
    let estate: Estate
    let desk: DeskRules
    let year: Int
    let today: Day

    /// The quarters of the year that have begun, each with the day after its last one.
    private var quarters: [(name: String, end: Day)] {
        (1...4).compactMap { quarter in
            guard let start = Day(year: year, month: quarter * 3 - 2, day: 1), start <= today,
                let end = Day(year: quarter == 4 ? year + 1 : year, month: quarter == 4 ? 1 : quarter * 3 + 1, day: 1), isAsked(until: end)
            else { return nil }
            return (start.quarterName, end)
        }
    }

    var areas: [YearPlan.Item] {
        quarters.flatMap { quarter in
            desk.staff.filter { $0.role == .officer }.flatMap { officer in
                officer.areas.map { area in
                    let homes = min(desk.officerHomes, estate.units.count { $0.building == area })
                    return item(.area(officer: officer.person.number, area: area), quarter.name, goal: homes, quarter.end)
                }
            }
        }
    }

    var directors: [YearPlan.Item] {
        desk.staff.filter { $0.role == .director }.map { item(.director(officer: $0.person.number), String(year), goal: desk.directorHomes, endOfYear) }
    }

    /// Homes that an officer visited in somebody else's area: done, though nobody asked for it.
    var others: [YearPlan.Item] {
        let planned = Set((areas + directors).map(\.key))
        return done.keys.filter { !planned.contains($0) }.sorted().compactMap { key in
            let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, parts[2].hasPrefix("\(year)-") else { return nil }
            return item(.area(officer: parts[0], area: parts[1]), parts[2], goal: 0, endOfYear)
        }
    }

    var activities: [YearPlan.Item] {
        desk.activities.map { activity in
            let done = held.contains("\(activity.id)/\(year)") ? 1 : 0
            let end = activity.due(year).adding(days: 1)
            let presses = done == 0 && isAsked(until: end) && year == today.parts.year && end.number - today.number <= YearPlan.announcedDays
            return YearPlan.Item(subject: .activity(activity.id), term: String(year), done: done, goal: 1, due: start(of: end), thisWeek: presses ? 1 : 0)
        }
    }

    private var endOfYear: Day { Day(year: year + 1, month: 1, day: 1) ?? today }

    private func isAsked(until end: Day) -> Bool { since.map { Day($0, in: estate.zone) < end } ?? true }

    /// - Parameter end: the day after the last one.
    private func item(_ subject: YearPlan.Item.Subject, _ term: String, goal: Int, _ end: Day) -> YearPlan.Item {
        let blank = YearPlan.Item(subject: subject, term: term, done: 0, goal: goal, due: start(of: end), thisWeek: 0)
        let (count, weeks) = (done[blank.key] ?? 0, max(1, (end.number - today.number + 6) / 7))
        let left = end > today ? max(0, goal - count) : 0
        return YearPlan.Item(subject: subject, term: term, done: count, goal: goal, due: start(of: end), thisWeek: (left + weeks - 1) / weeks)
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
