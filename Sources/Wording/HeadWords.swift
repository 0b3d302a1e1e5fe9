import CWords

/// The journal's head as eight words, to be written into a paper book: the first 88 bits of a seal, eleven a word, from the lists of BIP-39.
public enum HeadWords {
    /// How many words stand for a head.
    public static let count = 8
    /// How many hexadecimal digits of the seal they hold.
    public static let digits = 22
    private static let bitsOfWord = 11

    /// The words of a seal; none where it has too few digits.
    public static func words(of seal: String, _ language: Language) -> [String] {
        let bits = seal.prefix(digits).compactMap(\.hexDigitValue).flatMap { digit in (0..<4).map { digit >> (3 - $0) & 1 } }
        guard bits.count == count * bitsOfWord else { return [] }
        let list = lists[language] ?? []
        return stride(from: 0, to: bits.count, by: bitsOfWord).map { start in
            list[bits[start..<start + bitsOfWord].reduce(0) { $0 * 2 + $1 }]
        }
    }

    /// The beginnings of seals that some words may stand for: of each language whose list has them all. Chinese ones need no spaces.
    public static func seals(of text: String) -> [String] {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).flatMap { word in
            word.utf8.allSatisfy { $0 < 0x80 } ? [String(word)] : word.map(String.init)
        }
        guard words.count == count else { return [] }
        let found = Language.allCases.compactMap { language -> String? in
            let numbers = words.compactMap { indices[language]?[$0] }
            guard numbers.count == count else { return nil }
            let bits = numbers.flatMap { number in (0..<bitsOfWord).map { number >> (bitsOfWord - 1 - $0) & 1 } }
            return stride(from: 0, to: bits.count, by: 4).map { String(bits[$0..<$0 + 4].reduce(0) { $0 * 2 + $1 }, radix: 16) }.joined()
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static let lists: [Language: [String]] = [
        .english: read(cwords_english()), .hant: read(cwords_traditional()), .hans: read(cwords_simplified()),
    ]
    private static let indices = lists.mapValues { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, $0) }) }

    private static func read(_ list: cwords_list) -> [String] {
        String(decoding: UnsafeBufferPointer(start: list.bytes, count: list.size), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
