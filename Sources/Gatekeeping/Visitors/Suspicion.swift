import Notation
import Readings

/// Somebody who was found suspicious and stands at the gate (P3).
public struct Suspect: Equatable, Sendable {
    /// The visit, and the name that stands there.
    public let ref: Int
    public let name: String
    /// The last characters of the document that was shown, if one was.
    public let tail: String?
    public let why: String

    /// The name, with the end of the document that tells them from others of that name.
    public var known: String { name + (tail.map { " …\($0)" } ?? "") }

    /// Whether somebody may be the same. Where both showed a document that alone tells: couriers go by the name of their company, and whoever wants to be
    /// somebody else says another name. Else the name does, in whatever script, or with whatever title it is written.
    func mayBe(_ other: Comer) -> Bool {
        guard let tail, let shown = other.tail else { return SeenName.isSame(name, other.name) }
        return tail.folded == shown.folded
    }
}

/// Somebody at the gate by name, with the last characters of the document where they showed one.
public struct Comer: Equatable, Sendable {
    public let name: String
    public let tail: String?

    public init(_ name: String, tail: String? = nil) { (self.name, self.tail) = (name, tail) }
}

extension Visit {
    /// Everybody of the party; the document is that of the first.
    public var papers: [Comer] { people.map { Comer($0, tail: $0 == name ? tail : nil) } }
}

extension Registers {
    /// Everybody suspicious at the gate, the first who came first.
    public var suspects: [Suspect] {
        visits.compactMap { ref, visit in
            visit.step == .inside ? nil : visit.suspicious.map { Suspect(ref: ref, name: visit.name, tail: visit.tail, why: $0) }
        }
        .sorted { $0.ref < $1.ref }
    }
}

extension [Suspect] {
    /// Who of them one of these people may be, and which of these.
    /// - Parameter ref: the visit of those people themselves.
    public func first(among people: [Comer], besides ref: Int?) -> (comer: Comer, suspect: Suspect)? {
        for suspect in self where suspect.ref != ref {
            if let comer = people.first(where: suspect.mayBe) { return (comer, suspect) }
        }
        return nil
    }
}

extension Situation {
    /// Nobody gets past who is suspicious in another visit, as that visit's companion or at a wheel.
    func requireNoSuspect(among people: [Comer], besides ref: Int) throws(Refusal) {
        if let found = registers.suspects.first(among: people, besides: ref) { throw .suspect(found.comer, found.suspect) }
    }
}

extension SeenName {
    /// Whether one of them is the other, whatever is written beside it. Of a surname with a title alone nobody is known.
    static func isSame(_ name: String, _ other: String) -> Bool {
        let (seen, otherSeen) = (SeenName(name), SeenName(other))
        let (bare, otherBare) = (seen.withoutTitle(of: name), otherSeen.withoutTitle(of: other))
        guard bare.utf16.count > 1, otherBare.utf16.count > 1 else { return name.folded == other.folded }
        return ListedName(bare).isNamed(in: otherSeen) || ListedName(otherBare).isNamed(in: seen)
    }
}
