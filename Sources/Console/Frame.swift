import Gatekeeping
import Notation
import Terminal
import Wording

/// Draws the whole screen from the model.
struct Frame {
    /// Whoever draws frame after frame changes it here: a model is much to copy for every key.
    var model: Model

    /// A frame drawn anew.
    /// - Parameter keepsSpots: the canvas says what is where, for the mouse.
    func draw(keepsSpots: Bool = false) -> Canvas {
        var canvas = Canvas(size: model.size)
        if keepsSpots { canvas.keepSpots() }
        draw(on: &canvas, keeps: !keepsSpots)
        return canvas
    }

    /// Prepares what the next frame shows and draws it on the canvas that shows the one before. Changes the model in place, so that nothing is copied.
    mutating func drawNext(on canvas: inout Canvas) {
        model.prepare()
        draw(on: &canvas)
    }

    /// Draws the next frame on a canvas that shows the one before.
    /// - Parameter keeps: what would look the same is left as it is.
    func draw(on canvas: inout Canvas, keeps: Bool = true) {
        let text = statusText
        let said = text.isEmpty ? [] : lines(of: text)
        if keeps { canvas.begin(size: model.size, layout: layout(under: said)) }
        guard !model.size.isTooSmall else {
            canvas.write(ScreenWords.tooSmall[model.language], at: Position(row: model.size.rows / 2, column: 0), width: model.size.columns)
            return
        }
        let (top, belowTop) = canvas.region.top(1)
        let (line, belowLine) = belowTop.top(1)
        let lesson = model.lessonLines
        let (strip, belowStrip) = belowLine.top(lesson.count)
        let (main, foot) = belowStrip.top(belowStrip.rows - max(1, said.count) - 1)
        topBar(top, on: &canvas)
        inputLine(line, over: main.rows, on: &canvas)
        for (offset, text) in lesson.enumerated() {
            let row = Region(row: strip.row + offset, column: 0, rows: 1, columns: strip.columns)
            canvas.draw(row, from: text) { $0.write(text, at: row.origin, width: row.columns, style: .mark) }
        }
        if model.isLocked { LockDrawing(model: model).draw(in: main, on: &canvas) } else { body(main, on: &canvas) }
        status(said, foot.top(foot.rows - 1).part, on: &canvas)
        keyBar(foot.bottom(1).part, on: &canvas)
        let layers = model.visibleLayers
        if !layers.isEmpty { canvas.mark(main, ScreenSpot.layer) }
        if let layer = layers.last { LayerDrawing(model: model).draw(layer, in: main, on: &canvas) }
    }

    /// Holds the language alone: holding the frame would copy it for each text.
    private var words: (Text) -> String { { [language = model.language] in $0[language] } }

    /// All that decides which regions there are; nil while something lies over them.
    private func layout(under said: [String]) -> Int? {
        guard !model.size.isTooSmall, !model.isLocked, model.visibleLayers.isEmpty else { return nil }
        var hasher = Hasher()
        hasher.combine(model.language)
        hasher.combine(model.theme)
        hasher.combine(model.isFinding)
        hasher.combine(model.shownViews)
        hasher.combine(model.lessonLines.count)
        hasher.combine(said.count)
        return hasher.finalize()
    }

    private func topBar(_ region: Region, on canvas: inout Canvas) {
        canvas.draw(region, from: model.prepared.serial, blanks: false) { drawTopBar(region, on: &$0) }
    }

    private func drawTopBar(_ region: Region, on canvas: inout Canvas) {
        let (clock, alerts) = (model.clockText, model.isLocked ? "" : model.alertText)
        canvas.fill(region, style: .bar)
        // Who is on duty and in which shift stays; of the alerts as much as is left, but never less than that there are some.
        let free = region.columns - Width.columns(of: clock) - 1
        let wanted = alerts.isEmpty ? 0 : 2 + min(Width.columns(of: alerts), free * 2 / 5)
        let duty = model.isLocked ? model.lockedText : model.dutyText(fitting: free - (alerts.isEmpty ? 0 : 6), whole: free - wanted)
        let shown = model.alertText(alerts, fitting: max(4, free - Width.columns(of: duty) - 2))
        let right = shown.isEmpty ? clock : "\(shown)  \(clock)"
        let rightWidth = min(Width.columns(of: right), region.columns)
        canvas.write(duty, at: region.origin, width: region.columns - rightWidth - 1, style: .bar)
        canvas.write(
            right, at: Position(row: region.row, column: region.columns - rightWidth), width: rightWidth,
            style: alerts.isEmpty ? .bar : Style(.alarm, bold: true))
    }

    /// - Parameter rows: how many of what was found have room below it; that there are more stands at its end.
    private func inputLine(_ region: Region, over rows: Int, on canvas: inout Canvas) {
        guard !model.isLocked else { return LockDrawing(model: model).prompt(region, on: &canvas) }
        canvas.mark(region, ScreenSpot.line)
        let input = InputLine(
            text: model.line, language: model.language, earlier: model.earlierThere.map { ClockTime($0, in: model.estate.zone).text },
            passedOver: model.isFinding ? ListPart(model.found, room: rows, selection: model.selection).passedOver : [])
        var end: Int?
        canvas.draw(region, from: input) { end = input.draw(in: region, on: &$0) }
        guard model.layers.isEmpty, !model.isRowSelected else { return }
        canvas.cursor = Position(row: region.row, column: min(end ?? input.end(in: region), max(0, region.columns - 1)))
    }

    private func body(_ region: Region, on canvas: inout Canvas) {
        guard !model.isFinding else {
            found(in: region, ListPart(model.found, room: region.rows, selection: model.selection), on: &canvas)
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
        let inner = region.inset(rows: 1, columns: 1)
        let rows = model.rows(of: view)
        let part = ListPart(rows, room: inner.rows, selection: isFocused ? model.selection : nil)
        let shown = ShownPane(serial: model.prepared.serial, view: view, first: part.first, isFocused: isFocused)
        canvas.draw(region, from: shown, blanks: false) { canvas in
            let others = region.columns >= 100 || region.columns < model.size.columns ? "" : "  " + counts(except: view)
            let foot = part.passedOver.map { " \($0) " }.joined()
            canvas.box(region, style: isFocused ? .accent : .faint, title: "\(title(view)) \(model.count(of: view))\(others)", foot: foot)
        }
        mark(rows, part, of: view, in: inner, on: &canvas)
        canvas.drawLines(of: inner, from: shown, chosen: part.chosenLine) { canvas, offset in
            let line = inner.line(offset)
            canvas.fill(line)
            guard offset < part.count else {
                if rows.isEmpty, offset == 0 { canvas.write(words(ScreenWords.empty), at: line.origin, width: line.columns, style: .faint) }
                return
            }
            let (row, isSelected) = (rows[part.first + offset], offset == part.chosenLine)
            RowLook(row, hint: isSelected ? words(row.hint) : "", isSelected: isSelected, isBest: false).draw(in: line, on: &canvas)
        }
    }

    /// What a pane is drawn from: all that is prepared is in the number.
    private struct ShownPane: Hashable {
        let serial: Int
        let view: Model.View
        /// How many rows are passed over above.
        let first: Int
        let isFocused: Bool
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

    /// What was found for the line: each row as it looks, for it is found anew with each letter.
    private func found(in region: Region, _ part: ListPart, on canvas: inout Canvas) {
        let rows = model.found
        mark(rows, part, of: nil, in: region, on: &canvas)
        for offset in 0..<region.rows {
            let line = region.line(offset)
            guard offset < part.count else {
                let text = rows.isEmpty && offset == 0 ? words(ScreenWords.empty) : ""
                canvas.draw(line, from: text) { $0.write(text, at: line.origin, width: line.columns, style: .faint) }
                continue
            }
            let index = part.first + offset
            let look = RowLook(
                rows[index], hint: words(rows[index].hint), isSelected: offset == part.chosenLine, isBest: index == 0 && model.selection == nil && model.isClear)
            canvas.draw(line, from: look) { look.draw(in: line, on: &$0) }
        }
    }

    /// Where the rows of a list stand, for the mouse, and the cursor on the selected one.
    private func mark(_ rows: [Row], _ part: ListPart, of view: Model.View?, in region: Region, on canvas: inout Canvas) {
        if canvas.keepsSpots {
            for offset in 0..<part.count { canvas.mark(region.line(offset), ScreenSpot.row(rows[part.first + offset].id, view)) }
        }
        if let chosen = part.chosenLine, model.layers.isEmpty { canvas.cursor = region.line(chosen).origin }
    }

    /// What is said at the foot, as lines: a third of the screen, but never less than three.
    func lines(of text: String) -> [String] { Width.lines(of: text, fitting: model.size.columns, atMost: max(3, model.size.rows / 3)) }

    private var statusText: String {
        if let message = model.message { return message }
        if model.isLocked { return "" }
        return (model.parkedText ?? (model.isReading ? ScreenWords.stillReading : nil)).map(words) ?? ""
    }

    /// What was done or stopped it: whole, so that what to do next is read too.
    private func status(_ lines: [String], _ region: Region, on canvas: inout Canvas) {
        let style = model.isAlarm && model.message != nil ? Style(.alarm, bold: true) : .good
        for (offset, text) in (lines.isEmpty ? [""] : lines).enumerated() {
            let line = region.line(offset)
            canvas.draw(line, from: style == .good ? [text] : [text, ""]) { $0.write(text, at: line.origin, width: line.columns, style: style) }
        }
    }

    private func keyBar(_ region: Region, on canvas: inout Canvas) {
        if model.isLocked || !model.visibleLayers.isEmpty { canvas.fill(region, style: .bar) }
        if case .form(let form)? = model.visibleLayers.last {
            let keys = form.kind.isUnlocking ? LockWords.unlockKeys : model.isLocked ? LockWords.formKeys : form.kind.isUnrecorded ? ScreenWords.unrecordedKeys : form.isDoneByEnter ? ScreenWords.lastFieldKeys : ScreenWords.formKeys
            canvas.write(words(keys), at: region.origin, width: region.columns, style: .bar)
            return
        }
        if model.isLocked {
            canvas.write(words(LockWords.keys), at: region.origin, width: region.columns, style: .bar)
            return
        }
        canvas.draw(region, from: Bar(language: model.language, isAsking: model.isAsking)) { canvas in
            let entries = model.keyBar.filter { model.isOpen($0.action) } + (model.isAsking ? [KeyBarEntry(.emergency, model.language)] : [])
            actions(entries, region, on: &canvas)
        }
    }

    /// What decides which keys the bar names while nothing lies over the panes.
    private struct Bar: Hashable {
        let language: Language
        let isAsking: Bool
    }

    private func actions(_ entries: [KeyBarEntry], _ region: Region, on canvas: inout Canvas) {
        canvas.fill(region, style: .bar)
        var column = 0
        for entry in entries {
            guard column + entry.columns <= region.columns else { break }
            canvas.mark(Region(row: region.row, column: column, rows: 1, columns: entry.columns), ScreenSpot.action(entry.action))
            column += canvas.write(entry.key, at: Position(row: region.row, column: column), style: .key)
            column += canvas.write(entry.name, at: Position(row: region.row, column: column), style: .bar)
        }
    }
}
