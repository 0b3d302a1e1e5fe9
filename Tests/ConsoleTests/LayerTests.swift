import Bookkeeping
import Gatekeeping
import Terminal
import Testing

@testable import Console

/// What lies over what: emergency entry, parked forms, confirmations.
struct LayerTests {
    /// A visitor's form, half filled.
    private func half() throws -> Desk {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type("143")
        #expect(try desk.form.value("tail") == "43")
        return desk
    }

    @Test("Emergency entry opens over a half-filled form, which comes back with its text")
    func emergency() throws {
        let desk = try half()
        desk.press(.control("e"))
        guard case .emergency = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        #expect(try desk.form.value("name") == "蘇東坡")
        #expect(try desk.form.value("tail") == "43")
        #expect(desk.model.line == "蘇東坡")
        desk.type("21")
        #expect(try desk.form.value("tail") == "4321")
    }

    @Test("Emergency entry keeps what stands in the line")
    func emergencyOverLine() throws {
        let desk = try Desk()
        desk.type("王小")
        desk.press(.control("e"))
        desk.type("1")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        #expect(desk.model.line == "王小")
    }

    @Test("The news of a form closes it also when another form has been opened over it")
    func slowDisk() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.admit("蘇東坡")
        #expect(try desk.form.ticket != nil)
        desk.press(.control("e"))
        desk.disk()
        guard case .emergency = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.press(.escape)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("Who is inside is shown over a form, and any key leads back to it")
    func board() throws {
        let desk = try half()
        desk.press(.function(8))
        #expect(desk.model.form == nil)
        desk.press(.escape)
        #expect(try desk.form.value("tail") == "43")
    }

    @Test("Ctrl-P parks the form and fetches it with its text")
    func park() throws {
        let desk = try half()
        desk.press(.control("p"))
        #expect(desk.model.layers.isEmpty)
        #expect(desk.statusLine.contains("1 parked"))
        desk.press(.escape)
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") != nil)
        desk.press(.control("p"))
        #expect(try desk.form.value("name") == "蘇東坡")
        #expect(try desk.form.value("tail") == "43")
        #expect(desk.model.parked.isEmpty)
    }

    @Test("Put aside, a form takes what was typed for it along: the line is free, its rows are made anew, and the text comes back with the form")
    func parkFreesLine() throws {
        let desk = try Desk()
        desk.type("李四")
        desk.press(.enter)
        guard case .visitor = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.press(.control("p"))
        #expect(desk.model.line.isEmpty && desk.model.found.isEmpty && desk.model.parked.count == 1)
        desk.type("0458")
        #expect(desk.model.line == "0458")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "EWB-0458") != nil && desk.model.line.isEmpty)
        desk.press(.control("p"))
        #expect(try desk.form.value("name") == "李四" && desk.model.line == "李四")
        desk.press(.escape)
        #expect(desk.model.line == "李四" && desk.model.found.contains { $0.id == .newVisitor && $0.text.contains("李四") })
    }

    /// Fetched again while another name stands in the line, it alone knows what it was opened with.
    private func fetched() throws -> Desk {
        let desk = try Desk()
        desk.type("李四")
        desk.press(.enter, .control("p"))
        desk.type("王小")
        desk.press(.control("p"))
        #expect(try desk.form.value("name") == "李四" && desk.model.line == "王小")
        return desk
    }

    @Test("Put aside from the line with nothing typed in it, a form is not lost by a view key or Esc")
    func parkedIsKept() throws {
        for key in [Key.function(2), .function(6)] {
            let desk = try fetched()
            desk.press(key)
            #expect(desk.model.parked.map { $0.value("name") } == ["李四"], "\(key)")
        }
        let desk = try fetched()
        desk.press(.escape)
        guard case .discard = desk.model.layers.last else { return #expect(Bool(false), "did not ask") }
        desk.press(.escape)
        #expect(try desk.form.value("name") == "李四")
    }

    @Test("A form that is fetched and recorded leaves what was typed since")
    func parkAndType() throws {
        let desk = try half()
        desk.press(.control("p"), .escape)
        desk.type("王小")
        desk.press(.control("p"))
        desk.type("21")
        desk.press(.enter)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"), .enter)
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(desk.model.line == "王小")
    }

    @Test("A form that is put back waits behind the others: each of them is reached by Ctrl-P alone, and the screen says whose comes next")
    func parkInTurn() throws {
        let desk = try Desk()
        for name in ["甲甲", "乙乙", "丙丙"] {
            desk.type(name)
            desk.press(.enter, .control("p"))
        }
        var reached: [String?] = []
        for _ in 0..<4 {
            let said = desk.statusLine
            desk.press(.control("p"))
            let name = try desk.form.value("name")
            #expect(said.contains("3 parked (Ctrl-P fetches: \(name ?? "")"), "\(said)")
            reached.append(name)
            desk.press(.control("p"))
        }
        #expect(reached == ["丙丙", "乙乙", "甲甲", "丙丙"])
    }

    @Test("Two parked forms come back one after the other")
    func parkTwo() throws {
        let desk = try half()
        desk.press(.control("p"), .control("n"))
        desk.type("李白")
        desk.press(.control("p"))
        #expect(desk.statusLine.contains("2 parked"))
        desk.press(.control("p"))
        guard case .expect = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.press(.control("d"))
        desk.press(.escape, .enter, .control("p"))
        #expect(try desk.form.value("tail") == "43")
    }

    @Test("No view key loses a form, whatever lies over it", arguments: [Key.function(1), .control("e"), .control("g"), .escape, .function(10), .function(8)])
    func viewKeyKeepsForm(over: Key) throws {
        let desk = try half()
        desk.press(over, .function(3))
        let parked = desk.model.parked
        let open = desk.model.layers.compactMap { layer -> Form? in
            switch layer {
            case .form(let form), .discard(let form): form
            default: nil
            }
        }
        #expect((parked + open).contains { $0.value("tail") == "43" })
    }

    @Test("Esc asks only when something would be lost")
    func escape() throws {
        let desk = try Desk()
        desk.press(.control("n"), .escape)
        #expect(desk.model.layers.isEmpty)
        desk.press(.control("n"))
        desk.type("李白")
        desk.press(.escape)
        guard case .discard = desk.model.layers.last else { return #expect(Bool(false), "did not ask") }
        #expect(desk.text.contains("Discard"))
        desk.press(.escape)
        #expect(try desk.form.value("name") == "李白")
        desk.press(.escape, .enter)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("Enter in a confirmation counts only in a read of its own")
    func confirmation() throws {
        let desk = try Desk()
        desk.press(.function(10))
        desk.read("x\r")
        #expect(!desk.hasQuit)
        desk.read("\r\r")
        #expect(!desk.hasQuit)
        desk.read("\r\n")
        #expect(desk.hasQuit)
    }

    @Test("Beneath the question nothing is taken back, and no other pane is opened")
    func questionStands() throws {
        let desk = try half()
        desk.press(.escape)
        let before = desk.kinds
        desk.press(.control("u"), .control("x"), .function(2), .control("o"))
        #expect(desk.kinds == before)
        guard case .discard = desk.model.layers.last else { return #expect(Bool(false), "\(desk.model.layers.count) layers") }
    }

    @Test("Enter right behind Esc in one read does not throw a form away")
    func discardConfirmation() throws {
        let desk = try half()
        desk.press(.escape)
        desk.read("4\r")
        guard case .discard = desk.model.layers.last else { return #expect(Bool(false), "form thrown away") }
        desk.read("\r")
        #expect(desk.model.layers.isEmpty)
    }
}
