import Foundation
import Notation
import Randomness
import Testing

/// The evening of `EveningTests` up to nine by `record`, then an hour of it by keys.
@Suite("An hour at the gate, by keys", .serialized)
struct HourByKeysTests {
    /// Whom and what the guard has to do with in this hour.
    private struct Cast {
        let again: [PastVisits.Visit]
        let leaving: [PastVisits.Visit]
        let badged: PastVisits.Visit
        let carsIn: [String]
        let carsOut: [String]
        let new: [String]
        let stranger: String

        init(data: URL) throws {
            let inside = try InsideReport(data: data).rows
            let numbers = Set(inside.map(\.number))
            let plates = Set(inside.map(\.plate))
            let visits = try PastVisits(data: data).distinct
            var random = SeededGenerator(seed: 21)
            var fresh = try EndToEndTests.Cast()
            let residents = fresh.vehicles(&random)
            again = Array(visits.filter(\.hasLeft).shuffled(using: &random).prefix(5))
            let free = visits.filter { numbers.contains($0.ref) }
            leaving = Array(free.filter { !$0.hasBadge }.prefix(4))
            badged = try #require(free.first { $0.hasBadge })
            carsIn = Array(residents.filter { !plates.contains($0) }.prefix(5))
            carsOut = Array(residents.filter { plates.contains($0) }.prefix(4))
            new = try (0..<200).map { _ in try fresh.name() }.suffix(2)
            stranger = try #require(try (0..<200).map { _ in try fresh.plate() }.last)
        }
    }

    @Test("Who is inside is the same on the screen, in the report and by the recipes")
    func hour() throws {
        let keyboard = try Keyboard(rows: 90)
        try Evening.play(until: 21, data: keyboard.data)
        let cast = try Cast(data: keyboard.data)
        try #require(cast.again.count == 5 && cast.leaving.count == 4 && cast.carsIn.count == 5 && cast.carsOut.count == 4)
        try keyboard.sitDown("2026-11-23T21:00")
        try nine(keyboard, cast)
        try keyboard.standUp()
        try keyboard.sitDown("2026-11-23T21:32")
        try halfPastNine(keyboard, cast)
        try keyboard.standUp()
        try keyboard.sitDown("2026-11-23T21:55")
        try fiveToTen(keyboard, cast)
        try keyboard.press("F8")
        try keyboard.see("┌ 在場")
        let shown = keyboard.paneRows()
        try keyboard.standUp()
        try judge(shown, cast, data: keyboard.data)
    }

    private func nine(_ keyboard: Keyboard, _ cast: Cast) throws {
        for plate in cast.carsIn.prefix(3) { try keyboard.enter(plate) }
        for visit in cast.again.prefix(3) { try keyboard.admitAgain(visit.name, unit: visit.unit, tail: "2731") }
        try keyboard.patrol("▶ 地下車庫消防線 2/9")
        try keyboard.tick("地下車庫消防線", from: 2, to: 8)
        try keyboard.tickDamaged("地下車庫消防線 8/9", "面板有裂縫")
        try keyboard.comeBack("地下車庫消防線 9/9")
        try keyboard.turnAway(cast.new[0], unit: "3-1502")
        try keyboard.deny("金大海", unit: "3-1502", tail: "4417")
        try keyboard.writeOccurrence("車庫 B 區漏水", at: "車庫 B 區")
    }

    private func halfPastNine(_ keyboard: Keyboard, _ cast: Cast) throws {
        try keyboard.depart("樓棟巡邏線")
        try keyboard.tick("樓棟巡邏線", from: 0, to: 3)
        try keyboard.ambulance(to: "5 棟")
        try keyboard.enterUnknown(cast.stranger, unit: "3-1502")
        try keyboard.admitNew(cast.new[1], unit: "3-1502", tail: "8846")
        try keyboard.leaveByMistake(cast.leaving[0].name)
        for plate in cast.carsOut { try keyboard.drive(out: plate) }
        try keyboard.update("車庫 B 區漏水", "已關總閥")
        for visit in cast.leaving.dropFirst().prefix(2) { try keyboard.leave(visit.name) }
        try keyboard.correctUnit(of: cast.leaving[0].name, to: "1-201")
    }

    private func fiveToTen(_ keyboard: Keyboard, _ cast: Cast) throws {
        try keyboard.patrol("▶ 樓棟巡邏線 3/12")
        try keyboard.tickDamaged("樓棟巡邏線 3/12", "壓力不足")
        try keyboard.tick("樓棟巡邏線", from: 4, to: 12)
        try keyboard.comeBack("樓棟巡邏線 12/12 G07")
        for visit in cast.again.dropFirst(3) { try keyboard.admitAgain(visit.name, unit: visit.unit, tail: "2731") }
        for plate in cast.carsIn.dropFirst(3) { try keyboard.enter(plate) }
        try keyboard.leave(cast.badged.name, hasBadge: true)
        try keyboard.leave(cast.again[0].name)
        try keyboard.drive(out: cast.carsIn[0])
    }

    private func judge(_ shown: [String], _ cast: Cast, data: URL) throws {
        let report = try InsideReport(data: data).rows
        #expect(shown.count == report.count)
        #expect(report.filter { !shown.contains(where: $0.fits) }.isEmpty, "not on the screen")
        #expect(shown.filter { row in !report.contains { $0.fits(row) } }.isEmpty, "not in the report")
        try whatTheKeysDid(report, cast)
        let pages = try Pages(data: data)
        for recipe in ["Who and what was inside at 22:00", "Who and what is inside now"] {
            let listed = try Program.shell(Readme.block(after: recipe), in: pages.folder)
            let numbers = listed.lines.compactMap { $0.split(separator: "\t").first.map(String.init) }
            #expect(listed.status == 0 && numbers.sorted() == report.map(\.number).sorted(), "\(listed.complaint)")
        }
        #expect(try Program.run("verify", data: data).status == 0)
        #expect(try Program.shell(Readme.block(after: "### Verifying it without Gatebook"), in: pages.folder).text.isEmpty)
        try Validator.expectValid(pages.lines(), .events)
        try kinds(pages)
    }

    private func whatTheKeysDid(_ inside: [InsideReport.Row], _ cast: Cast) throws {
        let names = inside.map(\.name)
        #expect(Set(cast.again.dropFirst().map(\.name) + [cast.new[1], cast.leaving[0].name, cast.leaving[3].name]).isSubset(of: names))
        #expect(Set([cast.new[0], "金大海", cast.again[0].name, cast.badged.name, cast.leaving[1].name]).isDisjoint(with: names))
        #expect(inside.contains { $0.name == "救護車" && $0.unit == "5 棟" })
        #expect(inside.first { $0.name == cast.leaving[0].name }?.unit == "1-201")
        let plates = inside.map(\.plate)
        #expect(Set(cast.carsIn.dropFirst() + [cast.stranger]).isSubset(of: plates))
        #expect(Set(cast.carsOut + [cast.carsIn[0]]).isDisjoint(with: plates))
    }

    /// What was done since nine, by kind.
    private func kinds(_ pages: Pages) throws {
        let lines = try pages.lines().filter { $0["t"]?.string ?? "" >= "2026-11-23T21:00" }
        let counts = Dictionary(lines.compactMap { $0["e"]?.string }.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts["visitor.refused"] == 2 && counts["visitor.admitted"] == 6 && counts["visitor.left"] == 5)
        #expect(counts["vehicle.entered"] == 6 && counts["vehicle.left"] == 5 && counts["emergency.passed"] == 1)
        #expect(counts["round.ticked"] == 19 && counts["round.returned"] == 2 && counts["round.missed"] == nil)
        #expect(counts["occurrence.opened"] == 1 && counts["occurrence.updated"] == 1)
        #expect(counts["entry.withdrawn"] == 1 && counts["entry.corrected"] == 1)
    }
}
