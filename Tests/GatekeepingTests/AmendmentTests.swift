import Notation
import Testing

@testable import Gatekeeping

@Suite("Taking back and correcting")
struct AmendmentTests {
    @Test("A guard takes back their own last event, and only that")
    func ownLast() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        let other = try scene.given(VehicleEntered(plate: "AB1234"), by: "G12")
        scene.expectRefused(Withdrawal(ref: other), .notYourLast)
        scene.expectRefused(Withdrawal(ref: visit - 1), .notYourLast)
        scene.expectRefused(Withdrawal(ref: visit), .notYourLast, by: "G12")
        try scene.given(Withdrawal(ref: visit, why: "wrong queue"))
        #expect(scene.state.registers.visits.isEmpty)
        #expect(scene.state.registers.stays.keys.sorted() == [other])
        #expect(scene.state.withdrawn == [visit])
        scene.expectRefused(Withdrawal(ref: visit), .notYourLast)
    }

    @Test("Step by step backwards through one's own events")
    func stepByStep() throws {
        var scene = try Scene.onDuty
        let before = scene.state.registers
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        let verified = scene.state.registers
        let registered = try scene.given(VisitorRegistered.visit(visit))
        try scene.given(Withdrawal(ref: registered))
        #expect(scene.state.registers == verified)
        try scene.given(Withdrawal(ref: visit))
        #expect(scene.state.registers == before)
    }

    @Test("Handovers cannot be taken back")
    func handover() throws {
        var scene = try Scene.onDuty
        scene.expectRefused(Withdrawal(ref: scene.n), .cannotBeWithdrawn)
        let offer = try scene.given(HandoverOffered())
        scene.expectRefused(Withdrawal(ref: offer), .cannotBeWithdrawn)
    }

    @Test("What others built on stays")
    func builtOn() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"), by: "G12")
        try scene.given(VisitorRegistered.visit(visit))
        scene.expectRefused(Withdrawal(ref: visit), .othersBuiltOnIt, by: "G12")
    }

    @Test("G4, G13: what became of a detained person or of evidence is not taken back under what others wrote of the occurrence, on the next page either", arguments: [false, true])
    func builtOnOccurrence(isNextPage: Bool) throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "a fight" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "男子"; $0.injuries = "無" })
        let knife = try scene.given(fact(EvidenceTaken.self) { $0.ref = noise; $0.what = "刀"; $0.holder = "G07" })
        if isNextPage {
            scene.state = try scene.broughtForward()
            scene.n += 30
        }
        let passed = try scene.given(fact(EvidencePassed.self) { $0.ref = knife; $0.holder = "S01" }, by: "S01")
        let released = try scene.given(fact(PersonReleased.self) { $0.ref = person; $0.who = "警員" }, by: "G12")
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "over" })
        scene.expectRefused(Withdrawal(ref: released), .othersBuiltOnIt, by: "G12")
        scene.expectRefused(Withdrawal(ref: passed), .othersBuiltOnIt, by: "S01")
    }

    @Test("放行條: what went out on a pass builds on it, and on what went out before")
    func builtOnPass() throws {
        var scene = try Scene.onDuty
        let (first, second) = (try scene.inside(), try scene.inside())
        let pass = try scene.given(
            fact(PassIssued.self) { $0.what = "boxes"; $0.count = 3; $0.unit = "3-1502"; $0.consent = "owner"; $0.carrier = "王小明" }, by: "G12")
        func leaving(_ visit: Int) -> VisitorLeft { fact { $0.ref = visit; $0.carried = "boxes"; $0.pass = pass; $0.pieces = 1 } }
        let left = try scene.given(leaving(first))
        scene.expectRefused(Withdrawal(ref: pass), .othersBuiltOnIt, by: "G12")
        try scene.given(leaving(second), by: "G12")
        scene.expectRefused(Withdrawal(ref: left), .othersBuiltOnIt)
        #expect(scene.state.registers.passes[pass]?.count == 1)
    }

    @Test("An exit by its plate alone builds on the entry")
    func builtOnByPlate() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(VehicleEntered(plate: "AB1234"))
        try scene.given(VehicleLeft(plate: "AB1234"), by: "G12")
        scene.expectRefused(Withdrawal(ref: stay), .othersBuiltOnIt)
    }

    @Test("What stands on yesterday's page is not taken back: it would have no effect there")
    func overMidnight() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        scene.pass(minutes: 119)
        #expect(throws: Never.self) { try Command(Withdrawal(ref: visit), by: "G07", post: "main").decide(on: scene.state, in: scene.estate, now: scene.now) }
        scene.pass(minutes: 1)
        scene.expectRefused(Withdrawal(ref: visit), .notYourLast)
    }

    @Test("What was taken back is not corrected, and a choice takes none but its own")
    func takenBack() throws {
        var scene = try Scene.onDuty
        let questioned = try scene.given(fact(Questioned.self) { $0.who = "王某"; $0.finding = "閒逛" })
        scene.expectRefused(
            Correction(ref: questioned, field: "outcome", value: "gone", why: "x"),
            .unknownValue(field: "outcome", value: "gone", known: Questioned.Outcome.allCases.map(\.rawValue)))
        try scene.given(Correction(ref: questioned, field: "finding", value: "找人", why: "x"))
        let other = try scene.given(fact(Questioned.self) { $0.who = "李某"; $0.finding = "閒逛" })
        try scene.given(Withdrawal(ref: other))
        scene.expectRefused(Correction(ref: other, field: "finding", value: "找人", why: "x"), .takenBack(ref: other))
    }

    @Test("Taking back an entry that ended an earlier stay gives the earlier one back")
    func contradiction() throws {
        var scene = try Scene.onDuty
        let first = try scene.given(VehicleEntered(plate: "AB1234"), by: "device:camera")
        let second = try scene.given(VehicleEntered(plate: "AB1234"))
        try scene.given(Withdrawal(ref: second))
        #expect(scene.state.registers.stays.keys.sorted() == [first])
    }

    @Test("A correction folds anew with the right value and keeps what stood there")
    func correction() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside(count: 2)
        let registered = visit + 1
        let wrong = Correction(ref: registered, field: "count", value: "5", why: "miscounted")
        #expect(try scene.when(wrong).was == "2")
        try scene.given(wrong)
        #expect(scene.state.registers.visits[visit]?.count == 5)
        #expect(scene.state.registers.visits[visit]?.step == .inside)
        #expect(scene.state.corrected == [registered])
        #expect(try scene.when(Correction(ref: registered, field: "count", value: "6", why: "again")).was == "5")
        scene.expectRefused(Correction(ref: registered, field: "colour", value: "red", why: "x"), .unknownField("colour"))
        scene.expectRefused(Correction(ref: registered, field: "count", value: "many", why: "x"), .wrongType("count", expected: .wholeNumber))
    }

    @Test("Digits are a text where the field is a text")
    func digits() throws {
        var scene = try Scene.onDuty
        let stay = try scene.given(fact(VehicleRegistered.self) { $0.plate = "XY 77" })
        try scene.given(Correction(ref: stay, field: "plate", value: "12345", why: "misread"))
        #expect(scene.state.registers.stays[stay]?.plate == "12345")
    }

    @Test("What was brought forward can be corrected by the line that opened it")
    func correctionAfterPage() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside()
        scene.state = try scene.broughtForward()
        scene.n += 20
        try scene.given(Correction(ref: visit, field: "name", value: "王大明", why: "misheard"))
        #expect(scene.state.registers.visits[visit]?.name == "王大明")
        #expect(scene.state.registers.visits[visit]?.step == .inside)
    }

    @Test("A correction changes no decision: neither what a line is about, nor what the rules filled in, nor a visit's step")
    func decisions() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown(nil))
        scene.expectRefused(Correction(ref: visit + 1, field: "ref", value: "99", why: "x"), .fixedField("ref"))
        let left = try scene.given(VehicleLeft(plate: "XY77"))
        scene.expectRefused(Correction(ref: left, field: "flag", value: "plate-differs", why: "x"), .fixedField("flag"))
        scene.state = try scene.broughtForward()
        scene.expectRefused(Correction(ref: visit, field: "step", value: "inside", why: "x"), .fixedField("step"))
    }

    @Test("A yes or no can be corrected")
    func truth() throws {
        var scene = try Scene.onDuty
        let matter = try scene.receive("repair")
        try scene.given(Correction(ref: matter, field: "urgent", value: "true", why: "slipped"))
        #expect(scene.state.registers.matters[matter]?.isUrgent == true)
    }

    @Test("A correction needs a reason")
    func reason() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        scene.expectRefused(Correction(ref: visit, field: "name", value: "王大明", why: ""), .missingField("why"))
    }

    @Test("S4: no correction makes a criminal case an ordinary one, nor anything that the configuration does not know", arguments: ["noise", "rubbish"])
    func kindOfOccurrence(value: String) throws {
        var scene = try Scene.onDuty
        scene.estate.occurrenceKinds.append(OccurrenceKind(id: "theft", name: Names("失竊"), silenceMinutes: 60, isCriminal: true))
        let theft = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "theft"; $0.text = "bicycle" })
        let correction = Correction(ref: theft, field: "occurrence", value: value, why: "x")
        scene.expectRefused(correction, .fixedField("occurrence"))
        scene.expectRefused(fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "found" }, .notHandedOver)
        scene.state = try scene.broughtForward()
        scene.n += 20
        scene.expectRefused(correction, .fixedField("occurrence"))
        scene.expectRefused(Correction(ref: theft, field: "handedOver", value: "true", why: "x"), .fixedField("handedOver"))
        try scene.given(Correction(ref: theft, field: "text", value: "tricycle", why: "seen again"))
        #expect(scene.state.registers.occurrences[theft]?.text == "tricycle")
        let older = Stamp(n: 99, t: scene.now, by: "G12", post: "main")
        scene.state.evolve(.correction(correction), older)
        #expect(scene.state.registers.occurrences[theft]?.kind == value, "What an earlier version wrote still counts.")
    }

    @Test("Fields on which rules were decided are not corrected: the step is taken again")
    func decisiveFields() throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        let evidence = try scene.given(fact(EvidenceTaken.self) { $0.ref = noise; $0.what = "speaker"; $0.holder = "G07" })
        let pass = try scene.given(fact(PassIssued.self) { $0.what = "boxes"; $0.count = 2; $0.unit = "3-1502"; $0.consent = "owner"; $0.carrier = "Li" })
        scene.pass(minutes: 60)
        let round = try scene.given(RoundStarted(route: "night"))
        let tick = try scene.given(RoundTicked(ref: round, checkpoint: "hydrant", result: .damaged, text: "leaks"))
        let exception = try scene.grant(.signOff, for: nil)
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        for (n, field, value) in [
            (evidence, "holder", "G12"), (pass, "count", "5"), (pass, "what", "piano"), (pass, "carrier", "Wu"), (round, "walker", "G12"), (tick, "result", "intact"),
            (exception, "matter", "denied"), (visit, "document", "host"),
        ] { scene.expectRefused(Correction(ref: n, field: field, value: value, why: "x"), .fixedField(field)) }
        try scene.given(fact(EvidencePassed.self) { $0.ref = evidence; $0.holder = "G12" })
        #expect(scene.state.registers.evidence[evidence]?.holder == "G12", "It moves by a change of hands.")
    }

    @Test("A correction says nothing that the entry could not have said")
    func sameChecks() throws {
        var scene = try Scene.onDuty
        let fire = try scene.given(fact(EmergencyPassed.self) { $0.service = "fire" })
        let refused = try scene.given(fact(VisitorRefused.self) { $0.name = "Wu"; $0.reason = "no-id" })
        let first = try scene.atTheGate(badge: "12")
        let second = try scene.atTheGate(badge: "13")
        func refuse(_ n: Int, _ field: String, _ value: String, _ refusal: Refusal) {
            scene.expectRefused(Correction(ref: n, field: field, value: value, why: "x"), refusal)
        }
        refuse(fire, "service", "circus", .unknownValue(field: "service", value: "circus", known: ["fire"]))
        refuse(refused, "reason", "mood", .unknownValue(field: "reason", value: "mood", known: ["no-id"]))
        refuse(first + 1, "count", "0", .unknownValue(field: "count", value: "0", known: ["1…"]))
        refuse(first, "name", " ", .missingField("name"))
        refuse(second + 1, "badge", "12", .badgeGiven("12", to: "王小明"))
        try scene.given(Correction(ref: second + 1, field: "badge", value: "14", why: "misread"))
        try scene.given(Correction(ref: second + 1, field: "badge", value: "13", why: "it was right"))
    }

    @Test("Who is on duty at the post corrects, and a supervisor; of the desk's own lines its staff")
    func whoCorrects() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        let correction = Correction(ref: visit, field: "name", value: "王大明", why: "misheard")
        scene.expectRefused(correction, .notOnDuty("G12"), by: "G12")
        scene.expectRefused(correction, .postUnattended, by: "G12", post: "side")
        scene.expectRefused(correction, .notOnDuty("W01"), by: "W01")
        #expect(try scene.when(correction, by: "S01").was == "王小明")
        let matter = try scene.receive("complaint")
        #expect(try scene.when(Correction(ref: matter, field: "phone", value: "1", why: "x"), by: "W01").of == "matter.received")
    }

    @Test("G10: what was signed at a handover is not corrected: neither a refusal nor a count nor what went to the supervisor")
    func handoverStands() throws {
        var scene = try Scene.onDuty
        let offer = try scene.given(HandoverOffered())
        let taken = try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        let refusal = try scene.given(HandoverAnswered(ref: offer, item: "inside", answer: .refused, text: "there are two"), by: "G12")
        let count = try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", count: 0), by: "G12")
        for (n, field, value) in [(refusal, "answer", "accepted"), (count, "count", "1"), (taken, "remark", "x"), (offer, "remark", "x")] {
            for by in ["G07", "G12", "S01"] { scene.expectRefused(Correction(ref: n, field: field, value: value, why: "x"), .cannotBeCorrected, by: by) }
        }
        let confirmed = try scene.given(fact(ReferralConfirmed.self) { $0.ref = refusal; $0.supervisor = "S01"; $0.text = "count again" })
        scene.expectRefused(Correction(ref: confirmed, field: "text", value: "x", why: "x"), .cannotBeCorrected)
        let older = Correction(ref: count, field: "count", value: "1", why: "x")
        scene.state.evolve(.correction(older), Stamp(n: 99, t: scene.now, by: "G07", post: "main"))
        #expect(scene.state.registers.defects.isEmpty, "What an earlier version wrote still counts.")
    }

    @Test("A line of an earlier page is corrected by the same rules as one of this; what nobody can read is not")
    func earlierPage() throws {
        var scene = try Scene.onDuty
        let refused = fact(VisitorRefused.self) { ($0.name, $0.reason) = ("蘇東波", "no-id") }
        let n = try scene.given(refused)
        scene.state = try scene.broughtForward()
        func decide(_ field: String, _ value: String, earlier: Event?) throws(Refusal) -> Command.Decided {
            try Command(Correction(ref: n, field: field, value: value, why: "x"), by: "G07", post: "main")
                .decide(on: scene.state, in: scene.estate, now: scene.now) { $0 == n ? earlier : nil }
        }
        guard case .event(.correction(let decided)) = try decide("name", "蘇東坡", earlier: Event(refused)) else { return #expect(Bool(false)) }
        #expect(decided.of == VisitorRefused.kind && decided.was == "蘇東波")
        #expect(throws: Refusal.unknownField("colour")) { try decide("colour", "red", earlier: Event(refused)) }
        #expect(throws: Refusal.nothingThere(ref: n)) { try decide("name", "蘇東坡", earlier: nil) }
        #expect(throws: Refusal.cannotBeCorrected) { try decide("turnout", "no", earlier: Event(PostTaken())) }
        let command = Command(Correction(ref: n, field: "name", value: "蘇東坡", why: "misheard"), by: "G07", post: "main")
        #expect(throws: Refusal.takenBack(ref: n)) {
            try command.decide(on: scene.state, in: scene.estate, now: scene.now) { n throws(Refusal) in throw .takenBack(ref: n) }
        }
    }

    @Test("S5: when something is due is moved by a supervisor, not by whoever is late with it")
    func dueTime() throws {
        var scene = try Scene.onDuty
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "notices"; $0.giver = "S01"; $0.until = scene.now.adding(minutes: 60) })
        let later = Correction(ref: task, field: "until", value: scene.now.adding(minutes: 600).text(in: scene.estate.zone), why: "no time")
        scene.expectRefused(later, .notSupervisor("G07"))
        try scene.given(Correction(ref: task, field: "what", value: "notices, all buildings", why: "more"))
        var next = try scene.broughtForward()
        #expect(next.registers.tasks[task]?.what == "notices, all buildings")
        try scene.given(later, by: "S01")
        next = try scene.broughtForward()
        #expect(next.registers.tasks[task]?.until == scene.now.adding(minutes: 600))
    }

    @Test("P6: what the program itself recorded is not corrected", arguments: ["due", "route", "missing"])
    func ownLines(field: String) throws {
        var scene = try Scene.onDuty
        scene.pass(minutes: 80)
        let missed = try scene.given(
            fact(RoundMissed.self) { $0.route = "night"; $0.due = Scene.evening.adding(minutes: 60); $0.missing = .departure }, by: "gatebook")
        scene.expectRefused(Correction(ref: missed, field: field, value: "return", why: "x"), .cannotBeCorrected, by: "S01")
        scene.state = try scene.broughtForward()
        scene.expectRefused(Correction(ref: missed, field: field, value: "return", why: "x"), .cannotBeCorrected, by: "S01")
    }
}
