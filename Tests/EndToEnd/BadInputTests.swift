import Foundation
import Notation
import Testing

@Suite("Bad input")
struct BadInputTests {
    private let scratch: Scratch
    private static let guest: JSONObject = ["do": "visitor.expect", "by": "G07", "name": "王小明", "unit": "3-1502"]

    init() throws { scratch = try Scratch() }

    @Test func garbageGetsARefusalAndTheStreamGoesOn() throws {
        let garbage = [
            Data("nonsense".utf8), Data("{\"do\":".utf8), Data("[1,2]".utf8), Data("\"text\"".utf8), Data([0xFF, 0xFE, 0x00, 0x7B]),
            Data("{\"do\":\"visitor.expect\",\"do\":\"x\"}".utf8), Data("{\"do\":\"visitor.expect\",\"by\":\"G07\",\"name\":\"\\ud800\"}".utf8),
            Data("{\"do\":\"visitor.expect\",\"by\":\"G07\",\"name\":\"".utf8) + Data([0xC3, 0x28]) + Data("\"}".utf8),
            Data(repeating: UInt8(ascii: "["), count: 60_000), Data(repeating: UInt8(ascii: "x"), count: 1_000_000),
        ]
        let session = try RecordSession(data: scratch.folder)
        for bytes in garbage {
            try session.send(bytes + [0x0A])
            let answer = try #require(try session.answer())
            #expect(answer["ok"] == .bool(false))
            #expect(answer["refused"]?.string?.isEmpty == false)
            #expect(answer["why"]?.string?.isEmpty == false)
            #expect(try session.ask(Self.guest)["ok"] == .bool(true))
        }
        #expect(try session.close() == 1)
        #expect(try Program.run("verify", data: scratch.folder).status == 0)
    }

    @Test func theSameIdGetsTheSameLine() throws {
        var command = Self.guest
        command["id"] = "mine-1"
        let session = try RecordSession(data: scratch.folder)
        let first = try session.ask(command)
        #expect(first["n"]?.integer != nil)
        #expect(try session.ask(command) == first)
        #expect(try session.close() == 0)
        let again = try RecordSession(data: scratch.folder)
        #expect(try again.ask(command) == first)
        try again.close()
        #expect(try Pages(data: scratch.folder).lines().count { $0["id"] == "mine-1" } == 1)
    }

    @Test("An id that begins as the screen's do is refused: the answer to it would be taken for the screen's own")
    func ownID() throws {
        var command = Self.guest
        command["id"] = "@4-1.0"
        let session = try RecordSession(data: scratch.folder)
        #expect(try session.ask(command)["refused"] == "own-id")
        #expect(try session.close() == 1)
    }

    @Test("Two ids are the same where their bytes are, and an empty one is none")
    func idsByBytes() throws {
        let session = try RecordSession(data: scratch.folder)
        let numbers = try ["é", "e\u{301}", "", "", "豈", "\u{F900}"].map { id in
            var command = Self.guest
            command["id"] = .string(id)
            return try #require(try session.ask(command)["n"]?.integer)
        }
        #expect(Set(numbers).count == 6)
        try session.close()
    }

    @Test("An id with a control character is refused: what would stand for it may be another's", arguments: ["\u{E7}\u{8E}\u{8B}", "a\u{7}", "\u{202E}x"])
    func unsayableID(id: String) throws {
        var command = Self.guest
        command["id"] = .string(id)
        let session = try RecordSession(data: scratch.folder)
        #expect(try session.ask(command)["refused"] == "unsayable-id")
        #expect(try session.close() == 1)
    }

    @Test func theSameIdAfterMidnightGetsTheSameLine() throws {
        var command = Self.guest
        command["id"] = "mine-2"
        let session = try RecordSession(data: scratch.folder)
        command["now"] = "2026-11-23T23:59:30+08:00"
        let first = try session.ask(command)
        var other = Self.guest
        other["now"] = "2026-11-24T00:00:30+08:00"
        #expect(try session.ask(other)["ok"] == .bool(true))
        command["now"] = "2026-11-24T00:01:00+08:00"
        #expect(try session.ask(command) == first)
        try session.close()
    }

    @Test("A line of an earlier page is corrected by the rules of its kind; what the program wrote itself, and what is not there, is not")
    func aLineOfAnEarlierPage() throws {
        let session = try RecordSession(data: scratch.folder)
        func ask(_ command: JSONObject) throws -> JSONObject {
            var command = command
            command["by"] = "G07"
            return try session.ask(command)
        }
        _ = try ask(["do": "post.take", "taking": "opening", "turnout": .bool(true), "now": "2026-11-23T21:00:00+08:00"])
        let refused = try #require(try ask(["do": "visitor.refuse", "name": "蘇東波", "reason": "no-identification"])["n"]?.integer)
        let inspected = try #require(try ask(["do": "inspection.make", "supervisor": "S01", "guard": "G07", "finding": "asleep"])["n"]?.integer)
        _ = try ask(["do": "visitor.refuse", "name": "李白", "reason": "no-identification", "now": "2026-11-24T06:00:00+08:00"])
        func correct(_ ref: Int, _ field: String, _ value: String) throws -> JSONObject {
            try ask(["do": "entry.correct", "ref": .integer(ref), "field": .string(field), "value": .string(value), "why": "x"])
        }
        #expect(try correct(refused, "reason", "no-such-reason")["refused"] == "unknown-value")
        #expect(try correct(refused, "colour", "red")["refused"] == "unknown-field")
        #expect(try correct(inspected, "finding", "all well")["refused"] == "not-supervisor")
        #expect(try correct(1, "text", "x")["refused"] == "nothing-there" && correct(refused - 1, "turnout", "no")["refused"] == "cannot-be-corrected")
        #expect(try correct(refused, "name", "蘇東坡")["ok"] == .bool(true))
        try session.close()
        let last = try #require(try Pages(data: scratch.folder).lines().last { $0["e"] == "entry.corrected" })
        #expect(last["of"] == "visitor.refused" && last["was"] == "蘇東波")
    }

    /// Puts every harmful character into every text field of every command.
    @Test func noHarmfulCharacterReachesALine() throws {
        let harmful = [0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200E, 0x200F, 0x2028, 0x202A, 0x202E, 0x2066, 0x2069]
            .compactMap { Unicode.Scalar($0).map(String.init) }.joined()
        let sample: JSONObject = [
            "by": "G07", "post": "gate-main", "unit": "3-1502", "reason": "other", "service": "ambulance", "occurrence": "other",
            "subject": "person", "outcome": "cleared", "taking": "opening", "turnout": .bool(true), "matches": .bool(true), "document": "id-card",
            "confirmed": "phone", "purpose": "visit", "vehicle": "car",
        ]
        let schema = try Schema(Program.run("schema", "commands", data: scratch.folder).output)
        let session = try RecordSession(data: scratch.folder)
        var written = 0
        for (kind, fields) in schema.textFields(by: "do") {
            for poisoned in fields where poisoned != "do" {
                var command: JSONObject = ["do": .string(kind), "by": "G07"]
                for field in fields where field != "id" && field != "do" { command[field] = sample[field] ?? "字" }
                if fields.contains("turnout") || kind == "post.take" { command["turnout"] = .bool(true) }
                command[poisoned] = .string("甲" + harmful + "乙")
                if try session.ask(command)["ok"] == .bool(true) { written += 1 }
            }
        }
        try session.close()
        #expect(written >= 20)
        for line in try Pages(data: scratch.folder).rawLines() {
            let text = try #require(String(data: line, encoding: .utf8))
            let harm = text.unicodeScalars.filter { $0.properties.generalCategory == .control || $0.properties.isBidiControl }
            #expect(harm.isEmpty, "\(text)")
        }
        #expect(try Program.run("verify", data: scratch.folder).status == 0)
    }

    @Test func aFieldThatDoesNotFitALineIsRefusedAndNeverCut() throws {
        var command = Self.guest
        command["name"] = .string(String(repeating: "長", count: 1500))
        let session = try RecordSession(data: scratch.folder)
        #expect(try session.ask(command)["refused"] == "too-long")
        #expect(try session.ask(Self.guest)["ok"] == .bool(true))
        try session.close()
    }
}
