import Gatekeeping
import Notation
import Readings

/// What was typed, in the forms in which it is compared.
struct Query: Sendable {
    /// What a name is typed without: spaces, dots, apostrophes, hyphens, the tones of Zhuyin.
    private static let ignored: Set<UInt16> = [0x20, 0xB7, 0x27, 0x2D, 0x2CA, 0x2C7, 0x2CB, 0x2D9]

    /// For names: without a title, letters small and without marks, characters simplified.
    let name: [UInt16]
    let plate: PlateQuery
    var spoken: SpokenUnit
    /// What was said is the number of a flat, whichever building it is in.
    var isFlat = false
    var unit: [UInt8] { spoken.bare }
    /// A building was named by its number alone: `3棟`.
    let isBuilding: Bool
    /// The digits, if there is nothing else.
    let phone: [UInt8]
    /// Without spaces; empty unless all is ASCII.
    let code: [UInt8]
    /// Nothing in it that a plate or a unit would have.
    let isName: Bool

    init(_ text: String) {
        let folded = Readings.folded(text)
        name = Visit.withoutTitle(folded).filter { !Query.ignored.contains($0) }
        plate = PlateQuery(text, folded)
        spoken = SpokenUnit(folded)
        let unit = spoken.bare
        isBuilding = unit.count == 1 && folded.contains(where: UnitNumerals.isSilent)
        code = NumberKeys.bare(folded, .code)
        let digits = NumberKeys.bare(folded, .phone)
        let isNumber = folded.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D }
        phone = isNumber ? digits : []
        isName = !unit.contains { (0x30...0x39).contains($0) } && !plate.hasUnseen
    }

    /// The unit is found by what was said of it, but was not said so: `12-01` for `1-201`.
    /// Digits in parts say a unit, and nothing of a plate: `3-01`.
    func isPartedOtherwise(than unit: String) -> Bool {
        guard !spoken.cuts.isEmpty else { return false }
        let isPart = UnitNames.bare(unit).starts(with: self.unit)
        return isPart ? !spoken.isPartedAs(unit) : !phone.isEmpty
    }

    var isEmpty: Bool { name.isEmpty && code.isEmpty && plate.runs.isEmpty }
}
