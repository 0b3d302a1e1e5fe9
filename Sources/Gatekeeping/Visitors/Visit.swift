import Notation

/// One visit: from noted ahead or arriving, to left or refused. The same person twice a day is two visits.
public struct Visit: Carried {
    /// How far it has come. P7: verified, then registered, then released, in that order.
    public enum Step: String, Choice {
        case expected, verified, registered, inside
    }

    /// How the host confirmed.
    public enum Confirmation: String, Choice {
        case intercom, phone, present, ahead
        /// Nobody was reached; the guard decides by the order of the estate.
        case unreached
    }

    public var step = Step.expected
    public var name = ""
    /// The identification's id; nil while nothing was accepted.
    public var document: String?
    /// Last four characters of the document's number; never more.
    public var tail: String?
    /// Whether the document fits the person.
    public var matches = false
    /// Who vouches in person, or the adult that a child is with.
    public var vouching: String?
    /// Why the guard finds them suspicious.
    public var suspicious: String?
    /// Number of people in the party, still to leave once inside.
    public var count = 1
    /// The same for adding up, where an earlier version let a line say anything.
    public var heads: Int { min(max(count, 0), Situation.people.upperBound) }
    /// The others of the party by name.
    public var companions: [String] = []
    public var unit: String?
    public var host: String?
    public var confirmed: Confirmation?
    public var purpose: String?
    public var carried: String?
    public var badge: String?
    public var plate: String?
    public var phone: String?
    /// Pass code of an expected guest.
    public var code: String?
    public var expectedFrom: Instant?
    public var expectedUntil: Instant?
    /// Id of the emergency service, if that is what came.
    public var emergency: String?
    /// An emergency entry whose details have not been filled in.
    public var isIncomplete = false
    /// When they were verified or registered, whichever was last; nil once they are inside.
    public var stepped: Instant?
    /// When they were let in.
    public var entered: Instant?
    /// Deny list entries that the guard compared and found to be this person …
    public var same: [String] = []
    /// … and not to be.
    public var different: [String] = []
    /// Exceptions that a supervisor granted.
    public var exceptions: [Exception.Matter] = []

    public init() {}

    public static let forwardName = "visit"
    public static let correctable: Set<String> = ["name", "tail", "vouching", "count", "unit", "host", "purpose", "carried", "badge", "plate", "phone", "code", "from", "until"]
    public static let fields: [Field<Visit>] = [
        Field("step", \.step, "How far it has come."),
        Field("name", \.name, "The person.", presence: .optional),
        Field("document", \.document, "Identification shown."),
        Field("tail", \.tail, "Last four characters of the document."),
        Field("matches", \.matches, "The document fits the person.", presence: .optional),
        Field("vouching", \.vouching, "Who vouches, or the adult a child is with."),
        Field("suspicious", \.suspicious, "Why suspicious."),
        Field("count", \.count, "People, still to leave once inside."),
        Field("companions", \.companions, "The others of the party.", presence: .optional),
        Field("unit", \.unit, "Unit visited."),
        Field("host", \.host, "Whom they visit."),
        Field("confirmed", \.confirmed, "How the host confirmed."),
        Field("purpose", \.purpose, "Purpose."),
        Field("carried", \.carried, "Things carried in."),
        Field("badge", \.badge, "Visitor badge given."),
        Field("plate", \.plate, "Plate."),
        Field("phone", \.phone, "Phone."),
        Field("code", \.code, "Pass code."),
        Field("from", \.expectedFrom, "Expected from."),
        Field("until", \.expectedUntil, "Expected until."),
        Field("emergency", \.emergency, "Emergency service."),
        Field("incomplete", \.isIncomplete, "Details of an emergency entry are missing.", presence: .optional),
        Field("stepped", \.stepped, "When they were verified or registered, whichever was last."),
        Field("entered", \.entered, "When they were let in."),
        Field("same", \.same, "Deny list entries that are this person.", presence: .optional),
        Field("different", \.different, "Deny list entries that are not: each with the name that was compared, and the document's last four.", presence: .optional),
        Field("exceptions", \.exceptions, "Exceptions granted.", presence: .optional),
    ]

    public static func place(_ item: Visit, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.opened = since
        registers.visits[opener] = item
    }

    /// When its first line was written.
    public var opened = Instant(milliseconds: 0)

    /// Everybody of the party by name.
    public var people: [String] { ([name] + companions).filter { !$0.isEmpty } }

    /// Minutes over the time allowed for the purpose; nil while within it or not inside.
    public func overstay(in estate: Estate, at now: Instant) -> Int? {
        guard step == .inside, let entered, let purpose, let allowed = estate.purpose(purpose)?.allowedMinutes else { return nil }
        let over = now.minutes(since: entered) - allowed
        return over > 0 ? over : nil
    }
}

extension Registers {
    /// The visit that a command names, at one of the steps.
    func visit(_ ref: Int, at steps: Set<Visit.Step>) throws(Refusal) -> Visit {
        guard let visit = visits[ref] else { throw .nothingThere(ref: ref) }
        guard steps.contains(visit.step) else { throw .wrongStep(ref: ref) }
        return visit
    }
}
