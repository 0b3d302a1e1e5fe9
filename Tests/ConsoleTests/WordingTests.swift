import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

struct WordingTests {
    private static let refusals: [Refusal] = [
        .notJSON(offset: 3), .lineTooLong(bytes: 70_000), .unknownCommand("visitor.entr", nearest: "visitor.enter"), .unknownCommand("x", nearest: nil),
        .unknownField("colour"), .missingField("name"), .wrongType("count", expected: .wholeNumber), .unknownValue(field: "unit", value: "9-9", known: []),
        .unknownValue(field: "purpose", value: "x", known: ["visit", "meal"]), .onlyPractice, .timeInFuture, .tooEarly(from: "2026-11-23 22:04"), .onlyNow, .tooLong(bytes: 70_000), .unknownGuard("G99"),
        .unknownPost("nowhere"), .notSupervisor("G07"), .notOnDuty("G08"), .postUnattended, .nothingThere(ref: 7), .neverWritten(ref: 7), .takenBack(ref: 7), .wrongStep(ref: 7), .nothingTicked, .reliefIsHere("G08"),
        .witnessedBefore("G08"),
        .noIdentification, .notMatching, .suspicious, .mustCompare(name: "金大海", denied: "d-001"), .denied("d-003"), .tooManyLeave(inside: 1),
        .badgeGiven("VB-0001", to: "李白"), .registerFirst, .needsPlateOrReference, .noRoundDue(route: "buildings"), .roundMissed,
        .tickTooLate, .roundUnderWay, .alreadyRecorded, .alreadyAttended(by: "G07"), .alreadyOnDuty, .unfitRelief("G08"), .notOffered, .notRelief,
        .reliefMissing, .notAccepted, .ownHandover, .linesLeft(7), .notCounted, .queriesOpen(1), .notScheduledToClose, .notYourLast, .cannotBeWithdrawn, .othersBuiltOnIt,
        .stillDetained, .notHandedOver, .noCase, .ownException, .alreadyTicked, .notRepaired, .ownRepair, .lent(to: "G09"), .noPass, .passAllows(2), .othersReading, .ownInspection, .notLent, .postponedTooLong(hours: 12),
        .noDesk, .notDirector("W01"), .handedInCircle(Names("工程部", english: "Works")), .notOffice("G07"), .otherStep(.verify), .timePast, .answerMissing(.resident), .answerMissing(.director), .revisitMissing, .ownRevisit,
        .wrongPIN("G07", left: 2), .pinPaused("G07", until: ClockTime(minutes: 1335)), .noPIN("G07"), .pinMissing("G07"), .signatureMissing("G07"), .ownWitness, .partyWitness("G07"),
        .pinsUnusable(file: "/data/secrets/pins", .mode), .pinsUnusable(file: "/data/secrets/pins", .owner), .pinsUnusable(file: "/data/secrets/pins", .damaged),
        .pinsUnusable(file: "/data/secrets/pins", .system(code: 28)),
    ]

    @Test("Every refusal is a sentence in three languages, and its code is its own", arguments: refusals)
    func refusal(refusal: Refusal) {
        for language in Language.allCases {
            let text = refusal.text(language)
            #expect(!text.isEmpty)
            #expect(text.hasSuffix("。") || text.hasSuffix("？") || text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
        }
        #expect(refusal.text(.english).allSatisfy { $0.isASCII || "“”…–’金大海李白".contains($0) }, "\(refusal.text(.english))")
        #expect(refusal.text(.hant) != refusal.text(.english))
    }

    @Test("The list above has every code")
    func complete() {
        #expect(Set(WordingTests.refusals.map(\.code)).count == 81)
    }

    @Test("Every kind of event has a name, but what is brought forward")
    func events() {
        for fact in Catalogue.facts where !fact.kind.hasPrefix("forward.") {
            #expect(EventWords.names[fact.kind] != nil, "\(fact.kind)")
        }
        for (kind, text) in EventWords.names {
            #expect(Catalogue.kinds[kind] != nil, "\(kind) is no kind")
            for language in Language.allCases { #expect(!text[language].isEmpty, "\(kind)") }
        }
    }

    @Test("Every field of a command has a label, and every fixed choice a name", arguments: Catalogue.commands.keys.sorted())
    func fields(command: String) throws {
        try #require(Catalogue.commands[command]).checkWords(of: command)
    }

    @Test("Every field of a line has a label of its own in Chinese, the ones that the rules fill in too")
    func lines() {
        for type in Catalogue.facts where !type.kind.hasPrefix("forward.") {
            for name in type.fieldNames {
                let label = FieldWords.label(name, ofLine: type.command ?? "")
                #expect(label.hant != name || name == "pin", "\(type.kind) \(name)")
                #expect(!label.hant.isEmpty && !label.hans.isEmpty && !label.english.isEmpty)
                #expect(!label.hant.contains("（") && !label.english.contains("("), "\(type.kind) \(name): a form's hint")
            }
        }
    }

    @Test("Every action has a key of its own that no terminal keeps, and a name in three languages")
    func actions() {
        let kept = Set("abcqszhijm")
        for action in Action.allCases {
            if case .control(let letter) = action.key { #expect(!kept.contains(letter), "\(action)") }
            for language in Language.allCases { #expect(!action.name[language].isEmpty, "\(action)") }
        }
        #expect(Set(Action.allCases.map(\.key)).count == Action.allCases.count)
    }

    @Test("G10: a referral does not read as if the guard who only reported it had done it; who refused a line stands first", arguments: Language.allCases)
    func referrals(language: Language) throws {
        let desk = try Desk()
        let titles = HandoverTitles(desk.registers, estate: desk.model.estate, post: desk.model.post, language)
        var referral = Referral()
        (referral.matter, referral.who, referral.text) = (.unfit, "G07", "G08 smells of spirits")
        #expect(titles.referral(referral).hasPrefix(language.labelled(HandoverWords.referral(.unfit)[language], "G08 smells of spirits")))
        #expect(titles.referral(referral).contains("← G07"))
        (referral.matter, referral.item) = (.refused, "equipment:radio")
        #expect(titles.referral(referral).hasPrefix("\(HandoverWords.referral(.refused)[language]) G07"))
    }
}

extension Fact {
    fileprivate static var fieldNames: [String] { fields.map(\.name) }

    fileprivate static func checkWords(of command: String) {
        for field in fields where field.presence != .derived {
            expectWords(FieldWords.label(field.name, of: command), not: field.name, command)
            guard case .oneOf(let values) = field.schema else { continue }
            for value in values { expectWords(FieldWords.choice(value, of: field.name), not: value, "\(command) \(field.name)") }
        }
    }

    private static func expectWords(_ text: Text, not raw: String, _ place: String) {
        for language in [Language.hant, .hans] { #expect(text[language] != raw && text[language] != text[.english], "\(place) \(raw)") }
        #expect(!text[.english].isEmpty)
    }
}
