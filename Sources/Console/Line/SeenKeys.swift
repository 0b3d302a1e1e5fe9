import Bookkeeping
import Gatekeeping

/// Who was seen, with their keys, in the order in which they came; who comes again is put behind and hidden where they were.
struct SeenKeys: Sendable {
    private(set) var people: [Seen] = []
    private(set) var keys = FindingKeys()
    private(set) var hidden: Set<Int> = []
    private var places: [String: Int] = [:]

    init() {}

    /// - Parameter people: newest first.
    init(_ people: [Seen]) {
        self.people.reserveCapacity(people.count)
        places.reserveCapacity(people.count)
        for person in people.reversed() { put(person) }
    }

    mutating func put(_ person: Seen) {
        if let before = places.updateValue(people.count, forKey: person.key) { hidden.insert(before) }
        people.append(person)
        keys.add(names: [person.name], plate: person.plate, unit: person.unit, phone: person.phone)
    }

    /// Where those stand who are among the others too.
    func places(of others: SeenKeys) -> Set<Int> { Set(others.places.keys.compactMap { places[$0] }) }

    func place(of key: String) -> Int? { places[key] }
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

    init() {}

    /// With what this page says of their being refused.
    func told(of person: Seen) -> Seen {
        guard let refusal = gatherer.refusal(of: person) else { return person }
        var person = person
        person.refused = refusal
        return person
    }

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
            isChanged = true
        }
        noted = state.entries.count
        return isChanged
    }
}
