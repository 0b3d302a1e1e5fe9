import Notation
import Testing

@testable import Gatekeeping

@Suite("Superiors and staff")
struct StaffTests {
    @Test("S9, G15: a task stays open from shift to shift until it is done")
    func tasks() throws {
        var scene = try Scene.onDuty
        let until = scene.now.adding(minutes: 600)
        scene.expectRefused(fact(TaskGiven.self) { $0.what = "數訪客證" }, .missingField("giver"))
        scene.expectRefused(fact(TaskGiven.self) { $0.what = "數訪客證"; $0.giver = "S01"; $0.until = scene.now.adding(minutes: -1) }, .timePast)
        let task = try scene.given(fact(TaskGiven.self) { $0.what = "數訪客證"; $0.giver = "S01"; $0.until = until })
        #expect(try scene.broughtForward().registers.tasks[task]?.until == until)
        let finished = fact(TaskFinished.self) { $0.ref = task; $0.text = "二十張都在" }
        try scene.given(finished, by: "G12")
        scene.expectRefused(finished, .nothingThere(ref: task), by: "G12")
    }

    @Test("S1: who has read which version of an order is known, each on duty and for themself; a new version must be read again")
    func orders() throws {
        var scene = try Scene.onDuty
        func unread(_ number: String) -> [String] { scene.state.registers.unread(by: number, at: "main", in: scene.estate).map(\.id) }
        #expect(unread("G07") == ["gate", "all"])
        let read = fact(OrderAcknowledged.self) { $0.order = "gate" }
        #expect(try scene.when(read).version == 2)
        try scene.given(read)
        scene.expectRefused(read, .alreadyRecorded)
        scene.expectRefused(fact(OrderAcknowledged.self) { $0.order = "gate"; $0.reader = "G12" }, .othersReading)
        scene.expectRefused(read, .notOnDuty("G12"), by: "G12")
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        try scene.given(fact(OrderAcknowledged.self) { $0.order = "gate"; $0.reader = "G12" }, by: "G12")
        #expect(unread("G07") == ["all"] && unread("G12") == ["all"])
        scene.expectRefused(fact(OrderAcknowledged.self) { $0.order = "none" }, .unknownValue(field: "order", value: "none", known: ["gate", "all", "side"]))
        scene.expectRefused(fact(OrderAcknowledged.self) { $0.order = "gate"; $0.reader = "G99" }, .othersReading)
        scene.estate.orders[0].version = 3
        #expect(unread("G07") == ["gate", "all"])
        try scene.given(read)
        #expect(scene.state.registers.readings["gate"]?.readers == ["G07"])
    }

    @Test("S2: only a supervisor inspects a post, and never themself")
    func inspection() throws {
        var scene = try Scene.onDuty
        let made = fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "儀容整齊"; $0.guidance = "勤看監視" }
        scene.expectRefused(fact(InspectionMade.self) { $0.supervisor = "G12"; $0.person = "G07"; $0.finding = "x" }, .notSupervisor("G12"))
        scene.expectRefused(fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "S01"; $0.finding = "x" }, .ownInspection)
        try scene.given(made)
        #expect(scene.state.registers.inspected["main"] == scene.now)
    }

    @Test("S7: a certificate is announced thirty days before it ends, and a new one takes its place")
    func training() throws {
        var scene = try Scene.onDuty
        func record(_ what: String = "消防 First Aid", until: Instant?) throws -> Int {
            try scene.given(fact(TrainingRecorded.self) { $0.person = "G07"; $0.what = what; $0.until = until })
        }
        let first = try record(until: scene.now.adding(minutes: 31 * 1440))
        #expect(scene.state.registers.certificates[first]?.isRunningOut(at: scene.now) == false)
        scene.pass(minutes: 1441)
        #expect(scene.state.registers.certificates[first]?.isRunningOut(at: scene.now) == true)
        let second = try record(until: scene.now.adding(minutes: 365 * 1440))
        #expect(Array(scene.state.registers.certificates.keys) == [second])
        _ = try record("消防 first aid", until: nil)
        #expect(scene.state.registers.certificates.isEmpty, "One that was entered by mistake ends with a line that has no end.")
    }

    @Test("G2: a violation is corrected with who, what and outcome", arguments: ViolationCorrected.Outcome.allCases)
    func violation(outcome: ViolationCorrected.Outcome) throws {
        let scene = try Scene.onDuty
        let corrected = fact(ViolationCorrected.self) { $0.who = "AB1234"; $0.text = "佔用消防通道"; $0.outcome = outcome }
        #expect(try scene.when(corrected).outcome == outcome)
        scene.expectRefused(fact(ViolationCorrected.self) { $0.who = "AB1234" }, .missingField("text"))
    }
}
