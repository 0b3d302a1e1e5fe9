import Gatekeeping
import Notation
import Terminal
import Wording

/// Draws the whole screen from the model.
struct Frame {
    let model: Model

    /// - Parameter keepsSpots: the canvas says what is where, for the mouse.
    func draw(keepsSpots: Bool = false) -> Canvas {
        var canvas = Canvas(size: model.size)
        if keepsSpots { canvas.keepSpots() }
        guard !model.size.isTooSmall else {
            canvas.write(ScreenWords.tooSmall[model.language], at: Position(row: model.size.rows / 2, column: 0), width: model.size.columns)
            return canvas
        }
        let (top, belowTop) = canvas.region.top(1)
        let (line, belowLine) = belowTop.top(1)
        let lesson = model.lessonLines
        let (strip, belowStrip) = belowLine.top(lesson.count)
        let (main, foot) = belowStrip.top(belowStrip.rows - 2)
        topBar(top, on: &canvas)
        inputLine(line, on: &canvas)
        for (offset, text) in lesson.enumerated() {
            canvas.write(text, at: Position(row: strip.row + offset, column: 0), width: strip.columns, style: .mark)
        }
        if model.isLocked { LockDrawing(model: model).draw(in: main, on: &canvas) } else { body(main, on: &canvas) }
        status(foot.top(1).part, on: &canvas)
        keyBar(foot.bottom(1).part, on: &canvas)
        let layers = model.visibleLayers
        if !layers.isEmpty { canvas.mark(main, ScreenSpot.layer) }
        if let layer = layers.last { LayerDrawing(model: model).draw(layer, in: main, on: &canvas) }
        return canvas
    }

    private var words: (Text) -> String { { $0[model.language] } }

    private func topBar(_ region: Region, on canvas: inout Canvas) {
        canvas.fill(region, style: .bar)
        let clock = model.clockText
        let alerts = model.isLocked ? "" : model.alertText
        // Who is on duty and in which shift stays; of the alerts as much as is left, but never less than that there are some.
        let free = region.columns - Width.columns(of: clock) - 1
        let wanted = alerts.isEmpty ? 0 : 2 + min(Width.columns(of: alerts), free * 2 / 5)
        let duty = model.isLocked ? model.lockedText : model.dutyText(fitting: free - (alerts.isEmpty ? 0 : 6), whole: free - wanted)
        let shown = Width.elided(alerts, fitting: max(4, free - Width.columns(of: duty) - 2))
        let right = shown.isEmpty ? clock : "\(shown)  \(clock)"
        let rightWidth = min(Width.columns(of: right), region.columns)
        canvas.write(duty, at: region.origin, width: region.columns - rightWidth - 1, style: .bar)
        canvas.write(
            right, at: Position(row: region.row, column: region.columns - rightWidth), width: rightWidth,
            style: alerts.isEmpty ? .bar : Style(.alarm, bold: true))
    }

    private func inputLine(_ region: Region, on canvas: inout Canvas) {
        guard !model.isLocked else { return LockDrawing(model: model).prompt(region, on: &canvas) }
        canvas.mark(region, ScreenSpot.line)
        let mark = model.earlier.map { words(ScreenWords.earlier(ClockTime($0, in: model.estate.zone).text)) + " > " } ?? "> "
        var column = canvas.write(mark, at: region.origin, width: region.columns, style: Style(.accent, bold: true))
        let room = max(1, region.columns - column - 1)
        if model.line.isEmpty {
            canvas.write(words(ScreenWords.prompt), at: Position(row: region.row, column: column), width: room, style: .faint)
        } else {
            let shown = Width.suffix(of: model.line, fitting: room)
            column += canvas.write(shown, at: Position(row: region.row, column: column), width: room, style: .input)
        }
        if model.layers.isEmpty, model.selection == nil { canvas.cursor = Position(row: region.row, column: column) }
    }

    private func body(_ region: Region, on canvas: inout Canvas) {
        guard model.line.isEmpty else {
            list(model.found, of: nil, in: region, isFocused: true, on: &canvas)
            return
        }
        guard model.shownViews.count > 1 else {
            pane(model.view, in: region, isFocused: true, on: &canvas)
            return
        }
        let (left, rest) = region.left(region.columns / 3)
        let (middle, right) = rest.left(region.columns / 3)
        for (view, part) in zip(model.shownViews, [left, middle, right]) {
            pane(view, in: part, isFocused: model.view == view, on: &canvas)
        }
    }

    private func pane(_ view: Model.View, in region: Region, isFocused: Bool, on canvas: inout Canvas) {
        canvas.mark(region, ScreenSpot.pane(view))
        let rows = model.rows(of: view)
        let others = region.columns >= 100 || region.columns < model.size.columns ? "" : "  " + counts(except: view)
        canvas.box(region, style: isFocused ? .accent : .faint, title: "\(title(view)) \(model.count(of: view))\(others)")
        list(rows, of: view, in: region.inset(rows: 1, columns: 1), isFocused: isFocused, on: &canvas)
    }

    private func counts(except view: Model.View) -> String {
        Model.View.sideBySide.filter { $0 != view }
            .map { "\(title($0)) \(model.count(of: $0))" }.joined(separator: " · ")
    }

    func title(_ view: Model.View) -> String {
        switch view {
        case .visitors: words(Action.visitors.name)
        case .vehicles: words(Action.vehicles.name)
        case .patrol: words(Action.patrol.name)
        case .occurrences: words(Action.occurrences.name)
        case .handover: words(Action.handover.name)
        case .desk: words(DeskWords.title)
        case .inside: words(Action.inside.name)
        case .directory: words(Action.directory.name)
        case .things: words(Action.things.name)
        case .alerts: words(Action.alerts.name)
        }
    }

    private func list(_ rows: [Row], of view: Model.View?, in region: Region, isFocused: Bool, on canvas: inout Canvas) {
        guard !rows.isEmpty else {
            canvas.write(words(ScreenWords.empty), at: region.origin, width: region.columns, style: .faint)
            return
        }
        let selected = isFocused ? rows.firstIndex { $0.id == model.selection } : nil
        let first = firstShown(selected ?? 0, of: rows.count, in: region.rows)
        for (offset, row) in rows[first...].prefix(region.rows).enumerated() {
            let isSelected = selected == first + offset
            let line = Region(row: region.row + offset, column: region.column, rows: 1, columns: region.columns)
            canvas.mark(line, ScreenSpot.row(row.id, view))
            let isBest = !model.line.isEmpty && model.selection == nil && model.isClear && first + offset == 0
            draw(row, in: line, isSelected: isSelected, showsHint: isSelected || !model.line.isEmpty, on: &canvas)
            if isBest { markHint(of: row, in: line, on: &canvas) }
        }
    }

    /// Page by page, so that an arrow changes two rows and leaves the others where the eye knows them.
    private func firstShown(_ selected: Int, of count: Int, in rows: Int) -> Int {
        guard rows > 0, count > rows else { return 0 }
        return min(selected / rows * rows, count - rows)
    }

    private func draw(_ row: Row, in region: Region, isSelected: Bool, showsHint: Bool, on canvas: inout Canvas) {
        let style = isSelected ? row.style.selected : row.style
        if isSelected { canvas.fill(region, style: style) }
        let hint = showsHint && !words(row.hint).isEmpty ? "⏎\(words(row.hint))" : ""
        let right = [row.trailing, hint].filter { !$0.isEmpty }.joined(separator: " ")
        let rightWidth = min(Width.columns(of: right), region.columns * 3 / 5)
        canvas.write(row.text, at: region.origin, width: max(0, region.columns - rightWidth - 1), style: style)
        canvas.write(
            right, at: Position(row: region.row, column: region.column + region.columns - rightWidth), width: rightWidth, style: style)
        if isSelected, model.layers.isEmpty { canvas.cursor = region.origin }
    }

    /// Enter acts on this row as it stands: its hint looks pressed down.
    private func markHint(of row: Row, in region: Region, on canvas: inout Canvas) {
        let hint = "⏎\(words(row.hint))"
        let width = Width.columns(of: hint)
        guard !words(row.hint).isEmpty, width < region.columns / 2 else { return }
        canvas.write(hint, at: Position(row: region.row, column: region.column + region.columns - width), width: width, style: row.style.selected)
    }

    private func status(_ region: Region, on canvas: inout Canvas) {
        let text = model.message ?? (model.isLocked ? "" : !model.parked.isEmpty ? words(ScreenWords.parked(model.parked.count)) : model.isReading ? words(ScreenWords.stillReading) : "")
        canvas.write(text, at: region.origin, width: region.columns, style: model.isAlarm && model.message != nil ? Style(.alarm, bold: true) : .good)
    }

    private func keyBar(_ region: Region, on canvas: inout Canvas) {
        canvas.fill(region, style: .bar)
        if case .form(let form)? = model.visibleLayers.last {
            let keys = form.kind.isUnlocking ? LockWords.unlockKeys : model.isLocked ? LockWords.formKeys : ScreenWords.formKeys
            canvas.write(words(keys), at: region.origin, width: region.columns, style: .bar)
            return
        }
        if model.isLocked {
            canvas.write(words(LockWords.keys), at: region.origin, width: region.columns, style: .bar)
            return
        }
        var column = 0
        for entry in model.keyBar {
            guard column + entry.columns <= region.columns else { break }
            canvas.mark(Region(row: region.row, column: column, rows: 1, columns: entry.columns), ScreenSpot.action(entry.action))
            column += canvas.write(entry.key, at: Position(row: region.row, column: column), style: .key)
            column += canvas.write(entry.name, at: Position(row: region.row, column: column), style: .bar)
        }
    }
}
