import Notation
import Testing

@testable import Gatekeeping

@Suite("Return visits and the year's plan (R1–R5)")
struct RevisitTests {
    private static let zone = Zone(minutes: 480)

    @Test("R2: somebody else than who handled it asks, after the answer, and writes down what the resident said")
    func somebodyElse() throws {
        var scene = try Scene.onDuty
        let early = try scene.receive("complaint")
        scene.expectRefused(fact(RevisitMade.self) { ($0.ref, $0.opinion) = (early, "x") }, .answerMissing(.resident), by: "W02")
        let ref = try scene.answered("complaint")
        scene.expectRefused(fact(RevisitMade.self) { ($0.ref, $0.opinion) = (ref, "x") }, .ownRevisit, by: "W01")
        scene.expectRefused(fact(RevisitMade.self) { $0.ref = ref }, .missingField("opinion"), by: "W02")
        let visit = try scene.when(fact(RevisitMade.self) { ($0.ref, $0.opinion) = (ref, "很好") }, by: "W02")
        #expect(visit.officer == "W02" && visit.unit == "3-1502" && visit.term == nil)
        let due = try scene.matter(ref).due(in: scene.estate)
        #expect(due == Day(scene.now, in: Self.zone).adding(days: 4).at(ClockTime(minutes: 0), in: Self.zone), "Within three days, the last one whole.")
    }

    @Test("R4: who is not content has the matter opened again, with its times from now on")
    func notContent() throws {
        var scene = try Scene.onDuty
        let ref = try scene.answered("complaint")
        scene.pass(minutes: 2 * 1440)
        try scene.revisit(ref, .not)
        let matter = try scene.matter(ref)
        #expect(matter.next == .plan && matter.reopened == 1 && matter.toResident == nil)
        #expect(matter.due(in: scene.estate) == scene.now.adding(minutes: 48 * 60))
        scene.expectRefused(fact(MatterClosed.self) { $0.ref = ref }, .otherStep(.plan))
    }

    @Test("R4: what a visit of the officer's own brings up becomes a matter; R3: so does a promised reply")
    func bringsUp() throws {
        var scene = try Scene.onDuty
        try scene.revisit(nil, .not, unit: "3-1502", by: "W01")
        #expect(try scene.matter(scene.n).kind == .complaint)
        let until = scene.now.adding(minutes: 600)
        try scene.revisit(nil, .content, unit: "3-1502", by: "W01", promised: until)
        #expect(try scene.matter(scene.n).kind == .enquiry && scene.matter(scene.n).due(in: scene.estate) == until)
        try scene.revisit(nil, .content, unit: "3-1502", by: "W01")
        #expect(scene.state.registers.matters.count == 2)
    }

    @Test("A repair is visited if the seal of its line says so: nobody knows it before, everybody can read it afterwards")
    func draw() throws {
        var scene = try Scene.onDuty
        #expect(scene.estate.desk?.drawLimit == "4ccccccc")
        let drawn = try scene.answered("repair", seal: "4cccccc8" + String(repeating: "0", count: 56))
        #expect(try scene.matter(drawn).next == .revisit)
        let spared = try scene.answered("repair", seal: "4ccccccc" + String(repeating: "0", count: 56))
        #expect(try scene.matter(spared).next == .close)
        let open = try scene.receive("repair")
        try scene.verify(open)
        try scene.report(open)
        try scene.plan(open)
        #expect(try scene.when(fact(MatterResolved.self) { ($0.ref, $0.text) = (open, "x") }).draw == "4ccccccc")
        for (percent, limit) in [(0, "00000000"), (50, "80000000"), (100, "ffffffff")] {
            scene.estate.desk?.repairPercent = percent
            #expect(scene.estate.desk?.drawLimit == limit)
        }
    }

    @Test("R1, R5: the year's plan against what was done, by officer and area, each home once")
    func plan() throws {
        var scene = try Scene.onDuty
        scene.estate.units += (1...9).map { Unit(id: "3-\($0)", building: "3", household: "戶\($0)") }
        func item(_ officer: String) throws -> YearPlan.Item {
            try #require(YearPlan(scene.state.registers, estate: scene.estate, now: scene.now).items.first { $0.key.hasPrefix(officer + "/") })
        }
        let (start, term) = (try item("W01"), Day(scene.now, in: Self.zone).quarterName)
        #expect(start.done == 0 && start.goal == 4 && start.term == term && start.thisWeek == 1)
        let homes = YearPlan.homes(for: start, scene.state.registers, scene.estate).map(\.id)
        #expect(homes.count == 1)
        try scene.revisit(nil, unit: homes[0], by: "W01")
        try scene.revisit(nil, unit: homes[0], by: "W01")
        try scene.revisit(nil, unit: "3-1502", by: "D01")
        #expect(try item("W01").done == 1 && item("D01").done == 1 && item("D01").goal == 2)
        #expect(YearPlan.homes(for: try item("W01"), scene.state.registers, scene.estate).map(\.id) != homes, "Who was visited is not on the list again.")
        let next = try scene.broughtForward()
        #expect(next.registers.callings == scene.state.registers.callings)
    }

    @Test("R5: who dismissed a complaint does not call; visits in somebody else's area stand in the plan too; an old quarter is late")
    func standIn() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        try scene.verify(ref, valid: false)
        try scene.answer(ref)
        scene.expectRefused(fact(RevisitMade.self) { ($0.ref, $0.opinion) = (ref, "x") }, .ownRevisit, by: "W01")
        try scene.revisit(nil, unit: "3-1502", by: "W02")
        func plan(_ now: Instant) -> [YearPlan.Item] { YearPlan(scene.state.registers, estate: scene.estate, now: now).items }
        #expect(plan(scene.now).contains { $0.key.hasPrefix("W02/3/") && $0.done == 1 && $0.goal == 0 })
        var later = Estate.small
        later.desk?.officerHomes = 1
        let nextYear = try #require(Day(year: Day(scene.now, in: Self.zone).parts.year, month: 12, day: 31)).at(ClockTime(minutes: 600), in: Self.zone)
        let items = YearPlan(done: [:], held: [], since: nil, estate: later, year: Day(scene.now, in: Self.zone).parts.year, now: nextYear).items
        #expect(items.filter { $0.key.hasPrefix("W01/3/") }.map { $0.isLate(at: nextYear) } == [true, true, true, false])
    }

    @Test("R5: the half-year meeting is on the list two weeks before it is due, until it was held")
    func activities() throws {
        var scene = try Scene.onDuty
        let year = Day(scene.now, in: Self.zone).parts.year
        func presses(_ day: Day?) throws -> Bool {
            let now = try #require(day).at(ClockTime(minutes: 600), in: Self.zone)
            return YearPlan(scene.state.registers, estate: scene.estate, now: now).thisWeek.contains { $0.subject == .activity("meeting") }
        }
        #expect(try !presses(Day(year: year, month: 11, day: 21)))
        #expect(try presses(Day(year: year, month: 11, day: 22)))
        #expect(try presses(Day(year: year, month: 12, day: 20)))
        try scene.given(fact(ActivityHeld.self) { ($0.activity, $0.count, $0.text) = ("meeting", 30, "談停車") }, by: "W01")
        #expect(try !presses(Day(year: year, month: 12, day: 20)))
        #expect(try presses(Day(year: year + 1, month: 12, day: 1)))
    }

    @Test("The plan of a new quarter begins at nothing, and the plan of last year is not carried on")
    func newYear() throws {
        var scene = try Scene.onDuty
        try scene.revisit(nil, unit: "3-1502", by: "W01")
        scene.pass(minutes: 400 * 1440)
        #expect(try scene.broughtForward().registers.callings.isEmpty)
    }
}
