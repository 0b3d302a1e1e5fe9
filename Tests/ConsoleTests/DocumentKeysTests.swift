import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// A document's whole number, typed, pasted or scanned: checked, and never kept.
struct DocumentKeysTests {
    private func atTail(_ document: String = "1") throws -> Desk {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type(document)
        #expect(try desk.form.fields[desk.form.focus].id == "tail")
        return desk
    }

    private func finish(_ desk: Desk) {
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
    }

    @Test("A right number leaves its last four characters and no warning")
    func right() throws {
        let desk = try atTail()
        desk.type("11010519491231002X")
        desk.press(.enter)
        #expect(try desk.form.value("tail") == "002X")
        #expect(try desk.form.warning == nil)
        finish(desk)
        #expect(desk.registers.visits.values.map(\.tail) == ["002X"])
    }

    @Test("A number with words around it is that number", arguments: ["身份證11010519491231002X", "11010519491231002X 李四", "證件：11010519491231002X。"])
    func withWords(text: String) throws {
        let desk = try atTail()
        desk.type(text)
        desk.press(.enter)
        #expect(try desk.form.value("tail") == "002X")
        #expect(try desk.form.warning == nil)
    }

    @Test("A check digit that fails warns also with words around the number")
    func wrongWithWords() throws {
        let desk = try atTail()
        desk.type("身份證110105194912310021")
        desk.press(.enter)
        #expect(try desk.form.value("tail") == "0021")
        #expect(try desk.form.warning != nil)
    }

    @Test("Of the last four characters none is a name's", arguments: [("4417 金大海", "4417"), ("尾號4417", "4417"), ("093x", "093X"), ("４４１７", "4417"), ("G12345678", "5678"), ("無號", "無號")])
    func tailBesideName(text: String, tail: String) throws {
        let desk = try atTail()
        desk.type(text)
        desk.press(.enter)
        #expect(try desk.form.value("tail") == tail)
    }

    @Test("A name beside a document's number in the line is the new visitor's name; the number is no plate")
    func nameBesideNumber() throws {
        let desk = try Desk()
        desk.type("李四11010519491231002X")
        #expect(desk.model.found.map(\.id) == [.newVisitor, .newVehicle])
        #expect(desk.model.found.map(\.text) == ["New visitor: 李四", "New vehicle"])
        desk.press(.down, .enter)
        #expect(try desk.form.value("name") == "李四")
        #expect(try desk.form.value("plate") == nil)
    }

    @Test("A whole number in the field of a plate is not said whole")
    func plateField() throws {
        let desk = try Desk()
        desk.model.open(.vehicle("11010519491231002X"))
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .control("d"))
        #expect(desk.kinds.last == "vehicle.entered")
        #expect(desk.model.message?.contains("002X") == true && desk.model.message?.contains("1949") == false)
    }

    @Test("A check digit that fails warns in words and blocks nothing", arguments: ["110105194912310021", "A1234564", "A123456788"])
    func wrong(number: String) throws {
        let desk = try atTail()
        desk.type(number)
        desk.press(.enter)
        #expect(try desk.form.value("tail") == String(number.suffix(4)))
        #expect(desk.text.contains("Check digit wrong"))
        #expect(!desk.text.contains(number))
        finish(desk)
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
    }

    @Test("A wrong check digit is also said where the form is recorded at once by its key")
    func atOnce() throws {
        let desk = try atTail()
        desk.press(.tab, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"))
        try desk.go(to: "tail")
        desk.type("A123456788")
        desk.press(.control("d"))
        #expect(desk.registers.visits.values.map(\.tail) == ["6788"])
        #expect(desk.statusLine.contains("Check digit wrong"))
    }

    @Test(
        "Any other number is cut to its last four characters too, however the form is left",
        arguments: [Key.tab, .backTab, .enter, .control("d"), .control("p")])
    func cut(key: Key) throws {
        let desk = try atTail()
        desk.type("E 1234 5678")
        desk.press(key)
        let form = desk.model.form ?? desk.model.parked.last
        #expect(form?.value("tail") == "5678")
    }

    @Test("Nor do the others of a party and a telephone carry a whole number into the journal")
    func party() throws {
        let desk = try Desk()
        desk.admit("李白")
        desk.type("杜甫")
        desk.press(.enter, .text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"))
        try desk.go(to: "companions")
        desk.type("李四11010519491231002X、王五A123456789")
        try desk.go(to: "phone")
        desk.type("A123456789")
        desk.press(.control("d"))
        let registered = try #require(desk.office.state.entries.compactMap { $0.event.shape as? VisitorRegistered }.last)
        #expect(registered.companions == ["李四002X", "王五6789"] && registered.phone == "6789")
    }

    @Test("Who vouches keeps the whole name, but never a number")
    func vouching() throws {
        let desk = try atTail("8")
        desk.type("王大明先生")
        desk.press(.enter)
        #expect(try desk.form.value("tail") == "王大明先生")
        desk.press(.backTab)
        desk.press(.end)
        for _ in 0..<5 { desk.press(.backspace) }
        desk.type("A123456789")
        desk.press(.enter)
        #expect(try desk.form.value("tail") == "6789")
    }

    @Test("A scan fills the document's field wherever the focus is, and chooses nothing")
    func scan() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.read("11010519491231002X\r")
        #expect(try desk.form.value("tail") == "002X")
        #expect(try desk.form.value("document") == nil)
        #expect(try desk.form.fields[desk.form.focus].id == "document")
    }

    @Test("A passport's line, scanned or pasted, leaves the end of its number")
    func passport() throws {
        let desk = try atTail("2")
        desk.read("L898902C36UTO7408122F1204159ZE184226B<<<<<10\r")
        #expect(try desk.form.value("tail") == "02C3")
        let other = try atTail("2")
        other.read("\u{1B}[200~P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n\u{1B}[201~")
        other.press(.enter)
        #expect(try other.form.value("tail") == "02C3")
        #expect(try other.form.warning == nil)
    }

    @Test("Both lines of a scanned zone in one read, and a long number with a wrong check digit, choose nothing either")
    func longScans() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\r\n")
        #expect(try desk.form.value("tail") == "02C3")
        #expect(try desk.form.warning == nil)
        desk.read("110105194912310021\r")
        #expect(try desk.form.value("tail") == "0021")
        #expect(try desk.form.warning != nil)
        #expect(try desk.form.value("document") == nil)
        #expect(try desk.form.fields[desk.form.focus].id == "document")
    }

    @Test("A document scanned without a form shows no more than its last four characters")
    func scanElsewhere() throws {
        let desk = try Desk()
        desk.read("11010519491231002X\r")
        #expect(desk.model.line.isEmpty)
        #expect(desk.text.contains("002X"))
        #expect(!desk.text.contains("1949"))
    }
}
