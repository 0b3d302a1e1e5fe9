import Gatekeeping
import Notation
import Readings

/// What was typed, as a run of a plate's characters: `?` for one that was not seen, the province also in Pinyin.
struct PlateQuery: Sendable {
    static let unseen: UInt16 = 0x3F
    /// The fits from this on are by look-alikes only.
    static let firstAlike: UInt8 = 5
    /// The fits from this on are by letters alone.
    static let firstLetters: UInt8 = 10
    /// The provinces with how they can be typed in Pinyin, in letters.
    private static let provinces: [(character: UInt16, letters: [UInt16])] = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".utf16.flatMap { character in
        Readings.syllables(of: character).map { (character, Array(Readings.pinyin($0).utf16)) }
    }

    /// The runs to look for: as typed, then with each province that the first letters can mean.
    let runs: [[UInt16]]
    /// Nothing but letters were typed, which are more likely those of a name.
    let isLetters: Bool
    private let text: String
    /// With the province, where the longest Pinyin can mean only one.
    private let likely: [UInt16]?

    /// - Parameter folded: the text as `Readings.folded` has it.
    init(_ text: String, _ folded: [UInt16]) {
        self.text = text
        let typed = PlateKeys.normal(folded)
        let isPlate = typed.count <= 20 && typed.contains { $0 != PlateQuery.unseen } && !typed.contains(where: Readings.isZhuyin)
        isLetters = typed.allSatisfy { (0x41...0x5A).contains($0) }
        let resolved = isPlate ? PlateQuery.resolved(typed) : []
        runs = isPlate ? [typed] + resolved : []
        let meant = resolved.filter { $0.count > 2 && (0x41...0x5A).contains($0[1]) && $0[2...].contains { (0x30...0x39).contains($0) } }
        let shortest = meant.map(\.count).min() ?? 0
        let likely = meant.filter { $0.count == shortest }
        self.likely = likely.count == 1 ? likely[0] : nil
    }

    /// The text as a plate, with the province where the longest Pinyin can mean only one.
    var plate: String { likely.map { String(decoding: $0, as: UTF16.self) } ?? text.folded.uppercased() }

    var hasUnseen: Bool { runs.contains { $0.contains(PlateQuery.unseen) } }

    /// With the Pinyin of a province in front replaced by its character.
    private static func resolved(_ typed: [UInt16]) -> [[UInt16]] {
        guard let first = typed.first, (0x41...0x5A).contains(first) else { return [] }
        let small = typed.compactMap(Readings.folded)
        return provinces.filter { $0.letters.first == small.first && small.starts(with: $0.letters) }.map { [$0.character] + typed.dropFirst($0.letters.count) }
    }

    static func matches(_ run: [UInt16], _ part: ArraySlice<UInt16>) -> Bool {
        var index = part.startIndex
        for unit in run {
            if unit != unseen, unit != part[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether look-alikes count: a name's letters, and one or two characters, would look like too much.
    func mayLookAlike(_ run: [UInt16]) -> Bool { run.count > 2 && !isLetters }

    /// 0 whole, 1 the end, 2 the beginning, 3 within; and the same by look-alikes, or by letters alone.
    func fit(_ run: [UInt16], _ offset: Int, _ room: Int, _ isExact: Bool) -> UInt8 {
        let isWhole = room == 0 && !run.contains(PlateQuery.unseen)
        if isExact, isWhole { return 0 }
        let place: UInt8 = isWhole ? 0 : offset == room ? 1 : offset == 0 ? 2 : 3
        return isLetters ? place + PlateQuery.firstLetters : isExact ? place : place + PlateQuery.firstAlike
    }

    /// Where a plate fits only by look-alikes: the pairs of what stands there and what was typed, as `0≈O`.
    func lookAlikes(in plate: String) -> String? {
        let units = PlateKeys.normal(Readings.folded(plate))
        let alike = units.map(Plate.lookAlike)
        var pairs: String?
        for run in runs where run.count <= units.count {
            for offset in (0...(units.count - run.count)).reversed() {
                let part = offset..<(offset + run.count)
                if PlateQuery.matches(run, units[part]) { return nil }
                guard pairs == nil, mayLookAlike(run), PlateQuery.matches(run.map(Plate.lookAlike), alike[part]) else { continue }
                pairs = PlateQuery.pairs(run, units[part])
            }
        }
        return pairs
    }

    private static func pairs(_ run: [UInt16], _ part: ArraySlice<UInt16>) -> String {
        var pairs: [String] = []
        for (typed, unit) in zip(run, part) where typed != unseen && typed != unit {
            let pair = String(decoding: [unit, 0x2248, typed], as: UTF16.self)
            if !pairs.contains(pair) { pairs.append(pair) }
        }
        return pairs.joined(separator: " ")
    }
}
