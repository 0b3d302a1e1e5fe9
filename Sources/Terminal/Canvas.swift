/// A grid of cells that panes draw on and a display paints. Drawing outside of it is cut off, never an error.
public struct Canvas: Sendable {
    public let size: Size
    /// Where the terminal's cursor stands; `nil` hides it.
    public var cursor: Position?

    private(set) var cells: [Cell]
    /// The rows that something was drawn on since the frame was begun.
    private(set) var touched: [Bool]
    /// What regions stand for, those drawn last behind; nil where nobody asks.
    private var spots: [(region: Region, spot: any Spot)]?
    /// What of it the next frame may keep.
    var drawn = Drawn()

    /// An empty canvas; a negative size counts as 0.
    public init(size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank(.plain), count: self.size.columns * self.size.rows)
        touched = Array(repeating: true, count: self.size.rows)
    }

    /// What is on the canvas counts as shown.
    mutating func forgetTouched() {
        for row in touched.indices { touched[row] = false }
    }

    /// Takes over some columns of a row of a canvas of the same size.
    mutating func take(row: Int, _ columns: Range<Int>, from other: Canvas) {
        let range = row * size.columns + columns.lowerBound..<row * size.columns + columns.upperBound
        for index in range { cells[index] = other.cells[index] }
    }

    /// Whether drawing leaves behind what each region stands for.
    public var keepsSpots: Bool { spots != nil }

    /// Lets drawing leave behind what each region stands for.
    public mutating func keepSpots() { spots = [] }

    /// Leaves behind what a region stands for.
    public mutating func mark(_ region: Region, _ spot: @autoclosure () -> any Spot) {
        if spots != nil { spots?.append((region, spot())) }
    }

    /// What was drawn last at a cell, where spots are kept.
    public func spot(at position: Position) -> (any Spot)? { spots?.last { $0.region.contains(position) }?.spot }

    /// The whole canvas as a region.
    public var region: Region { Region(size) }

    /// Blanks everything and hides the cursor.
    public mutating func clear() {
        for index in cells.indices { cells[index] = .blank(.plain) }
        for row in touched.indices { touched[row] = true }
        cursor = nil
    }

    /// Writes one line of text and returns the columns it took.
    ///
    /// - Parameters:
    ///   - width: the most columns it may take; `nil` means up to the right edge. A longer text is cut at the border
    ///     of a glyph and ends with "…".
    ///   - padded: fills the rest of the width with blanks of the style, and counts them.
    ///   - trailing: sets the text against the right end of the width.
    @inlinable
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, at position: Position, width: Int? = nil, style: Style = .plain,
        padded: Bool = false, trailing: Bool = false
    ) -> Int {
        place(text.whole, at: position, width: width, style: style, padded: padded, trailing: trailing)
    }

    @usableFromInline
    mutating func place(
        _ text: String, at position: Position, width: Int?, style: Style, padded: Bool, trailing: Bool
    ) -> Int {
        guard (0..<size.rows).contains(position.row), (0..<size.columns).contains(position.column) else { return 0 }
        let room = size.columns - position.column
        let limit = min(width ?? room, room)
        guard limit > 0 else { return 0 }

        let run = GlyphRun(text, limit: limit)
        let start = trailing ? position.column + limit - run.columns : position.column
        if padded {
            blank(row: position.row, columns: position.column..<position.column + limit, style: style)
        }
        releaseEdges(row: position.row, columns: start..<start + run.columns)
        var column = start
        for glyph in run.glyphs {
            set(glyph, row: position.row, column: column, style: style)
            column += glyph.columns
        }
        return padded ? limit : run.columns
    }

    /// Blanks a region in a style.
    public mutating func fill(_ region: Region, style: Style = .plain) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        for row in area.row..<area.row + area.rows {
            blank(row: row, columns: area.column..<area.column + area.columns, style: style)
        }
    }

    /// Changes the style of what is there, as for the chosen row of a list.
    public mutating func recolour(_ region: Region, _ transform: (Style) -> Style) {
        let area = region.intersection(self.region)
        guard !area.isEmpty else { return }
        for row in area.row..<area.row + area.rows {
            let start = row * size.columns + area.column
            touched[row] = true
            for index in start..<start + area.columns { cells[index].style = transform(cells[index].style) }
        }
    }
}

extension Canvas {
    /// One glyph of one column, wherever it falls; outside nothing happens.
    mutating func draw(_ base: UInt32, row: Int, column: Int, style: Style) {
        guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return }
        releaseEdges(row: row, columns: column..<column + 1)
        set(Glyph(base: base, columns: 1), row: row, column: column, style: style)
    }

    private mutating func set(_ glyph: Glyph, row: Int, column: Int, style: Style) {
        let index = row * size.columns + column
        cells[index] = Cell(base: glyph.base, firstMark: glyph.firstMark, secondMark: glyph.secondMark, style: style)
        if glyph.columns == 2 { cells[index + 1] = .continuation(style) }
    }

    private mutating func blank(row: Int, columns: Range<Int>, style: Style) {
        releaseEdges(row: row, columns: columns)
        let start = row * size.columns
        for column in columns { cells[start + column] = .blank(style) }
    }

    /// Blanks the halves that would be left of wide glyphs when these columns are overwritten.
    private mutating func releaseEdges(row: Int, columns: Range<Int>) {
        guard !columns.isEmpty else { return }
        touched[row] = true
        let start = row * size.columns
        let first = start + columns.lowerBound
        if cells[first].isContinuation { cells[first - 1] = .blank(cells[first - 1].style) }
        let behind = start + columns.upperBound
        if columns.upperBound < size.columns && cells[behind].isContinuation {
            cells[behind] = .blank(cells[behind].style)
        }
    }
}

/// What a region of a canvas stands for: a row, a field, a key.
public protocol Spot: Sendable {}

extension Canvas: Equatable {
    /// Whether both show the same.
    public static func == (left: Canvas, right: Canvas) -> Bool {
        left.size == right.size && left.cursor == right.cursor && left.cells == right.cells
    }
}
