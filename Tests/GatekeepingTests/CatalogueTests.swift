import Notation
import Randomness
import Testing

@testable import Gatekeeping

@Suite("The catalogue of facts")
struct CatalogueTests {
    @Test("Kinds and commands are unique, and dotted lower-case words")
    func unique() {
        let kinds = Catalogue.facts.map { $0.kind }
        #expect(Set(kinds).count == kinds.count)
        let commands = Catalogue.facts.compactMap { $0.command }
        #expect(Set(commands).count == commands.count)
        for name in kinds + commands {
            let words = name.split(separator: ".", omittingEmptySubsequences: false)
            #expect(words.count == 2 && words.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase && $0.isASCII } }, "\(name)")
        }
    }

    @Test("No field has a name that belongs to the line, or occurs twice", arguments: Catalogue.facts.map(FactType.init))
    func names(fact: FactType) {
        let names = fieldNames(fact.type)
        #expect(Set(names).isDisjoint(with: ["n", "t", "g", "by", "e", "at", "b", "m", "p", "h"]))
        #expect(Set(names).count == names.count)
    }

    @Test("A field of numbers names lines, or is known to count something: whoever asks for a line finds all that name it")
    func naming() {
        let counts: Set<String> = [
            "count", "took", "keys", "pieces", "rest", "remaining", "people", "vehicles", "lines", "version", "year", "expected",
        ]
        for fact in Catalogue.facts where !(fact is any Forwarding.Type) && fact.kind != CommandIDs.kind { expectNaming(fact, but: counts) }
        func named(_ kind: String, _ fields: JSONObject) -> Set<Int> { Catalogue.linesNamed(by: kind, fields) }
        #expect(named("vehicle.left", ["ref": .integer(1), "settles": .integer(2), "pass": .integer(3), "pieces": .integer(4)]) == [1, 2, 3])
        #expect(named("vehicle.entered", ["contradicts": .integer(7), "keys": .integer(8)]) == [7])
        #expect(named("handover.answered", ["ref": .integer(1), "item": .string("defect:12"), "undoes": .integer(9), "count": .integer(5)]) == [1, 12, 9])
        #expect(named("handover.offered", ["occurrences": .array([.integer(3), .integer(5)]), "people": .integer(4)]) == [3, 5])
        #expect(named("handover.accepted", ["ref": .integer(1), "refused": .array([.string("task:6"), .string("equipment:radio")])]) == [1, 6])
        #expect(named("alert.postponed", ["alert": .string("silence:4")]) == [4])
        #expect(named("comet.seen", ["ref": .integer(4), "pass": .integer(5)]) == [4])
    }

    private func expectNaming<F: Fact>(_ type: F.Type, but counts: Set<String>) {
        for field in F.fields {
            switch field.schema {
            case .wholeNumber, .reference, .list(.wholeNumber): #expect((field.naming == .line) != counts.contains(field.name), "\(F.kind) \(field.name)")
            case .text, .truth, .time, .oneOf, .list, .object: #expect(field.naming != .line, "\(F.kind) \(field.name)")
            }
        }
    }

    @Test("A fact with every field filled is read back from its JSON as itself", arguments: Catalogue.facts.map(FactType.init))
    func roundTrip(fact: FactType) throws { try expectRoundTrip(fact.type) }

    private func fieldNames<F: Fact>(_ type: F.Type) -> [String] { F.fields.map(\.name) }

    private func expectRoundTrip<F: Fact>(_ type: F.Type) throws {
        let zone = Zone(minutes: 480)
        for seed in UInt64(0)..<8 {
            var generator = SeededGenerator(seed: seed)
            var filled = F()
            for field in F.fields where seed == 0 || field.presence == .required || Bool.random(using: &generator) {
                try filled.set(field.name, value(of: field.schema, using: &generator))
            }
            let object = filled.object(in: zone)
            #expect(object.members.map(\.name) == F.fields.map(\.name).filter { object[$0] != nil })
            if seed == 0 { #expect(object.members.count == F.fields.count) }
            let written = try #require(try JSON.read(JSON.object(object).bytes).object)
            #expect(try F(written) == filled)
            #expect(Event(kind: F.kind, written)?.shape as? F == filled)
        }
        #expect(throws: FieldProblem.unknown("never")) { try F(["never": .null]) }
    }

    private func value(of schema: FieldSchema, using generator: inout SeededGenerator) -> JSON {
        switch schema {
        case .text: .string(["王小明", "\"quoted\\\"", "G07", "a b"].randomElement(using: &generator) ?? "")
        case .wholeNumber, .reference: .integer(.random(in: 1...99_999, using: &generator))
        case .truth: .bool(true)
        case .time: .string(Instant(milliseconds: .random(in: 0...2_000_000_000_000, using: &generator)).text(in: Zone(minutes: 0)))
        case .oneOf(let values): .string(values.randomElement(using: &generator) ?? "")
        case .object: .object(["what": .string("王小明"), "count": .integer(2)])
        case .list(let element): .array((0..<3).map { _ in value(of: element, using: &generator) })
        }
    }
}

/// A kind of fact as a test's argument.
struct FactType: Sendable, CustomTestStringConvertible {
    let type: any Fact.Type
    var testDescription: String { type.kind }
}
