import Dispatch
import Foundation
import Glibc
import Synchronization

/// How many threads may work at a time.
let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)

/// Does `work` for each index on all cores, and hands over the results in order, until `take` says that it is enough.
///
/// Few results are made ahead of what was taken, so that little is done in vain when the first are enough. The threads are gone when it
/// returns: those of libdispatch would stay, and one of them would wake up every second from then on.
public func inOrder<Result: Sendable>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, take: (Int, Result) -> Bool
) {
    let queue = Queue<Result>(count)
    let ended = DispatchSemaphore(value: 0)
    // Where the system gives no more threads, this one does it alone.
    let helpers = (1..<max(1, min(count, cores))).count { _ in
        startThread {
            while let index = queue.claim() { queue.put(work(index), index) }
            ended.signal()
        }
    }
    var isEnough = false
    while !isEnough, let step = queue.step() {
        switch step {
        case .take(let index, let result): isEnough = !take(index, result)
        case .work(let index): queue.put(work(index), index)
        }
    }
    queue.close(helpers)
    for _ in 0..<helpers { ended.wait() }
}

/// Runs `body` on a thread of its own. Foundation's threads do not say when there is none to be had.
/// - Returns: whether there is one.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let task = Unmanaged.passRetained(ThreadTask(body))
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, { task in
        if let task { Unmanaged<ThreadTask>.fromOpaque(task).takeRetainedValue().body() }
        return nil
    }, task.toOpaque())
    guard code == 0 else {
        task.release()
        return false
    }
    pthread_detach(thread)
    return true
}

private final class ThreadTask: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// What is to be done, is being done, and waits to be taken.
private final class Queue<Result: Sendable>: Sendable {
    enum Step {
        case take(Int, Result)
        case work(Int)
    }

    private struct State {
        var claimed = 0
        var taken = 0
        var results: [Int: Result] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let count: Int
    /// How many may be claimed that are not taken yet.
    private let lead = cores * 3
    private let arrived = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)

    init(_ count: Int) { self.count = count }

    /// The next index for a helper, once there is room for its result; nil when there is none left.
    func claim() -> Int? {
        while true {
            let next: Int?? = state.withLock { state in
                guard !state.isClosed, state.claimed < count else { return .some(nil) }
                guard state.claimed < state.taken + lead else { return nil }
                state.claimed += 1
                return state.claimed - 1
            }
            if let next { return next }
            room.wait()
        }
    }

    func put(_ result: Result, _ index: Int) {
        state.withLock { $0.results[index] = result }
        arrived.signal()
    }

    /// What whoever takes the results does next: the next result where it is there, else work of its own; nil at the end.
    func step() -> Step? {
        while true {
            let step: Step?? = state.withLock { state in
                guard state.taken < count else { return .some(nil) }
                if let result = state.results.removeValue(forKey: state.taken) {
                    state.taken += 1
                    return .take(state.taken - 1, result)
                }
                guard state.claimed < count, state.claimed < state.taken + lead else { return nil }
                state.claimed += 1
                return .work(state.claimed - 1)
            }
            guard let step else {
                arrived.wait()
                continue
            }
            if case .take? = step { room.signal() }
            return step
        }
    }

    /// No index is claimed any more.
    func close(_ helpers: Int) {
        state.withLock { $0.isClosed = true }
        for _ in 0..<helpers { room.signal() }
    }
}

/// What `work` gives for each index below `count`, in order.
public func onAllCores<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
    var results: [Result] = []
    inOrder(count, work: work) { _, result in
        results.append(result)
        return true
    }
    return results
}
