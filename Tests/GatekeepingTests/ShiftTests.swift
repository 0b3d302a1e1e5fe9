import Notation
import Testing

@testable import Gatekeeping

@Suite("Shift and handover (P5, G10)")
struct ShiftTests {
    private func accepted(_ offer: Int) -> HandoverAccepted { fact { $0.ref = offer } }

    @Test("P5: nobody signs off before the relief has come and accepted")
    func relief() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(PostLeft(leaving: .relieved), .reliefMissing)
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        scene.expectRefused(PostLeft(leaving: .relieved), .notAccepted)
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
        let offer = try scene.given(HandoverOffered())
        scene.expectRefused(PostLeft(leaving: .relieved), .notAccepted)
        scene.expectRefused(accepted(offer), .ownHandover)
        scene.expectRefused(accepted(offer), .notRelief, by: "S01")
        scene.expectRefused(accepted(99), .notOffered, by: "G12")
        scene.expectRefused(accepted(offer), .linesLeft(5), by: "G12")
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
        scene.expectRefused(accepted(offer), .notOffered, by: "G12")
        scene.expectRefused(PostLeft(leaving: .relieved), .reliefMissing, by: "G12")
        try scene.given(PostLeft(leaving: .relieved))
        scene.expectRefused(PostLeft(leaving: .relieved), .notOnDuty("G07"))
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
    }

    @Test("G10: signing on, the handover and signing off count from when they are written; for another time they are refused")
    func onlyNow() throws {
        var scene = Scene()
        scene.pass(minutes: 60)
        let earlier = Scene.evening
        scene.expectRefused(PostTaken().turnedOut(), .onlyNow, at: earlier)
        try scene.given(PostTaken().turnedOut(), at: scene.now)
        #expect(scene.state.registers.custody["main"]?.since == scene.now)
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        scene.expectRefused(HandoverOffered(), .onlyNow, at: earlier)
        scene.expectRefused(HandoverOffered(), .onlyNow, at: scene.now.adding(minutes: 3))
        let offer = try scene.given(HandoverOffered())
        scene.expectRefused(HandoverAnswered(ref: offer, item: "inside"), .onlyNow, by: "G12", at: earlier)
        scene.expectRefused(fact(HandoverExplained.self) { $0.ref = offer; $0.text = "x" }, .onlyNow, at: earlier)
        try scene.acceptLines()
        scene.expectRefused(accepted(offer), .onlyNow, by: "G12", at: earlier)
        try scene.given(accepted(offer), by: "G12")
        scene.expectRefused(PostLeft(leaving: .relieved), .onlyNow, at: earlier)
        try scene.given(PostLeft(leaving: .relieved))
        #expect(scene.state.registers.custody["main"]?.since == scene.now)
    }

    @Test("A post is opened once; a relief comes once")
    func taking() throws {
        var scene = Scene()
        scene.expectRefused(PostTaken().turnedOut(.relief), .postUnattended)
        try scene.given(PostTaken().turnedOut())
        scene.expectRefused(PostTaken().turnedOut(), .alreadyAttended(by: "G07"), by: "G12")
        scene.expectRefused(PostTaken().turnedOut(), .alreadyOnDuty)
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        scene.expectRefused(PostTaken().turnedOut(.relief), .alreadyOnDuty, by: "G12")
        scene.expectRefused(PostTaken().turnedOut(.relief), .reliefIsHere("G12"), by: "S01")
    }

    @Test("A shift's figures count what happened in it, nothing that a page brings forward")
    func tally() {
        var tally = ShiftTally(from: Scene.evening, until: Scene.evening.adding(minutes: 60))
        let events = [Event(CommandIDs([(key: CommandID("c-1"), value: 3)])), Event(Forward(Custody(), opener: 2, since: Scene.evening)), Event(VehicleEntered(plate: "AB1234"))]
        for (n, event) in events.enumerated() { tally.note(event, Stamp(n: n + 1, t: Scene.evening, by: "G07", post: "main")) }
        #expect(tally.counts == ["vehicle.entered": 1])
    }

    @Test("Only a supervisor covers a post")
    func covering() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(PostTaken().turnedOut(.covering), .notSupervisor("G12"), by: "G12")
        try scene.given(PostTaken().turnedOut(.covering), by: "S01")
        #expect(scene.state.registers.custody["main"]?.holder == "S01")
    }

    @Test("G1: signing on keeps the guard's own number and the turnout check", arguments: [true, false])
    func turnout(isTurnedOut: Bool) throws {
        var scene = Scene()
        let taken = fact(PostTaken.self) { $0.isTurnedOut = isTurnedOut }
        #expect(try scene.when(taken).isTurnedOut == isTurnedOut)
        try scene.given(taken)
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
        scene.expectRefused(PostTaken().turnedOut(.relief), .unknownGuard("G99"), by: "G99")
    }

    @Test("G3: equipment that is missing when coming on duty is an open defect, and names who was told")
    func equipment() throws {
        var scene = Scene()
        var taken = PostTaken().turnedOut()
        taken.remark = "the lamp flickers"
        scene.expectRefused(taken, .missingField("told"))
        taken.told = "S01"
        taken.missing = ["umbrella"]
        scene.expectRefused(taken, .unknownValue(field: "missing", value: "umbrella", known: ["radio"]))
        taken.missing = ["radio"]
        let line = try scene.given(taken)
        #expect(scene.state.registers.defects[line]?.place == "main")
    }

    @Test("A post closes only within the hours of its schedule", arguments: [(29, false), (30, true), (120, true), (479, true), (480, false)])
    func closing(minute: Int, closes: Bool) throws {
        var scene = Scene()
        try scene.given(PostTaken().turnedOut(), post: "side")
        scene.now = Scene.evening.adding(minutes: minute)
        guard closes else {
            scene.expectRefused(PostLeft(leaving: .closing), .notScheduledToClose, post: "side")
            return
        }
        #expect(try scene.when(PostLeft(leaving: .closing), post: "side").opens == Scene.evening.adding(minutes: 480), "At six.")
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "a fight" }, post: "side")
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "男子"; $0.injuries = "無" }, post: "side")
        scene.expectRefused(PostLeft(leaving: .closing), .stillDetained, post: "side")
        try scene.given(PostTaken().turnedOut(), by: "G12")
        scene.expectRefused(PostLeft(leaving: .closing), .stillDetained, post: "side")
        try scene.given(fact(PersonReleased.self) { $0.ref = person; $0.who = "警員" }, post: "side")
        try scene.given(PostLeft(leaving: .closing), post: "side")
        #expect(scene.state.registers.custody["side"] == nil)
    }

    @Test("A post without such a schedule never closes")
    func neverCloses() throws {
        var scene = try Scene.onDuty
        scene.pass(minutes: 120)
        scene.expectRefused(PostLeft(leaving: .closing), .notScheduledToClose)
        scene.expectRefused(PostLeft(leaving: .closing), .notOnDuty("G12"), by: "G12")
    }

    @Test("P5: a supervisor who holds the post does not let themselves off it where there is another", arguments: [true, false])
    func ownException(hasOther: Bool) throws {
        var scene = Scene()
        if hasOther { scene.estate.guards.append(Guard(number: "S02", name: "趙六", isSupervisor: true)) }
        try scene.given(PostTaken().turnedOut(.covering), by: "S01")
        let own = fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "x" }
        if hasOther { scene.expectRefused(own, .ownException, by: "S01") } else { try scene.given(own, by: "S01") }
        if hasOther { try scene.given(fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S02"; $0.reason = "x" }, by: "S01") }
        try scene.given(PostLeft(leaving: .exception), by: "S01")
    }

    @Test("An exception of a supervisor who has left the estate is confirmed by another")
    func goneSupervisor() throws {
        var scene = try Scene.onDuty
        let exception = try scene.grant(.signOff, for: nil)
        scene.estate.guards.append(Guard(number: "S02", name: "趙六", isSupervisor: true))
        scene.expectRefused(fact(ExceptionConfirmed.self) { $0.ref = exception; $0.supervisor = "S02" }, .notSupervisor("S02"))
        scene.estate.guards.removeAll { $0.number == "S01" }
        try scene.given(fact(ExceptionConfirmed.self) { $0.ref = exception; $0.supervisor = "S02" })
        #expect(scene.state.registers.exceptions.isEmpty)
    }

    @Test("A supervisor's exception lets the holder leave without a relief")
    func exception() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(PostLeft(leaving: .exception), .reliefMissing)
        let exception = try scene.grant(.signOff, for: nil)
        try scene.given(PostLeft(leaving: .exception))
        #expect(scene.state.registers.custody.isEmpty)
        #expect(scene.state.registers.exceptions.keys.sorted() == [exception])
        scene.expectRefused(PostLeft(leaving: .exception), .postUnattended)
    }

    @Test("An exception from the sign-off is for the post, not for a visit")
    func exceptionForVisit() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown(nil))
        let grant = fact(ExceptionGranted.self) { $0.ref = visit; $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "ill" }
        scene.expectRefused(grant, .unknownField("ref"))
    }

    @Test("The offer counts what is open")
    func counts() throws {
        var scene = Scene()
        scene.pass(minutes: -10)
        try scene.given(PostTaken().turnedOut())
        _ = try scene.inside(count: 3)
        _ = try scene.atTheGate()
        try scene.given(VehicleEntered(plate: "AB1234"))
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        let round = try scene.given(RoundStarted(route: "night"))
        let offer = try scene.when(HandoverOffered())
        #expect((offer.people, offer.vehicles) == (3, 1))
        #expect(offer.occurrences == [noise])
        #expect(offer.rounds == [round])
        scene.expectRefused(HandoverOffered(), .notOnDuty("G12"), by: "G12")
    }

    @Test("P1, G8: an occurrence is open until resolved, with who was told; silence counts from the latest news")
    func occurrences() throws {
        var scene = Scene()
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party"; $0.told = "S01" })
        scene.expectRefused(fact(OccurrenceOpened.self) { $0.occurrence = "noise" }, .missingField("text"))
        scene.expectRefused(fact(OccurrenceUpdated.self) { $0.ref = noise }, .missingField("text"))
        scene.pass(minutes: 31)
        #expect(scene.state.registers.occurrences[noise]?.silence(in: scene.estate, at: scene.now) == 1)
        try scene.given(fact(OccurrenceUpdated.self) { $0.ref = noise; $0.told = "police" })
        #expect(scene.state.registers.occurrences[noise]?.silence(in: scene.estate, at: scene.now) == nil)
        #expect(scene.state.registers.occurrences[noise]?.told == ["S01", "police"])
        scene.expectRefused(fact(OccurrenceResolved.self) { $0.ref = noise }, .missingField("text"))
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "quiet" })
        scene.expectRefused(fact(OccurrenceUpdated.self) { $0.ref = noise; $0.text = "again" }, .nothingThere(ref: noise))
    }
}
