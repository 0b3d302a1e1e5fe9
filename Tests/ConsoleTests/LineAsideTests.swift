import Gatekeeping
import Terminal
import Testing

@testable import Console

/// Typed text stays in the line until it is used or cleared, also while a pane is looked at.
struct LineAsideTests {
    @Test("A function key shows its pane under the text; typing goes on with it", arguments: [Action.visitors, .vehicles, .patrol, .occurrences, .handover, .desk, .inside, .directory, .alerts, .things])
    func goesOn(action: Action) throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.type("wangx")
        desk.press(action.key)
        #expect(desk.model.line == "wangx")
        #expect(desk.text.contains("> wangx") && desk.text.contains("┌ \(Frame(model: desk.model).title(desk.model.view)) "))
        #expect(desk.model.selection == nil)
        desk.type("m")
        #expect(desk.model.line == "wangxm")
        #expect(desk.model.selected == nil && desk.model.list.contains { $0.id == .person("resident:王小明/3-1502") })
        desk.press(action.key, .backspace)
        #expect(desk.model.line == "wangx" && desk.model.isFinding)
        desk.press(action.key, .down)
        if desk.model.selection != nil {
            desk.press(.escape)
            #expect(desk.model.line == "wangx" && desk.model.selection == nil, "The row is let go of first.")
        }
        desk.press(.escape)
        #expect(desk.model.line.isEmpty)
    }

    @Test("What is done in the pane is not done with the text, and does not use it up")
    func otherRow() throws {
        let desk = try Desk()
        let stay = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.vehicle) = ("粤Q99999", "car") })
        desk.type("7281")
        desk.press(.function(3), .enter)
        #expect(!desk.kinds.contains("vehicle.entered"), "nothing is selected")
        try desk.choose(.stay(stay))
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.entered" && desk.registers.stays[stay]?.entered != nil)
        #expect(desk.model.line == "7281")
        desk.press(.right)
        #expect(desk.model.layers.isEmpty, "what the text would find has no actions here")
        desk.press(.function(2), .backspace)
        desk.type("1")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") != nil && desk.model.line.isEmpty)
    }

    @Test("A form that is opened in the pane leaves the text, too")
    func form() throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(VisitorVerified.shown("孫三空"))
        desk.type("abcd")
        desk.press(.function(2))
        try desk.choose(.visit(visit))
        desk.press(.right, .text("1"), .text("1"), .control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        #expect(desk.model.line == "abcd")
    }
}
