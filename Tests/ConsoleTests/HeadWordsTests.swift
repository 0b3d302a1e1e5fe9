import Testing
import Wording

struct HeadWordsTests {
    private let seal = "00000000007ff0000ffe00" + String(repeating: "a", count: 42)

    @Test("Eight words hold the first 88 bits of a seal, and give them back", arguments: Language.allCases)
    func roundTrip(language: Language) {
        for seal in [seal, String(repeating: "f", count: 64), String(repeating: "0123456789abcdef", count: 4)] {
            let words = HeadWords.words(of: seal, language)
            #expect(words.count == 8)
            #expect(HeadWords.seals(of: words.joined(separator: " ")).contains(String(seal.prefix(HeadWords.digits))))
        }
        #expect(HeadWords.words(of: "abc", language).isEmpty)
    }

    @Test("The words are those of BIP-39")
    func known() {
        #expect(HeadWords.words(of: String(repeating: "0", count: 64), .english) == Array(repeating: "abandon", count: 8))
        #expect(HeadWords.words(of: String(repeating: "f", count: 64), .english) == Array(repeating: "zoo", count: 8))
        #expect(HeadWords.words(of: String(repeating: "0", count: 64), .hant) == Array(repeating: "的", count: 8))
        #expect(HeadWords.seals(of: "Zoo zoo zoo zoo zoo zoo zoo ZOO") == [String(repeating: "f", count: 22)])
    }

    @Test("Seven words, a word of no list, and words of two lists are none", arguments: [
        "zoo zoo zoo zoo zoo zoo zoo", "zoo zoo zoo zoo zoo zoo zoo gatebook", "zoo zoo zoo zoo 的 的 的 的", "",
    ])
    func none(text: String) { #expect(HeadWords.seals(of: text).isEmpty) }
}
