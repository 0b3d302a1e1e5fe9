import Crypto
import Notation

/// SHA-256 as the journal writes it: 64 lower-case hexadecimal digits.
public enum Seal {
    /// The seal of some bytes.
    public static func of(_ bytes: some Collection<UInt8>) -> String {
        var hash = SHA256()
        if bytes.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in hash.finalize() {
            digits.append(hexadecimalDigit(byte >> 4))
            digits.append(hexadecimalDigit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Whether `digits` are the 64 lower-case digits of the seal of `bytes`.
    static func fits(_ bytes: UnsafeRawBufferPointer, _ digits: UnsafeRawBufferPointer) -> Bool {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize().withUnsafeBytes { digest in
            for index in digest.indices {
                let byte = digest[index]
                guard hexadecimalDigit(byte >> 4) == digits[2 * index], hexadecimalDigit(byte & 15) == digits[2 * index + 1] else { return false }
            }
            return true
        }
    }

    /// Whether a line that ends with a seal has the one that fits it.
    static func fitsItsEnd(_ line: UnsafeRawBufferPointer) -> Bool {
        let start = line.count - sealLength
        return fits(
            UnsafeRawBufferPointer(rebasing: line[..<start]), UnsafeRawBufferPointer(rebasing: line[(start + 6)..<(start + 70)]))
    }

    /// Proves that the last 72 bytes of a line state a seal, and that it fits the line.
    static func prove(atEndOf line: UnsafeRawBufferPointer) throws(LineDamage) {
        let start = line.count - sealLength
        guard start > 0, line.has(",\"h\":\"", at: start), line.has("\"}", at: line.count - 2) else { throw .noSeal }
        // A seal that fits needs no look at its digits: they were compared with those of the sum.
        guard fitsItsEnd(line) else { throw line[(start + 6)..<(start + 70)].allSatisfy(isDigit) ? .sealBroken : .noSeal }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
