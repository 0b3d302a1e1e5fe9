import Notation

/// Everything the configuration says about one estate: the given world that the rules decide in (S8).
public struct Estate: Equatable, Sendable {
    /// What people call the estate.
    public var name = Names("")
    /// The book's name in file names: lower-case ASCII letters, digits and hyphens.
    public var book = "estate"
    /// The estate's one offset from UTC.
    public var zone = Zone(minutes: 480)
    /// Language code of a console that nobody told otherwise: `zh-Hant`, `zh-Hans` or `en`.
    public var language = "zh-Hant"
    /// The screen's colours where nobody says otherwise: `dark`, `light` or `contrast`; nil for the program's own choice.
    public var theme: String?
    /// The journal is a practice journal: nothing in it is meant.
    public var isPractice = false
    /// Other gates of the estate keep books on other machines, so a resident's vehicle may leave without having come in here.
    public var hasGatesElsewhere = false
    /// Signing on and accepting a handover are refused without a signature.
    public var requiresPINs = false
    /// Minutes without a key after which the screen locks itself; nil for never.
    public var lockMinutes: Int?
    public var gates: [EstateGate] = []
    public var posts: [Post] = []
    public var shifts: [Shift] = []
    public var guards: [Guard] = []
    public var buildings: [Building] = []
    public var units: [Unit] = []
    public var residents: [Resident] = []
    public var vehicles: [ResidentVehicle] = []
    public var purposes: [Purpose] = []
    public var identifications: [Identification] = []
    public var emergencyServices: [Labelled] = []
    public var vehicleKinds: [Labelled] = []
    public var refusalReasons: [Labelled] = []
    public var occurrenceKinds: [OccurrenceKind] = []
    public var checkpoints: [Checkpoint] = []
    /// How fire equipment is used (G7), by the id of the checkpoints' items.
    public var uses: [Labelled] = []
    public var routes: [Route] = []
    public var denied: [Denied] = []
    public var orders: [Order] = []
    public var scans = ScanShapes()
    /// The service desk; nil where there is none.
    public var desk: DeskRules?

    public init() {}
}

/// A name in up to three languages; one that is missing falls back to the traditional Chinese one.
public struct Names: Equatable, Hashable, Sendable {
    public var hant: String
    public var hans: String?
    public var english: String?

    public init(_ hant: String, hans: String? = nil, english: String? = nil) {
        self.hant = hant
        self.hans = hans
        self.english = english
    }
}

/// A choice that configuration offers: an id for the journal, a name for people.
public struct Labelled: Equatable, Sendable {
    public var id: String
    public var name: Names
    /// How many there are: equipment is counted at the handover (S8, G10).
    public var count: Int

    public init(id: String, name: Names, count: Int = 1) {
        self.id = id
        self.name = name
        self.count = count
    }
}

/// A way into the estate.
public struct EstateGate: Equatable, Sendable {
    public var id: String
    public var name: Names

    public init(id: String, name: Names) {
        self.id = id
        self.name = name
    }
}

/// A place that a guard holds (S8): at a gate, or a patrol's base.
public struct Post: Equatable, Sendable {
    public var id: String
    public var name: Names
    /// The gate's id.
    public var gate: String
    /// Equipment that is checked on coming on duty (G3).
    public var equipment: [Labelled]
    /// The service desk: its console shows matters whole, the others their unit and state only.
    public var isDesk: Bool
    /// Where the post is not held round the clock: it may be closed by schedule from this time …
    public var closes: ClockTime?
    /// … until this one.
    public var opens: ClockTime?

    public init(
        id: String, name: Names, gate: String, equipment: [Labelled], closes: ClockTime? = nil, opens: ClockTime? = nil,
        isDesk: Bool = false
    ) {
        self.isDesk = isDesk
        self.id = id
        self.name = name
        self.gate = gate
        self.equipment = equipment
        self.closes = closes
        self.opens = opens
    }

    /// The equipment that is meant, by its ids: what was chosen, and what is named in words besides (G3). A name within another that stands
    /// there does not count.
    public func equipment(chosen: String?, named words: String) -> [String] {
        var said = Estate.bare(words)
        var meant = Set([chosen].compactMap { $0 })
        let names = equipment.flatMap { item in [item.name.hant, item.name.english ?? ""].map { (id: item.id, name: Estate.bare($0)) } }
        for (id, name) in names.sorted(by: { $0.name.count > $1.name.count }) where !name.isEmpty && said.contains(name) {
            meant.insert(id)
            said = said.replacing(name, with: " ")
        }
        return equipment.map(\.id).filter(meant.contains)
    }
}

/// A stretch of duty; one that ends before it starts runs over midnight.
public struct Shift: Equatable, Sendable {
    public var id: String
    public var name: Names
    public var start: ClockTime
    public var end: ClockTime

    public init(id: String, name: Names, start: ClockTime, end: ClockTime) {
        self.id = id
        self.name = name
        self.start = start
        self.end = end
    }
}

/// Someone who signs in the book with a number (G1).
public struct Guard: Equatable, Sendable {
    /// The number on the uniform, as `G07`.
    public var number: String
    public var name: String
    /// May grant exceptions and cover a post.
    public var isSupervisor: Bool
    /// What the badge scanner types for this person, if they have a badge.
    public var badge: String?

    public init(number: String, name: String, isSupervisor: Bool, badge: String? = nil) {
        self.number = number
        self.name = name
        self.isSupervisor = isSupervisor
        self.badge = badge
    }
}
