import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// A keyboard that sends a key twice, in two reads.
struct BounceTests {
    /// Presses a key, and the same again within `gap` milliseconds.
    private func twice(_ key: Key, on desk: Desk, within gap: Int = 15) {
        desk.press(key)
        desk.gap = gap
        desk.press(key)
        desk.gap = 150
    }

    /// Two residents' cars whose plates end in the same digits.
    private func twoCars() throws -> Desk {
        let desk = try Desk()
        var estate = desk.model.estate
        estate.vehicles += ["粤B88771", "粤C88771"].map { ResidentVehicle(plate: $0, unit: "3-1502", kind: "car", colour: "白", owner: "王小明") }
        desk.model = Model(estate: estate, post: desk.model.post, language: .english, now: desk.model.now, isPractice: true)
        desk.hear()
        desk.type("8771")
        return desk
    }

    @Test("Enter that moves into the list lets nobody in by its bounce; fingers take longer", arguments: [(15, false), (39, false), (40, true)])
    func list(gap: Int, isLetIn: Bool) throws {
        let desk = try twoCars()
        desk.isDiskSlow = true
        twice(.enter, on: desk, within: gap)
        #expect((desk.model.selection == nil) == isLetIn)
        #expect(desk.model.waiting.count == (isLetIn ? 1 : 0))
    }

    @Test("A refusal that nobody saw yet is not recorded")
    func refusal() throws {
        let desk = try Desk()
        desk.type("MZX4404")
        let before = desk.kinds
        twice(.enter, on: desk)
        guard case .refuse = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.kinds == before)
    }

    @Test("One entry is taken back, and one checkpoint ticked")
    func control() throws {
        let desk = try Desk()
        desk.press(.function(4), .down, .enter)
        desk.press(.control("o"))
        twice(.control("o"), on: desk)
        #expect(desk.registers.rounds.values.first?.ticked.count == 2)
        twice(.control("u"), on: desk)
        #expect(desk.registers.rounds.values.first?.ticked.count == 1)
    }

    @Test("A digit answers one choice")
    func choice() throws {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        twice(.text("1"), on: desk)
        #expect(try desk.form.value("document") == "id-card")
        #expect(try desk.form.value("tail") == nil)
        desk.type("4321")
        desk.press(.enter)
        twice(.text("1"), on: desk)
        #expect(try desk.form.value("matches") == "yes")
        #expect(try desk.form.value("unit") == nil)
        desk.type("3-1502")
        desk.press(.enter)
        twice(.text("1"), on: desk)
        #expect(try desk.form.value("confirmed") == "intercom")
        #expect(try desk.form.value("purpose") == nil)
    }

    @Test("A key that had to wait for the program is pressed again, however soon the two are read")
    func stalled() throws {
        let desk = try Desk()
        desk.press(.function(4), .down, .enter)
        desk.unread = 60
        twice(.control("o"), on: desk)
        #expect(desk.registers.rounds.values.first?.ticked.count == 2)
    }

    @Test("A key that goes on bouncing is one key, and so is one that is held down")
    func held() throws {
        let desk = try Desk()
        desk.press(.function(4), .down, .enter)
        desk.gap = 33
        for _ in 0..<9 { desk.press(.control("o")) }
        #expect(desk.registers.rounds.values.first?.ticked.count == 1)
    }

    @Test("Text, arrows and Backspace are repeated at will, and what was typed ahead counts whole")
    func untouched() throws {
        let desk = try Desk()
        desk.gap = 1
        desk.type("77711")
        #expect(desk.model.line == "77711")
        desk.press(.backspace, .backspace)
        #expect(desk.model.line == "777")
        desk.gap = 150
        desk.press(.escape)
        desk.read("蘇東坡\r14444\r1")
        #expect(try (desk.form.value("document"), desk.form.value("tail"), desk.form.value("matches")) == ("id-card", "4444", "yes"))
        desk.press(.function(3), .function(5))
        desk.gap = 10
        desk.press(.function(3), .function(5))
        #expect(desk.model.view == .occurrences)
    }

    @Test("The Enter that a scanner adds twice is none on what was scanned")
    func scan() throws {
        let desk = try Desk()
        let code = try #require(desk.model.estate.residents.compactMap(\.badge).first)
        let before = desk.kinds
        desk.read(code + "\r")
        desk.gap = 15
        desk.press(.enter)
        #expect(desk.kinds == before && desk.model.layers.isEmpty)
    }

    @Test("Ctrl-U says what it took back; pressed again before the book has it, it fails nothing and takes nothing else")
    func takeBack() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter)
        desk.type("0458")
        desk.press(.enter)
        let plate = try #require(desk.registers.stays.max { $0.key < $1.key }?.value.plate)
        desk.isDiskSlow = true
        desk.read("\u{15}\u{15}")
        desk.disk()
        desk.isDiskSlow = false
        #expect(desk.kinds.filter { $0 == "entry.withdrawn" }.count == 1)
        #expect(desk.model.message?.contains("Taken back: Vehicle in \(plate)") == true)
        #expect(!desk.model.isAlarm)
    }

    @Test("Whom an entry is about is told from the line that it goes back to", arguments: Language.allCases)
    func subject(language: Language) throws {
        let desk = try Desk(language: language)
        desk.admit("蘇東坡")
        desk.press(.control("u"))
        #expect(desk.model.message?.contains("\(EventWords.name("visitor.admitted")[language]) 蘇東坡") == true)
    }
}
