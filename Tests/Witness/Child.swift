import Foundation
import Glibc
import Synchronization

/// A process that a test starts, by the kernel's own calls. Foundation's `Process` reads beyond a folder's list once many files are open
/// (swift-corelibs-foundation 5472), keeps the files of a child open, and learns of its end by a socket that other children inherit.
public struct Child: Sendable {
    /// It could not be started.
    public struct NotStarted: Error {
        public let command: [String]
        public let code: Int32
    }

    public let pid: pid_t

    /// - Parameters:
    ///   - command: the path of the program, then its arguments.
    ///   - folder: where it runs; here, if missing.
    ///   - input: becomes its standard input; the null device, if missing. So do the two others. Other files that are closed on exec stay here.
    public init(_ command: [String], in folder: URL? = nil, input: Int32? = nil, output: Int32? = nil, error: Int32? = nil) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, source) in [input, output, error].enumerated() {
            if let source {
                posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", target == 0 ? O_RDONLY : O_WRONLY, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        let command = (folder.map { ["/usr/bin/env", "-C", $0.path] } ?? []) + command
        var pid: pid_t = 0
        let code = withCStrings(command) { argv in
            withCStrings(environment) { envp in oneAtATime.withLock { _ in posix_spawn(&pid, command[0], &actions, &attributes, argv, envp) } }
        }
        guard code == 0 else { throw NotStarted(command: command, code: code) }
        self.pid = pid
    }

    /// Waits for its end; once.
    /// - Returns: the exit status, or the number of the signal.
    @discardableResult
    public func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
    }

    /// Runs a program to its end.
    /// - Returns: the exit status, or the number of the signal.
    @discardableResult
    public static func run(_ command: [String], in folder: URL? = nil, input: Int32? = nil, output: Int32? = nil, error: Int32? = nil) throws -> Int32 {
        try Child(command, in: folder, input: input, output: output, error: error).wait()
    }
}

/// Two ends of a pipe that no child inherits unasked.
public struct PipeEnds: Sendable {
    public let read: Int32
    public let write: Int32

    public init() {
        var ends: [Int32] = [0, 0]
        oneAtATime.withLock { _ in
            Glibc.pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        (read, write) = (ends[0], ends[1])
    }
}

/// Between a pipe that is made and its word that nobody inherits it no child is started.
private let oneAtATime = Mutex(())

private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
