import Bookkeeping
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

    @Test("G1: signing on keeps the own number and whether uniform and badge were in order", arguments: [("711", true), ("721", false)])
    func turnout(keys: String, isInOrder: Bool) throws {
        let desk = try Desk(holder: nil)
        desk.type(keys)
        desk.press(.enter)
        let taken = try #require(try desk.lastFact as? PostTaken)
        #expect(taken.isTurnedOut == isInOrder && desk.office.state.entries.last?.stamp.by == "G07")
    }

    @Test("G3: what the post check finds is asked for with who was told, and is a defect of the post")
    func postCheck() throws {
        let desk = try Desk(holder: nil)
        desk.type("712")
        #expect(try desk.form.fields[desk.form.focus].id == "equipment")
        desk.press(.control("d"))
        #expect(desk.registers.custody.isEmpty)
        desk.type("4")
        #expect(try desk.form.fields[desk.form.focus].id == "missing")
        desk.type("the barrier does not close")
        desk.press(.enter)
        #expect(try desk.form.fields[desk.form.focus].id == "told")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains(FormWords.told.english) == true)
        desk.type("S01 by telephone")
        desk.press(.enter, .enter)
        let taken = try #require(try desk.lastFact as? PostTaken)
        #expect(taken.told == "S01 by telephone" && taken.missing == ["barrier"])
        #expect(desk.registers.defects.values.map(\.text) == ["the barrier does not close"])
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
    }

    @Test("G3: what was typed before all turned out to be there is not recorded")
    func checkAfterAll() throws {
        let desk = try Desk(holder: nil)
        desk.type("7124")
        desk.type("the barrier does not close")
        desk.press(.enter)
        desk.type("S01")
        try desk.go(to: "check")
        desk.type("1")
        desk.press(.control("d"))
        let taken = try #require(try desk.lastFact as? PostTaken)
        #expect(taken.missing.isEmpty && taken.remark == nil && taken.told == nil && desk.registers.defects.isEmpty)
    }

    @Test("G3, G6: what the post check finds is the state of the piece that is named, chosen or in words; of no other", arguments: Language.allCases)
    func stateOfEquipment(language: Language) throws {
        let desk = try Desk(holder: nil, language: language)
        desk.type("712")
        desk.type("0")
        desk.type("1")
        desk.type("手電筒不見了，對講机沒電")
        desk.press(.enter)
        desk.type("S01")
        desk.press(.enter, .enter)
        #expect(try (desk.lastFact as? PostTaken)?.missing == ["radio", "torch"])
        func state(_ item: String) throws -> String { try #require(desk.model.panes.things.first { $0.id == .equipment(item) }).trailing }
        #expect(try state("torch") == "手電筒不見了，對講机沒電" && state("barrier") == HintWords.inOrder[language])
        var relief = PostTaken()
        (relief.taking, relief.isTurnedOut, relief.missing, relief.told) = (.relief, true, ["barrier"], "S01")
        try desk.elsewhere(relief, by: "G08")
        #expect(try state("barrier") == FormWords.missingOrUnsafe[language])
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
