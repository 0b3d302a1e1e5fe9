import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

struct PatrolKeysTests {
    /// The round of the buildings, departed by keys.
    private func departed() throws -> Desk {
        let desk = try Desk()
        desk.press(.function(4), .down, .enter)
        return desk
    }

    @Test("A round departs from its row, and the selection stays for the next key")
    func depart() throws {
        let desk = try departed()
        let round = try #require(desk.registers.rounds.values.first)
        #expect(round.route == "buildings")
        #expect(round.walker == "G07")
        #expect(desk.text.contains("0/12"))
    }

    @Test("Checkpoints are ticked in their order")
    func ticks() throws {
        let desk = try departed()
        for _ in 0..<3 { desk.press(.home, .enter) }
        #expect(desk.registers.rounds.values.first?.ticked == ["b1-lobby", "b1-lift", "b2-lobby"])
        #expect(desk.text.contains("3/12"))
    }

    @Test("A checkpoint in order takes one key, from any view, and what is typed stays")
    func oneKey() throws {
        let desk = try departed()
        desk.press(.function(2))
        desk.type("王小")
        let before = desk.keys
        for _ in 0..<12 { desk.press(.control("o")) }
        #expect(desk.keys - before == 12)
        #expect(desk.registers.rounds.values.first?.ticked.count == 12)
        #expect(desk.model.line == "王小")
        desk.press(.control("o"))
        #expect(desk.kinds.filter { $0 == "round.ticked" }.count == 12)
    }

    @Test("A checkpoint's label that is scanned leads to the round that goes there, then to a look for itself; nothing is recorded by the scan")
    func label() throws {
        let desk = try departed()
        func scan() {
            desk.press(.escape)
            desk.model.scan("CP-1004", at: 0)
        }
        scan()
        let before = desk.kinds
        let row = try #require(desk.model.found.first)
        let id = try #require(desk.model.estate.checkpoints.first { $0.tag == "CP-1004" }).id
        #expect(row.hint == HintWords.intact && row.actions.count == 2 && desk.kinds == before)
        desk.press(.enter)
        #expect(desk.registers.rounds.values.first?.ticked == [id])
        scan()
        #expect(desk.model.found.first?.id == .fire(id) && desk.kinds.suffix(1) == ["round.ticked"])
        desk.press(.enter)
        #expect(try desk.form.kind == .record("checkpoint.look", about: ["checkpoint": .string(id)]))
    }

    @Test("G9: more is damaged at the checkpoint just ticked than one tick says")
    func moreDamage() throws {
        let desk = try departed()
        desk.press(.home, .right)
        desk.type("1")
        desk.type("2")
        desk.type("hinge is loose")
        desk.press(.enter, .enter, .home, .right)
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        let digit = try #require(row.actions.firstIndex { $0.name.english.hasPrefix("more damage there") }) + 1
        desk.type("\(digit)")
        desk.type("1")
        desk.type("glass is cracked")
        desk.press(.enter, .enter)
        #expect(desk.registers.defects.values.map(\.text).sorted() == ["glass is cracked", "hinge is loose"])
        #expect(desk.registers.rounds.values.first?.ticked == ["b1-lobby"])
    }

    @Test("G9: a damaged item is recorded with its words and listed as a defect")
    func damaged() throws {
        let desk = try departed()
        desk.press(.home, .right)
        desk.type("1")
        guard case .tick(_, "b1-lobby", .damaged) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.type("2")
        desk.type("hinge is loose")
        desk.press(.enter, .enter)
        let defect = try #require(desk.registers.defects.values.first)
        #expect(defect.item == "closer")
        #expect(defect.text == "hinge is loose")
        #expect(desk.text.contains("hinge is loose"))
        #expect(desk.registers.rounds.values.first?.ticked == ["b1-lobby"])
    }

    @Test("Damage without words is not recorded")
    func damagedWithoutWords() throws {
        let desk = try departed()
        desk.press(.home, .right)
        desk.type("1")
        desk.type("2")
        desk.press(.control("d"))
        #expect(desk.registers.defects.isEmpty)
        #expect(try desk.form.complaint != nil)
    }

    @Test("The walker returns, and the unseen checkpoints are in the line")
    func back() throws {
        let desk = try departed()
        desk.press(.home, .enter, .home, .right)
        desk.type("3")
        let returned = try #require(try desk.lastFact as? RoundReturned)
        #expect(returned.unseen.count == 11)
        #expect(desk.registers.rounds.values.first?.returned != nil)
    }

    @Test("P6: a round that nobody walked is recorded by the program and asked for no more")
    func missed() throws {
        let desk = try Desk()
        try desk.clock("2026-11-23T10:16:00+08:00")
        desk.office.recordWhatIsMissed(post: "gate-main")
        desk.hear()
        #expect(desk.kinds.last == "round.missed")
        #expect(!desk.model.rows(of: .patrol).contains { $0.id == .due("buildings") })
    }
}
