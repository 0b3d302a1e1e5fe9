import Notation
import Testing

@testable import Gatekeeping

@Suite("The occurrence book")
struct OccurrenceTests {
    /// G07 is on duty, and a theft was opened.
    private func theft() throws -> (Scene, Int) {
        var scene = try Scene.onDuty
        scene.estate.occurrenceKinds.append(
            OccurrenceKind(
                id: "theft", name: Names("失竊"), silenceMinutes: 60,
                steps: [Labelled(id: "scene", name: Names("保護現場")), Labelled(id: "police", name: Names("報警"))], isCriminal: true))
        let theft = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "theft"; $0.text = "3-1502 的自行車不見了" })
        return (scene, theft)
    }

    @Test("G5: the procedure of its kind is ticked step by step, each once")
    func procedure() throws {
        var (scene, theft) = try theft()
        #expect(scene.state.registers.occurrences[theft]?.steps(in: scene.estate).map(\.id) == ["scene", "police"])
        scene.pass(minutes: 50)
        try scene.given(ProcedureTicked(ref: theft, step: "police"))
        #expect(scene.state.registers.occurrences[theft]?.steps(in: scene.estate).map(\.id) == ["scene"])
        scene.expectRefused(ProcedureTicked(ref: theft, step: "police"), .alreadyRecorded)
        scene.expectRefused(ProcedureTicked(ref: theft, step: "fly"), .unknownValue(field: "step", value: "fly", known: ["scene", "police"]))
        scene.pass(minutes: 50)
        #expect(scene.state.registers.occurrences[theft]?.silence(in: scene.estate, at: scene.now) == nil, "A ticked step is news (P1).")
    }

    @Test("G5: a ticked step keeps its time, on the next page too; steps that an older page ticked have none, and later ones keep theirs")
    func stepTimes() throws {
        var (scene, theft) = try theft()
        scene.pass(minutes: 5)
        try scene.given(ProcedureTicked(ref: theft, step: "police"))
        let ticked = scene.now
        #expect(scene.state.registers.occurrences[theft]?.time(of: "police") == ticked && scene.state.registers.occurrences[theft]?.time(of: "scene") == nil)
        #expect(try scene.broughtForward().registers == scene.state.registers)
        var older = try #require(scene.state.registers.occurrences[theft])
        older.doneAt = []
        var next = Scene()
        (next.estate, next.now) = (scene.estate, scene.now.adding(minutes: 60))
        try next.given(PostTaken().turnedOut())
        next.state.evolve(Event(Forward(older, opener: 77, since: older.opened)), Stamp(n: 2, t: next.now, by: "gatebook", post: ""))
        next.n = 77
        try next.given(ProcedureTicked(ref: 77, step: "scene"))
        #expect(next.state.registers.occurrences[77]?.time(of: "police") == nil && next.state.registers.occurrences[77]?.time(of: "scene") == next.now)
    }

    @Test("S4: a criminal case is settled only after the police took it over")
    func police() throws {
        var (scene, theft) = try theft()
        let resolved = fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "found" }
        scene.expectRefused(resolved, .notHandedOver)
        scene.expectRefused(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "翠湖派出所" }, .missingField("officer"))
        scene.expectRefused(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "翠湖派出所"; $0.officer = "011234" }, .missingField("receipt"))
        scene.expectRefused(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "翠湖派出所"; $0.officer = "011234"; $0.receipt = " " }, .missingField("receipt"))
        let handover = fact(CaseTransferred.self) { $0.ref = theft; $0.station = "翠湖派出所"; $0.officer = "011234"; $0.receipt = "R-77" }
        try scene.given(handover)
        scene.expectRefused(handover, .alreadyRecorded)
        try scene.given(resolved)
        #expect(scene.state.registers.occurrences.isEmpty)
    }

    @Test("S4: a criminal case that turns out to be none is settled on a supervisor's word, and only then", arguments: [true, false])
    func noCase(isSigned: Bool) throws {
        var (scene, theft) = try theft()
        let resolved = fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "the wallet was in the car" }
        var none = fact(CaseDismissed.self) { $0.ref = theft; $0.why = "錢包找到了" }
        scene.expectRefused(none, .missingField("supervisor"))
        none.supervisor = "G12"
        scene.expectRefused(none, .notSupervisor("G12"))
        none.supervisor = "S01"
        none.signed = isSigned ? .pin : nil
        let line = try scene.given(none)
        #expect(scene.state.registers.referrals[line]?.matter == (isSigned ? nil : .dismissed))
        scene.expectRefused(none, .alreadyRecorded)
        #expect(try scene.broughtForward().registers == scene.state.registers)
        try scene.given(resolved)
        #expect(scene.state.registers.occurrences.isEmpty)
    }

    @Test("S4, G4: a case that was none is one again when somebody is handed to the police or goes to a hospital", arguments: [PersonReleased.Outcome.police, .hospital])
    func caseAgain(outcome: PersonReleased.Outcome) throws {
        var (scene, theft) = try theft()
        let none = fact(CaseDismissed.self) { $0.ref = theft; $0.why = "x"; $0.supervisor = "S01" }
        try scene.given(none)
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = theft; $0.who = "男子"; $0.injuries = "擦傷" })
        try scene.given(fact(PersonReleased.self) { $0.ref = person; $0.outcome = outcome; $0.who = "救護車" })
        scene.expectRefused(fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "over" }, .notHandedOver)
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        scene.expectRefused(fact(CaseDismissed.self) { $0.ref = noise; $0.why = "x"; $0.supervisor = "S01" }, .noCase)
    }

    @Test("P1: who enters something afterwards was not silent before: silence counts from the entry")
    func silenceOfLateEntry() throws {
        var (scene, theft) = try theft()
        scene.pass(minutes: 300)
        let fight = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "theft"; $0.text = "a bag" }, at: scene.now.adding(minutes: -240))
        try scene.given(fact(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "seen" }, at: scene.now.adding(minutes: -200))
        scene.pass(minutes: 60)
        for n in [fight, theft] { #expect(scene.state.registers.occurrences[n]?.silence(in: scene.estate, at: scene.now) == nil) }
        #expect(try scene.broughtForward().registers == scene.state.registers)
        scene.pass(minutes: 1)
        for n in [fight, theft] { #expect(scene.state.registers.occurrences[n]?.silence(in: scene.estate, at: scene.now) == 1) }
    }

    @Test("S4: a line of an older version, without a receipt, is still read; a command without one is none")
    func withoutReceipt() throws {
        let fields: JSONObject = ["ref": .integer(7), "station": .string("翠湖派出所"), "officer": .string("011234")]
        #expect(try CaseTransferred(fields).receipt == nil)
        #expect(throws: FieldProblem.missing("receipt")) { try CaseTransferred(fields, asCommand: true) }
    }

    @Test("S4: what is no criminal case needs no police")
    func withoutPolice() throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "quiet" })
    }

    @Test("G4: with somebody detained it cannot be settled until they are handed over", arguments: PersonReleased.Outcome.allCases)
    func detained(outcome: PersonReleased.Outcome) throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "a fight" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "穿紅衣的男子"; $0.injuries = "無" })
        let resolved = fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "over" }
        scene.expectRefused(resolved, .stillDetained)
        var released = fact(PersonReleased.self) { $0.ref = person; $0.outcome = outcome; $0.who = "警員 011234" }
        if outcome == .freed {
            scene.expectRefused(released, .missingField("supervisor"))
            released.supervisor = "G12"
            scene.expectRefused(released, .notSupervisor("G12"))
            released.supervisor = "S01"
            scene.estate.requiresPINs = true
            scene.expectRefused(released, .signatureMissing("S01"))
            released.signed = .pin
        }
        try scene.given(released)
        scene.expectRefused(released, .nothingThere(ref: person))
        if outcome == .hospital {
            #expect(try scene.broughtForward().registers.occurrences[noise]?.isOwed == true)
            scene.expectRefused(resolved, .notHandedOver)
            try scene.given(fact(CaseTransferred.self) { $0.ref = noise; $0.station = "派出所"; $0.officer = "李"; $0.receipt = "R-1" })
        }
        try scene.given(resolved)
    }

    @Test("G4: that somebody was detained is not taken back; let go on a word that nobody signed, it goes to a supervisor", arguments: [true, false])
    func freed(isSigned: Bool) throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "a fight" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "男子"; $0.injuries = "無" })
        scene.expectRefused(Withdrawal(ref: person), .cannotBeWithdrawn)
        let line = try scene.given(fact(PersonReleased.self) {
            ($0.ref, $0.outcome, $0.who, $0.supervisor, $0.signed) = (person, .freed, "認錯人", "S01", isSigned ? .pin : nil)
        })
        #expect(scene.state.registers.referrals[line]?.matter == (isSigned ? nil : .freed))
    }

    @Test("G4: where a supervisor stands by it, a detained person who went to a hospital needs no police")
    func hospital() throws {
        var scene = try Scene.onDuty
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "a fight" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "男子"; $0.injuries = "無" })
        try scene.given(fact(PersonReleased.self) { $0.ref = person; $0.outcome = .hospital; $0.who = "救護車"; $0.supervisor = "S01" })
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "over" })
    }

    @Test("G13: evidence has a holder at every moment, also after its occurrence was settled")
    func evidence() throws {
        var (scene, theft) = try theft()
        try scene.given(fact(SceneSecured.self) { $0.ref = theft; $0.text = "拉了警戒線" })
        try scene.given(fact(WitnessHeard.self) { $0.ref = theft; $0.who = "3-1501"; $0.text = "看到兩人" })
        try scene.given(fact(InjuryNoted.self) { $0.ref = theft; $0.who = "王小明"; $0.text = "擦傷" })
        scene.expectRefused(fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "剪斷的鎖" }, .missingField("holder"))
        let lock = try scene.given(fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "剪斷的鎖"; $0.holder = "G07" })
        try scene.given(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "派出所"; $0.officer = "李"; $0.receipt = "R-1" })
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "移交" })
        try scene.given(fact(EvidencePassed.self) { $0.ref = lock; $0.holder = "G12" }, by: "G12")
        #expect(scene.state.registers.evidence[lock]?.holder == "G12")
        scene.expectRefused(fact(EvidencePassed.self) { $0.ref = lock; $0.holder = "G12" }, .alreadyRecorded, by: "G12")
        try scene.given(fact(EvidencePassed.self) { $0.ref = lock; $0.holder = "警員"; $0.leaving = .out })
        #expect(scene.state.registers.evidence.isEmpty)
    }

    @Test("G8: an entry made more than an hour after it happened shows as late")
    func late() throws {
        var scene = try Scene.onDuty
        let opened = fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" }
        let soon = try scene.given(opened, at: scene.now.adding(minutes: -60))
        let late = try scene.given(opened, at: scene.now.adding(minutes: -61))
        #expect(scene.state.registers.occurrences[soon]?.isLate == false)
        #expect(scene.state.registers.occurrences[late]?.isLate == true)
        let hourAgo = scene.now.adding(minutes: -61)
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "數訪客證"; $0.giver = "S01" }, at: hourAgo)
        let parcel = try scene.given(fact(ThingKept.self) { $0.what = "箱子" }, at: hourAgo)
        let lamp = try scene.given(fact(DefectFound.self) { $0.place = "車道"; $0.text = "燈不亮" }, at: hourAgo)
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = late; $0.who = "男子" }, at: hourAgo)
        let carried = try scene.broughtForward().registers
        #expect(carried == scene.state.registers)
        #expect(carried.tasks[task]?.isLate == true && carried.things[parcel]?.isLate == true && carried.defects[lamp]?.isLate == true && carried.detained[person]?.isLate == true)
    }

    @Test("P1: blanks are no news, and news of earlier that is entered now does not make the latest older")
    func news() throws {
        var (scene, theft) = try theft()
        scene.expectRefused(fact(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "  " }, .missingField("text"))
        scene.pass(minutes: 30)
        let latest = scene.now
        try scene.given(fact(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "nobody saw anything" })
        scene.pass(minutes: 5)
        try scene.given(fact(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "a man in grey" }, at: latest.adding(minutes: -30))
        #expect(scene.state.registers.occurrences[theft]?.updated == latest)
    }

    @Test("G13: nothing of an occurrence is entered for a time before it began, and the refusal says from when on it can be")
    func beforeItBegan() throws {
        var (scene, theft) = try theft()
        let began = scene.now
        scene.pass(minutes: 90)
        let early = began.adding(minutes: -1)
        let facts: [any Fact] = [
            fact(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "news" }, ProcedureTicked(ref: theft, step: "scene"), fact(SceneSecured.self) { $0.ref = theft; $0.text = "rope" },
            fact(WitnessHeard.self) { $0.ref = theft; $0.who = "王太"; $0.text = "saw him" }, fact(InjuryNoted.self) { $0.ref = theft; $0.who = "G07"; $0.text = "hand" },
            fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "鎖"; $0.holder = "G07" }, fact(PersonDetained.self) { $0.ref = theft; $0.who = "男子" },
            fact(CaseTransferred.self) { $0.ref = theft; $0.station = "派出所"; $0.officer = "李"; $0.receipt = "R-1" },
        ]
        for some in facts {
            scene.expectRefused(some, .tooEarly(from: "2026-11-23 22:00"), at: early)
            try scene.given(some, at: began)
        }
        #expect(try scene.broughtForward().registers == scene.state.registers)
    }

    @Test("G4, G13: nobody is released before they were detained, and evidence changes hands in order")
    func inOrder() throws {
        var (scene, theft) = try theft()
        scene.pass(minutes: 10)
        let taken = scene.now
        let lock = try scene.given(fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "鎖"; $0.holder = "G07" })
        let person = try scene.given(fact(PersonDetained.self) { $0.ref = theft; $0.who = "男子" })
        scene.pass(minutes: 60)
        let released = fact(PersonReleased.self) { $0.ref = person; $0.outcome = .police; $0.who = "警員" }
        scene.expectRefused(released, .tooEarly(from: "2026-11-23 22:10"), at: taken.adding(minutes: -1))
        try scene.given(released, at: taken)
        func passed(to holder: String) -> EvidencePassed { fact { $0.ref = lock; $0.holder = holder } }
        scene.expectRefused(passed(to: "G12"), .tooEarly(from: "2026-11-23 22:10"), at: taken.adding(minutes: -1))
        try scene.given(passed(to: "G12"), at: taken.adding(minutes: 30))
        scene.expectRefused(passed(to: "S01"), .tooEarly(from: "2026-11-23 22:40"), at: taken.adding(minutes: 29))
        #expect(try scene.broughtForward().registers == scene.state.registers)
        try scene.given(passed(to: "S01"))
    }

    @Test("P1: an occurrence is not settled before its latest news; seconds that nobody can enter make no difference")
    func settledInOrder() throws {
        var (scene, theft) = try theft()
        scene.pass(minutes: 30)
        scene.now = Instant(milliseconds: scene.now.milliseconds + 42_000)
        try scene.given(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "派出所"; $0.officer = "李"; $0.receipt = "R-1" })
        scene.pass(minutes: 5)
        let resolved = fact(OccurrenceResolved.self) { $0.ref = theft; $0.text = "found" }
        scene.expectRefused(resolved, .tooEarly(from: "2026-11-23 22:30"), at: Scene.evening.adding(minutes: 29))
        try scene.given(resolved, at: Scene.evening.adding(minutes: 30))
    }

    @Test("All of it is brought forward to the next page")
    func forward() throws {
        var (scene, theft) = try theft()
        try scene.given(ProcedureTicked(ref: theft, step: "scene"))
        try scene.given(fact(CaseTransferred.self) { $0.ref = theft; $0.station = "派出所"; $0.officer = "李"; $0.receipt = "R-1" })
        try scene.given(fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "鎖"; $0.holder = "G07" })
        try scene.given(fact(PersonDetained.self) { $0.ref = theft; $0.who = "男子" })
        #expect(try scene.broughtForward().registers == scene.state.registers)
        #expect(scene.state.registers.evidence.count == 1 && scene.state.registers.detained.count == 1)
    }

    @Test("Nothing is said of an occurrence that is not open")
    func nothingThere() throws {
        let scene = try Scene.onDuty
        let facts: [any Fact] = [
            ProcedureTicked(ref: 99, step: "scene"), fact(SceneSecured.self) { $0.ref = 99 }, fact(WitnessHeard.self) { $0.ref = 99 },
            fact(InjuryNoted.self) { $0.ref = 99 }, fact(EvidenceTaken.self) { $0.ref = 99 }, fact(EvidencePassed.self) { $0.ref = 99 },
            fact(PersonDetained.self) { $0.ref = 99 }, fact(PersonReleased.self) { $0.ref = 99 }, fact(CaseTransferred.self) { $0.ref = 99 },
        ]
        for fact in facts { scene.expectRefused(fact, .neverWritten(ref: 99)) }
    }
}
