import Testing

import Notation

@Suite("Cleaning and folding of text")
struct CleaningTests {
    @Test("C0 and DEL become control pictures, C1 and bidirectional controls the replacement character")
    func pictures() {
        for value in UInt32(0)..<0xA0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let expected =
                switch value {
                case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String(Character($0)) }
                case 0x7F: "␡"
                case 0x80..<0xA0: "\u{FFFD}"
                default: text
                }
            #expect(text.cleaned == expected, "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        "No bidirectional control or line separator survives",
        arguments: [
            "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
            "\u{2068}", "\u{2069}", "\u{2028}", "\u{2029}",
        ]
    )
    func bidirectional(control: String) {
        let dirty = "王" + control + "小明"
        #expect(dirty.cleaned == "王\u{FFFD}小明")
        #expect(dirty.cleaned.cleaned == dirty.cleaned)
    }

    @Test("A line end inside a text is shown as two pictures")
    func lineEnd() { #expect("a\r\nb".cleaned == "a␍␊b") }

    @Test("All else stands as itself", arguments: ["", "王小明", "粤B·12345", "😀👨‍👩‍👧", "e\u{0301}", "\u{A0}", "Ａ　１"])
    func untouched(text: String) { #expect(Array(text.cleaned.utf8) == Array(text.utf8)) }

    @Test(
        "Full width and case do not matter for finding",
        arguments: [("ＡＢＣ１２３", "abc123"), ("王　小明", "王 小明"), ("Ｗxm～！", "wxm~!"), ("G07", "g07"), ("é", "é")]
    )
    func folding(text: String, folded: String) {
        #expect(text.folded == folded)
        #expect(text.folded.folded == text.folded)
    }

    @Test("A text is found in whatever case and width, as often as it stands there", arguments: [
        ("Wang 李、Ｗａｎｇ、ＷaNg", "wang", ["Wang", "Ｗａｎｇ", "ＷaNg"]), ("wang 李", "ＷＡＮＧ　李", ["wang 李"]), ("aaa", "aa", ["aa"]), ("王小明", "小明", ["小明"]),
        ("e\u{0301}e", "e", ["e"]), ("王", "", []), ("", "王", []),
    ])
    func places(text: String, wanted: String, found: [String]) { #expect(text.places(of: wanted).map { String(text[$0]) } == found) }
}
