import Notation
import Testing

@testable import Gatekeeping

@Suite("Rounds (P6, G9)")
struct RoundTests {
    /// The book began at 21:40; rounds are due at 22:00, 23:00 and 01:00, with 15 minutes of grace.
    let start = Scene.evening.adding(minutes: -20)

    private func scene(atMinute minute: Int) throws -> Scene {
        var scene = Scene()
        scene.now = start
        try scene.given(PostTaken().turnedOut())
        scene.now = Scene.evening.adding(minutes: minute)
        return scene
    }

    @Test("A round departs from 15 minutes before its time until its grace is over", arguments: [
        (-16, false), (-15, true), (0, true), (15, true), (16, false), (44, false), (45, true),
    ])
    func window(minute: Int, departs: Bool) throws {
        let scene = try scene(atMinute: minute)
        guard departs else { scene.expectRefused(RoundStarted(route: "night"), .noRoundDue(route: "night")); return }
        let due = Scene.evening.adding(minutes: minute < 45 ? 0 : 60)
        #expect(try scene.when(RoundStarted(route: "night", walker: "G12")).due == due)
    }

    @Test("A round is started once, by somebody known")
    func once() throws {
        var scene = try scene(atMinute: 0)
        scene.expectRefused(RoundStarted(route: "night", walker: "X1"), .unknownGuard("X1"))
        scene.expectRefused(RoundStarted(route: "day"), .unknownValue(field: "route", value: "day", known: ["night"]))
        let round = try scene.given(RoundStarted(route: "night"))
        #expect(scene.state.registers.rounds[round]?.walker == "G07")
        scene.expectRefused(RoundStarted(route: "night"), .roundUnderWay)
        try scene.given(RoundTicked(ref: round, checkpoint: "roof"))
        try scene.given(RoundReturned(ref: round))
        scene.expectRefused(RoundStarted(route: "night"), .noRoundDue(route: "night"))
        scene.expectRefused(RoundReturned(ref: round), .alreadyRecorded)
    }

    @Test("P6: a round in which nothing was looked at has no return, and is missed")
    func nothingTicked() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        scene.expectRefused(RoundReturned(ref: round), .nothingTicked)
        scene.pass(minutes: 120)
        #expect(scene.state.registers.missedRounds(in: scene.estate, at: scene.now).contains { ($0 as? RoundMissed)?.ref == round })
    }

    @Test("A tick is live while walking, late for an hour after the return, and then refused")
    func ticks() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        #expect(try scene.when(RoundTicked(ref: round, checkpoint: "roof")).isLive)
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "roof"), .tooEarly(from: "2026-11-23 22:00"), at: scene.now.adding(minutes: -1))
        scene.pass(minutes: 2)
        #expect(try scene.when(RoundTicked(ref: round, checkpoint: "roof"), at: scene.now.adding(minutes: -1)).isLive == false)
        try scene.given(RoundTicked(ref: round, checkpoint: "hydrant"))
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "hydrant"), .alreadyTicked)
        scene.expectRefused(
            RoundTicked(ref: round, checkpoint: "cellar"), .unknownValue(field: "checkpoint", value: "cellar", known: ["hydrant", "roof"]))
        scene.pass(minutes: 30)
        #expect(try scene.when(RoundReturned(ref: round)).unseen == ["roof"])
        try scene.given(RoundReturned(ref: round))
        scene.pass(minutes: 60)
        #expect(try scene.when(RoundTicked(ref: round, checkpoint: "roof")).isLive == false)
        scene.pass(minutes: 1)
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "roof"), .tickTooLate)
    }

    @Test("G9: what else is damaged at a checkpoint is said by further ticks, each a defect; it counts as looked at once")
    func severalDamages() throws {
        var scene = try scene(atMinute: 0)
        let items = [Labelled(id: "hose", name: Names("水帶")), Labelled(id: "valve", name: Names("閥")), Labelled(id: "glass", name: Names("玻璃"))]
        scene.estate.checkpoints[0].items = items
        let round = try scene.given(RoundStarted(route: "night"))
        func tick(_ result: RoundTicked.Result, _ item: String?) -> RoundTicked { RoundTicked(ref: round, checkpoint: "hydrant", result: result, item: item, text: "x") }
        try scene.given(tick(.damaged, "hose"))
        try scene.given(tick(.damaged, "valve"))
        try scene.given(tick(.notSeen, "glass"))
        scene.expectRefused(tick(.intact, nil), .alreadyTicked)
        scene.expectRefused(tick(.notSeen, nil), .alreadyTicked)
        scene.expectRefused(tick(.damaged, "zzz"), .unknownValue(field: "item", value: "zzz", known: items.map(\.id)))
        #expect(scene.state.registers.defects.values.compactMap(\.item).sorted() == ["hose", "valve"])
        #expect(scene.state.registers.rounds[round]?.ticked == ["hydrant"])
    }

    @Test("P6: nobody is back before they looked at something; what ran out says so")
    func returnAfterTicks() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        scene.pass(minutes: 10)
        try scene.given(RoundTicked(ref: round, checkpoint: "roof"))
        let looked = String(scene.now.text(in: scene.estate.zone).prefix(16).map { $0 == "T" ? " " : $0 })
        scene.expectRefused(RoundReturned(ref: round), .tooEarly(from: looked), at: scene.now.adding(minutes: -5))
        #expect(try scene.broughtForward().registers == scene.state.registers)
        scene.pass(minutes: 300)
        for fact in missed(scene) { try scene.given(fact, by: "gatebook", post: "") }
        scene.expectRefused(RoundReturned(ref: round), .roundMissed)
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "hydrant"), .roundMissed)
        scene.expectRefused(RoundReturned(ref: 900), .neverWritten(ref: 900))
    }

    @Test("G7, S3: a tick that is entered late makes no later look older")
    func lateTick() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        scene.pass(minutes: 20)
        try scene.given(fact(CheckpointLooked.self) { $0.checkpoint = "hydrant" })
        let looked = scene.now
        try scene.given(RoundTicked(ref: round, checkpoint: "hydrant"), at: scene.now.adding(minutes: -10))
        #expect(scene.state.registers.looks["hydrant"] == looked)
    }

    @Test("G9: damage is an open defect until repaired and seen again by another; not seen is no look")
    func damage() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "roof", result: .damaged), .missingField("text"))
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "roof", result: .notSeen, text: ""), .missingField("text"))
        let tick = try scene.given(RoundTicked(ref: round, checkpoint: "roof", result: .damaged, text: "lock broken"))
        try scene.given(RoundTicked(ref: round, checkpoint: "hydrant", result: .notSeen, text: "flooded"))
        #expect(scene.state.registers.defects[tick]?.place == "roof")
        #expect(scene.state.registers.looks == ["roof": scene.now])
        try scene.given(fact(DefectRepaired.self) { $0.ref = tick })
        try scene.given(fact(DefectConfirmed.self) { $0.ref = tick; $0.isGood = true }, by: "G12")
        #expect(scene.state.registers.defects.isEmpty)
        scene.expectRefused(fact(DefectRepaired.self) { $0.ref = tick }, .nothingThere(ref: tick))
    }

    @Test("S3, G9: what is due is looked at outside of a round, too; damage is an open defect, and a look that is entered late makes none older")
    func look() throws {
        var scene = try scene(atMinute: 0)
        func look(_ checkpoint: String, _ result: CheckpointLooked.Result = .intact, text: String? = nil) -> CheckpointLooked {
            fact { ($0.checkpoint, $0.result, $0.text) = (checkpoint, result, text) }
        }
        let now = scene.now
        scene.expectRefused(look("cellar"), .unknownValue(field: "checkpoint", value: "cellar", known: ["hydrant", "roof"]))
        scene.expectRefused(look("roof", .damaged), .missingField("text"))
        try scene.given(look("hydrant"))
        try scene.given(look("hydrant"), at: now.adding(minutes: -30))
        #expect(scene.state.registers.looks == ["hydrant": now] && scene.state.registers.defects.isEmpty)
        let line = try scene.given(look("roof", .damaged, text: "lock broken"))
        #expect(scene.state.registers.defects[line]?.place == "roof")
        #expect(try scene.broughtForward().registers == scene.state.registers)
    }

    @Test("P6: a round that does not depart is missed once, after its deadline, and cannot be filled in")
    func missedDeparture() throws {
        var scene = try scene(atMinute: 15)
        #expect(scene.state.registers.missedRounds(in: scene.estate, at: scene.now).isEmpty)
        scene.now = Instant(milliseconds: scene.now.milliseconds + 1)
        let missed = try #require(missed(scene).first as? RoundMissed)
        #expect(missed == RoundMissed(route: "night", due: Scene.evening))
        scene.expectRefused(missed, .unknownGuard("G07"))
        try scene.given(missed, by: "gatebook", post: "")
        #expect(self.missed(scene).isEmpty)
        scene.expectRefused(missed, .alreadyRecorded, by: "gatebook", post: "")
        scene.expectRefused(RoundStarted(route: "night"), .noRoundDue(route: "night"))
        scene.expectRefused(RoundStarted(route: "night"), .noRoundDue(route: "night"), at: Scene.evening)
    }

    @Test("P6: a round that does not come back is missed once, and takes no more ticks")
    func missedReturn() throws {
        var scene = try scene(atMinute: 0)
        let round = try scene.given(RoundStarted(route: "night"))
        scene.pass(minutes: 45)
        #expect(missed(scene).isEmpty)
        scene.now = Instant(milliseconds: scene.now.milliseconds + 1)
        let missed = try #require(missed(scene).first as? RoundMissed)
        #expect(missed == RoundMissed(ref: round, route: "night", due: Scene.evening))
        #expect(missed.missing == .back)
        try scene.given(missed, by: "gatebook", post: "")
        #expect(self.missed(scene).isEmpty)
        scene.expectRefused(RoundTicked(ref: round, checkpoint: "roof"), .roundMissed)
        scene.expectRefused(RoundReturned(ref: round), .roundMissed)
    }

    @Test("Rounds that fell due while no console ran are one line")
    func unwatched() throws {
        var scene = try scene(atMinute: -10)
        let console = try scene.given(ConsoleOpened(isAlone: true, lastEntry: nil), by: "gatebook")
        try scene.given(ConsoleClosed(ref: console), by: "gatebook")
        scene.now = Scene.evening.adding(minutes: 200)
        let facts = missed(scene)
        #expect(facts.count == 1)
        let unwatched = try #require(facts.first as? RoundsUnwatched)
        #expect(unwatched.count == 3)
        #expect(unwatched.from == Scene.evening)
        #expect(unwatched.to == Scene.evening.adding(minutes: 180))
        try scene.given(unwatched, by: "gatebook", post: "")
        #expect(missed(scene).isEmpty)
        scene.expectRefused(unwatched, .alreadyRecorded, by: "gatebook", post: "")
    }

    @Test("G10: where the program was closed though somebody held the post, the pause passes at the handover; a mere restart has none", arguments: [
        (14, true, false), (15, true, true), (300, true, true), (300, false, false),
    ])
    func pause(minutes: Int, isHeld: Bool, isFound: Bool) throws {
        var scene = isHeld ? try Scene.onDuty : Scene()
        let console = try scene.given(ConsoleOpened(isAlone: true, lastEntry: nil), by: "gatebook")
        try scene.given(ConsoleClosed(ref: console), by: "gatebook")
        let closed = scene.now
        scene.pass(minutes: minutes)
        let opened = try scene.given(ConsoleOpened(isAlone: true, lastEntry: nil), by: "gatebook")
        #expect(scene.state.registers.outages[opened]?.from == (isFound ? closed : nil))
        #expect(scene.state.registers.unwatchedSince == nil)
    }

    @Test("A crash leaves a time in which nobody watched; what was due outside it is missed")
    func outage() throws {
        var scene = try scene(atMinute: -10)
        try scene.given(ConsoleOpened(isAlone: true, lastEntry: nil), by: "gatebook")
        let last = Scene.evening.adding(minutes: 30)
        scene.now = Scene.evening.adding(minutes: 100)
        let outage = try scene.given(ConsoleOpened(isAlone: true, lastEntry: last), by: "gatebook")
        #expect(scene.state.registers.outages[outage]?.from == last)
        let facts = missed(scene)
        #expect(facts.map { type(of: $0).kind } == ["round.missed", "rounds.unwatched"])
        #expect((facts.first as? RoundMissed)?.due == Scene.evening)
        for fact in facts { try scene.given(fact, by: "gatebook", post: "") }
        #expect(missed(scene).isEmpty)
        try scene.given(fact(OutageSettled.self) { $0.ref = outage })
        #expect(scene.state.registers.outages.isEmpty)
    }

    @Test("After a clock that was years behind, only the rounds of the last month are missed one by one")
    func years() throws {
        var scene = try scene(atMinute: -10)
        scene.now = scene.now.adding(minutes: 3 * 365 * 1440)
        let facts = missed(scene)
        #expect(facts.count < 1000 && facts.filter { $0 is RoundsUnwatched }.count == 1 && facts.first is RoundsUnwatched)
        for fact in facts { try scene.given(fact, by: "gatebook", post: "") }
        #expect(missed(scene).isEmpty)
    }

    @Test("Rounds from before the book began are nobody's")
    func beginning() throws {
        var scene = Scene()
        scene.now = Scene.evening.adding(minutes: 90)
        try scene.given(PostTaken().turnedOut())
        #expect(missed(scene).isEmpty)
        #expect(scene.state.registers.roundsComing(in: scene.estate, at: scene.now).map(\.due) == [Scene.evening.adding(minutes: 180)])
    }

    private func missed(_ scene: Scene) -> [any Fact] { scene.state.registers.missedRounds(in: scene.estate, at: scene.now) }
}
