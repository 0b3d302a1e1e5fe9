import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The vehicles' pane: registered at the gate, inside, and the cars that visitors came in.
    var vehicles: [Row] {
        registers.stays.sorted { ($0.value.entered == nil ? 0 : 1, $0.key) < ($1.value.entered == nil ? 0 : 1, $1.key) }
            .map { marked($0.key, $0.value) } + visitorsCars
    }

    /// Says that it, or whoever drives it, was refused when it came last.
    func marked(_ n: Int, _ stay: Stay) -> Row {
        let row = self.stay(n, stay)
        let plate = stay.plate ?? Words.noPlate[language]
        return refusals[n].map { refused(row, plate, $0, as: "\(plate) \($0.name)".shown) } ?? row
    }

    private var visitorsCars: [Row] {
        registers.visits.sorted { $0.key < $1.key }.compactMap { n, visit in
            guard visit.step == .inside, let plate = visit.plate else { return nil }
            var row = self.visit(n, visit)
            row.text = "\(plate)  \(visit.unit ?? "") \(visit.title(estate, language))"
            return row
        }
    }

    func stay(_ n: Int, _ stay: Stay) -> Row {
        let plate = stay.plate ?? Words.noPlate[language]
        let who = [stay.unit, stay.driver, stay.colour].compactMap { $0 }.joined(separator: " ")
        guard let entered = stay.entered else { return atGateRow(n, stay, plate, who) }
        let over = stay.overstay(in: estate, at: now)
        let mark = stay.isFlagged ? "≠" : over == nil ? "" : "!"
        return Row(
            id: .stay(n), text: "\(mark)\(plate)  \(who)",
            trailing: over.map { HintWords.over[language] + Words.duration($0)[language] } ?? clock(entered),
            style: over == nil && !stay.isFlagged ? .plain : .warning, hint: HintWords.leaves,
            intent: write(VehicleLeft(ref: n), DoneWords.vehicleOut(plate)),
            actions: [
                RowAction(name: HintWords.withGoods, intent: .open(.vehicleLeaves(ref: n, plate: stay.plate ?? ""))),
                RowAction(name: HintWords.question, intent: .open(.question(plate))),
                RowAction(name: HintWords.correct, intent: .open(.correct(n))),
            ])
    }

    /// Registered and not let in: whom the deny list names is refused or compared, nobody by habit let in.
    private func atGateRow(_ n: Int, _ stay: Stay, _ plate: String, _ who: String) -> Row {
        var row = Row(
            id: .stay(n), text: "\(HintWords.atGate[language]) \(plate)  \(who)", trailing: clock(stay.opened), style: .warning, hint: HintWords.letIn,
            intent: .write([Step(by: holder, VehicleEntered(ref: n))], opener: n, done: DoneWords.vehicleIn(plate)),
            actions: [
                RowAction(name: HintWords.refuse, intent: .open(.refuse(ref: n, name: stay.driver ?? "", plate: plate, reason: nil, denied: nil))),
                RowAction(name: HintWords.exceptionSuspicion, intent: .open(.exception(ref: n, matter: .suspicion))),
                RowAction(name: HintWords.exceptionDenied, intent: .open(.exception(ref: n, matter: .denied))),
                RowAction(name: HintWords.correct, intent: .open(.correct(n))),
            ])
        if registers.visitor(in: stay.plate) != nil || stay.plate.flatMap(registers.inside) != nil {
            row.text = "≠ \(row.text)  \(FieldWords.choice(Contradiction.insideAlready.rawValue, of: "flag")[language])"
        }
        if let denied = estate.certainlyDenied(stay) {
            (row.style, row.text, row.hint) = (.alarm, "⛔ " + row.text, HintWords.refusalForm)
            row.intent = .open(.refuse(ref: n, name: stay.driver ?? "", plate: plate, reason: RefusalReason.denied.rawValue, denied: denied.id))
        } else if let possible = estate.possiblyDenied(stay) {
            (row.text, row.hint) = ("? " + row.text, HintWords.compare)
            row.intent = .open(.compare(ref: n, name: possible.name, denied: possible.entry.id))
        } else if let found = suspects.first(among: registers.drivers(of: stay, in: estate), besides: nil), !stay.isExcepted {
            (row.style, row.hint) = (.alarm, HintWords.refusalForm)
            row.text = "!\(row.text)  \(HintWords.resembles(found.suspect)[language])"
            row.intent = .open(.refuse(ref: n, name: found.comer.name, plate: plate, reason: nil, denied: nil))
        }
        return row
    }
}
