import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// The rows of the panes: what is shown of each thing, and what Enter does with it. A class, so that a key copies neither estate nor registers.
final class PaneRows: Sendable {
    let estate: Estate
    let registers: Registers
    let holder: String
    let post: String
    let language: Language
    let now: Instant
    /// Who is suspicious at the gate.
    let suspects: [Suspect]
    /// Who was not let in when they came last, by their visits.
    let refusals: [Int: Seen.Refusal]

    init(
        estate: Estate, registers: Registers, holder: String, post: String, language: Language, now: Instant, refusals: [Int: Seen.Refusal] = [:]
    ) {
        (self.estate, self.registers, self.holder, self.post, self.language, self.now) = (estate, registers, holder, post, language, now)
        suspects = registers.suspects(in: estate)
        self.refusals = refusals
    }

    func clock(_ time: Instant) -> String { ClockTime(time, in: estate.zone).text }

    func write(_ fact: any Fact, _ done: Text) -> Intent { .write([Step(by: holder, fact)], opener: nil, done: done) }

    func person(_ number: String) -> String { estate.person(number).map { "\(number) \($0.name)" } ?? number }
}
