import Bookkeeping
import Gatekeeping
import Terminal
import Testing

@testable import Console

/// The disk fails while an entry is being written: pressing again never enters anything twice, and loses nothing.
struct InterruptedTests {
    /// How many events of this kind stand.
    private func count(_ kind: String, _ desk: Desk) -> Int { desk.kinds.count { $0 == kind } }

    @Test("A form that the disk interrupts at any of its lines is complete, once, when Enter is pressed again",
        arguments: [Desk.Disk.refusing, .losing, .keeping], 0..<3)
    func form(disk: Desk.Disk, step: Int) throws {
        let desk = try Desk()
        desk.faults = Array(repeating: .sound, count: step) + [disk]
        desk.admit("蘇東坡")
        #expect(desk.model.isAlarm)
        #expect(try desk.form.value("name") == "蘇東坡")
        desk.press(.enter)
        #expect(desk.model.layers.isEmpty)
        for kind in ["visitor.verified", "visitor.registered", "visitor.admitted"] { #expect(count(kind, desk) == 1, "\(kind)") }
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
    }

    @Test("As often as it takes: the entry stands once however often the disk fails, and wherever", arguments: [
        [Desk.Disk.keeping, .refusing, .keeping, .sound, .losing], [.sound, .keeping, .refusing], [.sound, .sound, .keeping, .refusing, .sound, .losing],
    ])
    func again(faults: [Desk.Disk]) throws {
        let desk = try Desk()
        desk.faults = faults
        desk.admit("蘇東坡")
        for _ in faults where !desk.model.layers.isEmpty { desk.press(.enter) }
        #expect(desk.model.layers.isEmpty)
        for kind in ["visitor.verified", "visitor.registered", "visitor.admitted"] { #expect(count(kind, desk) == 1, "\(kind)") }
    }

    @Test("Enter in the line, pressed again: the car is in once", arguments: [Desk.Disk.refusing, .losing, .keeping])
    func line(disk: Desk.Disk) throws {
        let desk = try Desk()
        desk.faults = [disk]
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.model.isAlarm)
        #expect(desk.model.line == "7281")
        desk.press(.enter)
        #expect(!desk.model.isAlarm)
        #expect(desk.model.line.isEmpty)
        #expect(count("vehicle.entered", desk) == 1)
        #expect(desk.registers.stays.count == 1)
    }

    @Test("Typed afresh it is another entry: the same car, back again, is never taken for the interrupted one")
    func afresh() throws {
        let desk = try Desk()
        desk.faults = [.keeping]
        desk.type("7281")
        desk.press(.enter, .escape)
        desk.type("7281")
        desk.press(.enter)
        #expect(count("vehicle.left", desk) == 1)
        desk.type("7281")
        desk.press(.enter)
        #expect(count("vehicle.entered", desk) == 2)
    }

    @Test("What says something else than before is an entry of its own")
    func changed() throws {
        let desk = try Desk()
        desk.faults = [.keeping]
        desk.admit("蘇東坡")
        try desk.go(to: "name")
        desk.type("居士")
        desk.press(.control("d"))
        #expect(count("visitor.verified", desk) == 2)
        #expect(desk.registers.visits.values.filter { $0.step == .inside }.map(\.name) == ["蘇東坡居士"])
    }

    @Test("An interrupted entry that was found and taken back is entered anew by the next Enter")
    func takenBack() throws {
        let desk = try Desk()
        desk.faults = [.sound, .sound, .keeping]
        desk.admit("蘇東坡")
        desk.press(.control("u"))
        #expect(desk.kinds.last == "entry.withdrawn")
        desk.press(.enter)
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
        #expect(count("visitor.verified", desk) == 1)
    }

    @Test("Two consoles give their entries ids of their own, though both count their tickets from one")
    func consoles() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.office.state.commands.keys.map(\.text).filter { $0.hasSuffix("-1.0") } == ["@3-1.0"])
    }
}
