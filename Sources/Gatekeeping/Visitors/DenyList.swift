import Notation

extension Estate {
    /// Deny list entries that somebody of this name may be: the name stands in the text, in either script, or the text reads like it.
    public func denied(named name: String) -> [Denied] {
        if let typed = Letters(ascii: name), !denied.contains(where: { $0.listedNames.contains { $0.mayBeSpelled(with: typed) } }) { return [] }
        let seen = SeenName(name)
        return denied.filter { entry in entry.listedNames.contains { $0.mayBe(seen) } }
    }

    /// The deny list entry with this plate, in either script; or with one that could be taken for it, unless a resident has exactly this plate.
    public func denied(plate: String) -> Denied? {
        let readings = SeenPlate.readings(of: plate)
        func entry(where fits: (ListedPlate, SeenPlate) -> Bool) -> Denied? {
            denied.first { entry in entry.listedPlate.map { listed in readings.contains { fits(listed, $0) } } ?? false }
        }
        if let entry = entry(where: { $0.isSame(as: $1) }) { return entry }
        guard let alike = entry(where: { $0.mayBe($1) }) ?? entry(where: { $0.hasPart($1) }) else { return nil }
        return residentVehicle(plate: plate) == nil ? alike : nil
    }

    /// Why a plate is refused: it is listed, or not enough of it was said to tell it from one that is.
    func refusal(of plate: String?, by entry: Denied) -> Refusal {
        guard let plate, let listed = entry.listedPlate else { return .denied(entry.id) }
        let isWhole = SeenPlate.readings(of: plate).contains { listed.isSame(as: $0) || listed.mayBe($0) && !$0.hasUnseen }
        return isWhole ? .denied(entry.id) : .plateNotWhole(plate, denied: entry.id)
    }

    /// Entries that whoever shows this document may be, by its last four characters.
    private func denied(tail: String?) -> [Denied] {
        guard let tail = tail?.folded, !tail.isEmpty else { return [] }
        return denied.filter { $0.documentTail?.folded == tail }
    }

    /// Entries that a person may be, by name or by document.
    func denied(named name: String, tail: String?) -> [Denied] {
        let named = denied(named: name)
        return named + denied(tail: tail).filter { !named.contains($0) }
    }

    /// The entry that certainly is this visitor: compared and found the same, the plate, or name and document together.
    public func certainlyDenied(_ visit: Visit) -> Denied? {
        if let entry = denied.first(where: { visit.same.contains($0.id) }) { return entry }
        if let plate = visit.plate, let entry = denied(plate: plate) { return entry }
        let seen = SeenName(visit.name)
        return denied(tail: visit.tail).first { entry in !visit.isOther(visit.name, than: entry) && entry.listedNames.contains { $0.isSame(as: seen) } }
    }

    /// Who of the party must be compared before anybody is let in.
    public func possiblyDenied(_ visit: Visit) -> [(name: String, entry: Denied)] {
        let named = visit.people.flatMap { name in denied(named: name, tail: name == visit.name ? visit.tail : nil).map { (name: name, entry: $0) } }
        return named.filter { !visit.isOther($0.name, than: $0.entry) && !visit.same.contains($0.entry.id) }
    }

    /// The entry for which a registered vehicle must not come in: its plate, or its driver who was compared and is the same person.
    public func certainlyDenied(_ stay: Stay) -> Denied? {
        guard !stay.isExcepted else { return nil }
        return denied.first { stay.same.contains($0.id) } ?? stay.plate.flatMap(denied(plate:))
    }

    /// The driver, where one of that name must be compared before the vehicle comes in.
    public func possiblyDenied(_ stay: Stay) -> (name: String, entry: Denied)? {
        guard let driver = stay.driver, !stay.isExcepted else { return nil }
        return denied(named: driver).first { !stay.isOther(driver, than: $0.id) && !stay.same.contains($0.id) }.map { (driver, $0) }
    }
}

/// The guard compared somebody with a deny list entry that they may be.
public struct VisitorCompared: Fact {
    public static let kind = "visitor.compared"
    public static let command: String? = "visitor.compare"
    public static let decisive: Set<String> = ["denied", "name", "same"]
    public static let meaning = "Somebody who may be on the deny list was compared with the entry: the same person, or not."

    public var ref = 0
    public var denied = ""
    public var name: String?
    public var isSame = false

    public init() {}
    public init(ref: Int, denied: String, name: String? = nil, isSame: Bool) {
        self.ref = ref
        self.denied = denied
        self.name = name
        self.isSame = isSame
    }

    public static let fields: [Field<VisitorCompared>] = [
        Field("ref", \.ref, "The visit, or the vehicle that is registered."),
        Field("denied", \.denied, "The deny list entry."),
        Field("name", \.name, "Who of the party was compared; may be left out where the entry may be only one of them."),
        Field("same", \.isSame, "Whether it is the same person."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorCompared {
        try situation.requireStaff()
        if situation.registers.stays[ref]?.entered != nil { throw .wrongStep(ref: ref) }
        if situation.registers.stays[ref] == nil { _ = try situation.registers.visit(ref, at: [.expected, .verified, .registered]) }
        try situation.estate.require(denied, in: situation.estate.denied.map(\.id), field: "denied")
        var copy = self
        copy.name = try whoWasCompared(in: situation)
        return copy
    }

    private func whoWasCompared(in situation: Situation) throws(Refusal) -> String? {
        guard let visit = situation.registers.visits[ref] else { return situation.registers.stays[ref]?.driver }
        if let name {
            guard visit.people.contains(name) else { throw .unknownValue(field: "name", value: name, known: visit.people) }
            return name
        }
        let meant = situation.estate.possiblyDenied(visit).filter { $0.entry.id == denied }.map(\.name)
        guard meant.count < 2 else { throw .missingField("name") }
        return meant.first ?? visit.name
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.stays[ref]?.note(self)
        guard var visit = registers.visits[ref] else { return }
        let answer = answer(about: visit)
        visit.same.removeAll { $0 == denied }
        visit.different.removeAll { $0 == denied || $0 == answer }
        if isSame { visit.same.append(denied) } else { visit.different.append(answer) }
        registers.visits[ref] = visit
    }

    /// Earlier versions did not say who was compared: their answers count for the whole party.
    private func answer(about visit: Visit) -> String { name.map { Comparison.key(denied, with: $0, tail: $0 == visit.name ? visit.tail : nil) } ?? denied }
}

/// An answer counts for who was compared, as they were called and with the document that they had shown then: whatever of that changes is asked again.
private enum Comparison {
    /// As the answer is kept: the entry, the name, and the document's last four.
    static func key(_ entry: String, with name: String, tail: String? = nil) -> String { [entry, name, tail].compactMap { $0 }.joined(separator: " ") }
}

extension Visit {
    /// Whether somebody of the party was compared with an entry and is another. Who was compared before they showed a document is not asked again for
    /// one that is not the entry's.
    func isOther(_ name: String, than entry: Denied) -> Bool {
        let shown = name == self.name ? tail : nil
        let answers = [entry.id, Comparison.key(entry.id, with: name, tail: shown)]
        let isListed = shown != nil && shown?.folded == entry.documentTail?.folded
        return different.contains { answers.contains($0) || !isListed && $0 == Comparison.key(entry.id, with: name) }
    }
}

extension Stay {
    /// Whether the driver was compared with an entry and is another.
    func isOther(_ driver: String, than entry: String) -> Bool { different.contains(entry) || different.contains(Comparison.key(entry, with: driver)) }
}

extension Stay {
    fileprivate mutating func note(_ compared: VisitorCompared) {
        let answer = compared.name.map { Comparison.key(compared.denied, with: $0) } ?? compared.denied
        same.removeAll { $0 == compared.denied }
        different.removeAll { $0 == compared.denied || $0 == answer }
        if compared.isSame { same.append(compared.denied) } else { different.append(answer) }
    }
}
