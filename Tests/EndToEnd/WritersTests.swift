import Foundation
import Notation
import Randomness
import Testing

@Suite("Many writers, and writers that die")
struct WritersTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static func command(_ id: String) -> JSONObject {
        ["do": "visitor.expect", "by": "G07", "id": .string(id), "name": "王小明", "unit": "3-1502"]
    }

    @Test func fourWritersMakeOneChainAndLoseNothing() async throws {
        let each = 60
        let data = scratch.folder
        let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let session = try RecordSession(data: data)
                    let numbers = try (0..<each).map { index in
                        let answer = try session.ask(Self.command("w\(writer)-\(index)"))
                        return try #require(answer["n"]?.integer, "\(answer)")
                    }
                    try session.close()
                    return numbers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(numbers).count == 4 * each)
        let pages = try Pages(data: data)
        let lines = try pages.lines()
        #expect(Set(lines.filter { $0["id"] != nil }.compactMap { $0["n"]?.integer }) == Set(numbers))
        #expect(lines.compactMap { $0["n"]?.integer } == Array(1...lines.count))
        #expect(try Program.run("verify", data: data).status == 0)
        #expect(try Program.shell(Readme.block(after: "### Verifying it without Gatebook"), in: pages.folder).text.isEmpty)
    }

    @Test func whatWasAcknowledgedSurvivesTwentyKills() throws {
        var acknowledged: [String: Int] = [:]
        var random = SeededGenerator(seed: 9)
        for round in 0..<20 {
            let session = try RecordSession(data: scratch.folder)
            let batch = (0..<200).map { Data((JSON.object(Self.command("k\(round)-\($0)")).text + "\n").utf8) }.reduce(Data(), +)
            try session.send(batch)
            for _ in 0..<Int.random(in: 1...60, using: &random) { try note(try #require(try session.answer()), in: &acknowledged) }
            session.kill()
            while let answer = try session.answer() { try note(answer, in: &acknowledged) }
            let outcome = try Program.run("verify", data: scratch.folder)
            #expect(outcome.status == 0, "\(outcome.text)")
        }
        let lines = try Pages(data: scratch.folder).lines()
        let written = Dictionary(lines.compactMap { line in line["id"]?.string.map { ($0, line["n"]?.integer) } }) { first, _ in first }
        for (id, n) in acknowledged { #expect(written[id] == n) }
        #expect((20..<4000).contains(acknowledged.count), "killed in the middle")
    }

    private func note(_ answer: JSONObject, in acknowledged: inout [String: Int]) throws {
        acknowledged[try #require(answer["id"]?.string)] = try #require(answer["n"]?.integer)
    }
}
