import Notation
import Testing

@testable import Gatekeeping

extension MatterReceived {
    static func from(_ kind: String, topic: String = "noise", unit: String? = "3-1502", urgent: Bool = false, promised: Instant? = nil) -> MatterReceived {
        fact {
            ($0.matter, $0.topic, $0.unit, $0.isUrgent, $0.promised) = (Matter.Kind(rawValue: kind) ?? .complaint, topic, unit, urgent, promised)
            ($0.who, $0.phone, $0.what) = ("王小明", "13800138000", "夜裡有人拖家具")
        }
    }
}

/// The way of matters through the desk.
extension Scene {
    @discardableResult
    mutating func receive(_ kind: String, topic: String = "noise", unit: String? = "3-1502", urgent: Bool = false) throws -> Int {
        try given(MatterReceived.from(kind, topic: topic, unit: unit, urgent: urgent), by: "W01", post: "main")
    }

    mutating func verify(_ ref: Int, valid: Bool = true) throws {
        try given(fact(MatterVerified.self) { ($0.ref, $0.isValid, $0.reason) = (ref, valid, "去看過") }, by: "W01")
    }

    mutating func report(_ ref: Int, to department: String = "works") throws {
        try given(fact(MatterReported.self) { ($0.ref, $0.department, $0.director) = (ref, department, "D01") }, by: "W01")
    }

    mutating func handOn(_ ref: Int, to department: String) throws {
        try given(fact(MatterHandedOn.self) { ($0.ref, $0.department, $0.why) = (ref, department, "歸他們管") }, by: "W01")
    }

    mutating func plan(_ ref: Int, until: Instant? = nil) throws {
        try given(fact(MatterPlanned.self) { ($0.ref, $0.text, $0.until) = (ref, "上門勸說", until) }, by: "W01")
    }

    /// - Parameter seal: of the line; nil for one that no draw has seen.
    mutating func resolve(_ ref: Int, seal: String? = nil) throws {
        let resolved = fact(MatterResolved.self) { ($0.ref, $0.text) = (ref, "已解決") }
        guard let seal else {
            try given(resolved, by: "W01")
            return
        }
        guard case .event(let event) = try Command(resolved, by: "W01", post: "main").decide(on: state, in: estate, now: now) else { return }
        n += 1
        state.evolve(event, Stamp(n: n, t: now, by: "W01", post: "main", seal: seal))
    }

    mutating func answer(_ ref: Int, _ replies: [Reply] = Reply.allCases) throws {
        for reply in replies { try given(fact(MatterAnswered.self) { ($0.ref, $0.to, $0.text) = (ref, reply, "電話回復") }, by: "W01") }
    }

    mutating func revisit(_ ref: Int?, _ outcome: RevisitMade.Outcome = .content, unit: String = "", by officer: String = "W02", promised: Instant? = nil) throws {
        try given(
            fact(RevisitMade.self) { ($0.ref, $0.unit, $0.officer, $0.opinion, $0.outcome, $0.promised) = (ref, unit, officer, "還好", outcome, promised) }, by: officer)
    }

    mutating func close(_ ref: Int) throws { try given(fact(MatterClosed.self) { $0.ref = ref }, by: "W01") }

    func matter(_ ref: Int) throws -> Matter { try #require(state.registers.matters[ref]) }

    /// A complaint or a repair that is done and answered.
    mutating func answered(_ kind: String, topic: String = "noise", unit: String? = "3-1502", seal: String? = nil) throws -> Int {
        let ref = try receive(kind, topic: topic, unit: unit)
        try verify(ref)
        try report(ref)
        try plan(ref)
        try resolve(ref, seal: seal)
        try answer(ref)
        return ref
    }
}
