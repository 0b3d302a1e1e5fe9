import Dispatch
import Foundation
import Synchronization

/// Does `work` for each index on all cores, and hands over the results in order, until `take` says that it is enough.
///
/// The workers are never more than some indices ahead, so that little is done in vain when the first results are enough, and few results wait.
public func inOrder<Result: Sendable>(
    _ count: Int, work: @escaping @Sendable (Int) -> Result, take: (Int, Result) -> Bool
) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let line = AssemblyLine<Result>(count, ahead: 2 * cores)
    let workers = min(count, cores)
    for _ in 0..<workers { Thread { line.run(work) }.start() }
    for index in 0..<count where !take(index, line.result(index)) { break }
    line.stop(workers)
}

/// Results that are made side by side and taken in order.
private final class AssemblyLine<Result: Sendable>: Sendable {
    private struct State {
        var next = 0
        var made: [Int: Result] = [:]
    }

    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let made = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let count: Int

    init(_ count: Int, ahead: Int) {
        self.count = count
        room = DispatchSemaphore(value: 0)
        for _ in 0..<ahead { room.signal() }
    }

    func run(_ work: (Int) -> Result) {
        while true {
            room.wait()
            let index = state.withLock { state in
                defer { state.next += 1 }
                return state.next
            }
            guard index < count else { break }
            let result = work(index)
            state.withLock { $0.made[index] = result }
            made.signal()
        }
        ended.signal()
    }

    /// The result of an index, once it is made; each is taken once, in order.
    func result(_ index: Int) -> Result {
        while true {
            if let result = state.withLock({ $0.made.removeValue(forKey: index) }) {
                room.signal()
                return result
            }
            made.wait()
        }
    }

    /// Lets the workers end, and waits until they have.
    func stop(_ workers: Int) {
        state.withLock { $0.next = max($0.next, count) }
        for _ in 0..<workers { room.signal() }
        for _ in 0..<workers { ended.wait() }
    }
}

/// What `work` gives for each index below `count`, in order. It is done on this thread and one more for each further core, which are gone when it
/// returns: the threads of libdispatch would stay, and one of them would wake up every second from then on.
public func onAllCores<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
    let desk = Desk<Result>(count)
    let ended = DispatchSemaphore(value: 0)
    let helpers = max(0, min(count, ProcessInfo.processInfo.activeProcessorCount) - 1)
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
