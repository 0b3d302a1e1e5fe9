extension Canvas {
    /// What a row shows, without the blanks at its end; "" outside of the canvas.
    public func text(row: Int) -> String {
        guard (0..<size.rows).contains(row) else { return "" }
        var text = String.UnicodeScalarView()
        for cell in cells(row: row) { cell.append(to: &text) }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// All rows, each ended by a line feed.
    public var text: String {
        (0..<size.rows).map { text(row: $0) + "\n" }.joined()
    }

    /// The style of a cell; `nil` outside of the canvas.
    public func style(at position: Position) -> Style? {
        guard region.contains(position) else { return nil }
        return cells[position.row * size.columns + position.column].style
    }

    /// The rows of this canvas that look different in `other`: all of them when the sizes differ.
    public func rowsDiffering(from other: Canvas) -> [Int] {
        (0..<size.rows).filter { columnsDiffering(row: $0, from: other) != nil }
    }

    /// From the first to the last column of a row that looks different in `other`, whole glyphs; nil where none does, all where the sizes differ.
    func columnsDiffering(row: Int, from other: Canvas) -> Range<Int>? {
        guard size == other.size else { return 0..<size.columns }
        let start = row * size.columns
        return cells.withUnsafeBufferPointer { new in
            other.cells.withUnsafeBufferPointer { old in
                let columns = 0..<size.columns
                guard var first = columns.first(where: { new[start + $0] != old[start + $0] }),
                    var last = columns.last(where: { new[start + $0] != old[start + $0] })
                else { return nil }
                while first > 0, new[start + first].isContinuation { first -= 1 }
                while last + 1 < columns.upperBound, new[start + last + 1].isContinuation { last += 1 }
                return first..<last + 1
            }
        }
    }

    func cells(row: Int) -> ArraySlice<Cell> { cells(row: row, 0..<size.columns) }

    func cells(row: Int, _ columns: Range<Int>) -> ArraySlice<Cell> {
        cells[row * size.columns + columns.lowerBound..<row * size.columns + columns.upperBound]
    }
}
