import Notation
import Testing

@testable import Gatekeeping

@Suite("What follows is not earlier (G8)")
struct OrderOfTimeTests {
    @Test("P7, P8: verified, then registered, then let in: by their times, too; nobody leaves before they came in")
    func comingAndGoing() throws {
        var scene = try Scene.onDuty
        func refuse(_ fact: any Fact, minutes: Int) {
            let from = scene.now.adding(minutes: -10)
            let clock = String(from.text(in: scene.estate.zone).prefix(16).map { $0 == "T" ? " " : $0 })
            scene.expectRefused(fact, .tooEarly(from: clock), at: from.adding(minutes: -minutes))
        }
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        scene.pass(minutes: 10)
        refuse(VisitorRegistered.visit(visit), minutes: 1)
        try scene.given(VisitorRegistered.visit(visit))
        scene.pass(minutes: 10)
        refuse(VisitorAdmitted(ref: visit), minutes: 1)
        #expect(try scene.broughtForward().registers == scene.state.registers)
        try scene.given(VisitorAdmitted(ref: visit))
        scene.pass(minutes: 10)
        refuse(VisitorLeft(ref: visit), minutes: 1)
        let car = try scene.given(fact(VehicleRegistered.self) { $0.plate = "ZZ 1"; $0.vehicle = "car" })
        scene.pass(minutes: 10)
        refuse(fact(VehicleEntered.self) { $0.ref = car }, minutes: 1)
        try scene.given(fact(VehicleEntered.self) { $0.ref = car })
        scene.pass(minutes: 10)
        refuse(VehicleLeft(plate: "ZZ 1"), minutes: 1)
        #expect(throws: Never.self) { try scene.when(VehicleLeft(plate: "ZZ 1"), by: "device:camera", at: scene.now.adding(minutes: -30)) }
    }

    @Test("Nothing of a defect, a task, a thing or a round is earlier than what it follows")
    func order() throws {
        var scene = try Scene.onDuty
        let start = scene.now
        let defect = try scene.given(fact(DefectFound.self) { $0.place = "main"; $0.text = "lamp" })
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "notices"; $0.giver = "S01" })
        let key = try scene.given(fact(ThingKept.self) { ($0.sort, $0.what) = (.key, "roof") })
        scene.pass(minutes: 30)
        let early = Refusal.tooEarly(from: "2026-11-23 22:00")
        for late in [fact(DefectRepaired.self) { $0.ref = defect }, fact(TaskFinished.self) { $0.ref = task }, fact(ThingLent.self) { ($0.ref, $0.holder) = (key, "Wang") }] as [any Fact] {
            scene.expectRefused(late, early, at: start.adding(minutes: -5))
        }
        scene.expectRefused(fact(ThingLent.self) { ($0.ref, $0.holder, $0.due) = (key, "Wang", start) }, .timePast)
        try scene.given(fact(DefectRepaired.self) { $0.ref = defect })
        try scene.given(fact(ThingLent.self) { ($0.ref, $0.holder) = (key, "Wang") })
        let since = Refusal.tooEarly(from: "2026-11-23 22:30")
        scene.expectRefused(fact(DefectConfirmed.self) { ($0.ref, $0.isGood) = (defect, true) }, since, by: "G12", at: start.adding(minutes: 10))
        scene.expectRefused(fact(ThingReturned.self) { $0.ref = key }, since, at: start.adding(minutes: 10))
        scene.pass(minutes: 30)
        try scene.given(fact(DefectConfirmed.self) { ($0.ref, $0.isGood) = (defect, false) }, by: "G12")
        try scene.given(fact(ThingReturned.self) { $0.ref = key })
        let back = Refusal.tooEarly(from: "2026-11-23 23:00")
        scene.expectRefused(fact(DefectRepaired.self) { $0.ref = defect }, back, at: start.adding(minutes: 45))
        scene.expectRefused(fact(ThingFetched.self) { ($0.ref, $0.who) = (key, "Wang") }, back, at: start.adding(minutes: 45))
        #expect(try scene.broughtForward().registers == scene.state.registers)
    }
}
