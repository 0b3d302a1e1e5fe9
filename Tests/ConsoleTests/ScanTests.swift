import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct ScanTests {
    @Test("What was said of the scan before is gone with the next")
    func nextScan() throws {
        let desk = try Desk()
        desk.read("11010519491231002X\r")
        #expect(desk.model.message == FormWords.documentElsewhere("002X").english)
        desk.read("VB-0001\r")
        #expect(desk.model.line == "VB-0001" && desk.model.message == nil)
    }

    @Test("A guard's badge fills the number of the sign-on form and submits nothing")
    func signOn() throws {
        let desk = try Desk(holder: nil)
        desk.read("GB-0007\r")
        #expect(try desk.form.value("number") == "G07")
        #expect(desk.registers.custody.isEmpty)
        desk.read("GB-0008\r")
        #expect(try desk.form.value("number") == "G08")
        desk.type("11")
        desk.press(.enter)
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
    }

    @Test("A badge of nobody leaves the sign-on form as it is")
    func unknownBadge() throws {
        let desk = try Desk(holder: nil)
        desk.read("GB-7777\r")
        #expect(try desk.form.value("number") == nil)
        #expect(desk.registers.custody.isEmpty)
    }

    @Test("A free badge that is scanned into the empty line is a badge for a new visitor, and no plate")
    func freeBadge() throws {
        let desk = try Desk()
        desk.read("VB-0001\r")
        #expect(desk.model.found.map(\.id) == [.newVisitor, .newVehicle])
        #expect(desk.model.found.map(\.text) == ["New visitor: VB-0001", "New vehicle"])
        desk.press(.down, .enter)
        #expect(try desk.form.value("badge") == "VB-0001")
        desk.press(.escape, .escape)
        desk.type("VB-0001")
        #expect(desk.model.found.contains { $0.id == .plate("stray") }, "who typed it may mean a plate")
    }

    @Test("A second scan takes the place of the first; what was typed is not touched")
    func secondScan() throws {
        let desk = try Desk()
        desk.read("VB-0001\r")
        desk.read("RB-10237\r")
        #expect(desk.model.line == "RB-10237")
        #expect(desk.model.found.contains { $0.id == .person("resident:王小明/3-1502") })
        desk.press(.backspace)
        desk.read("VB-0002\r")
        #expect(desk.model.line == "RB-1023")
        #expect(desk.model.message?.contains("VB-0002") == true)
    }

    @Test("What is typed behind a scan is something else")
    func typedBehind() throws {
        let desk = try Desk()
        desk.read("RB-10237\r")
        desk.type("王")
        #expect(desk.model.line == "王")
    }

    @Test("A unit that is typed is no plate")
    func unit() throws {
        let desk = try Desk()
        desk.type("3-1502")
        #expect(desk.model.found.last?.text == "New vehicle")
    }

    @Test("A visitor's badge fills its field, whatever field has the focus")
    func visitorBadge() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type("1")
        desk.type("43")
        desk.read("VB-1234\r")
        #expect(try desk.form.value("badge") == "VB-1234")
        #expect(try desk.form.value("tail") == "43")
        #expect(try desk.form.fields[desk.form.focus].id == "tail")
    }

    @Test("A code of another kind does not become a visitor's badge", arguments: ["GB-0007", "RB-10237", "CP-1001"])
    func otherKind(code: String) throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.read(code + "\r")
        #expect(try desk.form.value("badge") == nil)
    }

    @Test("A badge that comes back answers that it is back, never that it is not")
    func badgeBack() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.read("VB-1234\r")
        desk.type("14321")
        desk.press(.enter)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        #expect(desk.registers.visits.values.map(\.badge) == ["VB-1234"])
        desk.type("蘇東坡")
        desk.press(.enter)
        #expect(try desk.form.fields.contains { $0.id == "badgeBack" })
        desk.read("VB-1234\r")
        #expect(try [nil, "yes"].contains(desk.form.value("badgeBack")))
        if try desk.form.value("badgeBack") == nil { desk.type("1") }
        desk.press(.control("d"))
        #expect((try desk.lastFact as? VisitorLeft)?.isBadgeBack == true)
    }

    @Test("On an empty line a scan is looked up and records nothing")
    func emptyLine() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.read("RB-10237\r")
        #expect(desk.model.line == "RB-10237")
        #expect(desk.model.found.first?.text.contains("王小明") == true)
        #expect(desk.kinds == before)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("A scan never joins half-typed text")
    func halfTyped() throws {
        let desk = try Desk()
        desk.type("王小")
        desk.read("VB-1234\r")
        #expect(desk.model.line == "王小")
        #expect(desk.statusLine.contains("VB-1234"))
    }

    @Test("A scan never confirms")
    func confirmation() throws {
        let desk = try Desk()
        desk.press(.function(10))
        desk.read("VB-1234\r")
        #expect(!desk.hasQuit)
        #expect(desk.model.line.isEmpty)
    }

    @Test("A known shape is needed", arguments: [("GB-0007", true), ("GB-007", false), ("RB-10237", true), ("XX-0007", false), ("7281", false)])
    func shapes(text: String, isScan: Bool) throws {
        let desk = try Desk()
        let keys = text.map { Key.text(String($0)) } + [.enter]
        #expect((Scan.code(in: keys, shapes: desk.model.estate.scans) != nil) == isScan)
        #expect(Scan.code(in: Array(keys.dropLast()), shapes: desk.model.estate.scans) == nil)
    }
}
