import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension Model {
    /// Does what a key asks for; `press` counts it besides.
    mutating func obey(_ key: Key, isAlone: Bool) -> [Effect] {
        message = nil
        if size.isTooSmall { return [] }
        if key.isTyping || key == .escape { interrupted = nil }
        if !key.isTyping { settle() }
        if let effects = obeyMouse(key) { return effects }
        if isLocked { return obeyLocked(key, isAlone: isAlone) }
        if let action = Action.of(key) {
            if action == .finish, !isAlone, form?.isComparing == true { return [] }
            guard isOpen(action) else {
                say(ScreenWords.answerFirst)
                return []
            }
            if let effects = perform(action) { return effects }
        }
        switch layers.last {
        case .form(let form):
            return form.isComparing ? pressInComparing(key, form, isAlone: isAlone) : pressInForm(key)
        case .discard(let form): return pressInDiscard(key, form, isAlone)
        case .quit: return pressInQuit(key, isAlone)
        case .actions(let row): return pressInActions(key, row, isAlone)
        case .menu: return pressInMenu(key)
        case .help(let scroll): return pressInHelp(key, scroll)
        case .board(let scroll): return pressInBoard(key, scroll)
        case .search(let lookup): return pressInSearch(key, lookup)
        case .reading(let text, let scroll, let figures, let number):
            layers.removeLast()
            if let step = key.scrolling(by: size.rows - 6) { layers.append(.reading(text, scroll: max(0, scroll + step), figures: figures, number: number)) }
            return []
        case .figures(let board): return pressInFigures(key, board)
        case .story(let board): return pressInStory(key, board)
        case .order(let order, let scroll): return pressInOrder(key, order, scroll, isAlone)
        case nil: return pressInLine(key)
        }
    }

    // MARK: Actions of the table

    /// Nil where the key keeps another meaning for what has the focus.
    mutating func perform(_ action: Action) -> [Effect]? {
        switch action {
        case .help: if case .help? = layers.last { layers.removeLast() } else { layers.append(.help(scroll: 0)) }
        case .visitors: show(.visitors)
        case .vehicles: show(.vehicles)
        case .patrol: show(.patrol)
        case .occurrences: show(.occurrences)
        case .handover: show(.handover)
        case .inside: if layers.isEmpty { show(.inside) } else { layers.append(.board(scroll: 0)) }
        case .directory: show(.directory)
        case .desk: show(.desk)
        case .leave: layers.append(.quit)
        case .explain: return explain()
        case .emergency:
            dropQuestion()
            open(.emergency)
        case .menu: layers.append(.menu)
        case .park: park()
        case .takeBack: return takeBack()
        case .language: nextLanguage()
        case .question: open(.question(whoIsMeant))
        case .expect: openFromLine(.expect(line))
        case .courier: openFromLine(.courier(VisitorPrefill(typed: line, in: estate)))
        case .time: open(.time)
        case .intact: return tickNext()
        case .alerts: show(.alerts)
        case .things: show(.things)
        case .search: return openSearch()
        case .theme: return nextTheme()
        case .redraw: return [.redraw]
        case .finish: return form == nil ? nil : finish()
        }
        return []
    }

    /// The person or the vehicle of the selected row; without one, what stands in the line (G11).
    private var whoIsMeant: String {
        switch selected?.id {
        case .visit(let n): registers.visits[n].map { $0.name.isEmpty ? $0.plate ?? "" : $0.name } ?? ""
        case .stay(let n): registers.stays[n]?.plate ?? ""
        case .plate(let plate): plate
        case .person: if case .open(.visitor(_, let prefill))? = selected?.intent { prefill.name } else { line }
        default: line
        }
    }

    private mutating func show(_ view: View) {
        parkForms()
        self.view = view
        (isLineAside, selection) = (!line.isEmpty, nil)
        if isLineAside { stopwatch = Stopwatch(began: uptime) }
    }

    /// How the figures of the view are computed from the pages.
    private mutating func explain() -> [Effect] {
        if case .figures(let board)? = layers.last { return pressInFigures(.function(12), board) }
        if case .reading(_, _, let figures, _)? = layers.last, !figures.isEmpty {
            layers.append(.reading(figures))
            return []
        }
        let list = view == .handover ? HandoverList(registers, estate: estate, post: post, now: now) : nil
        let underWay = list.map { HandoverExplanations($0, registers, estate: estate, post: post).all(language) } ?? []
        let figures = (underWay + view.figures.flatMap { $0.explanations(registers, estate, at: now, language) }).map(\.text)
        if figures.isEmpty { say(OpenWords.none) } else { layers.append(.reading(figures.joined(separator: "\n"))) }
        return []
    }

    mutating func clearLine() {
        line = ""
        (isLineAside, isLineScanned) = (false, false)
        found = []
        selection = nil
    }

    mutating func open(_ kind: FormKind) {
        var form = factory.form(kind)
        guard !form.isCorrectingNothing else { return alarm(FormWords.nothingToCorrect[language]) }
        form.earlier = takeEarlier(for: kind)
        form.stopwatch = takeStopwatch()
        if case .visitor(.some, _) = kind { form.tell(refusedBefore(form) ?? form.told) }
        layers.append(.form(form))
        isJustOffered = true
    }

    /// A form that is opened from the panes takes over the time that was said for it; one over another form is for now.
    private mutating func takeEarlier(for kind: FormKind) -> Instant? {
        if case .time = kind { return nil }
        guard openForm == nil else { return nil }
        defer { earlier = nil }
        return earlier
    }

    private mutating func nextLanguage() {
        let all = Language.allCases
        let index = all.firstIndex(of: language) ?? 0
        language = all[(index + 1) % all.count]
        translateForms()
        if isFinding { find() }
    }

    private mutating func nextTheme() -> [Effect] {
        let all = Theme.allCases
        theme = all[((all.firstIndex(of: theme) ?? 0) + 1) % all.count]
        say(ThemeWords.chosen(theme))
        return [.theme(theme)]
    }

    private mutating func takeBack() -> [Effect] {
        let own = snapshot.state.entries.last { $0.stamp.by == holder && !snapshot.state.withdrawn.contains($0.stamp.n) && $0.event.isOrdinary }
        guard let own else {
            say(ScreenWords.noOwn)
            return []
        }
        // Pressed again before the book has it, the key does not mean what came before.
        guard !waiting.values.contains(where: { $0.takesBack == own.stamp.n }) else { return [] }
        let told = Text(each: { LineWords(estate: estate, language: $0).inShort(own, of: snapshot.state) })
        let effects = write([Step(by: holder, Withdrawal(ref: own.stamp.n))], opener: nil, done: DoneWords.takenBack(told))
        waiting[tickets]?.takesBack = own.stamp.n
        return effects
    }

    /// The next checkpoint is intact. What is typed stays.
    private mutating func tickNext() -> [Effect] {
        guard let tick = nextTick, let next = estate.checkpoint(tick.checkpoint) else {
            say(registers.rounds.values.contains { $0.returned == nil } ? ScreenWords.allLooked : ScreenWords.noCheckpoint)
            return []
        }
        guard custody != nil else {
            alarm(Refusal.postUnattended.text(language))
            return []
        }
        guard tick == offeredTick else {
            say(ScreenWords.nextChanged(next.name))
            return []
        }
        walked = tick.round
        return write([Step(by: holder, RoundTicked(ref: tick.round, checkpoint: next.id))], opener: nil, done: DoneWords.intact(next.name))
    }

    // MARK: The line

    private mutating func pressInLine(_ key: Key) -> [Effect] {
        typedAhead = ""
        switch key {
        case .text(let text), .paste(let text):
            // A scan is complete: what is typed behind it is something else.
            line = (isLineScanned ? "" : line) + text.oneLine
            (isStale, isLineAside, isLineScanned) = (true, false, false)
        case .backspace:
            if !line.isEmpty { line.removeLast() }
            (isStale, isLineAside, isLineScanned) = (true, false, false)
        case .escape:
            // First of the selected row: the text that waits under the pane stays.
            if isLineAside, selection != nil { selection = nil } else { clearLine() }
            earlier = nil
        case .down: select(1)
        case .up: select(-1)
        case .pageDown: select(10)
        case .pageUp: select(-10)
        case .home: selection = list.first?.id
        case .end: selection = list.last?.id
        case .tab: nextPane(1)
        case .backTab: nextPane(-1)
        case .right:
            guard isFoundStill() else { break }
            let row = selection != nil ? takeOffer() : isFinding && isClear ? found.first : nil
            if let row, !row.actions.isEmpty || storyLine(of: row) != nil { openActions(of: row) }
        case .left: if let n = selected.flatMap(storyLine) { return openStory(of: n) }
        case .enter: return enter()
        default: break
        }
        return []
    }

    private mutating func select(_ step: Int) {
        let rows = list
        guard !rows.isEmpty else { return }
        guard let index = rows.place(of: selection) else {
            self.selection = step > 0 ? rows.first?.id : rows.last?.id
            return
        }
        self.selection = rows[min(max(index + step, 0), rows.count - 1)].id
    }

    private mutating func nextPane(_ step: Int) {
        let all = View.allCases
        let index = all.firstIndex(of: view) ?? 0
        view = all[(index + step + all.count) % all.count]
        selection = nil
    }

    private mutating func enter() -> [Effect] {
        // A second Enter in the same read is a bounce of the first, or the end of a scan.
        guard isFoundStill() else { return [] }
        if selection != nil { return isJustOffered ? [] : takeOffer().map { follow($0.intent) } ?? [] }
        guard isFinding else {
            say(ScreenWords.chooseFirst)
            return []
        }
        if isClear, let best = found.first { return follow(best.intent) }
        if let first = found.first, first.style == .alarm {
            (selection, isJustOffered) = (first.id, true)
            say(ScreenWords.readRow)
            return []
        }
        // Whether an unknown plate comes or goes is asked: only an arrow chooses, so that a second Enter books nothing.
        guard !found.contains(where: { $0.id == .plate("stray") }) else {
            say(ScreenWords.chooseUnknown)
            return []
        }
        (selection, isJustOffered) = (found.first?.id, true)
        say(ScreenWords.moveIntoList)
        return []
    }

    mutating func follow(_ intent: Intent) -> [Effect] {
        switch intent {
        case .write(let steps, let opener, let done):
            guard snapshot.lastNumber > 0 else {
                say(ScreenWords.stillOpening)
                return []
            }
            if custody == nil {
                open(.signOn(.opening))
                alarm(Refusal.postUnattended.text(language))
                return []
            }
            let effects = write(timed(steps, by: stopwatch, at: earlier), opener: opener, done: done, line: isFinding ? line : "")
            stopwatch = nil
            if isFinding { clearLine() } else { selection = nil }
            return effects
        case .open(let kind):
            openFromLine(kind)
            return []
        case .choose:
            (isAskedByBook, chosenAction) = (false, nil)
            if let row = selected ?? found.first { layers.append(.actions(row)) }
            return []
        case .go(let view, let row):
            if isFinding { clearLine() }
            show(view)
            selection = row
            return []
        case .reveal(let text):
            layers.append(.reading(text))
            return []
        case .slip: return [.slip]
        case .story(let n): return openStory(of: n)
        case .read(let order):
            layers.append(.order(order, scroll: 0))
            return []
        case .pass(let step, let next, let done):
            let effects = write([step], opener: nil, done: done)
            waiting[tickets]?.step = (selection, next)
            selection = next
            return effects
        case .say(let text):
            if text == HintWords.nothing { say(HintWords.noAction) } else if text.hant.contains("\n") { layers.append(.reading(text[language])) } else { say(text) }
            return []
        }
    }

    /// What stands in the line is used up once the form is recorded.
    private mutating func openFromLine(_ kind: FormKind) {
        open(kind)
        guard var form else { return }
        form.line = isFinding ? line : ""
        replaceForm(form)
    }

    mutating func write(_ steps: [Step], opener: Int?, done: Text, line: String = "") -> [Effect] {
        defer { earlier = nil }
        return write(steps, opener: opener, done: done, line: line, at: earlier, again: interrupted)
    }

    /// - Parameters:
    ///   - time: when it happened, if earlier.
    ///   - again: the ticket that this repeats, because the disk interrupted it.
    mutating func write(_ steps: [Step], opener: Int?, done: Text, line: String, at time: Instant?, again: Int?) -> [Effect] {
        tickets += 1
        waiting[tickets] = Pending(done: done, line: line, found: line == self.line ? found : [], isClear: isClear, earlier: time)
        return [.write(Errand(steps, opener: opener, at: time, ticket: tickets, again: again))]
    }
}

extension Key {
    /// Changes only text, so that what it leads to can wait for the last key of a read.
    var isTyping: Bool {
        switch self {
        case .text, .paste, .backspace: true
        default: false
        }
    }
}

extension Key {
    /// Lines that it moves a text by; nil for keys that do not.
    fileprivate func scrolling(by page: Int) -> Int? {
        switch self {
        case .down: 1
        case .up: -1
        case .pageDown: max(1, page)
        case .pageUp: -max(1, page)
        default: nil
        }
    }
}

extension Event {
    /// Neither brought forward nor about other events.
    var isOrdinary: Bool {
        guard case .fact(let fact) = self else { return false }
        return !(fact is any Forwarding)
    }
}

extension Size {
    /// Below 40×12 the program says so and waits.
    var isTooSmall: Bool { columns < 40 || rows < 12 }
}
