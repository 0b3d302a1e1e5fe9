import Gatekeeping

/// Who was refused, by name and by plate: that is said when they come again (P3).
public struct RefusedBefore: Sendable {
    /// The latest, by what counts of a name, and by plate.
    private var latest: [String: Seen.Refusal] = [:]

    public init() {}

    private static func key(name: String) -> String { Visit.counted(ofName: name) }
    private static func key(plate: String) -> String { "\u{0}" + Plate.normal(plate) }

    /// - Returns: whether it is said again.
    @discardableResult
    public mutating func note(_ refusal: Seen.Refusal) -> Bool {
        guard RefusalReason(rawValue: refusal.reason)?.isOfPerson == true else { return false }
        if !refusal.name.isEmpty { put(refusal, RefusedBefore.key(name: refusal.name)) }
        if !refusal.plate.isEmpty { put(refusal, RefusedBefore.key(plate: refusal.plate)) }
        return !(refusal.name.isEmpty && refusal.plate.isEmpty)
    }

    private mutating func put(_ refusal: Seen.Refusal, _ key: String) { if refusal.n >= latest[key]?.n ?? 0 { latest[key] = refusal } }

    /// The line `n` does not count any more.
    mutating func takeBack(_ n: Int) { for (key, refusal) in latest where refusal.n == n { latest[key] = nil } }

    /// With the latest refusal that came after they were seen last, if any did.
    public func told(of person: Seen) -> Seen {
        guard !latest.isEmpty else { return person }
        let byName = person.isVehicle ? nil : latest[RefusedBefore.key(name: person.name)]
        let byPlate = person.plate.flatMap { latest[RefusedBefore.key(plate: $0)] }
        var person = person
        for refusal in [byName, byPlate].compactMap({ $0 }) where refusal.n >= max(person.n, person.refused?.n ?? 0) { person.refused = refusal }
        return person
    }
}
