import Testing

import Notation

@Suite("Reading JSON strictly")
struct JSONReaderTests {
    @Test(
        "What is JSON is read",
        arguments: [
            ("null", JSON.null), (" true ", .bool(true)), ("false", .bool(false)),
            ("0", .integer(0)), ("-17", .integer(-17)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number("9223372036854775808")),
            ("1.50", .number("1.50")), ("1e5", .number("1e5")), ("2E-3", .number("2E-3")), ("0.0e+1", .number("0.0e+1")),
            ("\"\"", .string("")), ("\"王小明\"", .string("王小明")), ("\"\u{7F}\"", .string("\u{7F}")),
            (#""\u738b\"\\\/\b\f\n\r\t""#, .string("王\"\\/\u{8}\u{C}\n\r\t")),
            (#""\uD83D\uDE00""#, .string("😀")), (#""\u0000""#, .string("\0")),
            ("[]", .array([])), ("[ 1 ,\n2\t]\r", .array([.integer(1), .integer(2)])),
            ("{}", .object([:])), (#"{"b":1,"a":{"b":null}}"#, .object(["b": .integer(1), "a": .object(["b": .null])])),
        ]
    )
    func reads(text: String, value: JSON) throws {
        #expect(try JSON.read(text.utf8) == value)
    }

    @Test(
        "What is no JSON is refused, with the reason and the place",
        arguments: [
            ("", JSONError.Reason.endsEarly, 0), ("  ", .endsEarly, 2), ("[1", .endsEarly, 2), ("\"ab", .endsEarly, 3),
            (#"{"a":1"#, .endsEarly, 6), ("tru", .endsEarly, 3),
            ("[1,]", .unexpectedByte, 3), (#"{"a":1,}"#, .unexpectedByte, 7), ("[,1]", .unexpectedByte, 1),
            ("{a:1}", .unexpectedByte, 1), ("{'a':1}", .unexpectedByte, 1), ("nul1", .unexpectedByte, 3),
            ("[1 2]", .unexpectedByte, 3), ("NaN", .unexpectedByte, 0), ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0),
            ("// a\n1", .unexpectedByte, 0), ("\u{FEFF}1", .unexpectedByte, 0),
            ("01", .badNumber, 2), ("-", .badNumber, 1), ("-a", .badNumber, 1), ("1.", .badNumber, 2), ("1e", .badNumber, 2),
            ("1e+", .badNumber, 3), ("-012", .badNumber, 4),
            (#""\x41""#, .badEscape, 3), (#""\u12G4""#, .badEscape, 5),
            (#""\uD800""#, .loneSurrogate, 7), (#""\uDC00""#, .loneSurrogate, 7), (#""\uD800A""#, .loneSurrogate, 7),
            (#""\uD800\u0041""#, .loneSurrogate, 13),
            ("\"a\nb\"", .controlCharacter, 2), ("\"\0\"", .controlCharacter, 1), ("\"\u{1F}\"", .controlCharacter, 1),
            (#"{"a":1,"a":1}"#, .repeatedName, 12), (#"{"a":1,"\u0061":2}"#, .repeatedName, 17),
            ("1 1", .trailingBytes, 2), ("{}}", .trailingBytes, 2),
        ]
    )
    func refuses(text: String, reason: JSONError.Reason, offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSON.read(text.utf8) }
        #expect(error.reason == reason)
        #expect(error.offset == offset)
    }

    @Test(
        "Bytes that are no UTF-8 are refused inside a string",
        arguments: [
            [0xFF], [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func badUTF8(bytes: [UInt8]) throws {
        let error = try #require(throws: JSONError.self) { try JSON.read([0x22] + bytes + [0x22]) }
        #expect(error.reason == .badUTF8)
    }

    @Test("32 levels are read, 33 are not")
    func depth() throws {
        func nested(_ levels: Int) -> String { String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
        #expect(throws: Never.self) { try JSON.read(nested(32).utf8) }
        let error = try #require(throws: JSONError.self) { try JSON.read(nested(33).utf8) }
        #expect(error.reason == .tooDeep)
        #expect(throws: JSONError.self) { try JSON.read(String(repeating: "[", count: 1_000_000).utf8) }
    }
}
