import Terminal
import Wording

/// Draws a locked screen: numbers only.
struct LockDrawing {
    let model: Model

    func draw(in region: Region, on canvas: inout Canvas) {
        canvas.box(region, style: .accent, title: LockWords.title[model.language])
        let inner = region.inset(rows: 1, columns: 1)
        let counts = model.lockedCounts.map { $0[model.language] }
        let width = counts.map { Width.columns(of: $0) }.max() ?? 0
        let isRoomy = inner.rows >= counts.count * 2
        let first = inner.row + max(0, (inner.rows - counts.count * (isRoomy ? 2 : 1)) / 2)
        for (index, text) in counts.enumerated() {
            let place = Position(row: first + index * (isRoomy ? 2 : 1), column: inner.column + max(0, (inner.columns - width) / 2))
            canvas.write(text, at: place, width: min(width, inner.columns), style: .title)
        }
    }

    func prompt(_ region: Region, on canvas: inout Canvas) {
        let text = model.custody == nil ? LockWords.promptUnattended : LockWords.prompt
        let column = canvas.write("> ", at: region.origin, width: region.columns, style: Style(.accent, bold: true))
        let place = Position(row: region.row, column: column)
        canvas.write(text[model.language], at: place, width: max(1, region.columns - column - 1), style: .faint)
        canvas.cursor = place
    }
}
