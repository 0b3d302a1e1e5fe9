import Gatekeeping
import Terminal
import Wording

/// Draws what lies over the panes.
struct LayerDrawing {
    let model: Model

    func draw(_ layer: Model.Layer, in region: Region, on canvas: inout Canvas) {
        switch layer {
        case .form(let form): draw(form, in: region, on: &canvas)
        case .help(let scroll): help(scroll, in: region, on: &canvas)
        case .menu: menu(in: region, on: &canvas)
        case .actions(let row): actions(row, in: region, on: &canvas)
        case .reading(let text, let scroll, _, _): lines(wrapped(text, scroll, in: region), "§", passed: scroll, in: region, on: &canvas)
        case .order(let order, let scroll): draw(order, scroll, in: region, on: &canvas)
        case .discard(let form):
            draw(form, in: region, on: &canvas)
            lines([words(ScreenWords.discard)], "?", in: region.bottom(3).part, on: &canvas)
        case .board(let scroll):
            let rows = model.panes.inside.map { "\($0.text)  \($0.trailing)" }
            lines(rows.isEmpty ? [words(ScreenWords.empty)] : Array(rows.dropFirst(scroll)), words(Words.onSite), passed: scroll, in: region, on: &canvas)
        case .search(let lookup): search(lookup, in: region, on: &canvas)
        case .figures(let board): draw(board, in: region, on: &canvas)
        case .story(let board):
            let all = lines(of: board, columns: region.columns - 2)
            lines(Array(all.dropFirst(board.scroll)), "#\(board.n) \(words(DeskWords.history))", passed: board.scroll, in: region, on: &canvas)
        case .quit: lines([words(ScreenWords.quit)] + (model.isLocked ? [] : [words(LockWords.quitLocks)]), "?", in: region.top(model.isLocked ? 3 : 4).part, on: &canvas)
        }
    }

    func words(_ text: Text) -> String { text[model.language] }

    /// - Parameter passed: how many lines stand above those that are shown; that there are some, and some below, stands at the foot.
    private func lines(_ lines: [String], _ title: String, passed: Int = 0, isLonger: Bool = false, in region: Region, on canvas: inout Canvas) {
        canvas.fill(region)
        canvas.box(region, style: .accent, title: title, foot: foot(passed: passed, isLonger: isLonger || lines.count > region.rows - 2))
        let inner = region.inset(rows: 1, columns: 1)
        for (offset, line) in lines.prefix(inner.rows).enumerated() {
            canvas.write(line, at: Position(row: inner.row + offset, column: inner.column), width: inner.columns)
        }
        canvas.cursor = inner.origin
    }

    private func foot(passed: Int, isLonger: Bool) -> String { (passed > 0 ? " ↑ " : "") + (isLonger ? " ↓ " : "") }

    /// A text as lines that fit, from the one that is scrolled to; what stands behind those that are shown is not looked at.
    private func wrapped(_ text: String, _ scroll: Int, in region: Region) -> [String] {
        var known: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) where known.count < scroll + max(1, region.rows) {
            known += Width.lines(of: String(paragraph), fitting: region.columns - 2)
        }
        return Array(known.dropFirst(min(scroll, max(0, known.count - 1))))
    }

    private func draw(_ order: Order, _ scroll: Int, in region: Region, on canvas: inout Canvas) {
        let text = wrapped(order.text, scroll, in: region)
        let shown = Array(text.prefix(max(1, region.rows - 4)))
        lines(
            shown + ["", words(HintWords.signReading)], "§ \(order.title[model.language]) v\(order.version)", passed: scroll, isLonger: text.count > shown.count,
            in: region, on: &canvas)
    }

    private func help(_ scroll: Int, in region: Region, on canvas: inout Canvas) {
        let page = HelpPage(model: model)
        let inner = region.inset(rows: 1, columns: 1)
        let rows = page.rows(columns: inner.columns)
        canvas.fill(region)
        canvas.box(region, style: .accent, title: page.title, foot: foot(passed: scroll, isLonger: rows.count - scroll > inner.rows))
        for (offset, row) in rows.dropFirst(scroll).prefix(inner.rows).enumerated() {
            let place = Position(row: inner.row + offset, column: inner.column)
            let indent = row.key.isEmpty ? 0 : HelpPage.keyColumns
            canvas.write(row.key, at: place, width: indent, style: Style(.accent, bold: true))
            canvas.write(row.text, at: Position(row: place.row, column: place.column + indent), width: inner.columns - indent, style: row.isHeading ? .title : .plain)
        }
        canvas.cursor = inner.origin
    }

    /// The functions by digit; in two columns with short names where they do not fit below each other.
    private func menu(in region: Region, on canvas: inout Canvas) {
        let functions = Action.functions
        let columns = functions.count + 2 > region.rows ? 2 : 1
        let rows = (functions.count + columns - 1) / columns
        let area = region.top(rows + 2).part
        lines([], words(ScreenWords.menu), in: area, on: &canvas)
        let inner = area.inset(rows: 1, columns: 1)
        let width = inner.columns / columns
        for (offset, action) in functions.enumerated() where offset % rows < inner.rows {
            let cell = Region(row: inner.row + offset % rows, column: inner.column + offset / rows * width, rows: 1, columns: width)
            canvas.write("\((offset + 1) % 10)  \(words(columns == 1 ? action.wholeName : action.name))", at: cell.origin, width: width)
            canvas.mark(cell, ScreenSpot.action(action))
        }
    }

    private func actions(_ row: Row, in region: Region, on canvas: inout Canvas) {
        let rows = row.actions.enumerated().map { "\($0.offset + 1)  \(words($0.element.name))" }
        // The row whole, as far as the actions leave room.
        let about = Array(Width.lines(of: row.text, fitting: region.columns - 2).prefix(max(1, region.rows - rows.count - 3)))
        let shown = ActionWindow(count: rows.count, chosen: model.chosenAction, rows: region.rows - about.count - 3)
        let area = region.top(shown.range.count + about.count + 3).part
        lines(about + [""] + rows[shown.range], words(ScreenWords.actions) + shown.mark, in: area, on: &canvas)
        for index in shown.range {
            let line = area.inset(rows: 1, columns: 1).line(index - shown.range.lowerBound + about.count + 1)
            canvas.mark(line, ScreenSpot.rowAction(index))
            guard index == model.chosenAction, !line.isEmpty else { continue }
            canvas.recolour(line) { $0.selected }
            canvas.cursor = line.origin
        }
    }

    // MARK: Forms

    private func draw(_ form: Form, in region: Region, on canvas: inout Canvas) {
        canvas.fill(region)
        canvas.box(region, style: .accent, title: words(form.title))
        var inner = region.inset(rows: 1, columns: 1)
        let warnings = [form.advice, form.told, form.warning.map(words)].map { $0.map { ($0, Style.warning) } }
        let notes = warnings + [form.complaint.map { ($0, Style.alarm) }]
        for note in notes.compactMap({ $0 }) {
            for line in Width.lines(of: note.0, fitting: inner.columns, atMost: max(min(3, inner.rows - 3), inner.rows / 3)) {
                canvas.write(line, at: inner.origin, width: inner.columns, style: note.1)
                inner = inner.top(1).rest
            }
        }
        let choices = choices(form, width: inner.columns, rows: inner.rows - 1)
        let (area, bottom) = inner.top(max(1, inner.rows - ((choices.last?.place.row ?? -1) + 1)))
        let window = FieldWindow(form, rows: area.rows)
        if !window.mark.isEmpty {
            let title = Width.elided(words(form.title), fitting: region.columns - 6 - Width.columns(of: window.mark))
            canvas.box(region, style: .accent, title: title + window.mark)
        }
        fields(form, window, in: area, on: &canvas)
        for choice in choices where choice.place.row < bottom.rows {
            let place = Position(row: bottom.row + choice.place.row, column: bottom.column + choice.place.column)
            let width = canvas.write(choice.text, at: place, width: bottom.columns - choice.place.column, style: .key)
            if let digit = choice.digit { canvas.mark(Region(row: place.row, column: place.column, rows: 1, columns: width), ScreenSpot.choice(digit)) }
        }
    }

    private func fields(_ form: Form, _ window: FieldWindow, in region: Region, on canvas: inout Canvas) {
        let labelWidth = labelWidth(form, in: region.columns)
        for (offset, index) in window.range.enumerated() {
            let row = region.row + offset
            canvas.mark(region.line(offset), ScreenSpot.field(index))
            guard index < form.fields.count else {
                finishRow(form, at: Position(row: row, column: region.column), width: region.columns, on: &canvas)
                continue
            }
            let field = form.fields[index]
            let isFocused = index == form.focus
            let mark = form.mustBeFilled(index) && form.isNeeded(index) && field.value.isEmpty ? "*" : " "
            canvas.write(mark + words(field.label), at: Position(row: row, column: region.column), width: labelWidth, style: isFocused ? Style(.accent, bold: true) : .plain)
            let place = Position(row: row, column: region.column + labelWidth)
            let room = max(1, region.columns - labelWidth - 1)
            let cursor = value(of: field, isFocused: isFocused, at: place, width: room, on: &canvas)
            if isFocused { canvas.cursor = Position(row: row, column: cursor) }
        }
    }

    /// The columns that labels take, the mark before them and the space behind them included.
    private func labelWidth(_ form: Form, in columns: Int) -> Int {
        min(columns / 2, (form.fields.map { Width.columns(of: words($0.label)) }.max() ?? 8) + 2)
    }

    /// What stands in a field; one with the focus shows the part around its insertion point.
    /// - Returns: the column of the insertion point.
    private func value(of field: FormField, isFocused: Bool, at place: Position, width: Int, on canvas: inout Canvas) -> Int {
        guard isFocused else {
            canvas.write(field.shown, at: place, width: width)
            return place.column
        }
        let style = Style(.input, underlined: true)
        guard !field.isChoice else { return place.column + canvas.write(field.shown, at: place, width: width, style: style) }
        let window = TextWindow(field.visible, columns: width)
        let cursor = place.column + canvas.write(window.before, at: place, width: width, style: style)
        canvas.write(window.after, at: Position(row: place.row, column: cursor), width: place.column + width - cursor, style: style)
        return cursor
    }

    private func finishRow(_ form: Form, at place: Position, width: Int, on canvas: inout Canvas) {
        let text = words(form.ticket != nil ? ScreenWords.writing : form.kind.finishRow)
        canvas.write(text, at: place, width: width, style: form.isOnFinish ? Style(.accent, bold: true).selected : .faint)
        if form.isOnFinish { canvas.cursor = place }
    }

    /// A choice where it stands below the fields.
    private struct Choice {
        var text: String
        /// The digit that chooses it; nil for what is only said.
        var digit: Int?
        /// The columns that it takes; nil for those of its text.
        var columns: Int?
        var place = Position(row: 0, column: 0)

        /// With a shorter name, where it has a digit.
        func shortened(to width: Int) -> Choice {
            guard digit != nil else { return self }
            var choice = self
            choice.text = Width.elided(text, fitting: width)
            choice.columns = width
            return choice
        }
    }

    /// The choices of the field with the focus, by digit, or what is offered for it, in as many lines as they take; before them its label, where it is
    /// cut. Where they take more lines than there are, their names are shortened: every digit is seen.
    private func choices(_ form: Form, width: Int, rows: Int) -> [Choice] {
        guard !form.isOnFinish else { return [] }
        let label = words(form.fields[form.focus].label)
        let isCut = Width.columns(of: label) >= labelWidth(form, in: width)
        var items = (isCut ? Width.lines(of: label, fitting: width) : []).map { Choice(text: $0, columns: width) }
        items += offers(form.fields[form.focus]).map { Choice(text: $0) }
        switch form.fields[form.focus].kind {
        case .choice(let options):
            items += options.dropFirst(form.page * 9).prefix(9).enumerated().map { Choice(text: "\($0.offset + 1) \($0.element.name)", digit: $0.offset + 1) }
            if options.count > 9 { items.append(Choice(text: words(ScreenWords.more), digit: 0)) }
        case .list: items.append(Choice(text: words(FormWords.listKeys)))
        case .secret: if let hint = form.signing?.hint(form) { items.append(Choice(text: words(hint))) }
        case .text, .number, .time, .moment, .document: break
        }
        let placed = LayerDrawing.placed(items, width: width)
        guard (placed.last?.place.row ?? 0) >= rows, items.contains(where: { $0.digit != nil }) else { return placed }
        let shortened = (2...4).lazy.map { perLine in
            LayerDrawing.placed(items.map { $0.shortened(to: (width - 2 * (perLine - 1)) / perLine) }, width: width)
        }
        return shortened.first { ($0.last?.place.row ?? 0) < rows } ?? placed
    }

    /// One behind the other, in as many lines as they take.
    private static func placed(_ items: [Choice], width: Int) -> [Choice] {
        var (items, next) = (items, Position(row: 0, column: 0))
        for index in items.indices {
            let columns = items[index].columns ?? Width.columns(of: items[index].text)
            if next.column > 0, next.column + columns > width { next = Position(row: next.row + 1, column: 0) }
            items[index].place = next
            next.column += columns + 2
        }
        return items
    }

    /// What → would take: the first where nothing stands yet, and what would follow it.
    private func offers(_ field: FormField) -> [String] {
        let isTaken = field.offered.contains { $0.id == field.value }
        guard !field.offered.isEmpty, field.value.isEmpty || isTaken && !field.isChoice else { return [] }
        return [words(FormWords.offered) + field.offered.map(\.name).joined(separator: " · ")]
    }
}

/// The fields that a small screen has room for, the one with the focus among them; the row that records the form counts as the last.
private struct FieldWindow {
    let range: Range<Int>
    /// Which of how many; empty where all are shown.
    let mark: String

    init(_ form: Form, rows: Int) {
        let count = form.fields.count + 1
        let first = max(0, min(form.focus - rows / 2, count - rows))
        range = first..<min(count, first + max(0, rows))
        mark = range.count < count ? " \(first + 1)–\(range.upperBound)/\(count) \(range.upperBound < count ? "↓" : "↑")" : ""
    }
}

/// The numbered actions that a small screen has room for: those around the chosen one.
private struct ActionWindow {
    let range: Range<Int>
    /// Which of how many; empty where all are shown.
    let mark: String

    init(count: Int, chosen: Int?, rows: Int) {
        let room = max(1, rows)
        let first = min(max(0, (chosen ?? 0) - room + 1), max(0, count - room))
        range = first..<min(count, first + room)
        mark = range.count < count ? " \(first + 1)–\(range.upperBound)/\(count) ↓" : ""
    }
}

extension FormKind {
    /// What Enter does behind the last field.
    fileprivate var finishRow: Text {
        switch self {
        case .unlock: LockWords.finishRow
        case .figures: DeskWords.show
        case .time: ScreenWords.takeTime
        default: ScreenWords.finishRow
        }
    }
}
