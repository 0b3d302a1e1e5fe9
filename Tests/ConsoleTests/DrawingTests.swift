import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console
@testable import Terminal

/// Everything is drawn at every size, in every language, and borders stay where they belong.
struct DrawingTests {
    /// A gate with something of everything.
    static func busy() throws -> Desk {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.admit("Bartholomew Featherstonehaugh-Cholmondeley", tail: "1111")
        desk.type("7281")
        desk.press(.enter, .function(4), .down, .enter, .control("e"))
        desk.type("1")
        desk.press(.enter, .enter, .function(5), .down, .enter)
        desk.type("9")
        desk.type("water in the garage, the second pump does not start")
        desk.press(.enter, .enter, .enter, .function(2))
        try #require(desk.registers.visits.count == 3 && desk.registers.stays.count == 1)
        try #require(desk.registers.rounds.count == 1 && desk.registers.occurrences.count == 1)
        return desk
    }

    @Test("In English no Chinese punctuation stands anywhere, nor in what is said of what was done")
    func punctuation() throws {
        let desk = try HandoverLinesTests.offered()
        try desk.elsewhere(Desk.exception)
        desk.model.size = Size(columns: 250, rows: 40)
        let marks = Set("：（）、。，；「」〔〕【】？！　")
        for view in Model.View.allCases {
            desk.model.view = view
            #expect(!desk.text.contains { marks.contains($0) }, "\(view): \(desk.text)")
        }
        for text in ["3-15", "nobody", "QQ12345"] {
            desk.type(text)
            #expect(!desk.text.contains { marks.contains($0) }, "\(desk.text)")
            desk.press(.escape)
        }
        desk.admit("Somebody New")
        #expect(desk.statusLine.contains("Let in Somebody New (") && !desk.text.contains { marks.contains($0) }, "\(desk.text)")
        desk.press(.function(10), .text("1"))
        #expect(!desk.text.contains { marks.contains($0) }, "\(desk.text)")
    }

    @Test("A message is whole on the smallest screen, too, or shows that more follows")
    func longMessage() throws {
        let desk = try Desk(columns: 40, rows: 12)
        desk.model.alarm(String(repeating: "nothing ", count: 19) + "is lost.")
        #expect(desk.text.contains("is lost."))
        desk.model.alarm(String(repeating: "nothing ", count: 30) + "is lost.")
        #expect(desk.statusLine.hasSuffix("…") && !desk.text.contains("is lost."))
    }

    static let sizes = stride(from: 40, through: 250, by: 13).flatMap { columns in
        stride(from: 12, through: 40, by: 7).map { Size(columns: columns, rows: $0) }
    }

    private static let corners: [UInt32] = "┌┐└┘╭╮╰╯".unicodeScalars.map(\.value)

    /// The columns of the corners in a row.
    static func corners(of canvas: Canvas, row: Int) -> [Int] {
        canvas.cells(row: row).enumerated().filter { $1.base > 0x2500 && corners.contains($1.base) }.map(\.offset)
    }

    /// Upper and lower edges of boxes stand in the same columns, and everything fits.
    private func check(_ model: Model, _ what: String) {
        let canvas = Frame(model: model).draw()
        #expect(canvas.size == model.size)
        let edges = (0..<canvas.size.rows).map { DrawingTests.corners(of: canvas, row: $0) }.filter { !$0.isEmpty }
        for edge in edges {
            #expect(edge.count.isMultiple(of: 2), "\(what) \(model.size) \(model.language)")
            #expect(edge.last == model.size.columns - 1, "\(what) \(model.size) \(model.language)")
            #expect(edge.first == 0, "\(what) \(model.size) \(model.language)")
        }
        if let first = edges.first, let last = edges.last, edges.count == 2 {
            #expect(first == last, "\(what) \(model.size) \(model.language)")
        }
        if let cursor = canvas.cursor {
            #expect(canvas.region.contains(cursor), "\(what) \(model.size) \(model.language)")
        }
    }

    /// At every size; the languages take turns, so that each has its share of every width.
    private func everywhere(_ model: Model, _ what: String) {
        var model = model
        for (turn, size) in DrawingTests.sizes.enumerated() {
            model.language = Language.allCases[turn % Language.allCases.count]
            model.size = size
            check(model, what)
        }
    }

    @Test("Every view", arguments: Model.View.allCases)
    func views(view: Model.View) throws {
        var model = try DrawingTests.busy().model
        model.view = view
        everywhere(model, "\(view)")
        model.selection = model.list.last?.id
        everywhere(model, "\(view), last row")
    }

    @Test("Every form")
    func forms() throws {
        let desk = try DrawingTests.busy()
        let visit = try #require(desk.registers.visits.keys.min())
        let round = try #require(desk.registers.rounds.keys.first)
        let kinds: [FormKind] = [
            .visitor(ref: nil, prefill: VisitorPrefill()), .expect("李白"), .visitorLeaves(visit),
            .refuse(ref: nil, name: "李白", plate: "", reason: nil, denied: nil), .compare(ref: visit, name: "金大海", denied: "d-001"),
            .exception(ref: visit, matter: .suspicion), .confirm(1), .emergency, .completeEmergency(visit), .vehicle("ABC-1"),
            .vehicleLeaves(ref: nil, plate: ""), .occurrence(""), .updateOccurrence(1), .resolveOccurrence(1), .question(""),
            .startRound("buildings"), .tick(round: round, checkpoint: "b1-lobby", .damaged), .repair(1), .signOn(.opening),
            .signOn(.covering), .offer, .accept(1), .unlock, .outage(1), .correct(visit), .time, .figures(.desk), .figures(.guards),
            .record("matter.receive", about: [:]),
        ]
        for kind in kinds {
            var model = desk.model
            model.open(kind)
            everywhere(model, "\(kind)")
        }
    }

    @Test("Every small layer, and what was found")
    func layers() throws {
        let desk = try DrawingTests.busy()
        let row = try #require(desk.model.rows(of: .visitors).first)
        let scope = DeskTally.Scope(from: Day(number: 20_000), to: Day(number: 20_780))
        var board = FigureBoard(scope: scope, number: 1)
        board.figures = try DeskFigures(desk.office.book, estate: desk.model.estate, scope: scope, .hant)
        let figures = Model.Layer.figures(board)
        for layer in [Model.Layer.help(scroll: 0), .help(scroll: 99), .menu, .actions(row), .reading("甲\n乙\n" + String(repeating: "長", count: 300)), .board(scroll: 1), .quit, figures] {
            var model = desk.model
            model.layers = [layer]
            everywhere(model, "\(layer)")
        }
        for layer in [nil, Model.Layer.quit, .help(scroll: 0)] {
            var model = desk.model
            model.lock()
            model.layers = [layer].compactMap { $0 }
            everywhere(model, "locked")
        }
        desk.type("3-15")
        var model = desk.model
        for size in DrawingTests.sizes {
            model.size = size
            _ = Frame(model: model).draw()
        }
    }

    @Test("A form at any field, with a complaint and long values, keeps its frame")
    func longValues() throws {
        let desk = try DrawingTests.busy()
        desk.press(.control("n"))
        desk.type(String(repeating: "長名", count: 120))
        var form = try desk.form
        form.complaint = String(repeating: "長話", count: 120)
        for focus in 0...form.fields.count {
            form.focus = focus
            var model = desk.model
            model.layers = [.form(form)]
            for size in DrawingTests.sizes {
                model.size = size
                check(model, "field \(focus)")
            }
        }
    }
}

extension Desk {
    static var exception: ExceptionGranted {
        var granted = ExceptionGranted()
        (granted.matter, granted.supervisor, granted.reason, granted.manner) = (.signOff, "S01", "ill", .telephone)
        return granted
    }
}
