import Gatekeeping
import Journal
import Notation

/// The bridge from lines of the journal to facts of the gate.
public struct GateLedger: Ledger {
    private let estate: Estate
    public var zone: Zone { estate.zone }

    public init(_ estate: Estate) { self.estate = estate }

    public var beginning: GateState { GateState() }

    public func evolve(_ state: inout GateState, by line: Line) -> Bool {
        if line.e == PageKind.opened || line.e == PageKind.ready { return true }
        guard let event = line.event else { return false }
        state.evolve(event, line.stamp, command: line.fields["id"]?.string)
        return true
    }

    public func addedLater(to kind: String) -> Set<String> {
        switch kind {
        case Forward<Defect>.kind: ["told", "late", "repaired"]
        case Forward<Custody>.kind: ["toldSince"]
        case Forward<LineAnswer>.kind: ["saw", "asked"]
        case Forward<Thing>.kind: ["late", "post", "moved"]
        case Forward<Evidence>.kind: ["passed", "late"]
        case Forward<Occurrence>.kind: ["doneAt", "owed", "post", "entered"]
        case Forward<Detained>.kind: ["late", "post"]
        case Forward<GoodsPass>.kind: ["late", "used"]
        case Forward<DutyTask>.kind, Forward<Exception>.kind: ["late"]
        case Forward<Visit>.kind: ["stepped"]
        case Forward<Round>.kind: ["looked"]
        case Forward<MissedRound>.kind: ["round"]
        default: []
        }
    }

    public func faults(of line: Line, in state: GateState) -> [String] {
        guard Breach.kinds.contains(line.e) else { return [] }
        return line.event?.breaches(on: state.registers, by: line.by, post: line.g).map(\.rawValue) ?? []
    }

    public func tellsCustody(_ line: Line) -> Bool { CustodyTimeline.kinds.contains(line.e) }

    public func gaps(in lines: [CustodyLine], until end: Instant?) -> [(index: Int, gap: CustodyGap)] {
        var timeline = CustodyTimeline(estate)
        var found: [(index: Int, gap: CustodyGap)] = []
        var left: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            guard let event = line.line.event else { continue }
            if line.line.e == PostLeft.kind { left[line.line.g] = index }
            if let gap = timeline.note(event, line.line.stamp, machine: line.written.machine, lastSigns: line.lastSigns) { found.append((index, gap.inZone(zone))) }
        }
        let never = (end.map { timeline.neverTaken(until: $0) } ?? []).map { (0, CustodyGap(post: $0.post, from: $0.from, until: nil, minutes: nil, zone: zone)) }
        return found + timeline.open(at: end).compactMap { gap in left[gap.post].map { ($0, gap.inZone(zone)) } } + never
    }

    public func broughtForward(from state: GateState, at now: Instant) -> [Draft] {
        state.broughtForward(at: now).map { fact in
            Draft(g: "", by: "gatebook", e: type(of: fact).kind, fields: fact.object(in: zone).fittingForward)
        }
    }
}

extension CustodyTimeline.Gap {
    fileprivate func inZone(_ zone: Zone) -> CustodyGap { CustodyGap(post: post, from: from, until: until, minutes: minutes, isClockMoved: moved != nil, zone: zone) }
}

extension Line {
    /// What the line says; nil for a kind or fields that this program does not know.
    var event: Event? {
        var fields = fields
        fields["id"] = nil
        return Event(kind: e, fields)
    }

    /// When, where and by whom the line was written.
    public var stamp: Stamp { Stamp(n: n, t: t, at: at, by: by, post: g, seal: seal) }
}
