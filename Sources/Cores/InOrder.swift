import Dispatch
import Foundation
import Synchronization

/// Does `work` for each index on all cores, and hands over the results in order, until `take` says that it is enough.
///
/// The first batches are small, so that little is done in vain when the first results are enough.
public func inOrder<Result: Sendable>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, take: (Int, Result) -> Bool
) {
    var start = 0
    var batch = 2
    while start < count {
        let size = min(batch, count - start)
        let begin = start
        for (offset, result) in onAllCores(size, { offset in work(begin + offset) }).enumerated() {
            if !take(begin + offset, result) { return }
        }
        start += size
        batch = min(batch * 2, 64)
    }
}

/// What `work` gives for each index below `count`, in order. It is done on this thread and one more for each further core, which are gone when it
/// returns: the threads of libdispatch would stay, and one of them would wake up every second from then on.
public func onAllCores<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
    let desk = Desk<Result>(count)
    let ended = DispatchSemaphore(value: 0)
    let helpers = count < 2 ? 0 : min(count, ProcessInfo.processInfo.activeProcessorCount) - 1
    for _ in 0..<helpers {
        Thread {
            while let index = desk.next() { desk.keep(work(index), index) }
            ended.signal()
        }.start()
    }
    while let index = desk.next() { desk.keep(work(index), index) }
    for _ in 0..<helpers { ended.wait() }
    return desk.results
}

/// Hands out the indices, each once, and keeps what came of them.
private final class Desk<Result: Sendable>: Sendable {
    private let taken = Atomic(0)
    private let kept: Mutex<[Result?]>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        kept = Mutex([Result?](repeating: nil, count: count))
    }

    func next() -> Int? {
        let index = taken.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }

    func keep(_ result: Result, _ index: Int) { kept.withLock { $0[index] = result } }

    /// All of them, once each is there.
    var results: [Result] { kept.withLock { $0.compactMap { $0 } } }
}
