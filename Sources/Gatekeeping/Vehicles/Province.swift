import Readings

/// A province of the mainland, as plates begin with it.
struct Province: Equatable, Sendable {
    /// As on the plate, in simplified characters.
    let character: UInt16
    /// How else people write it: its name, and both in Pinyin, in capitals.
    let name: [UInt16]
    let pinyin: [[UInt16]]

    private init(_ text: Substring) {
        let units = Array(text.utf16)
        (character, name) = (units[0], Array(units.dropFirst()))
        pinyin = Province.spellings([units[0]]) + Province.spellings(name)
    }

    static let all: [Province] = """
        京北京 津天津 沪上海 渝重庆 冀河北 豫河南 云云南 辽辽宁 黑黑龙江 湘湖南 皖安徽 鲁山东 新新疆 苏江苏 浙浙江 赣江西
        鄂湖北 桂广西 甘甘肃 晋山西 蒙内蒙古 陕陕西 吉吉林 闽福建 贵贵州 粤广东 青青海 藏西藏 川四川 宁宁夏 琼海南
        """.split(whereSeparator: \.isWhitespace).map { Province($0) }

    /// All readings of the characters, one behind the other.
    private static func spellings(_ characters: [UInt16]) -> [[UInt16]] {
        characters.reduce([[]]) { spelled, character in
            spelled.flatMap { begun in Readings.syllables(of: character).map { begun + Readings.pinyin($0).uppercased().utf16 } }
        }
    }

    /// The provinces in Pinyin, by the letter that they begin with, from A on.
    private static let byLetter: [[(pinyin: [UInt16], character: UInt16)]] = letters.map { letter in
        all.flatMap { province in province.pinyin.filter { $0.first == letter }.map { ($0, province.character) } }
    }

    private static let letters: ClosedRange<UInt16> = 0x41...0x5A

    /// With a province in front, by its name or in Pinyin, replaced by its character: once for each that can be meant.
    static func resolved(_ units: [UInt16]) -> [[UInt16]] {
        guard let first = units.first else { return [] }
        if Readings.isChinese(first) {
            return all.filter { units.count > $0.name.count && units.starts(with: $0.name) }.map { [$0.character] + units.dropFirst($0.name.count) }
        }
        guard letters.contains(first) else { return [] }
        return byLetter[Int(first - letters.lowerBound)].compactMap { province in
            units.starts(with: province.pinyin) ? [province.character] + units.dropFirst(province.pinyin.count) : nil
        }
    }
}

extension Plate {
    /// The plates that a run of characters can mean, where it begins with a province by its name or in Pinyin; in the units of `units`.
    public static func resolvingProvince(_ units: [UInt16]) -> [[UInt16]] { Province.resolved(units) }
}
