import Notation

/// Homes that an officer visited of their own accord in one area and quarter, or the director in a year (R1, R5).
public struct Calling: Carried {
    public var officer = ""
    /// The building; empty for the director, who visits all of them.
    public var area = ""
    /// As `2026-Q4`, or `2026` for the director.
    public var term = ""
    public var units: [String] = []

    public init() {}

    public static let forwardName = "calling"
    public static let fields: [Field<Calling>] = [
        Field("officer", \.officer, "Officer, by number."), Field("area", \.area, "Building, by its id.", presence: .optional),
        Field("term", \.term, "Quarter or year."), Field("units", \.units, "Homes that were visited."),
    ]

    /// More homes than these are not told apart in one quarter.
    static let mostUnits = 200

    var key: String { "\(officer)/\(area)/\(term)" }

    public static func place(_ item: Calling, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        // More homes than one line has room for stand in several.
        let before = registers.callings[item.key]?.units ?? []
        var item = item
        item.units = before + item.units.filter { !before.contains($0) }
        registers.callings[item.key] = item
    }

    /// Whether the plan of a year, or of a later one, still needs it.
    func counts(in year: String) -> Bool { term >= year }
}

/// Somebody called on a resident and listened (回訪, R2).
public struct RevisitMade: Fact {
    public static let kind = "revisit.made"
    public static let command: String? = "revisit.make"
    public static let decisive: Set<String> = ["outcome", "officer", "unit"]
    public static let meaning = "A return visit: what the resident says and whether they are content; what is not settled with it stays a matter (R2, R3, R4)."

    /// Whether the resident is content.
    public enum Outcome: String, Choice {
        case content, fairly, not
    }

    public var ref: Int?
    public var unit = ""
    public var officer = ""
    public var opinion = ""
    public var outcome = Outcome.content
    public var promised: Instant?
    public var term: String?
    public var area: String?
    public var opens: Matter.Kind?

    public init() {}

    public static let fields: [Field<RevisitMade>] = [
        Field("ref", \.ref, "The matter that it is about."), Field("unit", \.unit, "Unit, by its id.", presence: .optional),
        Field("officer", \.officer, "Who called, by number.", presence: .optional), Field("opinion", \.opinion, "What the resident said."),
        Field("outcome", \.outcome, "Whether they are content; if not, the matter is opened again."),
        Field("promised", \.promised, "When an answer was promised (R3)."),
        Field("term", \.term, "Quarter or year in whose plan it counts.", presence: .derived),
        Field("area", \.area, "Building in whose plan it counts.", presence: .derived),
        Field("opens", \.opens, "The kind of matter that this line opens.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> RevisitMade {
        try situation.requireStaff()
        let desk = try situation.estate.requireDesk()
        try situation.require(opinion, field: "opinion")
        var copy = self
        if copy.officer.isEmpty { copy.officer = situation.by }
        guard situation.estate.person(copy.officer) != nil else { throw .unknownGuard(copy.officer) }
        if let ref {
            let matter = try situation.matter(ref)
            guard matter.toResident != nil else { throw .answerMissing(.resident) }
            guard !matter.handlers.contains(copy.officer) else { throw .ownRevisit }
            copy.unit = matter.unit ?? copy.unit
        } else {
            try situation.require(unit, field: "unit")
            copy.plan(in: situation.estate, desk, at: situation.happened)
            copy.opens = outcome == .not ? .complaint : promised == nil ? nil : .enquiry
        }
        try situation.require(toCome: promised)
        if !copy.unit.isEmpty { try situation.estate.require(unit: copy.unit, purpose: nil) }
        return copy
    }

    /// Where it counts in the year's plan.
    private mutating func plan(in estate: Estate, _ desk: DeskRules, at time: Instant) {
        guard let person = desk.officer(officer) else { return }
        let day = Day(time, in: estate.zone)
        switch person.role {
        case .director: term = String(day.parts.year)
        case .officer: (term, area) = (day.quarterName, estate.building(of: unit))
        }
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if let ref { revisit(ref, &registers, stamp) }
        if let term { call(term, &registers) }
        guard let opens else { return }
        var matter = Matter()
        (matter.kind, matter.topic, matter.unit, matter.what, matter.channel) = (opens, DeskRules.otherTopic, unit, opinion, .revisit)
        (matter.promised, matter.since) = (promised, stamp.happened)
        registers.matters[stamp.n] = matter
    }

    private func revisit(_ ref: Int, _ registers: inout Registers, _ stamp: Stamp) {
        registers.change(matter: ref) { matter in
            switch outcome {
            case .content, .fairly: matter.isRevisited = true
            case .not: matter.reopen(at: stamp.happened)
            }
            guard let promised else { return }
            matter.promised = promised
        }
    }

    private func call(_ term: String, _ registers: inout Registers) {
        var calling = Calling()
        (calling.officer, calling.area, calling.term) = (officer, area ?? "", term)
        calling = registers.callings[calling.key] ?? calling
        if !calling.units.contains(unit), calling.units.count < Calling.mostUnits { calling.units.append(unit) }
        registers.callings[calling.key] = calling
    }
}

extension Day {
    /// As `2026-Q4`.
    public var quarterName: String { "\(parts.year)-Q\(quarter)" }
}
