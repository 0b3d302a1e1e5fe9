import Foundation
import Glibc

/// Waits for the end of a process. It asks the kernel: Foundation notices the end by a socket, which a process that was started at the same moment
/// and runs on may hold open for ever.
public final class ProcessEnd: Sendable {
    private let noticed = DispatchSemaphore(value: 0)

    /// Before the process is run.
    public init(of process: Process) { process.terminationHandler = { [noticed] _ in noticed.signal() } }

    /// - Returns: the exit status, or the number of the signal.
    @discardableResult
    public func wait(for process: Process) -> Int32 {
        var end = siginfo_t()
        while waitid(P_PID, id_t(process.processIdentifier), &end, WEXITED | WNOWAIT) != 0 {
            if errno == EINTR { continue }
            // Foundation has collected it.
            noticed.wait()
            return process.terminationStatus
        }
        return end._sifields._sigchld.si_status
    }
}

extension Process {
    /// Runs it to its end.
    /// - Returns: the exit status, or the number of the signal.
    @discardableResult
    public func runToEnd() throws -> Int32 {
        let end = ProcessEnd(of: self)
        try run()
        return end.wait(for: self)
    }
}
