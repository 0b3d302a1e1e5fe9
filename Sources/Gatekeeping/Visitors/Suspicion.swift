import Readings

/// Somebody who was found suspicious and stands at the gate (P3).
public struct Suspect: Equatable, Sendable {
    /// The visit, and the name that stands there.
    public let ref: Int
    public let name: String
    public let why: String

    /// Whether people of this name may be the same, in whatever script, spelling or with whatever title it is written.
    func isCalled(_ other: String) -> Bool { SeenName.isSame(name, other) }
}

extension Registers {
    /// Everybody suspicious at the gate, the first who came first.
    public var suspects: [Suspect] {
        visits.compactMap { ref, visit in
            visit.step == .inside ? nil : visit.suspicious.map { Suspect(ref: ref, name: visit.name, why: $0) }
        }
        .sorted { $0.ref < $1.ref }
    }
}

extension [Suspect] {
    /// Who of them one of these people may be, whatever document they show, and under which name.
    /// - Parameter ref: the visit of those people themselves.
    public func first(among people: [String], besides ref: Int?) -> (name: String, suspect: Suspect)? {
        for suspect in self where suspect.ref != ref {
            if let name = people.first(where: suspect.isCalled) { return (name, suspect) }
        }
        return nil
    }
}

extension Situation {
    /// Nobody gets past who is suspicious in another visit, as that visit's companion or at a wheel.
    func requireNoSuspect(among people: [String], besides ref: Int) throws(Refusal) {
        if let found = registers.suspects.first(among: people, besides: ref) { throw .suspect(found.name) }
    }
}

extension SeenName {
    /// Whether one of them is the other, whatever is written beside it.
    static func isSame(_ name: String, _ other: String) -> Bool {
        let (seen, otherSeen) = (SeenName(name), SeenName(other))
        return ListedName(seen.withoutTitle(of: name)).isNamed(in: otherSeen) || ListedName(otherSeen.withoutTitle(of: other)).isNamed(in: seen)
    }
}
