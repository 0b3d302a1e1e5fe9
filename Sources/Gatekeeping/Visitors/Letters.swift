import Readings

/// Small Latin letters, as bits from that of `a` on.
struct Letters: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The letters of a text, small or not; nil where something else than ASCII stands in it.
    init?(ascii text: String) {
        self = []
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            formUnion(Letters(UInt16(byte | 0x20)))
        }
    }

    init(_ units: [UInt16]) { self = units.reduce(into: []) { $0.formUnion(Letters($1)) } }

    /// Of characters those that all their readings have.
    init(inEverySpellingOf units: [UInt16]) {
        self = units.reduce(into: []) { letters, unit in
            let readings = Readings.syllables(of: unit).map { Letters(rawValue: Readings.letters($0)) }
            letters.formUnion(readings.dropFirst().reduce(readings.first ?? Letters(unit)) { $0.intersection($1) })
        }
    }

    private init(_ unit: UInt16) { self.init(rawValue: (0x61...0x7A).contains(unit) ? 1 << UInt32(unit - 0x61) : 0) }
}
