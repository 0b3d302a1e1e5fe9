import Bookkeeping
import Foundation
import Gatekeeping
import Terminal
import Testing
import Witness
import Wording

@testable import Console

@Suite("F12: how a figure is computed", .serialized)
struct ExplainKeysTests {
    /// A desk at which one or more of everything is open.
    private func busy() throws -> Desk {
        let desk = try Desk(columns: 120, rows: 36)
        desk.admit("李白")
        try desk.record(fact(VehicleEntered.self) { $0.plate = "BKX-7281" }, by: "G07")
        try comeAndGo(desk)
        let theft = try desk.record(fact(OccurrenceOpened.self) { $0.occurrence = "theft"; $0.text = "bicycle" }, by: "G07")
        try desk.record(fact(EvidenceTaken.self) { $0.ref = theft; $0.what = "lock"; $0.holder = "G07" }, by: "G07")
        try desk.record(fact(PersonDetained.self) { $0.ref = theft; $0.who = "a man" }, by: "G07")
        let lamp = try desk.record(fact(DefectFound.self) { $0.place = "ramp"; $0.text = "dark" }, by: "G07")
        try desk.record(fact(DefectFound.self) { $0.place = "stairs"; $0.text = "wet" }, by: "G07")
        try desk.record(fact(DefectRepaired.self) { $0.ref = lamp }, by: "G07")
        try desk.record(fact(DefectConfirmed.self) { $0.ref = lamp; $0.isGood = true }, by: "G08")
        try desk.record(fact(TaskGiven.self) { $0.what = "count"; $0.giver = "S01" }, by: "G07")
        try desk.record(fact(ThingKept.self) { $0.what = "box" }, by: "G07")
        try desk.record(fact(PassIssued.self) { $0.what = "sofa"; $0.count = 2; $0.unit = "3-1502"; $0.consent = "Wang"; $0.carrier = "movers" }, by: "G07")
        let chest = try desk.record(fact(PassIssued.self) { $0.what = "chest"; $0.unit = "3-1502"; $0.consent = "Wang"; $0.carrier = "movers" }, by: "G07")
        try desk.record(fact(VehicleLeft.self) { $0.plate = "ZZ 1"; $0.carried = "chest"; $0.pass = chest }, by: "G07")
        try desk.record(fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "ill" ; $0.manner = .telephone }, by: "G07")
        try desk.record(fact(MatterReceived.self) { ($0.topic, $0.who, $0.what) = ("noise", "Wang", "drums") }, by: "G07")
        desk.hear()
        return desk
    }

    /// A car that waits becomes a visitor's who is let in with it; the car leaves, then the visitor.
    private func comeAndGo(_ desk: Desk) throws {
        try desk.record(fact(VehicleRegistered.self) { ($0.plate, $0.unit, $0.purpose) = ("ZZ-2", "3-1502", "visit") }, by: "G07")
        let visit = try desk.record(VisitorVerified.shown("王五"), by: "G07")
        try desk.record(fact(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.plate) = (visit, "3-1502", "visit", "ZZ2") }, by: "G07")
        try desk.record(VisitorAdmitted(ref: visit), by: "G07")
        try desk.record(VehicleLeft(plate: "ZZ2"), by: "G07")
        try desk.record(VisitorLeft(ref: visit), by: "G07")
    }

    /// What the shell says. A file takes its output: other children may hold a pipe open.
    private func run(_ command: String, in folder: URL) throws -> String {
        let output = folder.appending(path: "said")
        try Child.run(["/bin/sh", "-c", "{ \(command); } > said"], in: folder)
        return try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    @Test("Each command says of the pages what the screen says")
    func commands() throws {
        let desk = try busy()
        for figure in OpenFigure.allCases {
            let explanation = figure.explanation(desk.registers, desk.model.estate, at: desk.model.now, .english)
            #expect(explanation.value == "1", "One of it is open: \(figure)")
            #expect(try run(explanation.command, in: desk.pages) == explanation.value, "\(figure)")
        }
    }

    @Test("G10: F12 shows the figures of a handover that is under way, and jq says the same of the pages")
    func handover() throws {
        let desk = try HandoverLinesTests.offered(columns: 120, rows: 36)
        try desk.choose(.line("inside"))
        desk.press(.enter, .enter)
        try desk.choose(.line("equipment:radio"))
        desk.press(.right, .text("2"))
        desk.type("battery dead")
        desk.press(.control("d"))
        desk.press(.function(6), .function(12))
        #expect(desk.text.contains("# accepted: 2"))
        let list = try #require(HandoverList(desk.registers, estate: desk.model.estate, post: "gate-main", now: desk.office.now))
        let figures = HandoverExplanations(list, desk.registers, estate: desk.model.estate, post: "gate-main").all(.english)
        #expect(figures.map(\.value) == ["2", "0", "0", "0", "1", "0", "0", "0"])
        #expect(!figures.contains { $0.figure.contains("equipment") || $0.figure.contains("thing:") } && figures.contains { $0.figure == "counted Visitors inside" })
        for figure in figures { #expect(try run(figure.command, in: desk.pages) == figure.value, "\(figure.figure)") }
    }

    @Test("G10: what a count of the handover opened is counted, and what another answer undid is not; jq says the same of the pages")
    func undone() throws {
        let desk = try HandoverLinesTests.offered()
        func answer(_ item: String, _ count: Int?) throws {
            let offer = try #require(desk.registers.custody["gate-main"]?.offered)
            try desk.elsewhere(HandoverAnswered(ref: offer, item: item, count: count), by: "G08")
        }
        for (item, count) in [("inside", 2), ("vehicles", 1), ("equipment:radio", 0), ("thing:parcel", 1), ("equipment:torch", 0)] { try answer(item, count) }
        for (item, count) in [("vehicles", nil), ("equipment:torch", 1)] { try answer(item, count) }
        for (figure, value) in [(OpenFigure.occurrences, "2"), (.defects, "3")] {
            let explanation = figure.explanation(desk.registers, desk.model.estate, at: desk.model.now, .english)
            #expect(explanation.value == value)
            #expect(try run(explanation.command, in: desk.pages) == value, "\(figure)")
        }
    }

    @Test("F12 shows them for the view, in lines that fit; Esc closes, arrows scroll", arguments: [80, 40])
    func shown(columns: Int) throws {
        let desk = try busy()
        desk.model.size = Size(columns: columns, rows: columns == 40 ? 12 : 24)
        desk.press(.function(5), .function(12))
        #expect(desk.text.contains("# Open occurrences: 1"))
        let top = desk.text
        desk.press(.down)
        #expect(desk.text != top)
        desk.press(.up)
        #expect(desk.text == top)
        desk.press(.escape)
        #expect(desk.model.layers.isEmpty)
        desk.press(.function(9), .function(12))
        #expect(desk.statusLine.contains("no figures"))
    }
}

private func fact<F: Fact>(_ type: F.Type, _ fill: (inout F) -> Void) -> F {
    var blank = F()
    fill(&blank)
    return blank
}
