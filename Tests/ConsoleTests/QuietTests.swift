import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

/// What a screen reader would speak: it reads what changes, and the row under the cursor.
struct QuietTests {
    /// The cells that differ between two frames.
    private func changed(_ before: Canvas, _ after: Canvas) -> [Position] {
        (0..<before.size.rows).flatMap { row in
            let (old, new) = (Array(before.text(row: row)), Array(after.text(row: row)))
            return (0..<max(old.count, new.count)).filter { column in
                guard column < old.count, column < new.count else { return true }
                return old[column] != new[column]
            }.map { Position(row: row, column: $0) }
        }
    }

    @Test("A minute's tick changes only the clock's cells and leaves the cursor", arguments: [80, 120])
    func tick(columns: Int) throws {
        let desk = try Desk(at: "2026-11-23T11:20:10+08:00", columns: columns)
        desk.admit("蘇東坡")
        desk.press(.down)
        desk.model.message = nil
        let before = Frame(model: desk.model).draw()
        desk.model.now = desk.model.now.adding(minutes: 1)
        desk.model.prepare()
        let after = Frame(model: desk.model).draw()
        #expect(after.cursor == before.cursor)
        #expect(after.cursor != nil)
        let cells = changed(before, after)
        #expect(cells.count == 1, "11:20 becomes 11:21: \(cells)")
        #expect(after.text(row: 0).hasSuffix("11:21"))
        #expect(cells.first?.row == 0)
    }

    @Test("An arrow changes two rows, also in a list of several pages, and the cursor stands on the new one")
    func arrow() throws {
        let desk = try Desk()
        for number in 0..<40 {
            var expected = VisitorExpected()
            (expected.name, expected.unit, expected.purpose) = ("客\(number)", "3-1502", "visit")
            try desk.record(expected, by: "G07")
        }
        desk.hear()
        desk.press(.down)
        var pages = 0
        for _ in 0..<39 {
            let before = Frame(model: desk.model).draw()
            desk.press(.down)
            let after = Frame(model: desk.model).draw()
            let rows = after.rowsDiffering(from: before)
            if rows.count > 2 { pages += 1 }
            #expect(after.cursor.map { after.text(row: $0.row).contains("⏎") } == true)
        }
        #expect(pages == 2)
    }

    @Test("What was prepared is never shown when it is old")
    func prepared() throws {
        let desk = try Desk()
        desk.model.prepare()
        desk.admit("蘇東坡")
        desk.model.message = nil
        for _ in 0..<2 {
            for view in Model.View.allCases {
                desk.model.view = view
                for columns in [80, 120] {
                    desk.model.size = Size(columns: columns, rows: 24)
                    desk.model.prepared = Prepared()
                    let plain = desk.text
                    desk.model.prepare()
                    #expect(desk.text == plain, "\(view) \(columns)")
                }
            }
            desk.model.language = .hant
        }
        let text = desk.text
        desk.model.now = desk.model.now.adding(minutes: 600)
        desk.model.prepare()
        #expect(desk.text != text)
    }
}
