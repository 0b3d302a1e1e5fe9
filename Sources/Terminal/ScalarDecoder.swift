/// UTF-8, byte by byte. What is malformed is reported once for each longest part that could have become a character.
struct ScalarDecoder: Sendable {
    enum Step {
        case scalar(Unicode.Scalar)
        case waiting
        /// The byte can be no part of a character.
        case malformed
        /// The character before was cut off; the byte has not been used.
        case interrupted
    }

    private var value: UInt32 = 0
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    var isWaiting: Bool { missing > 0 }

    mutating func push(_ byte: UInt8) -> Step {
        missing == 0 ? begin(byte) : proceed(byte)
    }

    private mutating func begin(_ byte: UInt8) -> Step {
        switch byte {
        case 0..<0x80: return .scalar(Unicode.Scalar(byte))
        case 0xC2...0xDF: return expect(1, after: byte & 0x1F)
        case 0xE0: return expect(2, after: 0, allowed: 0xA0...0xBF)
        case 0xED: return expect(2, after: 0xD, allowed: 0x80...0x9F)
        case 0xE1...0xEF: return expect(2, after: byte & 0x0F)
        case 0xF0: return expect(3, after: 0, allowed: 0x90...0xBF)
        case 0xF4: return expect(3, after: 4, allowed: 0x80...0x8F)
        case 0xF1...0xF3: return expect(3, after: byte & 0x07)
        default: return .malformed
        }
    }

    private mutating func expect(_ count: Int, after bits: UInt8, allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Step {
        missing = count
        value = UInt32(bits)
        self.allowed = allowed
        return .waiting
    }

    private mutating func proceed(_ byte: UInt8) -> Step {
        guard allowed.contains(byte) else {
            missing = 0
            return .interrupted
        }
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        allowed = 0x80...0xBF
        guard missing == 0 else { return .waiting }
        return Unicode.Scalar(value).map(Step.scalar) ?? .malformed
    }
}
