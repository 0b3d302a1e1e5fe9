import Notation
import Readings

extension Estate {
    /// Deny list entries with this name in either script, or another name of theirs: the same name is only possible.
    public func denied(named name: String) -> [Denied] {
        let wanted = Estate.bareNames(in: name)
        return denied.filter { entry in wanted.contains { entry.bareNames.contains($0) } }
    }

    /// What of a text may be a name: all of it; what is left without digits and signs; each run of Chinese characters; and each of these without
    /// an address of respect behind it. What is written beside a name hides nobody.
    private static func bareNames(in text: String) -> [String] {
        let whole = bare(text)
        guard !whole.isEmpty else { return [] }
        var names = [whole]
        if !text.allSatisfy(\.isLetter) {
            names.append(whole.filter(\.isLetter))
            names += text.split { !$0.isLetter || $0.isASCII }.map { bare(String($0)) }
        }
        names += names.compactMap { name in respects.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } }
        return names.filter { !$0.isEmpty }
    }

    /// 先生, 女士, 小姐, 太太, 師傅, 老師 in the script that names are compared in.
    private static let respects = ["先生", "女士", "小姐", "太太", "師傅", "老師", "阿姨"].map { bare($0) }

    /// The deny list entry with this plate, in either script; or with one that could be taken for it, where a character was not seen (`?`) or the
    /// province was left out too, unless a resident has exactly this plate.
    public func denied(plate: String) -> Denied? {
        let wanted = Plate.inOneScript(plate)
        guard !wanted.isEmpty else { return nil }
        if let entry = denied.first(where: { $0.normalPlate == wanted }) { return entry }
        guard let alike = denied.first(where: { $0.normalPlate.map { Plate.couldBe($0, wanted) } ?? false }) else { return nil }
        return residentVehicle(plate: plate) == nil ? alike : nil
    }

    /// The entry that certainly is this visitor: compared and found the same, the plate, or name and document together.
    public func certainlyDenied(_ visit: Visit) -> Denied? {
        if let entry = denied.first(where: { visit.same.contains($0.id) }) { return entry }
        if let plate = visit.plate, let entry = denied(plate: plate) { return entry }
        guard let tail = visit.tail?.folded else { return nil }
        return denied(named: visit.name).first { $0.documentTail?.folded == tail && !visit.different.contains($0.id) }
    }

    /// Names of the party that must be compared before anybody is let in.
    public func possiblyDenied(_ visit: Visit) -> [(name: String, entry: Denied)] {
        visit.people.flatMap { name in denied(named: name).map { (name, $0) } }
            .filter { !visit.different.contains($0.entry.id) && !visit.same.contains($0.entry.id) }
    }

    /// The entry for which a registered vehicle must not come in: its plate, or its driver who was compared and is the same person.
    public func certainlyDenied(_ stay: Stay) -> Denied? {
        guard !stay.isExcepted else { return nil }
        return denied.first { stay.same.contains($0.id) } ?? stay.plate.flatMap(denied(plate:))
    }

    /// The driver, where one of that name must be compared before the vehicle comes in.
    public func possiblyDenied(_ stay: Stay) -> (name: String, entry: Denied)? {
        guard let driver = stay.driver, !stay.isExcepted else { return nil }
        return denied(named: driver).first { !stay.different.contains($0.id) && !stay.same.contains($0.id) }.map { (driver, $0) }
    }

    static func bare(_ name: String) -> String { Readings.simplified(name.folded).filter { !$0.isWhitespace && $0 != "·" && !$0.isUnseen } }
}

extension Character {
    /// Nothing of it shows: zero-width spaces and the like, which a paste brings along.
    fileprivate var isUnseen: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .format } }
}

/// The guard compared somebody with a deny list entry of the same name.
public struct VisitorCompared: Fact {
    public static let kind = "visitor.compared"
    public static let command: String? = "visitor.compare"
    public static let decisive: Set<String> = ["denied", "same"]
    public static let meaning = "Somebody with a name on the deny list was compared with the entry: the same person, or not."

    public var ref = 0
    public var denied = ""
    public var isSame = false

    public init() {}
    public init(ref: Int, denied: String, isSame: Bool) {
        self.ref = ref
        self.denied = denied
        self.isSame = isSame
    }

    public static let fields: [Field<VisitorCompared>] = [
        Field("ref", \.ref, "The visit, or the vehicle that is registered."),
        Field("denied", \.denied, "The deny list entry."),
        Field("same", \.isSame, "Whether it is the same person."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorCompared {
        try situation.requireStaff()
        if situation.registers.stays[ref]?.entered != nil { throw .wrongStep(ref: ref) }
        if situation.registers.stays[ref] == nil { _ = try situation.registers.visit(ref, at: [.expected, .verified, .registered]) }
        try situation.estate.require(denied, in: situation.estate.denied.map(\.id), field: "denied")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.stays[ref]?.note(denied, isSame: isSame)
        guard var visit = registers.visits[ref] else { return }
        visit.same.removeAll { $0 == denied }
        visit.different.removeAll { $0 == denied }
        if isSame { visit.same.append(denied) } else { visit.different.append(denied) }
        registers.visits[ref] = visit
    }
}

extension Stay {
    fileprivate mutating func note(_ entry: String, isSame: Bool) {
        same.removeAll { $0 == entry }
        different.removeAll { $0 == entry }
        if isSame { same.append(entry) } else { different.append(entry) }
    }
}
