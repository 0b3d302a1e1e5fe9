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
    /// That they were not let in, where that came after they were registered last.
    public var refused: Refusal?

    /// Entry was refused (P3).
    public struct Refusal: Equatable, Sendable {
        /// The line that says so.
        public var n: Int
        public var time: Instant
        /// The reason's id, and what was written besides.
        public var reason: String
        public var text: String?
    }

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
    /// The latest refusals, by name and by plate.
    private var refusals: [String: Seen.Refusal] = [:]
    /// By line: those of this day and of the day before.
    private var changes: [[Int: Change]] = [[:], [:]]
    private var day: Int64 = 0

    public init() {}

    /// The kinds of events that tell who was seen; all others can be passed over unread.
    static let kinds: Set<String> = [VisitorVerified.kind, VisitorRegistered.kind, VehicleRegistered.kind, VisitorRefused.kind, Forward<Visit>.kind, Withdrawal.kind]

    /// Takes one event into account.
    /// - Returns: who was seen by it, if anybody.
    @discardableResult
    public mutating func note(_ event: Event, _ stamp: Stamp) -> Seen? {
        if case .withdrawal(let withdrawal) = event { takeBack(withdrawal.ref) }
        guard case .fact(let fact) = event else { return nil }
        if let refused = fact as? VisitorRefused { remember(refused, stamp) }
        let visit = (fact as? VisitorRegistered).flatMap { registered in names[registered.ref].map { (registered.ref, $0) } }
        guard let person = seen(in: fact, stamp) else { return nil }
        remember(Change(key: person.key, before: seen[person.key], visit: visit), of: stamp)
        seen[person.key] = (stamp.n, person)
        return person
    }

    /// Of couriers the company is known, and of a host who does not want somebody nothing follows: only what is said of the person is said again.
    private static let lasting: Set<String> = ["suspicious", "denied", "no-identification"]

    private mutating func remember(_ refused: VisitorRefused, _ stamp: Stamp) {
        guard SeenGatherer.lasting.contains(refused.reason) else { return }
        let refusal = Seen.Refusal(n: stamp.n, time: stamp.happened, reason: refused.reason, text: refused.text)
        if let name = refused.name, !name.isEmpty { refusals[SeenGatherer.key(name: name)] = refusal }
        if let plate = refused.plate, !plate.isEmpty { refusals[SeenGatherer.key(plate: plate)] = refusal }
    }

    private static func key(name: String) -> String { Visit.counted(ofName: name) }
    private static func key(plate: String) -> String { "\u{0}" + Plate.normal(plate) }

    /// The refusal that came after they were seen here last, if they were.
    public func refusal(of person: Seen) -> Seen.Refusal? {
        let key = person.isVehicle ? SeenGatherer.key(plate: person.plate ?? "") : SeenGatherer.key(name: person.name)
        return refusals[key].flatMap { $0.n > seen[person.key]?.n ?? 0 ? $0 : nil }
    }

    private mutating func remember(_ change: Change, of stamp: Stamp) {
        let today = stamp.t.milliseconds / 86_400_000
        if today != day { (day, changes) = (today, [[:], changes[0]]) }
        changes[0][stamp.n] = change
    }

    private mutating func takeBack(_ n: Int) {
        for (key, refusal) in refusals where refusal.n == n { refusals[key] = nil }
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
        var people = seen.values.map { told in
            var person = told.person
            person.refused = refusal(of: person)
            return person
        }
        people.sort { ($1.last, $0.key) < ($0.last, $1.key) }
        return people
    }
}
