import Notation
import Testing

@testable import Gatekeeping

@Suite("Things, passes and defects")
struct ThingTests {
    @Test("G6, S8: a thing has a holder at every moment: the post, whoever has it, then nobody here")
    func things() throws {
        var scene = try Scene.onDuty
        let radio = try scene.given(fact(ThingKept.self) { $0.sort = .equipment; $0.what = "備用對講機" })
        #expect(scene.state.registers.things[radio]?.holder == nil)
        scene.expectRefused(fact(ThingReturned.self) { $0.ref = radio }, .notLent)
        try scene.given(fact(ThingLent.self) { $0.ref = radio; $0.holder = "G12"; $0.due = scene.now.adding(minutes: 60) })
        #expect(scene.state.registers.things[radio]?.isOverdue(at: scene.now.adding(minutes: 60)) == false)
        #expect(scene.state.registers.things[radio]?.isOverdue(at: scene.now.adding(minutes: 61)) == true)
        scene.expectRefused(fact(ThingFetched.self) { $0.ref = radio; $0.who = "廠商" }, .lent(to: "G12"))
        try scene.given(fact(ThingReturned.self) { $0.ref = radio; $0.text = "完好" })
        #expect(scene.state.registers.things[radio]?.holder == nil && scene.state.registers.things[radio]?.due == nil)
        let fetched = fact(ThingFetched.self) { $0.ref = radio; $0.who = "廠商"; $0.text = "送修" }
        try scene.given(fetched)
        scene.expectRefused(fetched, .nothingThere(ref: radio))
    }

    @Test("A parcel is kept for a unit of the estate only")
    func parcels() throws {
        let scene = try Scene.onDuty
        scene.expectRefused(fact(ThingKept.self) { $0.what = "包裹"; $0.unit = "9-9" }, .unknownValue(field: "unit", value: "9-9", known: []))
        scene.expectRefused(fact(ThingKept.self) { $0.unit = "3-1502" }, .missingField("what"))
    }

    @Test("Without a pass goods have no way out; a pass allows what it says, in parts if need be")
    func passes() throws {
        var scene = try Scene.onDuty
        let issued = fact(PassIssued.self) { $0.what = "沙發"; $0.count = 3; $0.unit = "3-1502"; $0.consent = "王太來電"; $0.carrier = "搬家公司" }
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = 99 }, .noPass)
        let pass = try scene.given(issued)
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = pass; $0.count = 4 }, .passAllows(3))
        try scene.given(fact(GoodsLetOut.self) { $0.ref = pass; $0.count = 2 })
        #expect(scene.state.registers.passes[pass]?.count == 1)
        try scene.given(fact(GoodsLetOut.self) { $0.ref = pass })
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = pass }, .noPass)
        scene.expectRefused(fact(PassIssued.self) { $0.what = "沙發"; $0.unit = "3-1502"; $0.carrier = "甲" }, .missingField("consent"))
        try scene.given(fact(GoodsHeld.self) { $0.what = "電視"; $0.who = "不明男子" })
    }

    @Test("What goes out with somebody needs a pass, which it uses up, or a reason that the supervisor hears of; nobody is kept")
    func carriedOut() throws {
        var scene = try Scene.onDuty
        let (first, second, third) = (try scene.inside(), try scene.inside(), try scene.inside())
        scene.expectRefused(VisitorLeft(ref: first, carried: "電視"), .noPass)
        scene.expectRefused(fact(VisitorLeft.self) { $0.ref = first; $0.carried = "電視"; $0.pass = 99 }, .noPass)
        try scene.given(VisitorLeft(ref: first))
        let pass = try scene.given(fact(PassIssued.self) { $0.what = "電視"; $0.unit = "3-1502"; $0.consent = "王太"; $0.carrier = "甲" })
        try scene.given(fact(VisitorLeft.self) { $0.ref = second; $0.carried = "電視"; $0.pass = pass })
        #expect(scene.state.registers.passes.isEmpty && scene.state.registers.referrals.isEmpty)
        let flagged = try scene.given(fact(VisitorLeft.self) { $0.ref = third; $0.carried = "紙箱"; $0.why = "業主電話不通" })
        #expect(scene.state.registers.referrals[flagged]?.matter == .goods && scene.state.registers.referrals[flagged]?.text == "紙箱 · 業主電話不通")
        #expect(try scene.broughtForward().registers == scene.state.registers)
        try scene.given(VehicleEntered(plate: "AB1234"))
        scene.expectRefused(VehicleLeft(plate: "AB1234", carried: "沙發"), .noPass)
        let left = try scene.given(fact(VehicleLeft.self) { $0.plate = "AB1234"; $0.carried = "沙發"; $0.why = "搬家" })
        #expect(scene.state.registers.referrals[left]?.matter == .goods && scene.state.registers.stays.isEmpty)
        let old = try VehicleLeft(["plate": .string("AB1234"), "carried": .string("沙發")])
        #expect(!old.isUnpassed, "Lines of older versions mean what they meant.")
    }

    @Test("G9: a defect stays open until it was repaired and somebody else has looked again")
    func defects() throws {
        var scene = try Scene.onDuty
        let lamp = try scene.given(fact(DefectFound.self) { $0.place = "車道"; $0.text = "燈不亮"; $0.told = "工程部" })
        scene.expectRefused(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, .notRepaired)
        try scene.given(fact(DefectAssigned.self) { $0.ref = lamp; $0.assignee = "水電工"; $0.until = scene.now })
        #expect(scene.state.registers.defects[lamp]?.isOverdue(at: scene.now.adding(minutes: 1)) == true)
        try scene.given(fact(DefectRepaired.self) { $0.ref = lamp })
        #expect(scene.state.registers.defects[lamp]?.isOverdue(at: scene.now.adding(minutes: 1)) == false)
        scene.expectRefused(fact(DefectRepaired.self) { $0.ref = lamp }, .alreadyRecorded)
        scene.expectRefused(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, .ownRepair)
        try scene.given(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = false }, by: "G12")
        #expect(scene.state.registers.defects[lamp]?.repairer == nil, "Still damaged: it must be repaired again.")
        try scene.given(fact(DefectRepaired.self) { $0.ref = lamp })
        try scene.given(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, by: "G12")
        #expect(scene.state.registers.defects.isEmpty)
    }
}
