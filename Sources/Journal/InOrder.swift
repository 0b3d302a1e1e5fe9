import Dispatch
import Foundation
import Synchronization

/// Does `work` for each index on all cores, and hands over the results in order, until `take` says that it is enough.
///
/// The first batches are small, so that little is done in vain when the first results are enough.
func inOrder<Result: Sendable>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, take: (Int, Result) -> Bool
) {
    var start = 0
    var batch = 2
    while start < count {
        let size = min(batch, count - start)
        let begin = start
        let results = Results<Result>(size)
        onAllCores(size) { offset in results.keep(work(begin + offset), offset) }
        for (offset, result) in results.all.enumerated() {
            if let result, !take(begin + offset, result) { return }
        }
        start += size
        batch = min(batch * 2, 64)
    }
}

/// Does `work` for each index below `count`, on this thread and one more for each further core, which are gone when it returns:
/// the threads of libdispatch would stay, and one of them would wake up every second from then on.
private func onAllCores(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let queue = Queue(count)
    let ended = DispatchSemaphore(value: 0)
    let helpers = min(count, ProcessInfo.processInfo.activeProcessorCount) - 1
    for _ in 0..<max(0, helpers) {
        Thread {
            while let index = queue.next() { work(index) }
            ended.signal()
        }.start()
    }
    while let index = queue.next() { work(index) }
    for _ in 0..<max(0, helpers) { ended.wait() }
}

/// Hands out the indices, each once.
private final class Queue: Sendable {
    private let taken = Atomic(0)
    private let count: Int

    init(_ count: Int) { self.count = count }

    func next() -> Int? {
        let index = taken.add(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}

/// What came of each index.
private final class Results<Result: Sendable>: Sendable {
    private let kept: Mutex<[Result?]>

    init(_ count: Int) { kept = Mutex([Result?](repeating: nil, count: count)) }

    var all: [Result?] { kept.withLock { $0 } }

    func keep(_ result: Result, _ offset: Int) { kept.withLock { $0[offset] = result } }
}
