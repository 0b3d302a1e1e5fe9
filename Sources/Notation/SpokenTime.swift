/// A time as people write it down for later: `21:30`, `12-24`, `12-24 18:00`, `2026-12-24 18:00`, `20261224`, `12月24日18點半`, `明天下午6點`.
public struct SpokenTime: Equatable, Sendable {
    private var year: Int?
    private var day: (month: Int, day: Int)?
    /// Days from today, where a word says so.
    private var ahead: Int?
    private var clock: ClockTime?

    public static func == (left: SpokenTime, right: SpokenTime) -> Bool {
        left.year == right.year && left.day?.month == right.day?.month && left.day?.day == right.day?.day && left.ahead == right.ahead
            && left.clock == right.clock
    }

    /// Nil for anything that is no day and no time of day.
    public init?(_ text: String) {
        let words = SpokenWords(text)
        ahead = words.ahead
        guard (1...2).contains(words.plain.count + (ahead == nil ? 0 : 1)) else { return nil }
        for (index, word) in words.plain.enumerated() {
            if index == 0, ahead == nil, SpokenTime.isDay(word) {
                guard takeDay(word) else { return nil }
            } else if let time = words.clock(word), index == words.plain.count - 1 {
                clock = time
            } else {
                return nil
            }
        }
    }

    /// The time of day, where no day is said.
    public var timeOfDay: ClockTime? { day == nil && ahead == nil ? clock : nil }

    /// Whether it is counted from the day on which it was written down.
    public var isRelative: Bool { ahead != nil }

    private static func isDay(_ word: String) -> Bool { word.contains("-") || word.contains("/") || word.count == 8 && word.allSatisfy(\.isDigit) }

    private mutating func takeDay(_ word: String) -> Bool {
        let isPacked = word.count == 8 && word.allSatisfy(\.isDigit)
        let parts = isPacked ? [Int(word.prefix(4)), Int(word.dropFirst(4).prefix(2)), Int(word.suffix(2))] : word.split { $0 == "-" || $0 == "/" }.map { Int($0) }
        guard (2...3).contains(parts.count), let day = parts[parts.count - 1], let month = parts[parts.count - 2] else { return false }
        if parts.count == 3 {
            guard let stated = parts[0] else { return false }
            year = stated
        }
        self.day = (month, day)
        return calendarDay(in: year ?? 2024) != nil
    }

    private func calendarDay(in year: Int) -> Day? {
        guard (0...9999).contains(year) else { return nil }
        return day.flatMap { Day(year: year, month: $0.month, day: $0.day) }
    }

    /// The next such time from `now` on: a time of day alone is today's or tomorrow's, a day without a year the one of the last
    /// month or the next such, a day without a time ends at its last minute.
    public func instant(after now: Instant, in zone: Zone) -> Instant? {
        let today = Day(now, in: zone)
        let end = clock ?? ClockTime(minutes: 1439)
        if let ahead { return today.adding(days: ahead).at(end, in: zone) }
        guard day != nil else {
            guard let clock else { return nil }
            let time = today.at(clock, in: zone)
            return time >= now ? time : today.adding(days: 1).at(clock, in: zone)
        }
        if let year { return calendarDay(in: year).map { $0.at(end, in: zone) }.flatMap { Instant.sayable.contains($0) ? $0 : nil } }
        // A day of the last month is meant as it was written, and is over.
        let earliest = now.adding(minutes: -31 * 1440)
        return (-1...8).lazy.compactMap { calendarDay(in: today.parts.year + $0)?.at(end, in: zone) }.first { $0 >= earliest }
    }

    /// The same with its day as a date, so that it means tomorrow what it means today.
    public func dated(_ now: Instant, in zone: Zone) -> String {
        [ahead.map { Day(now, in: zone).adding(days: $0).text }, clock?.text].compactMap { $0 }.joined(separator: " ")
    }
}

/// What was written, with the Chinese words in it as signs: `12月24日18點半` as `12-24 18:30`.
private struct SpokenWords {
    private static let days = [("今天", 0), ("今日", 0), ("today", 0), ("明天", 1), ("明日", 1), ("tomorrow", 1), ("後天", 2), ("后天", 2)]
    private static let halves = [("上午", false), ("下午", true)]
    private static let signs = [
        ("年", "-"), ("月", "-"), ("日", " "), ("號", " "), ("号", " "), ("點", ":"), ("点", ":"), ("時", ":"), ("时", ":"), ("分", " "), ("半", "30"), ("整", "00"),
    ]

    let plain: [String]
    /// Days from today.
    let ahead: Int?
    /// Before noon or after it, where it is said.
    private let isAfternoon: Bool?

    init(_ text: String) {
        var text = text.folded
        (ahead, isAfternoon) = (SpokenWords.taken(SpokenWords.days, from: &text), SpokenWords.taken(SpokenWords.halves, from: &text))
        for (word, sign) in SpokenWords.signs { text = text.replacing(word, with: sign) }
        plain = text.split(separator: " ").map { $0.hasSuffix(":") ? $0 + "00" : String($0) }
    }

    /// What the first of the words that stands in the text means; in its place a space.
    private static func taken<Meaning>(_ words: [(String, Meaning)], from text: inout String) -> Meaning? {
        for (word, meaning) in words {
            guard let range = text.firstRange(of: word) else { continue }
            text.replaceSubrange(range, with: " ")
            return meaning
        }
        return nil
    }

    func clock(_ word: String) -> ClockTime? {
        guard let time = ClockTime(word), let isAfternoon else { return ClockTime(word) }
        return isAfternoon && time.minutes < 720 ? ClockTime(minutes: time.minutes + 720) : time
    }
}
