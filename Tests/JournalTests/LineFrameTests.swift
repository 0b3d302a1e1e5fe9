import Notation
import Randomness
import Testing

@testable import Journal

@Suite("Lines read where they stand")
struct LineFrameTests {
    private static let texts = ["", "a", "王小明", "quote \" and \\", "tab\t", "Nguyễn", "𠮷", "\u{7F}x", "/", "\",\"b\":\"12345678\",\"m\":1"]
    private static let names = ["word", "ref", "at", "unit", "who", "列", "n", "b", "p", "h", "e"]

    private static func value(_ random: inout SeededGenerator, depth: Int = 0) -> JSON {
        switch Int.random(in: 0..<(depth < 2 ? 8 : 6), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(.random(in: Int.min...Int.max, using: &random))
        case 3: .number("1.5e3")
        case 4, 5: .string(texts.randomElement(using: &random) ?? "")
        case 6: .array((0..<Int.random(in: 0..<3, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default: .object(["a": value(&random, depth: depth + 1), "h": value(&random, depth: depth + 1)])
        }
    }

    /// A line without its seal, as anybody might write it: often as the program does, sometimes not.
    private static func content(_ random: inout SeededGenerator) -> [UInt8] {
        var fields = JSONObject()
        for name in names.shuffled(using: &random).prefix(Int.random(in: 0..<6, using: &random)) where fields[name] == nil {
            if reservedNames.contains(name), Int.random(in: 0..<4, using: &random) > 0 { continue }
            fields[name] = value(&random)
        }
        let at: Instant? = .random(using: &random) ? Instant(milliseconds: .random(in: 0...2_000_000_000_000, using: &random)) : nil
        let draft = Draft(g: texts.randomElement(using: &random) ?? "", by: "G07", e: "word.noted", at: at, fields: fields)
        let moment = Moment(t: Instant(milliseconds: .random(in: 0...2_000_000_000_000, using: &random)), boot: "1a2b3c4d", uptime: .random(in: 0...9_999_999, using: &random))
        var bytes = Line.sealed(draft, n: .random(in: 1...9_999_999, using: &random), moment: moment, zone: Shelf.zone, previous: firstSeal).bytes.dropLast(73)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[bytes.indices.randomElement(using: &random) ?? 0] = .random(in: 1...255, using: &random)
        case 1: bytes.remove(at: bytes.indices.randomElement(using: &random) ?? 0)
        case 2: bytes.insert(Array("\" ,:{}[]\\019".utf8).randomElement(using: &random) ?? 0x20, at: bytes.indices.randomElement(using: &random) ?? 0)
        default: break
        }
        return Array(bytes)
    }

    private static func both(_ line: [UInt8]) -> (framed: Line?, any: Result<Line, LineDamage>) {
        line.withUnsafeBytes { bytes in
            (LineFrame(bytes).flatMap { Line($0) }, Result { () throws(LineDamage) in try Line.readAnyJSON(bytes) })
        }
    }

    @Test("Say what any reader of JSON says, whatever stands there", arguments: 0..<8)
    func equal(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var framed = 0
        for _ in 0..<500 {
            let line = Forgery.sealed(Self.content(&random))
            let (fast, any) = Self.both(line)
            guard let fast else { continue }
            framed += 1
            #expect(try any.get() == fast, "\(String(decoding: line, as: UTF8.self))")
        }
        #expect(framed > 100)
    }

    @Test("A line of this program always has a frame", arguments: ["", "王小明", "quote \" and \\"])
    func written(text: String) throws {
        let draft = Draft(g: "gate-main", by: "device:camera", e: "word.noted", fields: ["word": .string(text), "ref": .integer(3)])
        let moment = Moment(t: Instant(milliseconds: 1_795_442_645_123), boot: "1a2b3c4d", uptime: 0)
        let (line, bytes) = Line.sealed(draft, n: 7, moment: moment, zone: Shelf.zone, previous: firstSeal)
        #expect(Self.both(Array(bytes.dropLast())).framed == line)
    }
}
