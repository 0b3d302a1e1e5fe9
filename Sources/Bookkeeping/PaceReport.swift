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
            let first = try from.flatMap { from throws(SystemFailure) in try book.pages().first(from: from, to: to) }
            try PageReader(book).readEvents(from: first, kinds: PaceTally.readKinds) { line, event in tally.note(event, line.stamp) }
        } catch { throw .system(error) }
        let days = [from, to].map { $0?.text ?? "" }.joined(separator: " – ")
        return Report(
            title: [estate.name[language], Words.pace[language], from ?? to == nil ? Words.all[language] : days].joined(separator: " · "),
            columns: Words.paceColumns.map { $0[language] }, ids: [1], rows: tally.rows.map { cells(of: $0, language) },
            note: Words.lookedUpTo(lastNumber)[language], explanations: tally.rows.flatMap { explanations(of: $0, from, to, language) })
    }

    private func explanations(of row: PaceTally.Row, _ from: Day?, _ to: Day?, _ language: Language) -> [Explanation] {
        let clock =
            switch row.part {
            case .whole: "true"
            case .hour(let hour): ".t[11:13] == \"\(ClockTime(minutes: hour * 60).text.prefix(2))\""
            case .shift(let index): Self.during(estate.shifts[index])
            }
        let days = ".t[:10] >= \"\(from?.text ?? "0000")\" and .t[:10] <= \"\(to?.text ?? "9999")\""
        let chosen = "[$l[] | select(.took and .keys and .e == \"\(row.kind)\" and \(days) and (\(clock)))]"
        let seconds = "((. + 50) / 100 | floor) | \"\\(. / 10 | floor).\\(. % 10)\""
        let figures = [
            "length", "(map(.took) | sort)[(length - 1) / 2 | floor] | \(seconds)", "(map(.took) | sort)[length * 9 / 10 | floor] | \(seconds)",
            "(map(.keys) | sort)[(length - 1) / 2 | floor]",
        ]
        let cells = cells(of: row, language)
        return zip(figures, zip(Words.paceColumns.dropFirst(3), cells.dropFirst(3))).map { figure, cell in
            Explanation(
                figure: "\(cells[0]) · \(cells[2]) · \(cell.0[language])", value: cell.1, command: PageQuery.all.lines("\(chosen) | \(figure)"))
        }
    }

    /// Whether the time of a line lies in a shift.
    private static func during(_ shift: Shift) -> String {
        let (start, end) = (shift.start.text, shift.end.text)
        return ".t[11:16] >= \"\(start)\" \(shift.start < shift.end ? "and" : "or") .t[11:16] < \"\(end)\""
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
