/// Something that shows canvases: a terminal, or the memory of a test.
public protocol Display: AnyObject {
    /// The size that the next canvas should have.
    var size: Size { get }
    /// Shows a canvas; only what differs from the last one is sent.
    func paint(_ canvas: Canvas)
    /// Asks the terminal for its size again, after it has changed.
    func resize()
    /// Sends everything again, for a screen that something else has written on.
    func redraw()
    /// Shows everything in other colours from now on.
    func show(in theme: Theme)
    /// Gives the terminal back as it was. More than once does nothing.
    func close()
}

/// Why a terminal cannot show the full screen.
public enum DisplayFailure: Error, Equatable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// The cursor of this kind of terminal cannot be placed.
    case noCursorAddressing(term: String)
    /// $TERM is empty, or the machine has no description of it.
    case unknownTerminal(term: String)
}

/// A display for tests: it keeps what was painted.
public final class MemoryDisplay: Display {
    public private(set) var size: Size
    /// The last canvas, or `nil` before the first.
    public private(set) var canvas: Canvas?
    /// How many canvases were painted.
    public private(set) var paints = 0
    /// The rows that the last canvas changed.
    public private(set) var changedRows: [Int] = []
    public private(set) var redraws = 0
    public private(set) var theme = Theme.dark
    public private(set) var isClosed = false

    private var nextSize: Size

    public init(size: Size = Size(columns: 80, rows: 24)) {
        self.size = size
        nextSize = size
    }

    /// What the next `resize()` finds.
    public func willResize(to size: Size) { nextSize = size }

    public func paint(_ canvas: Canvas) {
        changedRows = self.canvas.map(canvas.rowsDiffering(from:)) ?? Array(0..<canvas.size.rows)
        self.canvas = canvas
        paints += 1
    }

    public func resize() {
        size = nextSize
    }

    public func redraw() { redraws += 1 }

    public func show(in theme: Theme) { self.theme = theme }

    public func close() { isClosed = true }
}
