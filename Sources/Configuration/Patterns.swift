import Notation

/// An id for the journal: lower-case ASCII letters, digits and hyphens, at most 32, beginning with no hyphen.
func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...32).contains(bytes.count) && bytes.first != UInt8(ascii: "-")
        && bytes.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
}

/// A number on a uniform: a capital letter first, then capitals, digits and hyphens, at most 12.
func isGuardNumber(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...12).contains(bytes.count), let first = bytes.first, isUpper(first) else { return false }
    return bytes.allSatisfy { isUpper($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
}

/// A scanner code's shape: printable ASCII with at least one `9` or `A` to fill in and four characters in all.
func isShape(_ text: String) -> Bool {
    isPrintable(text) && text.utf8.count >= 4
        && text.utf8.contains { $0 == UInt8(ascii: "9") || $0 == UInt8(ascii: "A") }
}

/// Whether a shape describes `code`: `A` stands for a letter, `9` for a digit, anything else for itself.
func fits(_ code: String, shape: String) -> Bool {
    let code = Array(code.utf8), shape = Array(shape.utf8)
    guard code.count == shape.count else { return false }
    return zip(code, shape).allSatisfy { byte, pattern in
        switch pattern {
        case UInt8(ascii: "A"): isUpper(byte) || isLower(byte)
        case UInt8(ascii: "9"): isDigit(byte)
        default: byte == pattern
        }
    }
}

/// The last four characters of a document: capitals and digits, or `X` as Chinese identity cards end.
func isDocumentTail(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { isUpper($0) || isDigit($0) }
}

/// ASCII without blanks and controls.
func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

/// A decimal number without sign; nil for anything else and for more than nine digits.
func decimalNumber(_ text: String) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
    return Int(text)
}

/// Characters that no value may have: harmful ones, the byte-order mark inside a text, and non-characters.
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHarmful || scalar.value == 0xFEFF || (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
}

/// Whether a text may have a forbidden character: none begins, in UTF-8, with another byte than these, and nearly every text has none of them.
func mayHoldForbidden(_ text: String) -> Bool {
    text.utf8.contains { byte in
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...0xFF: true
        default: false
        }
    }
}

/// Whether a character is a blank. Those of nearly every text are told without the tables of Unicode.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0x9FFF: false
    case 0x20: true
    default: scalar.properties.isWhitespace
    }
}

private func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
private func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
