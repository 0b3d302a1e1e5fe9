import Randomness
import Testing

@testable import Terminal

@Suite struct CanvasTests {
    private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
        Canvas(size: Size(columns: columns, rows: rows))
    }

    private let start = Position(row: 0, column: 0)

    @Test(arguments: [
        (1, "…"), (2, "…"), (3, "王…"), (4, "王…"), (5, "王小…"), (6, "王小明"), (9, "王小明"),
    ])
    func cutsWithEllipsis(width: Int, expected: String) {
        var canvas = canvas(10)
        let used = canvas.write("王小明", at: start, width: width)
        #expect(canvas.text(row: 0) == expected)
        #expect(used == Width.columns(of: expected))
    }

    @Test func nothingIsWrittenOutside() {
        var canvas = canvas(4)
        for position in [(-1, 0), (1, 0), (0, -1), (0, 4)] {
            #expect(canvas.write("x", at: Position(row: position.0, column: position.1)) == 0)
        }
        #expect(canvas.write("x", at: start, width: 0) == 0)
        #expect(canvas.write("x", at: start, width: -3) == 0)
        canvas.fill(Region(row: -5, column: -5, rows: 99, columns: 99), style: .bar)
        #expect(canvas.style(at: start) == .bar)
        #expect(canvas.style(at: Position(row: 0, column: 4)) == nil)
    }

    @Test func padsAndSetsRight() {
        var canvas = canvas(8)
        canvas.write("xxxxxxxx", at: start)
        #expect(canvas.write("王", at: Position(row: 0, column: 1), width: 5, style: .bar, padded: true, trailing: true) == 5)
        #expect(canvas.text(row: 0) == "x   王xx")
        #expect(canvas.style(at: Position(row: 0, column: 1)) == .bar)
        canvas.clear()
        #expect(canvas.write("王", at: start, width: 5, trailing: true) == 2)
        #expect(canvas.text(row: 0) == "   王")
    }

    @Test(arguments: [(0, "x 小明"), (1, " x小明"), (2, "王x 明"), (3, "王 x明"), (5, "王小 x")])
    func overwritingHalfBlanksTheOther(column: Int, expected: String) {
        var canvas = canvas(6)
        canvas.write("王小明", at: start)
        canvas.write("x", at: Position(row: 0, column: column))
        #expect(canvas.text(row: 0) == expected)
    }

    @Test func wideOverWideKeepsColumns() {
        var canvas = canvas(6)
        canvas.write("王小明", at: start)
        canvas.write("字", at: Position(row: 0, column: 1))
        #expect(canvas.text(row: 0) == " 字 明")
        canvas.write("文文", at: Position(row: 0, column: 3))
        #expect(canvas.text(row: 0) == " 字文…")
    }

    @Test func fillingHalfBlanksTheOther() {
        var canvas = canvas(6)
        canvas.write("王小明", at: start)
        canvas.fill(Region(row: 0, column: 1, rows: 1, columns: 2))
        #expect(canvas.text(row: 0) == "    明")
    }

    @Test(arguments: 2...80)
    func bordersStandStill(width: Int) {
        for title in ["", "訪客登記與車輛進出", "a王b小c明", "❤️👨‍👩‍👧🇹🇼"] {
            var canvas = canvas(width + 2, 4)
            canvas.write(String(repeating: "字", count: 50), at: Position(row: 1, column: 0))
            canvas.box(Region(row: 0, column: 1, rows: 3, columns: width), title: title)
            canvas.write(String(repeating: "字", count: 50), at: Position(row: 1, column: 2), width: width - 2)
            let rows = (0..<3).map { columnsOfBorders(canvas, row: $0) }
            #expect(rows.allSatisfy { $0.first == 1 && $0.last == width })
            #expect((0..<3).allSatisfy { Width.columns(of: canvas.text(row: $0)) <= width + 2 })
        }
    }

    private func columnsOfBorders(_ canvas: Canvas, row: Int) -> [Int] {
        let borders: Set<UInt32> = [Line.vertical, Line.topLeft, Line.topRight, Line.bottomLeft, Line.bottomRight]
        return canvas.cells(row: row).enumerated().filter { borders.contains($0.element.base) }.map(\.offset)
    }

    @Test func recoloursOnlyTheRegion() {
        var canvas = canvas(4, 2)
        canvas.write("王小", at: start, style: .good)
        canvas.recolour(Region(row: 0, column: 0, rows: 1, columns: 2), \.selected)
        #expect(canvas.style(at: start) == Style(.good, reversed: true))
        #expect(canvas.style(at: Position(row: 0, column: 2)) == .good)
        #expect(canvas.text(row: 0) == "王小")
    }

    @Test func namesRowsThatDiffer() {
        let old = canvas(5, 4)
        var new = old
        #expect(new.rowsDiffering(from: old).isEmpty)
        new.write("王", at: Position(row: 1, column: 3))
        new.recolour(Region(row: 3, column: 4, rows: 1, columns: 1), \.selected)
        new.cursor = start
        #expect(new.rowsDiffering(from: old) == [1, 3])
        #expect(new.rowsDiffering(from: canvas(6, 4)) == [0, 1, 2, 3])
    }

    @Test func namesColumnsThatDifferByWholeGlyphs() {
        var old = canvas(8, 1)
        old.write("a王小b", at: start)
        var new = old
        #expect(new.columnsDiffering(row: 0, from: old) == nil)
        new.write("大", at: Position(row: 0, column: 3))
        #expect(new.columnsDiffering(row: 0, from: old) == 3..<5)
        new.recolour(Region(row: 0, column: 2, rows: 1, columns: 1), \.selected)
        #expect(new.columnsDiffering(row: 0, from: old) == 1..<5)
        new.write("xy", at: Position(row: 0, column: 2))
        #expect(new.columnsDiffering(row: 0, from: old) == 1..<5)
        #expect(new.columnsDiffering(row: 0, from: canvas(9, 1)) == 0..<8)
    }

    @Test func emptyCanvasTakesEverything() {
        var canvas = canvas(-1, 0)
        canvas.write("x", at: start)
        canvas.box(Region(row: 0, column: 0, rows: 5, columns: 5), title: "x")
        canvas.fill(canvas.region)
        #expect(canvas.text == "")
    }

    @Test func randomDrawingKeepsEveryGlyphWhole() {
        var generator = SeededGenerator(seed: 7)
        let pieces = ["王", "a", "e\u{301}", "👍🏽", "字字", "…", "\u{301}"]
        var canvas = canvas(17, 3)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
            let position = Position(row: .random(in: 0..<3, using: &generator), column: .random(in: 0..<17, using: &generator))
            let width = Bool.random(using: &generator) ? Int.random(in: 0...20, using: &generator) : nil
            canvas.write(text.joined(), at: position, width: width, padded: .random(using: &generator), trailing: .random(using: &generator))
            for row in 0..<3 { #expect(columns(canvas.cells(row: row)) == 17) }
        }
    }

    /// The columns of a row by its leading cells alone; -1 when a half is left over.
    private func columns(_ cells: ArraySlice<Cell>) -> Int {
        var cells = cells
        var sum = 0
        while let cell = cells.popFirst() {
            guard let scalar = Unicode.Scalar(cell.base), !cell.isContinuation else { return -1 }
            sum += Width.columns(of: scalar)
            if Width.columns(of: scalar) == 2, cells.popFirst()?.isContinuation != true { return -1 }
        }
        return sum
    }
}
