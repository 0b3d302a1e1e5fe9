import Bookkeeping
import Gatekeeping

/// Who was seen, with their keys, in the order in which they came; who comes again is put behind and hidden where they were.
struct SeenKeys: Sendable {
    private(set) var people: [Seen] = []
    private(set) var keys = FindingKeys()
    private(set) var hidden: Set<Int> = []
    private(set) var refused = RefusedBefore()
    private var places: [String: Int] = [:]
    /// Where those stand of whom only a refusal is known, by what counts of their names.
    private var onlyRefused: [String: Int] = [:]

    init() {}

    /// - Parameter people: newest first.
    init(_ people: [Seen]) {
        self.people.reserveCapacity(people.count)
        places.reserveCapacity(people.count)
        for person in people.reversed() { put(person) }
    }

    mutating func put(_ person: Seen) {
        if let before = places.updateValue(people.count, forKey: person.key) { hidden.insert(before) }
        if let refusal = person.refused { refused.note(refusal) }
        if person.isOnlyRefused, !person.isVehicle {
            onlyRefused[person.countedName] = people.count
        } else if !onlyRefused.isEmpty, let before = onlyRefused.removeValue(forKey: person.countedName) {
            hidden.insert(before)
        }
        people.append(person)
        keys.add(names: [person.name], plate: person.plate, unit: person.unit, phone: person.phone)
    }

    /// The vehicles that came in on the page that is left.
    mutating func takeEntries(of page: RefusedBefore) { refused.takeEntries(of: page) }

    /// Where those stand who are among the others too.
    func places(of others: SeenKeys) -> Set<Int> { Set(others.places.keys.compactMap { places[$0] }) }

    func place(of key: String) -> Int? { places[key] }

    /// Where those stand of whom only a refusal is known, but who were registered later under one of these names.
    func placesOfForgiven(_ names: Set<String>) -> [Int] { onlyRefused.compactMap { names.contains($0.key) ? $0.value : nil } }
}

extension Seen {
    /// What counts of the name.
    fileprivate var countedName: String { Visit.counted(ofName: name) }
}

/// Who was seen on the page that is being written, taken from its lines as they come.
struct SeenToday: Sendable {
    private(set) var keys = SeenKeys()
    /// The number of the page's first line.
    private(set) var page: Int?
    private var noted = 0
    /// How many lines were corrected or taken back: the lines before may have become others.
    private var amended = 0
    private var gatherer = SeenGatherer()
    /// What counts of the names of those who were registered.
    private(set) var registered: Set<String> = []

    init() {}

    var refused: RefusedBefore { gatherer.refused }

    /// Goes on with the lines that are new; begins again on another page and after a correction.
    /// - Returns: whether anybody was seen.
    mutating func take(_ state: GateState) -> Bool {
        let page = state.entries.first?.stamp.n
        let amended = state.corrected.count + state.withdrawn.count
        let isContinued = page == self.page && amended == self.amended && state.entries.count >= noted
        if !isContinued {
            self = SeenToday()
            (self.page, self.amended) = (page, amended)
        }
        var isChanged = !isContinued
        for entry in state.entries[noted...] where !state.withdrawn.contains(entry.stamp.n) {
            guard let person = gatherer.note(entry.event, entry.stamp) else { continue }
            keys.put(person)
            if !person.isOnlyRefused { registered.insert(person.countedName) }
            isChanged = true
        }
        noted = state.entries.count
        return isChanged
    }
}
