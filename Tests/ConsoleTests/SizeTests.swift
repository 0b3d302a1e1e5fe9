import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct SizeTests {
    @Test("Below 40×12 the program says so", arguments: [Size(columns: 39, rows: 12), Size(columns: 40, rows: 11)])
    func tooSmall(size: Size) throws {
        let desk = try Desk()
        desk.model.size = size
        #expect(desk.text.contains("Window too small"))
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.kinds.last == "post.taken")
    }

    @Test("At 40×12 everything works")
    func smallest() throws {
        let desk = try Desk(columns: 40, rows: 12)
        #expect(!desk.text.contains("too small"))
        desk.admit("蘇東坡")
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(desk.text.contains("蘇東坡"))
    }

    @Test("At 40×12 every choice is seen, shortened where the names take more lines than there are", arguments: Language.allCases)
    func choices(language: Language) throws {
        let desk = try Desk(language: language, columns: 40, rows: 12)
        desk.type("李白")
        desk.press(.enter)
        let kinds = desk.model.estate.identifications.count
        try #require(kinds >= 8)
        for digit in 1...8 { #expect(desk.text.contains("\(digit) "), "\(digit)") }
        desk.press(.text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"))
        for digit in 1...min(9, desk.model.estate.purposes.count) { #expect(desk.text.contains("\(digit) "), "\(digit)") }
        #expect(desk.model.estate.purposes.count <= 9 || desk.text.contains(ScreenWords.more[language]))
    }

    @Test("At 40×12 how many alerts there are is read whole, and a form shows that it goes on", arguments: Language.allCases)
    func small(language: Language) throws {
        let desk = try Desk(language: language, columns: 40, rows: 12)
        for service in desk.model.estate.emergencyServices { try desk.elsewhere(blank(EmergencyPassed.self) { $0.service = service.id }) }
        let count = desk.model.alerts.all.count { !$0.kind.isQuiet }
        try #require(count > 1)
        #expect(Frame(model: desk.model).draw().text(row: 0).contains("!\(count)…"), "\(desk.text)")
        desk.press(.control("n"))
        let last = try desk.form.fields.count + 1
        #expect(desk.text.contains("/\(last) ↓"))
        for _ in 0..<20 { desk.press(.tab) }
        #expect(desk.text.contains("/\(last) ↑") && desk.text.contains(ScreenWords.finishRow[language]))
    }

    @Test("How many rows follow of what was found stands at the end of the line, and beside it what was typed stays whole")
    func moreFound() throws {
        let desk = try Desk(columns: 40, rows: 12)
        desk.type("3-15")
        let below = desk.model.found.count - 8
        try #require(below > 0)
        #expect(Frame(model: desk.model).draw().text(row: 1).hasSuffix("↓\(below)"))
        for _ in 0..<9 { desk.press(.down) }
        let line = Frame(model: desk.model).draw().text(row: 1)
        #expect(line.hasPrefix("> 3-15") && line.hasSuffix("↑\(below)"), "\(line)")
        desk.press(.escape)
        desk.type(String(repeating: " ", count: 50) + "3-15")
        #expect(desk.model.found.count - 8 == below && Frame(model: desk.model).draw().text(row: 1).hasSuffix("  3-15 ↓\(below)"))
    }

    @Test("Resizing loses nothing")
    func resizing() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type("143")
        let before = desk.text
        for size in [Size(columns: 30, rows: 8), Size(columns: 0, rows: 0), Size(columns: 200, rows: 60)] {
            desk.model.size = size
            _ = desk.text
        }
        desk.model.size = Size(columns: 80, rows: 24)
        #expect(desk.text == before)
        #expect(desk.model.line == "蘇東坡")
    }

    @Test("From 100 columns on three panes stand side by side", arguments: [99, 100])
    func sideBySide(columns: Int) throws {
        let desk = try Desk(columns: columns)
        let top = Frame(model: desk.model).draw().text(row: 2)
        #expect(top.filter { $0 == "┐" || $0 == "╮" }.count == (columns < 100 ? 1 : 3), "\(top)")
    }

    @Test("The cursor stands at the end of the text, and on the row after an arrow")
    func cursor() throws {
        let desk = try Desk()
        desk.type("王小")
        #expect(Frame(model: desk.model).draw().cursor == Position(row: 1, column: 6))
        desk.press(.down)
        #expect(Frame(model: desk.model).draw().cursor?.row == 2)
        desk.press(.escape, .control("n"))
        desk.type("李白")
        let cursor = try #require(Frame(model: desk.model).draw().cursor)
        #expect(Frame(model: desk.model).draw().text(row: cursor.row).contains("李白"))
    }
}
