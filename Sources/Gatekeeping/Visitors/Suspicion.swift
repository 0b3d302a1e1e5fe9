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
        guard let known = Suspect.proof(tail), let shown = Suspect.proof(other.tail) else {
            return SeenName.mayBe(name, other.name)
        }
        return known == shown
    }

    /// A document tells them from others.
    public var hasProof: Bool { Suspect.proof(tail) != nil }

    /// What of a document tells people apart: less than four characters may be another's, too.
    fileprivate static func proof(_ tail: String?) -> String? {
        let characters = (tail ?? "").folded.filter { $0.isLetter || $0.isNumber }
        return characters.count < 4 ? nil : String(characters.suffix(4))
    }
}

/// Somebody at the gate by name, with the last characters of the document where they showed one.
public struct Comer: Equatable, Sendable {
    /// How they come.
    public enum Role: Sendable {
        case visitor, companion, driver
    }

    public let name: String
    public let tail: String?
    public let role: Role

    /// A document tells them from others.
    public var hasProof: Bool { Suspect.proof(tail) != nil }

    public init(_ name: String, tail: String? = nil, as role: Role) { (self.name, self.tail, self.role) = (name, tail, role) }
}

extension Visit {
    /// Everybody of the party; the document is that of the first.
    public var papers: [Comer] { people.map { Comer($0, tail: $0 == name ? tail : nil, as: $0 == name ? .visitor : .companion) } }
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

extension Registers {
    /// Whoever may drive a vehicle at the gate: with each document that was shown as a visitor with that plate under the driver's name.
    public func drivers(of stay: Stay) -> [Comer] {
        guard let driver = stay.driver else { return [] }
        let shown = visits.sorted { $0.key < $1.key }.map(\.value).filter { $0.isIn(stay.plate) && SeenName.mayBe($0.name, driver) }
        let proven = shown.map { Comer(driver, tail: $0.tail, as: .driver) }.filter(\.hasProof)
        return proven.isEmpty ? [Comer(driver, as: .driver)] : proven
    }
}

extension Situation {
    /// Nobody gets past who is suspicious in another visit, as that visit's companion or at a wheel.
    func requireNoSuspect(among people: [Comer], besides ref: Int) throws(Refusal) {
        if let found = registers.suspects.first(among: people, besides: ref) { throw .suspect(found.comer, found.suspect) }
    }
}

extension SeenName {
    /// Whether they may be one person's, in whatever script.
    static func mayBe(_ name: String, _ other: String) -> Bool { isSame(name, other) || isRomanised(name, other) }

    /// Whether one of them is the other, whatever is written beside it. Of a surname with a title alone nobody is known.
    static func isSame(_ name: String, _ other: String) -> Bool {
        let (seen, otherSeen) = (SeenName(name), SeenName(other))
        let (bare, otherBare) = (seen.withoutTitle(of: name), otherSeen.withoutTitle(of: other))
        guard bare.utf16.count > 1, otherBare.utf16.count > 1 else { return name.folded == other.folded }
        return ListedName(bare).isNamed(in: otherSeen) || ListedName(otherBare).isNamed(in: seen)
    }

    /// One is written in Latin letters as the other is read.
    static func isRomanised(_ name: String, _ other: String) -> Bool {
        func isLatin(_ name: String) -> Bool { !name.unicodeScalars.contains { $0.value >= 0x2E80 } }
        return isLatin(name) != isLatin(other) && (ListedName(name).mayBe(SeenName(other)) || ListedName(other).mayBe(SeenName(name)))
    }
}
