import Gatekeeping
import Notation
import Wording

/// How what is open is counted in the newest page.
extension OpenFigure {
    /// The figure, what it is now, and the command that says the same.
    /// - Parameter isPast: the registers are those of an earlier `time`, and all pages until then are read.
    public func explanation(_ registers: Registers, _ estate: Estate, at time: Instant, isPast: Bool = false, _ language: Language) -> Explanation {
        let page = isPast ? PageQuery.all.until(time, in: estate.zone) : .newest
        return Explanation(figure: OpenWords.name(self)[language], value: String(value(registers, estate, time)), command: command(page))
    }

    /// The figure, and behind it those of each single one: how long whoever is inside is over time.
    public func explanations(_ registers: Registers, _ estate: Estate, at time: Instant, isPast: Bool = false, _ language: Language) -> [Explanation] {
        [explanation(registers, estate, at: time, isPast: isPast, language)] + overstays(OnSite(registers, estate: estate, now: time)).map { line, minutes in
            let page = isPast ? PageQuery.all.until(time, in: estate.zone) : .newest
            let allowed = estate.purposes.reduce(into: JSONObject()) { $0[$1.id] = .integer($1.allowedMinutes) }
            return Explanation(
                figure: "\(Words.over[language]) #\(line)", value: String(minutes), command: page.minutesOver(of: line, at: time, allowed: allowed, in: estate.zone))
        }
    }

    private func overstays(_ board: OnSite) -> [(line: Int, minutes: Int)] {
        switch self {
        case .people: board.people.compactMap { person in person.over.map { (person.ref, $0) } }
        case .vehicles: board.vehicles.compactMap { vehicle in vehicle.over.map { (vehicle.ref, $0) } }
        case .occurrences, .evidence, .detained, .defects, .tasks, .things, .passes, .exceptions, .matters: []
        }
    }

    private func command(_ page: PageQuery) -> String {
        switch self {
        case .people: page.peopleInside
        case .vehicles: page.vehiclesInside
        case .occurrences: page.open(
            says(OccurrenceOpened.kind) + " or (" + says(HandoverAnswered.kind) + " and $x.occurrence)", forward: Occurrence.forwardName, closes: says(OccurrenceResolved.kind), canBeUndone: true)
        case .evidence:
            page.open(says(EvidenceTaken.kind), forward: Evidence.forwardName, closes: says(EvidencePassed.kind) + " and $x.leaving == \"out\"")
        case .detained: page.open(says(PersonDetained.kind), forward: Detained.forwardName, closes: says(PersonReleased.kind))
        case .defects:
            page.open(
                says(DefectFound.kind) + " or ((" + says(RoundTicked.kind) + " or " + says(CheckpointLooked.kind) + ") and $x.result == \"damaged\") or (" + says(PostTaken.kind) + " and ($x.missing or $x.remark))"
                    + " or (" + says(HandoverAnswered.kind) + " and $x.answer == \"accepted\" and $x.count != $x.expected and ($x.defect | not) and ($x.item | test(\"^(thing|equipment|badges)\")))",
                forward: Defect.forwardName, closes: says(DefectConfirmed.kind) + " and $x.good", canBeUndone: true)
        case .tasks: page.open(says(TaskGiven.kind), forward: DutyTask.forwardName, closes: says(TaskFinished.kind))
        case .things:
            page.open(
                says(ThingKept.kind) + " or (" + says(VisitorLeft.kind) + " and $x.badgeOut)", forward: Thing.forwardName,
                closes: says(ThingFetched.kind) + " or (" + says(ThingReturned.kind) + " and $x.ofStock)")
        case .passes: page.open(says(PassIssued.kind), forward: GoodsPass.forwardName, closes: says(PassCancelled.kind) + " or (" + says(GoodsLetOut.kind) + " and ($x.remaining // 0) == 0)", uses: "pass")
        case .matters:
            page.open(
                says(MatterReceived.kind) + " or (" + says(RevisitMade.kind) + " and $x.opens)", forward: Matter.forwardName, closes: says(MatterClosed.kind))
        case .exceptions:
            page.open(
                says(ExceptionGranted.kind), forward: Exception.forwardName, closes: says(ExceptionConfirmed.kind))
        }
    }

    private func says(_ kind: String) -> String { "$x.e == \"\(kind)\"" }
}
