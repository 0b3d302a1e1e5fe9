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
        scene.expectRefused(fact(ThingFetched.self) { $0.ref = radio; $0.who = "G12" }, .lent(to: "G12"))
        #expect(throws: Never.self) { try Command(fact(ThingFetched.self) { $0.ref = radio; $0.who = "G12"; $0.text = "遺失" }, by: "G07", post: "main").decide(on: scene.state, in: scene.estate, now: scene.now) }
        try scene.given(fact(ThingReturned.self) { $0.ref = radio; $0.text = "完好" })
        #expect(scene.state.registers.things[radio]?.holder == nil && scene.state.registers.things[radio]?.due == nil)
        let fetched = fact(ThingFetched.self) { $0.ref = radio; $0.who = "廠商"; $0.text = "送修" }
        try scene.given(fetched)
        scene.expectRefused(fetched, .nothingThere(ref: radio))
    }

    @Test("G6: what is lent without a word is due back at the end of the shift")
    func dueWithTheShift() throws {
        var scene = try Scene.onDuty
        scene.estate.shifts = [(0, 720), (720, 0)].map { Shift(id: "s\($0.0)", name: Names("班"), start: ClockTime(minutes: $0.0), end: ClockTime(minutes: $0.1)) }
        let end = try #require(scene.estate.shift(at: scene.now)?.until)
        let radio = try scene.given(fact(ThingKept.self) { $0.sort = .equipment; $0.what = "備用對講機" })
        try scene.given(fact(ThingLent.self) { $0.ref = radio; $0.holder = "G12" })
        #expect(scene.state.registers.things[radio]?.due == end)
    }

    @Test("G6: lost property is given up against proof only")
    func lostProperty() throws {
        var scene = try Scene.onDuty
        let umbrella = try scene.given(fact(ThingKept.self) { $0.sort = .lost; $0.what = "雨傘" })
        scene.expectRefused(fact(ThingFetched.self) { $0.ref = umbrella; $0.who = "王太" }, .missingField("text"))
        try scene.given(fact(ThingFetched.self) { $0.ref = umbrella; $0.who = "王太"; $0.text = "說得出傘柄刻字" })
        #expect(scene.state.registers.things.isEmpty)
    }

    @Test("A parcel is kept for a unit of the estate only")
    func parcels() throws {
        let scene = try Scene.onDuty
        scene.expectRefused(fact(ThingKept.self) { $0.what = "包裹"; $0.unit = "9-9" }, .unknownValue(field: "unit", value: "9-9", known: []))
        scene.expectRefused(fact(ThingKept.self) { $0.unit = "3-1502" }, .missingField("what"))
        scene.expectRefused(fact(ThingKept.self) { $0.what = "包裹"; $0.due = scene.now.adding(minutes: -1) }, .timePast)
        let known = ["parcel", "key", "equipment", "lost", "other"]
        scene.expectRefused(fact(ThingKept.self) { $0.sort = .badge; $0.what = "VB-0001" }, .unknownValue(field: "sort", value: "badge", known: known))
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
        let pass = try scene.given(fact(PassIssued.self) { $0.what = "電視"; $0.unit = "3-1502"; $0.consent = "王太"; $0.carrier = "王小明" })
        try scene.given(fact(VisitorLeft.self) { $0.ref = second; $0.carried = "電視"; $0.pass = pass })
        #expect(scene.state.registers.passes.isEmpty && scene.state.registers.referrals.isEmpty)
        let flagged = try scene.given(fact(VisitorLeft.self) { $0.ref = third; $0.carried = "紙箱"; $0.why = "業主電話不通" })
        #expect(scene.state.registers.referrals[flagged]?.matter == .goods && scene.state.registers.referrals[flagged]?.text == "王小明 · 紙箱 · 業主電話不通")
        #expect(try scene.broughtForward().registers == scene.state.registers)
        try scene.given(VehicleEntered(plate: "AB1234"))
        scene.expectRefused(VehicleLeft(plate: "AB1234", carried: "沙發"), .noPass)
        let left = try scene.given(fact(VehicleLeft.self) { $0.plate = "AB1234"; $0.carried = "沙發"; $0.why = "搬家" })
        #expect(scene.state.registers.referrals[left]?.matter == .goods && scene.state.registers.stays.isEmpty)
        let old = try VehicleLeft(["plate": .string("AB1234"), "carried": .string("沙發")])
        #expect(!old.isUnpassed, "Lines of older versions mean what they meant.")
    }

    @Test("放行條: other goods than the pass names go out too, and the supervisor hears of it; part of the name is enough")
    func otherGoods() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside()
        let sofa = try pass(&scene)
        func leaving(with goods: String) throws -> [String] { try scene.when(fact(VisitorLeft.self) { $0.ref = visit; $0.carried = goods; $0.pass = sofa }).differs }
        #expect(try leaving(with: "一張沙發") == [] && leaving(with: "沙发") == [])
        #expect(try leaving(with: "電視") == ["what:電視≠沙發"])
    }

    @Test("放行條: nothing goes out before its pass was there, and on none that was cancelled")
    func cancelledPass() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside()
        scene.pass(minutes: 30)
        let sofa = try pass(&scene)
        let earlier = scene.now.adding(minutes: -20)
        let tooEarly = Refusal.tooEarly(from: String(scene.now.text(in: scene.estate.zone).prefix(16).map { $0 == "T" ? " " : $0 }))
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = sofa }, tooEarly, at: earlier)
        scene.expectRefused(fact(VisitorLeft.self) { $0.ref = visit; $0.carried = "沙發"; $0.pass = sofa }, tooEarly, at: earlier)
        scene.expectRefused(fact(PassCancelled.self) { $0.ref = sofa }, .missingField("why"))
        scene.pass(minutes: 10)
        try scene.given(fact(GoodsLetOut.self) { $0.ref = sofa; $0.count = 1 })
        let used = Refusal.tooEarly(from: String(scene.now.text(in: scene.estate.zone).prefix(16).map { $0 == "T" ? " " : $0 }))
        scene.expectRefused(fact(PassCancelled.self) { $0.ref = sofa; $0.why = "x" }, used, at: scene.now.adding(minutes: -5))
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = sofa }, used, at: scene.now.adding(minutes: -5))
        #expect(try scene.broughtForward().registers == scene.state.registers)
        scene.expectRefused(fact(PassCancelled.self) { $0.ref = 99; $0.why = "x" }, .noPass)
        try scene.given(fact(PassCancelled.self) { $0.ref = sofa; $0.why = "王太不同意了" })
        scene.expectRefused(fact(GoodsLetOut.self) { $0.ref = sofa }, .noPass)
        scene.expectRefused(fact(VisitorLeft.self) { $0.ref = visit; $0.carried = "沙發"; $0.pass = sofa }, .noPass)
    }

    private func pass(_ scene: inout Scene, count: Int = 2, unit: String = "3-1502", plate: String? = nil, carrier: String = "王小明") throws -> Int {
        try scene.given(fact(PassIssued.self) { $0.what = "沙發"; $0.count = count; $0.unit = unit; $0.consent = "王太"; $0.carrier = carrier; $0.plate = plate })
    }

    @Test("放行條: what fits its pass goes out without a word; another unit, plate or carrier goes out too, and the supervisor hears of each")
    func passIsMatched() throws {
        var scene = try Scene.onDuty
        scene.estate.units.append(Unit(id: "3-1503", building: "3", household: "李家"))
        let visit = try scene.inside()
        let (fits, other, onWheels) = (try pass(&scene, carrier: "小明"), try pass(&scene, unit: "3-1503", carrier: "搬家公司"), try pass(&scene, plate: "ZZ 1"))
        func leaving(on pass: Int) throws -> VisitorLeft { try scene.when(fact { $0.ref = visit; $0.carried = "沙發"; $0.pass = pass }) }
        #expect(try leaving(on: fits).differs == [])
        #expect(try leaving(on: other).differs == ["unit:3-1502≠3-1503", "carrier:王小明≠搬家公司"])
        #expect(try leaving(on: onWheels).differs == ["plate:≠ZZ 1"])
        let n = try scene.given(fact(VisitorLeft.self) { $0.ref = visit; $0.carried = "沙發"; $0.pass = other })
        #expect(scene.state.registers.referrals[n]?.matter == .goods && scene.state.registers.referrals[n]?.differs.count == 2)
        #expect(scene.state.registers.visits.isEmpty && scene.state.registers.passes[other] == nil)
        #expect(try scene.broughtForward().registers == scene.state.registers)
    }

    @Test("放行條: a vehicle is held against the plate and the unit of its pass; what nobody knows of it is not")
    func passOfVehicle() throws {
        var scene = try Scene.onDuty
        scene.estate.units.append(Unit(id: "3-1503", building: "3", household: "李家"))
        try scene.given(VehicleEntered(plate: "AB1234"))
        let (own, foreign, neighbour) = (try pass(&scene, plate: "ab-1234"), try pass(&scene, plate: "ZZ 1"), try pass(&scene, unit: "3-1503"))
        func leaving(_ plate: String, on pass: Int) throws -> [String] { try scene.when(fact(VehicleLeft.self) { $0.plate = plate; $0.carried = "沙發"; $0.pass = pass }).differs }
        #expect(try leaving("AB1234", on: own) == [])
        #expect(try leaving("AB1234", on: foreign) == ["plate:AB1234≠ZZ 1"])
        #expect(try leaving("AB1234", on: neighbour) == ["unit:3-1502≠3-1503"])
        #expect(try leaving("QQ 999", on: neighbour) == [])
        let n = try scene.given(fact(VehicleLeft.self) { $0.plate = "AB1234"; $0.carried = "沙發"; $0.pass = foreign })
        #expect(scene.state.registers.referrals[n] != nil && scene.state.registers.stays.isEmpty)
    }

    @Test("放行條: more pieces than the pass allows need a reason, which the supervisor sees; fewer leave the rest on the pass")
    func morePieces() throws {
        var scene = try Scene.onDuty
        let (first, second) = (try scene.inside(), try scene.inside())
        let sofas = try pass(&scene)
        func leaving(_ visit: Int, _ pieces: Int, _ why: String? = nil) -> VisitorLeft { fact { $0.ref = visit; $0.carried = "沙發"; $0.pass = sofas; $0.pieces = pieces; $0.why = why } }
        scene.expectRefused(leaving(first, 3), .passAllows(2))
        scene.expectRefused(leaving(first, 3, " "), .passAllows(2))
        scene.expectRefused(leaving(first, 0), .unknownValue(field: "pieces", value: "0", known: ["1…"]))
        try scene.given(leaving(first, 1))
        #expect(scene.state.registers.passes[sofas]?.count == 1 && scene.state.registers.referrals.isEmpty)
        let n = try scene.given(leaving(second, 2, "業主說漏寫一件"))
        #expect(scene.state.registers.referrals[n]?.text == "王小明 · 沙發 · 業主說漏寫一件" && scene.state.registers.referrals[n]?.differs == ["pieces:2≠1"])
        #expect(scene.state.registers.passes.isEmpty)
        let lamps = try pass(&scene, count: 3, plate: "ZZ 1")
        let out = try scene.given(fact(GoodsLetOut.self) { $0.ref = lamps; $0.count = 1; $0.plate = "AB1234"; $0.who = "李四" })
        #expect(scene.state.registers.referrals[out]?.differs == ["plate:AB1234≠ZZ 1", "carrier:李四≠王小明"] && scene.state.registers.passes[lamps]?.count == 2)
        #expect(try scene.when(fact(GoodsLetOut.self) { $0.ref = lamps; $0.plate = "zz1" }).differs == [])
        #expect(try scene.when(fact(GoodsLetOut.self) { $0.ref = lamps }).differs == ["plate:≠ZZ 1"], "Nobody compared the plate.")
        try scene.given(fact(GoodsLetOut.self) { $0.ref = lamps; $0.count = 4; $0.why = "多一件" })
        #expect(scene.state.registers.passes.isEmpty && scene.state.registers.referrals.count == 3)
    }

    @Test("G9: who was to repair it does not look again, whoever recorded the repair", arguments: ["G12", "g12 李四", "李四"])
    func assigneeLooks(assignee: String) throws {
        var scene = try Scene.onDuty
        let name = try #require(scene.estate.person("G12")?.name)
        let lamp = try scene.given(fact(DefectFound.self) { $0.place = "車道"; $0.text = "燈不亮" })
        try scene.given(fact(DefectAssigned.self) { $0.ref = lamp; $0.assignee = assignee.replacing("李四", with: name) })
        try scene.given(fact(DefectRepaired.self) { $0.ref = lamp })
        scene.expectRefused(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, .ownRepair, by: "G12")
        try scene.given(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, by: "S01")
        #expect(scene.state.registers.defects.isEmpty)
    }

    @Test("G9: a defect stays open until it was repaired and somebody else has looked again")
    func defects() throws {
        var scene = try Scene.onDuty
        let lamp = try scene.given(fact(DefectFound.self) { $0.place = "車道"; $0.text = "燈不亮"; $0.told = "工程部" })
        scene.expectRefused(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, .notRepaired)
        scene.expectRefused(fact(DefectAssigned.self) { $0.ref = lamp; $0.assignee = "水電工"; $0.until = scene.now.adding(minutes: -1) }, .timePast)
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
