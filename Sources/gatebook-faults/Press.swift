import ArgumentParser
import CTracer
import Foundation
import Glibc
import Synchronization

struct Press: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "At the screen: the sync of an entry fails though its line stands, and the guard presses Enter again.")
    @OptionGroup var common: CommonOptions

    func run() throws {
        allow(seconds: 120)
        let bench = try Bench(common)
        let data = bench.folder.appending(path: "data")
        let screen = try TracedScreen(bench, data: data)
        var problems: [String] = []
        screen.wait(for: "Sign on")
        for keys in ["711", "7281"] where problems.isEmpty {
            screen.type(keys)
            problems += screen.enter(untilItShows: "✓").map { "\(keys): \($0)" }
        }
        if problems.isEmpty { problems += screen.leave() }
        problems += try Judge(data: data).run(Press.entries)
        try conclude("press", "2 entries, each with a failed sync", problems: problems + bench.verify(data))
    }

    private static let entries = #"""
        [inputs | try fromjson catch empty | objects | .e] as $all | "post.taken", "vehicle.entered"
        | . as $kind | ($all | map(select(. == $kind)) | length) as $count | select($count != 1) | "\($kind) stands \($count) times"
        """#
}

/// The full screen under ptrace(2), on a terminal that this process types in and reads from.
final class TracedScreen: Sendable {
    private let master: Int32
    private let armed: Armed
    /// What the terminal was sent; kept as bytes, since a read may end within a character.
    private let sent = Mutex<[UInt8]>([])
    private let status = Mutex<Int32>(-1)
    private let ended = DispatchSemaphore(value: 0)

    /// How many syncs are still to fail; the tracer looks at it before every call.
    private final class Armed: @unchecked Sendable {
        let count = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

        init() { count.initialize(to: 0) }
        deinit { count.deallocate() }
    }

    init(_ bench: Bench, data: URL) throws {
        var ends: [Int32] = [0, 0]
        guard tracer_terminal(&ends, 24, 100) == 0 else { throw Failure.system("posix_openpt") }
        (master, armed) = (ends[0], Armed())
        let slave = ends[1]
        setenv("TERM", "xterm-256color", 1)
        setenv("LC_ALL", "C.UTF-8", 1)
        let arguments = bench.arguments("practice", "--now", "2026-11-23T09:50:05+08:00", data: data)
        Thread.detachNewThread { [self] in
            let result = trace(arguments, data, slave)
            status.withLock { $0 = result }
            close(slave)
            ended.signal()
        }
        Thread.detachNewThread { [self] in read() }
    }

    deinit { close(master) }

    private func trace(_ arguments: [String], _ data: URL, _ slave: Int32) -> Int32 {
        var run = tracer_run()
        (run.input, run.output, run.complaint) = (slave, slave, slave)
        (run.fault, run.times, run.scope) = (TRACER_BROKEN, .max, TRACER_SYNCS)
        run.armed = armed.count
        return data.path.withCString { folder in
            run.folder = folder
            return withArguments(arguments) { tracer_trace(&run, $0) }
        }
    }

    private func read() {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(master, &bytes, bytes.count)
            guard count > 0 else { return }
            sent.withLock { $0 += bytes.prefix(count) }
        }
    }

    func type(_ keys: String) { _ = keys.withCString { write(master, $0, strlen($0)) } }

    /// Waits until the terminal was sent this text. Whoever waits in vain is ended by the alarm.
    func wait(for text: String) { while !shows(text) { usleep(1000) } }

    private func shows(_ text: String) -> Bool { String(decoding: sent.withLock { $0 }, as: UTF8.self).contains(text) }

    /// Presses Enter with a sync that fails, and again and again until the terminal is sent `text`.
    func enter(untilItShows text: String) -> [String] {
        usleep(100_000)
        sent.withLock { $0 = [] }
        armed.count.pointee = 1
        type("\r")
        while armed.count.pointee > 0 { usleep(1000) }
        if shows(text) { return ["acknowledged before the sync failed"] }
        for _ in 0..<100 where !shows(text) {
            type("\r")
            usleep(100_000)
        }
        return shows(text) ? [] : ["Enter was pressed 100 times in vain"]
    }

    /// Leaves by F10. Whoever does not leave ends with this process.
    func leave() -> [String] {
        type("\u{1B}[21~")
        wait(for: "Quit?")
        type("\r")
        ended.wait()
        let status = Child.exit(status.withLock { $0 })
        return status == 0 ? [] : ["ended with \(status)"]
    }
}
