import Notation
import Testing

@testable import Gatekeeping

@Suite("The on-site board")
struct OnSiteTests {
    @Test("P2: who is in, for which unit, since when and how many; who is over time; whoever left is not")
    func board() throws {
        var scene = try Scene.onDuty
        let party = try scene.inside(count: 3)
        _ = try scene.atTheGate(.shown("id-card", name: "李白"))
        let car = try scene.given(VehicleEntered(plate: "AB1234"))
        func board() -> OnSite { OnSite(scene.state.registers, estate: scene.estate, now: scene.now) }
        let person = try #require(board().people.first)
        #expect(board().people.map(\.ref) == [party] && board().count == 3)
        #expect((person.visit.unit, person.visit.entered, person.over) == ("3-1502", scene.now, nil))
        #expect(board().vehicles.map(\.ref) == [car])
        scene.pass(minutes: 241)
        #expect(board().people.map(\.over) == [1] && board().vehicles.map(\.over) == [nil])
        try scene.given(fact(VisitorLeft.self) { $0.ref = party; $0.count = 1 })
        #expect(board().count == 2)
        try scene.given(VisitorLeft(ref: party))
        #expect(board().people.isEmpty)
    }

    @Test("G11: a questioning has whom, its finding and its outcome", arguments: Questioned.Outcome.allCases)
    func questioning(outcome: Questioned.Outcome) throws {
        let scene = try Scene.onDuty
        let questioned = fact(Questioned.self) { $0.who = "man in a red coat"; $0.finding = "waits for a friend"; $0.outcome = outcome }
        #expect(try scene.when(questioned).outcome == outcome)
        scene.expectRefused(fact(Questioned.self) { $0.who = "man in a red coat" }, .missingField("finding"))
        scene.expectRefused(fact(Questioned.self) { $0.finding = "waits" }, .missingField("who"))
        scene.expectRefused(questioned, .unknownGuard("G99"), by: "G99")
    }
}
