import Notation
import Testing

@testable import Gatekeeping

/// Who may come as the relief, and what becomes of a post without one (P5).
extension HandoverTests {
    @Test("P5: a relief who is unfit is sent away; the post stays with its holder, who begins anew with the next one")
    func unfit() throws {
        var (scene, offer) = try offered()
        try scene.acceptLines()
        let unfit = fact(ReliefUnfit.self) { $0.reason = "drunk"; $0.told = "S01 by telephone" }
        scene.expectRefused(unfit, .notOnDuty("G12"), by: "G12")
        scene.expectRefused(fact(ReliefUnfit.self) { _ in }, .missingField("reason"))
        scene.expectRefused(fact(ReliefUnfit.self) { $0.reason = "drunk" }, .missingField("told"))
        scene.expectRefused(fact(ReliefUnfit.self) { $0.reason = "drunk"; $0.told = "G12's wife" }, .notSupervisor("G12's wife"))
        #expect(try scene.when(fact(ReliefUnfit.self) { $0.reason = "drunk"; $0.told = "陳五, by radio" }).told != nil, "By name.")
        let line = try scene.given(unfit)
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
        #expect(scene.state.registers.referrals[line]?.matter == .unfit)
        scene.expectRefused(PostLeft(leaving: .relieved), .reliefMissing)
        scene.expectRefused(unfit, .notRelief)
        try scene.given(PostTaken().turnedOut(.relief), by: "S01")
        scene.expectRefused(accepted(offer), .linesLeft(6), by: "S01")
    }

    @Test("P5: a relief who was found unfit signs on nowhere before a supervisor has decided on it")
    func unfitAgain() throws {
        var (scene, _) = try offered()
        let line = try scene.given(fact(ReliefUnfit.self) { $0.reason = "drunk"; $0.told = "S01" })
        for taking in [Custody.Taking.relief, .unattended] { scene.expectRefused(PostTaken().turnedOut(taking), .unfitRelief("G12"), by: "G12") }
        scene.expectRefused(PostTaken().turnedOut(), .unfitRelief("G12"), by: "G12", post: "side")
        scene.state = try scene.broughtForward()
        scene.expectRefused(PostTaken().turnedOut(.relief), .unfitRelief("G12"), by: "G12")
        try scene.given(fact(ReferralConfirmed.self) { $0.ref = line; $0.supervisor = "S01"; $0.text = "was only tired" })
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
    }

    @Test("P5: a post that is taken though nobody handed it over goes to the supervisor and stands in the next handover; one that was left by exception does not")
    func seized() throws {
        var (scene, _) = try offered()
        scene.pass(minutes: 10)
        let line = try scene.given(PostTaken().turnedOut(.unattended), by: "S01")
        #expect(scene.state.registers.referrals[line]?.matter == .unattended && scene.state.registers.referrals[line]?.text == "G07")
        #expect(Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "main", holder: "S01").all.map(\.key).contains("referral:\(line)"))
        try scene.given(HandoverOffered(), by: "S01")
        #expect(try scene.handover()["referral:\(line)"] != nil)
        var before = try Scene.onDuty
        var old = PostTaken().turnedOut(.unattended)
        old.before = nil
        before.state.evolve(.fact(old), Stamp(n: 2, t: before.now, by: "G12", post: "main"))
        #expect(before.state.registers.referrals.isEmpty, "Lines of versions before mean what they meant.")
        var left = try Scene.onDuty
        _ = try left.grant(.signOff, for: nil)
        try left.given(PostLeft(leaving: .exception))
        try left.given(PostTaken().turnedOut(.unattended), by: "G12")
        #expect(left.state.registers.referrals.isEmpty)
    }

    @Test("P5: a post whose guard has offered the handover and writes is not unattended: who comes relieves them; ten minutes without a line, and it is")
    func notLeft() throws {
        var (scene, _) = try offered()
        let taken = PostTaken().turnedOut(.unattended)
        scene.expectRefused(taken, .alreadyAttended(by: "G07"), by: "S01")
        scene.expectRefused(taken, .alreadyAttended(by: "G07"), by: "G12")
        scene.pass(minutes: 9)
        try scene.given(VehicleEntered(plate: "AB1234"))
        scene.pass(minutes: 9)
        try scene.given(VehicleLeft(plate: "AB1234"), by: "G12")
        scene.expectRefused(taken, .alreadyAttended(by: "G07"), by: "G12")
        #expect(try scene.when(PostTaken().turnedOut(.covering), by: "S01").before == "G07", "A supervisor covers at any time.")
        scene.pass(minutes: 1)
        try scene.given(taken, by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
    }

    @Test("P5, G10: whoever hands over has signed for it: when a supervisor covers the post the relief stays, and the supervisor offers anew")
    func covered() throws {
        var (scene, offer) = try offered()
        try scene.given(HandoverAnswered(ref: offer, item: "inside"), by: "G12")
        try scene.given(HandoverAnswered(ref: offer, item: "vehicles", answer: .queried, text: "whose?"), by: "G12")
        try scene.given(PostTaken().turnedOut(.covering), by: "S01")
        #expect(scene.state.registers.custody["main"]?.offered == nil && scene.state.registers.custody["main"]?.relief == "G12")
        #expect(scene.state.registers.answers.isEmpty)
        #expect(try scene.broughtForward().registers == scene.state.registers)
        scene.expectRefused(accepted(offer), .notOffered, by: "G12")
        let anew = try scene.given(HandoverOffered(), by: "S01")
        try scene.acceptLines()
        try scene.given(accepted(anew), by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12" && scene.state.registers.custody["main"]?.relieved == "S01")
    }

    @Test("P5: no relief comes: the supervisor is told, and the post is not left")
    func absent() throws {
        var scene = try Scene.onDuty
        let absent = fact(ReliefAbsent.self) { $0.supervisor = "S01"; $0.text = "G12 ill, S01 comes at 23:30" }
        scene.expectRefused(fact(ReliefAbsent.self) { $0.supervisor = "G12"; $0.text = "x" }, .notSupervisor("G12"))
        let line = try scene.given(absent)
        #expect(scene.state.registers.referrals[line]?.matter == .absent)
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        scene.expectRefused(absent, .reliefIsHere("G12"))
    }

    @Test("P5: a relief who is late is recorded once, ten minutes after the shift's end", arguments: [(60, nil), (61, false), (69, false), (70, true), (600, true)] as [(Int, Bool?)])
    func late(minutes: Int, isRecorded: Bool?) throws {
        var scene = try Scene.onDuty
        scene.estate.shifts = [
            Shift(id: "early", name: Names("日班"), start: ClockTime(minutes: 420), end: ClockTime(minutes: 1380)),
            Shift(id: "late", name: Names("夜班"), start: ClockTime(minutes: 1380), end: ClockTime(minutes: 420)),
        ]
        scene.state = GateState()
        scene.pass(minutes: -180)
        try scene.given(PostTaken().turnedOut())
        scene.pass(minutes: 180 + minutes)
        #expect(scene.state.registers.custody["main"]?.reliefLate(in: scene.estate, at: scene.now) == (isRecorded == nil ? nil : minutes - 60))
        let late = scene.state.registers.lateReliefs(in: scene.estate, at: scene.now)
        #expect(late.count == (isRecorded == true ? 1 : 0))
        guard let fact = late.first?.fact else { return }
        scene.expectRefused(fact, .unknownGuard("G07"))
        try scene.given(fact, by: "gatebook")
        scene.expectRefused(fact, .alreadyRecorded, by: "gatebook")
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
        #expect(scene.state.registers.referrals[scene.n]?.matter == .late && scene.state.registers.referrals[scene.n]?.who == "G07", "The supervisor is told.")
        #expect(scene.state.registers.referrals[scene.n]?.since == fact.due, "Since when somebody waits, not since when it was written.")
        var older = scene.state.registers
        older.referrals = [:]
        late[0].fact.evolve(&older, Stamp(n: 99, t: scene.now, by: "gatebook", post: "main"))
        #expect(older.referrals.isEmpty, "A line of a version that told nobody.")
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        #expect(scene.state.registers.custody["main"]?.reliefLate(in: scene.estate, at: scene.now) == nil)
    }

    @Test("P5: a post whose guard wrote just now is not unattended, offered or not", arguments: [9, 10])
    func silent(minutes: Int) throws {
        var scene = try Scene.onDuty
        scene.pass(minutes: minutes)
        if minutes < 10 { return scene.expectRefused(PostTaken().turnedOut(.unattended), .alreadyAttended(by: "G07"), by: "G12") }
        try scene.given(PostTaken().turnedOut(.unattended), by: "G12")
    }

    @Test("P5: whoever signs on shortly before the end of a shift is there for the next one")
    func early() throws {
        var scene = Scene()
        scene.estate.shifts = [
            Shift(id: "early", name: Names("日班"), start: ClockTime(minutes: 420), end: ClockTime(minutes: 1380)),
            Shift(id: "late", name: Names("夜班"), start: ClockTime(minutes: 1380), end: ClockTime(minutes: 420)),
        ]
        try scene.given(PostTaken().turnedOut())
        scene.pass(minutes: 120)
        #expect(scene.state.registers.lateReliefs(in: scene.estate, at: scene.now).isEmpty)
    }
}
