import Bookkeeping
import Gatekeeping
import Wording

/// What a form says of whoever was refused when they came last (P3).
extension Model {
    /// When and why; nil where nobody of the form was. Couriers go by the name of their company.
    mutating func refusedBefore(_ form: Form) -> String? {
        switch form.kind {
        case .visitor(let ref, _):
            let visit = ref.flatMap { registers.visits[$0] }
            return refusedBefore([form.value("name") ?? visit?.name ?? ""] + names(in: "companions", of: form), plate: form.value("plate") ?? visit?.plate)
        case .expect: return refusedBefore([form.value("name") ?? ""], plate: form.value("plate"))
        case .vehicle:
            keepIndex()
            guard let plate = form.value("plate"), let refusal = finding.index?.refusal(ofVehicle: plate, drivers: names(in: "driver", of: form)) else { return nil }
            return panes.wasRefused(refusal.name.isEmpty ? plate : refusal.name, refusal)
        default: return nil
        }
    }

    private func names(in field: String, of form: Form) -> [String] { NameList(form.value(field) ?? "").items }

    private mutating func refusedBefore(_ names: [String], plate: String?) -> String? {
        keepIndex()
        for (place, name) in names.enumerated() where !name.isEmpty {
            if let refusal = finding.index?.refusal(of: name, plate: place == 0 ? plate : nil) { return panes.wasRefused(name, refusal) }
        }
        return nil
    }

    /// What the form must say before it records anything, and does not say yet: the guard reads it first.
    mutating func unread(_ form: Form) -> String? {
        guard form.opener == nil, let refused = refusedBefore(form) else { return nil }
        return refused == form.advice ? nil : refused
    }
}
