import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

/// Editing, offers and kinds of fields, by keys.
struct FormEditingTests {
    @Test("Another language is that of the choices, too, in every form that is open or put aside")
    func language() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter, .text("1"), .control("p"), .escape, .control("r"), .text("1"))
        func names(_ form: Form) -> [String] { form.fields.compactMap { if case .choice(let options) = $0.kind { options.first?.name } else { nil } } }
        let parked = try #require(desk.model.parked.first)
        let before = try names(parked) + names(desk.form)
        desk.press(.control("k"))
        let language = desk.model.language
        #expect(language != .english)
        let after = try names(try #require(desk.model.parked.first)) + names(desk.form)
        #expect(after.count == before.count && zip(after, before).allSatisfy { $0 != $1 }, "\(after)")
        #expect(try desk.form.value("subject") == "person")
        desk.press(.escape)
        guard case .discard = desk.model.layers.last else { return #expect(Bool(false), "no question") }
        desk.press(.control("k"), .control("k"), .escape)
        #expect(try names(parked) + names(desk.form) == before)
    }

    private func visitor() throws -> Desk {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        try desk.go(to: "name")
        desk.press(.backspace, .backspace)
        #expect(try desk.form.value("name") == "蘇")
        return desk
    }

    @Test("The rest of a number whose beginning sufficed goes into no other field; another key begins the next", arguments: ["D01", "D0", "D"])
    func restOfNumber(typed: String) throws {
        let desk = try Desk(holder: nil, post: "desk")
        for character in typed { desk.type(String(character)) }
        #expect(try desk.form.value("number") == "D01" && desk.form.value("turnout") == nil)
        desk.press(.up, .down)
        desk.type("1")
        #expect(try desk.form.value("turnout") == "yes")
    }

    @Test("Text goes in and out at the insertion point, by whole characters")
    func insertionPoint() throws {
        let desk = try visitor()
        desk.type("坡")
        desk.press(.left, .text("東"))
        #expect(try desk.form.value("name") == "蘇東坡")
        desk.press(.home, .delete, .text("👩‍👩‍👧"), .right, .backspace)
        #expect(try desk.form.value("name") == "👩‍👩‍👧坡")
        desk.press(.backspace)
        #expect(try desk.form.value("name") == "坡")
        desk.press(.end, .text("e"), .text("\u{301}"), .backspace)
        #expect(try desk.form.value("name") == "坡")
    }

    @Test("The word keys arrive as terminals send them")
    func wordKeys() throws {
        let desk = try visitor()
        desk.type(" Mr Wang")
        desk.read("\u{1B}[1;5D")
        desk.type("A ")
        desk.read("\u{1B}Od")
        desk.read("\u{1B}[1;5C")
        desk.type("!")
        #expect(try desk.form.value("name") == "蘇 Mr A! Wang")
    }

    @Test("The cursor stands at the insertion point, by columns, and long text scrolls around it")
    func cursor() throws {
        let desk = try visitor()
        let start = try #require(Frame(model: desk.model).draw().cursor)
        desk.type("東坡")
        #expect(Frame(model: desk.model).draw().cursor == Position(row: start.row, column: start.column + 4))
        desk.press(.left)
        #expect(Frame(model: desk.model).draw().cursor == Position(row: start.row, column: start.column + 2))
        desk.press(.end)
        desk.read("\u{1B}[200~" + String(repeating: "很長的名字", count: 40) + "完\u{1B}[201~")
        #expect(Frame(model: desk.model).draw().text(row: start.row).contains("完"))
        #expect(!Frame(model: desk.model).draw().text(row: start.row).contains("蘇東坡"))
        desk.press(.home)
        #expect(Frame(model: desk.model).draw().text(row: start.row).contains("蘇東坡"))
        #expect(Frame(model: desk.model).draw().cursor?.column == start.column - 2)
    }

    @Test("A paste becomes one line; its control characters are shown, sent to nobody and not kept")
    func paste() throws {
        let desk = try visitor()
        desk.read("\u{1B}[200~東\u{7}坡\r\n居\u{1B}]0;x\u{202E}士\t1\n\u{1B}[201~")
        #expect(try desk.form.value("name") == "蘇東␇坡 居␛]0;x\u{FFFD}士 1")
        #expect(desk.registers.visits.isEmpty)
        desk.press(.tab)
        #expect(try desk.form.value("name") == "蘇東坡 居]0;x\u{FFFD}士 1")
    }

    @Test("A number takes digits of any width; the first replaces what stood there, after a motion it adds")
    func number() throws {
        let desk = try visitor()
        try desk.go(to: "count")
        #expect(try desk.form.value("count") == "1")
        desk.type("３x2")
        #expect(try desk.form.value("count") == "32")
        desk.press(.backTab, .tab, .end, .backspace, .text("4"))
        #expect(try desk.form.value("count") == "34")
    }

    @Test("Several names go into the list with Enter, and Enter with nothing more goes on")
    func list() throws {
        let desk = try visitor()
        try desk.go(to: "companions")
        #expect(desk.text.contains(FormWords.listKeys[.english]))
        desk.type("李白")
        desk.press(.enter)
        desk.type("杜甫,王維")
        desk.press(.enter)
        #expect(try desk.form.fields[desk.form.focus].id == "companions")
        desk.press(.enter)
        #expect(try desk.form.value("companions") == "李白、杜甫、王維")
        #expect(try desk.form.isOnFinish)
    }

    @Test("A time is taken as it is typed, and one that is none keeps the focus and says so")
    func time() throws {
        let desk = try Desk()
        desk.press(.control("n"))
        desk.type("王小明")
        try desk.go(to: "from")
        desk.type("２５00")
        desk.press(.enter)
        #expect(try desk.form.complaint == ScreenWords.badMoment[.english])
        #expect(try desk.form.fields[desk.form.focus].id == "from")
        for _ in 0..<4 { desk.press(.backspace) }
        desk.type("1830")
        desk.press(.tab)
        #expect(try desk.form.value("from") == "18:30")
        desk.type("0:15")
        try desk.go(to: "unit")
        desk.type("3-1502")
        desk.press(.control("d"))
        let visit = try #require(desk.registers.visits.values.first)
        #expect(visit.expectedFrom == Instant("2026-11-23T18:30:00+08:00"))
        #expect(visit.expectedUntil == Instant("2026-11-24T00:15:00+08:00"))
    }

    @Test("The last unit and the last purpose are offered, and → takes them; nothing is filled in unasked")
    func offers() throws {
        let desk = try Desk()
        desk.admit("李白", unit: "5-301")
        desk.admit("杜甫", unit: "3-1502")
        desk.type("司馬相如")
        desk.press(.enter)
        #expect(try desk.form.value("unit") == nil)
        desk.type("1")
        desk.type("9999")
        desk.press(.enter, .text("1"))
        #expect(desk.text.contains("→ takes: 3-1502 · 5-301"))
        desk.press(.right)
        #expect(try desk.form.value("unit") == "3-1502")
        desk.press(.right)
        #expect(try desk.form.value("unit") == "5-301")
        desk.press(.enter, .text("1"))
        #expect(desk.text.contains("→ takes: Visiting"))
        desk.press(.right)
        #expect(try desk.form.value("purpose") == "visit")
        desk.press(.enter, .enter)
        #expect(desk.registers.visits.values.contains { $0.name == "司馬相如" && $0.unit == "5-301" && $0.step == .inside })
    }
}
