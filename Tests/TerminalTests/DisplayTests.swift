import Testing

@testable import Terminal

@Suite struct DisplayTests {
    @Test func memoryDisplayKeepsWhatWasPainted() {
        let display = MemoryDisplay(size: Size(columns: 10, rows: 3))
        var canvas = Canvas(size: display.size)
        display.paint(canvas)
        #expect(display.changedRows == [0, 1, 2])
        canvas.write("王", at: Position(row: 1, column: 0))
        display.paint(canvas)
        #expect(display.changedRows == [1] && display.paints == 2 && display.canvas == canvas)
        display.willResize(to: Size(columns: 20, rows: 5))
        #expect(display.size.columns == 10)
        display.resize()
        #expect(display.size == Size(columns: 20, rows: 5))
        display.close()
        #expect(display.isClosed)
    }

    @Test(arguments: [
        ("\u{1B}[m", "\u{1B}[m"), ("\u{1B}[m\u{F}$<2>", "\u{1B}[m\u{F}"), ("$<5/>a$<20*>b", "ab"), ("a$b$", "a$b$"), ("$<", "$<"),
    ])
    func delaysAreNotSent(capability: String, expected: String) {
        #expect(TerminalKind.withoutDelays(capability) == expected)
    }
}
