import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct LineTests {
    @Test("With an empty line Enter does nothing until an arrow is pressed")
    func emptyEnter() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        let before = desk.kinds
        desk.press(.enter, .enter)
        #expect(desk.kinds == before)
        #expect(desk.model.layers.isEmpty)
        desk.press(.down, .enter)
        #expect(desk.kinds.last == "visitor.left")
        desk.press(.enter)
        #expect(desk.kinds.filter { $0 == "visitor.left" }.count == 1)
    }

    @Test("A whole name comes before a longer one that begins with it, even of somebody inside")
    func wholeName() throws {
        let desk = try Desk()
        desk.admit("蘇文")
        desk.type("蘇文")
        desk.press(.enter)
        desk.admit("蘇文傑", tail: "1111")
        desk.type("蘇文")
        desk.press(.enter)
        #expect(desk.registers.visits.values.map(\.name) == ["蘇文傑"])
        #expect(try desk.form.value("name") == "蘇文")
    }

    @Test("Enter does nothing where somebody else's entry has changed what its row says; the next one means what it says then", arguments: [false, true])
    func changedElsewhere(isChosen: Bool) throws {
        let desk = try Desk()
        desk.type("0458")
        if isChosen { desk.press(.down) }
        try desk.elsewhere(VehicleEntered(plate: "EWB-0458"))
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.message == ScreenWords.rowGone.english && desk.model.found.first?.hint == HintWords.leaves)
        desk.press(.enter)
        #expect(desk.kinds == before && desk.model.selected?.hint == HintWords.leaves)
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.left" && desk.registers.stays.isEmpty)
    }

    @Test("Who was refused elsewhere meanwhile is let in by no Enter that was meant before")
    func refusedElsewhere() throws {
        let desk = try Desk()
        desk.type("0458")
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.plate, $0.reason) = ("EWB-0458", "suspicious") })
        desk.press(.enter)
        #expect(desk.model.message == ScreenWords.readRow.english && desk.model.selected?.text.hasPrefix("⛔") == true)
        #expect(!desk.kinds.contains("vehicle.entered"))
    }

    @Test("What else is recorded elsewhere keeps nobody")
    func otherElsewhere() throws {
        let desk = try Desk()
        desk.type("0458")
        try desk.elsewhere(VehicleEntered(plate: "BKX-7281"))
        desk.press(.enter)
        #expect(desk.kinds.suffix(2) == ["vehicle.entered", "vehicle.entered"])
    }

    @Test("An ambulance inside is found by what it is")
    func service() throws {
        let desk = try Desk()
        desk.press(.control("e"))
        desk.type("1")
        desk.type("block 5")
        desk.press(.enter, .enter)
        desk.type("ambul")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.left")
    }

    @Test("Between equally good candidates Enter only moves into the list")
    func equals() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.admit("蘇小妹", tail: "1111")
        let before = desk.kinds
        desk.type("蘇")
        #expect(!desk.model.isClear)
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.selection == desk.model.found.first?.id)
        #expect(desk.statusLine.contains("may be another one"))
    }

    @Test("The last rows are always the new visitor and the new vehicle, with the text in the fitting field")
    func newcomers() throws {
        let desk = try Desk()
        for text in ["王", "7281", "3-1502", "nobody of that name", "9"] {
            desk.press(.escape)
            desk.type(text)
            #expect(desk.model.found.suffix(2).map(\.id) == [.newVisitor, .newVehicle], "\(text)")
        }
        desk.press(.escape)
        desk.type("3-1502")
        desk.press(.end, .up, .enter)
        #expect(try desk.form.value("unit") == "3-1502")
        #expect(try desk.form.value("name") == nil)
    }

    @Test("Another console's event changes neither the row under Enter nor the text nor the selection")
    func elsewhere() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.type("蘇")
        let first = try #require(desk.model.found.first).id
        try desk.elsewhere(fact { (verified: inout VisitorVerified) in verified.name = "蘇小妹" })
        #expect(desk.model.line == "蘇")
        #expect(desk.model.found.first?.id == first)
        #expect(desk.model.isClear)
        #expect(desk.model.selection == nil)
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.left")
        #expect(desk.registers.visits.values.map(\.name) == ["蘇小妹"])
    }

    @Test("A selection stays on its row when rows come in above it")
    func selection() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.press(.down)
        let selected = desk.model.selection
        try desk.elsewhere(fact { (verified: inout VisitorVerified) in verified.name = "蘇小妹" })
        #expect(desk.model.selection == selected)
        #expect(desk.model.rows(of: .visitors).first?.id != selected)
        desk.press(.enter)
        #expect(desk.registers.visits.values.map(\.name) == ["蘇小妹"])
    }

    @Test("Enter does nothing when the selected row has gone")
    func goneRow() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.admit("蘇小妹", tail: "1111")
        desk.press(.down)
        let n = try #require(desk.registers.visits.keys.min())
        try desk.elsewhere(VisitorLeft(ref: n))
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
    }

    @Test("Esc and a character in one read are Esc, then the character")
    func escapeAndText() throws {
        let desk = try Desk()
        desk.type("abc")
        desk.read("\u{1B}王")
        #expect(desk.model.line == "王")
        desk.read("\u{1B}x")
        #expect(desk.model.line == "x")
    }

    @Test("Backspace looks again; Esc clears")
    func editing() throws {
        let desk = try Desk()
        desk.type("72818")
        #expect(!desk.model.found.contains { $0.id == .plate("BKX7281") })
        desk.press(.backspace)
        #expect(desk.model.found.first?.id == .plate("BKX7281"))
        desk.press(.escape)
        #expect(desk.model.line.isEmpty)
        #expect(desk.model.found.isEmpty)
    }

    @Test("A paste of several lines becomes one text and records nothing")
    func paste() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.read("\u{1B}[200~72\r\n81\u{1B}[201~")
        #expect(desk.model.line == "72 81")
        #expect(desk.kinds == before)
    }

    /// A blank fact, filled in.
    private func fact<F: Fact>(_ fill: (inout F) -> Void) -> F {
        var blank = F()
        fill(&blank)
        return blank
    }

    @Test("A name with a numeral in it is a name", arguments: ["張大千", "万一", "陸九淵"])
    func numerals(name: String) throws {
        let desk = try Desk()
        desk.type(name)
        desk.press(.enter)
        #expect(try desk.form.value("name") == name)
    }
}
