import Readings

/// Units, phones and codes prepared once, as bytes.
struct NumberKeys: Sendable {
    enum Kind: Sendable {
        case unit, phone, code
    }

    /// The numbers of one kind.
    private struct Shelf: Sendable {
        private struct Key: Sendable {
            var owner: Int32
            var first: Int32
            var count: UInt8
        }

        /// Of each number the character that passes over most of them: the first of a unit, the last of the others.
        private var glances: [UInt8] = []
        /// The characters that are glances of any, as bits.
        private var known: SIMD2<UInt64> = .zero
        private var keys: [Key] = []
        private var bytes: [UInt8] = []

        mutating func add(_ number: [UInt8], glance: UInt8, owner: Int) {
            glances.append(glance)
            known[Int(glance >> 6 & 1)] |= 1 << UInt64(glance & 63)
            keys.append(Key(owner: Int32(owner), first: Int32(bytes.count), count: UInt8(number.count)))
            bytes += number
        }

        func mayHold(_ glance: UInt8) -> Bool { known[Int(glance >> 6 & 1)] & 1 << UInt64(glance & 63) != 0 }

        /// Offers the numbers with that glance, with whom they belong to.
        func each(_ glance: UInt8, _ body: (_ number: ArraySlice<UInt8>, _ owner: Int) -> Void) {
            guard mayHold(glance) else { return }
            glances.withUnsafeBufferPointer { glances in
                for index in glances.indices where glances[index] == glance {
                    let key = keys[index]
                    body(bytes[Int(key.first)..<Int(key.first) + Int(key.count)], Int(key.owner))
                }
            }
        }
    }

    /// What is shorter is said together with its building.
    private static let shortestFlat = 3

    private var units = Shelf()
    /// The numbers of flats without their buildings.
    private var flats = Shelf()
    private var phones = Shelf()
    private var codes = Shelf()

    /// Takes a number in.
    mutating func add(_ text: String, _ kind: Kind, owner: Int) {
        let bare = NumberKeys.bare(Readings.folded(text), kind)
        guard let first = bare.first, let last = bare.last, bare.count < 256 else { return }
        switch kind {
        case .unit:
            units.add(bare, glance: first, owner: owner)
            // The flat of a building that has no number is found without it, too.
            let number = bare.filter { $0 < 0x80 }
            if number.count < bare.count, let first = number.first { units.add(number, glance: first, owner: owner) }
            if let flat = UnitNames.flat(of: text), flat.count >= NumberKeys.shortestFlat, let first = flat.first { flats.add(flat, glance: first, owner: owner) }
        case .phone: phones.add(bare, glance: last, owner: owner)
        case .code:
            codes.add(bare, glance: last, owner: owner)
            // A badge is typed with its hyphen or without.
            let hyphen = UInt8(ascii: "-")
            if bare.contains(hyphen) { codes.add(bare.filter { $0 != hyphen }, glance: last, owner: owner) }
        }
    }

    /// What of a folded text counts in a number of the kind. In a unit each other Chinese character counts too, for it may be the name of a building.
    static func bare(_ units: [UInt16], _ kind: Kind) -> [UInt8] {
        guard kind != .code || units.allSatisfy({ $0 < 0x7F }) else { return [] }
        var bare: [UInt8] = []
        bare.reserveCapacity(units.count)
        for unit in kind == .unit ? UnitNumerals.asDigits(units) : units {
            switch unit {
            case 0x30...0x39: bare.append(UInt8(unit))
            case 0x61...0x7A where kind != .phone: bare.append(UInt8(unit))
            case 0x21..<0x7F where kind == .code: bare.append(UInt8(unit))
            case _ where kind == .unit && Readings.isChinese(unit) && !UnitNumerals.isSilent(unit): bare += String(decoding: [unit], as: UTF16.self).utf8
            default: break
            }
        }
        return bare
    }

    /// Whether any number may fit: what is typed is passed over at a glance where not.
    func mayHold(_ query: Query) -> Bool {
        query.unitGlance.map { units.mayHold($0) || flats.mayHold($0) } ?? false || query.phoneGlance.map(phones.mayHold) ?? false || query.code.last.map(codes.mayHold) ?? false
    }

    /// Offers how well each number fits, to its owner: 0 a whole code or phone; 1 a code's end, a unit, or the flat of any building; 2 a phone's end; 3 a unit's beginning.
    func find(_ query: Query, offer: (_ owner: Int, _ fit: UInt8) -> Void) {
        if let glance = query.unitGlance {
            units.each(glance) { number, owner in
                if number.starts(with: query.unit) { offer(owner, number.count == query.unit.count ? 1 : 3) }
            }
            if query.isFlat { flats.each(glance) { number, owner in if number.elementsEqual(query.unit) { offer(owner, 1) } } }
        }
        if let glance = query.phoneGlance {
            phones.each(glance) { number, owner in
                if number.ends(with: query.phone) { offer(owner, number.count == query.phone.count ? 0 : 2) }
            }
        }
        if let glance = query.code.last {
            codes.each(glance) { number, owner in
                if number.count == query.code.count || query.code.count > 2, number.ends(with: query.code) {
                    offer(owner, number.count == query.code.count ? 0 : 1)
                }
            }
        }
    }
}

extension Query {
    /// The character by which most units are passed over; nil where too little was typed for one.
    fileprivate var unitGlance: UInt8? { unit.count > 1 || isBuilding ? unit.first : nil }
    /// The same of phones.
    fileprivate var phoneGlance: UInt8? { phone.count > 2 ? phone.last : nil }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with other: [UInt8]) -> Bool { count >= other.count && suffix(other.count).elementsEqual(other) }
}
