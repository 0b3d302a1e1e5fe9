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

    /// It is refused, because one of them, whom it names, may be who is suspicious.
    private func expectNotLetIn(_ fact: some Fact, _ name: String, in scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            _ = try scene.when(fact)
            Issue.record("was let in", sourceLocation: sourceLocation)
        } catch {
            guard case .suspect(let comer, _)? = error as? Refusal else {
                Issue.record("\(error)", sourceLocation: sourceLocation)
                return
            }
            #expect(comer.name == name, sourceLocation: sourceLocation)
        }
    }

    @Test("By no visit that was announced, before or after he was found suspicious")
    func announced() throws {
        var scene = try Scene.onDuty
        let announced = try scene.given(fact(VisitorExpected.self) { $0.name = "趙六"; $0.unit = "3-1502" })
        try scene.given(called("趙六", "5555").again(announced))
        try scene.given(VisitorRegistered.visit(announced))
        _ = try scene.atTheGate(called("趙六", "5555").suspected("東張西望"))
        expectNotLetIn(VisitorAdmitted(ref: announced), "趙六", in: scene)
        _ = try scene.grant(.suspicion, for: announced)
        try scene.given(VisitorAdmitted(ref: announced))
    }

    @Test("By no other spelling or title, nor written as it sounds", arguments: ["赵六", "趙 六", "趙六先生", "趙六 師傅", "趙六（送貨）", "Zhao Liu", "趙陸"])
    func spelled(name: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(called(name, "5555"))
        expectNotLetIn(VisitorAdmitted(ref: visit), name, in: scene)
        let other = try scene.atTheGate(vouched(name))
        if name != "趙陸" { expectNotLetIn(VisitorAdmitted(ref: other), name, in: scene) } else { try scene.given(VisitorAdmitted(ref: other)) }
    }

    @Test("The document tells who it is, under whatever name", arguments: ["趙七", "張先生", "Mr. Zhao", "小趙"])
    func sameDocument(name: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(called(name, "5555"))
        expectNotLetIn(VisitorAdmitted(ref: visit), name, in: scene)
    }

    @Test("Less than four characters of a document prove nobody to be somebody else", arguments: ["23X", "X", "5-55", "(5555)", "55-55"])
    func shortTail(tail: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(called("趙六", tail))
        expectNotLetIn(VisitorAdmitted(ref: visit), "趙六", in: scene)
    }

    @Test("A namesake at a wheel gets in once he has shown a document as a visitor with that plate")
    func namesakeDrives() throws {
        var scene = try scene()
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77"; $0.driver = "趙六"; $0.unit = "3-1502" })
        expectNotLetIn(VehicleEntered(ref: stay), "趙六", in: scene)
        let visit = try scene.given(called("趙六", "1234"))
        var registered = VisitorRegistered.visit(visit)
        registered.plate = "XY-77"
        try scene.given(registered)
        var held = scene
        let suspect = try held.given(called("趙六", "5555"))
        registered.ref = suspect
        try held.given(registered)
        expectNotLetIn(VehicleEntered(ref: stay), "趙六", in: held)
        let short = try scene.given(called("趙六", "234"))
        registered.ref = short
        try scene.given(registered)
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("No document excuses a namesake at a wheel that does not fit, is none, or is of somebody who is inside")
    func nobodysDocument() throws {
        var scene = try scene()
        let stay = try scene.given(car("趙六"))
        var unlike = called("趙六", "8888")
        unlike.matches = false
        try registered(unlike, with: "XY 77", in: &scene)
        var vouched = vouched("趙六")
        vouched.tail = "7777"
        let visit = try registered(vouched, with: "XY 77", in: &scene)
        expectNotLetIn(VehicleEntered(ref: stay), "趙六", in: scene)
        expectNotLetIn(VisitorAdmitted(ref: visit), "趙六", in: scene)
        let inside = try registered(called("趙六", "1234"), with: "XY 78", in: &scene)
        try scene.given(VisitorAdmitted(ref: inside))
        let other = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 78"; $0.driver = "趙六"; $0.unit = "3-1502" })
        expectNotLetIn(VehicleEntered(ref: other), "趙六", in: scene)
    }

    @Test("An exception for the document alone lets in nobody whose document does not fit")
    func onlyDocumentExcepted() throws {
        var scene = try scene()
        var unlike = called("趙六", "8888")
        unlike.matches = false
        let visit = try scene.atTheGate(unlike)
        _ = try scene.grant(.identification, for: visit)
        expectNotLetIn(VisitorAdmitted(ref: visit), "趙六", in: scene)
    }

    @Test("Of several at a wheel each needs a document of their own", arguments: ["趙六、李四", "李四 趙六", "李四,趙六"])
    func twoDrivers(drivers: String) throws {
        var scene = try scene()
        let stay = try scene.given(car(drivers))
        try registered(called("李四", "5678"), with: "XY 77", in: &scene)
        expectNotLetIn(VehicleEntered(ref: stay), "趙六", in: scene)
        try registered(called("趙六", "1234"), with: "XY 77", in: &scene)
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("A name that is written in two parts is one person's", arguments: [("趙六", "趙 六"), ("歐陽靜宜", "歐陽 靜宜"), ("John Smith", "Smith, John")])
    func spacedDriver(suspect: String, driver: String) throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called(suspect, "5555").suspected("東張西望"))
        let stay = try scene.given(car(driver))
        #expect(throws: (any Error).self) { try scene.when(VehicleEntered(ref: stay)) }
        let visit = try registered(called(driver, "1234"), with: "XY 77", in: &scene)
        try scene.given(VehicleEntered(ref: stay))
        try scene.given(Withdrawal(ref: scene.n))
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == stay)
    }

    @Test("Names with a comma at a wheel may be two people's", arguments: [("John", "John, Mary"), ("Mary", "Tom, Mary"), ("李娜", "Zhang San, Lina"), ("李娜", "Lina, Mary")])
    func commaDrivers(suspect: String, drivers: String) throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called(suspect, "5555").suspected("東張西望"))
        let stay = try scene.given(car(drivers))
        #expect(throws: (any Error).self) { try scene.when(VehicleEntered(ref: stay)) }
    }

    @Test("A visitor's name with a comma is one person's", arguments: [("John", "Smith, John"), ("李娜", "Wang, Lina"), ("李娜", "Li，Na"), ("和平", "李和平")])
    func commaVisitor(suspect: String, name: String) throws {
        var scene = try Scene.onDuty
        _ = try scene.atTheGate(called(suspect, "5555").suspected("東張西望"))
        let visit = try scene.atTheGate(called(name, "1234"))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("Somebody who was let in with a document since the car was registered is known at its wheel, too")
    func letInSince() throws {
        var scene = try scene()
        var more = car("趙六")
        more.people = 2
        let stay = try scene.given(more)
        scene.pass(minutes: 1)
        let visit = try registered(called("趙六", "1234"), with: "XY 77", in: &scene)
        try scene.given(VisitorAdmitted(ref: visit))
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("A companion of the visitor's own name, or one in the visitor's field, has not shown the visitor's document", arguments: [
        ("趙六", ["趙六"]), ("李四、趙六", []), ("李四/趙六", []), ("李四 ＆ 趙六", []), ("李四和趙六", []), ("王和美和趙六", []),
    ])
    func sameName(name: String, companions: [String]) throws {
        var scene = try scene()
        let visit = try scene.given(called(name, "9998"))
        var registered = VisitorRegistered.visit(visit)
        registered.companions = companions
        try scene.given(registered)
        expectNotLetIn(VisitorAdmitted(ref: visit), "趙六", in: scene)
    }

    @Test("Whoever may be him is no suspect for that: with a document they get in, and so does everybody of that name")
    func innocents() throws {
        var scene = try scene()
        let visit = try scene.atTheGate(vouched("趙六"))
        expectNotLetIn(VisitorAdmitted(ref: visit), "趙六", in: scene)
        #expect(scene.state.registers.suspects(in: scene.estate).count == 1)
        let third = try scene.atTheGate(called("趙六", "8888"))
        try scene.given(VisitorAdmitted(ref: third))
        try scene.given(called("趙六", "1234").again(visit))
        try scene.given(VisitorRegistered.visit(visit))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("One who showed no document keeps those of that name or company until he is refused")
    func noDocument() throws {
        var scene = try Scene.onDuty
        let suspect = try scene.atTheGate(vouched("順豐").suspected("不肯出示證件"))
        let visit = try scene.atTheGate(called("順豐", "4321"))
        expectNotLetIn(VisitorAdmitted(ref: visit), "順豐", in: scene)
        try scene.given(fact(VisitorRefused.self) { $0.ref = suspect; $0.reason = "no-id" })
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("Let in by a supervisor he is suspicious no more, however often he was written down")
    func exceptedOnce() throws {
        var scene = try scene()
        let suspect = try #require(scene.state.registers.suspects(in: scene.estate).first).ref
        let again = try scene.atTheGate(called("趙六", "5555"))
        expectNotLetIn(VisitorAdmitted(ref: again), "趙六", in: scene)
        _ = try scene.grant(.suspicion, for: suspect)
        try scene.given(VisitorAdmitted(ref: suspect))
        #expect(scene.state.registers.suspects(in: scene.estate).isEmpty)
        try scene.given(VisitorLeft(ref: suspect))
        let later = try scene.atTheGate(called("趙六", "5555"))
        try scene.given(VisitorAdmitted(ref: later))
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
            expectNotLetIn(VisitorAdmitted(ref: visit), name, in: scene)
        }
    }

    @Test("Somebody of another name is not meant", arguments: ["趙七", "六", "王五"])
    func others(name: String) throws {
        var scene = try scene()
        let visit = try scene.atTheGate(vouched(name))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("As nobody's companion, unless a supervisor lets them in")
    func companion() throws {
        var scene = try scene()
        let visit = try scene.given(called("王五", "1234"))
        var registered = VisitorRegistered.visit(visit)
        registered.companions = ["李四", "赵六"]
        try scene.given(registered)
        expectNotLetIn(VisitorAdmitted(ref: visit), "赵六", in: scene)
        _ = try scene.grant(.suspicion, for: visit)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("At no wheel, unless a supervisor lets the car in")
    func driver() throws {
        var scene = try scene()
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77"; $0.driver = "趙六"; $0.unit = "3-1502" })
        expectNotLetIn(VehicleEntered(ref: stay), "趙六", in: scene)
        _ = try scene.grant(.suspicion, for: stay)
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("Once he has gone, his name keeps nobody")
    func gone() throws {
        var scene = try scene()
        let suspect = try #require(scene.state.registers.suspects(in: scene.estate).first)
        let visit = try scene.atTheGate(called("王五", "1234"))
        try scene.given(fact(VisitorRefused.self) { $0.ref = suspect.ref; $0.reason = "no-id" })
        #expect(scene.state.registers.suspects(in: scene.estate).isEmpty)
        try scene.given(VisitorAdmitted(ref: visit))
    }
}
