import Notation

/// A visitor is noted ahead.
public struct VisitorExpected: Fact {
    public static let kind = "visitor.expected"
    public static let command: String? = "visitor.expect"
    public static let meaning = "A visitor is announced: who comes to which unit, when."

    public var name = ""
    public var unit = ""
    public var host: String?
    public var count: Int?
    public var purpose: String?
    public var plate: String?
    public var code: String?
    public var phone: String?
    public var from: Instant?
    public var until: Instant?

    public init() {}

    public static let fields: [Field<VisitorExpected>] = [
        Field("name", \.name, "The visitor."),
        Field("unit", \.unit, "Unit visited."),
        Field("host", \.host, "Whom they visit."),
        Field("count", \.count, "People in the party."),
        Field("purpose", \.purpose, "Purpose, by its id."),
        Field("plate", \.plate, "Plate, as said."),
        Field("code", \.code, "Pass code given to the visitor."),
        Field("phone", \.phone, "The visitor's phone."),
        Field("from", \.from, "Expected from."),
        Field("until", \.until, "Expected until."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorExpected {
        try situation.requireStaff()
        guard !name.isEmpty else { throw .missingField("name") }
        try situation.require(people: count, field: "count")
        try situation.estate.require(unit: unit, purpose: purpose)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var visit = Visit()
        visit.opened = stamp.happened
        visit.name = name
        visit.unit = unit
        visit.host = host
        visit.count = max(1, count ?? 1)
        visit.purpose = purpose
        visit.plate = plate
        visit.code = code
        visit.phone = phone
        visit.expectedFrom = from
        visit.expectedUntil = until
        registers.visits[stamp.n] = visit
    }
}

/// The guard looked at who stands at the gate (P7, first step).
public struct VisitorVerified: Fact {
    public static let kind = "visitor.verified"
    public static let command: String? = "visitor.verify"
    public static let decisive: Set<String> = ["document", "matches", "suspicious"]
    public static let meaning = "Who stands at the gate, what they showed, and whether it fits the person. Opens a visit unless `ref` names an expected one."

    public var ref: Int?
    public var name = ""
    public var document: String?
    public var tail: String?
    public var matches = false
    public var vouching: String?
    public var suspicious: String?
    public var possible: [String] = []

    public init() {}

    public static let fields: [Field<VisitorVerified>] = [
        Field("ref", \.ref, "The expected visit."),
        Field("name", \.name, "The person."),
        Field("document", \.document, "What was shown, by its id; missing if nothing."),
        Field("tail", \.tail, "Last four characters of the document's number."),
        Field("matches", \.matches, "Compared with the person: it fits.", presence: .optional),
        Field("vouching", \.vouching, "The host who vouches in person, or the adult that a child is with."),
        Field("suspicious", \.suspicious, "What is suspicious, if anything."),
        Field("possible", \.possible, "Deny list entries that it may be, by the name or by the document.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorVerified {
        try situation.requireStaff()
        if let ref { _ = try situation.registers.visit(ref, at: [.expected, .verified, .registered]) }
        guard !name.isEmpty else { throw .missingField("name") }
        try situation.estate.require(document, in: situation.estate.identifications.map(\.id), field: "document")
        var copy = self
        copy.tail = tail.map { String($0.filter { !$0.isWhitespace && !"-()（）".contains($0) }.suffix(4)) }
        // Once something is suspicious, no second look lifts that (P3). Whoever may be somebody else who is, is no suspect for that: only not let in.
        if suspicious?.isEmpty != false { copy.suspicious = ref.flatMap { situation.registers.visits[$0]?.suspicious } }
        copy.possible = situation.estate.denied(named: name, tail: copy.tail).map(\.id)
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        let key = ref ?? stamp.n
        var visit = registers.visits[key] ?? Visit()
        if ref == nil { visit.opened = stamp.happened }
        visit.step = .verified
        visit.stepped = stamp.happened
        visit.name = name
        visit.document = document
        visit.tail = tail
        visit.matches = matches
        visit.vouching = vouching
        visit.suspicious = suspicious
        registers.visits[key] = visit
    }
}

/// The visit is written down (P7, second step).
public struct VisitorRegistered: Fact {
    public static let kind = "visitor.registered"
    public static let command: String? = "visitor.register"
    public static let meaning = "The visit is registered: how many, for which unit and whom, what for, what they carry."

    public var ref = 0
    public var count = 1
    public var companions: [String] = []
    public var unit = ""
    public var host: String?
    public var confirmed = Visit.Confirmation.intercom
    public var purpose = ""
    public var carried: String?
    public var badge: String?
    public var plate: String?
    public var phone: String?

    public init() {}

    public static let fields: [Field<VisitorRegistered>] = [
        Field("ref", \.ref, "The visit."),
        Field("count", \.count, "People in the party.", presence: .optional),
        Field("companions", \.companions, "The others of the party by name.", presence: .optional),
        Field("unit", \.unit, "Unit visited."),
        Field("host", \.host, "Whom they visit."),
        Field("confirmed", \.confirmed, "How the host confirmed."),
        Field("purpose", \.purpose, "Purpose, by its id."),
        Field("carried", \.carried, "Things carried in."),
        Field("badge", \.badge, "Visitor badge given."),
        Field("plate", \.plate, "Plate, as seen; empty where they came without the one they were announced with."),
        Field("phone", \.phone, "The visitor's phone."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorRegistered {
        try situation.requireStaff()
        let visit = try situation.registers.visit(ref, at: [.verified, .registered])
        try situation.requireTime(notBefore: visit.stepped ?? visit.opened)
        try situation.estate.require(unit: unit, purpose: purpose)
        try situation.require(people: count, field: "count")
        if let badge, let holder = situation.registers.holder(ofBadge: badge), holder.key != ref {
            throw .badgeGiven(badge, to: holder.name)
        }
        var copy = self
        copy.count = max(count, companions.count + 1)
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard var visit = registers.visits[ref] else { return }
        visit.step = .registered
        visit.stepped = stamp.happened
        visit.count = count
        visit.companions = companions
        visit.unit = unit
        visit.host = host ?? visit.host
        visit.confirmed = confirmed
        visit.purpose = purpose
        visit.carried = carried
        visit.badge = badge
        if let plate { visit.plate = plate.isEmpty ? nil : plate }
        visit.phone = phone ?? visit.phone
        registers.visits[ref] = visit
    }
}

extension Registers {
    /// Who has a visitor badge: somebody here, or who left with it.
    func holder(ofBadge badge: String) -> (key: Int, name: String)? {
        let bare = { (badge: String) in badge.folded.filter { $0.isLetter || $0.isNumber } }
        let isIt = { (other: String?) in other.map(bare) == bare(badge) }
        if let visit = visits.first(where: { isIt($0.value.badge) && $0.value.step != .expected }) { return (visit.key, visit.value.name) }
        return things.first { $0.value.sort == .badge && isIt($0.value.what) }.map { ($0.key, $0.value.holder ?? "") }
    }
}
