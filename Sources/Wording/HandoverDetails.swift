import Gatekeeping
import Notation

/// What the relief must know of a line besides what it is about: where, since when, who was told, what was promised (G10, S4).
extension HandoverTitles {
    /// The line with all that is known of it, in one text.
    public func whole(_ item: HandoverItem, count: Int? = nil) -> String { ([title(item, count: count)] + details(item)).joined(separator: " · ") }

    /// What is known of a line besides its title; empty for what is only counted.
    public func details(_ item: HandoverItem) -> [String] {
        guard let n = item.number else { return [] }
        let details: [String?] =
            switch item.matter {
            case .occurrence: registers.occurrences[n].map(details) ?? []
            case .suspect: registers.visits[n].map { [since($0.opened), $0.unit.map { labelled(FormWords.unit, $0) }] } ?? []
            case .detained: registers.detained[n].map { [since($0.since), belongs(to: $0.occurrence)] } ?? []
            case .evidence: registers.evidence[n].map { [since($0.passed ?? $0.since), belongs(to: $0.occurrence)] } ?? []
            case .round: registers.rounds[n].map { [since($0.departed)] } ?? []
            case .exception: registers.exceptions[n].map { [since($0.granted)] } ?? []
            case .signature: registers.witnessed[n].map { [since($0.since)] } ?? []
            case .referral: registers.referrals[n].map { [since($0.since)] } ?? []
            case .task: registers.tasks[n].map { [since($0.since), $0.until.map { labelled(HandoverWords.due, moment($0)) }] } ?? []
            case .reply: registers.matters[n].map { [$0.promised.map { labelled(HandoverWords.promised, moment($0)) }] } ?? []
            case .defect: registers.defects[n].map(details) ?? []
            case .thing: registers.things[n].map { [since($0.since), $0.due.map { labelled(HandoverWords.due, moment($0)) }] } ?? []
            case .pass: registers.passes[n].map { [since($0.since), labelled(FieldWords.label("consent"), $0.consent), labelled(FieldWords.label("carrier"), $0.carrier), $0.plate] } ?? []
            case .remark, .missed, .outage, .inside, .vehicles, .waiting, .overstays, .badges, .equipment, .order: []
            }
        return details.compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Was entered late: it says so beside its name, where a narrow screen shows it (G8).
    func isLate(_ item: HandoverItem) -> Bool {
        guard let n = item.number else { return false }
        return switch item.matter {
        case .occurrence: registers.occurrences[n]?.isLate ?? false
        case .detained: registers.detained[n]?.isLate ?? false
        case .evidence: registers.evidence[n]?.isLate ?? false
        case .exception: registers.exceptions[n]?.isLate ?? false
        case .task: registers.tasks[n]?.isLate ?? false
        case .defect: registers.defects[n]?.isLate ?? false
        case .thing: registers.things[n]?.isLate ?? false
        case .pass: registers.passes[n]?.isLate ?? false
        case .remark, .suspect, .round, .missed, .signature, .referral, .reply, .outage, .inside, .vehicles, .waiting, .overstays, .badges, .equipment, .order: false
        }
    }

    private func details(_ occurrence: Occurrence) -> [String?] {
        let steps = occurrence.steps(in: estate)
        return [
            estate.isForPolice(occurrence) ? (occurrence.isHandedOver ? HintWords.withPolice : HandoverWords.notWithPolice)[language] : nil,
            occurrence.place.map { labelled(FormWords.place, place($0)) }, since(occurrence.opened),
            labelled(FormWords.told, occurrence.told.isEmpty ? HandoverWords.nobody[language] : occurrence.told.joined(separator: language.listSeparator)),
            occurrence.updated == occurrence.opened ? nil : labelled(HandoverWords.lastNews, moment(occurrence.updated)),
            steps.isEmpty ? nil : labelled(HandoverWords.stepsLeft, steps.map { $0.name[language] }.joined(separator: language.listSeparator)),
        ]
    }

    private func details(_ defect: Defect) -> [String?] {
        [
            since(defect.found), defect.told.map { labelled(FormWords.told, $0) },
            defect.repairer.map { HintWords.repairedBy[language] + person($0) } ?? defect.assignee.map { HintWords.assignedTo[language] + $0 },
            defect.until.map { labelled(HandoverWords.due, moment($0)) },
        ]
    }

    private func belongs(to occurrence: Int) -> String? {
        registers.occurrences[occurrence].map { "\(estate.occurrenceKind($0.kind)?.name[language] ?? $0.kind) \($0.sentence(language))" }
            ?? HandoverWords.settledCase(occurrence)[language]
    }

    private func labelled(_ label: Text, _ text: String) -> String { language.labelled(label[language], text) }
    private func since(_ time: Instant) -> String { HandoverWords.since(moment(time))[language] }
    /// Month, day and clock: a matter may be days old.
    private func moment(_ time: Instant) -> String { String(time.text(in: estate.zone).dropFirst(5).prefix(11).map { $0 == "T" ? " " : $0 }) }
}
