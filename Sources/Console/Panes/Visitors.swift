import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The visitors' pane: who stands at the gate, who is inside, who is expected.
    var visitors: [Row] {
        let sorted = registers.visits.sorted { ($0.value.paneOrder, $0.key) < ($1.value.paneOrder, $1.key) }
        return sorted.map { n, visit in
            let row = self.visit(n, visit)
            return refusals[n].map { refused(row, visit.name, $0) } ?? row
        }
    }

    func visit(_ n: Int, _ visit: Visit) -> Row {
        switch visit.step {
        case .inside: insideRow(n, visit)
        case .expected: suspected(atGateRow(n, visit, mark: HintWords.expected[language], style: .plain), n, visit)
        case .verified, .registered: suspected(atGateRow(n, visit, mark: HintWords.atGate[language], style: .warning), n, visit)
        }
    }

    /// Says what is suspicious about the visitor, or that somebody of the party may be who is suspicious in another visit.
    private func suspected(_ row: Row, _ n: Int, _ visit: Visit) -> Row {
        guard !visit.exceptions.contains(.suspicion) else { return row }
        var row = row
        if let why = visit.suspicious {
            row.text = "!\(row.text)  \(HintWords.suspicious[language])\(why)"
        } else if let other = suspects.first(among: visit.papers(in: estate), besides: n) {
            row.text = "!\(row.text)  \(HintWords.resembles(other.suspect)[language])"
        } else {
            return row
        }
        row.style = .alarm
        return row
    }

    private func insideRow(_ n: Int, _ visit: Visit) -> Row {
        let over = visit.overstay(in: estate, at: now)
        let name = visit.title(estate, language)
        let leave: Intent = visit.badge == nil ? write(VisitorLeft(ref: n), DoneWords.left(name)) : .open(.visitorLeaves(n))
        var row = Row(
            id: .visit(n), text: "\(over == nil ? "" : "!")\(name)\(visit.party)\(visit.way)",
            trailing: over.map { HintWords.over[language] + Words.duration($0)[language] } ?? visit.entered.map(clock) ?? "",
            style: over == nil ? .plain : .warning, hint: visit.count > 1 && visit.badge == nil ? HintWords.allLeave : HintWords.leaves, intent: leave)
        if visit.isIncomplete {
            row.style = .warning
            row.text = "!" + row.text
            row.actions.append(RowAction(name: FormWords.complete, intent: .open(.completeEmergency(n))))
        }
        row.actions += [
            RowAction(name: HintWords.part, intent: .open(.visitorLeaves(n))),
            RowAction(name: HintWords.question, intent: .open(.question(name))),
            RowAction(name: HintWords.correct, intent: .open(.correct(n))),
        ]
        if let plate = visit.plate { row.actions.append(RowAction(name: HintWords.carLeaves, intent: .open(.vehicleLeaves(ref: nil, plate: plate)))) }
        return row
    }

    private func atGateRow(_ n: Int, _ visit: Visit, mark: String, style: Style) -> Row {
        var prefill = VisitorPrefill()
        prefill.name = visit.name
        prefill.unit = visit.unit ?? ""
        prefill.host = visit.host ?? ""
        prefill.purpose = visit.purpose ?? ""
        prefill.plate = visit.plate ?? ""
        prefill.phone = visit.phone ?? ""
        prefill.count = visit.count
        (prefill.companions, prefill.carried, prefill.badge) = (visit.companions, visit.carried ?? "", visit.badge ?? "")
        prefill.suspicious = visit.suspicious ?? ""
        var row = Row(
            id: .visit(n), text: "\(mark) \(visit.name)\(visit.party)\(visit.way)",
            trailing: clock(visit.expectedFrom ?? visit.opened), style: style, hint: HintWords.register,
            intent: .open(.visitor(ref: n, prefill: prefill)))
        if let denied = estate.certainlyDenied(visit) {
            row.style = .alarm
            row.text = "⛔ " + row.text
            row.hint = HintWords.refusalForm
            row.intent = .open(.refuse(ref: n, name: visit.name, plate: visit.plate ?? "", reason: RefusalReason.denied.rawValue, denied: denied.id))
        } else if let possible = estate.possiblyDenied(visit).first {
            row.text = "? " + row.text
            row.hint = HintWords.compare
            row.intent = .open(.compare(ref: n, name: possible.name, denied: possible.entry.id))
        }
        row.actions = [
            RowAction(name: HintWords.refuse, intent: .open(.refuse(ref: n, name: visit.name, plate: visit.plate ?? "", reason: nil, denied: nil))),
            RowAction(name: HintWords.exceptionIdentification, intent: .open(.exception(ref: n, matter: .identification))),
            RowAction(name: HintWords.exceptionSuspicion, intent: .open(.exception(ref: n, matter: .suspicion))),
            RowAction(name: HintWords.exceptionDenied, intent: .open(.exception(ref: n, matter: .denied))),
            RowAction(name: HintWords.question, intent: .open(.question(visit.name))),
            RowAction(name: HintWords.correct, intent: .open(.correct(n))),
        ]
        return row
    }
}

extension Visit {
    fileprivate var party: String { count > 1 ? " ×\(count)" : "" }

    /// Where to, and in which car.
    fileprivate var way: String { "\(unit.map { " → \($0)" } ?? "") \(plate ?? "")" }

    fileprivate var paneOrder: Int {
        switch step {
        case .verified, .registered: 0
        case .inside: 1
        case .expected: 2
        }
    }
}
