import Randomness
import Testing

@testable import Console

/// Check digits: published numbers are right, and every change of one character, or swap of two, that the rule promises to notice is wrong.
struct DocumentNumberTests {
    /// The last line is ICAO Doc 9303's own example.
    private static let known: [(String, DocumentNumber.Kind, String)] = [
        ("11010519491231002X", .resident, "002X"), ("440524188001010014", .resident, "0014"), ("11010519491231002x", .resident, "002X"),
        ("１１０１０５１９４９１２３１００２Ｘ", .resident, "002X"), ("110105 19491231 002X", .resident, "002X"),
        ("A123456(3)", .hongKong, "4563"), ("A1234563", .hongKong, "4563"), ("AB987654(3)", .hongKong, "6543"), ("c123456(9)", .hongKong, "4569"),
        ("A123456789", .taiwan, "6789"), ("F131104093", .taiwan, "4093"), ("A800000014", .taiwan, "0014"), ("AC01234567", .taiwan, "4567"),
        ("L898902C36UTO7408122F1204159ZE184226B<<<<<10", .machineReadable, "02C3"),
        ("D231458907UTO7408122F1204159<<<<<<<6", .machineReadable, "5890"), ("I<UTOD231458907<<<<<<<<<<<<<<<", .machineReadable, "5890"),
    ]

    @Test("Known numbers are right, and only their last four characters are kept", arguments: DocumentNumberTests.known)
    func knownNumber(text: String, kind: DocumentNumber.Kind, tail: String) throws {
        let number = try #require(DocumentNumber(text))
        #expect(number.kind == kind)
        #expect(number.isRight)
        #expect(number.tail == tail)
    }

    @Test(
        "In a text of any writing a number leaves its last four characters, and nothing else changes",
        arguments: [
            ("李四11010519491231002X", "李四002X"), ("證號11010519491231002X的箱子 (A123456789)", "證號002X的箱子 (6789"), ("A123456(3)、王五A123456789。", "4563、王五6789。"),
            ("ID11010519491231002X", "ID002X"), ("3-1502 粤B12345 13800138000", "3-1502 粤B12345 13800138000"),
        ])
    func inText(text: String, kept: String) {
        #expect(DocumentNumber.cut(in: text).replacing(")", with: "").replacing("）", with: "") == kept)
    }

    @Test("Written in groups it is a number all the same", arguments: [
        ("王小明 110101 19900307 4477", "王小明 4477"), ("證號 110105 19491231 002X 與箱子", "證號 002X 與箱子"), ("證號110105 1949 1231 002x與箱子", "證號002X與箱子"),
        ("１１０１０５　１９４９１２３１　００２Ｘ", "002X"), ("11010519491231 002X", "002X"), ("110105 19491231 0021", "0021"), ("A123 456 789 李四", "6789 李四"), ("A123456 (3)", "4563"),
        ("110105.19491231.002X", "002X"), ("110105/19491231/0021 李四", "0021 李四"), ("110105、19491231,002X", "002X"),
        ("110105–19491231–002X", "002X"), ("110105:19491231:002X 李四", "002X 李四"), ("110105*19491231|002X", "002X"), ("ID11010519491231002Xabc", "ID002Xabc"),
    ])
    func inGroups(text: String, kept: String) {
        #expect(DocumentNumber.cut(in: text, where: \.isUnmistakable) == kept)
    }

    @Test("One or two characters too many before it or behind it, as the digit of a choice that was typed in the wrong field, do not hide it", arguments: [
        ("111010519491231002X", "1002X"), ("11010519491231002X5", "002X5"), ("1110105 19491231 002X", "1002X"), ("李四1110105-19491231-002X", "李四1002X"),
        ("１１１０１０５１９４９１２３１００２Ｘ", "１002X"), ("1211010519491231002X", "12002X"), ("11010519491231002X15", "002X15"), ("12110105 19491231 002X", "12002X"),
    ])
    func slipped(text: String, kept: String) {
        #expect(DocumentNumber.cut(in: text, where: \.isUnmistakable) == kept)
    }

    @Test("A longer number of something else stays", arguments: ["1110105194912310021", "123456789012345678901", "SF1110105194912310029", "6222021234567890123", "6217 0019 9003 0744 77", "12345678901234567890", "123456789012345678", "訂單628899123456789012"])
    func longer(text: String) {
        #expect(DocumentNumber.cut(in: text, where: \.isUnmistakable) == text)
    }

    @Test("Phones, plates, dates and units side by side are none", arguments: [
        "138 0013 8000", "電話 13800138000 1391234", "0912 345 678", "粤B12345 1380", "粤B 12345 67", "2026-11-23 2026-11-24", "20261123 20261124", "2026 11 23 18 00", "3-1502 13800138000", "12 箱 34 件 5678 9012 3456 78",
        "A 123456789 號", "B1234 567", "010 62345678 8001 22", "A座 1234567",
    ])
    func sideBySide(text: String) {
        #expect(DocumentNumber.cut(in: text, where: \.isUnmistakable) == text)
    }

    /// Every other character in every place: is any taken for right?
    private func unnoticed(_ text: String, _ alphabet: String, from start: Int = 0, upTo end: Int? = nil) -> [String] {
        let characters = Array(text)
        return (start..<(end ?? characters.count)).flatMap { place in
            alphabet.compactMap { other in
                var changed = characters
                changed[place] = other
                guard other != characters[place], DocumentNumber(String(changed))?.isRight == true else { return nil }
                return String(changed)
            }
        }
    }

    @Test("GB 11643-1999: every wrong digit and every swap of neighbours shows")
    func resident() {
        let text = "11010519491231002X"
        #expect(unnoticed(text, "0123456789X").isEmpty)
        let characters = Array(text)
        for place in 0..<16 where characters[place] != characters[place + 1] {
            var swapped = characters
            swapped.swapAt(place, place + 1)
            #expect(DocumentNumber(String(swapped))?.isRight == false)
        }
    }

    @Test("GB 11643-1999: a birth date that is none is wrong whatever the check digit says")
    func birthDate() {
        let rights = "0123456789X".filter { DocumentNumber("11010519491331002" + String($0))?.isRight == true }
        #expect(rights.isEmpty)
    }

    @Test("Of the eleven check characters exactly one is right", arguments: ["110105194912310", "440524188001010"])
    func oneCheckCharacter(start: String) {
        for serial in 10..<100 {
            #expect("0123456789X".count { DocumentNumber(start + String(serial) + String($0))?.isRight == true } == 1)
        }
    }

    @Test("Hong Kong: every wrong digit shows")
    func hongKong() {
        #expect(unnoticed("A1234563", "0123456789", from: 1).isEmpty)
        #expect(unnoticed("AB9876543", "0123456789", from: 2).isEmpty)
        #expect("0123456789A".count { DocumentNumber("G123456" + String($0))?.isRight == true } == 1)
    }

    @Test("Taiwan: every wrong digit shows, but those that an even weight or a five hides")
    func taiwan() {
        let hidden = [1: 5, 3: 5, 5: 5, 7: 5, 4: 2]
        for place in 1..<10 {
            for other in unnoticed("A123456789", "0123456789", from: place, upTo: place + 1) {
                let digits = (Array(other)[place].wholeNumberValue ?? 0) - (Array("A123456789")[place].wholeNumberValue ?? 0)
                #expect(hidden[place].map { digits.isMultiple(of: $0) } ?? false, "\(other)")
            }
        }
    }

    @Test("ICAO Doc 9303: every wrong digit in the number, the dates and the check digits shows")
    func machineReadable() {
        let line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
        for range in [0..<10, 13..<20, 21..<28, 42..<44] {
            #expect(unnoticed(line, "0123456789", from: range.lowerBound, upTo: range.upperBound).allSatisfy { other in
                zip(other, line).contains { $0.0 != $0.1 && ($0.1.isLetter || $0.1 == "<") }
            })
        }
    }

    @Test("Both lines of a pasted passport give the number of the second")
    func pasted() throws {
        let text = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n"
        let number = try #require(DocumentNumber(text))
        #expect(number.isRight && number.tail == "02C3")
    }

    @Test(
        "What has no known shape is no number",
        arguments: ["", "4321", "3-1502", "BKX-7281", "王小明", "0912345678", "123456789012345678901", "E12345678", "VB-1234", "<<<<"])
    func other(text: String) { #expect(DocumentNumber(text) == nil) }

    @Test("No text crashes it")
    func noise() {
        var random = SeededGenerator(seed: 3)
        let alphabet = Array("0189AXZ<() -中é\n")
        for length in [1, 7, 8, 9, 10, 18, 30, 36, 44] {
            for _ in 0..<300 {
                let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
                if let number = DocumentNumber(text) { #expect(number.tail.count <= 4) }
            }
        }
    }
}
