import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension Model {
    mutating func pressInForm(_ key: Key) -> [Effect] {
        guard var form, form.ticket == nil else { return [] }
        switch key {
        case .enter:
            if form.isOnFinish { return finish() }
            form.goOn()
        case .escape:
            return leaveForm(form)
        case .text(let text), .paste(let text): form.type(text.filter { !$0.isNewline })
        case .backspace: form.rubOut()
        case .down, .tab: form.move(1)
        case .up, .backTab: form.move(-1)
        case .left: form.turn(-1)
        case .right: form.turn(1)
        default: break
        }
        replaceForm(form)
        return []
    }

    mutating func replaceForm(_ form: Form) {
        guard case .form? = layers.last else { return }
        layers[layers.count - 1] = .form(form)
    }

    private mutating func leaveForm(_ form: Form) -> [Effect] {
        if form.isChanged || form.opener != nil && form.complaint != nil {
            layers.append(.discard(form))
        } else {
            layers.removeLast()
        }
        return []
    }

    /// Does what the form is for, or goes to what is still missing.
    mutating func finish() -> [Effect] {
        guard var form, form.ticket == nil else { return [] }
        if let missing = form.missing {
            form.focus = missing
            form.complaint = ScreenWords.fill[language] + form.fields[missing].label[language]
            replaceForm(form)
            return []
        }
        if case .time = form.kind { return setTime(form) }
        guard case .write(let steps, let opener, let done) = steps.intent(form) else { return [] }
        if custody == nil, !form.needsNobody {
            alarm(Refusal.postUnattended.text(language))
            return []
        }
        let effects = write(steps, opener: opener, done: done, line: form.line)
        form.ticket = tickets
        form.complaint = nil
        replaceForm(form)
        return effects
    }

    private mutating func setTime(_ form: Form) -> [Effect] {
        guard let clock = ClockTime((form.value("time") ?? "").folded) else {
            var form = form
            form.complaint = ScreenWords.badTime[language]
            replaceForm(form)
            return []
        }
        let today = Day(now, in: estate.zone)
        let time = today.at(clock, in: estate.zone)
        earlier = time <= now ? time : today.adding(days: -1).at(clock, in: estate.zone)
        layers.removeLast()
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
