import Notation

/// The whole number of an identity document, as it was typed or scanned: what its check digit says, and the little that may be kept of it.
struct DocumentNumber: Equatable, Sendable {
    enum Kind: Equatable, Sendable, CaseIterable {
        /// The mainland's resident identity card, GB 11643-1999.
        case resident
        /// The Hong Kong identity card: one or two letters, six digits and a check character modulo 11.
        case hongKong
        /// The Taiwan identity card, or residence certificate (one letter and 8 or 9, before 2021 two letters): a check digit modulo 10.
        case taiwan
        /// A line of a machine-readable zone that holds the number, ICAO Doc 9303: TD3 (44), TD2 (36) or TD1 (30 characters).
        case machineReadable
    }

    let kind: Kind
    /// Whether its check digit is the right one. A wrong one warns and never blocks.
    let isRight: Bool
    /// The last four characters of the number: all that is kept (P3).
    let tail: String
    /// It holds a day of the last two centuries where a mainland number does.
    let hasBirthDate: Bool

    /// Nothing else looks like it, so that a burst of it must be a scan: a long one that holds a birth date, whatever its check digit says, a short one that is right.
    var isUnmistakable: Bool { isRight || hasBirthDate || kind == .machineReadable }

    /// No badge, plate or telephone has as many characters.
    var isLong: Bool { kind == .resident || kind == .machineReadable }

    /// Nil where the text has no known number's shape.
    init?(_ text: String) {
        if let line = MachineReadableLine(text) {
            kind = .machineReadable
            isRight = line.isRight
            tail = String(line.number.suffix(4))
            hasBirthDate = false
            return
        }
        let characters = Array(text.filter { !DocumentNumber.signs.contains($0) }.folded.uppercased().utf8.filter { !DocumentNumber.between.contains($0) })
        guard let kind = DocumentNumber.kind(of: characters) else { return nil }
        self.kind = kind
        isRight = DocumentNumber.isRight(characters, kind)
        tail = String(decoding: characters.suffix(4), as: UTF8.self)
        hasBirthDate = kind == .resident && DocumentNumber.holdsBirthDate(text[...])
    }

    /// People write spaces, hyphens and parentheses into numbers.
    private static let between = Set(" -()".utf8)
    /// What stands between the groups of a mainland number as some write it.
    static let signs: Set<Character> = [".", "．", "·", "・", "/", "／", "_", ",", "，", "、", ":", "：", "*", "＊", "|", "｜", "–", "—", "−"]

    private static func kind(of number: [UInt8]) -> Kind? {
        let letters = number.prefix(while: isLetter).count
        let digits = number[letters...].prefix(while: isDigit).count
        let rest = number[(letters + digits)...]
        switch (number.count, letters, digits) {
        case (18, 0, 18): return .resident
        case (18, 0, 17) where rest.elementsEqual("X".utf8): return .resident
        case (10, 1, 9) where "1289".utf8.contains(number[1]): return .taiwan
        case (10, 2, 8) where "ABCD".utf8.contains(number[1]): return .taiwan
        case (8, 1, 7), (9, 2, 7): return .hongKong
        case (8, 1, 6), (9, 2, 6): return rest.elementsEqual("A".utf8) ? .hongKong : nil
        default: return nil
        }
    }

    private static func isRight(_ number: [UInt8], _ kind: Kind) -> Bool {
        switch kind {
        case .resident: isRightResident(number)
        case .hongKong: isRightHongKong(number)
        case .taiwan: isRightTaiwan(number)
        case .machineReadable: false
        }
    }

    /// GB 11643-1999: the weights are 2 to the power of the place modulo 11, and the tenth remainder is an X. The birth date must be one.
    private static func isRightResident(_ number: [UInt8]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(number, weights).reduce(0) { $0 + value($1.0) * $1.1 }
        let month = value(number[10]) * 10 + value(number[11])
        let day = value(number[12]) * 10 + value(number[13])
        return Array("10X98765432".utf8)[sum % 11] == number[17] && (1...12).contains(month) && (1...31).contains(day)
    }

    /// Weights 9 to 1 from the left; a missing first letter counts as 36, A is 10. The sum is a multiple of 11.
    private static func isRightHongKong(_ number: [UInt8]) -> Bool {
        let values = (number.count == 8 ? [36] : []) + number.map(value)
        return zip(values, stride(from: 9, through: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }.isMultiple(of: 11)
    }

    /// The letter stands for two digits; weights 1, 9 … 1, 1. The sum is a multiple of 10.
    private static func isRightTaiwan(_ number: [UInt8]) -> Bool {
        let order = Array("ABCDEFGHJKLMNPQRSTUVXYWZIO".utf8)
        func code(_ letter: UInt8) -> Int { (order.firstIndex(of: letter) ?? 0) + 10 }
        let second = isLetter(number[1]) ? code(number[1]) % 10 : value(number[1])
        let values = [code(number[0]) / 10, code(number[0]) % 10, second] + number[2...].map(value)
        return zip(values, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]).reduce(0) { $0 + $1.0 * $1.1 }.isMultiple(of: 10)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// 0 to 9 as they are, A as 10 to Z as 35; all else is 0.
    static func value(_ byte: UInt8) -> Int {
        if isDigit(byte) { return Int(byte & 0x0F) }
        return isLetter(byte) ? Int(byte - UInt8(ascii: "A")) + 10 : 0
    }
}
