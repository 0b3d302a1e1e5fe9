import Gatekeeping
import Notation
import Randomness
import Readings

@testable import Bookkeeping
@testable import Console

/// A made-up crowd at the gate of the example estate: surnames as frequent as among its residents, given names put together anew.
struct Crowd {
    var random: SeededGenerator
    let estate: Estate
    private(set) var state = GateState()
    private var number = 0
    private let given: [Character]

    init(seed: UInt64, estate: Estate) {
        random = SeededGenerator(seed: seed)
        self.estate = estate
        given = estate.residents.flatMap { $0.name.dropFirst() }.filter { Readings.isChinese($0.utf16.first ?? 0) }
    }

    mutating func name() -> String {
        let surname = estate.residents.randomElement(using: &random)?.name.first.map(String.init) ?? ""
        let count = Int.random(in: 0..<5, using: &random) == 0 ? 1 : 2
        return surname + String((0..<count).compactMap { _ in given.randomElement(using: &random) })
    }

    mutating func plate() -> String {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ"), all = letters + Array("0123456789012345678901234567890123456789")
        let province = "皖皖皖皖皖皖皖皖苏浙粤沪鄂豫".randomElement(using: &random).map(String.init) ?? ""
        let tail = (0..<5).compactMap { _ in all.randomElement(using: &random) }
        return province + String(letters.randomElement(using: &random) ?? "A") + String(tail)
    }

    mutating func unit() -> String { estate.units.randomElement(using: &random)?.id ?? "" }

    /// Somebody is inside or expected.
    /// - Returns: the number of the visit.
    mutating func come(_ step: Visit.Step) -> (id: RowID, name: String) {
        var visit = Visit()
        (visit.step, visit.name, visit.unit) = (step, name(), unit())
        var forward = Forward<Visit>()
        number += 1
        (forward.ref, forward.item) = (number, visit)
        note(forward)
        return (.visit(number), visit.name)
    }

    /// A vehicle is inside.
    mutating func drive() -> (id: RowID, plate: String) {
        var stay = Stay()
        let plate = plate()
        (stay.plate, stay.unit, stay.entered) = (plate, unit(), Instant(milliseconds: 0))
        var forward = Forward<Stay>()
        number += 1
        (forward.ref, forward.item) = (number, stay)
        note(forward)
        return (.stay(number), plate)
    }

    private mutating func note(_ fact: any Fact) {
        state.evolve(.fact(fact), Stamp(n: number, t: Instant(milliseconds: Int64(number) * 1000), by: "G07", post: "gate-main"))
    }

    /// People and vehicles seen before, newest first.
    mutating func seen(people: Int, withPlates: Int, vehicles: Int) -> [Seen] {
        var seen: [Seen] = []
        for index in 0..<(people + vehicles) {
            let isVehicle = index >= people
            seen.append(
                Seen(
                    isVehicle: isVehicle, name: isVehicle ? "" : name(), unit: unit(), purpose: "visit",
                    plate: isVehicle || index < withPlates ? plate() : nil, phone: isVehicle ? nil : "09\(10_000_000 + index)",
                    last: Instant(milliseconds: Int64.random(in: 0..<1_000_000_000, using: &random))))
        }
        return seen.sorted { $0.last > $1.last }
    }
}
