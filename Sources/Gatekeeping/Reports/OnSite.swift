import Notation

/// Who and what is inside now (P2): the on-site board.
public struct OnSite: Equatable, Sendable {
    /// A visitor inside.
    public struct Person: Equatable, Sendable {
        public let ref: Int
        public let visit: Visit
        /// Minutes over the allowed stay, if any.
        public let over: Int?
    }

    /// A vehicle inside.
    public struct Vehicle: Equatable, Sendable {
        public let ref: Int
        public let stay: Stay
        public let over: Int?
    }

    public let people: [Person]
    public let vehicles: [Vehicle]
    /// Visitors inside, all parties together.
    public var count: Int { people.map(\.visit.heads).reduce(0, +) }

    /// - Parameter now: for who is over time.
    public init(_ registers: Registers, estate: Estate, now: Instant) {
        people = registers.visits.filter { $0.value.step == .inside }.sorted { $0.key < $1.key }
            .map { Person(ref: $0.key, visit: $0.value, over: $0.value.overstay(in: estate, at: now)) }
        vehicles = registers.stays.filter { $0.value.entered != nil }.sorted { $0.key < $1.key }
            .map { Vehicle(ref: $0.key, stay: $0.value, over: $0.value.overstay(in: estate, at: now)) }
    }
}
