import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension Model {
    mutating func pressInForm(_ key: Key) -> [Effect] {
        guard var form else { return [] }
        guard form.ticket == nil else {
            typeAhead(key, over: form)
            return []
        }
        switch key {
        case .enter:
            // A form that opens complete is not done by a bounce of the Enter that opened it.
            if form.isOnFinish { return isJustOffered && !form.isChanged ? [] : finish() }
            form.goOn()
            if form.isDoneAtOnce, form.isOnFinish {
                replaceForm(form)
                return finish()
            }
        case .escape:
            return leaveForm(form)
        case .text(let text), .paste(let text):
            if form.takesRest(of: text) { break }
            if form.isOnFinish { form.complaint = FormWords.onlyEnter[language] } else { form.type(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
        case .backspace: form.rubOut()
        case .delete: form.edit { $0.delete() }
        case .home: form.edit { $0.home() }
        case .end: form.edit { $0.end() }
        case .wordLeft: form.edit { $0.wordLeft() }
        case .wordRight: form.edit { $0.wordRight() }
        case .down, .tab: form.move(1)
        case .up, .backTab: form.move(-1)
        case .left: form.step(-1)
        case .right: form.step(1)
        default: break
        }
        replaceForm(form)
        return []
    }

    /// While the form waits for the disk, a text is kept for the line: never what may be a PIN.
    private mutating func typeAhead(_ key: Key, over form: Form) {
        guard !isLocked, !form.fields.contains(where: \.isSecret) else { return }
        switch key {
        case .text(let text), .paste(let text): typedAhead += text.oneLine
        case .backspace: typedAhead = String(typedAhead.dropLast())
        default: break
        }
    }

    mutating func replaceForm(_ form: Form) {
        guard case .form? = layers.last else { return }
        var form = form
        form.askSignature()
        form.dateDays(now, in: estate.zone)
        form.offerWhatStands()
        if form.told != nil { form.told = refusedBefore(form) }
        if let fault = form.fault { form.complaint = fault[language] }
        layers[layers.count - 1] = .form(form)
    }

    private mutating func leaveForm(_ form: Form) -> [Effect] {
        if case .unlock = form.kind {
            layers.removeLast()
        } else if form.isChanged || form.isPutAside && form.line != line || form.opener != nil && form.complaint != nil {
            layers.append(.discard(form))
        } else {
            layers.removeLast()
            lookAgain(after: form)
        }
        return []
    }

    /// Who must be compared is in the book already: what stands in the line leads to them, and not to somebody new.
    mutating func lookAgain(after form: Form) {
        if case .compare(let visit, _, _) = form.kind { return lookAgain(at: visit) }
        if let visit = form.opener { lookAgain(at: visit) }
    }

    mutating func lookAgain(at visit: Int) {
        guard layers.isEmpty, isFinding else { return }
        find()
        if found.contains(where: { $0.id == .visit(visit) }) { selection = .visit(visit) }
    }

    /// Does what the form is for, or goes to what is still missing.
    mutating func finish() -> [Effect] {
        guard var form, form.ticket == nil else { return [] }
        let seen = form.warning
        form.askSignature()
        guard form.tidyAll() else {
            replaceForm(form)
            return []
        }
        if let missing = form.missing {
            form.focus = missing
            form.complaint = ScreenWords.fill[language] + form.fields[missing].label[language]
            replaceForm(form)
            return []
        }
        if form.isSignatureShort {
            form.focus = form.fields.firstIndex { $0.isSecret } ?? form.focus
            form.complaint = FormWords.shortPIN[language]
            replaceForm(form)
            return []
        }
        if case .unlock = form.kind { return unlock(form) }
        if case .time = form.kind { return setTime(form) }
        if case .figures(let subject) = form.kind { return count(form, subject) }
        if let refused = unread(form) {
            form.tell(refused)
            form.complaint = FormWords.readFirst[language]
            replaceForm(form)
            return []
        }
        guard case .write(let steps, let opener, let done) = steps.intent(form) else { return [] }
        if custody == nil, !form.needsNobody {
            alarm(Refusal.postUnattended.text(language))
            return []
        }
        let said = form.warning == seen ? done : done.preceded(by: form.warning)
        let effects = write(timed(steps, by: form.stopwatch, at: form.earlier), opener: opener, done: said, line: form.line, at: form.earlier, again: form.interrupted)
        form.ticket = tickets
        form.complaint = nil
        replaceForm(form)
        return effects
    }

    private mutating func setTime(_ form: Form) -> [Effect] {
        guard let clock = ClockTime(form.value("time") ?? "") else { return [] }
        let today = Day(now, in: estate.zone)
        let time = today.at(clock, in: estate.zone)
        let meant = time <= now ? time : today.adding(days: -1).at(clock, in: estate.zone)
        layers.removeLast()
        guard var form = self.form else {
            earlier = meant
            return []
        }
        form.earlier = meant
        replaceForm(form)
        return []
    }
}

extension Form {
    /// Signing on, and an ambulance, wait for nobody to be on duty.
    fileprivate var needsNobody: Bool {
        switch kind {
        case .signOn, .emergency: true
        default: false
        }
    }
}

extension Text {
    /// Says a warning that nobody could have seen in the form before what is done.
    fileprivate func preceded(by warning: Text?) -> Text {
        warning.map { Text("\($0.hant)\(hant)", "\($0.hans)\(hans)", "\($0.english) \(english)") } ?? self
    }
}
