import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

/// What the desk did in a scope: the figures, the lines behind each, and how each is computed from the pages.
public struct DeskFigures: Equatable, Sendable {
    public let scope: DeskTally.Scope
    public let result: DeskTally.Result
    /// What is behind the lines, for people: what it is, when, where, how far.
    public let titles: [Int: String]
    private let query: DeskQuery

    /// Counts it from the pages of a book.
    public init(_ book: Book, estate: Estate, scope: DeskTally.Scope, _ language: Language) throws(SystemFailure) {
        // A narrower scope must know of older matters where and what they are.
        let first = scope.building == nil && scope.topic == nil && scope.kind == nil ? try book.pages().first(from: scope.from) : nil
        var tally = DeskTally(estate, scope)
        var titles: [Int: String] = [:]
        try PageReader(book).readEvents(from: first, kinds: DeskTally.kinds) { line, event in
            tally.note(event, line.stamp)
            if let title = DeskFigures.title(event, line.stamp, estate, language) { titles[line.n] = title }
        }
        result = tally.result
        self.scope = scope
        let shown = Set(result.lines.values.joined())
        self.titles = titles.filter { shown.contains($0.key) }
        query = DeskQuery(estate, scope)
    }

    private static func title(_ event: Event, _ stamp: Stamp, _ estate: Estate, _ language: Language) -> String? {
        let day = Day(stamp.happened, in: estate.zone).text
        func line(_ parts: String?...) -> String { ([day] + parts.compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: " · ") }
        switch event.shape {
        case let fact as MatterReceived:
            let topic = estate.desk?.topics.first { $0.id == fact.topic }?.name[language] ?? fact.topic
            return line(DeskWords.kind(fact.matter)[language], fact.unit, topic, fact.what, fact.who)
        case let fact as RevisitMade:
            return line(EventWords.name(RevisitMade.kind)[language], fact.unit, FieldWords.choice(fact.outcome.rawValue, of: "outcome")[language], fact.opinion)
        case let fact as SuggestionPosted: return line(EventWords.name(SuggestionPosted.kind)[language], fact.text)
        case let fact as HouseholdCommended: return line(EventWords.name(HouseholdCommended.kind)[language], fact.unit, fact.text)
        case let fact as ActivityHeld: return line(estate.desk?.activity(fact.activity)?.name[language] ?? fact.activity, fact.text)
        case let fact as StudyVisitReceived: return line(fact.company, fact.programme, fact.host)
        default: return nil
        }
    }

    /// A line of the list of figures.
    public enum Item: Hashable, Sendable {
        case figure(DeskTally.Figure)
        /// Handled return visits, of all (R4).
        case handledRate
        /// Valid complaints for each household (R4).
        case complaintRate
    }

    /// The list, the two rates first.
    public var items: [Item] { DeskFigures.items(of: scope) }

    /// The list for a scope that is still being counted.
    public static func items(of scope: DeskTally.Scope) -> [Item] { [.handledRate, .complaintRate] + scope.figures.map(Item.figure) }

    public func name(_ item: Item, _ language: Language) -> String {
        switch item {
        case .figure(let figure): DeskWords.name(figure)[language]
        case .handledRate: DeskWords.handledRate[language]
        case .complaintRate: DeskWords.complaintRate[language]
        }
    }

    /// The figure as people read it.
    public func value(_ item: Item) -> String {
        switch item {
        case .figure(let figure): String(result[figure])
        case .handledRate: DeskWords.percent(result.handledRate)
        case .complaintRate: DeskWords.percent(result.complaintRate)
        }
    }

    /// The lines behind it: of the rate of handled visits those that are not handled.
    public func lines(_ item: Item) -> [Int] {
        switch item {
        case .figure(let figure): return result.lines[figure] ?? []
        case .handledRate:
            let handled = Set(result.lines[.handled] ?? [])
            return (result.lines[.revisits] ?? []).filter { !handled.contains($0) }
        case .complaintRate: return result.lines[.valid] ?? []
        }
    }

    /// How it is computed from the pages.
    public func explanation(_ item: Item, _ language: Language) -> Explanation {
        Explanation(figure: name(item, language), value: value(item), command: query.command(item, households: result.households))
    }
}

extension DeskFigures {
    /// Counts on a thread of its own; `found` gets the figures, or nil where the pages cannot be read.
    public static func count(
        _ book: Book, estate: Estate, scope: DeskTally.Scope, _ language: Language, found: @escaping @Sendable (DeskFigures?) -> Void
    ) {
        let thread = Thread {
            do throws(SystemFailure) { found(try DeskFigures(book, estate: estate, scope: scope, language)) } catch { found(nil) }
        }
        thread.start()
    }
}
