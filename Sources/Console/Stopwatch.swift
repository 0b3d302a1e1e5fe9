import Bookkeeping
import Gatekeeping
import Notation
import Terminal

/// Measures what a task takes: from its first key to the release, and how many keys.
///
/// The time runs on while the form is parked or another lies over it, since whoever stands at the gate waits as long. Keys count for the
/// form that they are pressed for.
struct Stopwatch: Equatable, Sendable {
    /// Milliseconds of the clock that never jumps, at the first key.
    var began: Int
    /// Keys before the one that is being pressed.
    var keys = 0

    /// With the key that is being pressed.
    func effort(at uptime: Int) -> Effort { Effort(took: uptime - began, keys: keys + 1).possible }
}

extension Model {
    /// Does what a key asks for, and counts it for the form that is open then, or else for the line.
    /// - Parameter isAlone: the key was the only one in its read; a confirmation counts no other Enter.
    mutating func press(_ key: Key, isAlone: Bool = true) -> [Effect] {
        let isTooSmall = size.isTooSmall
        if !isTooSmall { begin(isFirst: key.beginsTask) }
        note(key)
        let effects = obey(key, isAlone: isAlone)
        if key.isTyping || key == .enter { lastTyped = readTime }
        noteQuestion(at: max(uptime, readTime))
        noteOffer()
        if !isTooSmall { count() }
        lookAtLesson()
        if key == .escape, layers.isEmpty, line.isEmpty { stopwatch = nil }
        return effects
    }

    /// Starts the stopwatch of the line where nothing is under way.
    mutating func begin(isFirst: Bool) {
        guard layers.isEmpty, !isFinding, isFirst || stopwatch == nil else { return }
        stopwatch = Stopwatch(began: uptime)
    }

    mutating func count() {
        guard let index = openForm, case .form(var form) = layers[index] else {
            stopwatch?.keys += 1
            return
        }
        form.stopwatch?.keys += 1
        layers[index] = .form(form)
    }

    /// A form takes over the stopwatch of the line, or begins its own over another form.
    mutating func takeStopwatch() -> Stopwatch {
        guard openForm == nil else { return Stopwatch(began: uptime) }
        defer { stopwatch = nil }
        return stopwatch ?? Stopwatch(began: uptime)
    }

    /// What the steps are written with: an entry for an earlier time was no work at the gate.
    func timed(_ steps: [Step], by stopwatch: Stopwatch?, at earlier: Instant?) -> [Step] {
        guard earlier == nil, let stopwatch else { return steps }
        let effort = stopwatch.effort(at: uptime)
        return steps.map { $0.taking(effort) }
    }

    var openForm: Int? { layers.lastIndex { if case .form = $0 { true } else { false } } }
}

extension Key {
    /// A text, a scan or an action begins a task; arrows and Enter go on with one.
    fileprivate var beginsTask: Bool {
        switch self {
        case .text, .paste, .function, .control: true
        default: false
        }
    }
}
