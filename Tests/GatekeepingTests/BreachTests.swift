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

    @Test("P5: signing off without a relief, accepting one's own handover")
    func shift() {
        var custody = Custody()
        (custody.post, custody.holder) = ("gate-main", "G07")
        var registers = Registers()
        registers.custody["gate-main"] = custody
        #expect(Event.fact(PostLeft(leaving: .relieved)).breaches(on: registers, by: "G07", post: "gate-main") == [.reliefMissing])
        #expect(Event.fact(HandoverAccepted()).breaches(on: registers, by: "G07", post: "gate-main") == [.ownHandover])
        registers.custody["gate-main"]?.relieved = "G07"
        #expect(Event.fact(PostLeft(leaving: .relieved)).breaches(on: registers, by: "G07", post: "gate-main") == [])
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
