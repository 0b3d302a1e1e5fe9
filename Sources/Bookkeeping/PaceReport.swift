import Gatekeeping
import Journal
import Notation
import Wording

extension Office {
    /// What admissions took at the keyboard: medians of all, by shift and by hour.
    /// - Parameters:
    ///   - from: the first day; nil for the first of the book.
    ///   - to: the last day; nil for today.
    public func paceReport(from: Day? = nil, to: Day? = nil, _ language: Language) throws(JournalFailure) -> Report {
        var tally = PaceTally(estate, from: from, to: to)
        do throws(SystemFailure) {
            // A line of a day never stands before the page of that day.
            let first = try from.flatMap { from throws(SystemFailure) in try book.pages().last { $0.day <= from } }
            try PageReader(book).readEvents(from: first, kinds: PaceTally.readKinds) { line, event in tally.note(event, line.stamp) }
        } catch { throw .system(error) }
        let days = [from, to].map { $0?.text ?? "" }.joined(separator: " – ")
        return Report(
            title: [estate.name[language], Words.pace[language], from ?? to == nil ? Words.all[language] : days].joined(separator: " · "),
            columns: Words.paceColumns.map { $0[language] }, rows: tally.rows.map { cells(of: $0, language) },
            note: Words.lookedUpTo(lastNumber)[language])
    }

    private func cells(of row: PaceTally.Row, _ language: Language) -> [String] {
        let pace = row.pace
        return [
            name(of: row.part, language), row.kind, EventWords.name(row.kind)[language], String(pace.count), seconds(pace.median),
            seconds(pace.slowestTenth), String(pace.keys),
        ]
    }

    private func name(of part: PaceTally.Part, _ language: Language) -> String {
        switch part {
        case .whole: Words.all[language]
        case .shift(let index): estate.shifts.indices.contains(index) ? estate.shifts[index].name[language] : ""
        case .hour(let hour): ClockTime(minutes: hour * 60).text
        }
    }

    /// Milliseconds as seconds with one decimal.
    private func seconds(_ milliseconds: Int) -> String {
        let tenths = (milliseconds + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
