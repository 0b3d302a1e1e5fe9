import Notation

/// What the rules forbid and a line says nevertheless: only a hand that wrote past the program can have put it there.
public enum Breach: String, CaseIterable, Sendable {
    /// Let in without having been verified and registered before (P7).
    case outOfOrder = "out-of-order"
    /// Let in without a document and without a supervisor's exception (P3).
    case noIdentification = "no-identification"
    /// Let in although suspicious, without an exception (P3).
    case suspicious
    /// Let in although compared and found to be on the deny list, without an exception.
    case denied
    /// A badge given that was still with somebody else.
    case badgeTwice = "badge-twice"
    /// Signed off before the relief had accepted (P5).
    case reliefMissing = "relief-missing"
    /// Accepted one's own handover.
    case ownHandover = "own-handover"
    /// Accepted a handover with lines that had not been gone through, or with questions that had no answer (G10).
    case linesLeft = "lines-left"
    /// A matter closed before the resident and the director had their answer, or without the visit that was due (C5, R4).
    case closedEarly = "closed-early"

    /// The kinds of events that can break a rule.
    public static let kinds: Set<String> = [VisitorAdmitted.kind, VisitorRegistered.kind, HandoverAccepted.kind, PostLeft.kind, MatterClosed.kind]
}

extension Event {
    /// The rules that the event breaks on the registers before it, as far as the journal alone can tell.
    public func breaches(on registers: Registers, by: String, post: String) -> [Breach] {
        guard case .fact(let fact) = self else { return [] }
        switch fact {
        case let fact as VisitorAdmitted: return admission(registers.visits[fact.ref])
        case let fact as VisitorRegistered:
            let holder = fact.badge.flatMap(registers.holder(ofBadge:))
            return holder.map { $0.key != fact.ref } ?? false ? [.badgeTwice] : []
        case let fact as HandoverAccepted:
            let isOwn = registers.custody[post]?.holder == by
            return (isOwn ? [.ownHandover] : []) + (fact.isGoneThrough(on: registers, at: post) ? [] : [.linesLeft])
        case let fact as PostLeft:
            let custody = registers.custody[post]
            switch fact.leaving {
            case .relieved: return custody?.relieved == by ? [] : [.reliefMissing]
            case .exception: return custody?.signOffException != nil ? [] : [.reliefMissing]
            case .closing: return []
            }
        case let fact as MatterClosed: return registers.matters[fact.ref]?.next == .close ? [] : [.closedEarly]
        default: return []
        }
    }

    private func admission(_ visit: Visit?) -> [Breach] {
        guard let visit, visit.step == .registered else { return [.outOfOrder] }
        var breaches: [Breach] = []
        let isIdentified = visit.document != nil && (visit.matches || visit.vouching?.isEmpty == false)
        if !isIdentified, !visit.exceptions.contains(.identification) { breaches.append(.noIdentification) }
        if visit.suspicious != nil, !visit.exceptions.contains(.suspicion) { breaches.append(.suspicious) }
        if !visit.same.isEmpty, !visit.exceptions.contains(.denied) { breaches.append(.denied) }
        return breaches
    }
}

extension HandoverAccepted {
    /// Whether every line had its answer, as far as the journal alone can tell. Which equipment and which orders there were, and who was over time,
    /// stands in the configuration of then; things and witnessed signatures were not always the lines that they are now: of all these only the
    /// number of lines is left. Earlier versions did not ask again for a count that had changed, nor who waits at the gate.
    fileprivate func isGoneThrough(on registers: Registers, at post: String) -> Bool {
        guard let list = HandoverList(registers, estate: Estate(), post: post, now: registers.custody[post]?.since ?? Instant(milliseconds: 0)), list.offer == ref
        else { return false }
        let answered = Set(registers.answers.values.filter { $0.offer == ref }.map(\.item))
        let mayDiffer: Set<HandoverItem.Matter> = [.suspect, .waiting, .overstays, .thing, .signature]
        return list.entries.allSatisfy { $0.standing.isSettled || $0.standing == .changed || $0.standing == .open && mayDiffer.contains($0.item.matter) } && lines <= answered.count
    }
}
