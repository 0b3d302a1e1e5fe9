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
        ("12-24", "2026-12-24T23:59"), ("12/24 18:00", "2026-12-24T18:00"), ("1-5", "2027-01-05T23:59"), ("11-23 19:59", "2027-11-23T19:59"),
        ("2027-06-30", "2027-06-30T23:59"), ("2027-06-30 0800", "2027-06-30T08:00"), ("２１：３０", "2026-11-23T21:30"), ("2-29", "2028-02-29T23:59"),
        ("2020-01-01", "2020-01-01T23:59"),
    ])
    func read(text: String, expected: String) throws { #expect(try spoken(text) == expected) }

    @Test("Anything else is no time", arguments: ["", " ", "soon", "25:00", "13-01", "2-30", "12-24-1-1", "18:00 12-24", "12-24 18:00 x", "12-24 99:00", "2027-02-29"])
    func refused(text: String) { #expect(SpokenTime(text) == nil) }
}
