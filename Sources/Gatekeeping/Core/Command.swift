import Notation

/// The longest id of a caller's own, in bytes: twenty of them go into one brought-forward line.
let longestCommandID = 64

/// A command with its envelope: who wants what, where, and when it happened.
public struct Command: Equatable, Sendable {
    public var event: Event
    /// Who asks.
    public var by: String
    /// The post it is asked from.
    public var post: String
    /// When it happened, if earlier than now.
    public var at: Instant?
    /// The caller's own id: the same one again is answered with the same line.
    public var id: String?

    public init(_ fact: any Fact, by: String, post: String, at: Instant? = nil, id: String? = nil) {
        event = Event(fact)
        self.by = by
        self.post = post
        self.at = at
        self.id = id
    }

    /// The same without what it took at the keyboard: what it says.
    public var withoutEffort: Command {
        guard case .fact(let fact) = event, var admission = fact as? any Timed else { return self }
        admission.effort = nil
        var copy = self
        copy.event = .fact(admission)
        return copy
    }

    /// What the rules make of it on a state: the event to write, or the line that it became before.
    /// - Parameter earlier: finds what a line of an earlier page says; nil where it is the program's own, or nobody can read it. Throws for one that
    ///   was taken back.
    public func decide(
        on state: GateState, in estate: Estate, now: Instant, earlier: (Int) throws(Refusal) -> Event? = { _ in nil }
    ) throws(Refusal) -> Decided {
        do throws(Refusal) {
            return try judge(state, estate, now, earlier)
        } catch .nothingThere(let ref) where ref < 1 || ref > state.entries.last?.stamp.n ?? ref {
            throw .neverWritten(ref: ref)
        }
    }

    private func judge(_ state: GateState, _ estate: Estate, _ now: Instant, _ earlier: (Int) throws(Refusal) -> Event?) throws(Refusal) -> Decided {
        if let id, let n = state.commands[CommandID(id)] { return .already(n) }
        if let id, id.utf8.count > longestCommandID { throw .tooLong(bytes: id.utf8.count) }
        if let at, at.minutes(since: now) > 5 { throw .timeInFuture }
        if let at, at != now, type(of: event.shape).happensWhenWritten { throw .onlyNow }
        guard estate.post(post) != nil || by == "gatebook" else { throw .unknownPost(post) }
        let wrote = event.shape is PostTaken ? state.holderWrote(at: post) : nil
        let situation = Situation(estate: estate, registers: state.registers, now: now, at: at, by: by, post: post, holderWrote: wrote)
        // As if it were written, with the longest number.
        let stamp = Stamp(n: .max, t: now, by: by, post: post)
        switch event {
        case .fact(let fact):
            let decided = try fact.withShownPlate.decided(in: situation)
            try state.registers.requireForwardable(after: decided, stamp, in: estate.zone)
            return .event(Event(decided))
        case .withdrawal(let withdrawal):
            try situation.requireStaff()
            try withdrawal.decided(on: state, in: situation)
            return .event(event)
        case .correction(let correction):
            let decided = try correction.decided(on: state, in: situation, earlier)
            try state.requireForwardable(after: decided, stamp, in: estate.zone)
            return .event(.correction(decided))
        case .commandIDs: throw .unknownCommand(CommandIDs.kind, nearest: nil)
        }
    }

    /// What a command came to.
    public enum Decided: Equatable, Sendable {
        case event(Event)
        case already(Int)
    }
}
