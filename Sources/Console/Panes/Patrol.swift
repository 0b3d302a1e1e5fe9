import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The patrol pane: rounds under way, due, coming, and open defects.
    var patrol: [Row] {
        let rounds = registers.rounds.sorted { $0.key < $1.key }
        let underWay = rounds.filter { $0.value.returned == nil }.map { round($0.key, $0.value) }
        let back = rounds.filter { $0.value.returned != nil }.map { round($0.key, $0.value) }
        let due = registers.roundsDue(in: estate, at: now).filter { $0.deadline >= now }.map(due)
        let coming = registers.roundsComing(in: estate, at: now).map { round in
            Row(
                id: .due("coming:" + round.route.id), text: "\(round.route.name[language])", trailing: clock(round.due), style: .faint,
                hint: HintWords.notYetDue, intent: .say(HintWords.notYetDue))
        }
        let defects = registers.defects.sorted { $0.key < $1.key }.map { defect($0.key, $0.value) }
        return underWay + due + back + coming + defects
    }

    private func due(_ round: DueRound) -> Row {
        Row(
            id: .due(round.route.id), text: "● \(round.route.name[language])",
            trailing: "\(clock(round.due))–\(clock(round.deadline))", style: round.due <= now ? .warning : .accent, hint: HintWords.depart,
            intent: write(RoundStarted(route: round.route.id, walker: holder), DoneWords.departed),
            actions: [RowAction(name: HintWords.otherWalker, intent: .open(.startRound(round.route.id)))])
    }

    private func round(_ n: Int, _ round: Round) -> Row {
        let route = estate.route(round.route)
        let total = route?.checkpoints.count ?? 0
        let name = route?.name[language] ?? round.route
        let progress = "\(round.ticked.count)/\(total)"
        let back = write(RoundReturned(ref: n), DoneWords.returned)
        guard let next = round.next(in: estate) else {
            return Row(
                id: .round(n), text: "\(round.returned == nil ? "▶" : "✓") \(name) \(progress) \(person(round.walker))", trailing: round.returned.map(clock) ?? "",
                style: round.returned == nil ? .accent : .faint,
                hint: round.returned == nil ? HintWords.back : HintWords.done, intent: round.returned == nil ? back : .say(HintWords.done),
                actions: moreDamage(n, round))
        }
        return Row(
            id: .round(n), text: "\(round.returned == nil ? "▶" : "✓") \(name) \(progress) → \(next.name[language])", trailing: person(round.walker),
            style: round.returned == nil ? .accent : .faint,
            hint: HintWords.intact, intent: write(RoundTicked(ref: n, checkpoint: next.id), DoneWords.intact(next.name)),
            actions: otherTicks(n, next.id) + (round.returned == nil ? [RowAction(name: HintWords.back, intent: back)] : []) + moreDamage(n, round))
    }

    private func otherTicks(_ n: Int, _ checkpoint: String) -> [RowAction] {
        [RoundTicked.Result.damaged, .notSeen].map { RowAction(name: FormWords.tick($0), intent: .open(.tick(round: n, checkpoint: checkpoint, $0))) }
    }

    /// What a checkpoint's label leads to: each round that goes there and has not been there yet; else a look for itself.
    func tagged(_ checkpoint: Checkpoint) -> [Row] {
        let rounds = registers.rounds.filter { _, round in
            !round.ticked.contains(checkpoint.id) && estate.route(round.route)?.checkpoints.contains(checkpoint.id) == true
        }
        guard !rounds.isEmpty else {
            return [
                Row(
                    id: .fire(checkpoint.id), text: checkpoint.name[language], hint: EventWords.name(CheckpointLooked.kind),
                    intent: .open(.record("checkpoint.look", about: ["checkpoint": .string(checkpoint.id)])))
            ]
        }
        return rounds.sorted { $0.key < $1.key }.map { n, round in
            Row(
                id: .checkpoint(n, checkpoint.id), text: "\(round.returned == nil ? "▶" : "✓") \(estate.route(round.route)?.name[language] ?? "") → \(checkpoint.name[language])",
                trailing: person(round.walker), style: round.returned == nil ? .accent : .faint, hint: HintWords.intact,
                intent: write(RoundTicked(ref: n, checkpoint: checkpoint.id), DoneWords.intact(checkpoint.name)), actions: otherTicks(n, checkpoint.id))
        }
    }

    /// More is damaged where the walker has just been than one tick says (G9).
    private func moreDamage(_ n: Int, _ round: Round) -> [RowAction] {
        guard let last = round.ticked.last.flatMap({ estate.checkpoint($0) }) else { return [] }
        return [RowAction(name: HintWords.moreDamage(last.name[language]), intent: .open(.tick(round: n, checkpoint: last.id, .damaged)))]
    }

    /// The names of a checkpoint's item, or of a post's equipment (several ids with spaces between).
    private func names(of items: String, at place: String) -> String {
        let known = (estate.checkpoint(place)?.items ?? []).map { ($0.id, $0.name) } + (estate.post(place)?.equipment ?? []).map { ($0.id, $0.name) }
        return items.split(separator: " ").map { id in known.first { $0.0 == id }?.1[language] ?? FieldWords.choice(String(id), of: "sort")[language] }.joined(separator: language.listSeparator)
    }

    private func defect(_ n: Int, _ defect: Defect) -> Row {
        let checkpoint = estate.checkpoint(defect.place)
        let place = checkpoint?.name[language] ?? estate.post(defect.place)?.name[language] ?? defect.place
        let item = defect.item.map { names(of: $0, at: defect.place) } ?? ""
        let state = defect.repairer.map { " · " + HintWords.repairedBy[language] + person($0) } ?? defect.assignee.map { " · " + HintWords.assignedTo[language] + person($0) }
        let isLate = defect.isOverdue(at: now)
        return Row(
            id: .defect(n), text: "✗ \(isLate ? "!" : "")\(place) \(item) \(defect.text)\(state ?? "")", trailing: defect.until.map(moment) ?? moment(defect.found),
            style: .warning, hint: defect.repairer == nil ? HintWords.repaired : HintWords.secondLook,
            intent: .open(defect.repairer == nil ? .repair(n) : .record("defect.confirm", ref: n)),
            actions: (defect.repairer == nil ? [record("defect.assign", n)] : []) + [RowAction(name: HintWords.correct, intent: .open(.correct(n)))])
    }
}
