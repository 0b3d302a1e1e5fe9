import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// What is asked of the post and what it keeps: tasks (S9), things (G6), goods passes, its equipment, certificates that end (S7); and what the guards did (S5).
    var things: [Row] {
        let new = Row(
            id: .command("thing"), text: HintWords.newThing[language], style: .accent, hint: HintWords.choose, intent: .choose,
            actions: ["thing.keep", "task.give", "pass.issue", "goods.hold", "defect.find", "violation.correct", "inspection.make", "training.record"].map(blank))
        return [new] + tasks + passes + kept + certificates + equipment + [conduct]
    }

    private var conduct: Row {
        Row(id: .command("guards"), text: GuardWords.conduct[language], style: .accent, hint: HintWords.read, intent: .open(.figures(.guards)))
    }

    /// The action that opens a blank form of a command.
    private func blank(_ command: String) -> RowAction {
        RowAction(name: EventWords.name(Catalogue.commands[command]?.kind ?? command), intent: .open(.record(command, about: [:])))
    }

    private func correct(_ n: Int) -> RowAction { RowAction(name: HintWords.correct, intent: .open(.correct(n))) }

    /// A day and a time, or only the time where it is today.
    func moment(_ time: Instant) -> String {
        let day = Day(time, in: estate.zone)
        return day == Day(now, in: estate.zone) ? clock(time) : "\(day.text.dropFirst(5)) \(clock(time))"
    }

    private var tasks: [Row] {
        registers.tasks.sorted { ($0.value.until ?? .distant, $0.key) < ($1.value.until ?? .distant, $1.key) }.map { task($0.key, $0.value) }
    }

    func task(_ n: Int, _ task: DutyTask) -> Row {
        let isDue = task.until.map { $0 <= now } ?? false
        return Row(
            id: .task(n), text: "\(isDue ? "!" : "")\(HintWords.task[language])\(task.what) · \(person(task.giver))",
            trailing: task.until.map { HintWords.lookBy[language] + moment($0) } ?? "", style: isDue ? .warning : .plain, hint: HintWords.finish,
            intent: .open(.record("task.finish", ref: n)), actions: [correct(n)])
    }

    private var passes: [Row] {
        registers.passes.sorted { $0.key < $1.key }.map { n, pass in
            Row(
                id: .pass(n), text: "\(HintWords.pass[language])\(pass.what) ×\(pass.count) · \(pass.unit) · \(pass.carrier) \(pass.plate ?? "")",
                trailing: moment(pass.since), hint: HintWords.carryOut, intent: .open(.record("goods.release", ref: n)), actions: [record("pass.cancel", n), correct(n)])
        }
    }

    private var kept: [Row] {
        registers.things.sorted { $0.key < $1.key }.map { thing($0.key, $0.value) }
    }

    func thing(_ n: Int, _ thing: Thing) -> Row {
        let isLate = thing.isOverdue(at: now)
        let sort = FieldWords.choice(thing.sort.rawValue, of: "sort")[language]
        let unit = thing.unit.map { " → \($0)" } ?? ""
        let holder = thing.holder.map { " · \(HintWords.isLent[language]) \(person($0))" } ?? ""
        let first: (name: Text, command: String) =
            if thing.holder != nil { (thing.sort == .badge ? HintWords.badgeBack : HintWords.giveBack, "thing.return") } else if thing.sort == .key || thing.sort == .equipment {
                (HintWords.lend, "thing.lend")
            } else { (HintWords.fetch, "thing.fetch") }
        let others = ["thing.fetch", "thing.lend", "thing.return"].filter { $0 != first.command && ($0 == "thing.lend" || ($0 == "thing.return") == (thing.holder != nil)) }.map { record($0, n) }
        let lost: JSONObject = ["ref": .integer(n), "who": .string(thing.holder ?? "")]
        let writingOff = [RowAction(name: HintWords.writeOff, intent: .open(.record("thing.fetch", about: lost)))]
        return Row(
            id: .thing(n), text: (isLate ? "!" : "") + language.labelled(sort, "\(thing.what)\(unit)\(holder)"),
            trailing: thing.due.map { HintWords.lookBy[language] + moment($0) } ?? moment(thing.since), style: isLate ? .warning : .plain,
            hint: first.name, intent: .open(.record(first.command, ref: n)), actions: (thing.sort == .badge ? writingOff : others + (thing.holder == nil ? [] : writingOff)) + [correct(n)])
    }

    private var certificates: [Row] {
        registers.certificates(in: estate, runningOutAt: now).map { n, certificate in
            let known: JSONObject = ["guard": .string(certificate.person), "what": .string(certificate.what)]
            let isOver = certificate.until <= now
            return Row(
                id: .certificate(n), text: language.labelled(EventWords.name(TrainingRecorded.kind)[language], "\(certificate.what) · \(person(certificate.person))"),
                trailing: (isOver ? "!" : "") + Day(certificate.until, in: estate.zone).text, style: isOver ? .alarm : .warning, hint: HintWords.write,
                intent: .open(.record("training.record", about: known)))
        }
    }

    /// What the post is equipped with: with whom it is and in what state, at every moment (G6).
    private var equipment: [Row] {
        let holder = registers.custody[post].map { person($0.holder) } ?? estate.post(post)?.name[language] ?? post
        return (estate.post(post)?.equipment ?? []).map { item in
            let state = registers.defect(of: item.id, at: post).map { $0.text.isEmpty ? FormWords.missingOrUnsafe[language] : $0.text } ?? doubt(of: item.id)
            return Row(
                id: .equipment(item.id), text: "\(HintWords.equipment[language])\(item.name[language]) · \(holder)",
                trailing: state ?? HintWords.inOrder[language], style: state == nil ? .faint : .warning, hint: HintWords.newDefect,
                intent: .open(.record("defect.find", about: ["place": .string(post), "item": .string(item.id)])))
        }
    }
}

extension PaneRows {
    /// Why the relief refused it at a handover, while a supervisor has not looked at that.
    private func doubt(of item: String) -> String? {
        let refused = registers.referrals.filter { _, referral in
            guard referral.matter == .refused, referral.post == post, let line = referral.item.flatMap({ HandoverItem(key: $0) }) else { return false }
            return line.matter == .equipment && line.name == item
        }
        return refused.max { $0.key < $1.key }.map { language.labelled(HandoverWords.standing(.refused)[language], $0.value.text) }
    }
}

extension Instant {
    /// Later than anything that is planned.
    fileprivate static let distant = Instant(milliseconds: .max)
}
