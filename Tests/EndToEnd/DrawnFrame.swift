/// The frames on a screen, as columns: what must not move, whatever stands inside.
struct DrawnFrame {
    /// What is wrong with a screen; nil when everything is in its place.
    static func fault(in lines: [Substring], columns: Int) -> String? {
        let cells = lines.map(cells)
        if let wide = cells.firstIndex(where: { $0.count > columns }) { return "row \(wide) is too wide" }
        if lines.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) { return "a cut glyph" }
        guard let top = cells.firstIndex(where: isEdge), let bottom = cells.lastIndex(where: isEdge), top < bottom else { return "no frame" }
        let corners = cells[top].indices.filter { isCorner(cells[top][$0]) }
        guard corners.first == 0, corners.last == columns - 1 else { return "the upper edge has corners at \(corners)" }
        guard cells[bottom].indices.filter({ isCorner(cells[bottom][$0]) }) == corners else { return "the lower edge differs" }
        for row in top + 1..<bottom {
            for column in corners where column >= cells[row].count || !sides.contains(cells[row][column]) { return "row \(row), column \(column): no side" }
        }
        return nil
    }

    private static let sides: Set<Unicode.Scalar> = ["│", "|"]
    private static let corners: Set<Unicode.Scalar> = ["┌", "┐", "└", "┘", "+"]

    private static func isCorner(_ scalar: Unicode.Scalar) -> Bool { corners.contains(scalar) }
    private static func isEdge(_ cells: [Unicode.Scalar]) -> Bool { cells.first.map(isCorner) ?? false }

    /// One scalar for each column; the second column of a wide one is a NUL. Combining marks take none.
    private static func cells(_ line: Substring) -> [Unicode.Scalar] {
        line.unicodeScalars.flatMap { scalar in
            (0x300...0x36F).contains(scalar.value) ? [] : isWide(scalar.value) ? [scalar, "\0"] : [scalar]
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD, 0x26D4: true
        default: false
        }
    }
}
