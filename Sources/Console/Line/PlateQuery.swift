import Gatekeeping
import Notation
import Readings

/// What was typed, as a run of a plate's characters: `?` for one that was not seen, the province also in Pinyin.
struct PlateQuery: Sendable {
    /// The fits from this on are by look-alikes only.
    static let firstAlike: UInt8 = 5
    /// The fits from this on are by letters alone.
    static let firstLetters: UInt8 = 10

    /// The runs to look for: as typed, then with each province that the first letters can mean.
    let runs: [[UInt16]]
    /// Nothing but letters were typed, which are more likely those of a name.
    let isLetters: Bool
    private let text: String

    /// - Parameter folded: the text as `Readings.folded` has it.
    init(_ text: String, _ folded: [UInt16]) {
        self.text = text
        let typed = Plate.units(folded)
        let isPlate = typed.count <= 20 && typed.contains { $0 != Plate.unseen } && !typed.contains(where: Readings.isZhuyin)
        isLetters = typed.allSatisfy { (0x41...0x5A).contains($0) }
        runs = isPlate ? [typed] + Plate.resolvingProvince(typed) : []
    }

    /// The text as a plate is written down.
    var plate: String { Plate.written(text) }

    var hasUnseen: Bool { runs.contains { $0.contains(Plate.unseen) } }

    static func matches(_ run: [UInt16], _ part: ArraySlice<UInt16>) -> Bool {
        var index = part.startIndex
        for unit in run {
            if unit != Plate.unseen, unit != part[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether look-alikes count: a name's letters, and one or two characters, would look like too much.
    func mayLookAlike(_ run: [UInt16]) -> Bool { run.count > 2 && !isLetters }

    /// 0 whole, 1 the end, 2 the beginning, 3 within; and the same by look-alikes, or by letters alone.
    func fit(_ run: [UInt16], _ offset: Int, _ room: Int, _ isExact: Bool) -> UInt8 {
        let isWhole = room == 0 && !run.contains(Plate.unseen)
        if isExact, isWhole { return 0 }
        let place: UInt8 = isWhole ? 0 : offset == room ? 1 : offset == 0 ? 2 : 3
        return isLetters ? place + PlateQuery.firstLetters : isExact ? place : place + PlateQuery.firstAlike
    }

    /// Where a plate fits only by look-alikes: the pairs of what stands there and what was typed, as `0≈O`.
    func lookAlikes(in plate: String) -> String? {
        let units = Plate.units(Readings.folded(plate))
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
        for (typed, unit) in zip(run, part) where typed != Plate.unseen && typed != unit {
            let pair = String(decoding: [unit, 0x2248, typed], as: UTF16.self)
            if !pairs.contains(pair) { pairs.append(pair) }
        }
        return pairs.joined(separator: " ")
    }
}
