import Configuration
import Gatekeeping
import Notation
import Testing

@testable import Bookkeeping
@testable import Journal

/// Pages that earlier versions wrote still verify.
struct OlderPagesTests {
    @Test("What earlier versions did not bring forward is no difference on their pages; anything else missing is")
    func fields() throws {
        let estate = EstateReader.read(.example).estate
        let ledger = GateLedger(estate)
        var state = ledger.beginning
        let now = try #require(Instant("2026-11-23T12:00:00+08:00"))
        func write(_ n: Int, _ kind: String, _ fields: JSONObject) throws {
            state.evolve(try #require(Event(kind: kind, fields)), Stamp(n: n, t: now, at: now.adding(minutes: -90), by: "G07", post: "gate-main"))
        }
        try write(1, "occurrence.opened", ["occurrence": .string("theft"), "text": .string("單車")])
        try write(2, "procedure.ticked", ["ref": .integer(1), "step": .string("scene")])
        try write(3, "evidence.taken", ["ref": .integer(1), "what": .string("鎖"), "holder": .string("G07")])
        try write(4, "evidence.passed", ["ref": .integer(3), "holder": .string("G08"), "leaving": .string("kept")])
        try write(5, "person.detained", ["ref": .integer(1), "who": .string("男子")])
        try write(6, "task.given", ["what": .string("貼通知"), "giver": .string("S01")])
        try write(7, "pass.issued", ["what": .string("沙發"), "count": .integer(1), "unit": .string("3-1502"), "consent": .string("王太"), "carrier": .string("甲")])
        try write(8, "goods.released", ["ref": .integer(7), "count": .integer(1), "remaining": .integer(2)])
        try write(9, "visitor.verified", ["name": .string("甲"), "document": .string("id-card"), "matches": .bool(true)])
        try write(10, "round.started", ["route": .string("buildings"), "walker": .string("G07"), "due": .string("2026-11-23T10:00:00+08:00")])
        try write(11, "round.ticked", ["ref": .integer(10), "checkpoint": .string("b1-lobby"), "result": .string("intact")])
        try write(12, "round.missed", ["ref": .integer(13), "route": .string("garage"), "due": .string("2026-11-23T11:00:00+08:00"), "missing": .string("return")])
        let written = ledger.broughtForward(from: state, at: now).map { ForwardEntry(e: $0.e, fields: $0.fields) }
        let newer = ["late", "doneAt", "passed", "post", "entered", "used", "stepped", "looked", "round"]
        var seen: Set<String> = []
        for entry in written {
            var older = entry
            for name in newer where !(name == "late" && entry.e == "forward.occurrence") && !(name == "post" && !["forward.occurrence", "forward.detained"].contains(entry.e)) {
                if older.fields[name] != nil { seen.insert(name) }
                older.fields[name] = nil
            }
            #expect(entry.isSaid(by: older, ledger.addedLater(to: entry.e)), "\(entry.e)")
            older.fields["since"] = nil
            #expect(!entry.isSaid(by: older, ledger.addedLater(to: entry.e)), "\(entry.e)")
        }
        #expect(seen == Set(newer))
    }
}
