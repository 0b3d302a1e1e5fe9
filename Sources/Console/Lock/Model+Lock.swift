import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

extension Model {
    /// Locks the screen: forms are put aside, and what is typed stays where nobody sees it.
    mutating func lock() {
        guard !isLocked else { return }
        parkForms()
        (isLocked, message, isAlarm, selection) = (true, nil, false, nil)
    }

    /// Locks the screen when no key was pressed for as long as the configuration says.
    /// - Parameter uptime: milliseconds of the clock that never jumps.
    mutating func lockIfIdle(at uptime: Int) {
        guard let minutes = estate.lockMinutes, uptime - self.uptime >= minutes * 60_000 else { return }
        lock()
    }

    /// What may be seen: all layers, and over a locked screen only those that tell nothing.
    var visibleLayers: [Layer] { isLocked ? layers.filter(\.isOpenWhileLocked) : layers }

    /// The layer that has the keyboard on a locked screen.
    private var lockedLayer: Layer? { layers.last.flatMap { $0.isOpenWhileLocked ? $0 : nil } }

    /// What a key does on a locked screen: emergency entry and help stay open, typing goes to the unlock form, all else goes nowhere.
    mutating func obeyLocked(_ key: Key, isAlone: Bool) -> [Effect] {
        if let action = Action.of(key) { return isOpen(action) ? perform(action) ?? [] : [] }
        switch lockedLayer {
        case .form: return pressInForm(key)
        case .help(let scroll): return pressInHelp(key, scroll)
        case .discard(let form): return pressInDiscard(key, form, isAlone)
        case .quit: return pressInQuit(key, isAlone)
        default: break
        }
        switch key {
        case .enter: open(custody == nil ? .signOn(.opening) : .unlock)
        case .text, .paste:
            open(.unlock)
            return pressInForm(key)
        default: break
        }
        return []
    }

    /// A question has the keyboard, also where help lies over it.
    var isAsking: Bool {
        let last = visibleLayers.last { if case .help = $0 { false } else { true } }
        return switch last {
        case .discard, .quit: true
        default: false
        }
    }

    /// Whether an action is open: over a question what leaves it as it is, and who comes in an emergency; on a locked screen what tells nothing. Nobody
    /// ends the program behind the back of who locked it.
    func isOpen(_ action: Action) -> Bool {
        guard isLocked else { return !isAsking || [.help, .emergency, .language, .theme, .redraw].contains(action) }
        return switch action {
        case .help, .emergency, .language, .theme, .redraw: true
        case .finish: form != nil && lockedLayer != nil
        case .leave: custody == nil
        default: false
        }
    }

    /// Hands the number and the PIN to the clerk.
    mutating func unlock(_ form: Form) -> [Effect] {
        var form = form
        let typed = form.value("number") ?? ""
        let number = estate.guards.first { $0.number.folded == typed.folded }?.number ?? typed
        tickets += 1
        (form.ticket, form.complaint) = (tickets, nil)
        let pin = form.credentials?.pin
        replaceForm(form)
        return [.unlock(Unlocking(number: number, pin: pin, ticket: tickets))]
    }

    /// Somebody of the estate is back; where nobody holds the post, signing on is next.
    mutating func unlocked(_ ticket: Int) {
        layers.removeAll { if case .form(let form) = $0 { form.ticket == ticket } else { false } }
        isLocked = false
        say(LockWords.unlocked)
        if custody == nil, layers.isEmpty { open(.signOn(.opening)) }
    }

    /// The four numbers of a locked screen.
    var lockedCounts: [Text] {
        let board = OnSite(registers, estate: estate, now: now)
        return [
            LockWords.people(board.count), LockWords.vehicles(board.vehicles.count),
            LockWords.rounds(registers.roundsDue(in: estate, at: now).count { $0.due <= now && $0.deadline >= now }),
            LockWords.alerts(alerts.all.count { !$0.kind.isQuiet }),
        ]
    }

    /// The post, and that it is locked; not who holds it.
    var lockedText: String {
        let practice = isPractice ? language.marked(ScreenWords.practice[language]) : ""
        return "\(practice)\(estate.post(post)?.name[language] ?? post) · \((custody == nil ? LockWords.nobody : LockWords.title)[language])"
    }
}

extension Model.Layer {
    /// Tells nothing of who is inside.
    var isOpenWhileLocked: Bool {
        switch self {
        case .form(let form), .discard(let form): form.kind.isOpenWhileLocked
        case .help, .quit: true
        case .menu, .actions, .reading, .order, .board, .search, .figures, .story: false
        }
    }
}

extension FormKind {
    var isUnlocking: Bool { if case .unlock = self { true } else { false } }
    /// Nothing of it is written, and it is not put aside.
    var isUnrecorded: Bool {
        switch self {
        case .unlock, .figures, .time: true
        default: false
        }
    }

    /// Tells nothing of who is inside.
    var isOpenWhileLocked: Bool {
        switch self {
        case .emergency, .unlock: true
        case .signOn(let taking): taking == .opening
        default: false
        }
    }
}
