import Notation

/// An alert that was put off: it comes back at its time.
public struct Postponed: Carried {
    /// The alert, by its key.
    public var alert = ""
    public var until = Instant(milliseconds: 0)

    public init() {}
    init(alert: String, until: Instant) {
        self.alert = alert
        self.until = until
    }

    public static let forwardName = "postponed"
    public static let fields: [Field<Postponed>] = [
        Field("alert", \.alert, "The alert, as kind:line."),
        Field("until", \.until, "When it comes back."),
    ]

    public static func place(_ item: Postponed, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.postponed[item.alert] = item
    }
}

/// An alert was put off, with the reason; it comes back by itself.
public struct AlertPostponed: Fact {
    public static let kind = "alert.postponed"
    public static let command: String? = "alert.postpone"
    public static let meaning = "An alert was put off with a reason, for twelve hours at most; it comes back by itself."

    public var alert = ""
    public var until = Instant(milliseconds: 0)
    public var reason = ""

    public init() {}

    /// The longest postponement in minutes: a shift and a half.
    static let longest = 12 * 60

    public static let fields: [Field<AlertPostponed>] = [
        Field("alert", \.alert, "The alert, as kind:line."),
        Field("until", \.until, "When it comes back."),
        Field("reason", \.reason, "Why."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> AlertPostponed {
        try situation.requireOnDuty()
        let custody = situation.registers.custody[situation.post]
        let open = Alerts(situation.registers, estate: situation.estate, now: situation.now, post: situation.post, holder: custody?.holder ?? "").all
        try situation.estate.require(alert, in: open.map(\.key), field: "alert")
        try situation.require(reason, field: "reason")
        guard until > situation.now, until.minutes(since: situation.now) <= AlertPostponed.longest else { throw .postponedTooLong(hours: AlertPostponed.longest / 60) }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.postponed = registers.postponed.filter { $0.value.until > stamp.t }
        registers.postponed[alert] = Postponed(alert: alert, until: until)
    }
}
