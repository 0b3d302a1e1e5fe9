import Notation

/// A round that the schedule asks for.
public struct DueRound: Equatable, Sendable {
    public let route: Route
    public let due: Instant
    /// Until when it must depart.
    public var deadline: Instant { due.adding(minutes: route.graceMinutes) }
}

/// How long before its due time a round may depart, in minutes.
public let earliestDeparture = 15
/// A missed round is recorded so many minutes after its deadline at the latest, or not as missed.
private let longestWatch = 31 * 1440
/// Ticks may be entered for so many minutes after the return.
public let lateTickMinutes = 60

extension Route {
    /// The due times after `start`, up to `end`.
    func due(after start: Instant, through end: Instant, in zone: Zone) -> [Instant] {
        guard start < end, !times.isEmpty else { return [] }
        let first = Day(start, in: zone)
        let last = Day(end, in: zone)
        return (first.number...last.number)
            .flatMap { day in times.sorted().map { Day(number: day).at($0, in: zone) } }
            .filter { $0 > start && $0 <= end }
    }
}

extension Registers {
    /// Since when the rounds of `route` are unaccounted for.
    func accountedUntil(_ route: Route, now: Instant) -> Instant {
        accounted[route.id]?.until ?? began ?? now
    }

    /// Rounds that are due, or may already depart, and have not departed; earliest first.
    public func roundsDue(in estate: Estate, at now: Instant) -> [DueRound] {
        estate.routes
            .flatMap { route in
                route.due(
                    after: accountedUntil(route, now: now), through: now.adding(minutes: earliestDeparture), in: estate.zone
                ).map { DueRound(route: route, due: $0) }
            }
            .sorted { ($0.due, $0.route.id) < ($1.due, $1.route.id) }
    }

    /// The next round of each route after those due now, earliest first.
    public func roundsComing(in estate: Estate, at now: Instant) -> [DueRound] {
        estate.routes
            .compactMap { route in
                route.due(
                    after: max(accountedUntil(route, now: now), now.adding(minutes: earliestDeparture)),
                    through: now.adding(minutes: 1440 + earliestDeparture), in: estate.zone
                ).first.map { DueRound(route: route, due: $0) }
            }
            .sorted { ($0.due, $0.route.id) < ($1.due, $1.route.id) }
    }

    /// What the program must record by itself now: rounds that nobody walked, or that did not come back (P6).
    public func missedRounds(in estate: Estate, at now: Instant) -> [any Fact] {
        let overdue = roundsDue(in: estate, at: now).filter { $0.deadline < now }
        var facts: [any Fact] = []
        var rest = overdue[...]
        while let round = rest.first {
            let unwatched = rest.prefix { wasUnwatched($0.deadline, seenFrom: now) }
            if let last = unwatched.last {
                facts.append(RoundsUnwatched(rounds: Array(unwatched), from: round.due, to: last.due, zone: estate.zone))
                rest = rest.dropFirst(unwatched.count)
            } else {
                facts.append(RoundMissed(route: round.route.id, due: round.due))
                rest = rest.dropFirst()
            }
        }
        for (n, round) in rounds.sorted(by: { $0.key < $1.key }) where round.returned == nil {
            guard let route = estate.route(round.route), round.departed.adding(minutes: route.longestMinutes) < now else { continue }
            facts.append(RoundMissed(ref: n, route: round.route, due: round.due))
        }
        return facts
    }

    /// Whether this very round is missed and not recorded yet: the same as to be among `missedRounds`, without asking for them all.
    func isMissed(_ missed: RoundMissed, in estate: Estate, at now: Instant) -> Bool {
        guard let route = estate.route(missed.route) else { return false }
        if let ref = missed.ref {
            guard let round = rounds[ref], round.returned == nil, round.route == missed.route, round.due == missed.due else { return false }
            return missed.missing == .back && round.departed.adding(minutes: route.longestMinutes) < now
        }
        let deadline = DueRound(route: route, due: missed.due).deadline
        return missed.missing == .departure && missed.due > accountedUntil(route, now: now) && deadline < now && !wasUnwatched(deadline, seenFrom: now)
            && route.times.contains(ClockTime(missed.due, in: estate.zone))
    }

    /// Where nothing was recorded for more than a month, nobody watched, or the clock was set: rounds of years are not missed one by one.
    private func wasUnwatched(_ time: Instant, seenFrom now: Instant) -> Bool {
        if now.minutes(since: time) > longestWatch { return true }
        if let unwatchedSince, time >= unwatchedSince { return true }
        return outages.values.contains { $0.from <= time && time < $0.until }
    }

    /// When the schedule next changes what must be shown or recorded.
    public func nextPatrolChange(in estate: Estate, after now: Instant) -> Instant? {
        let deadlines = roundsDue(in: estate, at: now).flatMap { [$0.due, $0.deadline] }
        let coming = roundsComing(in: estate, at: now).map { $0.due.adding(minutes: -earliestDeparture) }
        let returns = rounds.values.filter { $0.returned == nil }
            .compactMap { round in estate.route(round.route).map { round.departed.adding(minutes: $0.longestMinutes) } }
        return (deadlines + coming + returns).filter { $0 >= now }.min()
    }
}
