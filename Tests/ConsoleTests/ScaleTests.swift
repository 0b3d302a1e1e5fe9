import Gatekeeping
import Notation
import Terminal
import Testing

@testable import Bookkeeping
@testable import Console

struct ScaleTests {
    @Test("Among 20,000 people and 30,000 plates a query takes less than preparing every name, plate and unit afresh")
    func scale() throws {
        let desk = try Desk()
        var crowd = Crowd(seed: 1, estate: desk.model.estate)
        for _ in 0..<200 { _ = (crowd.come(.inside), crowd.drive()) }
        let seen = crowd.seen(people: 20_000, withPlates: 10_000, vehicles: 20_000)
        var snapshot = Snapshot()
        snapshot.state = crowd.state
        snapshot.lastNumber = 1
        desk.model.hear(.seen(seen))
        desk.model.hear(.snapshot(snapshot))
        desk.press(.escape)
        let clock = ContinuousClock()
        for text in ["w", "1", "王", "wxm", "72", "皖A1", "7?8", "k0d", "09100"] {
            var (taken, afresh) = (Duration.seconds(60), Duration.seconds(60))
            for _ in 0..<2 {
                desk.model.line = text
                taken = min(taken, clock.measure { desk.model.find() })
                afresh = min(afresh, clock.measure { prepare(seen) })
            }
            #expect(desk.model.found.count <= 40)
            #expect(taken < afresh, "\(text): \(taken), afresh \(afresh)")
        }
    }

    /// What a finder without an index does at every key.
    private func prepare(_ people: [Seen]) {
        for person in people {
            _ = person.name.folded.filter { !$0.isWhitespace }
            _ = Plate.normal(person.plate ?? "")
            _ = UnitNames.bare(person.unit)
        }
    }
}
