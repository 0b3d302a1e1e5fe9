import Notation
import Randomness
import Testing

@testable import Gatekeeping

@Suite("What is brought forward (承前)")
struct BroughtForwardTests {
    @Test("After any events, folding what is brought forward gives the same registers", arguments: 0..<60)
    func equalRegisters(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var scene = Scene()
        var written = 0
        for step in 0..<150 {
            scene.pass(minutes: .random(in: 0...20, using: &generator))
            for missed in scene.state.registers.missedRounds(in: scene.estate, at: scene.now) {
                _ = try? scene.given(missed, by: "gatebook", post: "")
            }
            for late in scene.state.registers.lateReliefs(in: scene.estate, at: scene.now) {
                try scene.given(late.fact, by: "gatebook", post: late.post)
            }
            let by = ["G07", "G12", "S01"].randomElement(using: &generator) ?? "G07"
            let fact = randomFact(&scene, by: by, using: &generator)
            let writer = fact.kindIsTheProgram ? "gatebook" : by
            if (try? scene.given(fact, by: writer, post: Bool.random(using: &generator) ? "main" : "side", id: "\(step)")) != nil {
                written += 1
            }
            guard step % 10 == 9 else { continue }
            let next = try scene.broughtForward()
            try #require(next.registers == scene.registersWithoutPast)
            if Int.random(in: 0..<5, using: &generator) == 0 {
                scene.state = next
                scene.n += next.entries.count + 2
            }
        }
        #expect(written > 35)
    }

    @Test("A guest who was expected until more than a day ago stays behind")
    func past() throws {
        var scene = Scene()
        let visit = try scene.given(fact(VisitorExpected.self) { $0.name = "王小明"; $0.unit = "3-1502"; $0.until = scene.now })
        scene.pass(minutes: 1440)
        #expect(try scene.broughtForward().registers.visits.keys.sorted() == [visit])
        scene.pass(minutes: 1)
        #expect(try scene.broughtForward().registers.visits.isEmpty)
    }

    /// Whether everything that is open fits into the lines of the next page.
    private func fits(_ scene: Scene) -> Bool {
        scene.state.broughtForward(at: scene.now).allSatisfy { $0.object(in: scene.estate.zone) == $0.object(in: scene.estate.zone).fittingForward }
    }

    @Test("A correction that would make something too long for the next page is refused; one that makes it shorter is not")
    func longCorrection() throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        try scene.given(Correction(ref: noise, field: "text", value: String(repeating: "x", count: 2500), why: "more"))
        #expect(throws: Refusal.self) { try scene.given(Correction(ref: noise, field: "place", value: String(repeating: "y", count: 2500), why: "more")) }
        try scene.given(Correction(ref: noise, field: "text", value: "short", why: "less"))
        try scene.given(Correction(ref: noise, field: "place", value: String(repeating: "y", count: 2500), why: "more"))
        #expect(fits(scene))
    }

    @Test("What the guard at the post leaves word of fits into the next page, or is refused")
    func longOffer() throws {
        var scene = try Scene.onDuty
        #expect(throws: Refusal.self) { try scene.given(fact(HandoverOffered.self) { $0.remark = String(repeating: "x", count: 3760) }) }
        try scene.given(fact(HandoverOffered.self) { $0.remark = String(repeating: "x", count: 3000) })
        #expect(fits(scene))
    }

    @Test("What an earlier version let become too long is cut, and stays open")
    func cut() {
        let fields: JSONObject = ["ref": .integer(7), "text": .string(String(repeating: "王", count: 2000)), "place": .string(String(repeating: "y", count: 300))]
        let fitting = fields.fittingForward
        #expect(JSON.object(fitting).bytes.count < 3616 && fitting.members.map(\.name) == ["ref", "text", "place"])
        #expect(fitting["ref"] == .integer(7) && fitting["place"] == fields["place"] && fitting["text"]?.string?.hasSuffix("王…") == true)
        let marks = "a" + String(repeating: "\u{301}", count: 3000)
        #expect(JSON.object((["text": .string(marks)] as JSONObject).fittingForward).bytes.count < 3616)
    }

    @Test("More readers or homes than a line has room for stand in several lines, and are all there again")
    func longLists() throws {
        var scene = try Scene.onDuty
        let long = (0..<300).map { "somebody-with-a-long-number-\($0)" }
        var reading = OrderReading(order: "gate", version: 2)
        reading.readers = long
        var calling = Calling()
        (calling.officer, calling.term, calling.units) = ("D01", "2026", Array(long.prefix(200)))
        scene.state.evolve(Event(Forward(reading, opener: 0, since: scene.now)), Stamp(n: 100, t: scene.now, by: "gatebook", post: ""))
        scene.state.evolve(Event(Forward(calling, opener: 0, since: scene.now)), Stamp(n: 101, t: scene.now, by: "gatebook", post: ""))
        #expect(fits(scene))
        #expect(try scene.broughtForward().registers == scene.registersWithoutPast)
    }

    @Test("S1: what is brought forward of readers in several lines is one list, and that of the next page another")
    func readersInParts() {
        var readings = ReadingsUntil(nil, in: Zone(minutes: 480))
        func forward(_ readers: [String], n: Int) {
            var reading = OrderReading(order: "gate", version: 1)
            reading.readers = readers
            readings.note(Event(Forward(reading, opener: 0, since: Scene.evening)), Stamp(n: n, t: Scene.evening, by: "gatebook", post: ""))
        }
        forward(["G01", "G02"], n: 5)
        forward(["G03"], n: 6)
        #expect(readings.latest["gate"]?.readers == ["G01", "G02", "G03"])
        forward(["G01"], n: 50)
        forward(["G03"], n: 51)
        #expect(readings.latest["gate"]?.readers == ["G01", "G03"])
    }

    private func randomFact(_ scene: inout Scene, by: String, using generator: inout SeededGenerator) -> any Fact {
        let registers = scene.state.registers
        func any(_ keys: some Collection<Int>) -> Int { keys.sorted().randomElement(using: &generator) ?? 99_999 }
        let (visit, stay, round) = (any(registers.visits.keys), any(registers.stays.keys), any(registers.rounds.keys))
        let (occurrence, exception) = (any(registers.occurrences.keys), any(registers.exceptions.keys))
        let plate = ["AB1234", "粤B12345", "XY 77"].randomElement(using: &generator)
        let last = scene.state.entries.last { $0.stamp.by == by && !scene.state.withdrawn.contains($0.stamp.n) }?.stamp.n ?? 0
        let list = HandoverList(registers, estate: scene.estate, post: "main", now: scene.now)
        let line = list?.entries.randomElement(using: &generator)?.item.key ?? "inside"
        let answer = LineAnswer.Answer.allCases.randomElement(using: &generator) ?? .accepted
        let count = answer == .accepted ? Int.random(in: 0...3, using: &generator) : nil
        let taking = Custody.Taking.allCases.randomElement(using: &generator) ?? .opening
        let facts: [any Fact] = [
            PostTaken().turnedOut(taking), HandoverOffered(),
            fact(HandoverAccepted.self) { $0.ref = registers.custody["main"]?.offered ?? 0 }, PostLeft(leaving: .relieved),
            HandoverAnswered(ref: registers.custody["main"]?.offered ?? 0, item: line, answer: answer, text: "why", count: count),
            HandoverAnswered(ref: registers.custody["main"]?.offered ?? 0, item: line), fact(HandoverExplained.self) { $0.ref = any(registers.answers.keys); $0.text = "so" },
            fact(ReliefUnfit.self) { $0.reason = "ill"; $0.told = "S01" }, fact(ReliefAbsent.self) { $0.supervisor = "S01"; $0.text = "covered" },
            fact(ReferralConfirmed.self) { $0.ref = any(registers.referrals.keys); $0.supervisor = "S01" },
            fact(VisitorExpected.self) { $0.name = "小花"; $0.unit = "3-1502"; $0.code = "7788"; $0.until = scene.now.adding(minutes: 9000) },
            VisitorVerified.shown("id-card", name: Bool.random(using: &generator) ? "王小明" : "何偉"),
            VisitorVerified.shown("child").again(visit).vouched("王太"), VisitorVerified.shown(nil).suspected("nervous"),
            VisitorRegistered.visit(visit, count: 3, badge: Bool.random(using: &generator) ? "VB-0001" : nil),
            VisitorCompared(ref: visit, denied: "D1", isSame: .random(using: &generator)), VisitorAdmitted(ref: visit),
            VisitorAdmitted(ref: visit), VisitorLeft(ref: visit, count: 1, isBadgeBack: true), VisitorLeft(ref: visit),
            fact(VisitorRefused.self) { $0.ref = visit; $0.reason = "no-id" },
            fact(EmergencyPassed.self) { $0.service = "fire" }, fact(EmergencyCompleted.self) { $0.ref = visit; $0.count = 2 },
            fact(ExceptionGranted.self) { $0.ref = visit; $0.supervisor = "S01"; $0.reason = "known" },
            fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "ill" },
            fact(ExceptionConfirmed.self) { $0.ref = exception; $0.supervisor = "S01" },
            fact(VehicleRegistered.self) { $0.plate = plate; $0.vehicle = "car"; $0.people = 2 },
            VehicleEntered(ref: stay), VehicleEntered(plate: plate), VehicleLeft(plate: plate), VehicleLeft(ref: stay),
            fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party"; $0.told = "S01" },
            fact(OccurrenceUpdated.self) { $0.ref = occurrence; $0.told = "police" },
            fact(OccurrenceResolved.self) { $0.ref = occurrence; $0.text = "quiet" },
            fact(EvidenceTaken.self) { $0.ref = occurrence; $0.what = "lock"; $0.holder = "G07" },
            fact(EvidencePassed.self) { $0.ref = any(registers.evidence.keys); $0.holder = "G12" },
            fact(PersonDetained.self) { $0.ref = occurrence; $0.who = "a man" },
            fact(PersonReleased.self) { $0.ref = any(registers.detained.keys); $0.who = "police" },
            fact(CaseTransferred.self) { $0.ref = occurrence; $0.station = "S"; $0.officer = "O"; $0.receipt = "R" },
            RoundStarted(route: "night"), RoundTicked(ref: round, checkpoint: "roof"),
            RoundTicked(ref: round, checkpoint: "hydrant", result: .damaged, text: "leaks"), RoundReturned(ref: round),
            ConsoleOpened(isAlone: .random(using: &generator), lastEntry: scene.now), ConsoleClosed(ref: any(registers.consoles.keys)),
            fact(OutageSettled.self) { $0.ref = any(registers.outages.keys) }, fact(DefectRepaired.self) { $0.ref = any(registers.defects.keys) },
            fact(DefectFound.self) { $0.place = "stairs"; $0.text = "dark" },
            fact(DefectAssigned.self) { $0.ref = any(registers.defects.keys); $0.assignee = "electrician"; $0.until = scene.now },
            fact(DefectConfirmed.self) { $0.ref = any(registers.defects.keys); $0.isGood = .random(using: &generator) },
            fact(ThingKept.self) { $0.what = "box"; $0.unit = "3-1502"; $0.due = scene.now },
            fact(ThingLent.self) { $0.ref = any(registers.things.keys); $0.holder = "G12" },
            fact(ThingReturned.self) { $0.ref = any(registers.things.keys) },
            fact(ThingFetched.self) { $0.ref = any(registers.things.keys); $0.who = "王太" },
            fact(PassIssued.self) { $0.what = "sofa"; $0.count = 3; $0.unit = "3-1502"; $0.consent = "phone"; $0.carrier = "movers" },
            fact(GoodsLetOut.self) { $0.ref = any(registers.passes.keys); $0.count = 1 },
            fact(TaskGiven.self) { $0.what = "count the badges"; $0.giver = "S01" }, fact(TaskFinished.self) { $0.ref = any(registers.tasks.keys) },
            fact(OrderAcknowledged.self) { $0.order = "gate" },
            fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "in order" },
            fact(TrainingRecorded.self) { $0.person = "G07"; $0.what = "fire"; $0.until = scene.now.adding(minutes: 9000) },
            fact(AlertPostponed.self) { $0.alert = "exception:\(exception)"; $0.until = scene.now.adding(minutes: 300); $0.reason = "asleep" },
            Withdrawal(ref: last), Correction(ref: visit, field: "name", value: "王大明", why: "misheard"),
        ]
        return (facts + deskFacts(scene, using: &generator)).randomElement(using: &generator) ?? HandoverOffered()
    }

    private func deskFacts(_ scene: Scene, using generator: inout SeededGenerator) -> [any Fact] {
        let registers = scene.state.registers
        let ref = registers.matters.keys.sorted().randomElement(using: &generator) ?? 99_999
        let department = ["guards", "clean", "garden"].randomElement(using: &generator) ?? ""
        let outcome = RevisitMade.Outcome.allCases.randomElement(using: &generator) ?? .content
        let kind = Matter.Kind.allCases.randomElement(using: &generator) ?? .repair
        return [
            MatterReceived.from(kind.rawValue, promised: scene.now.adding(minutes: 90)),
            fact(MatterVerified.self) { $0.ref = ref; $0.isValid = .random(using: &generator); $0.reason = "seen" },
            fact(MatterReported.self) { $0.ref = ref; $0.department = "works"; $0.director = "D01" },
            fact(MatterHandedOn.self) { $0.ref = ref; $0.department = department; $0.why = "theirs" },
            fact(MatterPlanned.self) { $0.ref = ref; $0.text = "mend"; $0.until = scene.now.adding(minutes: 500) },
            fact(MatterEscalated.self) { $0.ref = ref; $0.why = "no money" },
            fact(MatterDecided.self) { $0.ref = ref; $0.director = "D01"; $0.department = "works"; $0.text = "do it" },
            fact(MatterResolved.self) { $0.ref = ref; $0.text = "done" },
            fact(SuggestionPosted.self) { $0.ref = ref; $0.text = "lamps" },
            fact(HouseholdCommended.self) { $0.ref = ref; $0.text = "thanks" },
            fact(MatterAnswered.self) { $0.ref = ref; $0.to = Bool.random(using: &generator) ? .resident : .director; $0.text = "told" },
            fact(MatterExplained.self) { $0.ref = ref; $0.text = "soon"; $0.promised = scene.now.adding(minutes: 45) },
            fact(RevisitMade.self) { $0.ref = ref; $0.officer = "W02"; $0.opinion = "so so"; $0.outcome = outcome },
            fact(RevisitMade.self) { $0.unit = "3-1502"; $0.officer = ["W01", "D01"].randomElement(using: &generator) ?? ""; $0.opinion = "lights"; $0.outcome = outcome },
            fact(MatterClosed.self) { $0.ref = ref }, fact(ActivityHeld.self) { $0.activity = "meeting"; $0.count = 12; $0.text = "good" },
        ]
    }
}

extension Fact {
    fileprivate var kindIsTheProgram: Bool { self is ConsoleOpened || self is ConsoleClosed }
}

extension Scene {
    /// The registers as the next page must have them: without guests whose day is over.
    fileprivate var registersWithoutPast: Registers {
        var registers = state.registers
        registers.visits = registers.visits.filter { !$0.value.isPast(at: now) }
        registers.postponed = registers.postponed.filter { $0.value.until > now }
        return registers
    }
}
