/// Everything that some things can be found by. A thing is known by its place in the order in which the things were added.
struct FindingKeys: Sendable {
    /// A thing that fits, and how well, 0 the best.
    typealias Fitting = (place: Int, fit: UInt8)

    /// How well nothing fits.
    private static let none = UInt8.max

    private var count = 0
    private var names = NameKeys()
    private var plates = PlateKeys()
    private var numbers = NumberKeys()

    /// Takes the next thing in.
    mutating func add(
        names: [String] = [], plate: String? = nil, unit: String? = nil, phone: String? = nil, codes: [String?] = []
    ) {
        for name in names { self.names.add(name, owner: count) }
        if let plate { plates.add(plate, owner: count) }
        if let unit { numbers.add(unit, .unit, owner: count) }
        if let phone { numbers.add(phone, .phone, owner: count) }
        for case let code? in codes { numbers.add(code, .code, owner: count) }
        count += 1
    }

    /// What fits, in the order in which it was added.
    func found(_ query: Query) -> [Fitting] {
        guard names.mayHold(query.name) || plates.mayHold(query.plate) || numbers.mayHold(query) else { return [] }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { fits in
            fits.initialize(repeating: FindingKeys.none)
            var first = count
            var last = -1
            let offer = { (owner: Int, fit: UInt8) in
                fits[owner] = min(fits[owner], fit)
                (first, last) = (min(first, owner), max(last, owner))
            }
            names.find(query.name, offer: offer)
            plates.find(query.plate, offer: offer)
            numbers.find(query, offer: offer)
            guard first <= last else { return [] }
            return (first...last).compactMap { fits[$0] == FindingKeys.none ? nil : ($0, fits[$0]) }
        }
    }
}
