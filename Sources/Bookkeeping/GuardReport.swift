import Gatekeeping
import Journal
import Notation
import Wording

extension Office {
    /// What each guard did and missed in a period (S5).
    /// - Parameters:
    ///   - number: only this guard; nil for all.
    ///   - from: the first day; nil for the first of the book.
    ///   - to: the last day; nil for today.
    public func guardReport(_ number: String? = nil, from: Day? = nil, to: Day? = nil, _ language: Language) throws(JournalFailure) -> Report {
        do throws(SystemFailure) { return try GuardFigures(book, estate: estate, from: from, to: to, now: readersNow).report(number, language) } catch { throw .system(error) }
    }
}

extension GuardFigures {
    /// The figures as a table, each with its command.
    /// - Parameter number: only this guard; nil for all.
    func report(_ number: String? = nil, _ language: Language) -> Report {
        let rows = rows.filter { number == nil || $0.number == number }
        return Report(
            title: title(language),
            columns: [GuardWords.number[language], FormWords.name[language]] + GuardTally.Figure.allCases.map { name($0, language) },
            rows: rows.map { row in [row.number, person(row.number, language)] + GuardTally.Figure.allCases.map { String(row.figures[$0] ?? 0) } },
            note: notes(of: number, language).joined(separator: "\n"),
            explanations: rows.flatMap { row in
                GuardTally.Figure.allCases.filter { has($0, row.number) }.map { figure in
                    Explanation(
                        figure: "\(row.number == GuardTally.nobody ? GuardWords.nobody[language] : row.number) · \(name(figure, language))",
                        value: String(row.figures[figure] ?? 0), command: query.command(figure, of: row.number))
                }
            })
    }

    /// The figures of a guard that are not zero.
    private func said(_ row: (number: String, figures: [GuardTally.Figure: Int]), _ language: Language) -> [String] {
        GuardTally.Figure.allCases.compactMap { figure in row.figures[figure].flatMap { $0 == 0 ? nil : "\(name(figure, language)) \($0)" } }
    }

    /// The same for the screen, which breaks lines by itself: a paragraph for each guard of whom there is something to say.
    public func text(_ language: Language) -> String {
        let (some, none) = (rows.filter { !said($0, language).isEmpty }, rows.filter { said($0, language).isEmpty }.map(\.number))
        let paragraphs = some.map { "\($0.number) \(person($0.number, language))\n  \(said($0, language).joined(separator: " · "))" }
        let others = none.isEmpty ? [] : [language.labelled(GuardWords.nothing[language], none.joined(separator: language.listSeparator))]
        return ([title(language), ""] + paragraphs + others + [""] + notes(of: nil, language)).joined(separator: "\n")
    }

    /// How each figure is computed from the pages, of all guards at once.
    public func explanations(_ language: Language) -> [Explanation] {
        GuardTally.Figure.allCases.map { figure in
            let rows = rows.filter { has(figure, $0.number) }
            return Explanation(
                figure: name(figure, language), value: GuardQuery.shown(rows.map { ($0.number, $0.figures[figure] ?? 0) }),
                command: query.table(figure, of: rows.map(\.number)))
        }
    }

    /// Where nobody was there, and who is not in the estate any more, leaves no order unread.
    private func has(_ figure: GuardTally.Figure, _ number: String) -> Bool { figure != .unread || estate.person(number) != nil }

    private func title(_ language: Language) -> String {
        let days = [from, to].map { $0?.text ?? "" }.joined(separator: " – ")
        return [estate.name[language], GuardWords.title[language], from ?? to == nil ? Words.all[language] : days].joined(separator: " · ")
    }

    private func name(_ figure: GuardTally.Figure, _ language: Language) -> String { GuardWords.name(figure, asOf: asOf)[language] }

    private func person(_ number: String, _ language: Language) -> String {
        number == GuardTally.nobody ? GuardWords.nobody[language] : estate.person(number)?.name ?? ""
    }

    /// The end of a period that is over.
    private var asOf: String? { GuardTally.isOver(to, at: now, in: estate) ? to?.text : nil }

    private func notes(of number: String?, _ language: Language) -> [String] {
        let gaps = gaps.filter { number == nil || $0.charged == number }.map { text(of: $0, language) }
        return gaps + [asOf.map { GuardWords.versions(asOf: $0)[language] }, Words.lookedUpTo(lastNumber)[language]].compactMap { $0 }
    }

    private func text(of gap: CustodyTimeline.Gap, _ language: Language) -> String {
        let post = estate.post(gap.post)?.name
        let names = Text(post?[.hant] ?? gap.post, post?[.hans] ?? gap.post, post?[.english] ?? gap.post)
        let clock = { [zone = estate.zone] (time: Instant) in String(time.text(in: zone).prefix(16)) }
        let time = GuardWords.length(minutes: gap.minutes, isClockMoved: gap.moved != nil)
        if gap.isLateOpening { return GuardWords.lateOpening(names, from: clock(gap.from), until: gap.until.map(clock), time)[language] }
        return GuardWords.gap(gap.holder, names, from: clock(gap.from), until: gap.until.map(clock), time)[language]
    }
}
