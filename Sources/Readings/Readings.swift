import CReadings

/// How characters sound and are written simply: lookups in tables that were made once.
public enum Readings {
    /// The number of a syllable in the tables.
    public typealias Syllable = UInt16

    /// What a UTF-16 unit counts as in finding: full-width ASCII as ASCII, letters small and without marks, characters simplified,
    /// radicals and compatibility characters as the characters that they look like.
    /// Nil for a mark that only joins the letter before it.
    public static func folded(_ unit: UInt16) -> UInt16? {
        switch unit {
        case 0x41...0x5A: return unit + 0x20
        case 0..<0xC0: return unit
        case 0x300...0x36F: return nil
        case 0x391...0x3A9, 0x410...0x42F: return unit + 0x20
        case 0xFF01...0xFF5E: return folded(unit - 0xFEE0)
        case 0x3000: return 0x20
        case 0x4E00...0x9FFF, 0x2E80...0x2FD5, 0xF900...0xFAD9: return readings_simple(unit)
        default: return readings_bare(unit)
        }
    }

    /// The text in units that count the same in finding.
    public static func folded(_ text: String) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count)
        for unit in text.utf16 { if let folded = folded(unit) { units.append(folded) } }
        return units
    }

    /// The text in simplified characters, for comparing names that were written in either script.
    public static func simplified(_ text: String) -> String { String(decoding: text.utf16.map(readings_simple), as: UTF16.self) }

    /// How a character is read, the most usual reading first.
    public static func syllables(of character: UInt16) -> [Syllable] {
        guard isChinese(character) else { return [] }
        return [Syllable](unsafeUninitializedCapacity: 4) { buffer, count in
            count = Int(readings_of(character, buffer.baseAddress))
        }
    }

    /// How many of `typed` are the beginning of the syllable, in whichever of Pinyin and Zhuyin they are typed.
    public static func common(_ syllable: Syllable, _ typed: some Collection<UInt16>) -> Int {
        typed.withContiguousStorageIfAvailable { Int(readings_common(syllable, $0.baseAddress, Int32($0.count))) } ?? 0
    }

    /// How long the syllable is in the script of the letter.
    public static func length(_ syllable: Syllable, inScriptOf letter: UInt16) -> Int { Int(readings_length(syllable, letter)) }

    /// The syllable in Pinyin, without its tone and with v for ü.
    public static func pinyin(_ syllable: Syllable) -> String {
        String(decoding: (0..<length(syllable, inScriptOf: 0x61)).map { readings_pinyin(syllable, Int32($0)) }, as: UTF16.self)
    }

    /// The small Latin letters of the syllable in Pinyin, as bits from that of `a` on.
    public static func letters(_ syllable: Syllable) -> UInt32 {
        var letters: UInt32 = 0
        var index: Int32 = 0
        while case let letter = readings_pinyin(syllable, index), (0x61...0x7A).contains(letter) {
            letters |= 1 << UInt32(letter - 0x61)
            index += 1
        }
        return letters
    }

    /// The letters that the syllable begins with, in Pinyin and in Zhuyin.
    public static func initials(_ syllable: Syllable) -> (pinyin: UInt16, zhuyin: UInt16) {
        (readings_pinyin(syllable, 0), readings_zhuyin_initial(syllable))
    }

    public static func isChinese(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }
    public static func isZhuyin(_ unit: UInt16) -> Bool { (0x3105...0x312F).contains(unit) }
}
