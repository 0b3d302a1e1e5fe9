import Readings

/// Units, phones and codes prepared once, as bytes.
struct NumberKeys: Sendable {
    enum Kind: Sendable {
        case unit, phone, code
    }

    private struct Key: Sendable {
        var owner: Int32
        var first: Int32
        var count: UInt8
        var kind: Kind
        /// The first character of a unit, the last one of the others.
        var glance: UInt8
    }

    private var keys: [Key] = []
    private var bytes: [UInt8] = []

    /// Takes a number in.
    mutating func add(_ text: String, _ kind: Kind, owner: Int) {
        let bare = NumberKeys.bare(text, kind)
        guard let first = bare.first, let last = bare.last, bare.count < 256 else { return }
        let glance = kind == .unit ? first : last
        keys.append(Key(owner: Int32(owner), first: Int32(bytes.count), count: UInt8(bare.count), kind: kind, glance: glance))
        bytes += bare
    }

    static func bare(_ text: String, _ kind: Kind) -> [UInt8] {
        let units = Readings.folded(text)
        guard kind != .code || units.allSatisfy({ $0 < 0x7F }) else { return [] }
        return units.compactMap { unit in
            switch unit {
            case 0x30...0x39: UInt8(unit)
            case 0x61...0x7A where kind != .phone: UInt8(unit)
            case 0x21..<0x7F where kind == .code: UInt8(unit)
            default: nil
            }
        }
    }

    /// Offers how well each number fits, to its owner: 0 a whole code or phone, or a code's end; 1 a unit; 2 a phone's end; 3 a unit's beginning.
    func find(_ query: Query, offer: (_ owner: Int, _ fit: UInt8) -> Void) {
        guard !query.unit.isEmpty || !query.code.isEmpty else { return }
        let glance = Glance(query)
        for key in keys where glance.mayFit(key) {
            let number = bytes[Int(key.first)..<Int(key.first) + Int(key.count)]
            if let fit = fit(number, key.kind, query) { offer(Int(key.owner), fit) }
        }
    }

    /// The one character of each kind that passes over most numbers; nil where none of the kind can fit.
    private struct Glance {
        let unit: UInt8?
        let phone: UInt8?
        let code: UInt8?

        init(_ query: Query) {
            unit = query.unit.count > 1 ? query.unit.first : nil
            phone = query.phone.count > 2 ? query.phone.last : nil
            code = query.code.last
        }

        func mayFit(_ key: Key) -> Bool {
            switch key.kind {
            case .unit: key.glance == unit
            case .phone: key.glance == phone
            case .code: key.glance == code
            }
        }
    }

    private func fit(_ number: ArraySlice<UInt8>, _ kind: Kind, _ query: Query) -> UInt8? {
        guard let typed = typed(kind, query), number.count >= typed.count else { return nil }
        let isWhole = number.count == typed.count
        switch kind {
        case .unit: return number.starts(with: typed) ? isWhole ? 1 : 3 : nil
        case .phone: return number.suffix(typed.count).elementsEqual(typed) ? isWhole ? 0 : 2 : nil
        case .code: return (isWhole || typed.count > 2) && number.suffix(typed.count).elementsEqual(typed) ? 0 : nil
        }
    }

    private func typed(_ kind: Kind, _ query: Query) -> [UInt8]? {
        switch kind {
        case .unit: query.unit
        case .phone: query.phone
        case .code: query.code.isEmpty ? nil : query.code
        }
    }
}
