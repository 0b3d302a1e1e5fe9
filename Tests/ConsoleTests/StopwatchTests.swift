import Gatekeeping
import Terminal
import Testing

@testable import Console

/// What an admission says of the time and the keys that it took.
struct StopwatchTests {
    private func effort(_ desk: Desk) throws -> Effort? { try #require(try desk.lastFact as? any Timed).effort }

    /// Presses keys that take `seconds` all together, before the first of them comes.
    private func wait(_ desk: Desk, _ seconds: Int) { desk.model.uptime += seconds * 1000 }

    @Test("A form that was parked for days says no more than can be recorded")
    func days() {
        #expect(Stopwatch(began: 0, keys: 3).effort(at: 90_000_000).took == 86_400_000)
        #expect(Stopwatch(began: 0, keys: 3).effort(at: -5).took == 0)
    }

    @Test("From the first letter to the release, whatever was before")
    func visitor() throws {
        let desk = try Desk()
        wait(desk, 600)
        desk.type("蘇")
        wait(desk, 2)
        desk.type("東坡")
        desk.press(.enter, .text("1"))
        wait(desk, 5)
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"))
        wait(desk, 3)
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 10_000, keys: 21))
    }

    @Test("The next task begins anew")
    func next() throws {
        let desk = try Desk()
        desk.type("7281")
        wait(desk, 4)
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 4000, keys: 5))
        wait(desk, 300)
        desk.type("0458")
        wait(desk, 1)
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 1000, keys: 5))
    }

    @Test("What was typed and cleared before is not counted")
    func cleared() throws {
        let desk = try Desk()
        desk.type("王小明")
        wait(desk, 60)
        desk.press(.escape)
        desk.type("7281")
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 0, keys: 5))
    }

    @Test("While a form is parked its time runs on and its keys do not; what came between has its own")
    func parked() throws {
        let desk = try Desk()
        desk.type("ZZQ-0099")
        desk.press(.end, .enter, .text("1"), .control("p"), .escape)
        wait(desk, 20)
        desk.type("7281")
        wait(desk, 2)
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 2000, keys: 5))
        wait(desk, 8)
        desk.press(.control("p"))
        desk.type("3-1502")
        desk.press(.enter, .text("2"), .enter)
        #expect(try effort(desk) == Effort(took: 30_000, keys: 21))
    }

    @Test("An emergency over a form counts for itself")
    func interrupted() throws {
        let desk = try Desk()
        desk.type("ZZQ-0099")
        desk.press(.end, .enter, .control("e"), .text("1"))
        desk.type("3 gate")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        desk.press(.text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("2"), .enter)
        #expect(try effort(desk)?.keys == 20)
    }

    @Test("A form that a rule stopped goes on with the same time, also as another form")
    func compared() throws {
        let desk = try Desk()
        desk.admit("金大海")
        guard case .compare = try desk.form.kind else { return #expect(Bool(false), "another form") }
        wait(desk, 9)
        desk.look()
        desk.press(.text("3"))
        let keys = desk.keys
        desk.press(.enter)
        #expect(try effort(desk) == Effort(took: 9000, keys: keys + 1))
    }

    @Test("A scan is one key and begins a task")
    func scan() throws {
        let desk = try Desk()
        wait(desk, 100)
        let code = try #require(desk.model.estate.residents.compactMap(\.badge).first)
        desk.read(code + "\r")
        #expect(desk.model.stopwatch == Stopwatch(began: 100_000, keys: 1))
    }

    @Test("Neither an entry for an earlier time nor a form from an earlier console is measured")
    func unmeasured() throws {
        let desk = try Desk()
        desk.press(.control("t"))
        desk.type("0930")
        desk.press(.enter, .enter)
        desk.type("7281")
        desk.press(.enter)
        #expect(try effort(desk) == nil)
        desk.type("ZZQ-0099")
        desk.press(.end, .enter, .text("1"))
        let draft = try #require(FormDraft(try desk.form))
        let later = try Desk()
        later.model.offer([draft])
        later.press(.control("p"))
        later.type("3-1502")
        later.press(.enter, .text("2"), .enter)
        #expect(later.kinds.last == "vehicle.entered")
        #expect(try effort(later) == nil)
    }
}
