/// The characters of frames, and what stands for them where they cannot be shown.
enum Line {
    static let horizontal: UInt32 = 0x2500
    static let vertical: UInt32 = 0x2502
    static let topLeft: UInt32 = 0x250C
    static let topRight: UInt32 = 0x2510
    static let bottomLeft: UInt32 = 0x2514
    static let bottomRight: UInt32 = 0x2518

    static func inASCII(_ base: UInt32) -> UInt32 {
        switch base {
        case horizontal: 0x2D
        case vertical: 0x7C
        case 0x250C...0x254B: 0x2B
        case 0x2026: 0x7E
        default: base
        }
    }
}

extension Canvas {
    /// Frames a region, with a title in its upper edge and a short mark at the end of the lower one. A region of less than two rows or columns has no frame.
    public mutating func box(_ region: Region, style: Style = .plain, title: String? = nil, foot: String = "") {
        guard region.rows >= 2 && region.columns >= 2 else { return }
        let bottom = region.row + region.rows - 1
        let right = region.column + region.columns - 1
        for column in region.column + 1..<right {
            draw(Line.horizontal, row: region.row, column: column, style: style)
            draw(Line.horizontal, row: bottom, column: column, style: style)
        }
        for row in region.row + 1..<bottom {
            draw(Line.vertical, row: row, column: region.column, style: style)
            draw(Line.vertical, row: row, column: right, style: style)
        }
        draw(Line.topLeft, row: region.row, column: region.column, style: style)
        draw(Line.topRight, row: region.row, column: right, style: style)
        draw(Line.bottomLeft, row: bottom, column: region.column, style: style)
        draw(Line.bottomRight, row: bottom, column: right, style: style)
        if let title, !title.isEmpty { head(region, title: title, style: style) }
        let width = Width.columns(of: foot)
        if width > 0, width < region.columns - 4 { write(foot, at: Position(row: bottom, column: right - 1 - width), width: width, style: style) }
    }

    /// ┌ title ───┐
    private mutating func head(_ region: Region, title: String, style: Style) {
        let start = Position(row: region.row, column: region.column + 2)
        let used = write(title, at: start, width: region.columns - 4, style: style)
        guard used > 0 else { return }
        draw(Cell.space, row: region.row, column: start.column - 1, style: style)
        draw(Cell.space, row: region.row, column: start.column + used, style: style)
    }
}
