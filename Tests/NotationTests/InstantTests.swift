import Randomness
import Testing

import Notation

@Suite("Instants, days and clock times")
struct InstantTests {
    static let hongKong = Zone(minutes: 480)

    @Test(
        "RFC 3339 is written with milliseconds and the offset, and read back",
        arguments: [
            (0, 480, "1970-01-01T08:00:00.000+08:00"), (-1, 0, "1969-12-31T23:59:59.999+00:00"),
            (1_795_442_645_123, 480, "2026-11-23T22:04:05.123+08:00"),
            (-2_208_988_800_000, -210, "1899-12-31T20:30:00.000-03:30"),
            (951_782_400_000, 0, "2000-02-29T00:00:00.000+00:00"), (-30_000, -30, "1969-12-31T23:29:30.000-00:30"),
        ] as [(Int64, Int, String)]
    )
    func text(milliseconds: Int64, zone: Int, text: String) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(instant.text(in: Zone(minutes: zone)) == text)
        #expect(Instant(text) == instant)
    }

    @Test("Any instant in any zone is read back as itself", arguments: 0..<20)
    func roundTrip(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let instant = Instant(milliseconds: .random(in: -62_000_000_000_000...250_000_000_000_000, using: &generator))
            let zone = Zone(minutes: .random(in: -1439...1439, using: &generator))
            #expect(Instant(instant.text(in: zone)) == instant)
            #expect(Zone(zone.text) == zone)
            let day = Day(instant, in: zone)
            let start = day.at(ClockTime(minutes: 0), in: zone)
            #expect((start..<start.adding(minutes: 1440)).contains(instant))
            #expect(instant.minutes(since: day.at(ClockTime(instant, in: zone), in: zone)) == 0)
            #expect(Day(day.text) == day)
        }
    }

    @Test("A fraction may be missing, short or long")
    func fractions() {
        #expect(Instant("1970-01-01T00:00:01Z") == Instant(milliseconds: 1000))
        #expect(Instant("1970-01-01 00:00:01.5Z") == Instant(milliseconds: 1500))
        #expect(Instant("1970-01-01T00:00:01.0259999+00:00") == Instant(milliseconds: 1025))
    }

    @Test("The first and the last instant that can be read are written so that they are read again, in every zone", arguments: [-1439, 0, 480, 1439])
    func sayable(minutes: Int) throws {
        for text in ["0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z"] {
            let instant = try #require(Instant(text))
            let written = instant.text(in: Zone(minutes: minutes))
            #expect(written.utf8.count == 29 && Instant(written) == instant)
        }
        #expect(SpokenTime("9999-12-31 23:59")?.instant(after: Instant(milliseconds: 0), in: Zone(minutes: minutes)) == nil)
    }

    @Test(
        "Anything else is no instant",
        arguments: [
            "", "2026-11-23", "2026-11-23T22:04:05", "2026-11-23T22:04Z", "2026-02-29T00:00:00Z", "2026-11-23T24:00:00Z",
            "2026-11-23T22:60:00Z", "2026-11-23T22:04:61Z", "2026-11-23T22:04:05.Z", "2026-11-23T22:04:05+8:00",
            "2026-11-23T22:04:05+0800", "2026-11-23T22:04:05+24:00", "2026-11-23T22:04:05Z ", " 2026-11-23T22:04:05Z",
            "2026-11-23x22:04:05Z", "2026/11/23T22:04:05Z", "２026-11-23T22:04:05Z", "9999-12-31T23:59:59Z", "9999-12-31T00:00:00+08:00",
            "0000-01-01T00:00:00+23:59", "0001-01-01T12:00:00Z",
        ]
    )
    func noInstant(text: String) { #expect(Instant(text) == nil) }

    @Test("The day changes at the zone's own midnight")
    func midnight() throws {
        let before = try #require(Instant("2026-11-23T15:59:59.999Z"))
        let after = Instant(milliseconds: before.milliseconds + 1)
        #expect(Day(before, in: Self.hongKong).text == "2026-11-23")
        #expect(Day(after, in: Self.hongKong).text == "2026-11-24")
        #expect(ClockTime(before, in: Self.hongKong).text == "23:59")
        #expect(ClockTime(after, in: Self.hongKong).text == "00:00")
        #expect(Day(Instant(milliseconds: -1), in: Zone(minutes: 0)).text == "1969-12-31")
        #expect(ClockTime(Instant(milliseconds: -1), in: Zone(minutes: 0)).text == "23:59")
    }

    @Test(
        "Only days of the calendar are days",
        arguments: [
            ("2024-02-29", true), ("2025-02-29", false), ("1900-02-29", false), ("2000-02-29", true), ("2026-04-31", false),
            ("2026-13-01", false), ("2026-00-10", false), ("2026-01-00", false), ("26-01-01", false), ("2026-1-01", false),
        ]
    )
    func days(text: String, isDay: Bool) { #expect((Day(text)?.text == text) == isDay) }

    @Test("Adding days passes Feb 29 and the year's end")
    func adding() throws {
        #expect(try #require(Day("2024-02-28")).adding(days: 1).text == "2024-02-29")
        #expect(try #require(Day("2026-01-01")).adding(days: -1).text == "2025-12-31")
    }

    @Test(
        "A clock time is read with or without a colon",
        arguments: [("7:05", "07:05"), ("07:05", "07:05"), ("0705", "07:05"), ("23:59", "23:59"), ("00:00", "00:00")]
    )
    func clockTimes(text: String, canonical: String) { #expect(ClockTime(text)?.text == canonical) }

    @Test("What is no time of day", arguments: ["", "24:00", "7:60", "705", "7:5", "07:05:00", ":705", "070:5", "ab:cd", "-1:00"])
    func noClockTimes(text: String) { #expect(ClockTime(text) == nil) }

    @Test("Minutes between two instants are rounded down, before and after")
    func minutes() {
        let base = Instant(milliseconds: 0)
        #expect(Instant(milliseconds: 119_999).minutes(since: base) == 1)
        #expect(Instant(milliseconds: -1).minutes(since: base) == -1)
        #expect(Instant(milliseconds: -60_000).minutes(since: base) == -1)
        #expect(Instant(milliseconds: 120_000).clockMinutes(since: Instant(milliseconds: 59_999)) == 2)
        #expect(Instant(milliseconds: 119_999).clockMinutes(since: Instant(milliseconds: 60_000)) == 0)
        #expect(Instant(milliseconds: -1).clockMinutes(since: base) == -1)
    }
}
