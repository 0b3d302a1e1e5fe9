import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

@Suite("Times and numbers in forms")
struct FormTimesTests {
    /// A task is being written down; the form asks until when.
    private func asked() throws -> Desk {
        let desk = try Desk(columns: 120, rows: 36)
        desk.model.open(.record("task.give", about: [:]))
        desk.type("count the badges")
        desk.press(.enter)
        desk.type("1")
        try desk.go(to: "until")
        return desk
    }

    @Test("S9: what is no time is said and stays as it was typed; nothing is recorded without it", arguments: ["明年底", "soon", "25:00"])
    func noTime(text: String) throws {
        let desk = try asked()
        let before = desk.kinds
        desk.type(text)
        desk.press(.control("d"))
        #expect(desk.kinds == before)
        let form = try desk.form
        #expect(form.value("until") == text && form.fields[form.focus].id == "until" && form.complaint == ScreenWords.badMoment.english)
    }

    @Test("S9: a time is taken as people write it", arguments: ["明天18點半", "tomorrow 18:30", "11-24 1830", "20261124 18:30"])
    func spoken(text: String) throws {
        let desk = try asked()
        desk.type(text)
        desk.press(.control("d"))
        let until = try #require(desk.registers.tasks.values.first?.until)
        #expect(until.text(in: desk.model.estate.zone).hasPrefix("2026-11-24T18:30"))
    }

    @Test("A form that was put aside before midnight means the same day after it")
    func overMidnight() throws {
        let desk = try asked()
        desk.type("明天")
        desk.press(.enter)
        #expect(try desk.form.value("until") == "2026-11-24")
    }

    @Test("A number takes digits only, a choice what can be chosen; they say so, and keep what stood there")
    func digits() throws {
        let desk = try Desk()
        desk.model.open(.visitor(ref: nil, prefill: VisitorPrefill()))
        try desk.go(to: "purpose")
        for text in ["火", "?", "xyzzy"] {
            desk.type(text)
            #expect(try desk.form.complaint == ScreenWords.onlyChoice.english)
        }
        try desk.go(to: "count")
        let before = try desk.form.value("count")
        desk.type("三")
        var form = try desk.form
        #expect(form.value("count") == before && form.complaint == ScreenWords.onlyDigits.english)
        desk.type("3")
        form = try desk.form
        #expect(form.value("count") == "3" && form.complaint == nil)
    }

    @Test("On the smallest screen the label of the field one is in stands whole, and the menu with all its functions", arguments: Language.allCases)
    func small(language: Language) throws {
        let desk = try Desk(language: language, columns: 40, rows: 12)
        desk.model.open(.record("training.record", about: [:]))
        try desk.go(to: "until")
        let label = FieldWords.label("until", of: "training.record")[language]
        #expect(desk.text.replacing("\n", with: "").contains(label) || desk.text.contains(String(label.suffix(12))), "\(desk.text)")
        desk.press(.escape, .control("g"))
        for action in Action.functions { #expect(desk.text.contains(action.name[language]), "\(action): \(desk.text)") }
    }
}
