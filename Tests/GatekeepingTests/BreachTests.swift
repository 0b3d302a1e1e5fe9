import Testing

@testable import Gatekeeping

/// What only a hand that wrote past the program can have put into the journal.
@Suite("Breaches")
struct BreachTests {
    private func breaches(_ change: (inout Visit) -> Void) -> [Breach] {
        var visit = Visit()
        (visit.step, visit.name, visit.document, visit.tail, visit.matches) = (.registered, "蘇東坡", "id-card", "4321", true)
        change(&visit)
        var registers = Registers()
        registers.visits[7] = visit
        return Event.fact(VisitorAdmitted(ref: 7)).breaches(on: registers, by: "G07", post: "gate-main")
    }

    @Test("An admission by the rules breaks none")
    func honest() {
        #expect(breaches { _ in } == [])
        #expect(breaches { ($0.document, $0.exceptions) = (nil, [.identification]) } == [])
        #expect(breaches { ($0.suspicious, $0.exceptions) = ("東張西望", [.suspicion]) } == [])
        #expect(breaches { ($0.matches, $0.document, $0.vouching) = (false, "host", "王小明") } == [])
    }

    @Test("P3, P7: without document, order, or in spite of suspicion and the deny list")
    func admissions() {
        #expect(breaches { $0.document = nil } == [.noIdentification])
        #expect(breaches { $0.matches = false } == [.noIdentification])
        #expect(breaches { $0.suspicious = "東張西望" } == [.suspicious])
        #expect(breaches { $0.same = ["d-001"] } == [.denied])
        #expect(breaches { $0.step = .verified } == [.outOfOrder])
        #expect(Event.fact(VisitorAdmitted(ref: 8)).breaches(on: Registers(), by: "G07", post: "gate-main") == [.outOfOrder])
    }

    @Test("C5: a matter closed before both have their answer, or without the visit")
    func closedEarly() throws {
        var scene = try Scene.onDuty
        let ref = try scene.answered("complaint")
        func breaches() -> [Breach] { Event.fact(fact(MatterClosed.self) { $0.ref = ref }).breaches(on: scene.state.registers, by: "W01", post: "main") }
        #expect(breaches() == [.closedEarly])
        try scene.revisit(ref)
        #expect(breaches() == [])
    }

    @Test("P5: signing off without a relief, accepting one's own handover")
    func shift() {
        var custody = Custody()
        (custody.post, custody.holder) = ("gate-main", "G07")
        var registers = Registers()
        registers.custody["gate-main"] = custody
        #expect(Event.fact(PostLeft(leaving: .relieved)).breaches(on: registers, by: "G07", post: "gate-main") == [.reliefMissing])
        #expect(Event.fact(HandoverAccepted()).breaches(on: registers, by: "G07", post: "gate-main") == [.ownHandover, .linesLeft])
        registers.custody["gate-main"]?.relieved = "G07"
        #expect(Event.fact(PostLeft(leaving: .relieved)).breaches(on: registers, by: "G07", post: "gate-main") == [])
    }

    @Test("G10: a handover that was accepted without going through every line, or over an open question")
    func handover() throws {
        var scene = try Scene.onDuty
        try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        let offer = try scene.given(HandoverOffered())
        func breaches(lines: Int = 3) -> [Breach] {
            let accepted = fact(HandoverAccepted.self) { $0.ref = offer; $0.lines = lines }
            return Event.fact(accepted).breaches(on: scene.state.registers, by: "G12", post: "main")
        }
        #expect(breaches() == [.linesLeft])
        try scene.acceptLines()
        let decided = try scene.when(fact(HandoverAccepted.self) { $0.ref = offer }, by: "G12")
        #expect(breaches(lines: decided.lines) == [])
        #expect(breaches(lines: decided.lines + 1) == [.linesLeft], "More lines are signed than were answered.")
        let question = try scene.given(HandoverAnswered(ref: offer, item: "inside", answer: .queried, text: "who?"), by: "G12")
        #expect(breaches(lines: decided.lines) == [.linesLeft])
        try scene.given(fact(HandoverExplained.self) { $0.ref = question; $0.text = "nobody" })
        #expect(breaches(lines: decided.lines) == [])
        try scene.given(HandoverOffered())
        #expect(breaches(lines: decided.lines) == [.linesLeft], "It was offered anew.")
    }

    @Test("G10: a handover of a version that listed parcels one by one, and no witnessed signatures, is no breach; one with too few answers is")
    func earlierHandover() throws {
        var scene = try Scene.onDuty
        let parcel = try scene.given(fact(ThingKept.self) { $0.what = "box" })
        try scene.given(fact(PostTaken.self) { ($0.taking, $0.isTurnedOut, $0.signed, $0.witness) = (.relief, true, .witness, "S01") }, by: "G12")
        let offer = try scene.given(HandoverOffered())
        for key in ["inside", "vehicles", "thing:\(parcel)"] {
            scene.n += 1
            let answered = HandoverAnswered(ref: offer, item: key)
            scene.state.evolve(.fact(answered), Stamp(n: scene.n, t: scene.now, by: "G12", post: "main"))
        }
        func breaches(lines: Int) -> [Breach] {
            Event.fact(fact(HandoverAccepted.self) { $0.ref = offer; $0.lines = lines }).breaches(on: scene.state.registers, by: "G12", post: "main")
        }
        #expect(try scene.handover().unanswered > 0)
        #expect(breaches(lines: 3) == [])
        #expect(breaches(lines: 4) == [.linesLeft])
    }

    @Test("A badge that is still with somebody else")
    func badge() {
        var visit = Visit()
        (visit.step, visit.badge) = (.inside, "17")
        var registers = Registers()
        registers.visits[3] = visit
        var registered = VisitorRegistered()
        (registered.ref, registered.badge) = (7, "17")
        #expect(Event.fact(registered).breaches(on: registers, by: "G07", post: "gate-main") == [.badgeTwice])
        registered.badge = "18"
        #expect(Event.fact(registered).breaches(on: registers, by: "G07", post: "gate-main") == [])
    }
}
