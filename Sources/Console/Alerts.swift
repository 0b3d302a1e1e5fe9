import Gatekeeping
import Notation
import Wording

/// What needs somebody's eye now, ranked by urgency.
struct Alerts {
    let registers: Registers
    let estate: Estate
    let now: Instant

    var texts: [Text] {
        counted(silent, AlertWords.silent) + counted(roundsDue, AlertWords.rounds) + counted(overstays, AlertWords.overstays)
            + counted(incomplete, AlertWords.incomplete) + counted(registers.outages.count, AlertWords.outages)
            + counted(registers.exceptions.count, AlertWords.exceptions)
    }

    private func counted(_ count: Int, _ text: (Int) -> Text) -> [Text] { count > 0 ? [text(count)] : [] }

    private var silent: Int { registers.occurrences.values.count { $0.silence(in: estate, at: now) != nil } }
    private var roundsDue: Int { registers.roundsDue(in: estate, at: now).count { $0.due <= now && $0.deadline >= now } }
    private var incomplete: Int { registers.visits.values.count(where: \.isIncomplete) }
    private var overstays: Int {
        registers.visits.values.count { $0.overstay(in: estate, at: now) != nil }
            + registers.stays.values.count { $0.overstay(in: estate, at: now) != nil }
    }

    /// When the next alert will come up by the clock alone.
    var next: Instant? {
        let visits = registers.visits.values.compactMap { visit -> Instant? in
            guard visit.step == .inside, let entered = visit.entered, let purpose = visit.purpose, let allowed = estate.purpose(purpose) else { return nil }
            return entered.adding(minutes: allowed.allowedMinutes + 1)
        }
        return (visits + [registers.nextPatrolChange(in: estate, after: now)].compactMap { $0 }).filter { $0 > now }.min()
    }
}
