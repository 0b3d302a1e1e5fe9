import Readings

/// A name of the deny list, prepared for holding against it what somebody is called at the gate.
struct ListedName: Equatable, Sendable {
    private let units: [UInt16]
    private let sound: NameSound
    /// Latin words in every order in which people write them; of Chinese characters there is one.
    private let spellings: [[UInt16]]
    private let isChinese: Bool
    /// What none of its spellings in small Latin letters is without.
    private let letters: Letters

    init(_ name: String) {
        let seen = SeenName(name)
        units = seen.units
        letters = Letters(inEverySpellingOf: units)
        sound = NameSound(units)
        isChinese = units.contains(where: Readings.isChinese)
        let orders = isChinese || seen.words.count > 3 ? [seen.words] : ListedName.orders(of: seen.words)
        spellings = orders.map { $0.flatMap { $0 } }
    }

    private static func orders(of words: [[UInt16]]) -> [[[UInt16]]] {
        guard words.count > 1 else { return [words] }
        return words.indices.flatMap { first in
            orders(of: Array(words[..<first] + words[(first + 1)...])).map { [words[first]] + $0 }
        }
    }

    /// It can be spelled with these Latin letters: what is typed in others is not taken apart.
    func mayBeSpelled(with typed: Letters) -> Bool { units.count < 2 || letters.isSubset(of: typed) }

    /// The name is this one, whatever is written beside it.
    func isSame(as seen: SeenName) -> Bool { !units.isEmpty && seen.pieces.contains { spellings.contains($0.units) } }

    /// The name is this one, or a word of Chinese characters beside others.
    func isNamed(in seen: SeenName) -> Bool {
        isSame(as: seen) || isChinese && units.count > 1 && seen.words.contains(where: spellings.contains)
    }

    /// The name stands anywhere in what was said; or the whole of that is read like it.
    func mayBe(_ seen: SeenName) -> Bool {
        guard units.count > 1 else { return isSame(as: seen) }
        if let latin = seen.latin, !mayBeSpelled(with: latin) { return false }
        return spellings.contains(where: seen.holds) || seen.pieces.contains(where: sounds) || isChinese && seen.parts(of: units.count).contains(where: sound.isRead)
    }

    /// Characters against characters or Pinyin.
    private func sounds(like name: NameSound) -> Bool {
        isChinese ? sound.isRead(as: name) : name.units.count > 1 && name.isChinese && name.isRead(as: sound)
    }
}

/// What somebody is called at the gate, with whatever was written beside it.
struct SeenName {
    /// Letters, characters and digits in the form in which names are compared.
    let units: [UInt16]
    /// By place: something that is dropped stands before it.
    private let isApart: [Bool]
    /// What stands between the gaps.
    let words: [[UInt16]]
    /// What of it may be the name: all, all but the digits and the title, and each run of Chinese characters without a title behind it.
    let pieces: [NameSound]
    /// Its letters, where all of it is ASCII.
    let latin: Letters?

    init(_ text: String) {
        var units: [UInt16] = []
        var isApart: [Bool] = []
        var isBehindGap = false
        for unit in Readings.folded(text) {
            guard SeenName.isOfNames(unit) else {
                isBehindGap = true
                continue
            }
            units.append(unit)
            isApart.append(isBehindGap)
            isBehindGap = false
        }
        (self.units, self.isApart) = (units, isApart)
        words = SeenName.words(units, isApart)
        latin = units.allSatisfy { $0 < 0x80 } ? Letters(units) : nil
        pieces = SeenName.pieces(of: units, words)
    }

    /// Chinese characters beside Latin letters are words of their own.
    private static func words(_ units: [UInt16], _ isApart: [Bool]) -> [[UInt16]] {
        zip(units, isApart).reduce(into: []) { words, next in
            let isOther = words.last?.last.map { Readings.isChinese($0) != Readings.isChinese(next.0) } ?? false
            if next.1 || words.isEmpty || isOther { words.append([]) }
            words[words.count - 1].append(next.0)
        }
    }

    /// How many characters of it may be the name; none of a title alone.
    static func countWithoutTitle(_ text: String) -> Int {
        let units = SeenName(text).units
        return isTitle(text) ? 0 : bare(units[...])?.count ?? text.count
    }

    /// It is only how people are called politely, or what they do here.
    static func isTitle(_ text: String) -> Bool {
        let units = SeenName(text).units
        return respects.contains(units) || titles.contains(units) || callings.contains(units)
    }

    private static func pieces(of units: [UInt16], _ words: [[UInt16]]) -> [NameSound] {
        var pieces: [[UInt16]] = []
        func add(_ name: [UInt16]) {
            if !name.isEmpty, !pieces.contains(name) { pieces.append(name) }
        }
        add(units)
        add(words.filter { !titles.contains($0) }.flatMap { $0 }.filter { !isDigit($0) })
        for run in units.split(whereSeparator: { !Readings.isChinese($0) }) { add(Array(run)) }
        for name in pieces { if let bare = bare(name[...]) { add(Array(bare)) } }
        return pieces.map(NameSound.init)
    }

    /// Other parts of it that may be a name of so many characters, where more is written beside it: as many in a run of Chinese ones, if that is longer
    /// than a name, and words in Latin letters, one behind the other.
    func parts(of count: Int) -> [NameSound] {
        (chineseParts(of: count) + latinParts(of: count)).map(NameSound.init)
    }

    /// A name of two characters is a word, or stands at the beginning or the end of a longer one: within others' names there are too many of them.
    private func chineseParts(of count: Int) -> [[UInt16]] {
        guard latin == nil else { return [] }
        let runs = (words + [units]).flatMap { $0.split { !Readings.isChinese($0) } }
        return (runs + runs.compactMap(SeenName.bare)).filter { $0.count == count || $0.count > max(3, count) }.flatMap { run in
            let places = run.startIndex...(run.endIndex - count)
            let meant = count > 2 ? Array(places) : [places.lowerBound, places.upperBound]
            return meant.map { Array(run[$0..<$0 + count]) }
        }
    }

    /// Without what people put behind a name, if that is there.
    static func bare(_ name: ArraySlice<UInt16>) -> ArraySlice<UInt16>? {
        respects.first { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }.map { name.dropLast($0.count) }
    }

    /// Two characters are two words: one word may be the two of a given name.
    private func latinParts(of count: Int) -> [[UInt16]] {
        guard words.count > 1 else { return [] }
        let words = words.map { $0.filter { !SeenName.isDigit($0) } }
        let isLatin = { (word: [UInt16]) in word.allSatisfy { $0 < 0x80 } }
        return words.indices.flatMap { first in
            let row = words[first...].prefix(while: isLatin).prefix(SeenName.mostWords)
            return row.indices.dropFirst(count > 2 ? 0 : 1).map { Array(row[...$0].joined()) }
        }
        .filter { $0.count > 3 }
    }

    /// What counts of a name, without what people put behind it, unless a surname is all there is.
    fileprivate static func counted(of text: String) -> String {
        let units = Readings.folded(text).filter(isOfNames)
        let name = bare(units[...]).flatMap { $0.count > 1 ? $0 : nil }
        return String(decoding: name ?? units[...], as: UTF16.self)
    }

    /// The name for comparing with others: without what people put behind it.
    func withoutTitle(of text: String) -> String { SeenName.bare(units[...]).map { String(decoding: $0, as: UTF16.self) } ?? text }

    /// What is typed of somebody without how they are called politely, unless a surname is all there is: titles stand behind a Chinese name, and are
    /// words of their own in Latin letters.
    fileprivate static func withoutTitle(_ typed: [UInt16]) -> [UInt16] {
        if let last = typed.last, last > 0x7F, let name = bare(typed[...]), name.count > 1 { return Array(name) }
        guard typed.contains(0x20) else { return typed }
        let words = typed.split(separator: 0x20)
        let rest = words.filter { !titles.contains(Array($0.last == 0x2E ? $0.dropLast() : $0)) }
        return rest.isEmpty || rest.count == words.count ? typed : Array(rest.joined(separator: [0x20]))
    }

    /// Of more words than these no name consists.
    private static let mostWords = 4

    /// What people put behind a name, in the script that names are compared in.
    private static let respects = ["先生", "女士", "小姐", "太太", "師傅", "老師", "阿姨"].map(Readings.folded)
    private static let callings = ["司機", "送貨", "快遞", "外賣"].map(Readings.folded)
    private static let titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam"].map { Array($0.utf16) }

    /// Whether a name stands in it: in Latin letters from one word to another.
    func holds(_ name: [UInt16]) -> Bool {
        guard name.count <= units.count else { return false }
        return (0...(units.count - name.count)).contains { place in
            units[place] == name[0] && units[place...].starts(with: name) && isBoundary(place) && isBoundary(place + name.count)
        }
    }

    private func isBoundary(_ place: Int) -> Bool {
        guard place > 0, place < units.count, !isApart[place] else { return true }
        let (left, right) = (units[place - 1], units[place])
        return Readings.isChinese(left) || Readings.isChinese(right) || SeenName.isDigit(left) != SeenName.isDigit(right)
    }

    private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

    /// Half of a rare character counts as one of its own.
    private static func isOfNames(_ unit: UInt16) -> Bool {
        guard unit > 0x7F else { return isDigit(unit) || (0x61...0x7A).contains(unit) }
        guard !Readings.isChinese(unit), let scalar = Unicode.Scalar(unit) else { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .letterNumber, .decimalNumber: return !scalar.properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }
}

extension Visit {
    /// What counts of a name: the same for both scripts, with spaces or a title behind it and without.
    public static func counted(ofName name: String) -> String { SeenName.counted(of: name) }

    /// A text in which somebody is looked for, as `Readings.folded` has it, without a title.
    public static func withoutTitle(_ typed: [UInt16]) -> [UInt16] { SeenName.withoutTitle(typed) }
}
