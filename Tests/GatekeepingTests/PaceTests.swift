import Notation
import Testing

@testable import Gatekeeping

@Suite("The pace of admissions")
struct PaceTests {
    private let zone = Zone(minutes: 480)

    private func stamp(_ n: Int, _ clock: String, day: Int = 20_780) throws -> Stamp {
        Stamp(n: n, t: Day(number: day).at(try #require(ClockTime(clock)), in: zone), by: "G07", post: "main")
    }

    private func admitted(_ took: Int?, _ keys: Int?) -> Event {
        .fact(fact(VisitorAdmitted.self) { ($0.ref, $0.took, $0.keys) = (1, took, keys) })
    }

    @Test("Medians, the slowest tenth and the count, by hour")
    func medians() throws {
        var tally = PaceTally(.small)
        for n in 1...20 { tally.note(admitted(n * 1000, 30 - n), try stamp(n, "22:15")) }
        tally.note(admitted(7000, 9), try stamp(21, "05:59"))
        let rows = tally.rows.filter { if case .hour = $0.part { true } else { false } }
        #expect(rows.map(\.part) == [.hour(5), .hour(22)])
        #expect(rows.map(\.pace.count) == [1, 20])
        #expect(rows.map(\.pace.median) == [7000, 10_000])
        #expect(rows.map(\.pace.slowestTenth) == [7000, 19_000])
        #expect(rows.map(\.pace.keys) == [9, 19])
        #expect(tally.rows.first?.part == .whole && tally.rows.first?.pace.count == 21)
    }

    @Test("What cannot be is refused, and where a line says it, counts as the most that can be")
    func impossible() throws {
        var tally = PaceTally(.small)
        for n in 1...2 { tally.note(admitted(.max, .max), try stamp(n, "10:00")) }
        let pace = try #require(tally.rows.first?.pace)
        #expect(pace.median == 86_400_000 && pace.keys == 1_000_000)
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate()
        for (took, keys) in [(Int.max, 1), (1, Int.max)] {
            #expect(throws: Refusal.self) { try scene.when(fact(VisitorAdmitted.self) { ($0.ref, $0.took, $0.keys) = (visit, took, keys) }) }
        }
        _ = try scene.when(fact(VisitorAdmitted.self) { ($0.ref, $0.took, $0.keys) = (visit, 1, 1) })
    }

    @Test("Nobody comes with more people than can be, and what a line says adds up")
    func headcount() throws {
        var scene = try Scene.onDuty
        for count in [Int.max, 1000, 0, -1] {
            scene.expectRefused(
                fact(VisitorExpected.self) { ($0.name, $0.unit, $0.count) = ("王小明", "3-1502", count) }, .unknownValue(field: "count", value: String(count), known: ["1…999"]))
        }
        try scene.given(fact(VisitorExpected.self) { ($0.name, $0.unit, $0.count) = ("王小明", "3-1502", 999) })
        var visit = Visit()
        visit.count = .max
        #expect(visit.heads == 999)
    }

    @Test("What was not measured or was taken back does not count; kinds stay apart")
    func kinds() throws {
        var tally = PaceTally(.small)
        tally.note(admitted(nil, nil), try stamp(1, "10:00"))
        tally.note(admitted(5000, 5), try stamp(2, "10:00"))
        tally.note(admitted(6000, 6), try stamp(3, "10:00"))
        tally.note(.fact(fact(VehicleEntered.self) { ($0.plate, $0.took, $0.keys) = ("A", 1000, 5) }), try stamp(4, "10:00"))
        tally.note(.withdrawal(Withdrawal(ref: 3)), try stamp(5, "10:01"))
        let whole = tally.rows.filter { $0.part == .whole }
        #expect(whole.map(\.kind) == ["visitor.admitted", "vehicle.entered"])
        #expect(whole.map(\.pace.count) == [1, 1])
        #expect(whole.map(\.pace.median) == [5000, 1000])
    }

    @Test("Only the days that are asked for")
    func days() throws {
        var tally = PaceTally(.small, from: Day(number: 20_780), to: Day(number: 20_781))
        for day in 20_779...20_782 { tally.note(admitted(day, 1), try stamp(day, "23:30", day: day)) }
        #expect(tally.rows.first?.pace.count == 2)
        #expect(tally.rows.first?.pace.median == 20_780)
    }

    @Test("Negative times and keys are refused; none are needed")
    func refused() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate()
        scene.expectRefused(
            fact(VisitorAdmitted.self) { ($0.ref, $0.took) = (visit, -1) }, .unknownValue(field: "took", value: "-1", known: ["0…86400000"]))
        scene.expectRefused(
            fact(VisitorAdmitted.self) { ($0.ref, $0.keys) = (visit, -2) }, .unknownValue(field: "keys", value: "-2", known: ["0…1000000"]))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).effort == nil)
        let n = try scene.given(fact(VisitorAdmitted.self) { ($0.ref, $0.took, $0.keys) = (visit, 9000, 12) })
        scene.expectRefused(
            fact(Correction.self) { ($0.ref, $0.field, $0.value, $0.why) = (n, "took", "1", "faster") }, .fixedField("took"))
    }
}
