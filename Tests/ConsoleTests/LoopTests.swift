import Configuration
import Foundation
import Gatekeeping
import Notation
import Synchronization
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

/// A display that another thread may look at while the loop paints.
private final class WatchedDisplay: Display, Sendable {
    private struct Shown {
        var size = Size(columns: 80, rows: 24)
        var nextSize = Size(columns: 80, rows: 24)
        var text = ""
        var paints = 0
        var theme = Theme.dark
    }

    private let shown = Mutex(Shown())
    private let painted = DispatchSemaphore(value: 0)

    var size: Size { shown.withLock { $0.size } }
    var theme: Theme { shown.withLock { $0.theme } }
    var paints: Int { shown.withLock { $0.paints } }

    func paint(_ canvas: Canvas) {
        let text = canvas.text
        shown.withLock { ($0.text, $0.paints) = (text, $0.paints + 1) }
        painted.signal()
    }

    func resize() { shown.withLock { $0.size = $0.nextSize } }
    func redraw() {}
    func show(in theme: Theme) { shown.withLock { $0.theme = theme } }
    func close() {}

    /// Waits until a painted frame shows `part`.
    func wait(for part: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let deadline = DispatchTime.now() + 60
        while !shown.withLock({ $0.text.contains(part) }) {
            guard painted.wait(timeout: deadline) == .success else {
                Issue.record("waited for \(part); the screen shows:\n\(shown.withLock { $0.text })", sourceLocation: sourceLocation)
                throw CocoaError(.fileReadUnknown)
            }
        }
    }
}

/// The clock that never jumps, moved by hand.
private final class Uptime: Sendable {
    private let milliseconds = Atomic(0)
    var now: Int { milliseconds.load(ordering: .relaxed) }
    func pass(_ time: Int) { milliseconds.add(time, ordering: .relaxed) }
}

/// The real loop and the real clerk, with a pipe for a keyboard.
private final class LoopUnderTest {
    let display = WatchedDisplay()
    private let keyboard = Pipe()
    private let ended = DispatchSemaphore(value: 0)
    private var isOver = false
    private let uptime = Uptime()
    private let folder = FileManager.default.temporaryDirectory.appending(path: "loop-" + UUID().uuidString)

    init() throws {
        let (display, input, ended, data, uptime) = (display, keyboard.fileHandleForReading.fileDescriptor, ended, folder.path, uptime)
        let estate = EstateReader.read(.example).estate
        let waker = try Waker()
        Thread {
            let clerk = Clerk(
                estate: estate, data: data, isPractice: true, startingAt: Instant(Desk.morning), post: "gate-main", language: .english
            ) { waker.wake() }
            let parts = Loop.Parts(
                estate: estate, post: "gate-main", language: .english, isPractice: true, display: display, input: input, signals: nil,
                waker: waker, clerk: clerk, watch: nil, clock: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
                uptime: { uptime.now })
            Loop(parts).run()
            ended.signal()
        }.start()
    }

    /// The loop ends before its keyboard's descriptor may belong to somebody else.
    deinit {
        try? hangUp()
        while !isOver { _ = hasEnded() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// - Parameter milliseconds: how long after what was sent before, by the clock that never jumps.
    func send(_ text: String, after milliseconds: Int = 150) { send(Array(text.utf8), after: milliseconds) }
    func send(_ bytes: [UInt8], after milliseconds: Int = 150) {
        uptime.pass(milliseconds)
        keyboard.fileHandleForWriting.write(Data(bytes))
    }
    func hangUp() throws { try keyboard.fileHandleForWriting.close() }
    func hasEnded() -> Bool {
        isOver = isOver || ended.wait(timeout: .now() + 60) == .success
        return isOver
    }

    var journal: String {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "jsonl" }.compactMap { FileManager.default.contents(atPath: $0.path) }
            .map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    func signOn() throws {
        try display.wait(for: "Sign on")
        send("711\r")
        try display.wait(for: "G07 is on duty")
    }
}

@Suite("The loop, from bytes to frames and lines")
struct LoopTests {
    @Test("Bytes become a line of the journal, and the frame says so")
    func signOn() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        #expect(loop.journal.contains("post.taken"))
        loop.send("\u{1B}[21~")
        try loop.display.wait(for: "Quit?")
        loop.send("\r")
        #expect(loop.hasEnded())
        #expect(loop.journal.contains("console.closed"))
    }

    @Test("A thousand keys at once are a few frames, and none is lost")
    func coalescing() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        let before = loop.display.paints
        loop.send(String(repeating: "x", count: 1000) + "y" + "\u{7F}\u{7F}z")
        try loop.display.wait(for: "xz")
        #expect(loop.display.paints - before < 20)
    }

    @Test("A character that comes byte by byte arrives whole")
    func pieces() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        for byte in "王小明".utf8 { loop.send([byte]) }
        try loop.display.wait(for: "王小明")
    }

    @Test("Ctrl-Y changes the display's colours, one after the other")
    func theme() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        for (name, theme) in [("light", Theme.light), ("contrast", .contrast), ("dark", .dark)] {
            loop.send("\u{19}")
            try loop.display.wait(for: "Colours: \(name)")
            #expect(loop.display.theme == theme)
        }
    }

    @Test("The loop times its reads: a key again within the bounce is dropped, later it counts")
    func bounce() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        loop.send("\u{19}", after: 0)
        try loop.display.wait(for: "Colours: light")
        loop.send("\u{19}", after: 20)
        loop.send("z", after: 0)
        try loop.display.wait(for: "> z")
        #expect(loop.display.theme == .light)
        loop.send("\u{19}", after: 20)
        try loop.display.wait(for: "Colours: contrast")
    }

    @Test("A keyboard that is gone ends the program in good order")
    func hangUp() throws {
        let loop = try LoopUnderTest()
        try loop.signOn()
        try loop.hangUp()
        #expect(loop.hasEnded())
        #expect(loop.journal.contains("console.closed"))
    }
}
