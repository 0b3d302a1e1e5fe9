import Gatekeeping
import Notation
import Wording

/// What is open now, as one number each, and how it is counted in the newest page.
public enum OpenFigure: String, CaseIterable, Sendable {
    case people, vehicles, occurrences, evidence, detained, defects, tasks, things, passes, exceptions

    /// The figure, what it is now, and the command that says the same.
    public func explanation(_ registers: Registers, _ estate: Estate, at now: Instant, _ language: Language) -> Explanation {
        Explanation(figure: OpenWords.name(self.rawValue)[language], value: String(value(registers, estate, now)), command: command)
    }

    private func value(_ registers: Registers, _ estate: Estate, _ now: Instant) -> Int {
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
        }
    }

    private var command: String {
        let page = PageQuery.newest
        return switch self {
        case .people: page.peopleInside
        case .vehicles: page.vehiclesInside
        case .occurrences: page.open(says(OccurrenceOpened.kind), forward: Occurrence.forwardName, closes: says(OccurrenceResolved.kind))
        case .evidence:
            page.open(says(EvidenceTaken.kind), forward: Evidence.forwardName, closes: says(EvidencePassed.kind) + " and $x.leaving == \"out\"")
        case .detained: page.open(says(PersonDetained.kind), forward: Detained.forwardName, closes: says(PersonReleased.kind))
        case .defects:
            page.open(
                says(DefectFound.kind) + " or (" + says(RoundTicked.kind) + " and $x.result == \"damaged\") or (" + says(PostTaken.kind) + " and ($x.missing or $x.remark))",
                forward: Defect.forwardName, closes: says(DefectConfirmed.kind) + " and $x.good")
        case .tasks: page.open(says(TaskGiven.kind), forward: DutyTask.forwardName, closes: says(TaskFinished.kind))
        case .things: page.open(says(ThingKept.kind), forward: Thing.forwardName, closes: says(ThingFetched.kind))
        case .passes: page.open(says(PassIssued.kind), forward: GoodsPass.forwardName, closes: says(GoodsLetOut.kind) + " and ($x.remaining // 0) == 0")
        case .exceptions:
            page.open(
                says(ExceptionGranted.kind), forward: Exception.forwardName, closes: says(ExceptionConfirmed.kind))
        }
    }

    private func says(_ kind: String) -> String { "$x.e == \"\(kind)\"" }
}
