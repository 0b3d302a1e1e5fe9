import Bookkeeping
import Gatekeeping
import Terminal
import Wording

extension PaneRows {
    /// Units with their residents and vehicles (G14, P4), and the orders of the post (S1).
    var directory: [Row] {
        let orders = estate.orders.map { order in
            Row(
                id: .command("order:" + order.id), text: "§ \(order.title[language]) v\(order.version)", style: .title, hint: HintWords.read,
                intent: .say(Text(order.text, order.text, order.text)))
        }
        let residents = Dictionary(grouping: estate.residents, by: \.unit)
        let vehicles = Dictionary(grouping: estate.vehicles, by: \.unit)
        return orders + estate.units.map { unit in
            let names = (residents[unit.id] ?? []).map(\.name).joined(separator: "、")
            let plates = (vehicles[unit.id] ?? []).map(\.plate).joined(separator: " ")
            var prefill = VisitorPrefill()
            prefill.unit = unit.id
            return Row(
                id: .person("unit:" + unit.id), text: "\(unit.id)  \(names)  \(plates)", trailing: unit.phone ?? "", hint: HintWords.visitorFor,
                intent: .open(.visitor(ref: nil, prefill: prefill)))
        }
    }

    /// Everybody and everything inside (P2), the longest over time first.
    var inside: [Row] {
        let people = registers.visits.filter { $0.value.step == .inside }.sorted { $0.key < $1.key }.map { visit($0.key, $0.value) }
        let cars = registers.stays.filter { $0.value.entered != nil }.sorted { $0.key < $1.key }.map { stay($0.key, $0.value) }
        return people + cars
    }
}
