import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct SignOnTests {
    @Test("With nobody on duty the first screen is the sign-on form")
    func first() throws {
        let desk = try Desk(holder: nil)
        guard case .signOn(.opening) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.text.contains("Sign on"))
        #expect(desk.text.contains("nobody on duty"))
    }

    @Test("Somebody signs on with digits alone")
    func digits() throws {
        let desk = try Desk(holder: nil)
        desk.type("711")
        #expect(try desk.form.isOnFinish)
        desk.press(.enter)
        #expect(desk.model.form == nil)
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
        #expect(desk.kinds.last == "post.taken")
        #expect(desk.text.contains("G07"))
    }

    @Test("The second page of choices is behind 0")
    func secondPage() throws {
        let desk = try Desk(holder: nil)
        desk.type("0311")
        desk.press(.enter)
        #expect(desk.registers.custody["gate-main"]?.holder == "G12")
    }

    @Test("Without a number nothing is recorded, and the form says what is missing")
    func nothingFilled() throws {
        let desk = try Desk(holder: nil)
        let before = desk.kinds
        desk.press(.control("d"))
        #expect(desk.kinds == before)
        #expect(try desk.form.complaint?.contains(FormWords.number.english) == true)
    }

    @Test("With nobody on duty a row asks for the sign-on and writes nothing")
    func unattended() throws {
        let desk = try Desk(holder: nil)
        desk.press(.escape)
        desk.type("G07")
        desk.press(.enter, .escape)
        #expect(desk.model.layers.isEmpty && !desk.model.isLocked)
        let before = desk.kinds
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.kinds == before)
        guard case .signOn = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.model.line == "7281")
    }
}
