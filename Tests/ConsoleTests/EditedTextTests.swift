import Gatekeeping
import Randomness
import Terminal
import Testing

@testable import Console

/// Editing by character and column.
struct EditedTextTests {
    private static let pieces = [
        "a", "Z", "7", " ", "-", "蘇", "東坡", "é", "e", "\u{301}", "\u{5B0}", "👩‍👩‍👧", "👍🏽", "🇹🇼",
        "🇹", "\u{200D}", "\u{FE0F}", "ᄀ", "ᅡ", "が", "か", "\u{3099}",
    ]

    @Test("After any edit the insertion point stands between two characters and nothing else is lost")
    func random() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            var text = EditedText()
            for _ in 0..<40 {
                let whole = text.text
                let (before, after) = (text.before, text.after)
                switch Int.random(in: 0..<9, using: &random) {
                case 0...2:
                    let piece = EditedTextTests.pieces.randomElement(using: &random) ?? ""
                    text.insert(piece)
                    #expect(text.text.unicodeScalars.elementsEqual((before + piece + after).unicodeScalars))
                case 3:
                    text.rubOut()
                    #expect(text.text.unicodeScalars.elementsEqual((before.dropLast() + after).unicodeScalars))
                case 4:
                    text.delete()
                    #expect(text.text.unicodeScalars.elementsEqual((before + after.dropFirst()).unicodeScalars))
                default:
                    move(&text, Int.random(in: 0..<6, using: &random))
                    #expect(text.text.unicodeScalars.elementsEqual(whole.unicodeScalars))
                }
                #expect(text.before.count + text.after.count == text.text.count, "\(Array(text.text.unicodeScalars))")
            }
        }
    }

    private func move(_ text: inout EditedText, _ how: Int) {
        switch how {
        case 0: text.left()
        case 1: text.right()
        case 2: text.home()
        case 3: text.end()
        case 4: text.wordLeft()
        default: text.wordRight()
        }
    }

    @Test("Left and right step over whole characters and meet the ends", arguments: ["蘇東坡", "a👩‍👩‍👧b", "e\u{301}e\u{301}", "🇹🇼🇯🇵", ""])
    func steps(text: String) {
        var edited = EditedText(text)
        for left in (0..<text.count).reversed() {
            edited.left()
            #expect(edited.before == String(text.prefix(left)))
        }
        #expect(edited.isAtStart)
        edited.left()
        for right in 0..<text.count {
            edited.right()
            #expect(edited.before == String(text.prefix(right + 1)))
        }
        edited.right()
        #expect(edited == EditedText(text))
    }

    @Test("The word keys stop at words of letters and at runs of Chinese characters")
    func words() {
        var edited = EditedText("王小明 Mr. Wang2 東門")
        let stops = ["王小明 Mr. Wang2 ", "王小明 Mr. ", "王小明 ", "", ""]
        for stop in stops {
            edited.wordLeft()
            #expect(edited.before == stop)
        }
        for stop in ["王小明", "王小明 Mr", "王小明 Mr. Wang2", "王小明 Mr. Wang2 東門", "王小明 Mr. Wang2 東門"] {
            edited.wordRight()
            #expect(edited.before == stop)
        }
    }

    @Test("The window always holds the insertion point and never more columns than there are", arguments: [1, 2, 5, 12, 40])
    func window(columns: Int) {
        var edited = EditedText("王小明👩‍👩‍👧abc e\u{301}中文字很長的一段文字 and more of it, 一直到最後")
        while true {
            let window = TextWindow(edited, columns: columns)
            #expect(edited.before.hasSuffix(window.before) && edited.after.hasPrefix(window.after))
            #expect(Width.columns(of: window.before) + Width.columns(of: window.after) <= columns)
            if columns >= 5, !edited.isAtStart { #expect(!window.before.isEmpty) }
            if columns >= 12, !edited.isAtEnd { #expect(!window.after.isEmpty) }
            guard !edited.isAtStart else { break }
            edited.left()
        }
    }

    @Test("Names are listed with whatever comma the keyboard has; Chinese names also with spaces")
    func lists() {
        #expect(NameList("李白、杜甫,王維，白居易;李賀").items == ["李白", "杜甫", "王維", "白居易", "李賀"])
        #expect(NameList("李白 杜甫　王維").items == ["李白", "杜甫", "王維"])
        #expect(NameList("王 小明、歐陽 靜宜").items == ["王 小明", "歐陽", "靜宜"])
        #expect(NameList("John Smith, Mary  Ann").items == ["John Smith", "Mary Ann"])
        #expect(NameList("、 ,").items.isEmpty)
        #expect(NameList("李白、").text == "李白")
    }
}
