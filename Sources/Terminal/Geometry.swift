/// How many columns and rows a screen has.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A cell of the screen, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells. One without rows or columns is legal and empty.
public struct Region: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public var rows: Int
    public var columns: Int

    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The whole of a screen.
    public init(_ size: Size) {
        self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
    }

    public var isEmpty: Bool { rows <= 0 || columns <= 0 }

    /// The top left cell.
    public var origin: Position { Position(row: row, column: column) }

    public func contains(_ position: Position) -> Bool {
        position.row >= row && position.row < row + rows
            && position.column >= column && position.column < column + columns
    }

    /// What both regions cover.
    public func intersection(_ other: Region) -> Region {
        let top = max(row, other.row)
        let left = max(column, other.column)
        let bottom = min(row + rows, other.row + other.rows)
        let right = min(column + columns, other.column + other.columns)
        return Region(row: top, column: left, rows: bottom - top, columns: right - left)
    }

    /// The region without `rows` rows at the top and at the bottom and `columns` columns at each side.
    public func inset(rows: Int = 1, columns: Int = 1) -> Region {
        Region(
            row: row + rows, column: column + columns, rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
    }

    /// The upper `count` rows, and what is left below; `count` is held to 0...rows.
    public func top(_ count: Int) -> (part: Region, rest: Region) {
        let count = min(max(0, count), rows)
        return (
            Region(row: row, column: column, rows: count, columns: columns),
            Region(row: row + count, column: column, rows: rows - count, columns: columns)
        )
    }

    /// The lower `count` rows, and what is left above.
    public func bottom(_ count: Int) -> (part: Region, rest: Region) {
        let (rest, part) = top(rows - min(max(0, count), rows))
        return (part, rest)
    }

    /// The left `count` columns, and what is left beside them.
    public func left(_ count: Int) -> (part: Region, rest: Region) {
        let count = min(max(0, count), columns)
        return (
            Region(row: row, column: column, rows: rows, columns: count),
            Region(row: row, column: column + count, rows: rows, columns: columns - count)
        )
    }

    /// The right `count` columns, and what is left beside them.
    public func right(_ count: Int) -> (part: Region, rest: Region) {
        let (rest, part) = left(columns - min(max(0, count), columns))
        return (part, rest)
    }
}

extension Region {
    /// One row of it, counted from 0; empty outside of it.
    public func line(_ index: Int) -> Region { Region(row: row + index, column: column, rows: (0..<rows).contains(index) ? 1 : 0, columns: columns) }
}
