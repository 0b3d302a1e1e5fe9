import Gatekeeping

/// Who was refused, by name and by plate: that is said when they come again (P3).
public struct RefusedBefore: Sendable {
    /// The latest, by what counts of a name, and by plate.
    private var latest: [String: Seen.Refusal] = [:]
    /// The lines by which those came in whom no line of their own registers: vehicles by plate, companions by what counts of their names.
    private var letIn: [String: Int] = [:]

    public init() {}

    private static func key(name: String) -> String { Visit.counted(ofName: name) }
    private static func key(plate: String) -> String { "\u{0}" + Plate.normal(plate) }

    public var isEmpty: Bool { latest.isEmpty }

    /// A plate was refused.
    var hasPlates: Bool { latest.values.contains { !$0.plate.isEmpty } }

    /// - Returns: whether it is said again.
    @discardableResult
    public mutating func note(_ refusal: Seen.Refusal) -> Bool {
        guard RefusalReason(rawValue: refusal.reason)?.isOfPerson == true else { return false }
        if !refusal.name.isEmpty { put(refusal, RefusedBefore.key(name: refusal.name)) }
        if !refusal.plate.isEmpty { put(refusal, RefusedBefore.key(plate: refusal.plate)) }
        return !(refusal.name.isEmpty && refusal.plate.isEmpty)
    }

    private mutating func put(_ refusal: Seen.Refusal, _ key: String) { if refusal.n >= latest[key]?.n ?? 0 { latest[key] = refusal } }

    /// A vehicle came in by its plate alone: what was said of it before counts no more.
    mutating func noteEntry(of plate: String, at n: Int) { letIn[RefusedBefore.key(plate: plate)] = n }

    /// The same of those who were registered as somebody's companions.
    mutating func noteCompanions(_ names: [String], at n: Int) {
        for name in names { letIn[RefusedBefore.key(name: name)] = n }
    }

    /// Those who came in on a later page.
    public mutating func takeEntries(of later: RefusedBefore) { letIn.merge(later.letIn) { max($0, $1) } }

    /// The line `n` does not count any more.
    mutating func takeBack(_ n: Int) {
        for (key, refusal) in latest where refusal.n == n { latest[key] = nil }
        for (key, line) in letIn where line == n { letIn[key] = nil }
    }

    /// With the latest refusal that came after they were seen last, if any did.
    public func told(of person: Seen) -> Seen {
        guard !latest.isEmpty || person.refused != nil else { return person }
        let (name, plate) = (RefusedBefore.key(name: person.name), person.plate.map { RefusedBefore.key(plate: $0) })
        let entered = (person.isVehicle ? plate : name).flatMap { letIn[$0] } ?? 0
        var person = person
        if let refusal = person.refused, refusal.n < entered { person.refused = nil }
        let byName = person.isVehicle ? nil : latest[name]
        for refusal in [byName, plate.flatMap { latest[$0] }].compactMap({ $0 }) where refusal.n >= max(person.n, entered, person.refused?.n ?? 0) {
            person.refused = refusal
        }
        return person
    }
}
