import Gatekeeping
import Testing
import Wording

@testable import Bookkeeping

/// What the report of a shift says of what was done, and of what was not.
struct ShiftReportTests {
    @Test("S2: how many inspections there were is said, also where there were none", arguments: Language.allCases)
    func inspections(language: Language) throws {
        let desk = try Desk(language: language)
        func row() throws -> [String] { try #require(try desk.office.shiftReport(language).rows.first { $0[0] == "inspection.made" }) }
        #expect(try row() == ["inspection.made", EventWords.name("inspection.made")[language], "0"])
        let explained = try desk.office.shiftReport(language).explanations.first { $0.command.contains("inspection.made") }
        #expect(explained?.value == "0")
        try desk.elsewhere(blank(InspectionMade.self) { ($0.supervisor, $0.person, $0.finding) = ("S01", "G07", "in order") })
        #expect(try row()[2] == "1")
    }
}
