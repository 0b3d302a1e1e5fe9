import Bookkeeping
import Gatekeeping
import Journal
import Notation
import Terminal
import Testing
import Wording

@testable import Console

@Suite("Things, tasks, orders and alerts by keys")
struct ThingsKeysTests {
    private func fill(_ desk: Desk, _ texts: String...) {
        for text in texts {
            desk.type(text)
            desk.press(.enter)
        }
    }

    /// Opens the form of a new entry of the pane, by its digit.
    private func new(_ digit: String, on desk: Desk) {
        desk.press(.control("w"), .home, .enter)
        desk.type(digit)
    }

    @Test("G6: a parcel is kept for a unit and fetched")
    func parcel() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("1", on: desk)
        desk.type("1")
        fill(desk, "two boxes", "3-1502", "courier", "")
        desk.press(.enter)
        #expect(desk.kinds.last == "thing.kept")
        #expect(desk.text.contains("parcel: two boxes → 3-1502"))
        let n = try #require(desk.registers.things.keys.first)
        while desk.model.selection != .thing(n) { desk.press(.down) }
        desk.press(.enter)
        fill(desk, "Wang", "resident card", "")
        #expect(desk.kinds.last == "thing.fetched")
        #expect(desk.registers.things.isEmpty)
    }

    /// A parcel for 3-1502 and one for another unit, and a task.
    private func found() throws -> Desk {
        let desk = try Desk(columns: 120, rows: 36)
        for (what, unit) in [("two boxes", "3-1502"), ("fan", "1-301")] { try desk.elsewhere(kept(what, unit)) }
        var task = TaskGiven()
        (task.what, task.giver) = ("把停水通知貼到每一棟", "S01")
        try desk.elsewhere(task)
        return desk
    }

    private func kept(_ what: String, _ unit: String) -> ThingKept {
        var kept = ThingKept()
        (kept.what, kept.unit) = (what, unit)
        return kept
    }

    @Test("G6: a parcel is found by the unit, the addressee or what it is, and Enter opens its handing out", arguments: ["unit", "name", "what"])
    func parcelFromTheLine(by what: String) throws {
        let desk = try found()
        let addressee = try #require(desk.model.estate.residents.first { $0.unit == "3-1502" })
        desk.type(what == "unit" ? "3-1502" : what == "name" ? addressee.name : "two boxes")
        #expect(desk.model.found.first?.text == "parcel: two boxes → 3-1502")
        #expect(desk.model.found.count { $0.hint == HintWords.fetch } == 1)
        desk.press(.enter)
        fill(desk, "Wang", "resident card", "")
        #expect(desk.kinds.last == "thing.fetched")
        #expect(desk.model.line.isEmpty && desk.registers.things.values.map(\.what) == ["fan"])
    }

    @Test("G6: of two parcels for one unit Enter takes neither; who is inside comes before them, and no parcel is offered for a name that none is for")
    func parcelsFromTheLine() throws {
        let desk = try found()
        try desk.elsewhere(kept("lamp", "3-1502"))
        desk.type("3-1502")
        #expect(!desk.model.isClear && desk.model.found.prefix(2).allSatisfy { $0.hint == HintWords.fetch })
        desk.press(.escape)
        desk.admit("蘇東坡")
        desk.type("3-1502")
        #expect(desk.model.found.first?.text.contains("蘇東坡") == true)
        desk.press(.escape)
        desk.type("李白")
        #expect(!desk.model.found.contains { $0.hint == HintWords.fetch })
    }

    @Test("S9: a task is found from the line by its words, and Enter opens its settling")
    func taskFromTheLine() throws {
        let desk = try found()
        desk.type("停水")
        #expect(desk.model.found.first?.hint == HintWords.finish)
        desk.press(.enter)
        fill(desk, "貼好了", "")
        #expect(desk.kinds.last == "task.finished")
        #expect(desk.registers.tasks.isEmpty)
    }

    @Test("S9, G15: a task is given with its time, alerts when it is due, and Enter on the alert leads to it")
    func task() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("2", on: desk)
        fill(desk, "count the badges", "S01", "10:30", "")
        #expect(desk.kinds.last == "task.given")
        #expect(try #require(desk.registers.tasks.values.first?.until) == Instant("2026-11-23T10:30:00+08:00"))
        try desk.clock("2026-11-23T10:31:00+08:00")
        #expect(desk.model.alertText.contains("task"))
        desk.press(.control("v"), .home, .enter)
        #expect(desk.model.view == .things)
        #expect(desk.model.selected?.text.contains("count the badges") == true)
        desk.press(.enter)
        fill(desk, "twenty", "")
        #expect(desk.kinds.last == "task.finished")
    }

    @Test("How many pieces a pass allows is not offered for correction, and whoever asks for it is told what helps")
    func fixedField() throws {
        let desk = try Desk(columns: 120, rows: 36)
        var issued = PassIssued()
        (issued.what, issued.count, issued.unit, issued.consent, issued.carrier) = ("boxes", 2, "3-1502", "owner", "Li")
        let n = try desk.elsewhere(issued)
        desk.press(.control("w"))
        desk.model.open(.correct(n))
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        #expect(options.map(\.id) == ["\(n)/consent"])
        let answer = desk.office.perform(Command(Correction(ref: n, field: "count", value: "9", why: "more"), by: "G07", post: "gate-main"))
        guard case .refused(let refusal) = answer else { return #expect(Bool(false), "\(answer)") }
        #expect(refusal == .fixedField("count"))
        #expect(Refusal.fixedField("count").text(.english).contains("Take the step again"))
        #expect(desk.registers.passes[n]?.count == 2)
    }

    @Test("What a task says is corrected from its row, with the reason")
    func correction() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("2", on: desk)
        fill(desk, "count the bagdes", "S01", "", "")
        let n = try #require(desk.registers.tasks.keys.first)
        while desk.model.selection != .task(n) { desk.press(.down) }
        desk.press(.right)
        desk.type("1")
        desk.type("1")
        fill(desk, "count the badges", "misspelt", "")
        #expect(desk.kinds.last == "entry.corrected")
        #expect(desk.registers.tasks[n]?.what == "count the badges")
    }

    @Test("An alert is put off with a time and a reason")
    func putOff() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("2", on: desk)
        fill(desk, "count the badges", "S01", "10:30", "")
        try desk.clock("2026-11-23T10:31:00+08:00")
        desk.press(.control("v"), .home, .right)
        desk.type("1")
        fill(desk, "12:00", "the stores are locked", "")
        #expect(desk.kinds.last == "alert.postponed")
        #expect(!desk.model.alertText.contains("task"))
        try desk.clock("2026-11-23T12:00:00+08:00")
        #expect(desk.model.alertText.contains("task"))
    }

    @Test("P1: the silence of an occurrence that was put off calls again after news, and for the next guard")
    func putOffSilence() throws {
        let desk = try Desk(columns: 120, rows: 36)
        var opened = OccurrenceOpened()
        (opened.occurrence, opened.text) = ("water", "garage")
        let n = try desk.elsewhere(opened)
        func putOff() throws {
            desk.press(.control("v"))
            try desk.choose(.alert("silent:\(n)"))
            desk.press(.right)
            desk.type("1")
            fill(desk, "20:00", "pump is running", "")
        }
        try desk.clock("2026-11-23T12:00:00+08:00")
        try putOff()
        #expect(desk.kinds.last == "alert.postponed" && !desk.model.alertText.contains("silent"))
        var news = OccurrenceUpdated()
        (news.ref, news.text) = (n, "water is falling")
        try desk.elsewhere(news)
        try desk.clock("2026-11-23T15:00:00+08:00")
        #expect(desk.model.rows(of: .alerts).contains { $0.id == .alert("silent:\(n)") })
        try putOff()
        #expect(!desk.model.rows(of: .alerts).contains { $0.id == .alert("silent:\(n)") })
        try desk.elsewhere(desk.signedOn(.covering), by: "S01")
        #expect(desk.model.rows(of: .alerts).contains { $0.id == .alert("silent:\(n)") })
    }

    @Test("S1: an order is opened with Enter and signed with Enter; Esc only closes it")
    func order() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.press(.function(9), .home)
        #expect(desk.text.contains("unread"))
        desk.press(.enter, .escape)
        #expect(desk.kinds.last == "post.taken")
        desk.press(.enter, .enter)
        let read = try #require(try desk.lastFact as? OrderAcknowledged)
        #expect(read.reader == "G07")
        #expect(desk.registers.readings[read.order]?.readers == ["G07"])
        let kinds = desk.kinds
        try desk.choose(.order(read.order))
        desk.press(.enter, .enter)
        #expect(desk.kinds == kinds && desk.statusLine.contains("already"), "One version is signed once.")
    }

    @Test("放行條: the form of a leaving asks for goods first, and what is typed on a form's last row is not dropped in silence")
    func goodsFirst() throws {
        let desk = try Desk(columns: 80, rows: 24)
        desk.admit("蘇東坡")
        desk.press(.function(2), .down, .right, .text("1"), .enter)
        #expect(try desk.form.isOnFinish)
        desk.type("sofa")
        #expect(try desk.form.complaint == FormWords.onlyEnter.english)
        #expect(try desk.form.value("carried") == nil)
        try desk.go(to: "carried")
        desk.type("sofa")
        #expect(try desk.form.value("carried") == "sofa")
        desk.press(.control("d"))
        #expect(!desk.kinds.contains("visitor.left"), "Without a pass and without a reason nothing goes out.")
    }

    @Test("Goods leave on a pass, by its row")
    func pass() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("3", on: desk)
        fill(desk, "sofa", "1", "3-1502", "Wang by phone", "movers", "", "")
        #expect(desk.kinds.last == "pass.issued")
        let n = try #require(desk.registers.passes.keys.first)
        while desk.model.selection != .pass(n) { desk.press(.down) }
        desk.press(.enter, .enter, .enter, .enter)
        #expect(desk.kinds.last == "goods.released")
        #expect(desk.registers.passes.isEmpty && desk.registers.referrals.isEmpty)
    }

    @Test("放行條: a pass that was cancelled meanwhile is no choice any more, so that the reason that is asked for is enough")
    func cancelledMeanwhile() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.admit("蘇東坡")
        new("3", on: desk)
        fill(desk, "sofa", "1", "3-1502", "Wang by phone", "movers", "", "")
        let n = try #require(desk.registers.passes.keys.first)
        desk.press(.function(2), .down, .right)
        desk.type("1")
        try desk.go(to: "carried")
        desk.type("sofa")
        try desk.go(to: "pass")
        desk.type("1")
        var cancelled = PassCancelled()
        (cancelled.ref, cancelled.why) = (n, "the owner changed her mind")
        try desk.elsewhere(cancelled)
        desk.press(.control("d"))
        #expect(desk.kinds.last == "pass.cancelled")
        #expect(try desk.form.value("pass") == nil)
        try desk.go(to: "why")
        desk.type("she said so herself")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.left")
    }

    @Test("放行條: goods on a pass of another carrier and with more pieces are asked a reason for, go out with it, and stand for the supervisor by what differs", arguments: [Language.english, .hant])
    func otherwiseThanPass(language: Language) throws {
        let desk = try Desk(language: language, columns: 120, rows: 36)
        desk.admit("蘇東坡")
        new("3", on: desk)
        fill(desk, "sofa", "1", "3-1502", "Wang by phone", "movers", "", "")
        desk.press(.function(2), .down, .right)
        desk.type("1")
        try desk.go(to: "carried")
        desk.type("sofa")
        try desk.go(to: "pass")
        desk.type("1")
        try desk.go(to: "pieces")
        desk.type("2")
        desk.press(.control("d"))
        #expect(try desk.form.complaint != nil && desk.form.fields[desk.form.focus].id == "why")
        desk.type("two parts")
        desk.press(.control("d"))
        #expect(try (desk.lastFact as? VisitorLeft)?.differs == ["carrier:蘇東坡≠movers", "pieces:2≠1"])
        #expect(desk.model.message?.contains(language == .english ? "Nobody has to be kept" : "不必留人") == true, "\(desk.model.message ?? "")")
        desk.press(.function(6))
        let row = try #require(desk.model.rows(of: .handover).first { if case .referral = $0.id { true } else { false } })
        #expect(row.text.contains(language == .english ? "Not as the pass says" : "與放行條不符") && row.text.contains("蘇東坡≠movers") && row.text.contains("two parts"))
    }

    @Test("What somebody carries out without a pass is refused at the screen, until a reason is given, which goes to the supervisor")
    func withoutPass() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.admit("蘇東坡")
        desk.press(.function(2), .down, .right)
        desk.type("1")
        try desk.go(to: "carried")
        desk.type("television")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains("pass") == true && desk.form.fields[desk.form.focus].id == "why")
        desk.type("moving in a hurry")
        desk.press(.control("d"))
        #expect(try (desk.lastFact as? VisitorLeft)?.isUnpassed == true)
        #expect(desk.model.alertText.contains("!1"))
        desk.press(.function(6))
        #expect(desk.text.contains("television · moving in a hurry") && desk.text.contains("Goods out without a pass"))
    }

    @Test("G2, G9: a violation and damage are written from the same row", arguments: [
        ("6", ["AB1234", "blocks the fire lane", ""], "1", "violation.corrected"), ("5", ["ramp", "", "lamp is out", ""], "", "defect.found"),
    ])
    func others(digit: String, texts: [String], choice: String, kind: String) throws {
        let desk = try Desk(columns: 120, rows: 36)
        new(digit, on: desk)
        for text in texts { fill(desk, text) }
        if !choice.isEmpty { desk.type(choice) }
        desk.press(.enter)
        #expect(desk.kinds.last == kind)
    }

    @Test("S7: a training with its end is recorded, and one that runs out shows and leads to its row")
    func training() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("8", on: desk)
        desk.type("7")
        fill(desk, "fire drill", "2026-12-01", "")
        try desk.go(to: "what")
        desk.press(.control("d"))
        let recorded = try #require(try desk.lastFact as? TrainingRecorded)
        #expect((recorded.person, recorded.what) == ("G07", "fire drill"))
        desk.press(.control("v"))
        let alert = try #require(desk.model.rows(of: .alerts).first { $0.text.contains("certificate ends") })
        try desk.choose(alert.id)
        desk.press(.enter)
        #expect(desk.model.view == .things && desk.model.selected?.text.contains("fire drill") == true)
    }

    @Test("G6: the row of a thing shows its newest defect, whatever else is broken of it")
    func state() throws {
        let desk = try Desk(columns: 120, rows: 36)
        for text in ["scratched", "dead", "silent", "cracked"] {
            var found = DefectFound()
            (found.place, found.item, found.text) = ("gate-main", "radio", text)
            try desk.elsewhere(found)
        }
        desk.press(.control("w"))
        #expect(desk.model.rows(of: .things).first { $0.id == .equipment("radio") }?.trailing == "cracked")
    }

    @Test("S8: equipment of the post is issued to somebody and comes back, by its row")
    func issued() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("1", on: desk)
        desk.type("3")
        fill(desk, "spare radio", "", "")
        try desk.go(to: "what")
        desk.press(.control("d"))
        let n = try #require(desk.registers.things.first { $0.value.what == "spare radio" }?.key)
        try desk.choose(.thing(n))
        #expect(desk.model.selected?.hint == HintWords.lend)
        desk.press(.enter)
        desk.type("G08")
        desk.press(.control("d"))
        #expect(desk.registers.things[n]?.holder == "G08")
        #expect(desk.model.rows(of: .things).first { $0.id == .thing(n) }?.text.contains("lent G08") == true)
        try desk.choose(.thing(n))
        #expect(desk.model.selected?.hint == HintWords.giveBack)
        desk.press(.enter, .control("d"))
        #expect(desk.kinds.last == "thing.returned" && desk.registers.things[n]?.holder == nil)
    }

    @Test("S2: an inspection names supervisor and guard by digit")
    func inspection() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("7", on: desk)
        desk.type("1")
        desk.type("7")
        fill(desk, "in order", "watch the camera", "")
        let made = try #require(try desk.lastFact as? InspectionMade)
        #expect((made.supervisor, made.person) == ("S01", "G07"))
    }

    @Test("G9: a repair is confirmed by another guard than who recorded it")
    func defect() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("5", on: desk)
        fill(desk, "ramp", "", "lamp is out", "", "")
        let n = try #require(desk.registers.defects.keys.first)
        desk.press(.function(4))
        while desk.model.selection != .defect(n) { desk.press(.down) }
        desk.press(.enter)
        fill(desk, "new lamp", "")
        #expect(desk.kinds.last == "defect.repaired")
        #expect(desk.text.contains("look again"))
        desk.press(.up, .down, .enter)
        desk.type("1")
        desk.press(.enter, .enter)
        #expect(try desk.form.complaint?.contains("somebody else") == true)
        #expect(desk.registers.defects.count == 1)
    }
}
