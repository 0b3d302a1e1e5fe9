import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// The figures of the desk over the panes: counted beside everything else, each with the lines behind it one key away.
struct FigureBoard: Equatable, Sendable {
    let scope: DeskTally.Scope
    /// Tells the answer to this question from late ones to another.
    let number: Int
    var figures: DeskFigures?
    /// The pages could not be read.
    var hasFailed = false
    var selected = 0
}

extension Model {
    /// Counts what the form of the period and the scope asks for.
    mutating func count(_ form: Form, _ subject: FormKind.Figures) -> [Effect] {
        guard let from = Day(form.value("from") ?? ""), let to = Day(form.value("to") ?? ""), from <= to else {
            var form = form
            form.complaint = DeskWords.badPeriod[language]
            replaceForm(form)
            return []
        }
        if subject == .guards { return countGuards(from, to) }
        let kind = form.value("kind").flatMap { Matter.Kind(rawValue: $0) }
        let scope = DeskTally.Scope(from: from, to: to, building: form.value("building"), topic: form.value("topic"), kind: kind)
        tickets += 1
        layers.removeLast()
        layers.append(.figures(FigureBoard(scope: scope, number: tickets)))
        return [.count(scope, number: tickets)]
    }

    mutating func hear(figures: DeskFigures?, number: Int) {
        for index in layers.indices {
            guard case .figures(var board) = layers[index], board.number == number else { continue }
            (board.figures, board.hasFailed) = (figures, figures == nil)
            layers[index] = .figures(board)
        }
    }

    mutating func pressInFigures(_ key: Key, _ board: FigureBoard) -> [Effect] {
        var board = board
        let items = DeskFigures.items(of: board.scope)
        let last = items.count - 1
        switch key {
        case .down: board.selected = min(board.selected + 1, last)
        case .up: board.selected = max(board.selected - 1, 0)
        case .home: board.selected = 0
        case .end: board.selected = last
        case .enter:
            guard let figures = board.figures else { return [] }
            let item = items[board.selected]
            let lines = figures.lines(item).map { "\($0)  \(figures.titles[$0] ?? "")" }
            let text = ["\(figures.name(item, language))  \(figures.value(item))", ""] + (lines.isEmpty ? [ScreenWords.empty[language]] : lines)
            layers.append(.reading(text.joined(separator: "\n")))
            return []
        case .function(12):
            if let figures = board.figures { layers.append(.reading(figures.explanation(items[board.selected], language).text)) }
            return []
        case .escape: layers.removeLast(); return []
        default: return []
        }
        layers[layers.count - 1] = .figures(board)
        return []
    }
}

extension FormFactory {
    /// This month, everywhere, everything, until somebody says less.
    func figureFields(_ now: Instant) -> [FormField] {
        let desk = estate.desk ?? DeskRules()
        return periodFields(now) + [
            choice("building", DeskWords.building, estate.buildings.map { Labelled(id: $0.id, name: $0.name) }, required: false),
            choice("topic", FieldWords.label("topic"), desk.topics, required: false),
            choice("kind", FieldWords.label("matter", of: "matter.receive"), Matter.Kind.allCases.map { ($0.rawValue, DeskWords.kind($0)) }, required: false),
        ]
    }
}

extension FormFactory {
    /// This month until today.
    func periodFields(_ now: Instant) -> [FormField] {
        let today = Day(now, in: estate.zone)
        let from = today.adding(days: 1 - today.parts.day)
        return [text("from", DeskWords.from, from.text, required: true), text("to", DeskWords.to, today.text, required: true)]
    }
}

extension LayerDrawing {
    /// The days, and what it is narrowed to.
    private func title(of scope: DeskTally.Scope) -> String {
        let estate = model.estate
        let narrowed = [
            scope.building.flatMap { id in estate.buildings.first { $0.id == id }?.name[model.language] },
            scope.topic.flatMap { id in estate.desk?.topics.first { $0.id == id }?.name[model.language] }, scope.kind.map { words(DeskWords.kind($0)) },
        ]
        return (["\(scope.from.text) – \(scope.to.text)"] + narrowed.compactMap { $0 }).joined(separator: " · ")
    }

    /// The figures as a list, each with a bar as long as its share of what came.
    func draw(_ board: FigureBoard, in region: Region, on canvas: inout Canvas) {
        canvas.fill(region)
        canvas.box(region, style: .accent, title: title(of: board.scope))
        let inner = region.inset(rows: 1, columns: 1)
        canvas.cursor = inner.origin
        guard let figures = board.figures else {
            let text = board.hasFailed ? words(DeskWords.unreadable) : words(DeskWords.counting)
            canvas.write(text, at: inner.origin, width: inner.columns, style: board.hasFailed ? .alarm : .faint)
            return
        }
        let (rows, keys) = inner.top(max(1, inner.rows - 1))
        let first = max(0, min(board.selected - rows.rows / 2, figures.items.count - rows.rows))
        for (offset, item) in figures.items.dropFirst(first).prefix(rows.rows).enumerated() {
            let isSelected = first + offset == board.selected
            let line = rows.line(offset)
            let style = isSelected ? Style.plain.selected : Style.plain
            if isSelected { canvas.fill(line, style: style) }
            canvas.write(figures.name(item, model.language), at: line.origin, width: max(1, line.columns - 10), style: style)
            let value = figures.value(item)
            canvas.write(value, at: Position(row: line.row, column: line.column + max(0, line.columns - Width.columns(of: value) - 1)), width: Width.columns(of: value), style: style)
            if isSelected { canvas.cursor = line.origin }
        }
        canvas.write(words(DeskWords.figureKeys), at: keys.origin, width: keys.columns, style: .faint)
    }
}
