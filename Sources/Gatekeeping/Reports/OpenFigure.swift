import Notation

/// What is open now, as one number each.
public enum OpenFigure: String, CaseIterable, Sendable {
    case people, vehicles, occurrences, evidence, detained, defects, tasks, things, passes, exceptions, matters

    /// How many are open.
    public func value(_ registers: Registers, _ estate: Estate, _ now: Instant) -> Int {
        switch self {
        case .people: OnSite(registers, estate: estate, now: now).count
        case .vehicles: OnSite(registers, estate: estate, now: now).vehicles.count
        case .occurrences: registers.occurrences.count
        case .evidence: registers.evidence.count
        case .detained: registers.detained.count
        case .defects: registers.defects.count
        case .tasks: registers.tasks.count
        case .things: registers.things.count
        case .passes: registers.passes.count
        case .exceptions: registers.exceptions.count
        case .matters: registers.matters.count
        }
    }
}
