import CNcurses
import CSystem
import Glibc

/// The terminal of this process, painted by ncurses. One at a time; keys are read by `readAvailable`, not by ncurses.
///
/// While it is open the terminal is raw, without echo and flow control, and a crash of the program restores it.
/// Open `Signals` before it, so that ncurses' own signal handlers never run.
public final class CursesDisplay: Display {
    private let kind: TerminalKind
    private var palette: Palette
    private let drawsLines: Bool
    private let screen: OpaquePointer
    private var painted: Canvas?
    private var row: [cchar_t] = []
    private var isCursorShown = true
    private var isOpen = true

    public private(set) var size: Size

    /// False for a console that has no Chinese font or no locale that promises one: start it in English.
    public var showsChinese: Bool { kind.showsChinese }

    /// Opens the terminal on standard input and output. Throws when these are not a terminal that can be painted.
    public init(theme: Theme) throws(DisplayFailure) {
        let kind = try TerminalKind.current()
        let reset = kind.resetBytes()
        guard terminal_guard(STDIN_FILENO, reset, reset.count) == 0 else { throw .notATerminal }
        guard let screen = cncurses_open() else {
            terminal_release()
            throw .unknownTerminal(term: kind.name)
        }
        self.kind = kind
        drawsLines = kind.drawsLines
        self.screen = screen
        Self.takeKeyboard()
        palette = Palette(theme: theme)
        size = Size(columns: Int(cncurses_columns()), rows: Int(cncurses_rows()))
        resize()
        Self.send(kind.greeting)
    }

    deinit { close() }

    public func paint(_ canvas: Canvas) {
        guard isOpen else { return }
        var isChanged = painted?.cursor != canvas.cursor
        for row in 0..<canvas.size.rows {
            guard let columns = unpainted(row, of: canvas) else { continue }
            isChanged = true
            if row < size.rows { put(row, columns, of: canvas) }
        }
        guard isChanged else { return }
        place(canvas.cursor)
        cncurses_send()
        // A canvas that is kept whole would have to be copied whole for the next frame.
        if painted?.size != canvas.size { painted = canvas } else { painted?.cursor = canvas.cursor }
    }

    /// The columns of a row that are not on the screen yet, and from now on count as painted.
    private func unpainted(_ row: Int, of canvas: Canvas) -> Range<Int>? {
        guard painted?.size == canvas.size else { return 0..<canvas.size.columns }
        guard canvas.touched[row], let columns = painted.flatMap({ canvas.columnsDiffering(row: row, from: $0) }) else { return nil }
        painted?.take(row: row, columns, from: canvas)
        return columns
    }

    public func resize() {
        guard isOpen else { return }
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard terminal_size(STDOUT_FILENO, &rows, &columns) else { return }
        let now = Size(columns: Int(columns), rows: Int(rows))
        guard now != size else { return }
        resizeterm(rows, columns)
        size = Size(columns: Int(cncurses_columns()), rows: Int(cncurses_rows()))
        painted = nil
        cncurses_send_all()
    }

    public func redraw() {
        guard isOpen else { return }
        Self.send(kind.greeting)
        cncurses_send_all()
        let canvas = painted
        painted = nil
        if let canvas { paint(canvas) }
    }

    public func show(in theme: Theme) {
        guard isOpen else { return }
        palette = Palette(theme: theme)
        redraw()
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        endwin()
        Self.send(kind.farewell)
        terminal_release()
        delscreen(screen)
    }

    /// Puts some columns of a row, or all of the last one, whose corner is drawn in a way of its own.
    private func put(_ index: Int, _ columns: Range<Int>, of canvas: Canvas) {
        let hasCorner = index == size.rows - 1 && canvas.size.columns >= size.columns
        let columns = hasCorner ? 0..<canvas.size.columns : columns
        fill(&row, with: canvas.cells(row: index, columns), palette)
        if hasCorner { tameCorner(of: canvas, row: index) }
        cncurses_put(Int32(index), Int32(columns.lowerBound), row, Int32(row.count))
    }

    private func fill(_ row: inout [cchar_t], with cells: ArraySlice<Cell>, _ palette: Palette) {
        row.removeAll(keepingCapacity: true)
        for cell in cells where !cell.isContinuation { row.append(palette.cell(cell, inASCII: !drawsLines)) }
    }

    /// The last cell of the screen is written by detours, so that nothing scrolls. Combining marks and a neighbour
    /// of two columns would not survive them: there it stays plain or blank.
    private func tameCorner(of canvas: Canvas, row index: Int) {
        let cells = canvas.cells(row: index).prefix(size.columns).suffix(2)
        guard cells.count == 2, let beside = cells.first, var corner = cells.last else { return }
        guard !corner.isContinuation else { return }
        corner.firstMark = 0
        corner.secondMark = 0
        if beside.isContinuation { corner.base = Cell.space }
        row[row.count - 1] = palette.cell(corner, inASCII: !drawsLines)
    }

    /// A hidden cursor waits at the lower left, where terminals that cannot hide it disturb least.
    private func place(_ cursor: Position?) {
        if (cursor != nil) != isCursorShown {
            isCursorShown = cursor != nil
            curs_set(isCursorShown ? 1 : 0)
        }
        let position = cursor ?? Position(row: size.rows - 1, column: 0)
        cncurses_move(Int32(clamping: position.row), Int32(clamping: position.column))
    }

    private static func takeKeyboard() {
        raw()
        noecho()
        nonl()
        typeahead(-1)
        _ = terminal_let_bytes_through(STDIN_FILENO)
        def_prog_mode()
    }

    private static func send(_ text: String) {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty { _ = write(STDOUT_FILENO, bytes, bytes.count) }
    }
}
