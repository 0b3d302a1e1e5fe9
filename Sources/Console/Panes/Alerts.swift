import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The alerts, the most urgent first: Enter goes where each is settled, its action puts it off.
    /// - Parameter rows: the rows of the other views, of which an alert shows the one it is about.
    func alerts(_ alerts: [Alert], rows: (Model.View) -> [Row]) -> [Row] {
        var made: [Model.View: [RowID: Row]] = [:]
        return alerts.map { alert in
            let (view, id) = place(of: alert)
            let known = made[view] ?? Dictionary(rows(view).map { ($0.id, $0) }) { first, _ in first }
            made[view] = known
            let target = known[id]
            return Row(
                id: .alert(alert.key), text: "\(AlertWords.name(alert.kind)[language])  \(target?.text.trimmed ?? "")", trailing: trailing(of: alert, target),
                style: alert.kind.isQuiet ? .plain : .alarm, hint: HintWords.goThere, intent: settling(alert, id) ?? .go(view, id),
                actions: [RowAction(name: HintWords.putOff, intent: .open(.record("alert.postpone", about: ["alert": .string(alert.key)])))])
        }
    }

    /// Where a form settles it and no row: an inspection, and what is for the supervisor while its row is a line of the handover, which Enter accepts.
    private func settling(_ alert: Alert, _ row: RowID) -> Intent? {
        switch (alert.kind, row) {
        case (.inspection, _): .open(.record("inspection.make", about: [:]))
        case (.referral, .line): alert.line.map { .open(.record("referral.confirm", ref: $0)) }
        default: nil
        }
    }

    /// What its row says at the end; of an occurrence what the alert is about, for its other marks stand in its own row.
    private func trailing(of alert: Alert, _ target: Row?) -> String {
        guard let occurrence = alert.line.flatMap({ registers.occurrences[$0] }) else { return target?.trailing ?? "" }
        return switch alert.kind {
        case .silent: occurrence.silence(in: estate, at: now).map { Words.duration($0)[language] } ?? ""
        case .police: moment(occurrence.opened)
        default: target?.trailing ?? ""
        }
    }

    /// Where an alert is settled.
    private func place(of alert: Alert) -> (Model.View, RowID) {
        let n = alert.line ?? 0
        return switch alert.kind {
        case .relief: (.handover, .command("holder"))
        case .referral: inHandover(.referral, n, .referral(n))
        case .detained: (.occurrences, .detained(n))
        case .silent, .police: (.occurrences, .occurrence(n))
        case .round: (.patrol, .due(alert.about))
        case .emergency: (.visitors, .visit(n))
        case .overstay: (.inside, registers.visits[n] == nil ? .stay(n) : .visit(n))
        case .task: (.things, .task(n))
        case .thing: (.things, .thing(n))
        case .defect: (.patrol, .defect(n))
        case .look: (.directory, .fire(alert.about))
        case .exception: inHandover(.exception, n, .exception(n))
        case .signature: inHandover(.signature, n, .signature(n))
        case .outage: inHandover(.outage, n, .outage(n))
        case .order: (.directory, .order(alert.about))
        case .inspection: (.things, .command("thing"))
        case .matter: (.desk, .matter(n))
        case .plan: (.desk, .plan(alert.about))
        case .certificate: (.things, .certificate(n))
        }
    }

    /// While the relief goes through the list, a matter of the handover is one of its lines; what the relief refuses just now stands behind them.
    private func inHandover(_ matter: HandoverItem.Matter, _ n: Int, _ id: RowID) -> (Model.View, RowID) {
        let isUnderWay = registers.custody[post]?.relief != nil
        let list = isUnderWay ? HandoverList(registers, estate: estate, post: post, now: now) : nil
        let line = list?["\(matter.rawValue):\(n)"]
        return (.handover, line.map { .line($0.item.key) } ?? id)
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { " !□✓≠✗?".contains($0) }) }
}
