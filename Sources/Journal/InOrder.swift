import Dispatch
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
        let results = Mutex([Result?](repeating: nil, count: size))
        DispatchQueue.concurrentPerform(iterations: size) { offset in
            let result = work(begin + offset)
            results.withLock { $0[offset] = result }
        }
        for (offset, result) in results.withLock({ $0 }).enumerated() {
            if let result, !take(begin + offset, result) { return }
        }
        start += size
        batch = min(batch * 2, 64)
    }
}
