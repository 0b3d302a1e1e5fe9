/// A point in time to the millisecond, with no zone: milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the epoch.
    public var milliseconds: Int64

    /// What a line can say: in every zone the year has four digits, and none is 0.
    static let sayable = Instant(milliseconds: -62_135_510_400_000)...Instant(milliseconds: 253_402_128_000_000)

    /// When somebody may be at work: from 1970 up to the year 3000.
    public static let plausible = Instant(milliseconds: 0)...Instant(milliseconds: 32_503_680_000_000)

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant so many minutes later (earlier, if negative).
    public func adding(minutes: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(minutes) * 60_000) }

    /// Whole minutes from `earlier` to this instant, rounded down.
    public func minutes(since earlier: Instant) -> Int {
        floorDivide(Int(milliseconds - earlier.milliseconds), by: 60_000)
    }

    /// Minutes from `earlier` to this instant as a clock without seconds shows them: from 23:51:59 to 00:33:00 are 42.
    public func clockMinutes(since earlier: Instant) -> Int {
        floorDivide(Int(milliseconds), by: 60_000) - floorDivide(Int(earlier.milliseconds), by: 60_000)
    }
}

/// An offset from UTC in minutes: the estate's one zone. Chinese-speaking places have no summer time.
public struct Zone: Hashable, Sendable {
    /// Minutes east of Greenwich.
    public let minutes: Int

    /// - Parameter minutes: east of Greenwich, -1439...1439.
    public init(minutes: Int) { self.minutes = minutes }

    /// Reads `+08:00`, `-03:30` or `Z`; nil for anything else.
    public init?(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    init?<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) where Bytes.Index == Int {
        if bytes.count == 1, bytes.first == UInt8(ascii: "Z") { self.init(minutes: 0); return }
        let start = bytes.startIndex
        guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"), let sign = Zone.sign(bytes[start]),
            let hours = decimal(bytes[(start + 1)..<(start + 3)]), let minutes = decimal(bytes[(start + 4)...]), hours < 24, minutes < 60
        else { return nil }
        self.init(minutes: sign * (hours * 60 + minutes))
    }

    private static func sign(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "+"): 1
        case UInt8(ascii: "-"): -1
        default: nil
        }
    }

    /// `+08:00`.
    public var text: String {
        var text = DigitText()
        write(to: &text)
        return text.text
    }

    func write(to text: inout DigitText) {
        text.put(minutes < 0 ? "-" : "+")
        text.put(abs(minutes) / 60, 2)
        text.put(":")
        text.put(abs(minutes) % 60, 2)
    }
}

/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// - Parameter number: days since 1970-01-01.
    public init(number: Int) { self.number = number }

    /// The day at `instant` in `zone`.
    public init(_ instant: Instant, in zone: Zone) {
        number = floorDivide(Int(instant.milliseconds) + zone.minutes * 60_000, by: 86_400_000)
    }

    /// Reads `2026-11-23`; nil for anything that is no day of the calendar.
    public init?(_ text: some StringProtocol) {
        self.init(Array(text.utf8)[...])
    }

    init?<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) where Bytes.Index == Int {
        let start = bytes.startIndex
        guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let year = decimal(bytes[start..<(start + 4)]), let month = decimal(bytes[(start + 5)..<(start + 7)]), let day = decimal(bytes[(start + 8)...]),
            (1...12).contains(month), day >= 1
        else { return nil }
        let candidate = Day(number: Day.number(year: year, month: month, day: day))
        guard candidate.parts == (year, month, day) else { return nil }
        self = candidate
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Year, month 1...12, day 1...31 (the civil-from-days algorithm of H. Hinnant, "chrono-compatible date algorithms").
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = floorDivide(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2026-11-23`.
    public var text: String {
        var text = DigitText()
        write(to: &text)
        return text.text
    }

    func write(to text: inout DigitText) {
        let parts = parts
        text.put(parts.year, 4)
        text.put("-")
        text.put(parts.month, 2)
        text.put("-")
        text.put(parts.day, 2)
    }

    /// The instant at which the wall clock of `zone` shows `time` on this day.
    public func at(_ time: ClockTime, in zone: Zone) -> Instant {
        Instant(milliseconds: Int64(number * 1440 + time.minutes - zone.minutes) * 60_000)
    }

    /// The day of the calendar; nil for one that there is not, as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(number: Day.number(year: year, month: month, day: day))
        guard parts == (year, month, day) else { return nil }
    }

    /// Day of the week: Monday 1, Sunday 7 (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// Quarter of the year, 1...4.
    public var quarter: Int { (parts.month + 2) / 3 }

    /// The day so many days later.
    public func adding(days: Int) -> Day { Day(number: number + days) }
}

/// A time of day on the wall clock, to the minute.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0..<1440.
    public let minutes: Int

    /// - Parameter minutes: since midnight; taken modulo a day.
    public init(minutes: Int) { self.minutes = ((minutes % 1440) + 1440) % 1440 }

    /// The wall clock of `zone` at `instant`.
    public init(_ instant: Instant, in zone: Zone) {
        self.init(minutes: floorDivide(Int(instant.milliseconds), by: 60_000) % 1440 + zone.minutes)
    }

    /// Reads `7:05`, `07:05`, `0705`; nil for anything that is no time of day.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            bytes.remove(at: colon)
            if colon == 1 { bytes.insert(UInt8(ascii: "0"), at: 0) }
            guard colon == 1 || colon == 2 else { return nil }
        }
        guard bytes.count == 4, let hours = decimal(bytes[0..<2]), let minutes = decimal(bytes[2..<4]),
            hours < 24, minutes < 60
        else { return nil }
        self.init(minutes: hours * 60 + minutes)
    }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    /// `07:05`.
    public var text: String {
        var text = DigitText()
        write(to: &text)
        return text.text
    }

    func write(to text: inout DigitText) {
        text.put(minutes / 60, 2)
        text.put(":")
        text.put(minutes % 60, 2)
    }
}

extension Instant {
    /// RFC 3339 with milliseconds and the zone's offset: `2026-11-23T22:04:05.123+08:00`.
    public func text(in zone: Zone) -> String {
        let local = Int(milliseconds) + zone.minutes * 60_000
        let day = Day(number: floorDivide(local, by: 86_400_000))
        let rest = local - day.number * 86_400_000
        var text = DigitText()
        day.write(to: &text)
        text.put("T")
        ClockTime(minutes: rest / 60_000).write(to: &text)
        text.put(":")
        text.put(rest / 1000 % 60, 2)
        text.put(".")
        text.put(rest % 1000, 3)
        zone.write(to: &text)
        return text.text
    }

    /// Reads RFC 3339 with an offset, seconds fraction optional; nil for anything else, and for the first and the last day of all years, which
    /// another zone could not write.
    public init?(_ text: some StringProtocol) {
        guard let instant = text.utf8.withContiguousStorageIfAvailable({ Instant(bytes: $0) }) ?? Array(text.utf8).withUnsafeBufferPointer({ Instant(bytes: $0) })
        else { return nil }
        self = instant
    }

    /// Reads RFC 3339 where it stands.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard let instant = bytes.withMemoryRebound(to: UInt8.self, { Instant(bytes: $0) }) else { return nil }
        self = instant
    }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let day = Day(bytes[0..<10]), bytes[13] == UInt8(ascii: ":"), let hours = decimal(bytes[11..<13]), hours < 24,
            let minutes = decimal(bytes[14..<16]), minutes < 60, bytes[16] == UInt8(ascii: ":"), let seconds = decimal(bytes[17..<19]), seconds < 61
        else { return nil }
        let time = ClockTime(minutes: hours * 60 + minutes)
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty, let value = decimal(digits.prefix(3)) else { return nil }
            fraction = value * [100, 10, 1][min(digits.count, 3) - 1]
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let zone = Zone(rest) else { return nil }
        self = day.at(time, in: zone)
        milliseconds += Int64(seconds * 1000 + fraction)
        guard Instant.sayable.contains(self) else { return nil }
    }
}

func floorDivide(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
}

func decimal(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}
