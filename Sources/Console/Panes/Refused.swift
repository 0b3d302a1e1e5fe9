import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// What rows and forms say of whoever was refused when they came last (P3).
extension PaneRows {
    /// When somebody was refused, and why.
    func wasRefused(_ who: String, _ refusal: Seen.Refusal) -> String {
        let why = [estate.named(refusal.reason, "reason")?[language] ?? refusal.reason, refusal.text].compactMap { $0 }.joined(separator: " ")
        let day = Day(refusal.time, in: estate.zone)
        let time = (day == Day(now, in: estate.zone) ? "" : day.text + " ") + clock(refusal.time)
        // Where only the plate was, the row may be somebody's who comes with it.
        let plate = refusal.name.isEmpty && !Plate.normal(who).hasPrefix(Plate.normal(refusal.plate)) ? refusal.plate + " " : ""
        return "\(who) \(plate)\(HintWords.wasRefused(time, why)[language])"
    }

    /// A row that says so.
    /// - Parameter name: in the place of who stands there, where it was somebody else.
    func refused(_ row: Row, _ who: String, _ refusal: Seen.Refusal, as name: String? = nil) -> Row {
        var row = row
        row.style = .alarm
        row.text = "⛔ " + row.text.replacing(who, with: wasRefused(name ?? who, refusal) + " ", maxReplacements: 1)
        row.trailing = ""
        return row
    }
}
