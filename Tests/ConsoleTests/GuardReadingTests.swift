import Bookkeeping
import Foundation
import Gatekeeping
import Notation
import Terminal
import Testing
import Witness
import Wording

@testable import Console

@Suite("What each guard did and missed, at the console", .serialized)
struct GuardReadingTests {
    /// On the evening before, G07 said nothing of a theft, and has read no order since.
    private func desk(_ language: Language = .english, columns: Int = 80, rows: Int = 24) throws -> Desk {
        let desk = try Desk(at: "2026-11-22T20:00:00+08:00", language: language, columns: columns, rows: rows)
        try desk.elsewhere(blank(OccurrenceOpened.self) { ($0.occurrence, $0.text) = ("theft", "bicycle") })
        try desk.clock(Desk.morning)
        try desk.elsewhere(blank(OrderAcknowledged.self) { $0.order = "general" })
        return desk
    }

    private func open(_ desk: Desk) { desk.press(.control("w"), .end, .enter) }

    /// All that can be scrolled to, without what lines are broken by.
    private func whole(_ desk: Desk) -> String {
        var text = ""
        for _ in 0..<100 {
            let shown = bare(desk.text)
            text += shown
            desk.press(.down, .down)
            if bare(desk.text) == shown { break }
        }
        return text
    }

    private func bare(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace && $0 != "│" }) }

    @Test("S5: a supervisor at the console reads what each guard did and missed, this month or in other days, and how it is computed", arguments: Language.allCases, [
        Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
    ])
    func reading(language: Language, size: Size) throws {
        let desk = try desk(language, columns: size.columns, rows: size.rows)
        open(desk)
        #expect(try desk.form.value("from") == "2026-11-01" && desk.form.value("to") == "2026-11-23")
        #expect(desk.text.contains(GuardWords.conduct[language]))
        desk.press(.control("d"))
        #expect(desk.text.contains(GuardWords.keys[language]))
        let report = try desk.office.guardReport(from: Day("2026-11-01"), to: Day("2026-11-23"), language)
        let read = whole(desk)
        let row = try #require(report.rows.first { $0[0] == "G07" })
        #expect(row[2...].contains("1"))
        for (name, value) in zip(report.columns.dropFirst(2), row.dropFirst(2)) where value != "0" { #expect(read.contains(bare("\(name)\(value)"))) }
        let nothing = report.rows.filter { $0.dropFirst(2).allSatisfy { ["0", ""].contains($0) } }.map { $0[0] }
        if !nothing.isEmpty { #expect(read.contains(bare(language.labelled(GuardWords.nothing[language], nothing.joined(separator: language.listSeparator))))) }
        for line in report.note.split(separator: "\n") { #expect(read.contains(bare(line)), "\(line)") }
        desk.press(.function(12))
        #expect(desk.text.contains("# ") && desk.text.contains("jq -nr"))
        desk.press(.escape)
        #expect(bare(desk.text).contains(bare(report.note.split(separator: "\n").last ?? "?")), "Where it was scrolled to.")
        desk.press(.escape)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("S5: the days that are asked for; what is no day, or ends before it begins, is said in the form")
    func days() throws {
        let desk = try desk()
        open(desk)
        try desk.go(to: "to")
        for _ in 0..<10 { desk.press(.backspace) }
        desk.type("2026-10-31")
        desk.press(.control("d"))
        #expect(try desk.form.complaint == DeskWords.badPeriod[.english])
        for _ in 0..<10 { desk.press(.backspace) }
        desk.type("2026-11-22")
        desk.press(.control("d"))
        #expect(desk.text.contains("2026-11-01 – 2026-11-22") && whole(desk).contains(bare("orders unread as of 2026-11-22 2")))
    }

    @Test("S5: what is counted takes the place of what says so, and of nothing that was opened since")
    func late() throws {
        let desk = try desk()
        desk.model.layers = [.form(desk.model.factory.form(.figures(.guards)))]
        guard case .countGuards(let from, let to, let now, let number)? = desk.model.press(.control("d"), isAlone: true).first else {
            Issue.record("nothing is counted")
            return
        }
        #expect(desk.text.contains(DeskWords.counting[.english]))
        let figures = try GuardFigures(desk.office.book, estate: desk.model.estate, from: from, to: to, now: now)
        var closed = desk.model
        closed.hear(.guardFigures(nil, number: number))
        #expect(Frame(model: closed).draw().text.contains("cannot be read now"))
        desk.press(.escape)
        desk.press(.function(1))
        desk.model.hear(.guardFigures(figures, number: number))
        #expect(desk.model.layers.count == 1, "Help only.")
    }

    @Test("S5: each command says of the pages what the screen says, of all guards at once")
    func commands() throws {
        let desk = try desk()
        let figures = try GuardFigures(desk.office.book, estate: desk.model.estate, from: Day("2026-11-01"), to: Day("2026-11-23"), now: desk.model.now)
        let all = figures.explanations(.english)
        #expect(all.count == GuardTally.Figure.allCases.count)
        #expect(all.first { $0.figure == "late updates" }?.value == "G07 1" && all.first { $0.figure == "orders unread" }?.value.contains("G07 1 · ") == true)
        #expect(all.first { $0.figure == "rounds missed" }?.value.hasPrefix("– ") == true, "Nobody held the post of the routes.")
        for one in all {
            try Child.run(["/bin/sh", "-c", "{ \(one.command); } > said"], in: desk.pages)
            let said = try String(contentsOf: desk.pages.appending(path: "said"), encoding: .utf8).trimmingCharacters(in: .newlines)
            #expect(said == one.value, "\(one.figure)")
        }
    }
}
