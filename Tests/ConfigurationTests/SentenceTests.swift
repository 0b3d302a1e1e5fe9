import Gatekeeping
import Testing
import Wording

@Suite struct SentenceTests {
    @Test(arguments: problems) func everyProblemHasThreeSentences(_ problem: Problem) {
        let finding = Finding(file: "f", line: 1, problem: problem)
        let sentences = Language.allCases.map { finding.text($0) }
        #expect(Set(sentences).count == 3, "\(sentences)")
        #expect(sentences.allSatisfy { $0.hasPrefix("f:1: ") && $0.count > 10 })
        #expect(!(sentences.last ?? "").unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) })
    }

    private static let problems: [Problem] =
        [
            .missingFolder, .notAFolder, .unreadableFile, .missingFile, .unknownFile(suggestion: nil),
            .unknownFile(suggestion: "a"), .invalidUTF8, .controlCharacter(7, field: ""), .controlCharacter(7, field: "a"),
            .tooLong(field: "a", limit: 9), .unreadableYAML(what: "w"), .duplicateKey("a", firstLine: 1),
            .unknownKey("a", path: "p", suggestion: nil), .unknownKey("a", path: "", suggestion: "b"),
            .missingKey("a", path: "p"), .missingHeader, .missingColumn("a"), .unknownColumn("a", suggestion: nil),
            .unknownColumn("a", suggestion: "b"), .duplicateColumn("a"), .badColumnCount(expected: 2, found: 1),
            .emptyValue("a"), .emptyList("a"), .badID("a"), .badGuardNumber("a"), .badTime("a"), .badOffset("a"),
            .badNumber("a", least: 1, most: 2), .badChoice("a", choices: ["b"]), .badShape("a"), .badDocumentTail("a"),
            .duplicatePlate("a", firstLine: 1), .duplicateCode("a", firstFile: "f", firstLine: 1),
            .duplicateEntry("a", field: "b"), .unrecognisableCode("a"), .halfOpeningHours(missing: "opens"), .deniedNobody, .noDirector, .badDate("13-45"),
        ]
        + Problem.Shape.allCases.map { .wrongType(key: "a", expected: $0) }
        + Problem.QuoteFault.allCases.map { .badQuote($0) }
        + Problem.Thing.allCases.flatMap { thing -> [Problem] in
            [
                .duplicateID(thing, id: "a", firstLine: 1), .danglingReference(thing, id: "a", suggestion: nil),
                .danglingReference(thing, id: "a", suggestion: "b"), .missingEntry(thing, id: "a"),
            ]
        }
}
