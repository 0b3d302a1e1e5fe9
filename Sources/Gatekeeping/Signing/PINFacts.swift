import Notation

/// Somebody who has a PIN. The PIN itself is nowhere in the journal.
public struct PINHeld: Carried {
    public var number = ""

    public init() {}
    init(number: String) { self.number = number }

    public static let forwardName = "pin"
    public static let fields: [Field<PINHeld>] = [Field("guard", \.number, "Number of who has a PIN.")]

    public static func place(_ item: PINHeld, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.pins[item.number] = since
    }
}

/// Somebody got a PIN, or another one. Whoever allowed it writes the line: they themselves, or a supervisor.
public struct PINSet: Fact {
    public static let kind = "pin.set"
    public static let meaning = "Somebody got a PIN or another one, by themselves or by a supervisor. The PIN itself is never in the journal."
    public static let canBeWithdrawn = false

    public var number = ""

    public init() {}
    public init(number: String) { self.number = number }

    public static let fields: [Field<PINSet>] = [Field("guard", \.number, "Number of who has the PIN.")]

    public func decided(in situation: Situation) throws(Refusal) -> PINSet {
        try situation.requireStaff()
        guard situation.estate.person(number) != nil else { throw .unknownGuard(number) }
        guard situation.by == number || situation.estate.person(situation.by)?.isSupervisor == true else { throw .notSupervisor(situation.by) }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.pins[number] = stamp.t }
}

/// Wrong PINs for one person: one line for all until a right one, or until the pause.
public struct PINRefused: Fact {
    public static let kind = "pin.refused"
    public static let meaning = "Wrong PINs were given for somebody: how many before the right one, or before the pause that five of them bring."
    public static let canBeWithdrawn = false
    public static let usesReserve = true

    public var number = ""
    public var count = 0
    public var until: Instant?

    public init() {}
    public init(number: String, count: Int, until: Instant?) { (self.number, self.count, self.until) = (number, count, until) }

    public static let fields: [Field<PINRefused>] = [
        Field("guard", \.number, "Whose PIN it should have been."),
        Field("count", \.count, "How many wrong ones in a row."),
        Field("until", \.until, "Until when no PIN of theirs is taken; missing where the right one followed."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> PINRefused {
        try situation.requireProgram()
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
