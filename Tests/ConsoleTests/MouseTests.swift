import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// The mouse selects and scrolls; it is never needed, and never records.
struct MouseTests {
    /// Where a text stands on the screen.
    private func place(of text: String, _ desk: Desk, skipping: Int = 0) throws -> Position {
        let canvas = Frame(model: desk.model).draw()
        for row in skipping..<canvas.size.rows {
            let line = canvas.text(row: row)
            if let range = line.firstRange(of: text) { return Position(row: row, column: Width.columns(of: line[..<range.lowerBound])) }
        }
        Issue.record("\(text) is not in:\n\(canvas.text)")
        return Position(row: 0, column: 0)
    }

    private func click(_ text: String, _ desk: Desk, skipping: Int = 2) throws {
        let place = try place(of: text, desk, skipping: skipping)
        desk.read("\u{1B}[<0;\(place.column + 1);\(place.row + 1)M")
        desk.read("\u{1B}[<0;\(place.column + 1);\(place.row + 1)m")
    }

    @Test("A click selects a row, and Enter does it")
    func row() throws {
        let desk = try DrawingTests.busy()
        try click("蘇東坡", desk)
        #expect(desk.model.selected?.text.contains("蘇東坡") == true)
        #expect(desk.kinds.last != "visitor.left")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.left")
    }

    @Test("Side by side, a click in another pane goes there")
    func pane() throws {
        let desk = try DrawingTests.busy()
        desk.model.size = Size(columns: 120, rows: 36)
        try click("BKX-7281", desk)
        #expect(desk.model.view == .vehicles)
        #expect(desk.model.selected?.text.contains("BKX-7281") == true)
        try click("Patrol", desk)
        #expect(desk.model.view == .patrol && desk.model.selection == nil)
    }

    @Test("A click selects a candidate")
    func candidate() throws {
        let desk = try Desk()
        desk.type("ZZQ-0099")
        try click(HintWords.newVehicle.english, desk)
        #expect(desk.model.selection == .newVehicle)
        desk.press(.enter)
        guard case .vehicle = try desk.form.kind else { return #expect(Bool(false), "another form") }
    }

    @Test("In a form a click goes to a field, chooses, and reaches the last row without recording")
    func form() throws {
        let desk = try Desk()
        desk.type("ZZQ-0099")
        desk.press(.end, .enter)
        let kinds = try #require(desk.model.estate.vehicleKinds.dropFirst().first)
        try click("2 \(kinds.name[.english])", desk)
        #expect(try desk.form.value("vehicle") == kinds.id)
        try click(FormWords.driver.english, desk)
        #expect(try desk.form.fields[desk.form.focus].id == "driver")
        try click(ScreenWords.finishRow.english, desk)
        #expect(try desk.form.isOnFinish)
        #expect(!desk.kinds.contains("vehicle.registered"))
    }

    @Test("A row's actions are chosen by click or arrows and done by Enter")
    func actions() throws {
        let desk = try DrawingTests.busy()
        try desk.record(RoundTicked(ref: #require(desk.registers.rounds.keys.first), checkpoint: #require(desk.model.estate.routes.first?.checkpoints.first)), by: "G07")
        desk.press(.function(4), .down, .right)
        try click(HintWords.back.english, desk, skipping: 4)
        #expect(desk.model.chosenAction == 2)
        #expect(!desk.kinds.contains("round.returned"))
        desk.press(.up, .down, .enter)
        #expect(desk.kinds.last == "round.returned")
        desk.press(.home, .right, .enter)
        #expect(desk.kinds.last == "round.returned", "nothing is chosen when the actions open")
    }

    @Test("An entry of the key bar or of the menu acts")
    func keyBar() throws {
        let desk = try DrawingTests.busy()
        try click("Vehicles", desk, skipping: 23)
        #expect(desk.model.view == .vehicles)
        desk.press(.control("g"))
        try click("Patrol", desk)
        #expect(desk.model.view == .patrol && desk.model.layers.isEmpty)
    }

    @Test("The wheel scrolls what is under it")
    func wheel() throws {
        let desk = try Desk()
        desk.press(.function(9))
        desk.read("\u{1B}[<65;10;10M")
        desk.read("\u{1B}[<65;10;10M")
        let rows = desk.model.rows(of: .directory)
        #expect(desk.model.selection == rows[5].id)
        desk.read("\u{1B}[<64;10;10M")
        #expect(desk.model.selection == rows[2].id)
        desk.press(.function(1))
        desk.read("\u{1B}[<65;10;10M")
        guard case .help(scroll: 3)? = desk.model.layers.last else { return #expect(Bool(false), "help did not scroll") }
    }

    @Test("A click on a hit of the search selects it")
    func search() throws {
        let desk = try DrawingTests.busy()
        desk.press(.control("f"))
        desk.type("visitor")
        desk.search()
        guard case .search(let before)? = desk.model.layers.last else { return #expect(Bool(false), "no search") }
        try #require(before.lines.count > 3)
        desk.press(.click(Position(row: 7, column: 10)))
        guard case .search(let after)? = desk.model.layers.last else { return #expect(Bool(false), "no search") }
        #expect(after.selected == 3)
    }

    @Test("No click and no turn of the wheel anywhere asks for a line or leaves the program", arguments: 0..<HelpTests.ways.count)
    func recordsNothing(way: Int) throws {
        let desk = try DrawingTests.busy()
        for key in HelpTests.ways[way].keys { desk.press(key) }
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 40, rows: 12)] {
            desk.model.size = size
            for row in 0..<size.rows {
                // Another column in each row: the rows together touch most of them.
                for column in stride(from: row * 7 % 40, to: size.columns, by: 40) {
                    let place = Position(row: row, column: column)
                    var model = desk.model
                    for key in row.isMultiple(of: 2) ? [Key.wheel(1, place), .click(place)] : [.click(place), .wheel(-1, place)] { #expect(model.press(key).isEmpty) }
                }
            }
        }
    }
}
