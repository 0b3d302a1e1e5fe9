import Notation

/// Something that happens at the gate: the command that asks for it, the event that records it, the rule that lets it happen and
/// what follows from it.
public protocol Fact: Shaped {
    /// The event's kind, as `visitor.admitted`.
    static var kind: String { get }
    /// The command's name, as `visitor.admit`; nil where only the program itself records it.
    static var command: String? { get }
    /// What it means, for whoever reads the schema.
    static var meaning: String { get }
    /// Whether the guard who recorded it may take it back (Ctrl-U). Handovers and missed rounds cannot be.
    static var canBeWithdrawn: Bool { get }
    /// Whether a later line may correct one of its fields. What the program itself recorded and what was signed at a handover stand as they are.
    static var canBeCorrected: Bool { get }
    /// Fields on which rules were decided: no correction changes them, the step is taken again instead.
    static var decisive: Set<String> { get }
    /// Whether it happens by being written, so that it takes no other time: who is responsible changes with the line (G10).
    static var happensWhenWritten: Bool { get }
    /// Whether it may be written into the room that is kept for it on a full disk: leavings, the shift and emergencies.
    static var usesReserve: Bool { get }

    /// The rule: the fact with its derived fields filled in, or why it must not happen. Pure.
    func decided(in situation: Situation) throws(Refusal) -> Self
    /// The fact as what a line says: one that is about other lines says so.
    var event: Event { get }
    /// The consequences. Pure; never fails, since it has happened.
    func evolve(_ registers: inout Registers, _ stamp: Stamp)
}

extension Fact {
    public static var command: String? { nil }
    public static var canBeWithdrawn: Bool { true }
    public static var canBeCorrected: Bool { command != nil && !happensWhenWritten }
    public static var usesReserve: Bool { false }
    public static var happensWhenWritten: Bool { false }
    public static var decisive: Set<String> { [] }
    public var event: Event { .fact(self) }
    public func decided(in situation: Situation) throws(Refusal) -> Self { self }
}

/// When, where and by whom a fact was recorded.
public struct Stamp: Equatable, Sendable {
    /// The line's sequence number.
    public var n: Int
    /// Entry time.
    public var t: Instant
    /// Event time, where it differs.
    public var at: Instant?
    public var by: String
    /// The post where it was written.
    public var post: String
    /// The line's seal; empty while it is not written.
    public var seal: String

    public init(n: Int, t: Instant, at: Instant? = nil, by: String, post: String, seal: String = "") {
        self.seal = seal
        self.n = n
        self.t = t
        self.at = at
        self.by = by
        self.post = post
    }

    /// When it happened.
    public var happened: Instant { at ?? t }
    /// Entered more than an hour after it happened: it shows as late (G8).
    public var isLate: Bool { at.map { t.minutes(since: $0) > 60 } ?? false }
    /// Whether somebody of flesh and blood wrote it: neither the program itself nor a device.
    public var isByPerson: Bool { by != "gatebook" && !by.hasPrefix("device:") }
}

/// What a rule may look at: the estate, the latest state, and who asks when and where.
public struct Situation: Sendable {
    public let estate: Estate
    public let registers: Registers
    public let now: Instant
    /// When it happened, if that was earlier.
    public let at: Instant?
    public let by: String
    public let post: String
    /// When the guard who holds the post last wrote there; nil where the page does not say it.
    public let holderWrote: Instant?

    public init(estate: Estate, registers: Registers, now: Instant, at: Instant? = nil, by: String, post: String, holderWrote: Instant? = nil) {
        self.holderWrote = holderWrote
        self.estate = estate
        self.registers = registers
        self.now = now
        self.at = at
        self.by = by
        self.post = post
    }

    /// When it happened.
    public var happened: Instant { at ?? now }
}
