import Foundation
import Notation
import Randomness
import Testing

/// How few keys the common things take, counted at the terminal with hundreds of people to choose from.
@Suite("Few keys", .serialized)
struct FewKeysTests {
    private static let days = ["2026-09-07", "2026-09-28", "2026-10-19", "2026-11-09", "2026-11-20"]

    @Test("Fifty returning visitors are inside after at most 8 keys each beyond letters and documents, and leave by letters and Enter")
    func returning() throws {
        let keyboard = try Keyboard()
        let guests = try ManyGuests(count: 400, days: FewKeysTests.days, data: keyboard.data).guests
        var random = SeededGenerator(seed: 50)
        let drawn = Array(guests.filter { guest in guests.count { $0.name == guest.name } == 1 }.shuffled(using: &random).prefix(50))
        try keyboard.sitDown("2026-11-23T10:20")
        let coming = try drawn.map { guest in
            try keyboard.count { try keyboard.admitAgain(guest.name, unit: guest.unit, tail: "4321") }
        }
        #expect(coming.count == 50 && coming.allSatisfy { $0 <= 8 }, "\(coming)")
        #expect(try FewKeysTests.admitted(drawn.map(\.name), in: keyboard) == 50)
        let leaving = try drawn.map { guest in try keyboard.count { try keyboard.leave(guest.name) } }
        #expect(leaving == drawn.map { _ in 1 })
        #expect(try InsideReport(data: keyboard.data).rows.isEmpty)
    }

    @Test("A resident's vehicle goes in and out by the tail of its plate and Enter, and by another Enter where that is a unit, too")
    func vehicles() throws {
        let keyboard = try Keyboard()
        _ = try ManyGuests(count: 100, days: ["2026-11-20"], data: keyboard.data)
        var random = SeededGenerator(seed: 20)
        let cast = try Cast()
        let drawn = Array(cast.vehicles(&random).prefix(20))
        let keys = drawn.map { cast.isUnit(String($0.suffix(4))) ? 2 : 1 }
        #expect(keys.count { $0 == 1 } >= 18)
        try keyboard.sitDown("2026-11-23T10:20")
        let entering = try drawn.map { plate in try keyboard.count { try keyboard.enter(plate) } }
        #expect(entering == keys)
        #expect(try Set(InsideReport(data: keyboard.data).rows.map(\.plate)) == Set(drawn))
        let leaving = try drawn.map { plate in try keyboard.count { try keyboard.drive(out: plate) } }
        #expect(leaving == keys)
        #expect(try InsideReport(data: keyboard.data).rows.isEmpty)
    }

    @Test("A checkpoint in order takes one key")
    func checkpoints() throws {
        let keyboard = try Keyboard()
        _ = try ManyGuests(count: 10, days: ["2026-11-23"], data: keyboard.data)
        try keyboard.sitDown("2026-11-23T10:00")
        try keyboard.depart("樓棟巡邏線")
        let ticks = try (1...12).map { count in try keyboard.count { try keyboard.tickNext("樓棟巡邏線", count) } }
        #expect(ticks == Array(repeating: 1, count: 12))
        let ticked = try Pages(data: keyboard.data).lines().filter { $0["e"] == "round.ticked" }
        #expect(Set(ticked.compactMap { $0["checkpoint"]?.string }) == Set(Walk.buildings))
        #expect(ticked.count == 12)
    }

    /// How many of these names the journal let in on the day of the keys.
    private static func admitted(_ names: [String], in keyboard: Keyboard) throws -> Int {
        let lines = try Pages(data: keyboard.data).lines().filter { $0["t"]?.string ?? "" >= "2026-11-23" }
        let admitted = Set(lines.filter { $0["e"] == "visitor.admitted" }.compactMap { $0["ref"]?.integer })
        let verified = lines.filter { $0["e"] == "visitor.verified" && admitted.contains($0["n"]?.integer ?? 0) }
        return Set(verified.compactMap { $0["name"]?.string }).intersection(names).count
    }
}
