import Randomness
import Testing

import Notation

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("Compact, in the order of the members, and only what must be escaped is")
    func compact() {
        let value = JSON.object([
            "n": .integer(-1), "name": .string("王\"\\/\u{7F}"), "list": .array([.null, .bool(true), .number("1e5")]),
            "c0": .string("\0\t\u{1F}"), "empty": .object([:]),
        ])
        #expect(
            value.text
                == #"{"n":-1,"name":"王\"\\/"# + "\u{7F}"
                + #"","list":[null,true,1e5],"c0":"\u0000\u0009\u001f","empty":{}}"#)
    }

    @Test("Setting a member keeps its place; setting nil removes it")
    func members() {
        var object: JSONObject = ["a": .integer(1), "b": .integer(2)]
        object["a"] = .integer(3)
        object["c"] = .null
        #expect(object.members.map(\.name) == ["a", "b", "c"])
        #expect(object["a"] == .integer(3))
        object["b"] = nil
        #expect(object.members.map(\.name) == ["a", "c"])
    }

    @Test("Whatever is written is read back byte for byte", arguments: 0..<40)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let value = randomValue(depth: 0, using: &generator)
            let back = try JSON.read(value.bytes)
            #expect(back == value)
            #expect(back.bytes == value.bytes)
        }
    }

    private func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0...(depth < 4 ? 7 : 4), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .integer(.random(in: .min ... .max, using: &generator))
        case 3: .number("\(Int.random(in: -9...9, using: &generator)).\(Int.random(in: 0...99, using: &generator))E+7")
        case 4, 5: .string(randomText(using: &generator))
        case 6: .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in randomValue(depth: depth + 1, using: &generator) })
        default: .object(randomObject(depth: depth, using: &generator))
        }
    }

    private func randomObject(depth: Int, using generator: inout SeededGenerator) -> JSONObject {
        var object = JSONObject()
        for index in 0..<Int.random(in: 0...4, using: &generator) {
            object["\(index)" + randomText(using: &generator)] = randomValue(depth: depth + 1, using: &generator)
        }
        return object
    }

    private func randomText(using generator: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let limit: UInt32 = [0x20, 0x80, 0x10000, 0x110000].randomElement(using: &generator) ?? 0x80
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) { text.append(scalar) }
        }
        return String(text)
    }
}
