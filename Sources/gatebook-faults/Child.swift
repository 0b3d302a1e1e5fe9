import CTracer
import Foundation
import Glibc

/// A process that was started here.
struct Child {
    /// How a process ended.
    struct Outcome {
        /// Exit status, or 128 and the signal's number.
        let status: Int32
        let output: Data

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    let pid: pid_t

    /// - Parameters:
    ///   - input: becomes stdin.
    ///   - output: becomes stdout.
    init(_ arguments: [String], input: Int32, output: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var pid: pid_t = 0
        let code = withArguments(arguments) { posix_spawnp(&pid, arguments[0], &actions, nil, $0, environ) }
        guard code == 0 else { throw Failure("\(arguments[0]): \(String(cString: strerror(code)))") }
        self.pid = pid
    }

    /// Waits for its end.
    @discardableResult
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Child.exit(status)
    }

    /// SIGKILL, and its end.
    func kill() {
        Glibc.kill(pid, SIGKILL)
        wait()
    }

    /// What waitpid(2) told, as a shell shows it.
    static func exit(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// Runs a program to its end. Input and output go through files, so that neither side can block the other.
    static func run(_ arguments: [String], input: Data = Data()) throws -> Outcome {
        let (source, sink) = (try TemporaryFile(input), try TemporaryFile())
        let status = try Child(arguments, input: source.descriptor, output: sink.descriptor).wait()
        return Outcome(status: status, output: try sink.contents())
    }
}

/// A file without a name.
final class TemporaryFile {
    let descriptor: Int32

    init(_ contents: Data = Data()) throws {
        descriptor = tracer_nameless_file()
        guard descriptor >= 0 else { throw Failure.system("memfd_create") }
        let count = contents.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count == contents.count, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Failure.system("write") }
    }

    deinit { close(descriptor) }

    func contents() throws -> Data {
        lseek(descriptor, 0, SEEK_SET)
        return try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd() ?? Data()
    }
}

/// A pipe whose ends are not inherited.
struct PipeEnds {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard tracer_pipe(&ends) == 0 else { throw Failure.system("pipe2") }
        (reading, writing) = (ends[0], ends[1])
    }
}

/// Calls `body` with the arguments as C wants them.
func withArguments<R>(_ arguments: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> R) rethrows -> R {
    let pointers = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return try body(pointers + [nil])
}
