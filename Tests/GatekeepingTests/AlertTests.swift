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

    @Test("S7: of certificates that run out, the one that runs out first, or ran out first, stands first")
    func certificates() throws {
        var scene = try quiet
        let lines = try [17, -22, 3].map { days in
            try scene.given(fact(TrainingRecorded.self) { $0.person = "G12"; $0.what = "course \(days)"; $0.until = scene.now.adding(minutes: days * 1440) })
        }
        #expect(alerts(scene) == ["certificate:\(lines[1])", "certificate:\(lines[2])", "certificate:\(lines[0])"])
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

    private func putOff(_ alert: String, in scene: inout Scene, minutes: Int = 600) throws {
        try scene.given(fact(AlertPostponed.self) { $0.alert = alert; $0.until = scene.now.adding(minutes: minutes); $0.reason = "later" })
    }

    @Test("P6: a round that was put off hides no other round of its route")
    func roundPutOff() throws {
        var scene = try quiet
        scene.estate.routes = Estate.small.routes
        scene.pass(minutes: 60)
        #expect(alerts(scene) == ["round:night"])
        try putOff("round:night", in: &scene)
        #expect(alerts(scene) == [])
        scene.pass(minutes: 16)
        try scene.given(RoundMissed(route: "night", due: Scene.evening.adding(minutes: 60)), by: "gatebook")
        scene.pass(minutes: 104)
        #expect(alerts(scene) == ["round:night"])
    }

    @Test("P1: an occurrence whose silence was put off calls again when it falls silent after news, and not when the news is taken back")
    func silencePutOff() throws {
        var scene = try quiet
        scene.pass(minutes: -180)
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        scene.pass(minutes: 31)
        try putOff("silent:\(noise)", in: &scene)
        scene.pass(minutes: 60)
        #expect(alerts(scene) == [])
        let news = try scene.given(fact(OccurrenceUpdated.self) { $0.ref = noise; $0.text = "still loud" })
        scene.pass(minutes: 31)
        #expect(alerts(scene) == ["silent:\(noise)"])
        #expect(alerts(try carried(scene)) == ["silent:\(noise)"])
        try scene.given(Withdrawal(ref: news))
        #expect(alerts(scene) == [])
    }

    @Test("S1: an order that was put off calls again in its next version, and whoever relieves is called")
    func orderPutOff() throws {
        var scene = try quiet
        scene.estate.orders[1].version = 2
        try putOff("order:all", in: &scene)
        #expect(alerts(scene) == [])
        scene.estate.orders[1].version = 3
        #expect(alerts(scene) == ["order:all"])
        try putOff("order:all", in: &scene)
        #expect(alerts(scene) == [])
        #expect(Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "main", holder: "G12").all.map(\.key) == ["order:gate", "order:all"])
    }

    @Test("G10: what one guard put off comes back with the next, on the next page too; at another post it stays put off while they hold theirs")
    func handoverEndsPostponement() throws {
        var scene = try quiet
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "count"; $0.giver = "S01"; $0.until = scene.now })
        try putOff("task:\(task)", in: &scene)
        #expect(alerts(try carried(scene)) == [])
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        let offer = try scene.given(HandoverOffered())
        try scene.acceptLines()
        #expect(alerts(scene) == [])
        try scene.given(fact(HandoverAccepted.self) { $0.ref = offer }, by: "G12")
        #expect(alerts(scene) == ["task:\(task)"])
        #expect(alerts(try carried(scene)) == ["task:\(task)"])
    }

    @Test("P5: a relief that is late again after one came is a new matter")
    func reliefPutOff() throws {
        var scene = try quiet
        scene.estate.shifts = [
            Shift(id: "early", name: Names("早班"), start: ClockTime(minutes: 6 * 60), end: ClockTime(minutes: 14 * 60)),
            Shift(id: "late", name: Names("中班"), start: ClockTime(minutes: 14 * 60), end: ClockTime(minutes: 22 * 60)),
            Shift(id: "night", name: Names("夜班"), start: ClockTime(minutes: 22 * 60), end: ClockTime(minutes: 6 * 60)),
        ]
        scene.pass(minutes: 8 * 60 + 5)
        #expect(alerts(scene).contains("relief:main"))
        #expect(!Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "side", holder: "").all.contains { $0.kind == .relief }, "Another post's waits there.")
        try putOff("relief:main", in: &scene)
        #expect(!alerts(scene).contains("relief:main"))
        try scene.given(PostTaken().turnedOut(.covering), by: "S01")
        scene.pass(minutes: 16 * 60)
        #expect(alerts(scene).contains("relief:main"))
    }

    @Test("A postponement that an earlier version wrote hides its alert until its time")
    func olderPostponement() throws {
        var scene = try quiet
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "count"; $0.giver = "S01"; $0.until = scene.now })
        let older = fact(AlertPostponed.self) { $0.alert = "task:\(task)"; $0.until = scene.now.adding(minutes: 60); $0.reason = "later" }
        scene.state.evolve(Event(older), Stamp(n: 99, t: scene.now, by: "G07", post: "main"))
        #expect(alerts(scene) == [])
        let forwarded = scene.state.broughtForward(at: scene.now).filter { type(of: $0).kind == "forward.postponed" }.map { $0.object(in: scene.estate.zone).members.map(\.name) }
        #expect(forwarded == [["ref", "since", "alert", "until"]])
        scene.pass(minutes: 60)
        #expect(alerts(scene) == ["task:\(task)"])
    }

    /// The scene as the next page begins.
    private func carried(_ scene: Scene) throws -> Scene {
        var next = scene
        next.state = try scene.broughtForward()
        return next
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
