import Testing

@testable import Terminal

@Suite struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("王小明", 6), ("é", 1), ("e\u{301}", 1), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
        ("❤\u{FE0F}", 1), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇹🇼", 2), ("…", 1), ("\u{301}", 1),
        ("a\tb\u{1B}[m", 6), ("\u{85}", 1), ("\u{202E}x", 2), ("\u{200B}", 0), ("\u{10FFFF}", 2), ("a\r\nb", 4),
    ])
    func countsWhatIsShown(text: String, columns: Int) {
        #expect(Width.columns(of: text) == columns)
        #expect(Width.columns(of: text[...]) == columns)
    }

    @Test(arguments: [("王", 2), ("a", 1), ("\u{301}", 0), ("\u{FE0F}", 0), ("\u{7}", 1), ("🇦", 1)] as [(Unicode.Scalar, Int)])
    func countsScalars(scalar: Unicode.Scalar, columns: Int) {
        #expect(Width.columns(of: scalar) == columns)
    }

    @Test(arguments: [
        ("王小明", 0, ""), ("王小明", 1, ""), ("王小明", 2, "王"), ("王小明", 5, "王小"), ("王小明", 6, "王小明"),
        ("e\u{301}a", 1, "e\u{301}"), ("👨‍👩‍👧a", 2, "👨‍👩‍👧"), ("abc", -1, ""), ("abc", 99, "abc"),
    ])
    func cutsBeginningAtGlyphBorder(text: String, columns: Int, expected: String) {
        #expect(Width.prefix(of: text, fitting: columns) == expected)
    }

    @Test(arguments: [
        ("王小明", 0, ""), ("王小明", 3, "明"), ("王小明", 4, "小明"), ("ab王", 3, "b王"), ("e\u{301}", 1, "e\u{301}"), ("a", 9, "a"),
    ])
    func cutsEndAtGlyphBorder(text: String, columns: Int, expected: String) {
        #expect(Width.suffix(of: text, fitting: columns) == expected)
    }

    @Test("The beginning of a long text is cut where the whole text would be, wherever the piece that is looked at ends", arguments: [
        "王", "a", "e\u{301}", "👨‍👩‍👧", "🇹🇼", "\u{200B}", String(repeating: "\u{301}", count: 30), "a王\u{301}👨‍👩‍👧",
    ])
    func cutsLongText(glyphs: String) {
        let text = String(repeating: glyphs, count: 400)
        for columns in [0, 1, 7, 38, 80, 250] {
            let fitting = Width.prefix(of: text, fitting: columns)
            #expect(Width.columns(of: fitting) <= columns)
            let next = text.index(fitting.endIndex, offsetBy: 1, limitedBy: text.endIndex)
            #expect(next.map { Width.columns(of: text[..<$0]) > columns } ?? true, "\(columns)")
        }
    }

    @Test func nothingDangerousIsShown() {
        var canvas = Canvas(size: Size(columns: 20, rows: 1))
        canvas.write("\u{1B}[2J\u{7F}\u{9B}\u{202E}\n🇹🇼\u{10FFFF}", at: Position(row: 0, column: 0))
        #expect(canvas.text(row: 0) == "␛[2J␡\u{FFFD}\u{FFFD}␊TW〓")
    }

    @Test func partsHaveTheIndicesOfTheirText() {
        let text = "ab王小明cd"
        let part = text.dropFirst(2)
        #expect(text[Width.prefix(of: part, fitting: 5).endIndex...] == "明cd")
        #expect(text[..<Width.suffix(of: part, fitting: 4).startIndex] == "ab王小")
    }
}
