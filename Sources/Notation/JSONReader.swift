/// Why some bytes are no JSON.
public struct JSONError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Reason: Equatable, Sendable {
        case endsEarly, unexpectedByte, badNumber, badEscape, loneSurrogate, controlCharacter, badUTF8, repeatedName
        case tooDeep, trailingBytes
    }

    public let reason: Reason
    /// Offset in bytes at which it was noticed.
    public let offset: Int
}

extension JSON {
    /// Reads exactly one JSON value (RFC 8259), strictly: no trailing comma, no repeated name, no lone surrogate, valid
    /// UTF-8, at most 32 levels deep.
    public static func read(_ bytes: some Collection<UInt8>) throws(JSONError) -> JSON {
        let result = bytes.withContiguousStorageIfAvailable { JSONReader.result(of: $0) }
        return try (result ?? Array(bytes).withUnsafeBufferPointer { JSONReader.result(of: $0) }).get()
    }

    /// Reads exactly one JSON value, as strictly.
    public static func read(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSON {
        try bytes.withMemoryRebound(to: UInt8.self) { JSONReader.result(of: $0) }.get()
    }

    /// Reads the members of an object that stand without its braces, as strictly; nil where they are none, or are not written as `bytes` writes them.
    public static func members(_ bytes: UnsafeRawBufferPointer) -> JSONObject? {
        bytes.withMemoryRebound(to: UInt8.self) { JSONReader.members(of: $0) }
    }
}

/// Reads bytes that stay where they are while it does: lines of years are read by it, so it counts no references to them.
private struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    /// Nothing so far would be written in another way.
    private var isCompact = true

    /// Room for the members of a line of the journal.
    private static let usualCount = 16

    /// All of it is UTF-8, so its parts between ASCII characters are too.
    let isUTF8: Bool

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    }

    static func result(of bytes: UnsafeBufferPointer<UInt8>) -> Result<JSON, JSONError> {
        var reader = JSONReader(bytes)
        do throws(JSONError) { return .success(try reader.document()) } catch { return .failure(error) }
    }

    static func members(of bytes: UnsafeBufferPointer<UInt8>) -> JSONObject? {
        guard !bytes.isEmpty else { return JSONObject() }
        var reader = JSONReader(bytes)
        var object = JSONObject(reserving: JSONReader.usualCount / 2)
        var names = NameSketch()
        do throws(JSONError) {
            while true {
                try reader.member(of: &object, &names, depth: 0)
                if reader.position == bytes.count { return reader.isCompact ? object : nil }
                try reader.take(UInt8(ascii: ","))
            }
        } catch { return nil }
    }

    mutating func document() throws(JSONError) -> JSON {
        let result = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw error(.trailingBytes) }
        return result
    }

    func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: position) }

    func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw error(.endsEarly) }
        return bytes[position]
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: (position, isCompact) = (position + 1, false)
            default: return
            }
        }
    }

    mutating func take(_ byte: UInt8) throws(JSONError) {
        guard try peek() == byte else { throw error(.unexpectedByte) }
        position += 1
    }

    mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < 32 else { throw error(.tooDeep) }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw error(.unexpectedByte)
        }
    }

    mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
        return value
    }

    mutating func array(depth: Int) throws(JSONError) -> [JSON] {
        try take(UInt8(ascii: "["))
        skipSpace()
        var values: [JSON] = []
        if try peek() == UInt8(ascii: "]") { position += 1; return values }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if try peek() == UInt8(ascii: "]") { position += 1; return values }
            try take(UInt8(ascii: ","))
        }
    }

    mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try take(UInt8(ascii: "{"))
        skipSpace()
        var object = JSONObject(reserving: depth == 0 ? JSONReader.usualCount : 0)
        var names = NameSketch()
        if try peek() == UInt8(ascii: "}") { position += 1; return object }
        while true {
            try member(of: &object, &names, depth: depth)
            if try peek() == UInt8(ascii: "}") { position += 1; return object }
            try take(UInt8(ascii: ","))
        }
    }

    /// A name and its value, and the space around them.
    private mutating func member(of object: inout JSONObject, _ names: inout NameSketch, depth: Int) throws(JSONError) {
        skipSpace()
        let name = try string()
        skipSpace()
        try take(UInt8(ascii: ":"))
        let value = try value(depth: depth + 1)
        guard names.isSurelyNew(name) || !object.has(name) else { throw error(.repeatedName) }
        object.append(name, value)
        skipSpace()
    }

    mutating func number() throws(JSONError) -> JSON {
        let start = position
        if try peek() == UInt8(ascii: "-") { position += 1 }
        let integerDigits = digits()
        guard integerDigits > 0 else { throw error(.badNumber) }
        if integerDigits > 1, bytes[position - integerDigits] == UInt8(ascii: "0") { throw error(.badNumber) }
        var isInteger = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            guard digits() > 0 else { throw error(.badNumber) }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard digits() > 0 else { throw error(.badNumber) }
        }
        if isInteger, let value = integer(start..<position) {
            if value == 0, integerDigits < position - start { isCompact = false }
            return .integer(value)
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// Digits with or without a minus; nil where they are more than an integer of 64 bits holds.
    private func integer(_ range: Range<Int>) -> Int? {
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        var value = 0
        for byte in bytes[range].dropFirst(isNegative ? 1 : 0) {
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let digit = Int(byte - UInt8(ascii: "0"))
            let (next, overflowsToo) = tens.addingReportingOverflow(isNegative ? -digit : digit)
            if overflows || overflowsToo { return nil }
            value = next
        }
        return value
    }

    mutating func digits() -> Int {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
        return position - start
    }

    mutating func string() throws(JSONError) -> String {
        try take(UInt8(ascii: "\""))
        let start = position
        let isASCII = skipPlain()
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try plainString(from: start, isASCII: isASCII) }
        var raw = Array(bytes[start..<position])
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = raw.withUnsafeBytes(String.init(utf8:)) else { throw error(.badUTF8) }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &raw)
            case 0..<0x20:
                throw error(.controlCharacter)
            default:
                raw.append(byte)
                position += 1
            }
        }
    }

    /// Goes on to the first quotation mark, backslash or control character.
    /// - Returns: whether all before it is ASCII.
    private mutating func skipPlain() -> Bool {
        var all: UInt8 = 0
        while position < bytes.count, case let byte = bytes[position], byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            all |= byte
            position += 1
        }
        return all < 0x80
    }

    /// A string without escapes, which is nearly every one.
    private mutating func plainString(from start: Int, isASCII: Bool) throws(JSONError) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[start..<position])
        guard isUTF8 || isASCII || (try? UTF8Span(validating: raw.span)) != nil else { throw error(.badUTF8) }
        position += 1
        return String(copying: UTF8Span(unchecked: raw.span, isKnownASCII: isASCII))
    }

    mutating func escape(into raw: inout [UInt8]) throws(JSONError) {
        let byte = try peek()
        let start = (place: position, count: raw.count)
        position += 1
        defer { if !isWritten(raw[start.count...], at: start.place) { isCompact = false } }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): raw.append(byte)
        case UInt8(ascii: "b"): raw.append(8)
        case UInt8(ascii: "f"): raw.append(12)
        case UInt8(ascii: "n"): raw.append(10)
        case UInt8(ascii: "r"): raw.append(13)
        case UInt8(ascii: "t"): raw.append(9)
        case UInt8(ascii: "u"): try unicodeEscape(into: &raw)
        default: throw error(.badEscape)
        }
    }

    /// Whether what an escape stands for is escaped in this way when it is written.
    private func isWritten(_ meant: ArraySlice<UInt8>, at place: Int) -> Bool {
        var output: [UInt8] = []
        JSON.write(String(decoding: meant, as: UTF8.self), to: &output)
        return output.dropFirst().dropLast().elementsEqual(bytes[(place - 1)..<position])
    }

    mutating func unicodeEscape(into raw: inout [UInt8]) throws(JSONError) {
        var code = try fourHexadecimalDigits()
        if (0xD800..<0xDC00).contains(code) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw error(.loneSurrogate) }
            position += 2
            let low = try fourHexadecimalDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw error(.loneSurrogate) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error(.loneSurrogate) }
        raw += Array(String(Character(scalar)).utf8)
    }

    mutating func fourHexadecimalDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw error(.badEscape) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

/// Tells most names that are new to an object without comparing them with those before: each sets one of 64 bits.
private struct NameSketch {
    private var bits: UInt64 = 0

    /// False where the name may have occurred before.
    mutating func isSurelyNew(_ name: String) -> Bool {
        let bit = NameSketch.bit(of: name)
        defer { bits |= bit }
        return bits & bit == 0
    }

    /// All bits for a name that is not ASCII: it may be equal to one that is written with other scalars.
    private static func bit(of name: String) -> UInt64 {
        var sum: UInt64 = 0
        for byte in name.utf8 {
            guard byte < 0x80 else { return .max }
            sum = sum &* 31 &+ UInt64(byte)
        }
        return 1 << (sum & 63)
    }
}
