import Notation
import Testing

@Suite("Times as people write them down for later")
struct SpokenTimeTests {
    private static let zone = Zone(minutes: 480)

    private func spoken(_ text: String, at now: String = "2026-11-23T20:00:00.000+08:00") throws -> String? {
        try SpokenTime(text)?.instant(after: #require(Instant(now)), in: SpokenTimeTests.zone).map { String($0.text(in: SpokenTimeTests.zone).prefix(16)) }
    }

    @Test("The next such time from now on; a day ends at its last minute", arguments: [
        ("21:30", "2026-11-23T21:30"), ("2130", "2026-11-23T21:30"), ("20:00", "2026-11-23T20:00"), ("7:05", "2026-11-24T07:05"),
        ("12-24", "2026-12-24T23:59"), ("12/24 18:00", "2026-12-24T18:00"), ("1-5", "2027-01-05T23:59"), ("11-23 19:59", "2026-11-23T19:59"), ("11-1", "2026-11-01T23:59"), ("10-1", "2027-10-01T23:59"),
        ("2027-06-30", "2027-06-30T23:59"), ("2027-06-30 0800", "2027-06-30T08:00"), ("２１：３０", "2026-11-23T21:30"), ("2-29", "2028-02-29T23:59"),
        ("2020-01-01", "2020-01-01T23:59"), ("20270630", "2027-06-30T23:59"), ("20270630 0800", "2027-06-30T08:00"), ("12月24日", "2026-12-24T23:59"),
        ("12月24號18點半", "2026-12-24T18:30"), ("2027年6月30日 8時", "2027-06-30T08:00"), ("18點30分", "2026-11-24T18:30"), ("21點", "2026-11-23T21:00"),
        ("明天", "2026-11-24T23:59"), ("明天18:00", "2026-11-24T18:00"), ("明日下午6点", "2026-11-24T18:00"), ("后天 上午9点", "2026-11-25T09:00"),
        ("今天 18:00", "2026-11-23T18:00"), ("tomorrow 7:05", "2026-11-24T07:05"), ("下午9:30", "2026-11-23T21:30"),
    ])
    func read(text: String, expected: String) throws { #expect(try spoken(text) == expected) }

    @Test("Anything else is no time", arguments: ["", " ", "soon", "25:00", "13-01", "2-30", "12-24-1-1", "18:00 12-24", "12-24 18:00 x", "12-24 99:00", "2027-02-29", "20270230", "明年", "明年底", "明天 12-24", "13月1日", "25點", "明天 18:00 前", "晚上12點"])
    func refused(text: String) { #expect(SpokenTime(text) == nil) }

    @Test("A day that is counted from today becomes a date, and then means the same tomorrow")
    func dated() throws {
        let now = try #require(Instant("2026-11-23T20:00:00.000+08:00"))
        let tomorrow = try #require(SpokenTime("明天下午6點"))
        #expect(tomorrow.isRelative && tomorrow.dated(now, in: SpokenTimeTests.zone) == "2026-11-24 18:00")
        #expect(SpokenTime("明天")?.dated(now, in: SpokenTimeTests.zone) == "2026-11-24" && SpokenTime("12-24")?.isRelative == false)
    }
}
