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

    private func registered(_ plate: String, driver: String?) -> VehicleRegistered {
        fact { $0.plate = plate; $0.driver = driver; $0.unit = "3-1502" }
    }

    @Test("A car whose driver comes in as a visitor is the visit's from then on, whether it waits or is inside", arguments: ["王小明", "王小明先生", "Wang Xiaoming", "李四", nil], [true, false])
    func visitorsCar(driver: String?, isInside: Bool) throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(registered("XY 77", driver: driver))
        if isInside { try scene.given(VehicleEntered(ref: stay)) }
        let visit = try visit("xy-77", companions: ["李四"], in: &scene)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == stay)
        let admitted = try scene.given(VisitorAdmitted(ref: visit))
        #expect(scene.state.registers.stays.isEmpty)
        #expect(try scene.when(VehicleLeft(plate: "XY77")).flag == nil)
        try scene.given(Withdrawal(ref: admitted))
        #expect(scene.state.registers.stays[stay] != nil)
        try scene.given(VisitorAdmitted(ref: visit))
        try scene.given(VisitorLeft(ref: visit))
        #expect(scene.state.registers.visits.isEmpty)
    }

    @Test("Another plate, another driver's, or a resident's is not the visit's")
    func othersCars() throws {
        var scene = try Scene.onDuty
        try scene.given(registered("XY 78", driver: "王小明"))
        try scene.given(registered("XY 77", driver: "趙六"))
        try scene.given(VehicleEntered(plate: "AB1234"))
        let first = try visit("XY 77", in: &scene)
        let second = try visit("AB1234", in: &scene)
        for visit in [first, second] {
            #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == nil)
            try scene.given(VisitorAdmitted(ref: visit))
        }
        #expect(scene.state.registers.stays.count == 3)
    }

    @Test("A car that is inside as a visitor's is let in by itself under a flag")
    func insideAsVisitors() throws {
        var scene = try Scene.onDuty
        let visit = try visit("XY 77", in: &scene)
        try scene.given(VisitorAdmitted(ref: visit))
        let stay = try scene.given(registered("XY-77", driver: nil))
        let entered = try scene.when(VehicleEntered(ref: stay))
        #expect(entered.flag == .insideAlready)
        #expect(entered.contradicts == nil)
        try scene.given(VehicleEntered(ref: stay))
        #expect(scene.state.registers.stays[stay]?.isFlagged == true)
        #expect(scene.state.registers.visits[visit]?.step == .inside)
    }

    @Test("Of a car that was registered twice the one inside becomes the visit's, else the later")
    func registeredTwice() throws {
        var scene = try Scene.onDuty
        let (first, second) = (try scene.given(registered("XY 77", driver: nil)), try scene.given(registered("XY 77", driver: nil)))
        let visit = try visit("XY 77", in: &scene)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == second)
        try scene.given(VehicleEntered(ref: first))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == first)
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
