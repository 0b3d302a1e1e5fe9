import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// Somebody or a vehicle is questioned, by keys (G11).
struct QuestioningKeysTests {
    @Test("G11: questioning is one key from either pane, about the row that is selected, and keeps finding and outcome", arguments: [Model.View.visitors, .vehicles])
    func questionFromAPane(view: Model.View) throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.type("7281")
        desk.press(.enter, .function(view == .visitors ? 2 : 3), .down, .control("r"))
        #expect(try desk.form.value("who") == (view == .visitors ? "蘇東坡" : "BKX-7281"))
        try desk.go(to: "subject")
        desk.type(view == .visitors ? "1" : "2")
        try desk.go(to: "finding")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains(FormWords.finding.english) == true)
        desk.type("waits for a friend")
        try desk.go(to: "outcome")
        desk.type("3")
        desk.press(.control("d"))
        let questioned = try #require(try desk.lastFact as? Questioned)
        #expect(questioned.finding == "waits for a friend" && questioned.outcome == .reported)
        #expect(questioned.subject == (view == .visitors ? .person : .vehicle))
    }

    @Test("G11: a row that is nobody is not taken for the person", arguments: [4, 5, 6])
    func questionNobody(key: Int) throws {
        let desk = try Desk()
        desk.press(.function(key), .down, .control("r"))
        #expect(try desk.form.value("who") == nil)
        desk.press(.escape)
        desk.type("red coat")
        desk.press(.control("r"))
        #expect(try desk.form.value("who") == "red coat")
    }

    @Test("G11, P3: who is not to come in after a questioning is refused by it, at the gate and when they come again", arguments: [true, false])
    func questionedAndRefused(isPerson: Bool) throws {
        let desk = try Desk()
        let waiting = try desk.elsewhere(isPerson ? VisitorVerified.shown("趙六") : blank(VehicleRegistered.self) { ($0.plate, $0.unit) = ("ZZ-9999", "3-1502") })
        for who in isPerson ? ["趙六", "錢七"] : ["ZZ9999", "BKX-7281"] {
            refuseAfterQuestioning(who, isPerson: isPerson, on: desk)
            #expect(desk.kinds.suffix(2) == ["questioning.recorded", "visitor.refused"])
            desk.type(isPerson ? who : String(who.suffix(4)))
            let row = try #require(desk.model.found.first)
            #expect(row.text.hasPrefix("⛔") && row.text.contains("a knife") && !desk.model.isClear, "\(row.text)")
            desk.press(.escape)
        }
        #expect(desk.registers.visits[waiting] == nil && desk.registers.stays[waiting] == nil)
    }

    private func refuseAfterQuestioning(_ who: String, isPerson: Bool = true, on desk: Desk) {
        desk.press(.control("r"))
        desk.type(isPerson ? "1" : "2")
        desk.type(who)
        desk.press(.enter)
        desk.type("a knife")
        desk.press(.enter)
        desk.type("2")
        desk.press(.enter)
    }

    @Test("Nor does the car of such a driver go in, that waits or comes later; nobody else's is turned away")
    func questionedDriver() throws {
        let desk = try Desk()
        func car(_ plate: String, _ driver: String) throws -> Int {
            try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.driver, $0.unit, $0.vehicle) = (plate, driver, "3-1502", "car") })
        }
        let (own, shared, without) = (try car("ZZ-9999", "赵六"), try car("ZZ-8888", "李四、趙六"), try car("無牌", "李四"))
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("錢七", "3-1502") })
        for (who, isPerson) in [("趙六", true), ("錢七", true), ("無牌", false)] { refuseAfterQuestioning(who, isPerson: isPerson, on: desk) }
        #expect(desk.registers.stays.keys.sorted() == [shared, without] && desk.registers.stays[own] == nil && desk.registers.visits[announced] != nil)
        for text in ["8888", "錢七"] {
            desk.type(text)
            #expect(desk.model.found.first?.text.hasPrefix("⛔") == true && !desk.model.isClear)
            desk.press(.escape)
        }
        #expect(desk.model.rows(of: .vehicles).first { $0.id == .stay(shared) }?.text.contains("ZZ-8888 趙六 refused") == true)
        #expect(desk.model.rows(of: .vehicles).first { $0.id == .stay(without) }?.text.hasPrefix("⛔") == false, "One without a plate is no other one")
    }

    @Test("G11: questioning is recorded from its key")
    func question() throws {
        let desk = try Desk()
        desk.press(.control("r"))
        desk.type("1")
        desk.type("man in a red coat")
        desk.press(.enter)
        desk.type("waits for a friend")
        desk.press(.enter)
        desk.type("1")
        desk.press(.enter)
        let questioned = try #require(try desk.lastFact as? Questioned)
        #expect(questioned.who == "man in a red coat")
        #expect(questioned.outcome == .cleared)
    }
}
