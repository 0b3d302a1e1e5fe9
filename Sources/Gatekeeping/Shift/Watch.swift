import Notation

/// A console that was opened and not closed.
public struct ConsolePresence: Carried {
    public var post = ""

    public init() {}

    public static let forwardName = "console"
    public static let fields: [Field<ConsolePresence>] = [Field("post", \.post, "The post it serves.", presence: .optional)]

    public static func place(_ item: ConsolePresence, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.consoles[opener] = item
    }
}

/// A time in which the program did not run though it should have.
public struct Outage: Carried {
    public var from = Instant(milliseconds: 0)
    public var until = Instant(milliseconds: 0)

    public init() {}

    public static let forwardName = "outage"
    public static let fields: [Field<Outage>] = [
        Field("from", \.from, "The last line before it."), Field("until", \.until, "The next start."),
    ]

    public static func place(_ item: Outage, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.outages[opener] = item
    }
}

/// A console was opened.
public struct ConsoleOpened: Fact {
    public static let kind = "console.opened"
    public static let meaning = "A console was opened. After an unclean end it names the time in which the program did not run; and so after it was closed while somebody held a post."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    /// No other console runs: those that the book calls open have died.
    public var isAlone = false
    /// After an unclean end: the last line before it.
    public var lastEntry: Instant?

    public init() {}
    public init(isAlone: Bool, lastEntry: Instant?) {
        self.isAlone = isAlone
        self.lastEntry = lastEntry
    }

    public static let fields: [Field<ConsoleOpened>] = [
        Field("alone", \.isAlone, "No other console runs.", presence: .optional),
        Field("outageSince", \.lastEntry, "After an unclean end, the last line before it; or since when no console ran though somebody held a post."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> ConsoleOpened {
        try situation.requireProgram()
        var copy = self
        if !isAlone || situation.registers.consoles.isEmpty { copy.lastEntry = nil }
        if isAlone, situation.registers.consoles.isEmpty { copy.lastEntry = situation.pause }
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if isAlone { registers.consoles = [:] }
        if let lastEntry {
            var outage = Outage()
            outage.from = lastEntry
            outage.until = stamp.t
            registers.outages[stamp.n] = outage
        }
        var console = ConsolePresence()
        console.post = stamp.post
        registers.consoles[stamp.n] = console
        registers.unwatchedSince = nil
    }
}

extension Situation {
    /// Since when no console has run though somebody held a post: what happened then stands nowhere, and passes at the handover (G10). A program that
    /// was only started again has no pause.
    fileprivate var pause: Instant? {
        guard let since = registers.unwatchedSince, !registers.custody.isEmpty, now.minutes(since: since) >= 15 else { return nil }
        return since
    }
}

/// A console was closed in the ordinary way.
public struct ConsoleClosed: Fact {
    public static let kind = "console.closed"
    public static let meaning = "A console was closed in the ordinary way."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    public var ref = 0

    public init() {}
    public init(ref: Int) { self.ref = ref }

    public static let fields: [Field<ConsoleClosed>] = [Field("ref", \.ref, "The line that opened it.")]

    public func decided(in situation: Situation) throws(Refusal) -> ConsoleClosed {
        try situation.requireProgram()
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.consoles[ref] = nil
        if registers.consoles.isEmpty { registers.unwatchedSince = stamp.t }
    }
}

/// What was kept on paper during an outage has been entered, or there was nothing.
public struct OutageSettled: Fact {
    public static let kind = "outage.settled"
    public static let command: String? = "outage.settle"
    public static let meaning = "What was kept on paper during an outage has been entered, or there was nothing."

    public var ref = 0
    public var text: String?

    public init() {}

    public static let fields: [Field<OutageSettled>] = [
        Field("ref", \.ref, "The line that found the outage."),
        Field("text", \.text, "Remark."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> OutageSettled {
        try situation.requireStaff()
        guard situation.registers.outages[ref] != nil else { throw .nothingThere(ref: ref) }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.outages[ref] = nil }
}
