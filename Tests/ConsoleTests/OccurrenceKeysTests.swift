import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

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

    @Test("G8: an occurrence is opened, updated and resolved")
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

    /// A theft, written by keys: a criminal case with a procedure.
    private func theft() throws -> Desk {
        let desk = try Desk(columns: 120, rows: 36)
        desk.press(.function(5), .down, .enter)
        desk.type("1")
        desk.type("bicycle of 3-1502")
        desk.press(.enter, .enter, .enter)
        #expect(desk.kinds.last == "occurrence.opened")
        return desk
    }

    /// Opens the numbered action of the occurrence's row.
    private func act(_ number: String, on desk: Desk) {
        desk.press(.home, .down, .right)
        desk.type(number)
    }

    @Test("G5: a step that is refused stays selected, so that the next Enter ticks it and no other")
    func refusedStep() throws {
        let desk = try theft()
        desk.press(.home, .down, .down, .control("t"))
        let step = desk.model.selection
        desk.type("01:00")
        desk.press(.enter, .enter, .enter)
        #expect(desk.kinds.last == "occurrence.opened" && desk.model.selection == step)
        desk.press(.escape)
        try desk.choose(try #require(step))
        desk.press(.enter)
        #expect(desk.kinds.last == "procedure.ticked" && desk.model.selection != step)
    }

    @Test("G5: the steps of the procedure stand under it, Enter ticks one and goes on to the next; what is ticked stays with its time")
    func procedure() throws {
        let desk = try theft()
        #expect(desk.text.contains("□ Protect the scene"))
        desk.press(.home, .down, .down, .enter)
        #expect(desk.kinds.last == "procedure.ticked")
        #expect(!desk.text.contains("□ Protect the scene"))
        let first = try #require(desk.registers.occurrences.values.first)
        #expect(first.done == ["scene"])
        let kept = try #require(desk.model.rows(of: .occurrences).first { $0.text.contains("✓ Protect the scene") })
        #expect(kept.trailing == "09:50")
        let count = desk.kinds.count
        desk.press(.enter)
        #expect(desk.kinds.count == count + 1 && desk.registers.occurrences.values.first?.done.count == 2, "One Enter a step.")
        try desk.choose(kept.id)
        desk.press(.enter)
        #expect(desk.kinds.count == count + 1, "What is done is not done again.")
    }

    @Test("S4, G4: it is settled only after the police took it over and nobody is detained")
    func police() throws {
        let desk = try theft()
        act("3", on: desk)
        desk.type("man in a red coat")
        desk.press(.enter, .enter)
        desk.type("none")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "person.detained")
        func settle() {
            act("1", on: desk)
            desk.type("done")
            desk.press(.enter, .enter)
        }
        settle()
        #expect(try desk.form.complaint?.contains("detained") == true)
        desk.press(.escape, .enter, .end)
        let person = try #require(desk.registers.detained.keys.first)
        while desk.model.selection != .detained(person) { desk.press(.up) }
        desk.press(.enter)
        desk.type("1")
        desk.type("officer 011234")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "person.released")
        settle()
        #expect(try desk.form.complaint?.contains("police") == true)
        desk.press(.escape, .enter)
        act("2", on: desk)
        for text in ["Lake station", "011234", "R-77"] {
            desk.type(text)
            desk.press(.enter)
        }
        desk.press(.enter)
        #expect(desk.kinds.last == "case.transferred")
        settle()
        #expect(desk.kinds.last == "occurrence.resolved")
    }

    /// At the row of somebody whom the guard detained over a theft.
    private func detained() throws -> (desk: Desk, person: Int) {
        let desk = try theft()
        act("3", on: desk)
        desk.type("man in a red coat")
        desk.press(.control("d"))
        let person = try #require(desk.registers.detained.keys.first)
        try desk.choose(.detained(person))
        return (desk, person)
    }

    @Test("S4, G4, G13: what a line of an occurrence says is corrected from its row")
    func corrected() throws {
        let (desk, person) = try detained()
        desk.press(.right, .text("1"))
        desk.type("1")
        desk.type("man in a blue coat")
        desk.press(.enter)
        desk.type("dark")
        desk.press(.control("d"))
        #expect(desk.registers.detained[person]?.who == "man in a blue coat")
        let theft = try #require(desk.registers.occurrences.keys.first)
        let transferred = try desk.elsewhere(blank(CaseTransferred.self) { ($0.ref, $0.station, $0.officer, $0.receipt) = (theft, "Lake station", "011234", "R-77") })
        desk.model.open(.correct(theft))
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        #expect(options.compactMap { $0.id.split(separator: "/").last.map(String.init) } == ["text", "place", "who", "station", "officer", "receipt"])
        #expect(options.filter { $0.id.hasPrefix("\(transferred)/") }.compactMap(\.stands) == ["Lake station", "011234", "R-77"])
        desk.type("6")
        #expect(try desk.form.fields[1].offered.map(\.id) == ["R-77"], "What stands there is taken by → and changed.")
        desk.type("R-78")
        desk.press(.enter)
        desk.type("misread")
        desk.press(.control("d"))
        #expect((desk.office.state.entry(transferred)?.event.shape as? CaseTransferred)?.receipt == "R-78")
    }

    @Test("G8, G13: of several lines that say the same kind of thing the one that is chosen is corrected, and none that was taken back is offered")
    func whichLine() throws {
        let (desk, person) = try detained()
        let theft = try #require(desk.registers.occurrences.keys.first)
        func taken(_ what: String) throws -> Int {
            try desk.elsewhere(blank(EvidenceTaken.self) { ($0.ref, $0.what, $0.holder, $0.place) = (theft, what, "G07", "the shed") })
        }
        let lines = try [taken("bolt cutter"), taken("glove")]
        let transferred = try desk.elsewhere(blank(CaseTransferred.self) { ($0.ref, $0.station, $0.officer, $0.receipt) = (theft, "Lake station", "011234", "R-77") })
        try desk.elsewhere(Withdrawal(ref: transferred))
        desk.model.open(.correct(theft))
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        #expect(!options.contains { $0.id.hasPrefix("\(transferred)/") })
        #expect(options.filter { $0.id.hasSuffix("/place") }.map(\.id) == ["\(theft)/place", "\(lines[0])/place", "\(lines[1])/place"])
        let index = try #require(options.firstIndex { $0.id == "\(theft)/place" })
        desk.type("\(index + 1)")
        desk.type("gate B")
        desk.press(.enter)
        desk.type("misheard")
        desk.press(.control("d"))
        #expect(desk.registers.occurrences[theft]?.place == "gate B")
        #expect(lines.allSatisfy { (desk.office.state.entry($0)?.event.shape as? EvidenceTaken)?.place == "the shed" })
        #expect(desk.registers.detained[person] != nil)
    }

    @Test("G4: nobody who was detained is let go without a supervisor, whom the form wants")
    func freed() throws {
        let (desk, _) = try detained()
        desk.press(.enter)
        desk.type("3")
        desk.type("a neighbour's son")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains("supervisor") == true && !desk.registers.detained.isEmpty)
        #expect(try desk.form.fields[desk.form.focus].id == "supervisor")
        desk.type("1")
        desk.press(.control("d"))
        #expect(try desk.registers.detained.isEmpty && (desk.lastFact as? PersonReleased)?.supervisor == "S01")
    }

    @Test("G13: evidence is secured and passed on from its row")
    func evidence() throws {
        let desk = try theft()
        act("4", on: desk)
        desk.type("cut lock")
        desk.press(.enter)
        desk.type("rack 3")
        desk.press(.enter)
        desk.type("G07")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "evidence.taken")
        #expect(desk.text.contains("Evidence: cut lock"))
        desk.press(.end, .enter)
        desk.type("officer")
        desk.press(.enter)
        desk.type("2")
        desk.type("R-78")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "evidence.passed")
        #expect(desk.registers.evidence.isEmpty)
    }

    @Test("G8, G13: one key on an occurrence tells its whole story, the oldest first, in words and without ids of the configuration")
    func story() throws {
        let desk = try theft()
        desk.press(.home, .down, .down, .enter)
        act("4", on: desk)
        desk.type("cut lock")
        desk.press(.enter)
        desk.type("rack 3")
        desk.press(.enter)
        desk.type("G07")
        desk.press(.enter, .enter)
        desk.press(.end, .enter)
        desk.type("G08")
        desk.press(.enter)
        desk.type("1")
        desk.press(.control("d"), .home, .down)
        desk.press(.left)
        let text = desk.text
        let parts = ["bicycle of 3-1502", "Protect the scene", "cut lock", "G08"]
        let places = parts.compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == parts.count && places == places.sorted(), "\(text)")
        #expect(text.contains("2026-11-23 09:50") && text.contains("Kind: Theft"), "\(text)")
        #expect(!text.contains("theft\n") && !text.contains("Line number"), "\(text)")
        desk.press(.escape)
        #expect(desk.model.layers.isEmpty && desk.model.selection != nil)
        desk.press(.end, .left)
        #expect(desk.text.contains("bicycle of 3-1502"), "What hangs on an occurrence opens its story.")
    }

    @Test("G8: what was taken back and what was corrected stands in the story as such, and a late entry says so")
    func amended() throws {
        let desk = try theft()
        let n = try #require(desk.registers.occurrences.keys.first)
        var update = OccurrenceUpdated()
        (update.ref, update.text) = (n, "found it")
        try desk.elsewhere(update)
        desk.press(.control("u"))
        try desk.elsewhere(Correction(ref: n, field: "place", value: "rack 3", why: "asked again"))
        desk.press(.function(5), .home, .down, .left)
        let text = desk.text
        #expect(text.contains("(Taken back)") && text.contains("found it"), "\(text)")
        #expect(text.contains("→ rack 3 (asked again)"), "\(text)")
    }

    @Test("The title of the pane counts occurrences, not their steps; what hangs on them counts nowhere")
    func title() throws {
        let desk = try theft()
        act("3", on: desk)
        desk.type("man in a red coat")
        desk.press(.control("d"))
        #expect(desk.model.rows(of: .occurrences).count > 4)
        #expect(desk.text.contains("Occurr. 1 ") || desk.text.contains("Occurr. 1─"), "\(desk.text)")
        #expect(desk.model.count(of: .things) == desk.model.rows(of: .things).count - 2, "The rows that begin something new or lead to a report are none.")
    }

    @Test("However long the alerts are, the bar keeps who is on duty and the shift, and says with … that there is more", arguments: [40, 60, 80])
    func bar(columns: Int) throws {
        let desk = try Desk(columns: columns, rows: 24)
        for kind in ["theft", "fire", "fight"] {
            var opened = OccurrenceOpened()
            (opened.occurrence, opened.text) = (kind, "x")
            var detained = PersonDetained()
            (detained.ref, detained.who) = (try desk.elsewhere(opened), "a man")
            try desk.elsewhere(detained)
        }
        var task = TaskGiven()
        (task.what, task.giver, task.until) = ("count", "S01", desk.model.now)
        try desk.elsewhere(task)
        try desk.clock("2026-11-23T14:00:00+08:00")
        let bar = Frame(model: desk.model).draw().text(row: 0)
        #expect(bar.contains("G07") && bar.contains("Morning shift") && bar.contains("!") && bar.contains("…") && bar.hasSuffix("14:00"), "\(bar)")
        #expect(bar.hasPrefix(columns == 40 ? "[P] " : "[PRACTICE] "), "A practice journal says so at any width: \(bar)")
    }

    @Test("P1: silence about an open occurrence becomes an alert")
    func silence() throws {
        let desk = try written()
        #expect(desk.model.alertText.isEmpty)
        try desk.clock("2026-11-23T11:59:00+08:00")
        #expect(!desk.model.alertText.isEmpty)
        #expect(Frame(model: desk.model).draw().text(row: 0).contains("!"))
    }

    @Test("At 40 columns and 12 lines the arrows reach every action of a row, and it is seen")
    func manyActions() throws {
        let desk = try Desk(columns: 40, rows: 12)
        var opened = OccurrenceOpened()
        (opened.occurrence, opened.text) = ("theft", "a bicycle is gone")
        try desk.record(opened, by: "G07")
        desk.hear()
        desk.press(.function(5), .down)
        while desk.model.selected?.actions.count ?? 0 < 7 { desk.press(.down) }
        let actions = try #require(desk.model.selected?.actions)
        desk.press(.right)
        for (index, action) in actions.enumerated() {
            desk.press(.down)
            let row = try #require(desk.text.split(separator: "\n").first { $0.contains("\(index + 1)  \(action.name.english)".prefix(30)) }, "\(desk.text)")
            #expect(row.contains("│"))
        }
    }
}
