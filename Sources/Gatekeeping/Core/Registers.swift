import Notation

/// All that is open at the gate now: the fold of the facts. What is settled is no longer in it.
public struct Registers: Equatable, Sendable {
    /// Visits by the number of the line that opened them: expected, at the gate, inside.
    public var visits: [Int: Visit] = [:]
    /// Vehicles registered or inside, by the number of the line that opened them.
    public var stays: [Int: Stay] = [:]
    public var occurrences: [Int: Occurrence] = [:]
    /// Evidence that is still in somebody's hands here (G13).
    public var evidence: [Int: Evidence] = [:]
    /// People who were detained and not yet handed over or let go (G4).
    public var detained: [Int: Detained] = [:]
    /// What superiors asked for and is not done (S9).
    public var tasks: [Int: DutyTask] = [:]
    /// What the post keeps or has lent (G6).
    public var things: [Int: Thing] = [:]
    /// Passes for goods that have not left (放行條).
    public var passes: [Int: GoodsPass] = [:]
    /// What guards are certified for, where it has an end (S7).
    public var certificates: [Int: Certificate] = [:]
    /// Who has read which order, by the order's id (S1).
    public var readings: [String: OrderReading] = [:]
    /// Alerts that were put off, by their keys and posts.
    public var postponed: [String: Postponed] = [:]
    /// The latest inspection of each post, by its id (S2).
    public var inspected: [String: Instant] = [:]
    /// Rounds that are under way, or back for less than an hour.
    public var rounds: [Int: Round] = [:]
    public var defects: [Int: Defect] = [:]
    /// Exceptions that the supervisor has not confirmed.
    public var exceptions: [Int: Exception] = [:]
    /// The relief's answers in handovers that are under way (G10).
    public var answers: [Int: LineAnswer] = [:]
    /// What handovers sent to the supervisor and nobody has confirmed (G10).
    public var referrals: [Int: Referral] = [:]
    /// Rounds of the last day that were missed (P6).
    public var missed: [Int: MissedRound] = [:]
    /// Who holds each post, by post id.
    public var custody: [String: Custody] = [:]
    /// The latest due time of each route that is accounted for, by route id.
    public var accounted: [String: RouteAccount] = [:]
    /// Outages whose paper entries have not been settled.
    public var outages: [Int: Outage] = [:]
    /// Consoles that were opened and not closed.
    public var consoles: [Int: ConsolePresence] = [:]
    /// When the last console closed, if none has been opened since.
    public var unwatchedSince: Instant?
    /// Who has a PIN, by number, and since when it is this one.
    public var pins: [String: Instant] = [:]
    /// Signatures that a witness gave and no supervisor has confirmed.
    public var witnessed: [Int: WitnessedSignature] = [:]
    /// Complaints, suggestions, enquiries and repairs that are not closed (C5).
    public var matters: [Int: Matter] = [:]
    /// Homes that were visited by plan, by officer, area and quarter (R5).
    public var callings: [String: Calling] = [:]
    /// Activities of the year that took place (R1).
    public var held: [String: HeldActivity] = [:]
    /// Last look at each checkpoint, by its id.
    public var looks: [String: Instant] = [:]
    /// When the book began: rounds before are nobody's.
    public var began: Instant?

    public init() {}

    /// What is brought forward by the number of its line and needs nothing more.
    static let kept: [any Kept.Type] = [
        Evidence.self, Detained.self, DutyTask.self, Thing.self, GoodsPass.self, Certificate.self, LineAnswer.self, Referral.self,
        MissedRound.self, WitnessedSignature.self, Matter.self,
    ]
}

/// The registers together with the page they come from: enough to amend an event of the page and fold again.
public struct GateState: Equatable, Sendable {
    /// A fact with its stamp.
    public struct Entry: Equatable, Sendable {
        public let stamp: Stamp
        public let event: Event
    }

    public private(set) var registers = Registers()
    /// The facts of the page, brought-forward ones included, as they stand after corrections.
    public private(set) var entries: [Entry] = []
    /// Lines that were taken back.
    public private(set) var withdrawn: Set<Int> = []
    /// Lines that were corrected.
    public private(set) var corrected: Set<Int> = []
    /// Line numbers of commands by the caller's own id.
    public private(set) var commands: [CommandID: Int] = [:]

    public init() {}

    /// Folds one fact in.
    public mutating func evolve(_ event: Event, _ stamp: Stamp, command: String? = nil) {
        if registers.began == nil { registers.began = stamp.t }
        if let command { commands[CommandID(command)] = stamp.n }
        entries.append(Entry(stamp: stamp, event: event))
        switch event {
        case .fact(let fact): fact.evolve(&registers, stamp)
        case .withdrawal(let withdrawal): withdraw(withdrawal.ref)
        case .correction(let correction): correct(correction)
        case .commandIDs(let ids): commands.merge(ids.numbers) { $1 }
        }
    }

    private mutating func withdraw(_ n: Int) {
        withdrawn.insert(n)
        foldAgain()
    }

    private mutating func correct(_ correction: Correction) {
        guard let index = entries.firstIndex(where: { $0.answers(to: correction.ref) }),
            case .fact(let fact) = entries[index].event,
            let amended = fact.setting(correction.field, correction.value)
        else { return }
        entries[index] = Entry(stamp: entries[index].stamp, event: .fact(amended))
        corrected.insert(correction.ref)
        foldAgain()
    }

    private mutating func foldAgain() {
        let began = registers.began
        registers = Registers()
        registers.began = began
        for entry in entries where !withdrawn.contains(entry.stamp.n) {
            if case .fact(let fact) = entry.event { fact.evolve(&registers, entry.stamp) }
        }
    }

    /// When the guard who holds a post last wrote there.
    func holderWrote(at post: String) -> Instant? {
        guard let holder = registers.custody[post]?.holder else { return nil }
        return entries.last { $0.stamp.by == holder && $0.stamp.post == post }?.stamp.t
    }

    /// The entry that stands for line `n`: the line itself, or what was brought forward of it.
    public func entry(_ n: Int) -> Entry? { entries.first { $0.answers(to: n) } }
}

extension GateState.Entry {
    func answers(to n: Int) -> Bool {
        if stamp.n == n { return true }
        if case .fact(let fact) = event, let forward = fact as? any Forwarding { return forward.opener == n }
        return false
    }
}

extension Fact {
    /// The fact with one field replaced by a text from a form; nil if the field is unknown or does not take it.
    func setting(_ name: String, _ text: String) -> (any Fact)? {
        var copy = self
        for value in [Int(text).map(JSON.integer), Bool(text).map(JSON.bool), .string(text)].compactMap({ $0 }) {
            if (try? copy.set(name, value)) != nil { return copy }
        }
        return nil
    }
}
