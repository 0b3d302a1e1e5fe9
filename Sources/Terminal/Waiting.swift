import CSystem
import Glibc

/// Ends the waiting of a loop from any thread.
public final class Waker: Sendable {
    public let fileDescriptor: Int32

    public init() throws(SystemFailure) {
        fileDescriptor = terminal_open_event()
        guard fileDescriptor >= 0 else { throw SystemFailure(call: "eventfd", code: errno) }
    }

    deinit { _ = close(fileDescriptor) }

    /// Makes the descriptor ready until it is drained. From any thread, as often as one likes.
    public func wake() {
        var one: UInt64 = 1
        while write(fileDescriptor, &one, MemoryLayout<UInt64>.size) < 0 && errno == EINTR {}
    }

    /// Makes the descriptor quiet again; do it before looking at what woke it.
    public func drain() {
        var count: UInt64 = 0
        while read(fileDescriptor, &count, MemoryLayout<UInt64>.size) < 0 && errno == EINTR {}
    }
}

/// Descriptors that are waited for again and again.
public struct PollSet {
    private var entries: [pollfd]

    public init(_ descriptors: [Int32]) { entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) } }

    /// Waits until at least one descriptor can be read, has ended or is broken.
    /// - Parameter timeoutMilliseconds: the longest wait; `nil` waits for ever.
    /// - Returns: whether any is; false when the time has passed.
    public mutating func wait(timeoutMilliseconds: Int?) -> Bool {
        let deadline = timeoutMilliseconds.map { PollSet.now &+ Int64(max(0, $0)) }
        while true {
            let left = deadline.map { max(0, $0 - PollSet.now) }
            let count = poll(&entries, nfds_t(entries.count), left.map { Int32(clamping: $0) } ?? -1)
            if count > 0 { return true }
            if count < 0 && errno == EINTR { continue }
            // poll takes at most 24 days at once.
            if count == 0, deadline.map({ $0 > PollSet.now }) ?? true { continue }
            return false
        }
    }

    /// Those that the last wait found, in their order.
    public func forEachReady(_ body: (Int32) -> Void) {
        for entry in entries where entry.revents != 0 { body(entry.fd) }
    }

    /// Milliseconds of the clock that never jumps, rounded up, so that what is waited for has come when a wait is over.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + (Int64(time.tv_nsec) + 999_999) / 1_000_000
    }
}

/// Waiting for descriptors once.
public enum Poll {
    /// Waits until at least one descriptor can be read, has ended or is broken, and returns those, in their order.
    ///
    /// - Parameter timeoutMilliseconds: the longest wait; `nil` waits for ever. Empty when it has passed.
    public static func wait(for descriptors: [Int32], timeoutMilliseconds: Int?) -> [Int32] {
        var set = PollSet(descriptors)
        var ready: [Int32] = []
        if set.wait(timeoutMilliseconds: timeoutMilliseconds) { set.forEachReady { ready.append($0) } }
        return ready
    }
}

/// What could be read without waiting.
public enum ReadResult: Equatable, Sendable {
    case bytes([UInt8])
    /// The other side has closed, or the descriptor is broken.
    case end
    /// Nothing has come.
    case nothing
}

/// Reads up to `limit` bytes that are there already; never waits, also on a descriptor that blocks.
public func readAvailable(_ fileDescriptor: Int32, limit: Int = 65_536) -> ReadResult {
    Poll.wait(for: [fileDescriptor], timeoutMilliseconds: 0).isEmpty ? .nothing : readReady(fileDescriptor, limit: limit)
}

/// Reads up to `limit` bytes of a descriptor that `Poll.wait` has just named; would wait if nothing had come.
public func readReady(_ fileDescriptor: Int32, limit: Int = 65_536) -> ReadResult {
    var code: Int32 = 0
    let bytes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, limit)) { buffer in
        let result = read(fileDescriptor, buffer.baseAddress, buffer.count)
        code = result < 0 ? errno : 0
        return Array(buffer.prefix(max(0, result)))
    }
    switch code {
    case 0: return bytes.isEmpty ? .end : .bytes(bytes)
    case EAGAIN, EINTR: return .nothing
    default: return .end
    }
}
