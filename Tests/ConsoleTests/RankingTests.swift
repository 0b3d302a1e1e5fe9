import Gatekeeping
import Notation
import Readings
import Terminal
import Testing

@testable import Bookkeeping
@testable import Console

struct RankingTests {
    private struct Question {
        var typed: String
        var wanted: RowID
    }

    /// The initials of a name of three characters (`sdp`), two letters of each of a name of two (`liba`).
    private func letters(_ name: String) -> String {
        let syllables = name.utf16.compactMap { Readings.syllables(of: $0).first }
        return syllables.map { Readings.pinyin($0).prefix(syllables.count == 2 ? 2 : 1) }.joined()
    }

    /// Questions by rule over an evening at the gate: 40 people inside, 15 expected, 30 vehicles inside, and 2,000 people seen before.
    private func questions(_ desk: Desk, _ crowd: inout Crowd) -> [Question] {
        let people = (0..<40).map { _ in crowd.come(.inside) } + (0..<15).map { _ in crowd.come(.expected) }
        let cars = (0..<30).map { _ in crowd.drive() }
        let seen = crowd.seen(people: 2000, withPlates: 600, vehicles: 600)
        var snapshot = Snapshot()
        snapshot.state = crowd.state
        snapshot.lastNumber = 1
        desk.model.hear(.snapshot(snapshot))
        desk.model.hear(.seen(seen))
        desk.press(.escape)
        var questions = people.filter { (2...3).contains($0.name.count) }.map { Question(typed: letters($0.name), wanted: $0.id) }
        questions += cars.map { Question(typed: String($0.plate.suffix(3)), wanted: $0.id) }
        questions += desk.model.estate.vehicles.shuffled(using: &crowd.random).prefix(30).map {
            Question(typed: String($0.plate.suffix(4)), wanted: .plate(Plate.normal($0.plate)))
        }
        questions += seen.filter { !$0.isVehicle }.shuffled(using: &crowd.random).prefix(30).map {
            Question(typed: Readings.simplified($0.name), wanted: .person("seen:\($0.name)/\($0.unit)"))
        }
        return questions
    }

    @Test("Of queries by rule, at most four letters long, the right one is first in 90 %, among the first three in 99 %")
    func ranking() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let desk = try Desk()
        var (first, three, count) = (0, 0, 0)
        var missed: [String] = []
        for evening in 0..<5 as Range<UInt64> {
            var crowd = Crowd(seed: seed &+ evening, estate: desk.model.estate)
            for question in questions(desk, &crowd) {
                #expect(question.typed.count <= 4)
                desk.model.line = question.typed
                desk.model.find()
                let place = desk.model.found.firstIndex { $0.id == question.wanted }
                count += 1
                if place == 0 { first += 1 }
                if let place, place < 3 { three += 1 } else { missed.append(question.typed) }
            }
        }
        #expect(count >= 500)
        #expect(first * 100 >= count * 90, "seed \(seed): \(first) of \(count)")
        #expect(three * 100 >= count * 99, "seed \(seed): \(three) of \(count), \(missed)")
    }
}
