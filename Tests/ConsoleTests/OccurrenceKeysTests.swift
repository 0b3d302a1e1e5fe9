import Gatekeeping
import Terminal
import Testing

@testable import Console

struct OccurrenceKeysTests {
    /// A water leak, written by keys.
    private func written() throws -> Desk {
        let desk = try Desk()
        desk.press(.function(5), .down, .enter)
        desk.type("9")
        desk.type("water in the garage")
        desk.press(.enter)
        desk.type("garage-a")
        desk.press(.enter, .enter)
        return desk
    }

    @Test("An occurrence is opened, updated and resolved")
    func whole() throws {
        let desk = try written()
        #expect(desk.kinds.last == "occurrence.opened")
        #expect(desk.registers.occurrences.values.map(\.kind) == ["water"])
        #expect(desk.text.contains("water in the garage"))
        desk.press(.down, .down, .enter)
        desk.type("pump is running")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "occurrence.updated")
        desk.press(.end, .right)
        desk.type("1")
        desk.type("valve closed")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "occurrence.resolved")
        #expect(desk.registers.occurrences.isEmpty)
    }

    @Test("Silence about an open occurrence becomes an alert")
    func silence() throws {
        let desk = try written()
        #expect(desk.model.alertText.isEmpty)
        try desk.clock("2026-11-23T11:59:00+08:00")
        #expect(!desk.model.alertText.isEmpty)
        #expect(Frame(model: desk.model).draw().text(row: 0).contains("!"))
    }

    @Test("Questioning is recorded from its key")
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
