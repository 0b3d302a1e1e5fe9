import Notation
import Readings

/// The document that somebody showed, as far as it tells them from others.
struct ShownDocument: Equatable, Sendable {
    /// Its last characters, as they were written down.
    let tail: String?
    /// It is a document, and it fits the person.
    let isTheirs: Bool

    /// Of somebody who showed none.
    static let none = ShownDocument(tail: nil, isTheirs: false)

    /// What is compared of it: less than four characters may be another's, too.
    var code: String? {
        let characters = (tail ?? "").folded.filter { $0.isLetter || $0.isNumber }
        return characters.count < 4 ? nil : String(characters.suffix(4))
    }

    /// It tells them from others.
    var isProof: Bool { isTheirs && code != nil }
}

/// Somebody who was found suspicious and stands at the gate (P3).
public struct Suspect: Equatable, Sendable {
    /// The visit, and the name that stands there.
    public let ref: Int
    public let name: String
    public let why: String
    let document: ShownDocument

    /// The name, with the end of the document that was shown, if one was.
    public var known: String { name + (document.tail.map { " …\($0)" } ?? "") }
    /// A document tells them from others; or one was shown that does not.
    public var hasProof: Bool { document.isProof }
    public var hasShownDocument: Bool { document.tail?.isEmpty == false }

    /// Whether somebody may be the same. The same document tells, whatever name is said: couriers go by the name of their company, and whoever wants to
    /// be somebody else says another name. Two documents that fit tell them apart. Else the name does, in whatever script, or with whatever title.
    func mayBe(_ other: Comer) -> Bool {
        if let code = document.code, code == other.document.code { return true }
        guard !(hasProof && other.hasProof) else { return false }
        // What stands beside somebody's name may be a remark, and so may what stands beside this one.
        let name = other.isBeside ? NameList.people(in: name).first ?? name : name
        return SeenName.mayBe(name, other.name) || SeenName.endsIn(name, other.name)
    }
}

/// Somebody at the gate by name, with the document that they showed.
public struct Comer: Equatable, Sendable {
    /// How they come.
    public enum Role: Sendable {
        case visitor, companion, driver
    }

    public let name: String
    public let role: Role
    let document: ShownDocument
    /// Named beside somebody else in one field: it may be a remark, too.
    let isBeside: Bool

    /// A document tells them from others.
    public var hasProof: Bool { document.isProof }

    init(_ name: String, _ document: ShownDocument = .none, as role: Role, isBeside: Bool = false) {
        (self.name, self.document, self.role, self.isBeside) = (name, document, role, isBeside)
    }

    /// Everybody in a text: all of it and the first who is named in it, with the document; and whoever else is named, unless it is the same name in another
    /// script. Those come without the document where several people are clearly named; else one of them may be a company, and they come with it, too.
    static func all(in text: String, _ field: NamedPeople.Field, _ document: ShownDocument = .none, as role: Role, beside: Role) -> [Comer] {
        let people = NamedPeople.all(in: text, field)
        let others = people.dropFirst().filter { name in name.count > 1 && !people.prefix(1).contains { SeenName.mayBe($0, name) } }
        let their = NamedPeople.isJoined(text) ? ShownDocument.none : document
        return ([text] + people.prefix(1).filter { $0 != text }).map { Comer($0, document, as: role) } + others.map { Comer($0, their, as: beside, isBeside: true) }
    }
}

extension Visit {
    /// Everybody of the party; the document is that of the visitor, and of nobody who is named beside.
    public func papers(in estate: Estate) -> [Comer] {
        Comer.all(in: name, .one, shown(in: estate), as: .visitor, beside: .companion)
            + companions.filter { !$0.isEmpty }.flatMap { Comer.all(in: $0, .several, as: .companion, beside: .companion) }
    }

    /// Of which kind a document is, and whether it fits the person.
    fileprivate func shown(in estate: Estate) -> ShownDocument {
        let isDocument = document.flatMap(estate.identification)?.proof == .document
        return ShownDocument(tail: tail, isTheirs: isDocument && matches)
    }
}

extension Registers {
    /// The visits that were found suspicious and stand at the gate.
    var suspiciousVisits: [Int: Visit] { visits.filter { $0.value.step != .inside && $0.value.suspicious != nil } }

    /// Everybody suspicious at the gate, the first who came first: of each visit who is named, and whoever else is; of those nobody has shown the document.
    public func suspects(in estate: Estate) -> [Suspect] {
        suspiciousVisits.sorted { $0.key < $1.key }.flatMap { ref, visit in
            let others = NamedPeople.isJoined(visit.name) ? Comer.all(in: visit.name, .one, as: .visitor, beside: .companion).filter(\.isBeside).map(\.name) : []
            return [Suspect(ref: ref, name: visit.name, why: visit.suspicious ?? "", document: visit.shown(in: estate))]
                + others.map { Suspect(ref: ref, name: $0, why: visit.suspicious ?? "", document: .none) }
        }
    }
}

extension [Suspect] {
    /// Who of them one of these people may be, and which of these.
    /// - Parameters:
    ///   - people: asked for only where somebody is suspicious.
    ///   - ref: the visit of those people themselves.
    public func first(among people: @autoclosure () -> [Comer], besides ref: Int?) -> (comer: Comer, suspect: Suspect)? {
        guard !isEmpty else { return nil }
        let people = people()
        for suspect in self where suspect.ref != ref {
            if let comer = people.first(where: suspect.mayBe) { return (comer, suspect) }
        }
        return nil
    }
}

extension Registers {
    /// Whoever may drive a vehicle at the gate: each with the documents that fitted whoever stands there as a visitor with that plate under their name, or
    /// was let in so since the vehicle was registered.
    public func drivers(of stay: Stay, in estate: Estate) -> [Comer] {
        guard let driver = stay.driver else { return [] }
        let shown = visits.sorted { $0.key < $1.key }.map(\.value).filter { ($0.entered.map { $0 > stay.opened } ?? true) && $0.isIn(stay.plate) }
            .flatMap { $0.papers(in: estate) }.filter { $0.hasProof && !NamedPeople.isJoined($0.name) }
        let whole = shown.filter { Visit.counted(ofName: $0.name) == Visit.counted(ofName: driver) }.map { Comer(driver, $0.document, as: .driver) }
        guard whole.isEmpty || NamedPeople.isJoined(driver) else { return whole }
        let own = NameList(driver).items.flatMap { name in proven(name, by: shown, isBeside: false) }
        // A name may have been written in parts; and somebody may be named beside.
        return (own.allSatisfy(\.hasProof) ? own : own + [Comer(driver, as: .driver)])
            + Comer.all(in: driver, .several, as: .driver, beside: .driver).dropFirst().flatMap { proven($0.name, by: shown, isBeside: $0.isBeside) }
    }

    /// A driver with the documents of whoever has shown one under the name.
    private func proven(_ name: String, by shown: [Comer], isBeside: Bool) -> [Comer] {
        let own = shown.filter { SeenName.mayBe($0.name, name) || SeenName.endsIn($0.name, name) }.map { Comer(name, $0.document, as: .driver, isBeside: isBeside) }
        return own.isEmpty ? [Comer(name, as: .driver, isBeside: isBeside)] : own
    }
}

extension Situation {
    /// Nobody gets past who is suspicious in another visit, as that visit's companion or at a wheel.
    func requireNoSuspect(among people: [Comer], besides ref: Int) throws(Refusal) {
        if let found = registers.suspects(in: estate).first(among: people, besides: ref) { throw .suspect(found.comer, found.suspect) }
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

    /// One stands at the end of the other, which is longer than a name mostly is: 王強 of 順豐王強.
    static func endsIn(_ name: String, _ other: String) -> Bool {
        let words = [name, other].map { SeenName($0).words.map { word in bare(word[...]).map(Array.init) ?? word } }
        func ends(_ short: [[UInt16]], _ long: [[UInt16]]) -> Bool {
            guard short.count == 1, let name = short.first, name.count > 1, name.allSatisfy(Readings.isChinese) else { return false }
            return long.contains { $0.count > max(3, name.count) && $0.allSatisfy(Readings.isChinese) && $0.suffix(name.count).elementsEqual(name) }
        }
        return ends(words[0], words[1]) || ends(words[1], words[0])
    }

    /// One is written in Latin letters as the other is read.
    static func isRomanised(_ name: String, _ other: String) -> Bool {
        func isLatin(_ name: String) -> Bool { !name.unicodeScalars.contains { $0.value >= 0x2E80 } }
        return isLatin(name) != isLatin(other) && (ListedName(name).mayBe(SeenName(other)) || ListedName(other).mayBe(SeenName(name)))
    }
}
