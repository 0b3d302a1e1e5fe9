import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

@Suite("Who is suspicious at the gate, by keys (P3)")
struct SuspectKeysTests {
    /// 趙六, ID tail 5555, stands at the gate and is suspicious.
    private func desk(columns: Int = 80) throws -> (Desk, Int) {
        let desk = try Desk(columns: columns)
        let visit = try desk.elsewhere(blank(VisitorVerified.self) { ($0.name, $0.document, $0.tail, $0.matches, $0.suspicious) = ("趙六", "id-card", "5555", true, "東張西望") })
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (visit, "3-1502", "visit", 1) })
        return (desk, visit)
    }

    @Test("The row of his other visit, and of whom he comes with, says so before anybody is let in")
    func rows() throws {
        let (desk, _) = try desk()
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("赵六", "3-1502") })
        let other = try desk.elsewhere(VisitorVerified.shown("王五"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.companions) = (other, "3-1502", "visit", ["趙六先生"]) })
        for n in [announced, other] {
            let row = try #require(desk.model.rows(of: .visitors).first { $0.id == .visit(n) })
            #expect(row.text.hasPrefix("!") && row.text.contains("東張西望") && row.style == .alarm, "\(row.text)")
        }
    }

    @Test("As a driver he is stopped, a supervisor's exception is offered, and it says that the car came in")
    func driver() throws {
        let (desk, _) = try desk()
        desk.model.open(.vehicle("ZZ-9999"))
        try desk.go(to: "vehicle")
        desk.press(.text("1"))
        try desk.go(to: "unit")
        desk.type("3-1502")
        try desk.go(to: "driver")
        desk.type("趙六")
        try desk.go(to: "purpose")
        desk.press(.text("1"), .control("d"))
        #expect(!desk.kinds.contains("vehicle.entered"))
        guard case .actions(let row)? = desk.model.layers.last else { return #expect(Bool(false), "nothing is offered") }
        #expect(row.text.contains("東張西望"))
        let place = try #require(row.actions.firstIndex { $0.name == HintWords.exceptionSuspicion })
        desk.look()
        desk.type(String(place + 1))
        try grant(desk)
        #expect(desk.kinds.last == "vehicle.entered")
        #expect(desk.model.message?.contains(DoneWords.excepted(DoneWords.vehicleIn("ZZ-9999")).english) == true)
    }

    @Test("A namesake's car that waits is counted once when he is let in as a visitor with its plate")
    func namesakesCar() throws {
        let (desk, _) = try desk()
        let stay = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.driver, $0.unit, $0.purpose) = ("ZZ-9999", "趙六", "3-1502", "visit") })
        let visit = try desk.elsewhere(blank(VisitorVerified.self) { ($0.name, $0.document, $0.tail, $0.matches) = ("趙六", "id-card", "1234", true) })
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count, $0.plate) = (visit, "3-1502", "visit", 1, "ZZ9999") })
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        #expect(desk.registers.stays[stay] == nil)
        #expect(desk.model.rows(of: .vehicles).map(\.id) == [.visit(visit)])
        desk.type("9999")
        #expect(desk.model.isClear && !desk.model.found.contains { $0.id == .plate("seen:ZZ9999") })
        desk.press(.enter)
        #expect(desk.model.rows(of: .vehicles).isEmpty && desk.kinds.last == "visitor.left")
    }

    @Test("Registered again, such a car's row says that it is inside already")
    func insideAlready() throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(VisitorVerified.shown("王五"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.plate) = (visit, "3-1502", "visit", "ZZ9999") })
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        let stay = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.unit, $0.purpose) = ("ZZ-9999", "3-1502", "visit") })
        let row = try #require(desk.model.rows(of: .vehicles).first { $0.id == .stay(stay) })
        #expect(row.text.contains("≠") && row.text.contains("inside already"), "\(row.text)")
    }

    @Test("That only the car of a visitor leaves is an action of its row, which opens a form; the visit goes on without it")
    func carLeaves() throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(VisitorVerified.shown("王五"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.plate) = (visit, "3-1502", "visit", "ZZ9999") })
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        desk.press(.function(3), .down, .right)
        guard case .actions(let row)? = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        let place = try #require(row.actions.firstIndex { $0.name == HintWords.carLeaves })
        desk.look()
        desk.type(String(place + 1))
        let before = desk.kinds
        desk.press(.control("d"))
        #expect(try desk.kinds.count == before.count + 1 && (desk.lastFact as? VehicleLeft)?.visit == visit)
        #expect(desk.registers.visits[visit]?.step == .inside && desk.model.rows(of: .vehicles).isEmpty)
    }

    private func grant(_ desk: Desk) throws {
        desk.press(.text("1"), .text("2"))
        try desk.go(to: "reason")
        desk.type("known")
        desk.press(.control("d"))
    }

    @Test("An exception that lets him in says whom it let in")
    func excepted() throws {
        let (desk, visit) = try desk()
        desk.model.open(.exception(ref: visit, matter: .suspicion))
        try grant(desk)
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(desk.model.message?.contains(DoneWords.excepted(DoneWords.admitted("趙六")).english) == true)
    }

    @Test("Refused, he returns with that said: when, why, and the first Enter only goes to the row")
    func refusedBefore() throws {
        let (desk, visit) = try desk()
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason, $0.text) = (visit, "suspicious", "推門") })
        desk.type("趙六")
        let row = try #require(desk.model.found.first)
        #expect(row.text.hasPrefix("⛔") && row.text.contains("09:50") && row.text.contains("Suspicious") && row.text.contains("推門"))
        #expect(row.style == .alarm && row.hint == HintWords.refusedBefore && !desk.model.isClear)
        desk.press(.enter)
        #expect(desk.model.layers.isEmpty && desk.model.selection == row.id)
        desk.press(.enter)
        #expect(try desk.form.told?.contains("推門") == true)
        #expect(try desk.form.value("document") == nil)
    }

    @Test("Refused, he is told of in his announced visit, too, also where that is for another unit")
    func announcedAfter() throws {
        let (desk, visit) = try desk()
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("赵六先生", "1-201") })
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (visit, "suspicious") })
        desk.type("趙六")
        let row = try #require(desk.model.found.first { $0.id == .visit(announced) })
        #expect(row.text.hasPrefix("⛔") && row.text.contains("09:50") && !desk.model.isClear)
        desk.press(.enter)
        #expect(desk.model.layers.isEmpty)
        try desk.choose(.visit(announced))
        desk.press(.enter)
        #expect(try desk.form.told?.contains("Suspicious") == true)
    }

    @Test("Let in after that, he is a guest like others; the refusal taken back, too")
    func forgiven() throws {
        let (desk, visit) = try desk()
        desk.press(.function(2))
        try desk.choose(.visit(visit))
        desk.press(.right, .text("1"), .text("2"), .control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        desk.press(.escape, .control("u"), .escape)
        #expect(desk.registers.visits[visit] != nil)
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (visit, "no-host") })
        desk.admit("新訪客")
        let again = try desk.elsewhere(VisitorVerified.shown("趙六"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (again, "3-1502", "visit", 1) })
        try desk.elsewhere(VisitorAdmitted(ref: again))
        try desk.elsewhere(VisitorLeft(ref: again))
        desk.type("趙六")
        #expect(desk.model.found.first?.text.hasPrefix("⛔") == false && desk.model.isClear)
    }

    @Test("Who was refused on an earlier page is told of, too")
    func earlierPage() throws {
        let (desk, visit) = try desk()
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (visit, "suspicious") })
        try desk.clock("2026-11-24T09:00:00+08:00")
        try desk.elsewhere(VisitorVerified.shown("王五"))
        let seen = Seen.all(in: desk.office.book, until: desk.office.now)
        #expect(seen.first { $0.name == "趙六" }?.refused?.reason == "suspicious")
        desk.model.hear(.seen(seen))
        desk.type("趙六")
        #expect(desk.model.found.first?.text.contains("2026-11-23 09:50") == true)
    }
}
