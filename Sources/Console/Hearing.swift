import Bookkeeping
import Gatekeeping
import Notation
import Wording

extension Refusal {
    /// The field that must be mended, if it is about one.
    fileprivate var field: String? {
        switch self {
        case .unknownValue(let field, _, _), .missingField(let field), .wrongType(let field, _): field
        case .wrongPIN, .noPIN, .pinPaused, .pinMissing, .signatureMissing: "pin"
        case .ownWitness, .partyWitness, .witnessedBefore: "witness"
        case .badgeGiven: "badge"
        case .tooManyLeave, .notCounted: "count"
        case .noPass, .passAllows: "why"
        case .timePast: "until"
        case .ownInspection: "guard"
        default: nil
        }
    }
}

extension Model {
    /// Takes in what the clerk has to say.
    mutating func hear(_ news: News) {
        let (said, wasAlarm, isShown, selected) = (message, isAlarm, mayBeSaid(news), selection)
        defer {
            if !isShown { (message, isAlarm) = (said, wasAlarm) }
            // What news opened was opened by no key that could bounce.
            isJustOffered = false
            noteQuestion(at: newsTime)
            // The answer to an entry leads to the next row, or back to its own.
            if selection != selected { noteOffer() }
        }
        switch news {
        case .snapshot(let snapshot): take(snapshot)
        case .seen(let people):
            remember(SeenKeys(people))
            foundAt = nil
        case .written(let ticket, let opener, _):
            written(ticket, opener)
            takeTypedAhead()
        case .refused(let ticket, let opener, let refusal):
            refused(ticket, opener, refusal)
            takeTypedAhead()
        case .failed(let ticket, let why):
            failed(ticket, why)
            takeTypedAhead()
        case .unlocked(let ticket): unlocked(ticket)
        case .found(let lines, let number, let progress): hear(found: lines, number: number, progress)
        case .slip(let text, let figures):
            if !isLocked { layers.append(.reading(ScreenWords.scrollKeys[language] + "\n" + text, figures: figures)) }
        case .figures(let figures, let number): hear(figures: figures, number: number)
        case .guardFigures(let figures, let number): hear(guards: figures, number: number)
        case .story(let story, let number): hear(story: story, number: number)
        }
    }

    /// Over a locked screen nothing is said of what was asked before it was locked.
    private func mayBeSaid(_ news: News) -> Bool {
        switch news {
        case .written(let ticket, _, _), .refused(let ticket, _, _), .failed(let ticket?, _):
            !isLocked || layer(waitingFor: ticket).map { layers[$0].isOpenWhileLocked } ?? false
        case .snapshot, .seen, .unlocked, .found, .slip, .figures, .guardFigures, .story, .failed(nil, _): true
        }
    }

    /// Takes in who was seen on earlier pages.
    mutating func remember(_ keys: SeenKeys) {
        let before = finding.refusedAtGate
        finding.remember(keys)
        if finding.refusedAtGate != before { forgetPrepared() }
        isReading = false
        guard isFinding, selection == nil else { return }
        // Somebody who is known may stand first by now: Enter asks once more, it does nothing that was not read.
        find()
        isClear = false
    }

    /// What was typed on while the disk was slow stands in the line, once nothing waits any more. Nobody has seen yet what Enter would do with it.
    private mutating func takeTypedAhead() {
        guard !typedAhead.isEmpty, line.isEmpty, !layers.contains(where: { if case .form(let form) = $0 { form.ticket != nil } else { false } }) else { return }
        (line, typedAhead) = (typedAhead, "")
        find()
        isClear = false
    }

    private mutating func take(_ snapshot: Snapshot) {
        let isFirst = self.snapshot.lastNumber == 0
        let wasAttended = custody != nil
        finding.note(snapshot.state, after: self.snapshot.state, estate, isDesk: estate.post(post)?.isDesk == true)
        self.snapshot = snapshot
        if isFirst { offeredTick = nextTick }
        if custody == nil, isFirst || wasAttended { lock() }
        if let obstacle = snapshot.obstacle { alarm(obstacle) }
        if isFirst, custody == nil, layers.isEmpty {
            open(.signOn(.opening))
            if isPractice, message == nil { say(LessonWords.offer) }
        }
        lookAtLesson()
    }

    private mutating func written(_ ticket: Int, _ opener: Int) {
        // What the guard's own entry leads to is no change under the finger.
        defer { offeredTick = nextTick }
        let pending = waiting.removeValue(forKey: ticket)
        interrupted = nil
        var next: FormKind?
        if let index = layer(waitingFor: ticket) {
            if case .form(let form) = layers[index] {
                goOn(after: form.kind)
                if form.kind.letsIn { selection = nil }
                next = following(form)
            }
            layers.remove(at: index)
        }
        if let pending {
            if line == pending.line, !line.isEmpty { clearLine() }
            message = "✓ " + pending.done[language] + language.bracketed(String(opener))
        }
        isAlarm = false
        guard let next, layers.isEmpty else { return }
        let said = message
        open(next)
        message = said
    }

    /// Whoever is not the person of the deny list is registered as everybody is.
    private func following(_ form: Form) -> FormKind? {
        guard case .compare(let ref, _, _) = form.kind, !form.truth("same"), let visit = registers.visits[ref], visit.step != .registered, visit.step != .inside,
            case .open(let kind) = panes.visit(ref, visit).intent, case .visitor = kind
        else { return nil }
        return kind
    }

    /// Who has signed on sees the screen; a line of the handover that is answered leads to the next.
    private mutating func goOn(after kind: FormKind) {
        if case .signOn = kind { isLocked = false }
        guard let answered = kind.handoverLine, selection == .line(answered) else { return }
        let next = HandoverList(registers, estate: estate, post: post, now: now)?.next(after: answered)
        selection = next.map { .line($0.item.key) } ?? .command("accept")
    }

    private mutating func refused(_ ticket: Int, _ opener: Int?, _ refusal: Refusal) {
        giveBack(ticket)
        if refusal == .onlyNow { earlier = nil }
        alarm(refusal.text(language))
        guard let index = layer(waitingFor: ticket), case .form(var form) = layers[index] else { return }
        form.ticket = nil
        if refusal == .onlyNow { form.earlier = nil }
        if refusal == .noPass { form.forget(passesBut: registers.passes.keys) }
        form.opener = opener ?? form.opener
        form.complaint = complaint(refusal, in: form)
        alarm(form.complaint ?? "")
        if refusal.field == "pin" { form.clearPIN() }
        if let field = refusal.field, let index = form.fields.firstIndex(where: { $0.id == field }) { form.focus = index }
        layers[index] = .form(form)
        guard let ref = form.opener, index == layers.count - 1 else { return }
        switch refusal {
        case .mustCompare(let name, let denied):
            makeRoom()
            // The form says what it is about itself, and needs the room for the looks.
            (message, isAlarm) = (nil, false)
            open(.compare(ref: ref, name: name, denied: denied), goingOnWith: form)
        case .noIdentification, .notMatching, .suspicious, .suspect:
            guard let row = rowAtGate(ref) else { return }
            makeRoom()
            openActions(of: row, isAskedByBook: true)
        case .denied(let id):
            makeRoom()
            open(.refuse(ref: ref, name: form.value("name") ?? "", plate: form.value("plate") ?? "", reason: RefusalReason.denied.rawValue, denied: id), goingOnWith: form)
        default: break
        }
    }

    /// The visit, or the vehicle, that must not be let in as it stands, with all that can be done about it.
    private func rowAtGate(_ ref: Int) -> Row? {
        if let stay = registers.stays[ref] { return panes.stay(ref, stay) }
        guard let visit = registers.visits[ref] else { return nil }
        var row = panes.visit(ref, visit)
        row.actions.append(RowAction(name: HintWords.completeVisit, intent: row.intent))
        return row
    }

    /// The next form about the same uses up what stood in the line for the one before.
    private mutating func open(_ kind: FormKind, goingOnWith before: Form) {
        open(kind)
        // Nobody has seen it before now.
        lastTyped = max(lastTyped, newsTime)
        guard var form else { return }
        form.line = before.line
        replaceForm(form)
    }

    /// Why it was refused, with the name that the form itself gives to what is missing, and choices as people call them.
    private func complaint(_ refusal: Refusal, in form: Form) -> String {
        if case .unknownValue(let field, let value, let known) = refusal {
            let names = known.map { estate.named($0, field)?[language] ?? $0 }
            let label = form.fields.first { $0.id == field }?.label ?? FieldWords.label(field)
            guard field == "unit" else { return Refusal.unknown(label, value, names)[language] }
            return Refusal.unknownUnit(value, UnitNames(estate).alike(value), isVerified: registers.visits[form.opener ?? 0]?.step == .verified)[language]
        }
        guard case .missingField(let name) = refusal, let field = form.fields.first(where: { $0.id == name }) else { return refusal.text(language) }
        return Refusal.missing(field.label)[language]
    }

    /// The form makes room for the next one about the same visit, which goes on with its stopwatch and for the same time.
    private mutating func makeRoom() {
        stopwatch = form?.stopwatch
        earlier = form?.earlier
        layers.removeLast()
    }

    private mutating func failed(_ ticket: Int?, _ why: String) {
        alarm(why)
        guard let ticket else { return }
        giveBack(ticket)
        guard let index = layer(waitingFor: ticket), case .form(var form) = layers[index] else {
            interrupted = ticket
            return
        }
        (form.ticket, form.interrupted) = (nil, ticket)
        form.complaint = why
        layers[index] = .form(form)
    }

    /// The layer of the form that waits for a ticket: another may have been opened over it.
    private func layer(waitingFor ticket: Int) -> Int? {
        layers.firstIndex { if case .form(let form) = $0 { form.ticket == ticket } else { false } }
    }

    /// What was asked is not written: what stood in the line is there again, if nothing was typed since.
    private mutating func giveBack(_ ticket: Int) {
        guard let pending = waiting.removeValue(forKey: ticket) else { return }
        if layer(waitingFor: ticket) == nil { earlier = earlier ?? pending.earlier }
        if let step = pending.step, selection == step.to { selection = step.from }
        guard line.isEmpty, !pending.line.isEmpty else { return }
        line = pending.line
        if pending.found.isEmpty { return find() }
        (found, isClear, selection, isStale, foundAt) = (pending.found, pending.isClear, nil, false, nil)
    }
}
