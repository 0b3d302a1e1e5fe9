import CSystem
import Glibc

/// A call of the system that failed, and its `errno`.
public struct SystemFailure: Error, Equatable, Sendable {
    public let call: String
    public let code: Int32
}

/// What other programs tell this one.
public enum Signal: Equatable, Sendable {
    /// The terminal has another size.
    case windowChanged
    /// End in good order.
    case terminate
    /// The terminal is gone.
    case hangup
    /// The program was stopped and goes on: the screen may hold something else.
    case continued
}

/// The signals of the process as a descriptor to poll. SIGPIPE is ignored, a request to stop (SIGTSTP) too.
public struct Signals: Sendable {
    public let fileDescriptor: Int32

    /// Blocks the signals for this thread and those it starts: call it first of all.
    public init() throws(SystemFailure) {
        fileDescriptor = terminal_open_signals()
        guard fileDescriptor >= 0 else { throw SystemFailure(call: "signalfd", code: errno) }
    }

    /// The signals that have come since the last call; does not wait.
    public func take() -> [Signal] {
        var signals: [Signal] = []
        while case let number = terminal_take_signal(fileDescriptor), number != 0 {
            switch number {
            case SIGWINCH: signals.append(.windowChanged)
            case SIGTERM, SIGINT, SIGQUIT: signals.append(.terminate)
            case SIGHUP: signals.append(.hangup)
            case SIGCONT: signals.append(.continued)
            default: break
            }
        }
        return signals
    }
}
