import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

struct OnSiteKeysTests {
    @Test("P2: one key shows who is in, for which unit, since when and how many, over a form too, and who is over time")
    func board() throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.admit("蘇東坡")
        desk.type("7281")
        desk.press(.enter, .function(8))
        #expect(desk.model.view == .inside)
        let rows = desk.model.rows(of: .inside)
        #expect(rows.map(\.trailing) == ["09:50", "09:50"])
        #expect(rows[0].text.contains("蘇東坡") && rows[0].text.contains("3-1502") && rows[1].text.contains("BKX-7281"))
        desk.press(.function(2), .control("n"))
        desk.type("李白")
        desk.press(.function(8))
        #expect(desk.text.contains("蘇東坡"))
        desk.press(.escape)
        #expect(try desk.form.value("name") == "李白")
        try desk.clock("2026-11-23T23:59:00+08:00")
        #expect(desk.model.rows(of: .inside).first { $0.text.contains("蘇東坡") }?.trailing.hasPrefix(HintWords.over.english) == true)
        #expect(desk.model.alertText.contains("over time"))
    }
}
