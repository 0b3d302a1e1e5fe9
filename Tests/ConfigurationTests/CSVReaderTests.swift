import Gatekeeping
import Testing

@testable import Configuration

@Suite struct CSVReaderTests {
    private func rows(_ text: String) -> [[String]] {
        lines(text).filter { $0.fault == nil }.map { $0.fields.map(\.text) }
    }

    private func lines(_ bytes: [UInt8]) -> [CSVReader.Row] {
        CSVReader.rows(SourceText(bytes, of: Source(file: "t.csv", ledger: Ledger())).lines)
    }

    private func lines(_ text: String) -> [CSVReader.Row] { lines(Array(text.utf8)) }

    @Test func plainAndQuoted() {
        #expect(rows("a,b\n1,\"x,\"\"y\"\"\"\n,\n") == [["a", "b"], ["1", "x,\"y\""], ["", ""]])
        #expect(rows("\"\"") == [[""]])
        #expect(rows("") == [])
        #expect(rows("a,b,") == [["a", "b", ""]])
    }

    @Test func lineEndsMarksCommentsAndBlanks() {
        #expect(rows("\u{FEFF}a,b\r\n\r\n# 註解,\"\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
        #expect(rows("a\n #b\n") == [["a"], [" #b"]])
        #expect(lines("# one\n\na\n\nb").map(\.line) == [3, 5])
    }

    @Test func quotedLineEndsKeepCount() {
        let found = lines("a,\"1\n# no comment\n\n2\",z\r\nb,c,d\n")
        #expect(found.first?.fields.map(\.text) == ["a", "1\n# no comment\n\n2", "z"])
        #expect(found.map(\.line) == [1, 5])
        #expect(found.first?.fields.map(\.line) == [1, 1, 4])
    }

    @Test func aWrongMarkSpoilsOneRow() {
        let found = lines("a\n\"b\nc\"d,e\nx\"y\nz\n\"open\nlast")
        #expect(found.map(\.line) == [1, 2, 3, 4, 5, 6, 7])
        #expect(found.map(\.fault) == [nil, .trailing, .stray, .stray, nil, .unclosed, nil])
    }

    @Test func badBytesAreReportedAndPassedOver() {
        let ledger = Ledger()
        let text = SourceText([0x61, 0xFF, 0x0A, 0x00, 0x0A, 0x62], of: Source(file: "t.csv", ledger: ledger))
        #expect(text.lines == ["a\u{FFFD}", "\u{FFFD}", "b"])
        #expect(
            LedgerClosing.findings(of: ledger.notes, scans: ScanShapes()) == [
                Finding(file: "t.csv", line: 1, problem: .invalidUTF8),
                Finding(file: "t.csv", line: 2, problem: .controlCharacter(0, field: "")),
            ])
    }

    @Test func suggestions() {
        #expect(likeliest("langauge", among: ["language", "name"]) == "language")
        #expect(likeliest("9", among: ["1", "2"]) == nil)
        #expect(likeliest("", among: ["a", ""]) == nil)
        #expect(likeliest("purpose", among: ["zebra"]) == nil)
    }

    @Test func everyForbiddenCharacterIsLookedFor() {
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) where isForbidden(scalar) {
            #expect(mayHoldForbidden("王\(Character(scalar))a"))
        }
        #expect(!mayHoldForbidden("王小明 3-1502"))
    }

    @Test func everyBlankIsTrimmed() {
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
            #expect(isBlank(scalar) == scalar.properties.isWhitespace)
        }
        #expect(trimmed("\u{3000} 王 小\t") == "王 小")
        #expect(trimmed(" \u{A0}") == "")
    }
}
