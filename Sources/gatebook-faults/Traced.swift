import CTracer
import Foundation
import Glibc

/// What is done to a system call of the program, and how often.
struct Injection: Sendable {
    let name: String
    let fault: tracer_fault
    let times: Int
    /// What befalls the call right after.
    var then = TRACER_NOTHING
    /// Which calls it can hit.
    var scope = TRACER_ANY_CALL

    static let brokenOnce = Injection(name: "EIO once", fault: TRACER_BROKEN, times: 1)
    static let nextSyncBroken = Injection(name: "EIO at the next fdatasync", fault: TRACER_BROKEN, times: 1, scope: TRACER_SYNCS)
    /// A file system without fallocate(2).
    static let notSupported = Injection(name: "EOPNOTSUPP for good", fault: TRACER_UNSUPPORTED, times: .max)
    /// For good: a disk that is full or broken stays so. EINTR comes no more than this often, as nobody could go on otherwise.
    static let all: [Injection] = [
        Injection(name: "ENOSPC once", fault: TRACER_NO_ROOM, times: 1),
        Injection(name: "ENOSPC three times", fault: TRACER_NO_ROOM, times: 3),
        Injection(name: "ENOSPC for good", fault: TRACER_NO_ROOM, times: .max),
        brokenOnce,
        Injection(name: "EIO for good", fault: TRACER_BROKEN, times: .max),
        Injection(name: "EINTR once", fault: TRACER_INTERRUPTED, times: 1),
        Injection(name: "EINTR 100 times", fault: TRACER_INTERRUPTED, times: 100),
        Injection(name: "short once", fault: TRACER_SHORT, times: 1),
        Injection(name: "short for good", fault: TRACER_SHORT, times: .max),
        Injection(name: "short, then EIO", fault: TRACER_SHORT, times: 1, then: TRACER_BROKEN),
        Injection(name: "short, then kill", fault: TRACER_SHORT, times: 1, then: TRACER_KILL),
        Injection(name: "kill", fault: TRACER_KILL, times: 1),
        notSupported,
    ]

    var kills: Bool { fault == TRACER_KILL || then == TRACER_KILL }
    var isChained: Bool { then != TRACER_NOTHING }

    /// Whether it can befall a call with these `possible` faults.
    func suits(_ possible: Int32) -> Bool { possible & Int32(bitPattern: fault.rawValue) != 0 }
}

/// One run of `gatebook record` under ptrace(2).
struct Traced {
    /// A system call on the data folder, or an answer on stdout.
    struct Call: Sendable {
        let name: String
        let file: String
        let result: Int
        let possible: Int32
        let isInjected: Bool

        var isAnswer: Bool { name == "answer" }
    }

    let calls: [Call]
    let hits: Int
    let status: Int32
    let transcript: Transcript

    /// Plays `lines` with the injection at the call of index `at`. The answers are collected through a pipe by this process.
    /// - Parameter complaint: becomes stderr.
    init(
        _ bench: Bench, _ lines: [String], data: URL, injection: Injection? = nil, at: Int = 0, complaint: TemporaryFile? = nil
    ) throws {
        let (source, pipe) = (try TemporaryFile(Data((lines.joined(separator: "\n") + "\n").utf8)), try PipeEnds())
        defer { close(pipe.reading) }
        var log = [tracer_call](repeating: tracer_call(), count: 4000)
        var run = tracer_run()
        (run.input, run.output) = (source.descriptor, pipe.writing)
        run.scope = injection?.scope ?? TRACER_ANY_CALL
        run.complaint = complaint?.descriptor ?? bench.nowhere
        (run.at, run.times) = (at, injection?.times ?? 0)
        (run.fault, run.then) = (injection?.fault ?? TRACER_NOTHING, injection?.then ?? TRACER_NOTHING)
        run.room = log.count
        let status = data.path.withCString { folder in
            run.folder = folder
            return log.withUnsafeMutableBufferPointer { buffer in
                run.calls = buffer.baseAddress
                return withArguments(bench.arguments("record", data: data)) { tracer_trace(&run, $0) }
            }
        }
        close(pipe.writing)
        guard status >= 0 else { throw Failure("ptrace: \(String(cString: strerror(-status)))") }
        let output = try FileHandle(fileDescriptor: pipe.reading, closeOnDealloc: false).readToEnd() ?? Data()
        self.status = Child.exit(status)
        hits = run.hits
        transcript = Transcript(output)
        calls = log.prefix(Int(run.count)).map(Call.init)
    }
}

extension Traced.Call {
    fileprivate init(_ call: tracer_call) {
        let file = withUnsafeBytes(of: call.file) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        self.init(
            name: call.name.map { String(cString: $0) } ?? "", file: file, result: call.result, possible: call.possible,
            isInjected: call.is_injected)
    }
}
