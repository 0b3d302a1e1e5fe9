import Gatekeeping
import Readings

/// A unit as somebody says it: `3-1502`, `3棟1502`, `臨波樓1502`, `31502`, with whatever else was said.
struct SpokenUnit: Sendable {
    /// What counts of it, with the Chinese characters that may be the name of a building.
    private(set) var bare: [UInt8]
    /// Where it was said in parts, as building and flat: by how many letters and digits stand before.
    private(set) var cuts: Set<Int> = []
    /// A floor was said, or a building that is called by one: `15樓2號`.
    let saysFloor: Bool

    /// - Parameter folded: the text as `Readings.folded` has it.
    init(_ folded: [UInt16]) {
        bare = NumberKeys.bare(folded, .unit)
        saysFloor = folded.contains(where: UnitNumerals.isFloor)
        var (count, isApart, isWhole) = (0, false, false)
        for unit in UnitNumerals.asDigits(folded) {
            guard (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit) else {
                isWhole = isWhole || UnitNumerals.endsNumber(unit)
                isApart = true
                continue
            }
            if isApart, count > 0 { cuts.insert(count) }
            (count, isApart, isWhole) = (count + 1, false, false)
        }
        // The number of a building or a floor is none of a building with the beginning of a flat.
        if isWhole, count > 0 { cuts.insert(count) }
    }

    /// With the id of its building, where that was called by its name. Where building and flat were said apart, other words say nothing more; else they
    /// may be the name of a building that is none.
    func resolved(_ buildings: BuildingNames) -> SpokenUnit {
        var copy = self
        copy.bare = buildings.resolved(bare)
        if copy.bare != bare {
            let id = copy.bare.count { $0 < 0x80 } - bare.count { $0 < 0x80 }
            copy.cuts = Set(cuts.map { $0 + id }).union([id])
        }
        if !copy.cuts.isEmpty { copy.bare = copy.bare.filter { $0 < 0x80 } }
        return copy
    }

    /// Whether it was parted where the unit's own id is, as far as it was said: `12-01` is not `1-201`.
    func isPartedAs(_ unit: String) -> Bool {
        SpokenUnit(Readings.folded(unit)).cuts.filter { $0 < bare.count }.isSubset(of: cuts)
    }
}
