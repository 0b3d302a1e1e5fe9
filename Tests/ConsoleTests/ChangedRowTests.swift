import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// What somebody else writes while a row of a pane is selected.
struct ChangedRowTests {
    /// A car that is registered and not let in, with its row selected.
    private func car(on desk: Desk, plate: String = "粤Q99999") throws -> Int {
        let stay = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.vehicle, $0.unit) = (plate, "car", "3-1502") })
        desk.press(.function(3))
        try desk.choose(.stay(stay))
        #expect(desk.model.selected?.hint == HintWords.letIn)
        return stay
    }

    @discardableResult
    private func visitor(on desk: Desk) throws -> Int {
        let visit = try desk.elsewhere(VisitorVerified.shown("孫三空"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose) = (visit, "3-1502", "visit") })
        return visit
    }

    @Test("Who pressed “let in” never says that the car left, though another let it in meanwhile; the next Enter means what the row says by then")
    func letIn() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try desk.elsewhere(VehicleEntered(ref: stay))
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.message == ScreenWords.rowChanged(HintWords.leaves)[.english])
        desk.press(.enter)
        #expect(desk.kinds == before + ["vehicle.left"])
    }

    @Test("Two Enters in one read are none that saw what has changed")
    func twice() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try desk.elsewhere(VehicleEntered(ref: stay))
        let before = desk.kinds
        desk.read("\r\r")
        #expect(desk.kinds == before)
    }

    @Test("A visitor whom another let in does not leave by the Enter that was to register them", arguments: [false, true])
    func register(isClicked: Bool) throws {
        let desk = try Desk()
        let visit = try visitor(on: desk)
        desk.press(.function(2))
        if isClicked {
            let row = try #require((0..<24).first { Frame(model: desk.model).draw().text(row: $0).contains("孫三空") })
            desk.press(.click(Position(row: row, column: 4)))
            try #require(desk.model.selection == .visit(visit))
        } else {
            try desk.choose(.visit(visit))
        }
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.layers.isEmpty)
        #expect(desk.model.message == ScreenWords.rowChanged(HintWords.leaves)[.english])
    }

    @Test("The row that a form was opened from has changed by that form: a second Enter does nothing")
    func ownForm() throws {
        let desk = try Desk()
        let visit = try visitor(on: desk)
        desk.press(.function(2))
        try desk.choose(.visit(visit))
        desk.press(.enter, .text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"), .text("1"), .text("1"), .enter)
        #expect(desk.kinds.last == "visitor.admitted")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.admitted")
    }

    @Test("Nor does the arrow open what may be done with the row by then")
    func actions() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try desk.elsewhere(VehicleEntered(ref: stay))
        desk.press(.right)
        #expect(desk.model.layers.isEmpty && desk.model.message == ScreenWords.rowChanged(HintWords.leaves)[.english])
        desk.press(.right)
        guard case .actions = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
    }

    @Test("P6: a checkpoint that another ticked meanwhile does not make the next one intact")
    func checkpoint() throws {
        let desk = try Desk()
        desk.press(.function(4), .down, .enter, .control("o"))
        let round = try #require(desk.registers.rounds.keys.first)
        let next = try #require(desk.registers.rounds[round]?.next(in: desk.model.estate))
        try desk.elsewhere(RoundTicked(ref: round, checkpoint: next.id))
        let following = try #require(desk.registers.rounds[round]?.next(in: desk.model.estate))
        desk.press(.control("o"))
        #expect(desk.registers.rounds[round]?.ticked.count == 2)
        #expect(desk.model.message == ScreenWords.nextChanged(following.name)[.english])
        desk.press(.control("o"), .control("o"))
        #expect(desk.registers.rounds[round]?.ticked.count == 4)
    }

    @Test("A row that is gone takes no Enter, and says so")
    func gone() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason, $0.plate) = (stay, "denied", "粤Q99999") })
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.message == ScreenWords.rowGone[.english])
    }

    @Test("A car whose plate was corrected meanwhile is another one, and of a party that has become smaller nobody leaves by an Enter for all")
    func otherSubject() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try desk.elsewhere(Correction(ref: stay, field: "plate", value: "粤B88888", why: "misread"))
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        desk.press(.enter)
        #expect(desk.kinds == before + ["vehicle.entered"])

        for (field, value) in [("unit", "3-301"), ("people", "4")] {
            let other = try car(on: desk, plate: "粤B7777\(field.count)")
            try desk.elsewhere(Correction(ref: other, field: field, value: value, why: "misread"))
            let before = desk.kinds
            desk.press(.enter)
            #expect(desk.kinds == before, "\(field)")
        }

        let party = try desk.elsewhere(VisitorVerified.shown("孫三空"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (party, "3-1502", "visit", 3) })
        try desk.elsewhere(VisitorAdmitted(ref: party))
        desk.press(.function(2))
        try desk.choose(.visit(party))
        try desk.elsewhere(blank(VisitorLeft.self) { ($0.ref, $0.count) = (party, 1) })
        let left = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == left)
    }

    @Test("G10: nobody accepts a line of the handover by an Enter for what it said before", arguments: ["text", "count"])
    func handoverLine(change: String) throws {
        let desk = try HandoverLinesTests.offered()
        let task = try #require(desk.registers.tasks.keys.first)
        try desk.choose(.line(change == "text" ? "task:\(task)" : "inside"))
        if change == "text" {
            try desk.elsewhere(Correction(ref: task, field: "what", value: "看好保險櫃鑰匙", why: "misheard"), by: "S01")
        } else {
            try desk.elsewhere(blank(EmergencyPassed.self) { ($0.service, $0.place) = ("ambulance", "3-1502") })
        }
        let before = desk.kinds
        desk.press(.enter)
        #expect(desk.kinds == before)
        desk.press(.enter)
        #expect(desk.kinds == before + ["handover.answered"])
    }

    @Test("News that leave the meaning of Enter as it is cost no key")
    func sameMeaning() throws {
        let desk = try Desk()
        let stay = try car(on: desk)
        try visitor(on: desk)
        try desk.elsewhere(Correction(ref: stay, field: "vehicle", value: "truck", why: "seen again"))
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.entered")
    }
}
