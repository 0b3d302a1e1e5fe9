import Bookkeeping
import Gatekeeping

/// What was said in the latest registrations, latest first: offered in the next form.
struct Lately: Sendable {
    private(set) var units: [String] = []
    private(set) var purposes: [String] = []
    /// Who delivered, by the name that was registered.
    private(set) var couriers: [String] = []

    /// How many are offered, and how many lines are looked at for them.
    private static let most = 3
    private static let lines = 400

    init() {}

    init(_ state: GateState) {
        let lines = state.entries.suffix(Lately.lines).reversed()
        for entry in lines where !state.withdrawn.contains(entry.stamp.n) && units.count < Lately.most {
            guard case .fact(let fact) = entry.event else { continue }
            switch fact {
            case let fact as VisitorRegistered:
                note(fact.unit, fact.purpose)
                if ["parcel", "meal"].contains(fact.purpose), let visit = state.registers.visits[fact.ref] { Lately.note(visit.name, in: &couriers) }
            case let fact as VehicleRegistered: note(fact.unit ?? "", fact.purpose ?? "")
            default: break
            }
        }
    }

    private mutating func note(_ unit: String, _ purpose: String) {
        Lately.note(unit, in: &units)
        Lately.note(purpose, in: &purposes)
    }

    private static func note(_ text: String, in list: inout [String]) {
        guard !text.isEmpty, !list.contains(text), list.count < most else { return }
        list.append(text)
    }
}

extension VisitorPrefill {
    /// What was typed in the line: a name, or a unit.
    init(typed text: String, in estate: Estate) {
        self.init()
        if Query(text).isName { name = text } else { unit = UnitNames(estate).known(text) ?? "" }
    }
}
