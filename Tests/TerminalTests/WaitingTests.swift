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

    @Test func wakesFromAnotherThread() async throws {
        let waker = try Waker()
        let waking = Task.detached { for _ in 0..<100 { waker.wake() } }
        #expect(Poll.wait(for: [waker.fileDescriptor], timeoutMilliseconds: nil) == [waker.fileDescriptor])
        await waking.value
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
