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
    /// The lines by which somebody of a refused name was registered since, by what counts of it.
    private var again: [String: Int] = [:]

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
        if !refused.isEmpty, !person.name.isEmpty { putName(of: person) }
        people.append(person)
        keys.add(names: [person.name], plate: person.plate, unit: person.unit, phone: person.phone)
    }

    private mutating func putName(of person: Seen) {
        let name = person.countedName
        if person.isOnlyRefused {
            onlyRefused[name] = people.count
        } else {
            if let before = onlyRefused.removeValue(forKey: name) { hidden.insert(before) }
            again[name] = person.n
        }
    }

    /// When somebody of a refused name was registered since: the line; 0 for never.
    func again(_ name: String) -> Int { again[Visit.counted(ofName: name)] ?? 0 }

    /// The vehicles that came in on the page that is left.
    mutating func takeEntries(of page: RefusedBefore) { refused.takeEntries(of: page) }

    /// Where those stand who are among the others too.
    func places(of others: SeenKeys) -> Set<Int> { Set(others.places.keys.compactMap { places[$0] }) }

    func place(of key: String) -> Int? { places[key] }

    /// Where those stand of whom only a refusal is known, but who were registered under that name on a later page.
    func placesOfForgiven(by today: SeenToday) -> [Int] { onlyRefused.compactMap { today.hasRegistered($0.key) ? $0.value : nil } }
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
    /// The lines by which people were registered last, by what counts of their names.
    private var lines: [String: Int] = [:]
    /// - Parameter name: what counts of it.
    func hasRegistered(_ name: String) -> Bool { lines[name] != nil }

    /// The line by which somebody of that name was registered last; 0 for none.
    func again(_ name: String) -> Int { lines[Visit.counted(ofName: name)] ?? 0 }

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
            if !person.isOnlyRefused, !person.name.isEmpty { lines[person.countedName] = person.n }
            isChanged = true
        }
        noted = state.entries.count
        return isChanged
    }
}
