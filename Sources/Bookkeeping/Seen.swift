import Gatekeeping
import Journal
import Notation

/// A visitor or a vehicle registered in the last 90 days, as they last came, or who was refused without being registered.
public struct Seen: Equatable, Sendable {
    /// An unknown vehicle that was registered, known by its plate; `name` is its driver's, if known.
    public var isVehicle = false
    public var name: String
    public var unit: String
    public var host: String?
    public var purpose: String
    public var plate: String?
    public var phone: String?
    public var last: Instant
    /// The line that told of them last.
    public var n: Int
    /// They were never registered: all that is known of them is that they were refused.
    public var isOnlyRefused = false
    /// That they were not let in, where that came after they were registered last.
    public var refused: Refusal?

    /// Entry was refused (P3).
    public struct Refusal: Equatable, Sendable {
        /// The line that says so.
        public var n: Int
        public var time: Instant
        public var name: String
        public var plate: String
        /// The reason's id, and what was written besides.
        public var reason: String
        public var text: String?

        init(_ fact: VisitorRefused, _ stamp: Stamp) {
            (n, time) = (stamp.n, stamp.happened)
            (name, plate) = (fact.name ?? "", fact.plate ?? "")
            (reason, text) = (fact.reason, fact.text)
        }
    }

    public init(
        isVehicle: Bool = false, name: String, unit: String, host: String? = nil, purpose: String = "", plate: String? = nil,
        phone: String? = nil, last: Instant, n: Int = 0
    ) {
        self.isVehicle = isVehicle
        (self.name, self.unit, self.host, self.purpose) = (name, unit, host, purpose)
        (self.plate, self.phone, self.last, self.n) = (plate, phone, last, n)
    }

    /// Who it is: a person by name and unit, a vehicle by its plate.
    public var key: String { isVehicle ? "\u{0}" + Plate.normal(plate ?? "") : name + "\u{0}" + unit }

    /// How long somebody is remembered, in days.
    public static let days = 90

    /// Everybody seen, newest first.
    /// - Parameter n: a line of the newest page, where that need not be read: the state knows who was seen there.
    static func all(in book: Book, until now: Instant, before n: Int? = nil) -> [Seen] {
        var gatherer = SeenGatherer()
        let earliest = Day(now, in: book.zone).adding(days: -days)
        let pages = (try? book.pages()) ?? []
        guard let first = pages.first(where: { $0.day >= earliest }) else { return [] }
        let end = n.flatMap { n in pages.last { $0.first <= n } }
        func read(_ kinds: Set<String>) { try? PageReader(book).readEvents(from: first, before: end, kinds: kinds) { line, event in gatherer.note(event, line.stamp) } }
        read(SeenGatherer.kinds)
        // Of the many who came in by their plate alone only those are looked for who may have been refused before.
        if gatherer.refused.hasPlates { read([VehicleEntered.kind]) }
        return gatherer.result
    }
}
