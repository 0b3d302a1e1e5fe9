import Foundation
import Notation
import Randomness
import Testing

/// Hundreds of visitors of the last weeks, of whom any may come again.
struct ManyGuests {
    struct Guest {
        let name: String
        let unit: String
    }

    let guests: [Guest]

    /// Lets all of them in and out again by `record`, on several days.
    init(count: Int, days: [String], data: URL) throws {
        var cast = try Cast()
        var random = SeededGenerator(seed: 90)
        guests = try (0..<count).map { _ in Guest(name: try cast.name(), unit: try cast.unit(&random)) }
        let session = try RecordSession(data: data)
        let each = count / days.count
        for (index, day) in days.enumerated() {
            let taking: JSONObject = ["taking": "opening", "turnout": .bool(true)]
            if index == 0 { _ = try ManyGuests.ask(session, "post.take", taking, "\(day)T08:00:00+08:00") }
            for guest in guests[index * each..<(index + 1) * each] { try ManyGuests.visit(guest, session, "\(day)T09:00:00+08:00") }
        }
        try session.close()
    }

    private static func visit(_ guest: Guest, _ session: RecordSession, _ now: String) throws {
        let person = EndToEndTests.Guest(name: guest.name, unit: guest.unit)
        let visit = try ask(session, "visitor.verify", person.verification, now)
        _ = try ask(session, "visitor.register", person.registration(visit), now)
        for step in ["visitor.admit", "visitor.leave"] { _ = try ask(session, step, ["ref": .integer(visit)], now) }
    }

    private static func ask(_ session: RecordSession, _ name: String, _ fields: JSONObject, _ now: String) throws -> Int {
        var command: JSONObject = ["do": .string(name), "by": "G07", "now": .string(now)]
        for member in fields.members { command[member.name] = member.value }
        let answer = try session.ask(command)
        return try #require(answer["n"]?.integer, "\(answer)")
    }
}
