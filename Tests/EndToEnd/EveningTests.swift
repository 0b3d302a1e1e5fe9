import Foundation
import Notation
import Testing

@Suite("An evening at the gate, through `record`", .evening)
struct EveningTests {
    private func played() throws -> EveningPlayed.Played { try #require(EveningPlayed.current) }

    @Test func everyAnswerIsAsTheRulesSay() throws {
        let played = try played()
        for exchange in played.exchanges {
            #expect(exchange.answer["refused"]?.string == exchange.expected, "\(exchange)")
            #expect(exchange.answer["id"] == exchange.command["id"])
        }
        #expect(played.status == 1)
        let events = try Pages(data: played.data).lines().filter { $0["e"]?.string?.hasPrefix("forward.") == false }
        #expect(events.count >= 400)
    }

    @Test func theProgramRecordsTheRoundsThatNobodyWalked() throws {
        let missed = try Pages(data: played().data).lines().filter { $0["e"]?.string == "round.missed" }
        #expect(missed.map { $0["route"]?.string } == ["perimeter", "perimeter"])
        #expect(missed.map { $0["missing"]?.string } == ["departure", "return"])
        #expect(missed.allSatisfy { $0["by"]?.string == "gatebook" })
    }

    @Test func midnightTurnsThePage() throws {
        let pages = try Pages(data: played().data)
        #expect(pages.files.map { String($0.lastPathComponent.suffix(16)) } == ["2026-11-23.jsonl", "2026-11-24.jsonl"])
        #expect(try Program.run("verify", data: played().data).status == 0)
    }

    @Test func noLineIsTooLongAndNumbersFollow() throws {
        let pages = try Pages(data: played().data)
        #expect(try pages.rawLines().allSatisfy { $0.count < 4096 })
        #expect(try pages.lines().compactMap { $0["n"]?.integer } == Array(1...pages.lines().count))
    }

    @Test(arguments: ["Who and what was inside at 22:00", "Who and what is inside now"])
    func theRecipeAgreesWithTheReport(_ recipe: String) throws {
        let folder = try Pages(data: played().data).folder
        let listed = try Program.shell(Readme.block(after: recipe), in: folder)
        #expect(listed.status == 0, "\(listed.complaint)")
        let time = recipe.contains("22:00") ? ["--at", "2026-11-23T22:00:00.000+08:00"] : []
        let report = try Program.finish(
            Program.url,
            ["report", "on-site", "--format", "json", "--language", "en", "--data", try played().data.path, "--config", Program.config.path] + time)
        let rows = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array)
        let wanted = rows.compactMap { row in row.object.map { [$0["no"]?.string, $0["plate"]?.string.map { $0 == "no plate" ? "" : $0 }] } }
        let found = listed.lines.map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return [columns.first, columns.dropFirst(2).first]
        }
        #expect(found.count > 10)
        #expect(Set(found) == Set(wanted))
    }

    @Test func aReportOfAMadeUpEveningIsOfItsOwnTime() throws {
        let report = try Program.run("report", "on-site", "--language", "en", data: played().data)
        // Its clock goes on from the last line, at 00:50, while other tests run.
        #expect(report.lines.first?.contains("2026-11-24T0") == true, "\(report.text)")
    }

    @Test(arguments: ["The history of one plate", "All of one shift", "Who was refused, and why", "Anything, by any word"])
    func theOtherRecipesFindSomething(_ recipe: String) throws {
        let listed = try Program.shell(Readme.block(after: recipe), in: Pages(data: played().data).folder)
        #expect(listed.status == 0, "\(listed.complaint)")
        #expect(!listed.lines.isEmpty)
    }

    @Test func theShellLoopFindsOneChangedByte() throws {
        let loop = try Readme.block(after: "### Verifying it without Gatebook")
        let pages = try Pages(data: played().data)
        let sound = try Program.shell(loop, in: pages.folder)
        #expect(sound.status == 0 && sound.text.isEmpty, "\(sound.text)")
        let copy = try Scratch()
        for file in pages.files { try FileManager.default.copyItem(at: file, to: copy.url(file.lastPathComponent)) }
        let last = try #require(pages.files.last)
        var bytes = try Data(contentsOf: last)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: copy.url(last.lastPathComponent))
        #expect(try !Program.shell(loop, in: copy.folder).text.isEmpty)
    }

    @Test func everyLineFitsTheSchema() throws {
        let schema = try Schema(Program.run("schema", data: played().data).output)
        for line in try Pages(data: played().data).lines() { #expect(schema.faults(of: line, by: "e") == []) }
        let commands = try Schema(Program.run("schema", "commands", data: played().data).output)
        for exchange in try played().exchanges { #expect(commands.faults(of: exchange.command, by: "do") == []) }
    }
}
