import Notation

/// The wall clock was moved between two lines: what it shows in them does not tell how much time passed.
public enum MovedClock: Equatable, Sendable {
    /// The machine's own clock tells it: what the wall clock would have shown in the later line, had nobody moved it.
    case measured(Instant)
    /// It was moved back, and nothing tells how much time passed.
    case unknown

    /// A clock that is put right by less shows the minutes as they were.
    private static let least = 60_000

    /// Nil where nobody moved it, as far as the lines can tell.
    init?(from earlier: TimeOfWriting, to later: TimeOfWriting) {
        guard let end = later.unmoved(since: earlier) else {
            guard later.wall < earlier.wall else { return nil }
            self = .unknown
            return
        }
        guard abs(later.wall.milliseconds - end.milliseconds) >= MovedClock.least else { return nil }
        self = .measured(end)
    }
}
