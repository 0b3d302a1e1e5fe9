import Gatekeeping
import Notation
import Testing
import Wording

@testable import Bookkeeping
@testable import Console
@testable import Journal

/// What lines say to people, in stories and in rows of a search (G8, S6).
struct LineWordsTests {
    private func written(_ fact: any Fact, by: String, on desk: Desk) throws -> Line {
        guard case .written(let line) = desk.office.perform(Command(fact, by: by, post: desk.model.post)) else { throw Refusal.alreadyRecorded }
        desk.hear()
        return line
    }

    @Test("G10: a refused line of the handover is told by its name, in its story and in the acceptance that lists it", arguments: Language.allCases)
    func handoverLine(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        let offer = try #require(desk.registers.custody["gate-main"]?.offered)
        let refused = try written(HandoverAnswered(ref: offer, item: "equipment:radio", answer: .refused, text: "flat"), by: "G08", on: desk)
        let story = try Story(of: refused.n, in: desk.office.book, estate: desk.model.estate, language, showsDesk: false).text
        let radio = try #require(desk.model.estate.post("gate-main")?.equipment.first { $0.id == "radio" }).name[language]
        #expect(story.contains(radio) && story.contains("flat") && !story.contains("equipment:radio"), "\(story)")
        try desk.acceptLines()
        var accepted = HandoverAccepted()
        accepted.ref = offer
        let row = try LineWords(estate: desk.model.estate, language: language).row(written(accepted, by: "G08", on: desk))
        #expect(row.contains(radio) && !row.contains("equipment:radio"), "\(row)")
    }

    @Test("G9: a second look that found a defect still there reads as no confirmed repair, neither in the shift's report nor in a search", arguments: Language.allCases)
    func secondLook(language: Language) throws {
        let desk = try Desk(language: language)
        let lamp = try desk.elsewhere(blank(DefectFound.self) { ($0.place, $0.text) = ("lake-lamp", "不亮") })
        try desk.elsewhere(blank(DefectRepaired.self) { $0.ref = lamp })
        let look = try written(blank(DefectConfirmed.self) { ($0.ref, $0.isGood) = (lamp, false) }, by: "G08", on: desk)
        let name = try #require(try desk.office.shiftReport(language).rows.first { $0[0] == DefectConfirmed.kind })[1]
        #expect(!name.lowercased().contains("confirm") && !name.contains("修復") && !name.contains("修复"), "\(name)")
        let row = LineWords(estate: desk.model.estate, language: language).row(look)
        #expect(row.contains(name) && row.contains(language.labelled(FieldWords.label("good", ofLine: "defect.confirm")[language], FormWords.no[language])), "\(row)")
    }

    @Test("An alert that was put off is told by what it is about", arguments: Language.allCases)
    func alert(language: Language) throws {
        let desk = try Desk(language: language)
        var postponed = AlertPostponed()
        (postponed.alert, postponed.until, postponed.reason) = ("order:general", desk.office.now.adding(minutes: 60), "later")
        let row = try LineWords(estate: desk.model.estate, language: language).row(written(postponed, by: "G07", on: desk))
        let title = try #require(desk.model.estate.order("general")).title[language]
        #expect(row.contains(title) && !row.contains("order:general"), "\(row)")
    }
}
