import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// What a form says of whoever was refused when they came last (P3).
extension Model {
    /// When and why; nil where nobody of the form was. Couriers go by the name of their company.
    mutating func refusedBefore(_ form: Form) -> String? {
        switch form.kind {
        case .visitor(let ref, _):
            let visit = ref.flatMap { registers.visits[$0] }
            return refusedBefore(form.value("name") ?? visit?.name, unit: form.value("unit") ?? visit?.unit, plate: form.value("plate") ?? visit?.plate)
        case .expect: return refusedBefore(form.value("name"), unit: form.value("unit"), plate: form.value("plate"))
        case .vehicle:
            keepIndex()
            guard let plate = form.value("plate"), let refusal = finding.index?.refusal(ofVehicle: plate, driver: form.value("driver")) else { return nil }
            return panes.wasRefused(refusal.name.isEmpty ? plate : refusal.name, refusal)
        default: return nil
        }
    }

    private mutating func refusedBefore(_ name: String?, unit: String?, plate: String?) -> String? {
        guard let name else { return nil }
        keepIndex()
        return finding.index?.refusal(of: name, unit: unit.map(UnitNames(estate).id), plate: plate).map { panes.wasRefused(name, $0) }
    }

    /// The same where the form did not say it yet: the guard reads it before anything is written.
    mutating func unread(_ form: Form) -> String? { form.advice == nil && form.opener == nil ? refusedBefore(form) : nil }
}
