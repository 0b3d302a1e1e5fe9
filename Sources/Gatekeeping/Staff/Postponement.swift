import Notation

/// An alert that was put off: it comes back at its time, or sooner when another guard holds the post or what it is about has changed.
public struct Postponed: Carried {
    /// The alert, by its key.
    public var alert = ""
    public var until = Instant(milliseconds: 0)
    /// Where it was put off; nil in lines of versions that put off an alert for everybody and until its time.
    public var post: String?
    /// Who held the post then.
    public var holder: String?
    /// Since when they were on duty.
    public var shift: Instant?
    /// How what it is about stood then.
    public var state: String?

    public init() {}

    public static let forwardName = "postponed"
    public static let fields: [Field<Postponed>] = [
        Field("alert", \.alert, "The alert, as kind:line."),
        Field("until", \.until, "When it comes back."),
        Field("post", \.post, "The post where it was put off."),
        Field("holder", \.holder, "Who held the post then: with the next guard it comes back."),
        Field("shift", \.shift, "Since when they were on duty."),
        Field("state", \.state, "How what it is about stood then: changed, it is a new matter."),
    ]

    public static func place(_ item: Postponed, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.postponed[item.place] = item
    }

    /// Under what it is kept: guards of two posts may put off the same alert.
    var place: String { post.map { "\(alert)@\($0)" } ?? alert }

    /// Whether it still hides an alert. Judged by how things stand and not by what has happened, so that an update that is taken back counts for nothing.
    func hides(_ alert: Alert, state: @autoclosure () -> String?, in registers: Registers, at now: Instant) -> Bool {
        guard self.alert == alert.key, until > now else { return false }
        guard let post else { return true }
        guard let custody = registers.custody[post], custody.holder == holder, custody.since == shift else { return false }
        return state() == self.state
    }
}

/// An alert was put off, with the reason; it comes back by itself.
public struct AlertPostponed: Fact {
    public static let kind = "alert.postponed"
    public static let command: String? = "alert.postpone"
    public static let decisive: Set<String> = ["alert", "until"]
    public static let meaning =
        "An alert was put off with a reason, for twelve hours at most; it comes back by itself, and sooner with the next guard or when what it is about has changed."

    public var alert = ""
    public var until = Instant(milliseconds: 0)
    public var reason = ""
    public var holder: String?
    public var shift: Instant?
    public var state: String?

    public init() {}

    /// The longest postponement in minutes: a shift and a half.
    static let longest = 12 * 60

    public static let fields: [Field<AlertPostponed>] = [
        Field("alert", \.alert, "The alert, as kind:line.", names: .key),
        Field("until", \.until, "When it comes back."),
        Field("reason", \.reason, "Why."),
        Field("holder", \.holder, "Who holds the post: with the next guard it comes back.", presence: .derived),
        Field("shift", \.shift, "Since when they are on duty.", presence: .derived),
        Field("state", \.state, "How what it is about stands: changed, it is a new matter.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> AlertPostponed {
        try situation.requireOnDuty()
        let custody = situation.registers.custody[situation.post]
        let alerts = Alerts(situation.registers, estate: situation.estate, now: situation.now, post: situation.post, holder: custody?.holder ?? "")
        let open = alerts.all
        try situation.estate.require(alert, in: open.map(\.key), field: "alert")
        try situation.require(reason, field: "reason")
        guard until > situation.now, until.minutes(since: situation.now) <= AlertPostponed.longest else { throw .postponedTooLong(hours: AlertPostponed.longest / 60) }
        var copy = self
        (copy.holder, copy.shift) = (custody?.holder, custody?.since)
        copy.state = open.first { $0.key == alert }.flatMap { alerts.state(of: $0) }
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.postponed = registers.postponed.filter { $0.value.until > stamp.t }
        var item = Postponed()
        (item.alert, item.until, item.holder, item.shift, item.state) = (alert, until, holder, shift, state)
        // Lines of earlier versions put an alert off for everybody, and their pages say so.
        item.post = holder == nil ? nil : stamp.post
        registers.postponed[item.place] = item
    }
}
