import Gatekeeping
import Journal
import Notation

/// The bridge from lines of the journal to facts of the gate.
public struct GateLedger: Ledger {
    public let zone: Zone

    public init(zone: Zone) { self.zone = zone }

    public var beginning: GateState { GateState() }

    public func evolve(_ state: inout GateState, by line: Line) -> Bool {
        if line.e == PageKind.opened || line.e == PageKind.ready { return true }
        var fields = line.fields
        let id = fields["id"]?.string
        fields["id"] = nil
        guard let event = Event(kind: line.e, fields) else { return false }
        state.evolve(event, line.stamp, command: id)
        return true
    }

    public func broughtForward(from state: GateState, at now: Instant) -> [Draft] {
        state.broughtForward(at: now).map { fact in
            Draft(g: "", by: "gatebook", e: type(of: fact).kind, fields: fact.object(in: zone))
        }
    }
}

extension Line {
    /// When, where and by whom the line was written.
    public var stamp: Stamp { Stamp(n: n, t: t, at: at, by: by, post: g) }
}
