import Notation

/// How an exit is known. No time is ever invented.
public enum Certainty: String, Choice {
    case seen, assumed, unknown
}

/// A visitor left, or part of the party did. Never blocked.
public struct VisitorLeft: CarriesOut {
    public static let kind = "visitor.left"
    public static let command: String? = "visitor.leave"
    public static let decisive: Set<String> = ["count", "carried", "pass", "pieces", "badgeBack"]
    public static let meaning = "A visitor left, or some of the party. Leaving is never blocked; things go out with them on a pass, or for a reason that the supervisor hears of."
    public static let usesReserve = true

    public var ref = 0
    public var count: Int?
    public var seen = Certainty.seen
    public var isBadgeBack: Bool?
    public var carried: String?
    public var pass: Int?
    public var pieces: Int?
    public var why: String?
    public var isUnpassed = false
    public var differs: [String] = []
    public var rest: Int?
    public var remaining = 0
    public var badgeOut: String?

    public init() {}
    public init(ref: Int, count: Int? = nil, seen: Certainty = .seen, isBadgeBack: Bool? = nil, carried: String? = nil) {
        self.ref = ref
        self.count = count
        self.seen = seen
        self.isBadgeBack = isBadgeBack
        self.carried = carried
    }

    public static let fields: [Field<VisitorLeft>] = [
        Field("ref", \.ref, "The visit."),
        Field("count", \.count, "How many of the party left; missing for all."),
        Field("seen", \.seen, "Whether the exit was seen.", presence: .optional),
        Field("badgeBack", \.isBadgeBack, "Whether the visitor badge came back."),
        Field("carried", \.carried, "Things carried out."),
        Field("pass", \.pass, "The pass on which they go out; it is used up by it, as far as the pieces go.", names: .line),
        Field("pieces", \.pieces, "How many pieces go out on it; all that it allows if missing."),
        Field("why", \.why, "Why they go out without a pass, or more than it allows; it goes to the supervisor."),
        Field("unpassed", \.isUnpassed, "Things went out without a pass.", presence: .derived),
        Field("differs", \.differs, "What does not fit the pass: which, what was seen, what the pass says; it goes to the supervisor.", presence: .derived),
        Field("rest", \.rest, "How many pieces the pass still allows; missing where it is used up.", presence: .derived),
        Field("remaining", \.remaining, "How many of the party are still inside.", presence: .derived),
        Field("badgeOut", \.badgeOut, "The visitor badge that did not come back: from now on a thing that is out (P2).", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorLeft {
        try situation.requireKnownWriter()
        let visit = try situation.registers.visit(ref, at: [.inside])
        try situation.requireLeaving(notBefore: visit.entered)
        if let count {
            guard count >= 1, count <= visit.count else { throw .tooManyLeave(inside: visit.count) }
        }
        var copy = try heldAgainstPass(in: situation, bearer: Bearer(unit: visit.unit, plate: visit.plate ?? "", names: visit.people, broughtIn: visit.carried))
        copy.remaining = visit.count - (count ?? visit.count)
        copy.badgeOut = copy.remaining == 0 && isBadgeBack != true ? visit.badge : nil
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.carryOut(self, stamp)
        guard var visit = registers.visits[ref] else { return }
        if let badgeOut { registers.things[stamp.n] = Thing(badge: badgeOut, with: visit, stamp) }
        visit.count = remaining
        if isBadgeBack == true { visit.badge = nil }
        registers.visits[ref] = visit.count > 0 ? visit : nil
    }
}

extension Situation {
    /// Nobody leaves before they came in; what a device says of the time is taken as it comes.
    func requireLeaving(notBefore entered: Instant?) throws(Refusal) {
        guard let entered, !by.hasPrefix("device:") else { return }
        try requireTime(notBefore: entered)
    }
}

extension Thing {
    /// A badge that somebody left with.
    fileprivate init(badge: String, with visit: Visit, _ stamp: Stamp) {
        self.init()
        (sort, post, what, unit, holder) = (.badge, stamp.post.isEmpty ? nil : stamp.post, badge, visit.unit, visit.name)
        (since, isLate) = (stamp.happened, stamp.isLate)
    }
}
