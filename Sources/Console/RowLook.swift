import Terminal

/// How a row of a list looks: all that its drawing reads.
struct RowLook: Hashable {
    let text: String
    let trailing: String
    let style: Style
    /// What Enter does; empty where it is not shown.
    let hint: String
    let isSelected: Bool
    /// Enter acts on this row as it stands: its hint looks pressed down.
    let isBest: Bool

    init(_ row: Row, hint: String, isSelected: Bool, isBest: Bool) {
        (text, trailing, style) = (row.text, row.trailing, row.style)
        (self.hint, self.isSelected, self.isBest) = (hint.isEmpty ? "" : "⏎\(hint)", isSelected, isBest)
    }

    func draw(in region: Region, on canvas: inout Canvas) {
        let style = isSelected ? self.style.selected : self.style
        if isSelected { canvas.fill(region, style: style) }
        let right = right(in: region.columns)
        let rightWidth = Width.columns(of: right)
        canvas.write(text, at: region.origin, width: max(0, region.columns - rightWidth - 1), style: style)
        canvas.write(right, at: region.end(rightWidth), width: rightWidth, style: style)
        guard isBest, !hint.isEmpty, case let width = Width.columns(of: hint), width <= region.columns - 6 else { return }
        canvas.write(hint, at: region.end(width), width: width, style: self.style.selected)
    }
}

extension RowLook {
    /// What stands at the end of the row: what Enter does whole, for that is never guessed, and of the rest as much as leaves room for the text.
    private func right(in columns: Int) -> String {
        let action = Width.elided(hint, fitting: max(0, columns - 6))
        // On a narrow screen the text says which row it is, and comes first.
        let share = columns < 60 && Width.columns(of: text) > columns * 2 / 5 ? columns / 2 : columns * 3 / 5
        let room = share - Width.columns(of: action) - (action.isEmpty ? 0 : 1)
        let rest = Width.columns(of: trailing) <= room ? trailing : room < 4 ? "" : Width.elided(trailing, fitting: room)
        return rest.isEmpty ? action : action.isEmpty ? rest : "\(rest) \(action)"
    }
}

extension Region {
    /// One of its lines, from 0.
    func line(_ offset: Int) -> Region { Region(row: row + offset, column: column, rows: 1, columns: columns) }

    /// Where the last columns of its first line begin.
    fileprivate func end(_ width: Int) -> Position { Position(row: row, column: column + columns - width) }
}
