import Randomness
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    /// Every kind of sequence, with the keys it stands for.
    private static let corpus: [(String, [Key])] = [
        ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}OD", [.left]),
        ("\u{1B}[H", [.home]), ("\u{1B}[1~", [.home]), ("\u{1B}[7~", [.home]), ("\u{1B}OH", [.home]),
        ("\u{1B}[F", [.end]), ("\u{1B}[4~", [.end]), ("\u{1B}[8~", [.end]), ("\u{1B}OF", [.end]),
        ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]),
        ("\u{1B}[1;5D", [.wordLeft]), ("\u{1B}[1;3C", [.wordRight]), ("\u{1B}Oc", [.wordRight]), ("\u{1B}[1;2A", [.up]),
        ("\u{1B}[1;5H", [.home]), ("\u{1B}[5;5~", [.pageUp]), ("\u{1B}[Z", [.backTab]),
        ("\u{1B}OP", [.function(1)]), ("\u{1B}[11~", [.function(1)]), ("\u{1B}[[A", [.function(1)]),
        ("\u{1B}OS", [.function(4)]), ("\u{1B}[14~", [.function(4)]), ("\u{1B}[[E", [.function(5)]),
        ("\u{1B}[15~", [.function(5)]), ("\u{1B}[17~", [.function(6)]), ("\u{1B}[21~", [.function(10)]),
        ("\u{1B}[23~", [.function(11)]), ("\u{1B}[24~", [.function(12)]), ("\u{1B}[16~", [.unknown]),
        ("\u{1B}[1;2P", [.unknown]), ("\u{1B}[24;80R", [.unknown]), ("\u{1B}[15;5~", [.unknown]),
        ("\u{1B}[27;5;105~", [.unknown]), ("\u{1B}[105;5u", [.unknown]), ("\u{1B}[?62;22c", [.unknown]),
        ("\u{1B}[<0;12;10M", [.click(Position(row: 9, column: 11))]), ("\u{1B}[<0;12;10m", []),
        ("\u{1B}[<16;1;1M", [.click(Position(row: 0, column: 0))]), ("\u{1B}[<2;5;5M", []), ("\u{1B}[<32;5;5M", []),
        ("\u{1B}[<64;300;7M", [.wheel(-1, Position(row: 6, column: 299))]), ("\u{1B}[<65;3;7M", [.wheel(1, Position(row: 6, column: 2))]),
        ("\u{1B}[<0;0;7M", [.unknown]), ("\u{1B}[<0;7M", [.unknown]), ("\u{1B}[<0;7;7x", [.unknown]), ("\u{1B}[I", [.unknown]), ("\u{1B}[[Z", [.unknown]),
        ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", [.unknown]), ("\u{1B}]0;title\u{7}", [.unknown]),
        ("\u{1B}P1$r0m\u{1B}\\", [.unknown]), ("\u{1B}P>|xterm(390)\u{1B}\\", [.unknown]), ("\u{1B}Pa", [.escape, .text("P"), .text("a")]),
        ("\u{1B}OM", [.enter]), ("\u{1B}Ou", [.text("5")]), ("\u{1B}On", [.text(".")]),
        ("\u{1B}x", [.escape, .text("x")]), ("\u{1B}王", [.escape, .text("王")]), ("\u{1B}]x", [.escape, .text("]"), .text("x")]),
        ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}\r", [.escape, .enter]), ("\u{1B}[1\u{1B}[A", [.unknown, .up]),
        ("\u{1B}[王", [.unknown, .text("王")]),
        ("\r", [.enter]), ("\n", [.enter]), ("\r\n", [.enter]), ("\n\r", [.enter, .enter]), ("\r\r\n", [.enter, .enter]),
        ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{0}", []),
        ("\u{1}", [.control("a")]), ("\u{7}", [.control("g")]), ("\u{15}", [.control("u")]), ("\u{1C}", [.control("\\")]),
        ("\u{85}", [.unknown]), ("a王é🙂", [.text("a"), .text("王"), .text("é"), .text("🙂")]),
        ("\u{1B}[200~王\r\n小\r明\n\u{1B}[A~\u{1B}[201~", [.paste("王\n小\n明\n\u{1B}[A~")]),
        ("\u{1B}[200~\u{1B}[201~", [.paste("")]), ("\u{1B}[201~", [.unknown]),
    ]

    private func decode(_ reads: [[UInt8]]) -> [Key] {
        var decoder = KeyDecoder()
        let keys = reads.flatMap { decoder.decode($0) }
        return keys + decoder.flush()
    }

    @Test(arguments: corpus)
    func sequence(text: String, expected: [Key]) {
        let bytes = Array(text.utf8)
        #expect(decode([bytes]) == expected)
        #expect(decode(bytes.map { [$0] }) == expected)
        for cut in 0...bytes.count {
            for second in cut...bytes.count {
                #expect(decode([Array(bytes[..<cut]), Array(bytes[cut..<second]), Array(bytes[second...])]) == expected)
            }
        }
    }

    @Test func everythingAfterEverythingHoweverSplit() {
        let text = Self.corpus.map { $0.0 + "x" }.joined()
        let keys = Self.corpus.flatMap { $0.1 + [.text("x")] }
        let bytes = Array(text.utf8)
        #expect(decode([bytes]) == keys)
        for cut in 0...bytes.count { #expect(decode([Array(bytes[..<cut]), Array(bytes[cut...])]) == keys) }
        for size in 1...7 {
            #expect(decode(stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }) == keys)
        }
    }

    @Test func combiningScalarsOfOneReadAreOneKey() {
        #expect(decode([Array("e\u{301}王👨‍👩‍👧x".utf8)]) == [.text("e\u{301}"), .text("王"), .text("👨‍👩‍👧"), .text("x")])
        #expect(decode([Array("e".utf8), Array("\u{301}".utf8)]) == [.text("e"), .text("\u{301}")])
    }

    @Test(arguments: [
        ([0xFF, 0x61], ["\u{FFFD}", "a"]), ([0xE7, 0x8E, 0x61], ["\u{FFFD}", "a"]), ([0xC0, 0xAF], ["\u{FFFD}", "\u{FFFD}"]),
        ([0xED, 0xA0, 0x80], ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}"]), ([0xF4, 0x90, 0x61], ["\u{FFFD}", "\u{FFFD}", "a"]),
    ] as [([UInt8], [String])])
    func malformedTextIsShown(bytes: [UInt8], expected: [String]) {
        #expect(decode([bytes]) == expected.map(Key.text))
        #expect(decode(bytes.map { [$0] }) == expected.map(Key.text))
    }

    @Test func escapeDelayEndsOnlySequences() {
        var decoder = KeyDecoder()
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.escape])
        #expect(!decoder.isWaiting)
        #expect(decoder.decode(Array("\u{1B}[".utf8)) + decoder.flush() == [.escape, .text("[")])
        #expect(decoder.decode(Array("\u{1B}O".utf8)) + decoder.flush() == [.escape, .text("O")])
        #expect(decoder.decode(Array("\u{1B}[1;".utf8)) + decoder.flush() == [.unknown])
        #expect(decoder.decode(Array("D".utf8)) == [.text("D")])
    }

    @Test func slowCharacterIsNotLost() {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for byte in "王".utf8 {
            keys += decoder.decode([byte])
            #expect(decoder.isWaiting == keys.isEmpty)
            keys += decoder.flush()
            #expect(!decoder.isWaiting)
        }
        #expect(keys == [.text("王")])
    }

    @Test func longPasteIsOneKey() {
        let text = String(repeating: "王小明~\u{1B}[20", count: 5_000)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~a".utf8)
        for size in [1, 5, 4_096, bytes.count] {
            var decoder = KeyDecoder()
            var keys: [Key] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                keys += decoder.decode(Array(bytes[start..<min(start + size, bytes.count)]))
                if start > 10 { keys += decoder.flush() }
            }
            let isWhole = keys == [.paste(text), .text("a")]
            #expect(isWhole, "reads of \(size) bytes")
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func garbageNeverSwallowsWhatFollows(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let likely = Array("\u{1B}\u{1B}\u{1B}[[O]0129;~ABPRZM\r\n王".utf8)
        var decoder = KeyDecoder()
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator) : likely[Int.random(in: 0..<likely.count, using: &generator)]
            }
            _ = decoder.decode(bytes)
            if Bool.random(using: &generator) { _ = decoder.flush() }
        }
        _ = decoder.flush() + decoder.decode(Array("\u{1B}[201~".utf8))
        #expect(decoder.decode(Array("王小".utf8)).suffix(2) == [.text("王"), .text("小")])
    }

    @Test func floodOfMarksIsBounded() {
        let keys = decode([Array(("e" + String(repeating: "\u{301}", count: 20_000)).utf8)])
        #expect(keys.count == 20_001 / 32 + 1)
    }
}
