import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension PaneRows {
    /// Units with their residents and vehicles (G14, P4), and the orders of the post (S1).
    var directory: [Row] {
        let unread = Set(holder.isEmpty ? [] : registers.unread(by: holder, at: post, in: estate).map(\.id))
        let orders = estate.orders.map { order in
            let isUnread = unread.contains(order.id)
            return Row(
                id: .order(order.id), text: "§ \(order.title[language]) v\(order.version)", trailing: isUnread ? HintWords.unread[language] : "",
                style: isUnread ? .warning : .title, hint: HintWords.read, intent: .read(order))
        }
        let residents = Dictionary(grouping: estate.residents, by: \.unit)
        let vehicles = Dictionary(grouping: estate.vehicles, by: \.unit)
        return orders + fireCard + estate.units.map { unit in
            let names = (residents[unit.id] ?? []).map(\.name).joined(separator: language.listSeparator)
            let plates = (vehicles[unit.id] ?? []).map(\.plate).joined(separator: " ")
            var prefill = VisitorPrefill()
            prefill.unit = unit.id
            return Row(
                id: .person("unit:" + unit.id), text: "\(unit.id)  \(names)  \(plates)", trailing: unit.phone ?? "", hint: HintWords.visitorFor,
                intent: .open(.visitor(ref: nil, prefill: prefill)))
        }
    }

    /// What there is against fire and elsewhere to look after, by place: how it is used, when it was looked at last and must be again (G7, S3).
    private var fireCard: [Row] {
        let titles = HandoverTitles(registers, estate: estate, post: post, language)
        let due = registers.looksDue(in: estate, at: now)
        return due.filter { $0.checkpoint.kind == .fire || $0.isPressing }.map { look in
            let items = look.checkpoint.items.map { $0.name[language] }.joined(separator: language.listSeparator)
            let isFire = look.checkpoint.kind == .fire
            let last = look.last.map { HintWords.lastLook[language] + moment($0) } ?? HintWords.neverLooked[language]
            let uses = isFire ? look.checkpoint.items.map(use) : []
            let defects = registers.defects.values.filter { $0.place == look.checkpoint.id && $0.repairer == nil }.sorted { $0.found < $1.found }
            let damage = defects.map { "✗ " + titles.defect($0) }
            let card = [look.checkpoint.name[language]] + damage + [last, HintWords.lookBy[language] + moment(look.deadline)] + uses
            let text = card.joined(separator: "\n")
            let isLate = look.deadline <= now
            let standing =
                look.isPressing
                ? (isLate ? "!" : "") + HintWords.lookBy[language] + moment(look.deadline) : damage.isEmpty ? last : HintWords.damaged(damage.count)[language]
            let looking = FormKind.record("checkpoint.look", about: ["checkpoint": .string(look.checkpoint.id)])
            return Row(
                id: .fire(look.checkpoint.id), text: "\(isFire ? HintWords.fireCard[language] : "")\(look.checkpoint.name[language])\(language == .english ? "  " : "　")\(items)",
                trailing: (damage.isEmpty ? "" : "✗ ") + standing,
                style: isLate ? .alarm : look.isPressing || !damage.isEmpty ? .warning : .plain, hint: HintWords.read, intent: .say(Text(text, text, text)),
                actions: [RowAction(name: EventWords.name(CheckpointLooked.kind), intent: .open(looking))])
        }
    }

    /// An item and how it is used, or whom to ask.
    private func use(of item: Labelled) -> String {
        let use = estate.uses.first { $0.id == item.id }?.name[language] ?? HintWords.noUse[language]
        return language.labelled(item.name[language], use)
    }

    /// Everybody and everything inside (P2), the longest over time first.
    var inside: [Row] {
        let people = registers.visits.filter { $0.value.step == .inside }.sorted { $0.key < $1.key }.map { visit($0.key, $0.value) }
        let cars = registers.stays.filter { $0.value.entered != nil }.sorted { $0.key < $1.key }.map { stay($0.key, $0.value) }
        return people + cars
    }
}
