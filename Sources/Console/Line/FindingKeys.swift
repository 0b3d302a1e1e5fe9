/// Everything that some things can be found by. A thing is known by its place in the order in which the things were added.
struct FindingKeys: Sendable {
    /// How well nothing fits.
    static let none = UInt8.max

    private(set) var count = 0
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

    /// How well each thing fits, 0 the best.
    func fits(_ query: Query) -> [UInt8] {
        var fits = [UInt8](repeating: FindingKeys.none, count: count)
        fits.withUnsafeMutableBufferPointer { buffer in
            let fits = buffer
            let offer = { (owner: Int, fit: UInt8) in fits[owner] = min(fits[owner], fit) }
            names.find(query.name, offer: offer)
            plates.find(query.plate, offer: offer)
            numbers.find(query, offer: offer)
        }
        return fits
    }
}

extension [UInt8] {
    /// The places of what fits, with how well.
    var found: [(place: Int, fit: UInt8)] {
        var found: [(place: Int, fit: UInt8)] = []
        for place in indices where self[place] != FindingKeys.none { found.append((place, self[place])) }
        return found
    }
}
