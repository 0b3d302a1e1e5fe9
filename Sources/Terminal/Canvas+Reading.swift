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
        guard size == other.size else { return Array(0..<size.rows) }
        return (0..<size.rows).filter { !cells(row: $0).elementsEqual(other.cells(row: $0)) }
    }

    func cells(row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }
}
