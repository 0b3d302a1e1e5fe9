import Readings

/// A name with how each of its characters is read.
struct NameSound: Equatable, Sendable {
    let units: [UInt16]
    let isChinese: Bool
    private let isMixed: Bool
    private let syllables: [[Readings.Syllable]]

    init(_ units: [UInt16]) {
        self.units = units
        syllables = units.map(Readings.syllables)
        isChinese = units.allSatisfy(Readings.isChinese)
        isMixed = !isChinese && units.contains(where: Readings.isChinese)
    }

    /// Whether what was written, in characters, Pinyin or Zhuyin, is a reading of all the characters; in letters also with the surname, which has one
    /// character or two, behind.
    func isRead(as written: NameSound) -> Bool {
        if written.isChinese, written.units.count != units.count { return false }
        let order = Array(units.indices)
        if reads(written, 0, order[...]) { return true }
        return !written.isChinese && !written.isMixed && (1...2).contains { $0 < order.count && reads(written, 0, order[$0...] + order[..<$0]) }
    }

    /// Whether what was written from a place on is a reading of the characters at these places.
    private func reads(_ written: NameSound, _ place: Int, _ rest: ArraySlice<Int>) -> Bool {
        guard let next = rest.first, place < written.units.count else { return rest.isEmpty && place == written.units.count }
        let letter = written.units[place]
        if letter == units[next] || written.syllables[place].contains(where: syllables[next].contains) { return reads(written, place + 1, rest.dropFirst()) }
        guard !Readings.isChinese(letter) else { return false }
        return syllables[next].contains { syllable in
            let length = Readings.length(syllable, inScriptOf: letter)
            return length > 0 && Readings.common(syllable, written.units[place...]) == length && reads(written, place + length, rest.dropFirst())
        }
    }
}
