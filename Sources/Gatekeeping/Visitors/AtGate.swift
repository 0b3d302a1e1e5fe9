import Readings

extension Registers {
    /// The vehicles that wait at the gate with this plate.
    public func atGate(plate: String) -> [Int] {
        let wanted = Plate.units(Readings.folded(plate))
        return Plate.isTelling(wanted) ? stays.filter { $0.value.entered == nil && $0.value.plate.map { Plate.isSame($0, as: wanted) } ?? false }.keys.sorted() : []
    }

    /// The visits of whoever of that name stands at the gate, and the vehicles that nobody else drives.
    public func atGate(named name: String) -> [Int] {
        let wanted = Visit.counted(ofName: name)
        let visits = visits.filter { [.verified, .registered].contains($0.value.step) && Visit.counted(ofName: $0.value.name) == wanted }
        let stays = stays.filter { $0.value.entered == nil && $0.value.driver.map { Visit.counted(ofName: $0) } == wanted }
        return (Array(visits.keys) + stays.keys).sorted()
    }
}
