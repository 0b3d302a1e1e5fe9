import Gatekeeping
import Journal
import Notation

/// How the book stood at an earlier time: after the last line that was not written later, in the order of the chain, whatever the clock said between.
extension Office {
    /// The registers as they stood at `time`. Pages of a later day but the next are not read: they hold no line of that time.
    func registers(at time: Instant) throws(JournalFailure) -> Registers {
        var pages: [[Line]] = []
        do throws(SystemFailure) {
            for name in try book.pages().reversed() where !pages.isEmpty || name.day <= Day(time, in: estate.zone).adding(days: 1) {
                let all = try PageReader(book).lines(of: name)
                let lines = pages.isEmpty ? all.written(until: time) : all
                if !lines.isEmpty { pages.insert(lines, at: 0) }
                if lines.beginWhole { break }
            }
        } catch { throw .system(error) }
        var state = GateState()
        for (index, lines) in pages.enumerated() {
            for line in lines where index == 0 || !line.isForward {
                if let event = line.event { state.evolve(event, line.stamp) }
            }
        }
        return state.registers
    }
}

extension [Line] {
    /// The lines of a page up to the last one that was not written after `time`.
    func written(until time: Instant) -> [Line] { lastIndex { $0.t <= time }.map { Array(self[...$0]) } ?? [] }

    /// Whether all that was brought forward to the page stands at its beginning.
    fileprivate var beginWhole: Bool {
        guard first?.e == PageKind.opened, let ready = firstIndex(where: { $0.e == PageKind.ready }) else { return false }
        return self[ready].fields["lines"]?.integer == ready - 1
    }
}
