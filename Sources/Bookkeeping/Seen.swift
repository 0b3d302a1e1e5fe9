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
    /// - Parameter n: a line of the newest page, where that need not be read: the state knows who was seen there.
    static func all(in book: Book, until now: Instant, before n: Int? = nil) -> [Seen] {
        var gatherer = SeenGatherer()
        let earliest = Day(now, in: book.zone).adding(days: -days)
        let pages = (try? book.pages()) ?? []
        guard let first = pages.first(where: { $0.day >= earliest }) else { return [] }
        let end = n.flatMap { n in pages.last { $0.first <= n } }
        try? PageReader(book).readEvents(from: first, before: end, kinds: SeenGatherer.kinds) { line, event in gatherer.note(event, line.stamp) }
        return gatherer.result
    }
}

/// Gathers who was seen from events, in their order.
public struct SeenGatherer: Sendable {
    /// What one line changed, in case it is taken back; that can only be on the page on which it stands.
    private struct Change {
        var key: String
        /// The line that told of them before, and what.
        var before: (n: Int, person: Seen)?
        /// The visit whose name it used up.
        var visit: (ref: Int, name: String)?
    }

    private var names: [Int: String] = [:]
    private var seen: [String: (n: Int, person: Seen)] = [:]
    /// By line: those of this day and of the day before.
    private var changes: [[Int: Change]] = [[:], [:]]
    private var day: Int64 = 0

    public init() {}

    /// The kinds of events that tell who was seen; all others can be passed over unread.
    static let kinds: Set<String> = [VisitorVerified.kind, VisitorRegistered.kind, VehicleRegistered.kind, Forward<Visit>.kind, Withdrawal.kind]

    /// Takes one event into account.
    /// - Returns: who was seen by it, if anybody.
    @discardableResult
    public mutating func note(_ event: Event, _ stamp: Stamp) -> Seen? {
        if case .withdrawal(let withdrawal) = event { takeBack(withdrawal.ref) }
        guard case .fact(let fact) = event else { return nil }
        let visit = (fact as? VisitorRegistered).flatMap { registered in names[registered.ref].map { (registered.ref, $0) } }
        guard let person = seen(in: fact, stamp) else { return nil }
        remember(Change(key: person.key, before: seen[person.key], visit: visit), of: stamp)
        seen[person.key] = (stamp.n, person)
        return person
    }

    private mutating func remember(_ change: Change, of stamp: Stamp) {
        let today = stamp.t.milliseconds / 86_400_000
        if today != day { (day, changes) = (today, [[:], changes[0]]) }
        changes[0][stamp.n] = change
    }

    private mutating func takeBack(_ n: Int) {
        guard let change = changes[0].removeValue(forKey: n) ?? changes[1].removeValue(forKey: n) else { return }
        if let visit = change.visit { names[visit.ref] = visit.name }
        if seen[change.key]?.n == n { seen[change.key] = change.before }
        for age in changes.indices {
            for later in changes[age].keys where changes[age][later]?.before?.n == n { changes[age][later]?.before = change.before }
        }
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
    public var result: [Seen] {
        var people = seen.values.map(\.person)
        people.sort { ($1.last, $0.key) < ($0.last, $1.key) }
        return people
    }
}
