import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

@Suite("The fire card (G7, S3)")
struct FireCardTests {
    @Test("G7, S3: the fire card stands under F9 by place, with its use and last look")
    func fireCard() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.press(.function(9))
        #expect(desk.text.contains("Fire: Stairs of block 2"))
        while desk.model.selection != .fire("b2-stairs") { desk.press(.down) }
        desk.press(.enter)
        #expect(desk.text.contains("Pull the pin"))
        #expect(desk.text.contains("not looked at yet"))
        for look in desk.model.registers.looksDue(in: desk.model.estate, at: desk.model.now) where look.checkpoint.kind == .fire {
            for item in look.checkpoint.items { #expect(desk.model.estate.uses.contains { $0.id == item.id }, "\(item.id) has no use in the example") }
        }
    }

    @Test("S3: what is due to be looked at says until when, and is settled on its row, whatever round is due", arguments: [false, true])
    func look(isLate: Bool) throws {
        let desk = try Desk(columns: 120, rows: 36)
        let first = try #require(desk.registers.looksDue(in: desk.model.estate, at: desk.model.now).first)
        try desk.clock((isLate ? first.deadline : first.announced).text(in: desk.model.estate.zone))
        desk.press(.control("v"))
        try desk.choose(.alert("look:\(first.checkpoint.id)"))
        desk.press(.enter)
        #expect(desk.model.selection == .fire(first.checkpoint.id))
        #expect(try #require(desk.model.selected).trailing.hasPrefix(isLate ? "!by " : "by "))
        desk.press(.right, .text("1"), .text("1"), .enter)
        #expect(desk.kinds.last == "checkpoint.looked" && desk.registers.looks[first.checkpoint.id] != nil)
        desk.press(.control("v"))
        #expect(!desk.model.rows(of: .alerts).contains { $0.id == .alert("look:\(first.checkpoint.id)") })
    }

    @Test("G7, G9: what a look finds damaged is said with what it is, and the card says it until it is repaired")
    func damaged() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.press(.function(9))
        try desk.choose(.fire("b2-stairs"))
        desk.press(.right, .text("1"), .text("2"))
        let form = try desk.form
        #expect(form.fields[form.focus].id == "item", "Enter goes on to what must be said.")
        desk.press(.text("1"))
        desk.type("pressure low")
        desk.press(.control("d"))
        let defect = try #require(desk.registers.defects.keys.first)
        try desk.choose(.fire("b2-stairs"))
        #expect(try #require(desk.model.selected).trailing == "✗ 1 damaged")
        desk.press(.enter)
        #expect(desk.text.contains("pressure low"))
        desk.press(.escape)
        try desk.elsewhere(blank(DefectRepaired.self) { $0.ref = defect })
        try desk.choose(.fire("b2-stairs"))
        #expect(try #require(desk.model.selected).trailing.hasPrefix("✗") == false)
    }
}
