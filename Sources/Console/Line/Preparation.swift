import Bookkeeping
import Foundation
import Synchronization
import Terminal

/// Prepares the keys of everybody seen beside the loop, and wakes it when they are ready.
final class Preparation: Sendable {
    private let ready = Mutex<SeenKeys?>(nil)
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    /// - Parameter people: newest first.
    func begin(_ people: [Seen]) {
        // A thread that ends: the queues of Dispatch would look round once a second for ever after.
        let thread = Thread { [self] in
            let keys = SeenKeys(people)
            ready.withLock { $0 = keys }
            waker.wake()
        }
        thread.start()
    }

    /// What is ready, once.
    func take() -> SeenKeys? {
        ready.withLock { ready in
            defer { ready = nil }
            return ready
        }
    }
}
