import Notation
import Readings

/// Plates are kept as seen and normalised only for finding.
public enum Plate {
    /// The name of the fields that hold one.
    static let field = "plate"
    /// Stands for a character that was not seen.
    public static let unseen: UInt16 = 0x3F

    /// As plates are compared: what `units` leaves of it. `粵B·12345` and `粤b 12345` are the same.
    public static func normal(_ plate: String) -> String { String(decoding: units(Readings.folded(plate)), as: UTF16.self) }

    /// Whether a plate, however it is written, is one of which `units` says what counts.
    static func isSame(_ plate: String, as wanted: [UInt16]) -> Bool { plate.utf16.lazy.compactMap(Readings.folded).compactMap(unit).elementsEqual(wanted) }

    /// Whether it tells one vehicle from others: plates have digits, `無牌` and a dash have none. A resident's without any stands in the configuration.
    static func isTelling(_ units: [UInt16]) -> Bool { units.contains { (0x30...0x39).contains($0) } }

    /// The same of a plate as it is written.
    public static func isTelling(_ plate: String) -> Bool { isTelling(units(Readings.folded(plate))) }

    /// What counts of a folded text in a plate: capitals, digits, characters, and `?` for every sign that people put for what was not seen. Blanks,
    /// punctuation and what does not show are dropped.
    public static func units(_ folded: [UInt16]) -> [UInt16] { folded.compactMap(unit) }

    static func unit(_ folded: UInt16) -> UInt16? {
        switch folded {
        case 0x61...0x7A: folded - 0x20
        case 0x30...0x39, unseen, 0x3400...0x9FFF: folded
        case 0x2A, 0x23, 0x2026: unseen
        case 0..<0x80: nil
        default: rare(folded)
        }
    }

    private static func rare(_ unit: UInt16) -> UInt16? {
        guard let scalar = Unicode.Scalar(unit) else { return unit }
        switch scalar.properties.generalCategory {
        // Of the mathematical ones the cross and the boxes; the others are dots, dashes and strokes.
        case .mathSymbol: return unit == 0xD7 || 0x25A0...0x25FF ~= unit ? unseen : nil
        case .otherSymbol, .currencySymbol: return unseen
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .privateUse, .unassigned:
            return scalar.isSilent ? nil : unit
        default: return nil
        }
    }

    /// What look-alikes count as: 0ODQ, 1IL, 2Z, 5S, 8B, 6G as the digit. For finding and for the deny list, never to let a permit through.
    public static func lookAlike(_ unit: UInt16) -> UInt16 {
        switch unit {
        case 0x4F, 0x44, 0x51: 0x30
        case 0x49, 0x4C: 0x31
        case 0x5A: 0x32
        case 0x53: 0x35
        case 0x42: 0x38
        case 0x47: 0x36
        default: unit
        }
    }

    /// As it is written down: without what does not show, ASCII for full width, in capitals; and the province as its character, where its name was
    /// typed, or Pinyin that can mean only one.
    public static func written(_ text: String) -> String {
        province(spelledIn: units(Readings.folded(text))).map { String(decoding: $0, as: UTF16.self) } ?? text.shown.folded.uppercased()
    }

    /// A whole plate of the mainland behind a province that is spelled out, with the province as its character; nil where it may be another one, or something else.
    private static func province(spelledIn units: [UInt16]) -> [UInt16]? {
        // A single letter is as likely the plate's own.
        let readings = Province.resolved(units).filter { $0.count < units.count && isWholeBehindProvince($0.dropFirst()) }
        // The longest Pinyin leaves the least.
        let shortest = readings.map(\.count).min()
        let likely = readings.filter { $0.count == shortest }
        return likely.count == 1 ? likely.first : nil
    }

    /// A letter, then five or six letters and digits.
    private static func isWholeBehindProvince(_ units: ArraySlice<UInt16>) -> Bool {
        guard let first = units.first, (0x41...0x5A).contains(first), (6...7).contains(units.count) else { return false }
        return units.allSatisfy { (0x30...0x5A).contains($0) && $0 != unseen } && units.contains { (0x30...0x39).contains($0) }
    }

    /// How many characters differ between two plates of the same length; nil for other lengths.
    public static func distance(_ left: String, _ right: String) -> Int? {
        let (left, right) = (Array(normal(left)), Array(normal(right)))
        guard left.count == right.count else { return nil }
        return zip(left, right).count { $0 != $1 }
    }
}

extension Fact {
    /// Nothing that does not show reaches the journal within a plate, whoever writes it.
    var withShownPlate: Self {
        guard let field = Self.fields.first(where: { $0.name == Plate.field }), let plate = field.read(self, Zone(minutes: 0))?.string, plate != plate.shown else { return self }
        var copy = self
        _ = field.write(&copy, .string(plate.shown))
        return copy
    }
}
