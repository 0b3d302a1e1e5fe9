import Gatekeeping
import Readings

/// Units as people say them: `3-1502`, `3棟1502`, `三棟1502`, `31502`.
struct UnitNames {
    let estate: Estate

    init(_ estate: Estate) { self.estate = estate }

    /// The unit's id; the text as it is where no unit answers to it.
    func id(of text: String) -> String { known(text) ?? text }

    /// The unit's id, if one answers to it, and no flat of another building does.
    func known(_ text: String) -> String? {
        if estate.units.contains(where: { $0.id == text }) { return text }
        let spoken = SpokenUnit(Readings.folded(text)).resolved(BuildingNames(estate))
        let said = estate.units.map(\.id).filter { UnitNames.bare($0) == spoken.bare && (spoken.cuts.isEmpty || spoken.isPartedAs($0)) }
        guard said.count == 1 else { return nil }
        let isDoubtful = spoken.cuts.isEmpty && estate.units.contains { UnitNames.flat(of: $0.id) == spoken.bare }
        return isDoubtful ? nil : said.first
    }

    /// The units that the text may mean, where it says too little or parts it otherwise.
    func alike(_ text: String) -> [String] {
        let spoken = SpokenUnit(Readings.folded(text)).resolved(BuildingNames(estate))
        guard !spoken.bare.isEmpty else { return [] }
        return estate.units.map(\.id).filter { UnitNames.bare($0) == spoken.bare || UnitNames.flat(of: $0) == spoken.bare }
    }

    /// The number of a flat without its building, as what counts of it; nil where the id names no building.
    static func flat(of unit: String) -> [UInt8]? { unit.split(separator: "-").dropFirst().last.map { bare(String($0)) } }

    static func bare(_ text: String) -> [UInt8] { NumberKeys.bare(Readings.folded(text), .unit) }
}
