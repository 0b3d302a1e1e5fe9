import Bookkeeping
import Foundation
import Gatekeeping
import Journal
import Terminal
import Testing
import Wording

@testable import Console

struct DenyListKeysTests {
    /// Somebody named as on the list, with another document, right after the form was finished.
    private func namesake() throws -> Desk {
        let desk = try Desk()
        desk.type("金大海")
        while let row = desk.model.selected ?? desk.model.found.first, row.id != .newVisitor { desk.press(.down) }
        desk.press(.enter)
        #expect(try desk.form.value("name") == "金大海")
        desk.type("1")
        desk.type("9999")
        desk.press(.enter)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        return desk
    }

    @Test("The same name only leads to comparing, with the looks of the entry")
    func possible() throws {
        let desk = try namesake()
        guard case .compare(_, "金大海", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(try desk.form.advice?.contains("左眉有疤") == true)
        #expect(!desk.kinds.contains("visitor.compared"))
        #expect(!desk.kinds.contains("visitor.admitted"))
    }

    @Test("Not the same person is admitted")
    func notTheSame() throws {
        let desk = try namesake()
        desk.look()
        desk.type("3")
        desk.press(.enter)
        #expect(desk.kinds.suffix(2) == ["visitor.compared", "visitor.admitted"])
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
    }

    @Test("The digit that is right nearly everywhere answers nothing here")
    func habit() throws {
        let desk = try namesake()
        desk.press(.text("1"))
        #expect(try desk.form.complaint == FormWords.lookFirst[.english])
        desk.press(.enter, .text("1"), .enter, .text("1"), .control("d"))
        #expect(!desk.kinds.contains("visitor.compared") && desk.model.form != nil)
    }

    @Test("What is typed on without looking answers nothing, and takes back what was answered", arguments: ["31502", "3-1502", "9053", "B5G3C7", "13", "3", "2"])
    func typedOn(text: String) throws {
        let desk = try namesake()
        desk.gap = 120
        desk.type(text)
        desk.press(.enter, .control("d"))
        #expect(try desk.form.value("same") == nil && !desk.form.isOnFinish, "What can be answered stays in sight.")
        desk.gap = 1000
        desk.type("3x")
        desk.press(.enter)
        #expect(!desk.kinds.contains("visitor.compared"))
    }

    @Test("The look begins when the question is asked, whatever key led to it; keys of one read answer nothing")
    func asked() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.admit("金大海", tail: "9999")
        desk.look()
        desk.press(.right)
        desk.isDiskSlow = false
        desk.disk()
        desk.press(.text("3"), .enter)
        #expect(!desk.kinds.contains("visitor.compared"))
        desk.look()
        desk.read("\u{1B}[D\u{1B}[D\u{04}")
        #expect(!desk.kinds.contains("visitor.compared"))
    }

    @Test("Nor does a scan, of whatever shape", arguments: ["JD0003\r", "6923450000013\r", "3\r", "SF1234567890123\r"])
    func scannedOn(code: String) throws {
        let desk = try namesake()
        desk.look()
        desk.read(code)
        desk.press(.enter)
        #expect(!desk.kinds.contains("visitor.compared") && desk.model.form != nil)
    }

    @Test("Who leaves the comparing for later finds whom to compare in the line, not somebody new")
    func leftForLater() throws {
        let desk = try namesake()
        desk.press(.escape)
        if case .discard? = desk.model.layers.last { desk.press(.enter) }
        let visit = try #require(desk.registers.visits.keys.first)
        #expect(desk.model.layers.isEmpty && desk.model.selection == .visit(visit))
        desk.press(.enter)
        guard case .compare(visit, "金大海", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.registers.visits.count == 1)
    }

    @Test("An expected namesake who is not the same person is registered like everybody, and nothing is said of letting in before")
    func expectedNamesake() throws {
        let desk = try Desk()
        var expected = VisitorExpected()
        (expected.name, expected.unit) = ("金大海", "3-1502")
        let visit = try desk.elsewhere(expected)
        desk.type("金大海")
        desk.press(.enter)
        guard case .compare(visit, _, "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.look()
        desk.press(.left)
        #expect(try desk.form.value("same") == notLooked, "No answer by an arrow.")
        desk.look()
        desk.press(.text("3"), .enter)
        #expect(desk.kinds.last == "visitor.compared")
        #expect(desk.model.message?.contains(DoneWords.comparedOther[.english]) == true)
        guard case .visitor(visit, _) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(try desk.form.value("name") == "金大海")
    }

    @Test("Who comes under a name of the list stands in the book under the name that was typed")
    func typedName() throws {
        let desk = try Desk()
        let entry = try #require(desk.model.estate.denied.first { $0.names.count > 1 && $0.plate == nil })
        let alias = try #require(entry.names.dropFirst().first { $0.unicodeScalars.allSatisfy { $0.value >= 0x2E80 } })
        desk.type(alias)
        desk.press(.enter)
        #expect(try desk.form.value("name") == alias)
    }

    @Test(
        "What stands beside a name of the list hides nobody",
        arguments: ["金大海110101199003076915", "金大海 先生", "金大海（送貨）", "金大海師傅", "身份证110101199003076915金大海", "金老大A123456789"])
    func beside(text: String) throws {
        let desk = try Desk()
        #expect(desk.model.estate.denied(named: text).map(\.id) == ["d-001"])
        #expect(desk.model.estate.denied(named: "李" + text.prefix(2)).isEmpty)
        let visit = try desk.elsewhere(blank(VisitorVerified.self) { ($0.name, $0.document, $0.tail, $0.matches) = (text, "id-card", "1234", true) })
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (visit, "3-1502", "visit", 1) })
        let answer = desk.office.perform(Command(VisitorAdmitted(ref: visit), by: "G07", post: desk.model.post))
        guard case .refused(let refusal) = answer, case .mustCompare(_, let denied) = refusal else { return #expect(Bool(false), "let in") }
        #expect(denied == "d-001")
    }

    @Test("The refusal that a rule opened is recorded by the first Enter")
    func openedByNews() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.admit("金大海", tail: "4417")
        desk.isDiskSlow = false
        desk.disk()
        guard case .refuse(.some, "金大海", _, "denied", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.refused")
    }

    @Test("Two Enters in one read refuse nobody, and a plate that only looks like one of the list is the one that is written down")
    func alikePlate() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type("豫KD90S3")
        desk.read("\r\r")
        #expect(desk.kinds == before)
        #expect(try desk.form.value("plate") == "豫KD90S3")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.refused")
    }

    @Test("The same person: Enter opens the refusal, filled in, and nothing is recorded by itself")
    func same() throws {
        let desk = try namesake()
        desk.look()
        desk.type("2")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.compared")
        #expect(desk.model.layers.isEmpty)
        desk.press(.escape, .down, .enter)
        guard case .refuse(.some, _, _, "denied", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(try desk.form.value("name") == "金大海")
        #expect(try desk.form.value("reason") == "denied")
        #expect(!desk.kinds.contains("visitor.refused"))
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        #expect(desk.registers.visits.isEmpty)
    }

    @Test("Name and document together are the person: the refusal opens, filled in")
    func certain() throws {
        let desk = try Desk()
        desk.type("金大海")
        while let row = desk.model.selected ?? desk.model.found.first, row.id != .newVisitor { desk.press(.down) }
        desk.press(.enter)
        desk.type("1")
        desk.type("4417")
        desk.press(.enter)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        guard case .refuse(.some, "金大海", _, "denied", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(!desk.kinds.contains("visitor.admitted"))
        #expect(!desk.kinds.contains("visitor.refused"))
    }

    @Test("A plate on the list leads to the refusal, never in")
    func plate() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type("9053")
        desk.press(.enter)
        guard case .refuse(nil, _, "豫KD9053", "denied", "d-003") = try desk.form.kind else { return #expect(Bool(false), "another form: \(desk.text)") }
        #expect(desk.kinds == before)
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        #expect(desk.registers.stays.isEmpty)
    }

    @Test("The end of a listed plate lets no car in and asks for the whole; whoever types that then writes no refusal")
    func partOfPlate() throws {
        let desk = try Desk()
        desk.model.open(.vehicle("9053"))
        try desk.go(to: "vehicle")
        desk.press(.text("1"))
        try desk.go(to: "unit")
        desk.type("3-1502")
        try desk.go(to: "purpose")
        desk.press(.text("1"), .control("d"))
        #expect(!desk.kinds.contains("vehicle.registered"))
        #expect(desk.model.message?.contains("type the whole plate") == true, "\(desk.model.message ?? "")")
        guard case .vehicle = try desk.form.kind else { return #expect(Bool(false), "another form: \(desk.text)") }
        try desk.go(to: "plate")
        for _ in 0..<4 { desk.press(.backspace) }
        desk.type("京AB9053")
        desk.press(.control("d"))
        #expect(desk.registers.inside(plate: "京AB9053") != nil)
    }

    @Test("A vehicle on the list that is registered as unknown is stopped, and the refusal opens")
    func registeredPlate() throws {
        let desk = try Desk()
        desk.type("豫KD9053")
        desk.press(.end, .enter)
        guard case .vehicle = try desk.form.kind else { return #expect(Bool(false), "another form") }
        if try desk.form.value("plate") == nil { desk.type("豫KD9053"); desk.press(.enter) }
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter)
        desk.type("1")
        desk.press(.enter)
        guard case .refuse(.some, _, _, "denied", "d-003") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(!desk.kinds.contains("vehicle.entered"))
    }

    @Test("A listed plate typed with its province in Pinyin does not come in", arguments: [("yukd9053", "YUKD9053", "d-003"), ("sujp8872", "苏JP8872", "d-004")])
    func plateInPinyin(typed: String, plate: String, id: String) throws {
        let desk = try Desk()
        desk.model.open(.vehicle(""))
        try desk.go(to: "plate")
        desk.type(typed)
        desk.press(.enter)
        #expect(try desk.form.value("plate") == plate)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .enter)
        guard case .refuse(.some, _, plate, "denied", id) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(!desk.kinds.contains("vehicle.entered"))
    }

    @Test("The line shows who is meant, whatever is written beside", arguments: [
        ("⾺志剛", "d-005"), ("王五和金大海", "d-001"), ("Wu Amy", "d-002"), ("豫KD9053 白", "d-003"), ("車豫KD9053", "d-003"), ("(豫KD9053)", "d-003"), ("豫KD#053", "d-003"), ("黑MZX-4404", "d-006"),
    ])
    func line(text: String, id: String) throws {
        let desk = try Desk()
        desk.type(text)
        let row = try #require(desk.model.found.first)
        #expect(row.id == .person("deny:" + id) && row.text.hasPrefix("⛔"))
        guard case .open(.refuse(_, _, let plate, _, _))? = row.actions.first?.intent else { return #expect(Bool(false), "no refusal") }
        #expect(plate.isEmpty == (desk.model.estate.denied.first { $0.id == id }?.plate == nil))
        let before = desk.kinds
        desk.press(.down, .enter)
        #expect(desk.kinds == before)
        #expect(try [FormWords.refusal, FormWords.visitor].contains(desk.form.title))
    }

    @Test("No whole plate of anybody else is asked about: those of the residents, were they unknown, and 1,500 of 31 provinces")
    func wholePlates() throws {
        let desk = try Desk()
        var estate = desk.model.estate
        let own = estate.vehicles.map(\.plate)
        estate.vehicles = []
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../EndToEnd/Data/plates.txt")
        let others = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(own.count > 50 && others.count > 1000)
        for plate in own + others { #expect(estate.denied(plate: plate) == nil, "\(plate)") }
    }

    @Test("A driver named on the list is compared before the car comes in; not the same, and it does")
    func driver() throws {
        let desk = try Desk()
        desk.model.open(.vehicle("ZZ-9999"))
        try desk.go(to: "vehicle")
        desk.press(.text("1"))
        try desk.go(to: "unit")
        desk.type("3-1502")
        try desk.go(to: "driver")
        desk.type("金大海")
        try desk.go(to: "purpose")
        desk.press(.text("1"), .control("d"))
        guard case .compare(_, "金大海", "d-001") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(!desk.kinds.contains("vehicle.entered"))
        desk.press(.escape, .function(3), .down)
        #expect(desk.model.selected?.hint == HintWords.compare, "Left for a moment, the row leads back to it.")
        desk.press(.enter)
        desk.look()
        desk.press(.text("3"), .enter)
        #expect(desk.kinds.suffix(2) == ["visitor.compared", "vehicle.entered"])
        #expect(desk.model.message?.contains("ZZ-9999") == true)
    }
}
