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
        if reads(written, 0, from: 0, read: 0) { return true }
        guard !written.isChinese, !written.isMixed else { return false }
        return (1...2).contains { $0 < units.count && reads(written, 0, from: $0, read: 0) }
    }

    /// Whether what was written from a place on is a reading of the characters that are left, which go round from `first`.
    private func reads(_ written: NameSound, _ place: Int, from first: Int, read: Int) -> Bool {
        guard read < units.count, place < written.units.count else { return read == units.count && place == written.units.count }
        let next = (first + read) % units.count
        let letter = written.units[place]
        if letter == units[next] || written.syllables[place].contains(where: syllables[next].contains) {
            return reads(written, place + 1, from: first, read: read + 1)
        }
        guard !Readings.isChinese(letter) else { return false }
        return syllables[next].contains { syllable in
            let length = Readings.length(syllable, inScriptOf: letter)
            return length > 0 && Readings.common(syllable, written.units[place...]) == length && reads(written, place + length, from: first, read: read + 1)
        }
    }
}
