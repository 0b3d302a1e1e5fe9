import Gatekeeping
import Journal
import Notation

/// Somebody who was registered in the last 90 days, as they last came.
public struct Seen: Equatable, Sendable {
    public var name: String
    public var unit: String
    public var host: String?
    public var purpose: String
    public var plate: String?
    public var phone: String?
    public var last: Instant

    /// How long somebody is remembered, in days.
    public static let days = 90

    /// Everybody seen, newest first.
    static func all(in book: Book, until now: Instant) -> [Seen] {
        var gatherer = SeenGatherer()
        let earliest = Day(now, in: book.zone).adding(days: -days)
        guard let first = (try? book.pages())?.first(where: { $0.day >= earliest }) else { return [] }
        try? PageReader(book).readEvents(from: first) { line, event in gatherer.note(event, line.stamp) }
        return gatherer.result
    }
}

/// Gathers who was seen from events, in their order.
public struct SeenGatherer {
    private var names: [Int: String] = [:]
    private var seen: [String: Seen] = [:]

    public init() {}

    /// Takes one event into account.
    public mutating func note(_ event: Event, _ stamp: Stamp) {
        guard case .fact(let fact) = event else { return }
        switch fact {
        case let fact as VisitorVerified: names[fact.ref ?? stamp.n] = fact.name
        case let fact as Forward<Visit>: names[fact.ref] = fact.item.name
        case let fact as VisitorRegistered:
            guard let name = names[fact.ref] else { return }
            seen[name + "\u{0}" + fact.unit] = Seen(
                name: name, unit: fact.unit, host: fact.host, purpose: fact.purpose, plate: fact.plate, phone: fact.phone,
                last: stamp.happened)
        default: break
        }
    }

    /// Everybody seen, newest first.
    public var result: [Seen] { seen.values.sorted { ($1.last, $0.name) < ($0.last, $1.name) } }
}
