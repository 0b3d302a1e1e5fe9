import Notation
import Testing

@testable import Gatekeeping

@Suite("What the estate knows of its units, residents and vehicles (G14, P4)")
struct DirectoryTests {
    @Test("P4: a resident's vehicle is known by its plate however it is written, and by nothing that only looks like it")
    func vehicle() throws {
        var scene = try Scene.onDuty
        for plate in ["粤B·12345", "粤B12345", "粤b 12345"] {
            #expect(try scene.when(VehicleEntered(plate: plate)).unit == "3-1502", "\(plate)")
        }
        scene.expectRefused(VehicleEntered(plate: "粤B1234S"), .registerFirst)
        try scene.given(VehicleEntered(plate: "粤B·12345"))
        #expect(scene.state.registers.stays.values.map(\.unit) == ["3-1502"])
    }

    @Test("G14: a visit is to a unit that there is, and a visitor for none is told which there are not")
    func unit() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        var registered = VisitorRegistered.visit(visit)
        registered.unit = "9-9"
        scene.expectRefused(registered, .unknownValue(field: "unit", value: "9-9", known: []))
        try scene.given(VisitorRegistered.visit(visit))
    }
}
