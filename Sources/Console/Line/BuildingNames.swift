import Gatekeeping
import Readings

/// What people call the buildings: `臨波樓1502` is `3-1502`.
struct BuildingNames: Sendable {
    /// The name and the id, both as what counts of them in a unit.
    private let names: [(name: [UInt8], id: [UInt8])]

    init(_ estate: Estate) {
        names = estate.buildings.flatMap { building in
            let words = [building.name.hant, building.name.hans].compactMap { $0 }.flatMap { $0.split(whereSeparator: \.isWhitespace) }
            let id = NumberKeys.bare(Readings.folded(building.id), .unit)
            return Set(words.flatMap { BuildingNames.spoken(String($0)) }).sorted { $0.count > $1.count }.map { ($0, id) }
        }
    }

    /// A name of Chinese characters; of a long one also its end, as 商鋪 of 沿街商鋪.
    private static func spoken(_ word: String) -> [[UInt8]] {
        let characters = Readings.folded(word).filter { Readings.isChinese($0) && !UnitNumerals.isSilent($0) }
        guard characters.count > 1 else { return [] }
        return (characters.count > 3 ? [characters, Array(characters.suffix(2))] : [characters]).map { NumberKeys.bare($0, .unit) }
    }

    /// The unit with the id of its building, where that was called by its name; nothing is changed where only the name was said.
    func resolved(_ unit: [UInt8]) -> [UInt8] {
        guard let first = unit.first, first > 0x7F, let known = names.first(where: { unit.count > $0.name.count && unit.starts(with: $0.name) }) else { return unit }
        return known.id + unit.dropFirst(known.name.count)
    }
}
