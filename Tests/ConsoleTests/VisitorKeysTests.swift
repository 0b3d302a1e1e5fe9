import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

struct VisitorKeysTests {
    @Test("An announced plate stands in the form; taken out of it, it is out of the visit", arguments: [false, true])
    func announcedPlate(isTakenOut: Bool) throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit, $0.purpose, $0.plate) = ("蘇東坡", "3-1502", "visit", "粤Q11111") })
        desk.press(.function(2))
        try desk.choose(.visit(visit))
        desk.press(.enter, .text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"), .text("1"))
        if isTakenOut {
            try desk.go(to: "plate")
            for _ in "粤Q11111" { desk.press(.backspace) }
        }
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(desk.registers.visits[visit]?.plate == (isTakenOut ? nil : "粤Q11111"))
    }

    @Test("P7: a new visitor is verified, registered and let in by one form, in this order")
    func new() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        let visit = try #require(desk.registers.visits.values.first)
        #expect(visit.step == .inside)
        #expect(visit.name == "蘇東坡")
        #expect(visit.unit == "3-1502")
        #expect(desk.kinds.suffix(3) == ["visitor.verified", "visitor.registered", "visitor.admitted"])
        #expect(desk.model.layers.isEmpty)
        #expect(desk.model.line.isEmpty)
        #expect(desk.statusLine.contains("蘇東坡"))
    }

    @Test("A returning visitor is inside after at most eight keys beyond the name's and the document's")
    func returning() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.type("蘇")
        desk.press(.enter)
        #expect(desk.registers.visits.isEmpty)
        let before = desk.keys
        desk.type("蘇東")
        desk.press(.enter)
        #expect(try desk.form.value("unit") == "3-1502")
        #expect(try desk.form.value("document") == nil)
        #expect(try desk.form.value("tail") == nil)
        #expect(try desk.form.value("matches") == nil)
        desk.type("1")
        desk.type("4321")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        #expect(desk.registers.visits.values.first?.step == .inside)
        #expect(desk.keys - before - 2 - 4 <= 8)
    }

    @Test("Somebody inside leaves by letters and Enter")
    func leaving() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.type("東坡")
        #expect(desk.model.isClear)
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.left")
        #expect(desk.registers.visits.isEmpty)
    }

    /// The form of somebody who shows nothing, finished.
    private func withoutDocument() throws -> Desk {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type("0")
        desk.type("1")
        #expect(try desk.form.value("document") == "-")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        return desk
    }

    @Test("P3: who shows no document is not admitted, and the screen says why")
    func noDocument() throws {
        let desk = try withoutDocument()
        #expect(!desk.kinds.contains("visitor.admitted"))
        #expect(desk.registers.visits.values.map(\.step) == [.registered])
        #expect(desk.model.isAlarm)
        #expect(desk.model.message == Refusal.noIdentification.text(.english))
        #expect(desk.statusLine == Refusal.noIdentification.text(.english), "it is said whole, though it is longer than a line")
    }

    @Test("Who shows a document after all is admitted by registering again")
    func documentAfterAll() throws {
        let desk = try withoutDocument()
        desk.press(.escape, .escape, .down, .enter)
        #expect(try desk.form.value("name") == "蘇東坡")
        #expect(try desk.form.value("document") == nil)
        desk.type("1")
        desk.type("4321")
        desk.press(.enter)
        desk.type("11")
        desk.press(.enter)
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
        #expect(desk.registers.visits.values.map(\.tail) == ["4321"])
    }

    @Test("P3: the refusal is the first of the actions, with its reason, and ends the visit")
    func refusal() throws {
        let desk = try withoutDocument()
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        #expect(row.actions.first?.name == HintWords.refuse)
        desk.look()
        desk.type("1")
        #expect(try desk.form.value("name") == "蘇東坡")
        desk.type("1")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        #expect(desk.registers.visits.isEmpty)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("What is typed on, chooses none of them")
    func typedOn() throws {
        let desk = try withoutDocument()
        let before = desk.kinds
        desk.type("2-1102")
        desk.press(.enter, .enter)
        guard case .actions? = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        #expect(desk.kinds == before)
    }

    @Test("The last of them opens the form again, with all that was said of the party")
    func completed() throws {
        let desk = try Desk()
        desk.model.open(.visitor(ref: nil, prefill: VisitorPrefill()))
        for (field, value) in [("name", "蘇東坡"), ("unit", "3-1502"), ("companions", "李四、王五"), ("carried", "兩箱"), ("badge", "VB-0003")] {
            try desk.go(to: field)
            desk.type(value)
        }
        try desk.go(to: "document")
        while try desk.form.value("document") != nothingShown { desk.press(.right) }
        try desk.go(to: "confirmed")
        desk.press(.text("1"))
        try desk.go(to: "purpose")
        desk.press(.text("1"), .control("d"))
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        let place = try #require(row.actions.firstIndex { $0.name == HintWords.completeVisit })
        desk.look()
        desk.type(String(place + 1))
        #expect(try desk.form.value("companions") == "李四、王五" && desk.form.value("carried") == "兩箱" && desk.form.value("badge") == "VB-0003")
        #expect(try desk.form.value("document") == nil)
    }

    @Test("P3: who was suspicious is so at the second look, too, and the row says it")
    func suspicious() throws {
        let desk = try Desk()
        func verify() throws {
            desk.type("1")
            desk.type("4321")
            desk.press(.enter, .text("1"))
        }
        desk.type("林小乙")
        desk.press(.enter)
        try verify()
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"))
        try desk.go(to: "suspicious")
        desk.type("神色慌張")
        desk.press(.control("d"), .escape, .escape, .function(2), .down)
        #expect(desk.model.selected?.text.contains("神色慌張") == true)
        desk.press(.enter)
        try verify()
        desk.press(.text("1"))
        try desk.go(to: "suspicious")
        for _ in 0..<4 { desk.press(.backspace) }
        desk.press(.control("d"))
        #expect(desk.registers.visits.values.map(\.step) == [.registered] && desk.registers.visits.values.map(\.suspicious) == ["神色慌張"])
        #expect(desk.model.message == Refusal.suspicious.text(.english))
    }

    @Test("P3: who is suspicious at the gate is found there, and gets in by no second registration")
    func suspiciousAgain() throws {
        let desk = try Desk()
        let first = try desk.elsewhere(blank(VisitorVerified.self) { $0.name = "周疑二"; $0.document = "id-card"; $0.tail = "4321"; $0.matches = true; $0.suspicious = "odd" })
        desk.type("周疑二")
        try desk.choose(.newVisitor)
        desk.press(.enter, .text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        #expect(!desk.kinds.contains("visitor.admitted") && desk.registers.visits.count == 2)
        #expect(desk.registers.visits.compactMap { $0.value.suspicious == nil ? nil : $0.key } == [first])
        #expect(desk.model.message?.contains("…4321") == true)
        desk.press(.escape)
        #expect(desk.model.selection.map { if case .visit(let n) = $0 { n != first } else { false } } == true, "Not somebody new, after the list of the refusal was left.")
        desk.press(.escape, .escape)
        desk.type("周疑二")
        #expect(!desk.model.found.contains { if case .person = $0.id { true } else { false } }, "Nobody returns who stands at the gate.")
    }

    @Test("A unit that may be in two buildings: what is recorded, what is not, and what to write is said")
    func whichBuilding() throws {
        let desk = try Desk()
        desk.admit("林小乙", unit: "1502")
        #expect(desk.kinds.last == "visitor.verified")
        let said = try #require(desk.model.message)
        #expect(said.contains("Which building is “1502” in?") && said.contains("1-502") && said.contains("Verified is recorded; registered and let in are not."))
        #expect(try desk.form.fields[desk.form.focus].id == "unit")
        for _ in 0..<4 { desk.press(.backspace) }
        desk.type("99-99")
        desk.press(.control("d"))
        #expect(desk.model.message?.contains("There is no unit “99-99”") == true)
    }

    @Test("How many people: none, or more digits than a number has, is refused by the name of the field")
    func howMany() throws {
        for (typed, said) in [("0", Refusal.unknown(FormWords.count, "0", ["1…999"]).english), ("12345678901234567890", ScreenWords.badNumber.english)] {
            let desk = try Desk()
            desk.type("林小乙")
            desk.press(.enter, .text("1"))
            desk.type("4321")
            desk.press(.enter, .text("1"))
            desk.type("3-1502")
            desk.press(.enter, .text("1"), .text("1"))
            try desk.go(to: "count")
            desk.type(typed)
            desk.press(.control("d"))
            #expect(!desk.kinds.contains("visitor.registered"))
            #expect(try desk.form.complaint == said && desk.form.fields[desk.form.focus].id == "count")
        }
    }

    @Test("What is typed while a form waits for the disk stands in the line then")
    func typedAhead() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.admit("林小乙")
        desk.type("王小x")
        desk.press(.backspace, .enter)
        desk.isDiskSlow = false
        desk.disk()
        #expect(desk.registers.visits.values.map(\.step) == [.inside] && desk.model.layers.isEmpty)
        #expect(desk.model.line == "王小" && !desk.model.found.isEmpty && !desk.model.isClear)
    }

    @Test("The actions of somebody at the gate are in reach by Right from the row")
    func actions() throws {
        let desk = try withoutDocument()
        desk.press(.escape, .escape)
        #expect(desk.model.layers.isEmpty)
        desk.press(.down, .right)
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        #expect(row.text.contains("蘇東坡"))
    }

    @Test("A supervisor's exception lets somebody without a document in")
    func exception() throws {
        let desk = try withoutDocument()
        desk.look()
        desk.type("2")
        guard case .exception(_, .identification) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.type("12")
        desk.type("cousin of the host")
        desk.press(.enter, .enter)
        #expect(desk.kinds.suffix(2) == ["exception.granted", "visitor.admitted"])
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
        #expect(desk.registers.exceptions.count == 1)
    }

    @Test("An expected visitor becomes a visit of the same line")
    func expected() throws {
        let desk = try Desk()
        var expected = VisitorExpected()
        expected.name = "歐陽修"
        expected.unit = "3-1502"
        let n = try desk.elsewhere(expected)
        desk.type("歐陽")
        desk.press(.enter)
        desk.type("1")
        desk.type("8888")
        desk.press(.enter)
        desk.type("111")
        desk.press(.enter)
        #expect(desk.registers.visits[n]?.step == .inside)
    }
}
