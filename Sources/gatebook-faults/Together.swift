import Foundation
import Synchronization

/// Lets writers work beside each other, each on a thread of its own, and waits for all.
/// - Returns: what was acknowledged to them, and who failed.
func together(_ count: Int, _ write: @escaping @Sendable (_ index: Int) throws -> [String: Int]) -> (known: [String: Int], problems: [String]) {
    let all = Mutex<(known: [String: Int], problems: [String])>(([:], []))
    let threads = (0..<count).map { index in
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            do {
                let known = try write(index)
                all.withLock { $0.known.merge(known) { first, _ in first } }
            } catch { all.withLock { $0.problems.append("writer \(index): \(error)") } }
            done.signal()
        }
        return done
    }
    for done in threads { done.wait() }
    return all.withLock { ($0.known, $0.problems) }
}
