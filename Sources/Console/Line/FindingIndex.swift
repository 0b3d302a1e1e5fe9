import Bookkeeping
import Gatekeeping
import Notation
import Readings

/// All that the line finds, with its keys: made once of the estate and of who was seen, and kept up with the book.
struct FindingIndex: Sendable {
    let estate: EstateKeys
    private(set) var gate: GateKeys
    /// Seen before today's page.
    private(set) var past = SeenKeys()
    private(set) var today = SeenToday()
    /// The places in `past` of who came again today.
    private(set) var superseded: Set<Int> = []
    /// The places of returning guests who stand in other rows, and of residents' vehicles inside.
    private(set) var elsewhere = Elsewhere()
    /// Of those who are expected or at the gate, by the lines that opened their visits or registered their vehicles, who was not let in when they came last.
    private(set) var refusedAtGate: [Int: Seen.Refusal] = [:]

    /// - Parameter isDesk: matters are found by whoever brought them and by what they are, not by their unit alone.
    init(_ estate: Estate, isDesk: Bool = false) {
        self.estate = EstateKeys(estate)
        gate = GateKeys(isDesk: isDesk)
    }

    /// Takes in whom the earlier pages know.
    mutating func remember(_ keys: SeenKeys) {
        let since = past
        past = keys
        for person in since.people { past.put(person) }
        past.takeEntries(of: since.refused)
        superseded = past.places(of: today.keys)
        (elsewhere, refusedAtGate) = (Elsewhere(self), refusedThere)
    }

    /// As they were seen last, by their key.
    func seen(_ key: String) -> Seen? { today.keys.place(of: key).map { today.keys.people[$0] } ?? past.place(of: key).map { past.people[$0] } }

    private var refusedThere: [Int: Seen.Refusal] {
        let visits = gate.visits.reduce(into: [Int: Seen.Refusal]()) { refused, open in
            guard open.visit.step != .inside else { return }
            refused[open.n] = refusal(of: open.visit.name, plate: open.visit.plate)
        }
        return gate.stays.reduce(into: visits) { refused, open in
            guard open.stay.entered == nil else { return }
            refused[open.n] = refusals(ofVehicle: open.stay.plate ?? "", drivers: NameList.readings(of: open.stay.driver ?? "")).first
        }
    }

    /// With what all pages say of their being refused.
    func told(of person: Seen) -> Seen { today.refused.told(of: past.refused.told(of: person)) }

    /// Catches up with the book.
    mutating func take(_ state: GateState, _ estate: Estate) {
        gate.take(state.registers, estate)
        defer { (elsewhere, refusedAtGate) = (Elsewhere(self), refusedThere) }
        let before = today
        let isChanged = today.take(state)
        guard isChanged || before.page != today.page else { return }
        if before.page != today.page {
            for person in before.keys.people { past.put(before.refused.told(of: person)) }
            past.takeEntries(of: before.refused)
        }
        superseded = past.places(of: today.keys)
    }
}

/// Who is found in another row already, by places in the index: so that a key looks only for what was typed.
struct Elsewhere: Sendable {
    private(set) var past: Set<Int> = []
    private(set) var today: Set<Int> = []
    private(set) var vehicles: Set<Int> = []

    init() {}

    init(_ index: FindingIndex) {
        let people = index.gate.visits.filter { $0.visit.step != .expected }
            .map { Seen(name: $0.visit.name, unit: $0.visit.unit ?? "", last: $0.visit.opened).key }
        let visitors = index.gate.visits.filter { $0.visit.step == .inside }.map(\.visit.plate)
        let cars = (index.gate.stays.map(\.stay.plate) + visitors).compactMap { plate in
            plate.map { Seen(isVehicle: true, name: "", unit: "", plate: $0, last: Instant(milliseconds: 0)).key }
        }
        let here = people + cars
        past = index.past.hidden.union(index.superseded).union(here.compactMap(index.past.place))
            .union(index.past.placesOfForgiven(by: index.today))
        today = index.today.keys.hidden.union(here.compactMap(index.today.keys.place))
        vehicles = Set(
            index.gate.stays.compactMap { _, stay in stay.entered == nil ? nil : stay.plate.flatMap(index.estate.vehicle) })
    }
}

/// The keys of what configuration says, in its order.
struct EstateKeys: Sendable {
    private(set) var residents = FindingKeys()
    private(set) var vehicles = FindingKeys()
    private(set) var deniedNames = FindingKeys()
    private(set) var deniedPlates = FindingKeys()
    private var places: [String: Int] = [:]
    /// The units by what of their names counts in finding.
    private var units: [[UInt8]: [String]] = [:]
    /// The units of the vehicles, by their places.
    let unitsOfVehicles: [String]
    let platesOfVehicles: [String]
    /// The numbers of flats without their buildings.
    private let flats: Set<[UInt8]>
    let buildings: BuildingNames

    init(_ estate: Estate) {
        buildings = BuildingNames(estate)
        flats = Set(estate.units.compactMap { UnitNames.flat(of: $0.id) })
        unitsOfVehicles = estate.vehicles.map(\.unit)
        platesOfVehicles = estate.vehicles.map(\.plate)
        for unit in estate.units { units[UnitNames.bare(unit.id), default: []].append(unit.id) }
        for resident in estate.residents {
            residents.add(names: [resident.name], unit: resident.unit, phone: resident.phone, codes: [resident.badge])
        }
        for (place, vehicle) in estate.vehicles.enumerated() {
            vehicles.add(names: [vehicle.owner], plate: vehicle.plate, unit: vehicle.unit)
            places[Plate.normal(vehicle.plate)] = place
        }
        for entry in estate.denied {
            deniedNames.add(names: entry.names)
            deniedPlates.add(plate: entry.plate)
        }
    }

    /// The text says a unit whole, or a flat of any building, whichever that is.
    func isUnit(_ query: Query) -> Bool { query.isFlat || units[query.unit] != nil }

    /// The text says a flat without its building: `1502`, or `15樓2號`, but not `1-502`.
    func isFlat(_ query: Query) -> Bool {
        guard flats.contains(query.unit) else { return false }
        return query.spoken.cuts.isEmpty || query.spoken.saysFloor && !(units[query.unit] ?? []).contains { query.spoken.isPartedAs($0) }
    }

    /// The unit that the text names whole; nil where it may be another one.
    func unit(_ query: Query) -> String? {
        guard !isDoubtful(query) else { return nil }
        let meant = units[query.unit]?.filter { query.spoken.cuts.isEmpty || query.spoken.isPartedAs($0) } ?? []
        return meant.count == 1 ? meant.first : nil
    }

    /// The text names a unit, or a flat of another building without that: `1502` for `1-502`, or for `3-1502`.
    func isDoubtful(_ query: Query) -> Bool {
        guard query.spoken.cuts.isEmpty, let named = units[query.unit] else { return false }
        return named.count > 1 || query.isFlat
    }

    /// The place of the resident's vehicle with exactly this plate.
    func vehicle(plate: String) -> Int? { places[Plate.normal(plate)] }
}

/// The keys of the open visits and stays, the latest first.
struct GateKeys: Sendable {
    private(set) var visits: [(n: Int, visit: Visit)] = []
    private(set) var stays: [(n: Int, stay: Stay)] = []
    private(set) var visitKeys = FindingKeys()
    private(set) var stayKeys = FindingKeys()
    /// What the post keeps or has lent, and what it was asked to do.
    private(set) var things: [(n: Int, thing: Thing)] = []
    private(set) var tasks: [(n: Int, task: DutyTask)] = []
    private(set) var thingKeys = FindingKeys()
    private(set) var taskKeys = FindingKeys()
    /// What the desk has open.
    private(set) var matters: [(n: Int, matter: Matter)] = []
    private(set) var matterKeys = FindingKeys()
    let isDesk: Bool
    private var known = Registers()

    init(isDesk: Bool) { self.isDesk = isDesk }

    mutating func take(_ registers: Registers, _ estate: Estate) {
        if registers.visits != known.visits { takeVisits(registers, estate) }
        if registers.stays != known.stays { takeStays(registers) }
        if registers.things != known.things { takeThings(registers, estate) }
        if registers.tasks != known.tasks { takeTasks(registers) }
        if registers.matters != known.matters { takeMatters(registers) }
    }

    private mutating func takeVisits(_ registers: Registers, _ estate: Estate) {
        known.visits = registers.visits
        visits = registers.visits.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
        visitKeys = FindingKeys()
        for (_, visit) in visits {
            let service = estate.emergencyServices.first { $0.id == visit.emergency }?.name
            let names = visit.people + [service?.hant, service?.hans, service?.english].compactMap { $0 }
            visitKeys.add(names: names, plate: visit.plate, unit: visit.unit, phone: visit.phone, codes: [visit.badge, visit.code])
        }
    }

    private mutating func takeStays(_ registers: Registers) {
        known.stays = registers.stays
        stays = registers.stays.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
        stayKeys = FindingKeys()
        for (_, stay) in stays { stayKeys.add(names: [stay.driver].compactMap { $0 }, plate: stay.plate, unit: stay.unit) }
    }

    /// A thing is found by what it is, by its unit and by everybody who lives there, and by who has it now (G6).
    private mutating func takeThings(_ registers: Registers, _ estate: Estate) {
        known.things = registers.things
        things = registers.things.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
        thingKeys = FindingKeys()
        let units = Set(things.compactMap(\.thing.unit))
        let residents = Dictionary(grouping: estate.residents.filter { units.contains($0.unit) }, by: \.unit)
        for (_, thing) in things {
            let addressees = thing.unit.flatMap { residents[$0] }?.map(\.name) ?? []
            thingKeys.add(names: [thing.what] + addressees + [thing.holder].compactMap { $0 }, unit: thing.unit)
        }
    }

    private mutating func takeMatters(_ registers: Registers) {
        known.matters = registers.matters
        matters = registers.matters.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
        matterKeys = FindingKeys()
        for (n, matter) in matters {
            let names = isDesk ? [matter.who, matter.what].filter { !$0.isEmpty } : []
            matterKeys.add(names: names, unit: matter.unit, phone: isDesk ? matter.phone : nil, codes: [String(n)])
        }
    }

    private mutating func takeTasks(_ registers: Registers) {
        known.tasks = registers.tasks
        tasks = registers.tasks.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
        taskKeys = FindingKeys()
        for (_, task) in tasks { taskKeys.add(names: [task.what]) }
    }
}
