import Notation

/// What the configuration says about the service desk (接待來訪投訴、回訪): who sits there, what is due when, what the year brings.
public struct DeskRules: Equatable, Sendable {
    public var staff: [DeskOfficer] = []
    /// Who can be responsible for a matter; `director` is always one of them (C3, C5).
    public var departments: [Labelled] = []
    /// What matters are about; `other` is always one of them.
    public var topics: [Labelled] = []
    public var urgent = DueTimes(plan: .hours(2), settle: .hours(24))
    public var ordinary = DueTimes(plan: .hours(48), settle: .workingDays(7))
    public var calendar = WorkCalendar()
    /// Days after the answer within which somebody else asks whether the resident is content.
    public var revisitDays = 3
    /// How many of a hundred repairs are visited; which ones the seals of their lines decide.
    public var repairPercent = 30
    /// Homes that the director visits a year (R5).
    public var directorHomes = 2
    /// Homes that an officer visits in each of their areas a quarter (R5).
    public var officerHomes = 4
    /// Meetings, festivals, questionnaires of every year (R1, R5).
    public var activities: [PlannedActivity] = []
    public var notice: Notice?

    public init() {}

    /// The id of the department that decides what others cannot.
    public static let director = "director"
    /// The id of what has no topic of its own.
    public static let otherTopic = "other"

    public func dueTimes(isUrgent: Bool) -> DueTimes { isUrgent ? urgent : ordinary }
    public func officer(_ number: String) -> DeskOfficer? { staff.first { $0.person.number == number } }
    public func department(_ id: String) -> Labelled? { departments.first { $0.id == id } }
    public func activity(_ id: String) -> PlannedActivity? { activities.first { $0.id == id } }

    /// The seals below which a repair is drawn for a visit: eight hexadecimal digits, so many hundredths of all there are.
    public var drawLimit: String {
        let limit = (UInt64(1) << 32) * UInt64(min(max(repairPercent, 0), 100)) / 100
        let digits = String(min(limit, UInt64(UInt32.max)), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}

/// By when an answer must be planned, and the matter settled.
public struct DueTimes: Equatable, Sendable {
    public var plan: Allowance
    public var settle: Allowance

    public init(plan: Allowance, settle: Allowance) { (self.plan, self.settle) = (plan, settle) }
}

/// Somebody of the office.
public struct DeskOfficer: Equatable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        /// 物管員
        case officer
        /// 主任
        case director
    }

    public var person: Guard
    public var role: Role
    /// Ids of the buildings that an officer visits.
    public var areas: [String]

    public init(person: Guard, role: Role, areas: [String] = []) { (self.person, self.role, self.areas) = (person, role, areas) }
}

/// Something that the year's plan asks for (R1, R5).
public struct PlannedActivity: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// 座談會
        case meeting
        /// 節日活動
        case festival
        /// 問卷
        case questionnaire
    }

    public var id: String
    public var name: Names
    public var kind: Kind
    /// By which day of each year.
    public var month: Int
    public var day: Int

    public init(id: String, name: Names, kind: Kind, month: Int, day: Int) {
        (self.id, self.name, self.kind, self.month, self.day) = (id, name, kind, month, day)
    }

    /// The last day of it in a year; the last of the month where there is no such day.
    func due(_ year: Int) -> Day {
        let dates = (0..<4).lazy.compactMap { Day(year: year, month: self.month, day: self.day - $0) }
        return dates.first ?? Day(year: year, month: 12, day: 31) ?? Day(number: 0)
    }
}

/// Where and when complaints are taken (C1).
public struct Notice: Equatable, Sendable {
    public var place: Names
    public var phone: String
    public var hours: Names
    /// What stands below.
    public var text: Names?

    public init(place: Names, phone: String, hours: Names, text: Names? = nil) {
        (self.place, self.phone, self.hours, self.text) = (place, phone, hours, text)
    }
}

extension Estate {
    /// The rules of the desk, if the estate has one.
    func requireDesk() throws(Refusal) -> DeskRules {
        guard let desk else { throw .noDesk }
        return desk
    }

    /// The building of a unit.
    public func building(of unit: String?) -> String? { unit.flatMap { self.unit($0)?.building } }
}
