import Gatekeeping
import Journal
import Notation

/// A visitor or a vehicle registered in the last 90 days, as they last came.
public struct Seen: Equatable, Sendable {
    /// An unknown vehicle that was registered, known by its plate; `name` is its driver's, if known.
    public var isVehicle = false
    public var name: String
    public var unit: String
    public var host: String?
    public var purpose: String
    public var plate: String?
    public var phone: String?
    public var last: Instant

    public init(
        isVehicle: Bool = false, name: String, unit: String, host: String? = nil, purpose: String = "", plate: String? = nil,
        phone: String? = nil, last: Instant
    ) {
        self.isVehicle = isVehicle
        (self.name, self.unit, self.host, self.purpose) = (name, unit, host, purpose)
        (self.plate, self.phone, self.last) = (plate, phone, last)
    }

    /// Who it is: a person by name and unit, a vehicle by its plate.
    public var key: String { isVehicle ? "\u{0}" + Plate.normal(plate ?? "") : name + "\u{0}" + unit }

    /// How long somebody is remembered, in days.
    public static let days = 90

    /// Everybody seen, newest first.
    static func all(in book: Book, until now: Instant) -> [Seen] {
        var gatherer = SeenGatherer()
        let earliest = Day(now, in: book.zone).adding(days: -days)
        guard let first = (try? book.pages())?.first(where: { $0.day >= earliest }) else { return [] }
        try? PageReader(book).readEvents(from: first, kinds: SeenGatherer.kinds) { line, event in gatherer.note(event, line.stamp) }
        return gatherer.result
    }
}

/// Gathers who was seen from events, in their order.
public struct SeenGatherer: Sendable {
    private var names: [Int: String] = [:]
    private var seen: [String: Seen] = [:]

    public init() {}

    /// The kinds of events that tell who was seen; all others can be passed over unread.
    static let kinds: Set<String> = [VisitorVerified.kind, VisitorRegistered.kind, VehicleRegistered.kind, Forward<Visit>.kind]

    /// Takes one event into account.
    /// - Returns: who was seen by it, if anybody.
    @discardableResult
    public mutating func note(_ event: Event, _ stamp: Stamp) -> Seen? {
        guard case .fact(let fact) = event, let person = seen(in: fact, stamp) else { return nil }
        seen[person.key] = person
        return person
    }

    private mutating func seen(in fact: any Fact, _ stamp: Stamp) -> Seen? {
        switch fact {
        case let fact as VisitorVerified: names[fact.ref ?? stamp.n] = fact.name
        case let fact as Forward<Visit>: names[fact.ref] = fact.item.name
        case let fact as VisitorRegistered:
            guard let name = names.removeValue(forKey: fact.ref) else { return nil }
            return Seen(
                name: name, unit: fact.unit, host: fact.host, purpose: fact.purpose, plate: fact.plate, phone: fact.phone,
                last: stamp.happened)
        case let fact as VehicleRegistered:
            guard let plate = fact.plate else { return nil }
            return Seen(
                isVehicle: true, name: fact.driver ?? "", unit: fact.unit ?? "", purpose: fact.purpose ?? "", plate: plate, last: stamp.happened)
        default: break
        }
        return nil
    }

    /// Everybody seen, newest first.
    public var result: [Seen] { seen.values.sorted { ($1.last, $0.key) < ($0.last, $1.key) } }
}
