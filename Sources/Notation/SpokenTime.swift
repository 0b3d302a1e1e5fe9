/// A time as people write it down for later: `21:30`, `12-24`, `12-24 18:00`, `2026-12-24 18:00`.
public struct SpokenTime: Equatable, Sendable {
    private var year: Int?
    private var day: (month: Int, day: Int)?
    private var clock: ClockTime?

    public static func == (left: SpokenTime, right: SpokenTime) -> Bool {
        left.year == right.year && left.day?.month == right.day?.month && left.day?.day == right.day?.day && left.clock == right.clock
    }

    /// Nil for anything that is no day and no time of day.
    public init?(_ text: String) {
        let words = text.folded.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count) else { return nil }
        for (index, word) in words.enumerated() {
            if word.contains("-") || word.contains("/"), index == 0 {
                guard takeDay(word) else { return nil }
            } else if let time = ClockTime(word), index == words.count - 1 {
                clock = time
            } else {
                return nil
            }
        }
    }

    private mutating func takeDay(_ word: String) -> Bool {
        let parts = word.split { $0 == "-" || $0 == "/" }.map { Int($0) }
        guard (2...3).contains(parts.count), let day = parts[parts.count - 1], let month = parts[parts.count - 2] else { return false }
        if parts.count == 3 {
            guard let stated = parts[0] else { return false }
            year = stated
        }
        self.day = (month, day)
        return calendarDay(in: year ?? 2024) != nil
    }

    private func calendarDay(in year: Int) -> Day? {
        day.flatMap { Day(padded(year, 4) + "-" + padded($0.month, 2) + "-" + padded($0.day, 2)) }
    }

    /// The next such time from `now` on: a time of day alone is today's or tomorrow's, a day without a year this year's or a later one, a day
    /// without a time ends at its last minute.
    public func instant(after now: Instant, in zone: Zone) -> Instant? {
        let today = Day(now, in: zone)
        guard day != nil else {
            guard let clock else { return nil }
            let time = today.at(clock, in: zone)
            return time >= now ? time : today.adding(days: 1).at(clock, in: zone)
        }
        let end = clock ?? ClockTime(minutes: 1439)
        if let year { return calendarDay(in: year)?.at(end, in: zone) }
        return (0...8).lazy.compactMap { calendarDay(in: today.parts.year + $0)?.at(end, in: zone) }.first { $0 >= now }
    }
}
