import Notation
import Testing

@testable import Gatekeeping

@Suite("Complaints, suggestions, enquiries, repairs (C2–C5)")
struct MatterTests {
    private static let zone = Zone(minutes: 480)
    private func at(_ text: String) throws -> Instant { try #require(Instant(text + ":00+08:00")) }

    @Test("C2, C3: what was received has one number for life, is verified the same day, reported, planned, settled, answered, visited and closed")
    func life() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        func next() throws -> MatterStep { try scene.matter(ref).next }
        #expect(try next() == .verify)
        #expect(try scene.matter(ref).due(in: scene.estate) == Day(scene.now, in: Self.zone).adding(days: 1).at(ClockTime(minutes: 0), in: Self.zone))
        scene.expectRefused(fact(MatterReported.self) { ($0.ref, $0.department, $0.director) = (ref, "works", "D01") }, .otherStep(.verify))
        try scene.verify(ref)
        #expect(try next() == .report)
        scene.expectRefused(fact(MatterReported.self) { ($0.ref, $0.department, $0.director) = (ref, "works", "W01") }, .notDirector("W01"))
        try scene.report(ref)
        #expect(try next() == .plan)
        #expect(try scene.matter(ref).department == "works")
        try scene.plan(ref)
        #expect(try next() == .settle)
        scene.expectRefused(fact(MatterAnswered.self) { ($0.ref, $0.text) = (ref, "soon") }, .otherStep(.settle))
        try scene.resolve(ref)
        #expect(try next() == .answerResident)
        try scene.answer(ref, [.resident])
        #expect(try next() == .answerDirector)
        try scene.answer(ref, [.director])
        #expect(try next() == .revisit)
        try scene.revisit(ref)
        #expect(try next() == .close)
        try scene.close(ref)
        #expect(scene.state.registers.matters.isEmpty)
        scene.expectRefused(fact(MatterExplained.self) { ($0.ref, $0.text) = (ref, "more") }, .nothingThere(ref: ref))
    }

    @Test("C5: nothing is closed before the resident and the director have their answer")
    func bothAnswers() throws {
        var scene = try Scene.onDuty
        let enquiry = try scene.receive("enquiry")
        let close = fact(MatterClosed.self) { $0.ref = enquiry }
        scene.expectRefused(close, .answerMissing(.resident))
        try scene.answer(enquiry, [.resident])
        scene.expectRefused(close, .answerMissing(.director))
        try scene.answer(enquiry, [.director])
        try scene.given(close)
        let complaint = try scene.answered("complaint")
        scene.expectRefused(fact(MatterClosed.self) { $0.ref = complaint }, .revisitMissing)
    }

    @Test("C5: one department is responsible at any time, nothing goes in a circle, and the third hand-on goes to the director")
    func handedOn() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        try scene.verify(ref)
        scene.expectRefused(fact(MatterHandedOn.self) { ($0.ref, $0.department, $0.why) = (ref, "guards", "x") }, .otherStep(.report))
        try scene.report(ref, to: "works")
        try scene.handOn(ref, to: "guards")
        scene.expectRefused(fact(MatterHandedOn.self) { ($0.ref, $0.department, $0.why) = (ref, "works", "x") }, .handedInCircle(Names("works")))
        try scene.handOn(ref, to: "clean")
        #expect(try scene.matter(ref).department == "clean" && scene.matter(ref).escalated == nil)
        #expect(try scene.when(fact(MatterHandedOn.self) { ($0.ref, $0.department, $0.why) = (ref, "garden", "x") }).goesToDirector)
        try scene.handOn(ref, to: "garden")
        #expect(try scene.matter(ref).department == "director" && scene.matter(ref).next == .decide)
        let decision = fact(MatterDecided.self) { ($0.ref, $0.director, $0.department, $0.text) = (ref, "D01", "works", "工程部三天內辦好") }
        scene.expectRefused(fact(MatterDecided.self) { ($0.ref, $0.director, $0.department, $0.text) = (ref, "G07", "works", "x") }, .notDirector("G07"), by: "W01")
        scene.expectRefused(decision, .notOffice("G07"))
        try scene.given(decision, by: "W01")
        #expect(try scene.matter(ref).department == "works" && scene.matter(ref).next == .plan)
    }

    @Test("C3: what a department cannot settle the director decides")
    func escalated() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("repair")
        try scene.verify(ref)
        try scene.report(ref)
        try scene.given(fact(MatterEscalated.self) { ($0.ref, $0.why) = (ref, "沒有經費") })
        #expect(try scene.matter(ref).next == .decide)
        scene.expectRefused(fact(MatterPlanned.self) { ($0.ref, $0.text) = (ref, "x") }, .otherStep(.decide))
        scene.expectRefused(fact(MatterEscalated.self) { ($0.ref, $0.why) = (ref, "again") }, .otherStep(.decide))
    }

    @Test("What turns out unfounded is explained to both and visited, but never planned")
    func unfounded() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        try scene.verify(ref, valid: false)
        scene.expectRefused(fact(MatterReported.self) { ($0.ref, $0.department, $0.director) = (ref, "works", "D01") }, .otherStep(.answerResident))
        try scene.answer(ref)
        try scene.revisit(ref, .fairly)
        try scene.close(ref)
    }

    @Test("C4: a suggestion is taken up, planned, posted, answered and commended")
    func suggestion() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("suggestion")
        try scene.verify(ref)
        try scene.report(ref)
        try scene.plan(ref)
        scene.expectRefused(fact(MatterResolved.self) { ($0.ref, $0.text) = (ref, "x") }, .otherStep(.post))
        try scene.given(fact(SuggestionPosted.self) { ($0.ref, $0.text) = (ref, "花壇加燈，年底前完成") })
        let praise = fact(HouseholdCommended.self) { ($0.ref, $0.text) = (ref, "好主意") }
        var praised = scene
        try praised.given(praise)
        praised.expectRefused(praise, .alreadyRecorded)
        let commended = try scene.when(fact(HouseholdCommended.self) { ($0.ref, $0.text) = (ref, "好主意") })
        #expect(commended.unit == "3-1502")
        try scene.answer(ref)
        try scene.close(ref)
        let complaint = try scene.receive("complaint")
        scene.expectRefused(fact(HouseholdCommended.self) { ($0.ref, $0.text) = (complaint, "x") }, .otherStep(.verify))
    }

    @Test("Urgent matters have hours, ordinary ones working days; weekends and holidays do not count")
    func dueTimes() throws {
        var scene = try Scene.onDuty
        // Monday evening; Wednesday is a holiday.
        let urgent = try scene.receive("complaint", urgent: true)
        let ordinary = try scene.receive("complaint")
        for ref in [urgent, ordinary] {
            try scene.verify(ref)
            try scene.report(ref)
        }
        func due(_ ref: Int) throws -> Instant? { try scene.matter(ref).due(in: scene.estate) }
        #expect(try due(urgent) == scene.now.adding(minutes: 120))
        #expect(try due(ordinary) == scene.now.adding(minutes: 48 * 60))
        for ref in [urgent, ordinary] { try scene.plan(ref) }
        #expect(try due(urgent) == scene.now.adding(minutes: 24 * 60))
        // Tue 1, (Wed), Thu 2, Fri 3, (Sat, Sun), Mon 4, Tue 5, Wed 6, Thu 7: ten days.
        #expect(try due(ordinary) == scene.now.adding(minutes: 10 * 1440))
        let saturday = Day(scene.now, in: Self.zone).adding(days: 5)
        scene.estate.desk?.calendar.workdays = [saturday]
        #expect(try due(ordinary) == scene.now.adding(minutes: 9 * 1440), "A Saturday that is worked counts.")
    }

    @Test("A planned date and a promise bind before the last day does")
    func promises() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        try scene.verify(ref)
        try scene.report(ref)
        try scene.plan(ref, until: scene.now.adding(minutes: 1440))
        #expect(try scene.matter(ref).due(in: scene.estate) == scene.now.adding(minutes: 1440))
        try scene.given(fact(MatterExplained.self) { ($0.ref, $0.text, $0.promised) = (ref, "師傅在路上", scene.now.adding(minutes: 60)) })
        #expect(try scene.matter(ref).due(in: scene.estate) == scene.now.adding(minutes: 60))
    }

    @Test("C3: what falls due shows an hour before it is late, on the list of alerts of every post")
    func alerts() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint", urgent: true)
        #expect(try scene.matter(ref).due(in: scene.estate) == Day(scene.now, in: Self.zone).adding(days: 1).at(ClockTime(minutes: 0), in: Self.zone))
        var noon = scene
        noon.pass(minutes: -600)
        let early = try noon.receive("complaint", urgent: true)
        #expect(try noon.matter(early).due(in: noon.estate) == noon.now.adding(minutes: 120), "What is urgent is looked into before its plan is due.")
        try scene.verify(ref)
        try scene.report(ref)
        func pressing() -> [String] {
            Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "main", holder: "G07").all.filter { $0.kind == .matter }.map(\.about)
        }
        scene.pass(minutes: 59)
        #expect(pressing().isEmpty)
        scene.pass(minutes: 1)
        #expect(pressing() == [String(ref)])
        #expect(try !scene.matter(ref).isLate(in: scene.estate, at: scene.now))
        scene.pass(minutes: 61)
        #expect(try scene.matter(ref).isLate(in: scene.estate, at: scene.now))
    }

    @Test("R3: a promise made after the answer keeps the matter open until it is kept")
    func promiseAfterAnswer() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("enquiry")
        try scene.answer(ref)
        let until = scene.now.adding(minutes: 90)
        try scene.given(fact(MatterExplained.self) { ($0.ref, $0.text, $0.promised) = (ref, "再查", until) })
        #expect(try scene.matter(ref).due(in: scene.estate) == until)
        scene.expectRefused(fact(MatterClosed.self) { $0.ref = ref }, .answerMissing(.resident))
        try scene.answer(ref, [.resident])
        try scene.close(ref)
    }

    @Test("C5: what a rule was decided on is not corrected away, and a topic is one of the configuration")
    func corrections() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("complaint")
        try scene.verify(ref)
        let verified = scene.n
        func refused(_ n: Int, _ field: String, _ value: String, _ refusal: Refusal, in scene: Scene) {
            scene.expectRefused(Correction(ref: n, field: field, value: value, why: "x"), refusal)
        }
        refused(ref, "matter", "enquiry", .fixedField("matter"), in: scene)
        refused(verified, "valid", "false", .fixedField("valid"), in: scene)
        refused(ref, "topic", "zzz", .unknownValue(field: "topic", value: "zzz", known: ["noise", "leak", "other"]), in: scene)
        #expect(try scene.when(Correction(ref: ref, field: "topic", value: "leak", why: "x")).of == "matter.received")
        var next = scene
        next.state = try scene.broughtForward()
        refused(ref, "matter", "enquiry", .fixedField("matter"), in: next)
        refused(ref, "department", "works", .fixedField("department"), in: next)
        #expect(try next.when(Correction(ref: ref, field: "phone", value: "1", why: "x")).of == "forward.matter")
    }

    @Test("R4: a draw is made once: the line that draws is not taken back")
    func drawnOnce() throws {
        var scene = try Scene.onDuty
        let ref = try scene.receive("repair")
        try scene.verify(ref)
        try scene.report(ref)
        try scene.plan(ref)
        try scene.resolve(ref)
        scene.expectRefused(Withdrawal(ref: scene.n), .cannotBeWithdrawn, by: "W01")
    }

    @Test("A time to come lies ahead")
    func timesToCome() throws {
        let scene = try Scene.onDuty
        scene.expectRefused(MatterReceived.from("complaint", promised: scene.now), .timePast)
        scene.expectRefused(fact(MatterReceived.self) { ($0.topic, $0.who, $0.what) = ("noise", " ", "x") }, .missingField("who"))
    }

    @Test("R3: a promised reply passes from guard to guard until it is given")
    func promisedReply() throws {
        var scene = try Scene.onDuty
        let ref = try scene.given(MatterReceived.from("enquiry", promised: scene.now.adding(minutes: 30)))
        try scene.given(HandoverOffered())
        #expect(try scene.handover().entries.contains { $0.item.key == "reply:\(ref)" })
        try scene.answer(ref, [.resident])
        #expect(try !scene.handover().entries.contains { $0.item.key == "reply:\(ref)" })
    }

    @Test("The desk keeps hours, not shifts: no relief is late there, and no inspection of the shift is missing")
    func hours() throws {
        var scene = Scene()
        scene.estate.shifts = [Shift(id: "day", name: Names("日班"), start: ClockTime(minutes: 21 * 60), end: ClockTime(minutes: 30))]
        scene.estate.posts[1].isDesk = true
        try scene.given(PostTaken().turnedOut(), by: "W01", post: "side")
        try scene.given(PostTaken().turnedOut())
        scene.pass(minutes: 180)
        #expect(scene.state.registers.lateReliefs(in: scene.estate, at: scene.now).map(\.post) == ["main"])
        func alerts(_ post: String, _ holder: String) -> Set<Alert.Kind> {
            Set(Alerts(scene.state.registers, estate: scene.estate, now: scene.now.adding(minutes: -60), post: post, holder: holder).all.map(\.kind))
        }
        #expect(!alerts("side", "W01").contains(.inspection))
    }

    @Test("Without a desk in the configuration a matter is refused in words")
    func noDesk() throws {
        var scene = try Scene.onDuty
        scene.estate.desk = nil
        scene.expectRefused(MatterReceived.from("complaint"), .noDesk)
    }

    @Test("C7: a study visit has who, host, programme and count")
    func studyVisit() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(fact(StudyVisitReceived.self) { ($0.company, $0.host) = ("綠城物業", "何姐") }, .missingField("programme"))
        try scene.given(fact(StudyVisitReceived.self) { ($0.company, $0.host, $0.programme, $0.count) = ("綠城物業", "何姐", "看門崗與服務台", 12) })
    }
}
