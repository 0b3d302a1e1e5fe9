import Bookkeeping
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

@Suite("The look before the answer to what the book asks")
struct ComparingTests {
    /// Asked just now whether somebody is the person of the list.
    private func asked(rows: Int = 24) throws -> Desk {
        let desk = try Desk(rows: rows)
        desk.admit("金大海", tail: "9999")
        guard case .compare = try desk.form.kind else { throw Unasked() }
        return desk
    }

    private struct Unasked: Error {}

    /// Clicks on the choice of a digit.
    private func click(_ digit: Int, _ desk: Desk) throws {
        let canvas = Frame(model: desk.model).draw()
        let text = "\(digit) " + FormWords.notSame.english
        let row = try #require((0..<canvas.size.rows).first { canvas.text(row: $0).contains(text) })
        let before = try #require(canvas.text(row: row).firstRange(of: text)).lowerBound
        let column = Width.columns(of: canvas.text(row: row)[..<before])
        desk.read("\u{1B}[<0;\(column + 1);\(row + 1)M")
    }

    private func answers(_ desk: Desk) -> Bool { desk.kinds.contains("visitor.compared") }

    @Test("A click on an answer at once answers nothing; after a look it does")
    func clicked() throws {
        let desk = try asked()
        desk.gap = 120
        try click(3, desk)
        desk.press(.enter)
        #expect(!answers(desk))
        #expect(try desk.form.value("same") == nil)
        desk.look()
        try click(3, desk)
        desk.press(.enter)
        #expect(desk.kinds.suffix(2) == ["visitor.compared", "visitor.admitted"])
    }

    @Test("Put aside and fetched, or under the help, it is looked at anew", arguments: [[Key.control("p"), .control("p")], [.function(1), .function(1)], [.function(8), .escape]])
    func shownAgain(keys: [Key]) throws {
        let desk = try asked()
        desk.look()
        for key in keys { desk.press(key) }
        desk.gap = 100
        desk.press(.text("3"), .enter)
        #expect(!answers(desk))
        desk.look()
        desk.press(.text("3"), .enter)
        #expect(answers(desk))
    }

    @Test("An answer that was given before it was put aside or covered is asked anew", arguments: [[Key.control("p"), .control("p")], [.function(1), .escape], [.control("e"), .escape]])
    func answeredBefore(keys: [Key]) throws {
        let desk = try asked()
        desk.look()
        desk.press(.text("3"))
        #expect(try desk.form.isOnFinish)
        for key in keys { desk.press(key) }
        #expect(try desk.form.value("same") == nil)
        desk.look()
        desk.press(.enter, .control("d"))
        #expect(!answers(desk))
    }

    @Test("Enter for a chosen line of what the book offers wants the look, too")
    func offered() throws {
        let desk = try Desk()
        desk.type("林小乙")
        desk.press(.enter, .text("1"))
        desk.type("4321")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        desk.press(.enter, .text("1"), .text("1"))
        try desk.go(to: "suspicious")
        desk.type("odd")
        desk.press(.control("d"))
        guard case .actions? = desk.model.layers.last else { return #expect(Bool(false), "nothing was asked: \(desk.text)") }
        desk.gap = 100
        desk.press(.down, .enter)
        guard case .actions? = desk.model.layers.last else { return #expect(Bool(false), "answered without a look") }
        #expect(desk.model.message == ScreenWords.lookFirst.english)
        desk.look()
        desk.press(.enter)
        #expect(desk.model.form != nil)
    }

    @Test("On a small screen the walk-through makes room for the question, which shows that more follows")
    func small() throws {
        let desk = try Desk(columns: 40, rows: 12)
        desk.press(.function(1), .enter)
        desk.admit("金大海", tail: "9999")
        guard case .compare = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.text.contains(FormWords.notSame.english) && desk.text.contains("左眉有疤"))
        #expect(desk.model.isLessonOpen && desk.model.lessonLines.isEmpty)
    }
}
