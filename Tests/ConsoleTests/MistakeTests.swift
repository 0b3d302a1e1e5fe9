import Bookkeeping
import Bookkeeping
import Gatekeeping
import Journal
import Notation
import Terminal
import Testing
import Wording

@testable import Console

struct MistakeTests {
    @Test("Ctrl-U takes back the last own event and leaves the line as it is")
    func takeBack() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter)
        desk.type("王")
        desk.press(.control("u"))
        #expect(desk.kinds.last == "entry.withdrawn")
        #expect(desk.registers.stays.isEmpty)
        #expect(desk.model.line == "王")
    }

    @Test("What cannot be taken back is refused with words")
    func signOn() throws {
        let desk = try Desk()
        desk.press(.control("u"))
        #expect(desk.kinds.last == "post.taken")
        #expect(desk.model.message == Refusal.cannotBeWithdrawn.text(.english))
        #expect(desk.model.isAlarm)
    }

    @Test("A second Ctrl-U does not take back what came before it twice")
    func twice() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter, .control("u"), .control("u"))
        #expect(desk.kinds.filter { $0 == "entry.withdrawn" }.count == 1)
        #expect(desk.model.message != nil)
    }

    @Test("An earlier time goes into the next entry, and into no other")
    func earlier() throws {
        let desk = try Desk()
        desk.press(.control("t"))
        desk.type("09:30")
        desk.press(.enter, .enter)
        #expect(desk.model.layers.isEmpty)
        #expect(desk.text.contains("for 09:30"))
        desk.type("7281")
        desk.press(.enter)
        let stamp = try #require(desk.office.state.entries.last).stamp
        #expect(stamp.at == Instant("2026-11-23T09:30:00+08:00"))
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.office.state.entries.last?.stamp.at == nil)
    }

    @Test("An earlier time stays with its form, also while that is parked; what is entered meanwhile is for now")
    func earlierForm() throws {
        let desk = try Desk()
        desk.press(.control("r"), .text("1"))
        desk.type("a man with a ladder")
        desk.press(.control("t"))
        desk.type("09:30")
        desk.press(.enter, .enter)
        #expect(desk.text.contains("for 09:30"))
        desk.press(.control("p"))
        #expect(!desk.text.contains("for 09:30"))
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.office.state.entries.last?.stamp.at == nil)
        desk.press(.control("e"), .escape, .control("p"))
        #expect(desk.text.contains("for 09:30"))
        let draft = try #require(FormDraft(try desk.form))
        #expect(try #require(FormDraft(draft.json)).form(desk.model.factory)?.earlier == Instant("2026-11-23T09:30:00+08:00"))
        try desk.go(to: "finding")
        desk.type("looked round")
        desk.press(.enter, .text("1"), .control("d"))
        #expect(desk.kinds.last == "questioning.recorded")
        #expect(desk.office.state.entries.last?.stamp.at == Instant("2026-11-23T09:30:00+08:00"))
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.office.state.entries.last?.stamp.at == nil)
    }

    @Test("A time that was not finished is not put aside: it would be for something else then")
    func unfinishedTime() throws {
        let desk = try Desk()
        desk.press(.control("r"), .text("1"))
        desk.type("a man with a ladder")
        desk.press(.control("t"))
        desk.type("09:30")
        desk.press(.enter, .control("p"))
        #expect(desk.model.parked.isEmpty)
        desk.press(.function(2))
        #expect(desk.model.parked.count == 1)
    }

    @Test("An earlier time that is refused stays for the same entry")
    func earlierRefused() throws {
        let desk = try Desk()
        desk.type("7281")
        desk.press(.enter, .control("t"))
        desk.type("09:30")
        desk.press(.enter, .enter)
        desk.type("7281")
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.entered")
        #expect(desk.model.earlier == Instant("2026-11-23T09:30:00+08:00"))
    }

    @Test("G10: a handover takes no earlier time; it says so, the next press records it for now", arguments: Language.allCases)
    func noEarlierHandover(language: Language) throws {
        let desk = try Desk(language: language)
        desk.press(.control("t"))
        desk.type("09:30")
        desk.press(.enter, .enter)
        try desk.step("offer")
        desk.press(.control("d"))
        #expect(desk.kinds.last != "handover.offered")
        #expect(try desk.form.complaint == Refusal.onlyNow.text(language))
        #expect(desk.model.earlier == nil)
        desk.press(.control("d"))
        #expect(desk.kinds.last == "handover.offered" && desk.office.state.entries.last?.stamp.at == nil)
    }

    @Test("G13: news for a time before the occurrence began are refused, with the earliest time that can be")
    func beforeItBegan() throws {
        let desk = try Desk()
        var opened = OccurrenceOpened()
        (opened.occurrence, opened.text) = ("theft", "bicycle")
        let n = try desk.elsewhere(opened)
        desk.press(.control("t"))
        desk.type("09:30")
        desk.press(.enter, .enter)
        desk.model.open(.updateOccurrence(n))
        desk.type("seen at the gate")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "occurrence.opened")
        #expect(try desk.form.complaint?.contains("2026-11-23 09:50") == true)
        desk.press(.control("t"))
        desk.type("09:50")
        desk.press(.enter, .enter)
        desk.press(.control("d"))
        #expect(desk.kinds.last == "occurrence.updated")
    }

    @Test("A time later than now is yesterday's; what is no time is refused")
    func yesterday() throws {
        let desk = try Desk()
        desk.press(.control("t"))
        desk.type("soon")
        desk.press(.enter, .enter)
        #expect(try desk.form.complaint != nil)
        for _ in 0..<4 { desk.press(.up, .backspace) }
        desk.type("23:10")
        desk.press(.control("d"))
        #expect(desk.model.earlier == Instant("2026-11-22T23:10:00+08:00"))
    }

    @Test("A wrong unit is corrected with a reason, and the screen shows the right one")
    func correction() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.press(.down, .right)
        guard case .actions(let row) = desk.model.layers.last else { return #expect(Bool(false), "no actions") }
        let digit = try #require(row.actions.firstIndex { $0.name == HintWords.correct }) + 1
        desk.type("\(digit)")
        desk.type("2")
        desk.type("3-1501")
        desk.press(.enter)
        desk.type("misheard")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "entry.corrected")
        #expect(desk.registers.visits.values.map(\.unit) == ["3-1501"])
        #expect(desk.text.contains("3-1501") && desk.text.contains(HintWords.corrected.english))
    }

    @Test("Of an expected guest who came to another unit the unit that counts is corrected, not the one that was announced")
    func latest() throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("蘇東坡", "3-1502") })
        try desk.elsewhere(blank(VisitorVerified.self) { ($0.ref, $0.name, $0.document, $0.tail, $0.matches) = (visit, "蘇東坡", "id-card", "1234", true) })
        let registered = try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.confirmed, $0.purpose) = (visit, "3-1501", .phone, "visit") })
        desk.model.open(.correct(visit))
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        #expect(options.filter { $0.id.hasSuffix("/unit") }.map(\.id) == ["\(registered)/unit"])
    }

    @Test("A purpose is corrected by its name; one that there is not is answered with the names that there are")
    func purpose() throws {
        let desk = try Desk(language: .hant)
        desk.admit("蘇東坡")
        let visit = try #require(desk.registers.visits.keys.first)
        desk.model.open(.correct(visit))
        guard case .choice(let options) = try desk.form.fields[0].kind else { return #expect(Bool(false), "no choice") }
        let index = try #require(options.firstIndex { $0.id.hasSuffix("/purpose") })
        #expect(options[index].name.hasSuffix("訪友"))
        desk.type("\(index + 1)")
        desk.type("亂寫")
        desk.press(.enter)
        desk.type("聽錯")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains("送餐") == true && desk.form.complaint?.contains("meal") == false)
        try desk.go(to: "value")
        for _ in 0..<2 { desk.press(.backspace) }
        desk.type("送餐")
        desk.press(.control("d"))
        #expect(desk.registers.visits[visit]?.purpose == "meal")
    }

    @Test("Only what the entry has is offered for correction, each under a name of its own")
    func offered() throws {
        let desk = try HandoverLinesTests.offered()
        func fields(_ n: Int?) throws -> [String] {
            desk.model.open(.correct(try #require(n)))
            guard case .choice(let options) = try desk.form.fields[0].kind else { return [] }
            #expect(Set(options.map(\.name)).count == options.count)
            #expect(options.allSatisfy { option in option.name.hasSuffix(option.stands ?? "—") || option.name.hasSuffix("…") }, "What stands there is said.")
            return options.compactMap { $0.id.split(separator: "/").last.map(String.init) }
        }
        #expect(try fields(desk.registers.occurrences.keys.first) == ["text", "place"])
        #expect(try fields(desk.registers.tasks.keys.first) == ["what", "giver"])
        #expect(try fields(desk.registers.things.keys.first) == ["unit", "what"])
    }

    @Test("The language key turns through the three languages and keeps the text")
    func language() throws {
        let desk = try Desk(language: .hant)
        desk.type("王")
        #expect(desk.text.contains("訪客"))
        desk.press(.control("k"))
        #expect(desk.model.language == .hans)
        #expect(desk.text.contains("访客"))
        desk.press(.control("k"))
        #expect(desk.text.contains("Visitors"))
        #expect(desk.model.line == "王")
        desk.press(.control("k"))
        #expect(desk.model.language == .hant)
    }

    @Test("The menu does what the function keys do", arguments: zip(1...9, Action.functions))
    func menu(digit: Int, action: Action) throws {
        let (byKey, byMenu) = (try Desk(), try Desk())
        byKey.press(action.key)
        byMenu.press(.control("g"))
        byMenu.type("\(digit)")
        #expect(byKey.text == byMenu.text)
    }
}
