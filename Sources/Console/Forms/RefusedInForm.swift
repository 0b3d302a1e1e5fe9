import Bookkeeping
import Gatekeeping
import Wording

/// What a form says of whoever was refused when they came last (P3).
extension Model {
    /// Who, when and why; nil where nobody of the form was. Couriers go by the name of their company.
    mutating func refusedBefore(_ form: Form) -> String? {
        keepIndex()
        guard let index = finding.index else { return nil }
        let refusals: [(who: String, refusal: Seen.Refusal)]
        switch form.kind {
        case .visitor(let ref, _):
            let visit = ref.flatMap { registers.visits[$0] }
            let name = form.value("name") ?? visit?.name ?? ""
            let companions = NameList.readings(of: form.value("companions") ?? "")
            refusals = index.refusals(of: everybody(name) + companions, plate: form.value("plate") ?? visit?.plate)
        case .expect: refusals = index.refusals(of: everybody(form.value("name") ?? ""), plate: form.value("plate"))
        case .vehicle:
            let plate = form.value("plate") ?? ""
            refusals = index.refusals(ofVehicle: plate, drivers: NameList.readings(of: form.value("driver") ?? "")).map { ($0.name.isEmpty ? plate : $0.name, $0) }
        default: refusals = []
        }
        let panes = panes
        var told: Set<Int> = []
        let texts = refusals.filter { told.insert($0.refusal.n).inserted }.map { panes.wasRefused($0.who, $0.refusal) }
        return texts.isEmpty ? nil : texts.joined(separator: " · ")
    }

    /// As it was said, and whoever else is named in it.
    private func everybody(_ name: String) -> [String] { [name] + NameList.people(in: name).filter { $0 != name } }

    /// What the form must say before it records anything, and does not say yet: the guard reads it first.
    mutating func unread(_ form: Form) -> String? {
        guard let refused = refusedBefore(form) else { return nil }
        return refused == form.read ? nil : refused
    }
}

extension Form {
    /// Says it before anything else is done.
    mutating func tell(_ refused: String?) { (told, read) = (refused, refused) }
}

extension FindingIndex {
    /// Of each of a party who was refused when they came last: the first of them comes with the plate.
    fileprivate func refusals(of names: [String], plate: String?) -> [(who: String, refusal: Seen.Refusal)] {
        names.enumerated().compactMap { place, name in
            name.isEmpty ? nil : refusal(of: name, plate: place == 0 ? plate : nil).map { (name, $0) }
        }
    }
}
