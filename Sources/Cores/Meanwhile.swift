import Dispatch
import Synchronization

/// A value that is made on a thread of its own while its maker goes on; whoever asks for it waits until it is there.
public final class Meanwhile<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    /// Where the system gives no more threads, the value is made at once.
    public init(_ make: @escaping @Sendable () -> Value) {
        let body: @Sendable () -> Void = { [self] in
            let value = make()
            made.withLock { $0 = value }
            isMade.signal()
        }
        if !startThread(body) { body() }
    }

    /// The value, once it is made.
    public var value: Value {
        while true {
            if let value = made.withLock({ $0 }) { return value }
            isMade.wait()
            // Whoever else waits is let go too.
            isMade.signal()
        }
    }
}
