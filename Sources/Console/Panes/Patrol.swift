import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The patrol pane: rounds under way, due, coming, and open defects.
    var patrol: [Row] {
        let underWay = registers.rounds.sorted { $0.key < $1.key }.map { round($0.key, $0.value) }
        let due = registers.roundsDue(in: estate, at: now).filter { $0.deadline >= now }.map(due)
        let coming = registers.roundsComing(in: estate, at: now).map { round in
            Row(
                id: .due("coming:" + round.route.id), text: "\(round.route.name[language])", trailing: clock(round.due), style: .faint,
                hint: HintWords.notYetDue, intent: .say(HintWords.notYetDue))
        }
        let defects = registers.defects.sorted { $0.key < $1.key }.map { defect($0.key, $0.value) }
        return underWay + due + coming + defects
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
                id: .round(n), text: "▶ \(name) \(progress) \(person(round.walker))", trailing: round.returned.map(clock) ?? "",
                style: round.returned == nil ? .accent : .faint,
                hint: round.returned == nil ? HintWords.back : HintWords.done, intent: round.returned == nil ? back : .say(HintWords.done))
        }
        return Row(
            id: .round(n), text: "▶ \(name) \(progress) → \(next.name[language])", trailing: person(round.walker), style: .accent,
            hint: HintWords.intact, intent: write(RoundTicked(ref: n, checkpoint: next.id), DoneWords.intact),
            actions: [
                RowAction(name: FormWords.tick(.damaged), intent: .open(.tick(round: n, checkpoint: next.id, .damaged))),
                RowAction(name: FormWords.tick(.notSeen), intent: .open(.tick(round: n, checkpoint: next.id, .notSeen))),
            ] + (round.returned == nil ? [RowAction(name: HintWords.back, intent: back)] : []))
    }

    private func defect(_ n: Int, _ defect: Defect) -> Row {
        let checkpoint = estate.checkpoint(defect.place)
        let place = checkpoint?.name[language] ?? estate.post(defect.place)?.name[language] ?? defect.place
        let item = defect.item.flatMap { id in checkpoint?.items.first { $0.id == id }?.name[language] } ?? defect.item ?? ""
        return Row(
            id: .defect(n), text: "✗ \(place) \(item) \(defect.text)", trailing: clock(defect.found), style: .warning,
            hint: HintWords.repaired, intent: .open(.repair(n)), actions: [RowAction(name: HintWords.correct, intent: .open(.correct(n)))])
    }
}
