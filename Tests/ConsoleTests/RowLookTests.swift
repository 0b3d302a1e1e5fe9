import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

@Suite("What Enter does stands in the row")
struct RowLookTests {
    @Test("Whole, however narrow the pane; of the rest as much as there is room for", arguments: [26, 33, 38, 60], Language.allCases)
    func hint(columns: Int, language: Language) {
        var canvas = Canvas(size: Size(columns: columns, rows: 1))
        let row = Row(id: .visit(1), text: "!單丹 → 1-201", trailing: "超時 2 小時 25 分", hint: HintWords.leaves, intent: .choose)
        RowLook(row, hint: HintWords.leaves[language], isSelected: true, isBest: false).draw(in: canvas.region, on: &canvas)
        #expect(canvas.text(row: 0).hasSuffix("⏎" + HintWords.leaves[language]), "\(canvas.text)")
        #expect(canvas.text(row: 0).hasPrefix("!單丹"))
    }

    @Test("P1: of two occurrences that are silent, a narrow screen tells which is which", arguments: Language.allCases)
    func silentOnes(language: Language) throws {
        let desk = try Desk(language: language, columns: 40, rows: 12)
        for text in ["garage: water", "lobby: water"] {
            var opened = OccurrenceOpened()
            (opened.occurrence, opened.text) = ("theft", text)
            try desk.elsewhere(opened)
        }
        try desk.clock("2026-11-23T20:00:00+08:00")
        desk.press(.function(5))
        #expect(desk.text.contains("lob"), "\(desk.text)")
        desk.press(.control("v"))
        let rows = desk.text.split(separator: "\n").filter { line in [AlertWords.name(.silent), AlertWords.name(.police)].contains { line.contains($0[language]) } }
        #expect(rows.count == 4 && rows.count { $0.contains("ga") } == 2 && rows.count { $0.contains("lo") } == 2, "\(desk.text)")
    }

    @Test("A duration is said as people say it, from two days on to the hour", arguments: [(59, "59 min"), (120, "2 h"), (2879, "47 h 59 min"), (2880, "2 d"), (6160, "4 d 6 h")])
    func duration(minutes: Int, words: String) {
        #expect(Words.duration(minutes).english == words)
    }

    @Test("An unknown plate comes or goes: only an arrow chooses, and Enter, pressed twice, books nothing")
    func unknownPlate() throws {
        let desk = try Desk()
        desk.type("XYZ-123")
        let before = desk.kinds
        desk.press(.enter, .enter)
        #expect(desk.kinds == before && desk.model.line == "XYZ-123")
        desk.press(.down, .enter)
        #expect(desk.kinds.last == "vehicle.left")
    }

    @Test("A document's number, a badge's code and a unit are no plates that leave", arguments: ["11010519491231002X", "A123456789", "GB-0008", "CP-1001", "3-1502", "望湖樓201"])
    func noPlate(text: String) throws {
        let desk = try Desk()
        desk.type(text)
        #expect(!desk.model.found.contains { $0.id == .plate("stray") })
    }

    @Test("P3: of a document's number the last four characters are kept, wherever it was typed")
    func documentElsewhere() throws {
        let desk = try Desk()
        desk.model.open(.question("王某"))
        desk.type("1")
        try desk.go(to: "finding")
        desk.type("showed 110105194912310021, then left")
        try desk.go(to: "outcome")
        desk.press(.text("1"), .control("d"))
        #expect(try (desk.lastFact as? Questioned)?.finding == "showed 0021, then left")
    }

    @Test("The cursor stands at the line when the selected row is gone")
    func cursor() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.press(.function(2), .down)
        let selected = try #require(desk.model.selected)
        desk.model.selection = .visit(9_999)
        #expect(Frame(model: desk.model).draw().cursor == Position(row: 1, column: 2) && selected.id != .visit(9_999))
    }
}
