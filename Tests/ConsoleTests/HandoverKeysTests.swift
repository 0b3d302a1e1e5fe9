import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct HandoverKeysTests {
    /// Moves to a step of the handover and does it.
    private func step(_ id: String, _ desk: Desk) throws {
        desk.press(.function(6))
        let rows = desk.model.rows(of: .handover)
        let index = try #require(rows.firstIndex { $0.id == .command(id) }, "no step \(id)")
        for _ in 0...index { desk.press(.down) }
        #expect(desk.model.selection == .command(id))
        desk.press(.enter)
    }

    @Test("Offered, relieved, accepted, signed off")
    func whole() throws {
        let desk = try Desk()
        try step("offer", desk)
        desk.type("key of the north gate is at the post")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "handover.offered")
        try step("relief", desk)
        desk.type("811")
        desk.press(.enter)
        #expect(desk.registers.custody["gate-main"]?.relief == "G08")
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
        try step("accept", desk)
        desk.press(.control("d"))
        #expect(desk.model.message == Refusal.linesLeft(14).text(.english))
        desk.press(.escape)
        try desk.acceptLines()
        try step("accept", desk)
        desk.press(.control("d"))
        #expect(desk.kinds.last == "handover.accepted")
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        #expect(desk.text.contains("G08"))
        try step("sign-off", desk)
        #expect(desk.kinds.last == "post.left")
        #expect(desk.office.state.entries.last?.stamp.by == "G07")
        #expect(desk.registers.custody["gate-main"]?.relieved == nil)
    }

    @Test("A row that only tells says so to Enter")
    func noAction() throws {
        let desk = try Desk()
        desk.press(.function(6), .down)
        #expect(desk.model.selection == .command("holder"))
        desk.press(.enter)
        #expect(desk.model.message == HintWords.noAction.english)
    }

    @Test("P5: nobody signs off before the relief has accepted; the screen says why")
    func tooEarly() throws {
        let desk = try Desk()
        try step("sign-off", desk)
        #expect(desk.kinds.last != "post.left")
        #expect(desk.model.isAlarm)
        #expect(desk.model.message == Refusal.reliefMissing.text(.english))
        try step("relief", desk)
        desk.type("811")
        desk.press(.enter)
        try step("sign-off", desk)
        #expect(desk.model.message == Refusal.notAccepted.text(.english))
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
    }

    @Test("The outgoing guard cannot be the relief")
    func ownRelief() throws {
        let desk = try Desk()
        try step("relief", desk)
        desk.type("711")
        desk.press(.enter)
        #expect(desk.registers.custody["gate-main"]?.relief == nil)
        #expect(try desk.form.complaint == Refusal.alreadyOnDuty.text(.english))
    }

    @Test("A supervisor's exception lets the holder leave")
    func exception() throws {
        let desk = try Desk()
        try step("exception", desk)
        desk.type("12")
        desk.type("ill")
        desk.press(.enter, .enter)
        #expect(desk.registers.custody.isEmpty)
        #expect(desk.text.contains("nobody on duty"))
    }

    @Test("A supervisor covers the post")
    func covering() throws {
        let desk = try Desk()
        try step("covering", desk)
        desk.type("111")
        desk.press(.enter)
        #expect(desk.registers.custody["gate-main"]?.holder == "S01")
    }
}
