import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// The list of a handover that is under way: one Enter accepts a line and goes on to the next (G10).
    func lines(of list: HandoverList, relief: String) -> [Row] {
        let titles = HandoverTitles(registers, estate: estate, post: post, language)
        return list.entries.map { row($0, titles.whole($0.item), of: list, relief) }
    }

    private func row(_ entry: HandoverList.Entry, _ title: String, of list: HandoverList, _ relief: String) -> Row {
        let about: JSONObject = ["ref": .integer(list.offer), "item": .string(entry.item.key)]
        let accepting = accept(entry, list, relief)
        var row = Row(
            id: .line(entry.item.key), text: "\(mark(entry)) \(title)", trailing: entry.standing == .open ? "" : entry.said(language),
            hint: entry.item.isCountedByHand ? HandoverWords.count : HandoverWords.accept, intent: accepting, actions: answers(entry, about) + settling(entry.item))
        if entry.standing != .open, entry.standing != .accepted || entry.answer?.differs == true {
            row.actions.append(RowAction(name: row.hint, intent: accepting))
        }
        row.actions.append(RowAction(name: HandoverWords.wholeLine, intent: .reveal([title, entry.said(language)].joined(separator: "\n\n"))))
        switch entry.standing {
        case .open, .changed, .uncounted:
            if entry.standing != .open { row.style = .warning }
            if isCase(entry.item) { (row.text, row.style) = ("\(mark(entry)) !\(title)", .alarm) }
        case .asked:
            (row.style, row.hint) = (.warning, HandoverWords.explain)
            row.intent = .open(.record("handover.explain", ref: entry.n ?? 0))
        case .accepted, .explained, .refused:
            row.style = entry.standing == .refused || entry.answer?.differs == true ? .warning : .faint
            (row.hint, row.intent) = (HintWords.nothing, .say(HandoverWords.settled))
        }
        return row
    }

    /// Enter accepts a line as it stands; things are counted first, and the book's number is not taken for it (G10).
    private func accept(_ entry: HandoverList.Entry, _ list: HandoverList, _ relief: String) -> Intent {
        guard !entry.item.isCountedByHand else { return .open(.count(entry.item, of: list.offer)) }
        let answer = Step(by: relief, HandoverAnswered(ref: list.offer, item: entry.item.key))
        return .pass(answer, next: list.next(after: entry.item.key).map { .line($0.item.key) } ?? .command("accept"), done: HandoverWords.answered)
    }

    /// A criminal case that is not yet with the police stands out at every handover (S4).
    private func isCase(_ item: HandoverItem) -> Bool {
        guard item.matter == .occurrence, let occurrence = item.number.flatMap({ registers.occurrences[$0] }) else { return false }
        return !occurrence.isHandedOver && estate.isForPolice(occurrence)
    }

    private func mark(_ entry: HandoverList.Entry) -> String {
        switch entry.standing {
        case .open, .changed: "□"
        case .accepted: entry.answer?.differs == true ? "≠" : "✓"
        case .asked, .explained, .uncounted: "?"
        case .refused: "✗"
        }
    }

    /// What the relief can answer besides accepting.
    private func answers(_ entry: HandoverList.Entry, _ about: JSONObject) -> [RowAction] {
        func answer(_ name: Text, _ answer: LineAnswer.Answer, without field: String? = nil) -> RowAction {
            var known = about
            known["answer"] = .string(answer.rawValue)
            if let field { known[field] = .null }
            return RowAction(name: name, intent: .open(.record("handover.answer", about: known)))
        }
        let counting = entry.item.count == nil ? [] : [answer(entry.item.isCountedByHand ? HandoverWords.countWithRemark : HandoverWords.acceptCount, .accepted)]
        return [answer(HandoverWords.query, .queried, without: "count"), answer(HandoverWords.refuse, .refused, without: "count")] + counting
    }

    /// What settles the matter itself, where only this pane does.
    private func settling(_ item: HandoverItem) -> [RowAction] {
        guard let n = item.number else { return counted(item) }
        return switch item.matter {
        case .exception: [RowAction(name: HintWords.confirm, intent: .open(.confirm(n)))]
        case .signature: [RowAction(name: HintWords.confirm, intent: .open(.record("signature.confirm", ref: n)))]
        case .outage: [RowAction(name: HintWords.settle, intent: .open(.outage(n)))]
        case .referral: [RowAction(name: HandoverWords.supervisorNoted, intent: .open(.record("referral.confirm", ref: n)))]
        default: []
        }
    }

    /// Leads to the things that a line counts, or opens the order that it is about.
    private func counted(_ item: HandoverItem) -> [RowAction] {
        if item.matter == .order { return item.name.flatMap(estate.order).map { [RowAction(name: HintWords.read, intent: .read($0))] } ?? [] }
        let sort = item.matter == .thing ? item.name.flatMap { Thing.Sort(rawValue: $0) } : nil
        let first = registers.things.filter { $0.value.isCounted && $0.value.sort == sort && $0.value.isKept(at: post) }.keys.min()
        return first.map { [RowAction(name: HandoverWords.seeThem, intent: .go(.things, .thing($0)))] } ?? []
    }

    /// What waits for the supervisor.
    /// - Parameter list: the handover that is under way, whose lines are not said twice.
    func referrals(besides list: HandoverList? = nil) -> [Row] {
        let titles = HandoverTitles(registers, estate: estate, post: post, language)
        return registers.referrals.filter { list?["referral:\($0.key)"] == nil }.sorted { $0.key < $1.key }.map { n, referral in
            Row(
                id: .referral(n), text: titles.referral(referral), trailing: clock(referral.since), style: .warning, hint: HandoverWords.supervisorNoted,
                intent: .open(.record("referral.confirm", ref: n)))
        }
    }
}
