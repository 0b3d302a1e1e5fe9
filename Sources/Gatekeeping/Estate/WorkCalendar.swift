import Notation

/// Which days are worked: weekends, holidays, and the weekend days that are worked instead of a holiday (調休).
public struct WorkCalendar: Equatable, Sendable {
    /// Days of the week that are free, Monday being 1 and Sunday 7 (ISO 8601).
    public var weekend: Set<Int> = [6, 7]
    /// Free days besides.
    public var holidays: Set<Day> = []
    /// Days that are worked although they fall on a weekend.
    public var workdays: Set<Day> = []

    public init() {}

    /// Whether a day is worked.
    public func isWorked(_ day: Day) -> Bool {
        if workdays.contains(day) { return true }
        return !holidays.contains(day) && !weekend.contains(day.weekday)
    }

    /// The day that is so many working days after `day`.
    public func day(_ count: Int, after day: Day) -> Day {
        var (day, left) = (day, count)
        // A calendar without any working day would never end: a year is as long as anything waits.
        for _ in 0..<(366 + 7 * count) where left > 0 {
            day = day.adding(days: 1)
            if isWorked(day) { left -= 1 }
        }
        return day
    }
}

/// How long something may take.
public enum Allowance: Equatable, Sendable {
    case hours(Int)
    /// To the same clock time, so many working days later.
    case workingDays(Int)
}

extension Estate {
    /// When an allowance that begins at `start` is over.
    func end(of allowance: Allowance, from start: Instant) -> Instant {
        switch allowance {
        case .hours(let hours): return start.adding(minutes: hours * 60)
        case .workingDays(let count):
            let last = desk?.calendar.day(count, after: Day(start, in: zone)) ?? Day(start, in: zone).adding(days: count)
            return last.at(ClockTime(start, in: zone), in: zone)
        }
    }

    /// The end of the day that is so many days after the day of `time`.
    func endOfDay(_ days: Int = 0, after time: Instant) -> Instant {
        Day(time, in: zone).adding(days: days + 1).at(ClockTime(minutes: 0), in: zone)
    }
}
