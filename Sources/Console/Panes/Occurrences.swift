import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The occurrence book: a new one, and what is open with all that hangs on it.
    var occurrences: [Row] {
        let new = Row(id: .command("occurrence"), text: HintWords.newOccurrence[language], style: .accent, hint: HintWords.write, intent: .open(.occurrence("")))
        return [new] + openOccurrences
    }

    /// Open occurrences, the newest first; under each its procedure, whom it detains and its evidence.
    var openOccurrences: [Row] {
        registers.occurrences.sorted { $0.key > $1.key }.flatMap { n, occurrence in
            [row(n, occurrence)] + steps(n, occurrence) + detained(n) + evidence(n)
        } + evidenceWithoutOccurrence
    }

    private func row(_ n: Int, _ occurrence: Occurrence) -> Row {
        let silence = occurrence.silence(in: estate, at: now)
        let kind = estate.occurrenceKind(occurrence.kind)
        let isUrgent = silence != nil || estate.isForPolice(occurrence) && !occurrence.isHandedOver
        let marks = [
            estate.isForPolice(occurrence) ? (occurrence.isHandedOver ? HintWords.withPolice : HintWords.notWithPolice)[language] : nil,
            occurrence.isLate ? HintWords.late[language] : nil, silence.map { HintWords.silent($0)[language] },
        ]
        let told = occurrence.told.isEmpty ? "" : " → " + occurrence.told.joined(separator: language.listSeparator)
        let place = occurrence.place.map { estate.post($0)?.name[language] ?? $0 } ?? ""
        return Row(
            id: .occurrence(n),
            text: (isUrgent ? "!" : "") + language.labelled(kind?.name[language] ?? occurrence.kind, "\(occurrence.sentence(language)) \(place)\(told)"),
            trailing: (marks.compactMap { $0 } + [moment(occurrence.opened)]).joined(separator: " "), style: isUrgent ? .alarm : .plain,
            hint: HintWords.update, intent: .open(.updateOccurrence(n)), actions: actions(n, occurrence, kind))
    }

    /// What can be done, the most frequent first; the police only where there is a case for them.
    private func actions(_ n: Int, _ occurrence: Occurrence, _ kind: OccurrenceKind?) -> [RowAction] {
        let commands = ["person.detain", "evidence.take", "witness.hear", "scene.secure", "injury.note"]
        let police = occurrence.isHandedOver ? [] : ["case.transfer"]
        let dismissal = occurrence.isHandedOver || !estate.isForPolice(occurrence) ? [] : [record("case.dismiss", n)]
        return [RowAction(name: FormWords.resolve, intent: .open(.resolveOccurrence(n)))]
            + (police + commands).map { record($0, n) } + [RowAction(name: HintWords.correct, intent: .open(.correct(n)))] + dismissal
    }

    /// The action that opens the form of a command about line `n`.
    func record(_ command: String, _ n: Int) -> RowAction {
        RowAction(name: EventWords.name(Catalogue.commands[command]?.kind ?? command), intent: .open(.record(command, ref: n)))
    }

    /// The procedure in its order: what is to be done goes on to the next step, what was done stays with its time (G5).
    private func steps(_ n: Int, _ occurrence: Occurrence) -> [Row] {
        let all = estate.occurrenceKind(occurrence.kind)?.steps ?? []
        let left = occurrence.steps(in: estate)
        return all.enumerated().map { index, step in
            if occurrence.done.contains(step.id) { return ticked(n, step, occurrence.time(of: step.id)) }
            let next = all[(index + 1)...].first { left.contains($0) } ?? left.first { $0 != step }
            return open(n, step, next: next.map { .step(n, $0.id) })
        }
    }

    private func open(_ n: Int, _ step: Labelled, next: RowID?) -> Row {
        let tick = ProcedureTicked(ref: n, step: step.id)
        let remark = FormKind.record("procedure.tick", about: ["ref": .integer(n), "step": .string(step.id)])
        return Row(
            id: .step(n, step.id), text: "   □ \(step.name[language])", hint: HintWords.stepDone,
            intent: .pass(Step(by: holder, tick), next: next ?? .occurrence(n), done: DoneWords.stepDone(step.name)),
            actions: [RowAction(name: HintWords.withRemark, intent: .open(remark))])
    }

    private func ticked(_ n: Int, _ step: Labelled, _ time: Instant?) -> Row {
        Row(
            id: .step(n, step.id), text: "   ✓ \(step.name[language])", trailing: time.map(moment) ?? "", style: .faint, hint: HintWords.nothing,
            intent: .say(HintWords.stepTicked))
    }

    private func detained(_ occurrence: Int) -> [Row] {
        registers.detained.filter { $0.value.occurrence == occurrence }.sorted { $0.key < $1.key }.map { n, person in
            Row(
                id: .detained(n), text: "   \(HintWords.detained[language])\(person.who)", trailing: moment(person.since), style: .warning,
                hint: HintWords.handOver, intent: .open(.record("person.release", ref: n)),
                actions: [RowAction(name: HintWords.correct, intent: .open(.correct(n)))])
        }
    }

    private func evidence(_ occurrence: Int) -> [Row] {
        registers.evidence.filter { $0.value.occurrence == occurrence }.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    }

    /// Evidence stays somebody's after its occurrence was settled, and says of which it is.
    private var evidenceWithoutOccurrence: [Row] {
        registers.evidence.filter { registers.occurrences[$0.value.occurrence] == nil }.sorted { $0.key < $1.key }.map { n, evidence in
            var row = row(n, evidence)
            row.text = row.text.drop { $0 == " " } + " · " + HandoverWords.settledCase(evidence.occurrence)[language]
            return row
        }
    }

    private func row(_ n: Int, _ evidence: Evidence) -> Row {
        Row(
            id: .evidence(n), text: "   \(HintWords.evidence[language])\(evidence.what) · \(person(evidence.holder))",
            trailing: moment(evidence.passed ?? evidence.since), hint: HintWords.passOn, intent: .open(.record("evidence.pass", ref: n)),
            actions: [RowAction(name: HintWords.correct, intent: .open(.correct(n)))])
    }
}
