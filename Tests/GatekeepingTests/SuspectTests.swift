import Notation
import Testing

@testable import Gatekeeping

@Suite("Who is suspicious at the gate gets in by no other way (P3)")
struct SuspectTests {
    /// 趙六, with a document that ends in 5555, stands at the gate and is suspicious.
    private func scene() throws -> Scene {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called("趙六", "5555").suspected("東張西望"))
        return scene
    }

    private func called(_ name: String, _ tail: String) -> VisitorVerified {
        var verified = VisitorVerified.shown("id-card", tail: tail)
        verified.name = name
        return verified
    }

    @Test("By no visit that was announced, before or after he was found suspicious")
    func announced() throws {
        var scene = try Scene.onDuty
        let announced = try scene.given(fact(VisitorExpected.self) { $0.name = "趙六"; $0.unit = "3-1502" })
        try scene.given(called("趙六", "5555").again(announced))
        try scene.given(VisitorRegistered.visit(announced))
        _ = try scene.atTheGate(called("趙六", "5555").suspected("東張西望"))
        scene.expectRefused(VisitorAdmitted(ref: announced), .suspect("趙六"))
        #expect(try scene.when(called("趙六", "5555").again(announced)).suspicious == "東張西望")
        _ = try scene.grant(.suspicion, for: announced)
        try scene.given(VisitorAdmitted(ref: announced))
    }

    @Test("By no other spelling or title, nor written as it sounds", arguments: ["赵六", "趙 六", "趙六先生", "趙六 師傅", "趙六（送貨）", "Zhao Liu", "趙陸"])
    func spelled(name: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(called(name, "5555"))
        #expect(scene.state.registers.visits[visit]?.suspicious == "東張西望")
        scene.expectRefused(VisitorAdmitted(ref: visit), .suspicious)
    }

    @Test("Whoever shows another document is somebody else", arguments: [("順豐", "順豐"), ("順豐", "順豐 李四"), ("趙六", "趙六"), ("趙六", "趙六一"), ("王先生", "王先生")])
    func otherDocument(suspect: String, name: String) throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called(suspect, "5555").suspected("包裹滴水"))
        let visit = try scene.atTheGate(called(name, "9876"))
        #expect(scene.state.registers.visits[visit]?.suspicious == nil)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("Of a surname with a title nobody else of that surname is known", arguments: ["王小姐", "王太太", "王師傅", "王"])
    func titleAlone(name: String) throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called("王先生", "5555").suspected("東張西望"))
        let visit = try scene.given(called("李四", "1234"))
        var registered = VisitorRegistered.visit(visit)
        registered.companions = [name]
        try scene.given(registered)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("Who was written down with a title is known without it, and with another")
    func titled() throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called("趙六先生", "5555").suspected("東張西望"))
        for name in ["趙六", "趙六師傅"] {
            let visit = try scene.atTheGate(called(name, "5555"))
            scene.expectRefused(VisitorAdmitted(ref: visit), .suspicious)
        }
    }

    @Test("Somebody of another name is not meant", arguments: ["趙七", "六", "王五"])
    func others(name: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(called(name, "5555"))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("As nobody's companion, unless a supervisor lets them in")
    func companion() throws {
        var scene = try scene()
        let visit = try scene.given(called("王五", "1234"))
        var registered = VisitorRegistered.visit(visit)
        registered.companions = ["李四", "赵六"]
        try scene.given(registered)
        scene.expectRefused(VisitorAdmitted(ref: visit), .suspect("赵六"))
        _ = try scene.grant(.suspicion, for: visit)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("At no wheel, unless a supervisor lets the car in")
    func driver() throws {
        var scene = try scene()
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77"; $0.driver = "趙六"; $0.unit = "3-1502" })
        scene.expectRefused(VehicleEntered(ref: stay), .suspect("趙六"))
        _ = try scene.grant(.suspicion, for: stay)
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("Once he has gone, his name keeps nobody")
    func gone() throws {
        var scene = try scene()
        let suspect = try #require(scene.state.registers.suspects.first)
        let visit = try scene.atTheGate(called("王五", "1234"))
        try scene.given(fact(VisitorRefused.self) { $0.ref = suspect.ref; $0.reason = "no-id" })
        #expect(scene.state.registers.suspects.isEmpty)
        try scene.given(VisitorAdmitted(ref: visit))
    }
}
