import Readings

extension Registers {
    /// The vehicle at the gate that a visitor comes in, where it was registered by itself: by its plate, all in it are of the party, and nobody in it has
    /// to be refused or compared.
    func waiting(for visit: Visit, in estate: Estate) -> Int? {
        let suspects = suspects(in: estate)
        return stays.filter { _, stay in
            stay.entered == nil && visit.isIn(stay.plate) && visit.brings(stay) && estate.certainlyDenied(stay) == nil && estate.possiblyDenied(stay) == nil
                && suspects.first(among: drivers(of: stay, in: estate), besides: nil) == nil
        }
        .keys.max()
    }

    /// Somebody who came in as a visitor with this plate: the visit.
    public func visitor(in plate: String?) -> Int? { visits.filter { $0.value.step == .inside && $0.value.isIn(plate) }.keys.min() }
}

extension Visit {
    /// Whether it is the plate of the vehicle that they come in.
    func isIn(_ other: String?) -> Bool {
        guard let plate, let other else { return false }
        let wanted = Plate.units(Readings.folded(plate))
        return Plate.isTelling(wanted) && !wanted.contains(Plate.unseen) && Plate.isSame(other, as: wanted)
    }

    /// Whether everybody in a vehicle is of the party; where nobody is named, it goes to the same unit.
    fileprivate func brings(_ stay: Stay) -> Bool {
        guard stay.people ?? 1 <= count else { return false }
        guard let driver = stay.driver else { return stay.unit == nil || stay.unit == unit }
        let isOne = people.contains { Visit.counted(ofName: $0) == Visit.counted(ofName: driver) }
        return isOne || NameList(driver).items.allSatisfy { name in people.contains { SeenName.mayBe($0, name) } }
    }
}
