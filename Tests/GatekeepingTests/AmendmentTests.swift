import Notation
import Testing

@testable import Gatekeeping

@Suite("Taking back and correcting")
struct AmendmentTests {
    @Test("A guard takes back their own last event, and only that")
    func ownLast() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        let other = try scene.given(VehicleEntered(plate: "AB1234"), by: "G12")
        scene.expectRefused(Withdrawal(ref: other), .notYourLast)
        scene.expectRefused(Withdrawal(ref: visit - 1), .notYourLast)
        scene.expectRefused(Withdrawal(ref: visit), .notYourLast, by: "G12")
        try scene.given(Withdrawal(ref: visit, why: "wrong queue"))
        #expect(scene.state.registers.visits.isEmpty)
        #expect(scene.state.registers.stays.keys.sorted() == [other])
        #expect(scene.state.withdrawn == [visit])
        scene.expectRefused(Withdrawal(ref: visit), .notYourLast)
    }

    @Test("Step by step backwards through one's own events")
    func stepByStep() throws {
        var scene = try Scene.onDuty
        let before = scene.state.registers
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        let verified = scene.state.registers
        let registered = try scene.given(VisitorRegistered.visit(visit))
        try scene.given(Withdrawal(ref: registered))
        #expect(scene.state.registers == verified)
        try scene.given(Withdrawal(ref: visit))
        #expect(scene.state.registers == before)
    }

    @Test("Handovers cannot be taken back")
    func handover() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(Withdrawal(ref: scene.n), .cannotBeWithdrawn)
        let offer = try scene.given(HandoverOffered())
        scene.expectRefused(Withdrawal(ref: offer), .cannotBeWithdrawn)
    }

    @Test("What others built on stays")
    func builtOn() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"), by: "G12")
        try scene.given(VisitorRegistered.visit(visit))
        scene.expectRefused(Withdrawal(ref: visit), .othersBuiltOnIt, by: "G12")
    }

    @Test("An exit by its plate alone builds on the entry")
    func builtOnByPlate() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(VehicleEntered(plate: "AB1234"))
        try scene.given(VehicleLeft(plate: "AB1234"), by: "G12")
        scene.expectRefused(Withdrawal(ref: stay), .othersBuiltOnIt)
    }

    @Test("Taking back an entry that ended an earlier stay gives the earlier one back")
    func contradiction() throws {
        var scene = try Scene.onDuty
        let first = try scene.given(VehicleEntered(plate: "AB1234"), by: "device:camera")
        let second = try scene.given(VehicleEntered(plate: "AB1234"))
        try scene.given(Withdrawal(ref: second))
        #expect(scene.state.registers.stays.keys.sorted() == [first])
    }

    @Test("A correction folds anew with the right value and keeps what stood there")
    func correction() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside(count: 2)
        let registered = visit + 1
        let wrong = Correction(ref: registered, field: "count", value: "5", why: "miscounted")
        #expect(try scene.when(wrong).was == "2")
        try scene.given(wrong)
        #expect(scene.state.registers.visits[visit]?.count == 5)
        #expect(scene.state.registers.visits[visit]?.step == .inside)
        #expect(scene.state.corrected == [registered])
        #expect(try scene.when(Correction(ref: registered, field: "count", value: "6", why: "again")).was == "5")
        scene.expectRefused(Correction(ref: registered, field: "colour", value: "red", why: "x"), .unknownField("colour"))
        scene.expectRefused(Correction(ref: registered, field: "count", value: "many", why: "x"), .unknownField("count"))
    }

    @Test("Digits are a text where the field is a text")
    func digits() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77" })
        try scene.given(Correction(ref: stay, field: "plate", value: "12345", why: "misread"))
        #expect(scene.state.registers.stays[stay]?.plate == "12345")
    }

    @Test("What was brought forward can be corrected by the line that opened it")
    func correctionAfterPage() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside()
        scene.state = try scene.broughtForward()
        scene.n += 20
        try scene.given(Correction(ref: visit, field: "name", value: "王大明", why: "misheard"))
        #expect(scene.state.registers.visits[visit]?.name == "王大明")
        #expect(scene.state.registers.visits[visit]?.step == .inside)
    }

    @Test("A correction changes no decision: neither what a line is about, nor what the rules filled in, nor a visit's step")
    func decisions() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown(nil))
        scene.expectRefused(Correction(ref: visit + 1, field: "ref", value: "99", why: "x"), .unknownField("ref"))
        let left = try scene.given(VehicleLeft(plate: "XY77"))
        scene.expectRefused(Correction(ref: left, field: "flag", value: "plate-differs", why: "x"), .unknownField("flag"))
        scene.state = try scene.broughtForward()
        scene.expectRefused(Correction(ref: visit, field: "step", value: "inside", why: "x"), .unknownField("step"))
    }

    @Test("A yes or no can be corrected")
    func truth() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card", matches: false))
        try scene.given(Correction(ref: visit, field: "matches", value: "true", why: "slipped"))
        #expect(scene.state.registers.visits[visit]?.matches == true)
    }

    @Test("A correction needs a reason")
    func reason() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        scene.expectRefused(Correction(ref: visit, field: "name", value: "王大明", why: ""), .missingField("why"))
    }
}
