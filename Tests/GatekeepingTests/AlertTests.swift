import Notation
import Testing

@testable import Gatekeeping

@Suite("Alerts")
struct AlertTests {
    private func alerts(_ scene: Scene) -> [String] {
        Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "main", holder: "G07").all.map(\.key)
    }

    /// On duty, with every order read and the round walked off the list.
    private var quiet: Scene {
        get throws {
            var scene = try Scene.onDuty
            scene.estate.routes = []
            scene.estate.checkpoints = []
            for order in ["gate", "all"] { try scene.given(fact(OrderAcknowledged.self) { $0.order = order }) }
            return scene
        }
    }

    @Test("One list, the most urgent first")
    func ranking() throws {
        var scene = try quiet
        #expect(alerts(scene) == [])
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "count"; $0.giver = "S01"; $0.until = scene.now })
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "a man" })
        #expect(alerts(scene) == ["detained:\(person)", "task:\(task)"])
        scene.pass(minutes: 31)
        #expect(alerts(scene) == ["detained:\(person)", "silent:\(noise)", "task:\(task)"])
    }

    @Test("What is put off needs a reason, stays away until its time and comes back; twelve hours are the most")
    func postponed() throws {
        var scene = try quiet
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "count"; $0.giver = "S01"; $0.until = scene.now })
        func postponed(_ minutes: Int, _ reason: String = "the stores are locked") -> AlertPostponed {
            fact { $0.alert = "task:\(task)"; $0.until = scene.now.adding(minutes: minutes); $0.reason = reason }
        }
        scene.expectRefused(postponed(60, ""), .missingField("reason"))
        scene.expectRefused(postponed(0), .postponedTooLong(hours: 12))
        scene.expectRefused(postponed(721), .postponedTooLong(hours: 12))
        scene.expectRefused(fact(AlertPostponed.self) { $0.alert = "task:99"; $0.until = scene.now; $0.reason = "x" }, .unknownValue(field: "alert", value: "task:99", known: ["task:\(task)"]))
        try scene.given(postponed(60))
        scene.pass(minutes: 59)
        #expect(alerts(scene) == [])
        #expect(try scene.broughtForward().registers.postponed.count == 1)
        scene.pass(minutes: 1)
        #expect(alerts(scene) == ["task:\(task)"])
    }

    @Test("S3, G7: what must be looked at shows before it is late, fire equipment first")
    func looks() throws {
        var scene = try Scene.onDuty
        scene.estate.routes = []
        scene.pass(minutes: 1440 - 120 - 1)
        #expect(!alerts(scene).contains { $0.hasPrefix("look:") })
        scene.pass(minutes: 1)
        #expect(alerts(scene).filter { $0.hasPrefix("look:") } == ["look:hydrant", "look:roof"])
        #expect(scene.state.registers.looksDue(in: scene.estate, at: scene.now).map(\.deadline) == [scene.now.adding(minutes: 120), scene.now.adding(minutes: 120)])
    }

    @Test("S1, S2, S7: an unread order, a shift without inspection, a certificate that ends")
    func staff() throws {
        var scene = try quiet
        scene.estate.shifts = [Shift(id: "night", name: Names("夜班"), start: ClockTime(minutes: 22 * 60), end: ClockTime(minutes: 6 * 60))]
        scene.estate.orders[1].version = 2
        #expect(alerts(scene) == ["order:all"])
        let certificate = try scene.given(fact(TrainingRecorded.self) { $0.person = "G07"; $0.what = "fire"; $0.until = scene.now.adding(minutes: 600) })
        #expect(alerts(scene) == ["order:all", "certificate:\(certificate)"])
        scene.pass(minutes: 1440 + 239)
        #expect(!alerts(scene).contains("inspection:main"))
        scene.pass(minutes: 1)
        #expect(alerts(scene).contains("inspection:main"))
        try scene.given(fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "in order" })
        #expect(!alerts(scene).contains("inspection:main"))
    }

    @Test("G6, G9: a thing not back and a repair not done call for somebody")
    func things() throws {
        var scene = try quiet
        let key = try scene.given(fact(ThingKept.self) { $0.sort = .key; $0.what = "天台鑰匙" })
        try scene.given(fact(ThingLent.self) { $0.ref = key; $0.holder = "水電工"; $0.due = scene.now })
        let lamp = try scene.given(fact(DefectFound.self) { $0.place = "車道"; $0.text = "燈不亮" })
        try scene.given(fact(DefectAssigned.self) { $0.ref = lamp; $0.assignee = "水電工"; $0.until = scene.now })
        scene.pass(minutes: 1)
        #expect(alerts(scene) == ["thing:\(key)", "defect:\(lamp)"])
    }
}
