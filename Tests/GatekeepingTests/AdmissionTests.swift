import Notation
import Testing

@testable import Gatekeeping

@Suite("Letting visitors in (P3, P7)")
struct AdmissionTests {
    @Test("P7: verified, registered, released, in that order")
    func order() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card", tail: "44 01 1234"))
        #expect(scene.state.registers.visits[visit]?.tail == "1234")
        scene.expectRefused(VisitorAdmitted(ref: visit), .wrongStep(ref: visit))
        try scene.given(VisitorRegistered.visit(visit))
        try scene.given(VisitorVerified.shown("id-card").again(visit))
        scene.expectRefused(VisitorAdmitted(ref: visit), .wrongStep(ref: visit))
        try scene.given(VisitorRegistered.visit(visit))
        scene.pass(minutes: 2)
        try scene.given(VisitorAdmitted(ref: visit))
        #expect(scene.state.registers.visits[visit]?.step == .inside)
        #expect(scene.state.registers.visits[visit]?.entered == scene.now)
        scene.expectRefused(VisitorAdmitted(ref: visit), .wrongStep(ref: visit))
        scene.expectRefused(VisitorAdmitted(ref: 99), .neverWritten(ref: 99))
    }

    @Test("An expected visitor goes the same way")
    func expected() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(fact(VisitorExpected.self) { $0.name = "王小明"; $0.unit = "3-1502"; $0.host = "王太" })
        scene.expectRefused(VisitorRegistered.visit(visit), .wrongStep(ref: visit))
        scene.expectRefused(VisitorAdmitted(ref: visit), .wrongStep(ref: visit))
        try scene.given(VisitorVerified.shown("id-card").again(visit))
        try scene.given(VisitorRegistered.visit(visit))
        try scene.given(VisitorAdmitted(ref: visit))
        #expect(scene.state.registers.visits.count == 1)
        #expect(scene.state.registers.visits[visit]?.host == "王太")
    }

    @Test(
        "P3: no entry without accepted identification",
        arguments: [
            (VisitorVerified.shown(nil), Refusal.noIdentification), (.shown("id-card", tail: nil), .noIdentification),
            (.shown("id-card", tail: ""), .noIdentification), (.shown("id-card", matches: false), .notMatching),
            (.shown("host", tail: nil), .noIdentification), (.shown("child", tail: nil), .noIdentification),
            (.shown("child").vouched("").suspected("nervous"), .suspicious), (.shown("id-card").suspected("drunk"), .suspicious),
        ]
    )
    func refused(verified: VisitorVerified, refusal: Refusal) throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(verified)
        scene.expectRefused(VisitorAdmitted(ref: visit), refusal)
    }

    @Test(
        "A document, a host who vouches, or the adult of a child",
        arguments: [
            VisitorVerified.shown("id-card"), .shown("host", tail: nil, matches: false).vouched("王太"),
            .shown("child", tail: nil, matches: false).vouched("王小明"),
        ]
    )
    func accepted(verified: VisitorVerified) throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(verified)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).exceptions.isEmpty)
    }

    @Test(
        "An exception lets in what it is for, and stays open until its supervisor confirms it",
        arguments: [
            (VisitorVerified.shown(nil), Exception.Matter.identification), (.shown("id-card").suspected("drunk"), .suspicion),
        ]
    )
    func exception(verified: VisitorVerified, matter: Exception.Matter) throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(verified)
        let other: Exception.Matter = matter == .suspicion ? .identification : .suspicion
        _ = try scene.grant(other, for: visit)
        #expect(throws: Refusal.self) { try scene.when(VisitorAdmitted(ref: visit)) }
        let exception = try scene.grant(matter, for: visit)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).exceptions == [other, matter])
        try scene.given(VisitorAdmitted(ref: visit))
        #expect(scene.state.registers.exceptions[exception]?.matter == matter)
        let confirmation = { (number: String) in fact(ExceptionConfirmed.self) { $0.ref = exception; $0.supervisor = number } }
        scene.expectRefused(confirmation("G07"), .notSupervisor("G07"))
        try scene.given(confirmation("S01"), by: "S01")
        #expect(scene.state.registers.exceptions[exception] == nil)
    }

    @Test("Only a supervisor grants an exception, with a reason")
    func grants() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown(nil))
        var grant = fact(ExceptionGranted.self) { $0.ref = visit; $0.supervisor = "G12"; $0.reason = "known" }
        scene.expectRefused(grant, .notSupervisor("G12"))
        grant.supervisor = "S01"
        grant.reason = ""
        scene.expectRefused(grant, .missingField("reason"))
    }

    @Test("Whoever admits holds the post")
    func onDuty() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate()
        scene.expectRefused(VisitorAdmitted(ref: visit), .notOnDuty("G12"), by: "G12")
        scene.expectRefused(VisitorAdmitted(ref: visit), .postUnattended, post: "side")
        scene.expectRefused(VisitorAdmitted(ref: visit), .unknownPost("moon"), post: "moon")
        scene.expectRefused(VisitorAdmitted(ref: visit), .unknownGuard("X99"), by: "X99")
        scene.expectRefused(VisitorAdmitted(ref: visit), .timeInFuture, at: scene.now.adding(minutes: 6))
    }
}

extension VisitorVerified {
    func again(_ ref: Int) -> VisitorVerified { with { $0.ref = ref } }
    func vouched(_ who: String) -> VisitorVerified { with { $0.vouching = who } }
    func suspected(_ why: String) -> VisitorVerified { with { $0.suspicious = why } }

    private func with(_ change: (inout VisitorVerified) -> Void) -> VisitorVerified {
        var copy = self
        change(&copy)
        return copy
    }
}
