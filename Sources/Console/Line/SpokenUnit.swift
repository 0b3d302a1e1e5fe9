import Gatekeeping
import Readings

/// A unit as somebody says it: `3-1502`, `3棟1502`, `臨波樓1502`, `31502`, with whatever else was said.
struct SpokenUnit: Sendable {
    /// What counts of it, with the Chinese characters that may be the name of a building.
    private(set) var bare: [UInt8]
    /// The building and the flat were said apart.
    private(set) var isSplit: Bool

    /// - Parameter folded: the text as `Readings.folded` has it.
    init(_ folded: [UInt16]) {
        bare = NumberKeys.bare(folded, .unit)
        let said = UnitNumerals.asDigits(folded).map { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        isSplit = said.indices.count { said[$0] && ($0 == 0 || !said[$0 - 1]) } > 1
    }

    /// With the id of its building, where that was called by its name. Where building and flat were said apart, other words say nothing more; else they
    /// may be the name of a building that is none.
    func resolved(_ buildings: BuildingNames) -> SpokenUnit {
        var copy = self
        copy.bare = buildings.resolved(bare)
        copy.isSplit = isSplit || copy.bare != bare
        if copy.isSplit { copy.bare = copy.bare.filter { $0 < 0x80 } }
        return copy
    }
}
