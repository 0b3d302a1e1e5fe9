import Notation

/// One round of a route (P6).
public struct Round: Carried {
    public var route = ""
    /// When it was due.
    public var due = Instant(milliseconds: 0)
    /// Who walks; need not be who records.
    public var walker = ""
    /// When the walker was back.
    public var returned: Instant?
    /// When a checkpoint was last looked at.
    public var looked: Instant?
    /// Checkpoints that were looked at, in the order of the ticks.
    public var ticked: [String] = []

    public init() {}

    public static let forwardName = "round"
    public static let fields: [Field<Round>] = [
        Field("route", \.route, "Route."),
        Field("due", \.due, "When it was due."),
        Field("walker", \.walker, "Who walks."),
        Field("returned", \.returned, "When the walker was back."),
        Field("looked", \.looked, "When a checkpoint was last looked at."),
        Field("ticked", \.ticked, "Checkpoints looked at.", presence: .optional),
    ]

    /// When it left.
    public var departed = Instant(milliseconds: 0)

    public static func place(_ item: Round, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.departed = since
        registers.rounds[opener] = item
    }

    /// The next checkpoint in order that has not been looked at.
    public func next(in estate: Estate) -> Checkpoint? {
        estate.route(route)?.checkpoints.first { !ticked.contains($0) }.flatMap { estate.checkpoint($0) }
    }
}

/// Up to which due time the rounds of a route are accounted for: walked, missed, or unwatched.
public struct RouteAccount: Carried {
    public var route = ""
    public var until = Instant(milliseconds: 0)

    public init() {}
    init(route: String, until: Instant) {
        self.route = route
        self.until = until
    }

    public static let forwardName = "route"
    public static let fields: [Field<RouteAccount>] = [
        Field("route", \.route, "Route."),
        Field("until", \.until, "The latest due time that is accounted for."),
    ]

    public static func place(_ item: RouteAccount, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.accounted[item.route] = item
    }
}

/// A round of the last day that nobody walked to its end (P6): it stands at the handover of the shift that missed it.
public struct MissedRound: Kept {
    public var route = ""
    public var due = Instant(milliseconds: 0)
    public var missing = RoundMissed.Missing.departure
    /// The line that started it, where somebody departed.
    public var round: Int?
    /// For how long after its due time, in minutes.
    static let keptMinutes = 1440

    public init() {}

    public static let forwardName = "missed"
    public static let fields: [Field<MissedRound>] = [
        Field("route", \.route, "Route."),
        Field("due", \.due, "When it was due."),
        Field("missing", \.missing, "What did not happen."),
        Field("round", \.round, "The line that started it, where somebody departed.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: MissedRound]> & Sendable = \.missed
}
