import Gatekeeping

/// Who was refused, by name and by plate: that is said when they come again (P3).
public struct RefusedBefore: Sendable {
    /// The latest, by what counts of a name, and by plate.
    private var latest: [String: Seen.Refusal] = [:]
    /// The lines by which those came in whom no line of their own registers: vehicles by plate, companions by what counts of their names.
    private var letIn: [String: LetIn] = [:]

    /// The last of such lines, and the one before it, in case the last is taken back.
    private struct LetIn {
        var last: Int
        var before = 0
    }

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
        if Plate.isTelling(refusal.plate) { put(refusal, RefusedBefore.key(plate: refusal.plate)) }
        return !(refusal.name.isEmpty && refusal.plate.isEmpty)
    }

    private mutating func put(_ refusal: Seen.Refusal, _ key: String) { if refusal.n >= latest[key]?.n ?? 0 { latest[key] = refusal } }

    /// A vehicle came in by its plate alone: what was said of it before counts no more.
    mutating func noteEntry(of plate: String, at n: Int) { noteLetIn(RefusedBefore.key(plate: plate), at: n) }

    /// The same of those who were registered as somebody's companions.
    mutating func noteCompanions(_ names: [String], at n: Int) {
        for name in names { noteLetIn(RefusedBefore.key(name: name), at: n) }
    }

    private mutating func noteLetIn(_ key: String, at n: Int) { letIn[key] = LetIn(last: n, before: letIn[key]?.last ?? 0) }

    /// Those who came in on a later page.
    public mutating func takeEntries(of later: RefusedBefore) { letIn.merge(later.letIn) { $0.last > $1.last ? $0 : $1 } }

    /// The line `n` does not count any more.
    mutating func takeBack(_ n: Int) {
        for (key, refusal) in latest where refusal.n == n { latest[key] = nil }
        for (key, lines) in letIn where lines.last == n { letIn[key] = lines.before == 0 ? nil : LetIn(last: lines.before) }
    }

    /// With the latest refusal that came after they were seen last, if any did.
    public func told(of person: Seen) -> Seen {
        guard !latest.isEmpty || person.refused != nil else { return person }
        let (name, plate) = (RefusedBefore.key(name: person.name), person.plate.map { RefusedBefore.key(plate: $0) })
        let entered = (person.isVehicle ? plate : name).flatMap { letIn[$0]?.last } ?? 0
        var person = person
        if let refusal = person.refused, refusal.n < entered { person.refused = nil }
        let byName = person.isVehicle ? nil : latest[name]
        for refusal in [byName, plate.flatMap { latest[$0] }].compactMap({ $0 }) where refusal.n >= max(person.n, entered, person.refused?.n ?? 0) {
            person.refused = refusal
        }
        return person
    }
}
