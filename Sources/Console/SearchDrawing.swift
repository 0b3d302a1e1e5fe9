import Bookkeeping
import Notation
import Terminal
import Wording

extension LayerDrawing {
    /// What was typed, and what was found of it so far.
    func search(_ lookup: Lookup, in region: Region, on canvas: inout Canvas) {
        canvas.fill(region)
        let count = lookup.lines.count
        let mark = switch lookup.progress {
        case .underway: "\(count) …"
        case .complete: "\(count)"
        case .cut: "\(count)+"
        }
        canvas.box(region, style: .accent, title: "\(words(Action.search.name)) \(mark)")
        let (top, rest) = region.inset(rows: 1, columns: 1).top(1)
        let (bottom, rows) = rest.bottom(lookup.progress == .cut ? 1 : 0)
        if lookup.progress == .cut { canvas.write(words(ScreenWords.olderNotShown), at: bottom.origin, width: bottom.columns, style: .warning) }
        let used = canvas.write("> " + Width.suffix(of: lookup.text, fitting: max(1, top.columns - 3)), at: top.origin, width: top.columns, style: .input)
        canvas.cursor = Position(row: top.row, column: top.column + used)
        if lookup.lines.isEmpty, lookup.progress.isOver { canvas.write(words(ScreenWords.empty), at: rows.origin, width: rows.columns, style: .faint) }
        let first = max(0, min(lookup.selected - rows.rows / 2, count - rows.rows))
        for (offset, line) in lookup.lines.dropFirst(first).prefix(rows.rows).enumerated() {
            let place = Position(row: rows.row + offset, column: rows.column)
            let isSelected = first + offset == lookup.selected
            canvas.mark(rows.line(offset), ScreenSpot.found(first + offset))
            canvas.write(line.text, at: place, width: rows.columns, style: isSelected ? Style.plain.selected : .plain)
            for range in line.text.places(of: lookup.text) {
                let column = place.column + Width.columns(of: String(line.text[..<range.lowerBound]))
                let room = rows.column + rows.columns - column
                guard room > 0 else { break }
                let style = isSelected ? Style(bold: true, underlined: true).selected : Style(.accent, bold: true)
                canvas.write(String(line.text[range]), at: Position(row: place.row, column: column), width: room, style: style)
            }
        }
    }
}
