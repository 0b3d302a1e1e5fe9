import Notation

/// What happened in a stretch of time: the figures of a shift's report.
public struct ShiftTally: Equatable, Sendable {
    public let from: Instant
    public let until: Instant
    /// Events by kind.
    public private(set) var counts: [String: Int] = [:]
    /// Signatures that a witness gave and nobody has confirmed, by their lines.
    public var witnessed: [Int] { open.sorted() }
    private var open: Set<Int> = []
    /// Times that a post was taken though its guard had not handed it over (P5).
    public private(set) var seized = 0
    /// People let in, all parties together; an admission that was taken back let nobody in.
    public var people: Int { admitted.values.reduce(0, +) }
    /// Up to which line the report looked.
    public private(set) var lastNumber = 0
    private var parties: [Int: Int] = [:]
    private var withdrawn: Set<Int> = []
    private var kinds: [Int: String] = [:]
    /// People of each admission that counts, by its line.
    private var admitted: [Int: Int] = [:]

    public init(from: Instant, until: Instant) {
        self.from = from
        self.until = until
    }

    /// Counts one event, brought-forward ones excepted. A missed round counts for when it was due: nobody may write until long after.
    public mutating func note(_ event: Event, _ stamp: Stamp) {
        lastNumber = max(lastNumber, stamp.n)
        if case .fact(let fact) = event, let registered = fact as? VisitorRegistered { parties[registered.ref] = min(registered.count, Situation.people.upperBound) }
        if case .fact(let fact) = event, let forward = fact as? Forward<Visit> { parties[forward.ref] = forward.item.heads }
        if case .withdrawal(let withdrawal) = event { open.remove(withdrawal.ref) }
        if case .withdrawal(let withdrawal) = event, let kind = kinds[withdrawal.ref] {
            counts[kind, default: 1] -= 1
            admitted[withdrawal.ref] = nil
        }
        if case .fact(let fact) = event, let confirmed = fact as? SignatureConfirmed { open.remove(confirmed.ref) }
        let kind = type(of: event.shape).kind
        let time = event.shape.roundDue ?? stamp.t
        guard time >= from, time < until, !kind.hasPrefix("forward.") else { return }
        kinds[stamp.n] = kind
        if case .fact(let fact) = event, (fact as? any Signed)?.signed == .witness { open.insert(stamp.n) }
        counts[kind, default: 0] += 1
        if case .fact(let fact) = event, let taken = fact as? PostTaken, taken.taking == .unattended, taken.before != nil { seized += 1 }
        if case .fact(let fact) = event, let visitor = fact as? VisitorAdmitted { admitted[stamp.n] = parties[visitor.ref] ?? 1 }
    }
}

extension Fact {
    /// When the round was due that it says was missed.
    fileprivate var roundDue: Instant? { (self as? RoundMissed)?.due }
}

extension Estate {
    /// The shift that runs at `now`, with its start and end.
    public func shift(at now: Instant) -> (shift: Shift, from: Instant, until: Instant)? {
        let clock = ClockTime(now, in: zone)
        let today = Day(now, in: zone)
        for shift in shifts {
            if shift.start < shift.end, shift.start <= clock, clock < shift.end {
                return (shift, today.at(shift.start, in: zone), today.at(shift.end, in: zone))
            }
            guard shift.start >= shift.end, clock >= shift.start || clock < shift.end else { continue }
            let first = clock >= shift.start ? today : today.adding(days: -1)
            return (shift, first.at(shift.start, in: zone), first.adding(days: 1).at(shift.end, in: zone))
        }
        return nil
    }
}
