import Notation

/// What letting people and vehicles in took at the keyboard, by hour and by shift.
public struct PaceTally: Sendable {
    /// A stretch of each day.
    public enum Part: Hashable, Comparable, Sendable {
        /// All of it.
        case whole
        /// A shift, by its place in the configuration.
        case shift(Int)
        /// An hour of the day, 0…23, in the estate's time.
        case hour(Int)
    }

    /// The medians of some admissions of one kind; the lower of two in the middle.
    public struct Pace: Equatable, Sendable {
        public let count: Int
        /// Milliseconds.
        public let median: Int
        /// Milliseconds that the slowest tenth took at least.
        public let slowestTenth: Int
        public let keys: Int

        init?(_ efforts: [Effort]) {
            let times = efforts.map(\.took).sorted()
            let keys = efforts.map(\.keys).sorted()
            guard !times.isEmpty else { return nil }
            count = times.count
            median = times[(count - 1) / 2]
            slowestTenth = times[count * 9 / 10]
            self.keys = keys[(count - 1) / 2]
        }
    }

    /// One line of the report.
    public struct Row: Equatable, Sendable {
        public let part: Part
        /// The kind of the admissions.
        public let kind: String
        public let pace: Pace
    }

    /// The kinds of events that carry an effort.
    public static let kinds = [VisitorAdmitted.kind, VehicleEntered.kind]
    /// The kinds that must be read.
    public static let readKinds = Set(kinds + [Withdrawal.kind])

    private let estate: Estate
    private let from: Day?
    private let to: Day?
    private var efforts: [Int: (kind: String, stamp: Stamp, effort: Effort)] = [:]

    /// Only what was written from one day to the other, both included; nil for no end.
    public init(_ estate: Estate, from: Day? = nil, to: Day? = nil) {
        (self.estate, self.from, self.to) = (estate, from, to)
    }

    /// Takes in one event. What was taken back does not count, whenever it was.
    public mutating func note(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .withdrawal(let withdrawal): efforts[withdrawal.ref] = nil
        case .fact(let fact):
            let day = Day(stamp.t, in: estate.zone)
            guard let effort = (fact as? any Timed)?.effort, day >= from ?? day, day <= to ?? day else { return }
            efforts[stamp.n] = (type(of: fact).kind, stamp, effort.possible)
        case .correction, .commandIDs: break
        }
    }

    /// All of it first, then by shift, then by hour; of each what has admissions.
    public var rows: [Row] {
        var groups: [Part: [String: [Effort]]] = [:]
        for (kind, stamp, effort) in efforts.values {
            for part in parts(of: stamp.t) { groups[part, default: [:]][kind, default: []].append(effort) }
        }
        return groups.sorted { $0.key < $1.key }.flatMap { part, group in
            PaceTally.kinds.compactMap { kind in
                group[kind].flatMap { Pace($0) }.map { Row(part: part, kind: kind, pace: $0) }
            }
        }
    }

    private func parts(of time: Instant) -> [Part] {
        let running = estate.shift(at: time)?.shift
        let shift = estate.shifts.firstIndex { $0 == running }.map { [Part.shift($0)] } ?? []
        return [.whole] + shift + [.hour(ClockTime(time, in: estate.zone).minutes / 60)]
    }
}
