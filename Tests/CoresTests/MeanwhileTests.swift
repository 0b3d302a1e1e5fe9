import Dispatch
import Synchronization
import Testing

@testable import Cores

@Suite("A value that is made meanwhile")
struct MeanwhileTests {
    @Test("Its maker goes on, and everybody who asks gets it")
    func everybody() {
        let gate = DispatchSemaphore(value: 0)
        let made = Atomic(0)
        let meanwhile = Meanwhile { () -> Int? in
            gate.wait()
            return made.add(1, ordering: .relaxed).newValue
        }
        #expect(made.load(ordering: .relaxed) == 0)
        gate.signal()
        #expect(onAllCores(8) { _ in meanwhile.value } == Array(repeating: 1, count: 8))
        #expect(meanwhile.value == 1)
    }

    @Test("A value that is none is waited for too")
    func none() {
        let meanwhile = Meanwhile { () -> Int? in nil }
        #expect(meanwhile.value == nil)
    }
}
