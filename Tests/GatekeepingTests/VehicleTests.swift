import Notation
import Testing

@testable import Gatekeeping

@Suite("Vehicles (P8)")
struct VehicleTests {
    @Test("A resident's vehicle comes and goes by its plate alone, however it is written, and a device may see it")
    func resident() throws {
        var scene = Scene()
        let stay = try scene.given(VehicleEntered(plate: "粤b12345"), by: "device:camera")
        #expect(scene.state.registers.stays[stay]?.isResident == true)
        #expect(scene.state.registers.stays[stay]?.unit == "3-1502")
        #expect(scene.state.registers.stays[stay]?.plate == "粤b12345")
        let left = try scene.when(VehicleLeft(plate: "粤B 12345"))
        #expect(left.settles == stay)
        #expect(left.flag == nil)
        try scene.given(VehicleLeft(plate: "粤B 12345"))
        #expect(scene.state.registers.stays.isEmpty)
    }

    @Test("P8, G12: an unknown vehicle is registered first")
    func unknown() throws {
        var scene = Scene()
        scene.expectRefused(VehicleEntered(plate: "XY 77"), .registerFirst)
        scene.expectRefused(VehicleEntered(), .needsPlateOrReference)
        scene.expectRefused(VehicleRegistered(), .missingField("plate"))
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77"; $0.unit = "3-1502" })
        #expect(scene.state.registers.inside(plate: "XY77") == nil)
        try scene.given(VehicleEntered(ref: stay))
        #expect(scene.state.registers.inside(plate: "xy77")?.key == stay)
        #expect(scene.state.registers.stays[stay]?.isResident == false)
        scene.expectRefused(VehicleEntered(ref: stay), .wrongStep(ref: stay))
        scene.expectRefused(VehicleEntered(ref: 99), .neverWritten(ref: 99))
    }

    @Test("In twice is recorded and flagged; the old stay ends")
    func twice() throws {
        var scene = Scene()
        let first = try scene.given(VehicleEntered(plate: "AB1234"))
        let entered = try scene.when(VehicleEntered(plate: "ab-1234"))
        #expect(entered.flag == .insideAlready)
        #expect(entered.contradicts == first)
        let second = try scene.given(VehicleEntered(plate: "ab-1234"))
        #expect(scene.state.registers.stays.keys.sorted() == [second])
        #expect(scene.state.registers.stays[second]?.isFlagged == true)
    }

    /// A visit at the gate, registered with the plate.
    private func visit(_ plate: String, _ name: String = "王小明", companions: [String] = [], in scene: inout Scene) throws -> Int {
        let visit = try scene.given(VisitorVerified.shown("id-card", name: name))
        var registered = VisitorRegistered.visit(visit)
        (registered.plate, registered.companions) = (plate, companions)
        try scene.given(registered)
        return visit
    }

    @Test("A car that waits, whose driver comes in as a visitor, is the visit's from then on", arguments: ["王小明", "王小明先生", "Wang Xiaoming", "李四", "李四、王小明", nil])
    func visitorsCar(driver: String?) throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(registered("XY 77", driver: driver))
        let visit = try visit("xy-77", companions: ["李四"], in: &scene)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == stay)
        let admitted = try scene.given(VisitorAdmitted(ref: visit))
        #expect(scene.state.registers.stays.isEmpty)
        try scene.given(Withdrawal(ref: admitted))
        #expect(scene.state.registers.stays[stay] != nil)
        try scene.given(VisitorAdmitted(ref: visit))
        try scene.given(VisitorLeft(ref: visit))
        #expect(scene.state.registers.visits.isEmpty)
    }

    @Test("Not the visit's: another plate, none, another driver beside, somebody of the list, more people, another unit, a car inside or a resident's", arguments: [
        registered("XY 78"), registered("無牌"), registered("-"), registered("?7"), registered(nil), registered("XY 77", driver: "趙六"),
        registered("XY 77", driver: "王小明、趙六"), registered("XY 77", people: 2), registered("XY 77", unit: "1-201"),
    ])
    func othersCars(car: VehicleRegistered) throws {
        var scene = try Scene.onDuty
        scene.estate.units.append(Unit(id: "1-201", building: "1", household: "顏家"))
        let waiting = try scene.given(car)
        let own = try visit(car.plate == "XY 78" ? "XY 77" : car.plate ?? "XY 77", in: &scene)
        #expect(try scene.when(VisitorAdmitted(ref: own)).settles == nil)
        try scene.given(VisitorAdmitted(ref: own))
        #expect(scene.state.registers.stays[waiting] != nil)
    }

    @Test("A car inside stays the book's, with its people and its time, whoever comes with that plate")
    func insideAlready() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(registered("XY 77", driver: "王小明"))
        try scene.given(VehicleEntered(ref: stay))
        let resident = try scene.given(VehicleEntered(plate: "AB1234"))
        for visit in [try visit("XY 77", in: &scene), try visit("AB1234", in: &scene)] { #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == nil) }
        #expect(scene.state.registers.stays.keys.sorted() == [stay, resident])
    }

    @Test("Whoever in a car has to be compared or refused is not settled by somebody who is neither")
    func listedDriver() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(registered("XY 77", driver: "何偉"))
        let visit = try visit("XY 77", "何偉", in: &scene)
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: false))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == nil)
        try scene.given(VisitorCompared(ref: stay, denied: "D1", isSame: false))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == stay)
        try scene.given(VisitorCompared(ref: stay, denied: "D1", isSame: true))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == nil)
    }

    @Test("A car that is inside as a visitor's is let in by itself under a flag; out by itself, it is the visit's no more")
    func insideAsVisitors() throws {
        var scene = try Scene.onDuty
        let visit = try visit("XY 77", in: &scene)
        try scene.given(VisitorAdmitted(ref: visit))
        let stay = try scene.given(registered("XY-77"))
        let entered = try scene.when(VehicleEntered(ref: stay))
        #expect(entered.flag == .insideAlready)
        #expect(entered.contradicts == nil)
        try scene.given(VehicleEntered(ref: stay))
        #expect(scene.state.registers.stays[stay]?.isFlagged == true)
        try scene.given(VehicleLeft(ref: stay))
        let left = try scene.when(VehicleLeft(plate: "xy77"))
        #expect(left.flag == nil && left.visit == visit && left.settles == nil)
        let out = try scene.given(VehicleLeft(plate: "xy77"))
        #expect(scene.state.registers.visits[visit]?.step == .inside && scene.state.registers.visits[visit]?.plate == nil)
        #expect(try scene.when(VehicleLeft(plate: "xy77")).flag == .neverEntered)
        try scene.given(Withdrawal(ref: out))
        #expect(scene.state.registers.visits[visit]?.plate == "XY 77")
    }

    @Test("Two without a plate are two", arguments: ["無牌", "无牌", "-", "none"])
    func withoutPlate(plate: String) throws {
        var scene = try Scene.onDuty
        for _ in 0..<2 {
            let stay = try scene.given(registered(plate))
            #expect(try scene.when(VehicleEntered(ref: stay)).flag == nil)
            try scene.given(VehicleEntered(ref: stay))
        }
        #expect(scene.state.registers.stays.count == 2)
    }

    @Test("Out without in is flagged, except a resident's where other gates keep their own books")
    func neverEntered() throws {
        var scene = Scene()
        #expect(try scene.when(VehicleLeft(plate: "AB1234")).flag == .neverEntered)
        #expect(try scene.when(VehicleLeft(plate: "XY77")).flag == .neverEntered)
        scene.estate.hasGatesElsewhere = true
        #expect(try scene.when(VehicleLeft(plate: "AB1234")).flag == nil)
        #expect(try scene.when(VehicleLeft(plate: "XY77")).flag == .neverEntered)
        try scene.given(VehicleLeft(plate: "XY77"))
        #expect(scene.state.registers.stays.isEmpty)
    }

    @Test("Similar plates inside are found, nearest first")
    func similar() throws {
        var scene = Scene()
        let stay = try scene.given(VehicleEntered(plate: "AB 1234"))
        let other = try scene.given(fact(VehicleRegistered.self) { $0.plate = "AB 1299" })
        #expect(scene.state.registers.similarInside(to: "AB-1239").map(\.key) == [stay])
        try scene.given(VehicleEntered(ref: other))
        #expect(scene.state.registers.similarInside(to: "AB-1239").map(\.key) == [stay, other])
        #expect(scene.state.registers.similarInside(to: "AB 1234").map(\.key) == [other])
        #expect(scene.state.registers.similarInside(to: "AB 123").isEmpty)
        #expect(scene.state.registers.similarInside(to: "XX 1239").isEmpty)
    }

    @Test("An exit with another plate settles the stay that it names, and says so")
    func settles() throws {
        var scene = Scene()
        let stay = try scene.given(VehicleEntered(plate: "AB 1234"))
        let left = try scene.when(VehicleLeft(ref: stay, plate: "AB 1239"))
        #expect(left.settles == stay)
        #expect(left.flag == .plateDiffers)
        #expect(try scene.when(VehicleLeft(ref: stay, plate: "ab1234")).flag == nil)
        #expect(try scene.when(VehicleLeft(ref: stay)).plate == "AB 1234")
        try scene.given(VehicleLeft(ref: stay, plate: "AB 1239"))
        #expect(scene.state.registers.stays.isEmpty)
        scene.expectRefused(VehicleLeft(ref: stay), .nothingThere(ref: stay))
    }

    @Test("A plate on the deny list does not enter without an exception")
    func denied() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(VehicleEntered(plate: "zz999"), .denied("D2"), by: "device:camera")
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "ZZ-999" })
        scene.expectRefused(VehicleEntered(ref: stay), .denied("D2"))
        _ = try scene.grant(.denied, for: stay)
        try scene.given(VehicleEntered(ref: stay))
        #expect(scene.state.registers.inside(plate: "ZZ 999")?.key == stay)
    }

    @Test(
        "Plates are the same in any width, case and spacing",
        arguments: [("粤B·12345", "粤b 12345"), ("ＡＢ１２３４", "ab-1234"), ("A.B_1", "ab1"), ("粤Ｂ－1", "粤B1")]
    )
    func normal(left: String, right: String) {
        #expect(Plate.normal(left) == Plate.normal(right))
        #expect(Plate.distance(left, right) == 0)
    }

    @Test("Overstay counts from the entry, and never for a resident's")
    func overstay() throws {
        var scene = Scene()
        let resident = try scene.given(VehicleEntered(plate: "AB1234"))
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77"; $0.purpose = "family" })
        scene.pass(minutes: 300)
        try scene.given(VehicleEntered(ref: stay))
        scene.pass(minutes: 240)
        #expect(scene.state.registers.stays[stay]?.overstay(in: scene.estate, at: scene.now) == nil)
        scene.pass(minutes: 1)
        #expect(scene.state.registers.stays[stay]?.overstay(in: scene.estate, at: scene.now) == 1)
        #expect(scene.state.registers.stays[resident]?.overstay(in: scene.estate, at: scene.now) == nil)
    }

    @Test("P3: a driver whose name is on the deny list is compared before the car comes in; the same person is not let in, another one is")
    func deniedDriver() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(fact(VehicleRegistered.self) { ($0.plate, $0.driver) = ("XY 77", "何偉") })
        scene.expectRefused(VehicleEntered(ref: stay), .mustCompare(name: "何偉", denied: "D1"))
        var same = scene
        try same.given(VisitorCompared(ref: stay, denied: "D1", isSame: true))
        same.expectRefused(VehicleEntered(ref: stay), .denied("D1"))
        #expect(try same.broughtForward().registers.stays == same.state.registers.stays)
        try scene.given(VisitorCompared(ref: stay, denied: "D1", isSame: false))
        try scene.given(VehicleEntered(ref: stay))
        scene.expectRefused(VisitorCompared(ref: stay, denied: "D1", isSame: true), .wrongStep(ref: stay))
    }
}

private func registered(_ plate: String?, driver: String? = nil, unit: String = "3-1502", people: Int? = nil) -> VehicleRegistered {
    fact { ($0.plate, $0.driver, $0.unit, $0.people, $0.vehicle) = (plate, driver, unit, people, "car") }
}
