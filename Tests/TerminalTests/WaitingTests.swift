import Foundation
import Glibc
import Testing

@testable import Terminal

@Suite struct WaitingTests {
    @Test func timeoutPassesWhole() throws {
        let waker = try Waker()
        let before = ContinuousClock.now
        #expect(Poll.wait(for: [waker.fileDescriptor], timeoutMilliseconds: 20).isEmpty)
        #expect(ContinuousClock.now - before >= .milliseconds(20))
        #expect(Poll.wait(for: [], timeoutMilliseconds: 0).isEmpty)
    }

    @Test func wakesFromAnotherThread() throws {
        let waker = try Waker()
        let woken = DispatchSemaphore(value: 0)
        // A thread of its own: all those of the pool may be waiting in tests.
        let waking = Thread {
            for _ in 0..<100 { waker.wake() }
            woken.signal()
        }
        waking.start()
        #expect(Poll.wait(for: [waker.fileDescriptor], timeoutMilliseconds: nil) == [waker.fileDescriptor])
        woken.wait()
        waker.drain()
        waker.drain()
        #expect(Poll.wait(for: [waker.fileDescriptor], timeoutMilliseconds: 0).isEmpty)
    }

    @Test func readsWhatIsThere() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        #expect(readAvailable(ends[0], limit: 10) == .nothing)
        #expect(write(ends[1], [1, 2, 3] as [UInt8], 3) == 3)
        #expect(readAvailable(ends[0], limit: 2) == .bytes([1, 2]))
        #expect(readAvailable(ends[0], limit: 2) == .bytes([3]))
        close(ends[1])
        #expect(Poll.wait(for: [ends[0]], timeoutMilliseconds: nil) == [ends[0]])
        #expect(readAvailable(ends[0], limit: 2) == .end)
        close(ends[0])
        #expect(readAvailable(1_000_000, limit: 2) == .end)
    }
}
