import Bookkeeping
import Gatekeeping
import Terminal
import Wording

extension PaneRows {
    /// The occurrence book: what is open, and a new one.
    var occurrences: [Row] {
        let open = registers.occurrences.sorted { $0.key > $1.key }.map { n, occurrence in
            let silent = occurrence.silence(in: estate, at: now)
            let kind = estate.occurrenceKind(occurrence.kind)?.name[language] ?? occurrence.kind
            let told = occurrence.told.isEmpty ? "" : " → " + occurrence.told.joined(separator: "、")
            return Row(
                id: .occurrence(n), text: "\(silent == nil ? "" : "!")\(kind)：\(occurrence.text) \(occurrence.place ?? "")\(told)",
                trailing: clock(occurrence.opened), style: silent == nil ? .plain : .alarm, hint: HintWords.update,
                intent: .open(.updateOccurrence(n)),
                actions: [
                    RowAction(name: FormWords.resolve, intent: .open(.resolveOccurrence(n))),
                    RowAction(name: HintWords.correct, intent: .open(.correct(n))),
                ])
        }
        let new = Row(id: .command("occurrence"), text: HintWords.newOccurrence[language], style: .accent, hint: HintWords.write, intent: .open(.occurrence("")))
        return [new] + open
    }
}
