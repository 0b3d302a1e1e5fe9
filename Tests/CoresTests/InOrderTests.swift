import Synchronization
import Testing

@testable import Cores

@Suite("Work on all cores, taken in order")
struct InOrderTests {
    /// Takes longer for some than for others, so that later ones are ready first.
    @Sendable private static func work(_ index: Int) -> Int {
        (0..<(index % 7) * 2_000).reduce(index) { $0 ^ $1 ^ $1 }
    }

    @Test("Every result comes once and in order", arguments: [0, 1, 2, 3, 100, 1_000])
    func all(count: Int) {
        var taken: [Int] = []
        inOrder(count, work: Self.work) { index, result in
            #expect(index == result)
            taken.append(result)
            return true
        }
        #expect(taken == Array(0..<count))
        #expect(onAllCores(count, Self.work) == taken)
    }

    @Test("When the first are enough, little is done in vain, and no one works on", arguments: [1, 5, 50])
    func enough(wanted: Int) {
        let started = Atomic(0)
        var taken = 0
        let work: @Sendable (Int) -> Int = { index in
            started.add(1, ordering: .relaxed)
            return Self.work(index)
        }
        inOrder(10_000, work: work) { _, _ in
            taken += 1
            return taken < wanted
        }
        #expect(taken == wanted)
        let done = started.load(ordering: .relaxed)
        #expect(done >= wanted && done <= wanted + 3 * cores)
    }

    @Test("A slow first result holds up no more than there is room for")
    func slowFirst() {
        let ahead = Atomic(0)
        let isHeld = Atomic(true)
        var order: [Int] = []
        let work: @Sendable (Int) -> Int = { index in
            // The first waits until as many as there is room for are done beside it, where there are cores for them.
            if index == 0 { while isHeld.load(ordering: .relaxed), cores > 1, ahead.load(ordering: .relaxed) < 2 {} }
            ahead.add(1, ordering: .relaxed)
            return index
        }
        inOrder(50, work: work) { index, _ in
            isHeld.store(false, ordering: .relaxed)
            order.append(index)
            return true
        }
        #expect(order == Array(0..<50))
    }
}
