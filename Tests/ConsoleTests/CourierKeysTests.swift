import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// Couriers: company, unit, and no less than anybody else is asked for.
struct CourierKeysTests {
    @Test("A courier is verified, registered and let in from one short form, in this order")
    func courier() throws {
        let desk = try Desk()
        desk.press(.control("x"))
        desk.type("順豐")
        desk.press(.enter)
        desk.type("3-1502")
        desk.press(.enter, .text("6"))
        desk.type("4321")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        let visit = try #require(desk.registers.visits.values.first)
        #expect(visit.step == .inside && visit.name == "順豐" && visit.unit == "3-1502" && visit.purpose == "parcel")
        #expect(desk.kinds.suffix(3) == ["visitor.verified", "visitor.registered", "visitor.admitted"])
        #expect(desk.model.layers.isEmpty)
    }

    @Test("The line's row for a new visitor leads to it, with what was typed")
    func fromRow() throws {
        let desk = try Desk()
        desk.type("順豐")
        desk.press(.right)
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        #expect(row.actions.map(\.name) == [FormWords.courier])
        desk.type("1")
        #expect(try desk.form.value("name") == "順豐")
        #expect(try desk.form.fields[desk.form.focus].id == "unit")
    }

    @Test("A unit typed in the line stands in its field")
    func unit() throws {
        let desk = try Desk()
        desk.type("31502")
        desk.press(.control("x"))
        #expect(try desk.form.value("unit") == "3-1502")
        #expect(try desk.form.fields[desk.form.focus].id == "name")
    }

    @Test("Without a document a courier is not let in (P3)")
    func noDocument() throws {
        let desk = try Desk()
        desk.press(.control("x"))
        desk.type("順豐")
        desk.press(.enter)
        desk.type("3-1502")
        desk.press(.enter, .text("0"), .text("1"), .text("1"), .enter)
        #expect(!desk.kinds.contains("visitor.admitted"))
        #expect(desk.model.message == Refusal.noIdentification.text(.english))
    }
}
