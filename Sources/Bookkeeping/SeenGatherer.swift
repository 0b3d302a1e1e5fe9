import Gatekeeping
import Notation

/// Gathers who was seen from events, in their order.
public struct SeenGatherer: Sendable {
    /// What one line changed, in case it is taken back; that can only be on the page on which it stands.
    private struct Change {
        var key: String
        /// What was told of them before.
        var before: Seen?
        /// The visit whose name it used up.
        var visit: (ref: Int, name: String)?
    }

    private var names: [Int: String] = [:]
    /// The lines that registered companions, by their visits.
    private var companies: [Int: Int] = [:]
    private var seen: [String: Seen] = [:]
    public private(set) var refused = RefusedBefore()
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
        if let entered = fact as? VehicleEntered, entered.ref == nil, let plate = entered.plate { refused.noteEntry(of: plate, at: stamp.n) }
        noteCompanions(in: fact, stamp)
        let visit = (fact as? VisitorRegistered).flatMap { registered in names[registered.ref].map { (registered.ref, $0) } }
        guard let person = seen(in: fact, stamp) else { return nil }
        remember(Change(key: person.key, before: seen[person.key], visit: visit), of: stamp)
        seen[person.key] = person
        return person
    }

    /// Who was registered as a companion is not told of any more, unless that visit was refused.
    private mutating func noteCompanions(in fact: any Fact, _ stamp: Stamp) {
        switch fact {
        case let fact as VisitorRegistered where !fact.companions.isEmpty:
            refused.noteCompanions(fact.companions, at: stamp.n)
            companies[fact.ref] = stamp.n
        case let fact as VisitorRefused: fact.ref.flatMap { companies.removeValue(forKey: $0) }.map { refused.takeBack($0) }
        default: break
        }
    }

    private mutating func remember(_ change: Change, of stamp: Stamp) {
        let today = stamp.t.milliseconds / 86_400_000
        if today != day { (day, changes) = (today, [[:], changes[0]]) }
        changes[0][stamp.n] = change
    }

    private mutating func takeBack(_ n: Int) {
        refused.takeBack(n)
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
                last: stamp.happened, n: stamp.n)
        case let fact as VehicleRegistered:
            guard let plate = fact.plate else { return nil }
            return Seen(
                isVehicle: true, name: fact.driver ?? "", unit: fact.unit ?? "", purpose: fact.purpose ?? "", plate: plate, last: stamp.happened,
                n: stamp.n)
        case let fact as VisitorRefused: return turnedAway(fact, stamp)
        default: break
        }
        return nil
    }

    /// Who was refused, where nothing else is known of them; whoever is on the deny list is found there.
    private mutating func turnedAway(_ fact: VisitorRefused, _ stamp: Stamp) -> Seen? {
        let refusal = Seen.Refusal(fact, stamp)
        guard refused.note(refusal), fact.denied == nil else { return nil }
        var person = Seen(
            isVehicle: refusal.name.isEmpty, name: refusal.name, unit: fact.unit ?? "", plate: fact.plate, last: stamp.happened, n: stamp.n)
        (person.isOnlyRefused, person.refused) = (true, refusal)
        return seen[person.key].map(\.isOnlyRefused) == false ? nil : person
    }

    /// Everybody seen, newest first.
    public var result: [Seen] {
        var people = seen.values.map(refused.told)
        people.sort { ($1.last, $0.key) < ($0.last, $1.key) }
        return people
    }
}
