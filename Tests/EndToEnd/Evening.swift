import Foundation
import Notation
import Randomness
import Testing

/// An evening at the main gate, 17:00 to 01:00, on a made-up clock: what people do, in the order of time, each step from the answer to
/// the one before.
final class Evening {
    /// A command and what became of it.
    struct Exchange: Sendable, CustomStringConvertible {
        let command: JSONObject
        let answer: JSONObject
        /// The code of the refusal that the rules owe; nil where they owe none.
        let expected: String?

        var description: String { "\(JSON.object(command).text) → \(JSON.object(answer).text)" }
    }

    typealias Step = (Evening) throws -> Void

    private(set) var exchanges: [Exchange] = []
    /// Who is on duty.
    var onDuty = "G07"
    var random = SeededGenerator(seed: 20_261_123)
    private let session: RecordSession
    private let data: URL
    private var agenda: [(second: Int, order: Int, step: Step)] = []
    private var planned = 0
    /// Seconds after 17:00.
    private var now = 0

    init(_ session: RecordSession, data: URL) { (self.session, self.data) = (session, data) }

    /// The relief goes through the list of the handover as the program shows it, and accepts each line.
    func goThrough(_ offer: Int, by relief: String) throws {
        let report = try Program.run("report", "handover", "--format", "json", "--language", "en", data: data)
        let list = try #require(try JSON.read(Array(report.output)).object)
        let rows = try #require(list["rows"]?.array).compactMap(\.object)
        #expect(rows.count > 10)
        for row in rows where row["answer"] == "open" {
            let item = try #require(row["key"]?.string)
            var answer: JSONObject = ["ref": .integer(offer), "item": .string(item), "answer": "accepted"]
            answer["count"] = list["counted"]?.object?[item]
            try ask("handover.answer", answer, by: relief)
        }
    }

    /// Plans a step for a clock time; hours after midnight count on from 24.
    func plan(_ hour: Int, _ minute: Int, _ step: @escaping Step) { plan(second: ((hour - 17) * 60 + minute) * 60, step) }

    /// Plans a step for so many minutes after the one that runs; beyond 01:00 it does not happen.
    func later(minutes: Int, _ step: @escaping Step) { plan(second: now + minutes * 60 + 1, step) }

    private func plan(second: Int, _ step: @escaping Step) {
        planned += 1
        agenda.append((second, planned, step))
    }

    /// Plays all that is planned, and what follows from it.
    func play() throws {
        while let index = agenda.indices.min(by: { (agenda[$0].second, agenda[$0].order) < (agenda[$1].second, agenda[$1].order) }) {
            let next = agenda.remove(at: index)
            guard next.second < 8 * 3600 else { continue }
            now = max(now + 1, next.second)
            try next.step(self)
        }
    }

    /// Hands in a command, by whoever is on duty unless said otherwise.
    /// - Returns: the number of its line.
    @discardableResult
    func ask(_ name: String, _ fields: JSONObject, by: String? = nil) throws -> Int {
        let exchange = try hand(name, fields, by: by, expected: nil)
        return try #require(exchange.answer["n"]?.integer, "\(exchange)")
    }

    /// Hands in a command that the rules must refuse.
    func refused(_ code: String, _ name: String, _ fields: JSONObject, by: String? = nil) throws {
        _ = try hand(name, fields, by: by, expected: code)
    }

    private func hand(_ name: String, _ fields: JSONObject, by: String?, expected: String?) throws -> Exchange {
        var command: JSONObject = ["do": .string(name), "by": .string(by ?? onDuty)]
        command["id"] = .string("evening-\(exchanges.count + 1)")
        command["now"] = .string(Evening.text(second: now))
        for member in fields.members { command[member.name] = member.value }
        let exchange = Exchange(command: command, answer: try session.ask(command), expected: expected)
        exchanges.append(exchange)
        now += 2
        return exchange
    }

    /// RFC 3339 of so many seconds after 17:00.
    private static func text(second: Int) -> String {
        let begin: Int64 = 1_795_424_400
        return Instant(milliseconds: (begin + Int64(second)) * 1000).text(in: Zone(minutes: 480))
    }
}
