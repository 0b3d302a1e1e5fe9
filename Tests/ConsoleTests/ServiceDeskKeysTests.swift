import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Console

@Suite("The service desk by keys (C1–C7, R1–R5)")
struct ServiceDeskKeysTests {
    private func atTheDesk(columns: Int = 120, rows: Int = 36) throws -> Desk {
        try Desk(holder: "W01", post: "desk", columns: columns, rows: rows)
    }

    private func fill(_ desk: Desk, _ texts: String...) {
        for text in texts {
            desk.type(text)
            desk.press(.enter)
        }
    }

    /// Opens the form of a new entry of the desk, by its digit.
    private func new(_ digit: String, on desk: Desk) {
        desk.press(.function(7), .home, .enter)
        desk.type(digit)
    }

    /// Enter on the row of a matter: its next step.
    private func step(_ n: Int, on desk: Desk) {
        desk.press(.function(7), .home)
        while desk.model.selection != .matter(n) { desk.press(.down) }
        desk.press(.enter)
    }

    private func received(_ kind: String, on desk: Desk) throws -> Int {
        new(kind, on: desk)
        desk.type("1")
        fill(desk, "3-1502", "Wang", "13800138000", "furniture at night")
        desk.type("3")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "matter.received")
        return try #require(desk.registers.matters.keys.max())
    }

    /// Verified, and with its department.
    private func reported(_ n: Int, on desk: Desk) {
        step(n, on: desk)
        desk.type("1")
        fill(desk, "it is so", "")
        step(n, on: desk)
        desk.type("2")
        desk.type("1")
        desk.type("1")
        desk.press(.enter)
    }

    /// To the point where only the answers are left.
    private func settled(_ n: Int, on desk: Desk) {
        reported(n, on: desk)
        step(n, on: desk)
        fill(desk, "ask them to stop", "", "")
        step(n, on: desk)
        fill(desk, "they stopped", "")
    }

    private func answered(_ n: Int, on desk: Desk) {
        for _ in 0..<2 {
            step(n, on: desk)
            fill(desk, "by phone", "")
        }
    }

    @Test("C2, C3: at night the gate takes a complaint, and shows of it unit and state only")
    func atTheGate() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("1", on: desk)
        desk.type("1")
        fill(desk, "31502", "Wang", "13800138000", "furniture at night")
        desk.press(.control("d"))
        let matter = try #require(desk.registers.matters.values.first)
        #expect(matter.channel == .gate && matter.unit == "3-1502" && matter.who == "Wang" && matter.phone == "13800138000")
        #expect(desk.text.contains("complaint · 3-1502 · to verify"))
        for hidden in ["Wang", "13800138000", "furniture"] { #expect(!desk.text.contains(hidden)) }
        desk.press(.control("f"))
        desk.type("furniture")
        desk.search()
        #expect(!desk.text.contains("matter.received") && desk.text.contains("none"))
    }

    @Test("C3, C5: a complaint goes its whole way by Enter on its row, and closes only when both have their answer and somebody else has called")
    func life() throws {
        let desk = try atTheDesk()
        let n = try received("1", on: desk)
        settled(n, on: desk)
        #expect(desk.kinds.suffix(4) == ["matter.verified", "matter.reported", "matter.planned", "matter.resolved"])
        answered(n, on: desk)
        #expect(desk.registers.matters[n]?.next == .revisit)
        step(n, on: desk)
        desk.type("2")
        fill(desk, "quiet now")
        desk.type("1")
        desk.press(.control("d"))
        #expect(desk.statusLine.contains("Somebody else must call"))
        try desk.go(to: "officer")
        desk.type("3")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "revisit.made")
        step(n, on: desk)
        #expect(desk.kinds.last == "matter.closed")
        #expect(desk.registers.matters.isEmpty)
    }

    @Test("C5: handed on by its action, refused in a circle with what to do instead")
    func handOn() throws {
        let desk = try atTheDesk()
        let n = try received("4", on: desk)
        reported(n, on: desk)
        desk.press(.function(7), .home)
        while desk.model.selection != .matter(n) { desk.press(.down) }
        desk.press(.right)
        desk.type("2")
        desk.type("2")
        fill(desk, "theirs", "")
        #expect(desk.text.contains("must not go in a circle"))
        try desk.go(to: "department")
        desk.type("3")
        desk.press(.control("d"))
        #expect(desk.registers.matters[n]?.department == "security")
    }

    @Test("C4: a suggestion is posted and its household commended")
    func suggestion() throws {
        let desk = try atTheDesk()
        let n = try received("2", on: desk)
        reported(n, on: desk)
        step(n, on: desk)
        fill(desk, "lamps", "", "")
        step(n, on: desk)
        fill(desk, "lamps by the end of the year", "")
        #expect(desk.kinds.last == "suggestion.posted")
        desk.press(.function(7), .home)
        while desk.model.selection != .matter(n) { desk.press(.down) }
        desk.press(.right)
        desk.type("2")
        desk.press(.enter)
        fill(desk, "thanks", "")
        #expect(desk.kinds.last == "household.commended")
        let posting = try desk.office.postingReport(.english)
        #expect(posting.rows.map { $0.suffix(2) } == [["3-1502", "lamps by the end of the year"], ["3-1502", "thanks"]])
    }

    @Test("R3: a promised answer calls before its time on the gate's screen, passes with its handover, and is gone when it was given")
    func promised() throws {
        let desk = try Desk(columns: 120, rows: 36)
        new("3", on: desk)
        desk.type("1")
        fill(desk, "3-1502", "Wang", "", "when is the lift back")
        desk.type("2")
        fill(desk, "tomorrow", "11:30", "")
        let n = try #require(desk.registers.matters.keys.first)
        #expect(!desk.model.alertText.contains("matter"))
        try desk.clock("2026-11-23T10:31:00+08:00")
        #expect(desk.model.alertText.contains("1 matter due"))
        var relief = PostTaken()
        (relief.taking, relief.isTurnedOut) = (.relief, true)
        try desk.record(relief, by: "G08")
        try desk.record(HandoverOffered(), by: "G07")
        desk.hear()
        desk.press(.function(6))
        #expect(desk.text.contains("Reply promised: 3-1502 enquiry"))
        var answered = MatterAnswered()
        (answered.ref, answered.text) = (n, "tomorrow")
        try desk.record(answered, by: "G07")
        desk.hear()
        #expect(!desk.model.alertText.contains("matter") && !desk.text.contains("Reply promised"))
    }

    @Test("C2: the line finds a matter at the desk by who brought it, by words, phone, unit and number; at the gate by unit and number only")
    func found() throws {
        let desk = try atTheDesk()
        let n = try received("1", on: desk)
        func finds(_ text: String, on desk: Desk) -> Bool {
            desk.press(.escape)
            desk.type(text)
            defer { desk.press(.escape) }
            return desk.model.found.contains { $0.id == .matter(n) }
        }
        for text in ["wang", "furn", "8000", "31502", String(n)] { #expect(finds(text, on: desk), "\(text)") }
        desk.type("furn")
        #expect(desk.model.found.first?.id == .matter(n))
        desk.press(.enter)
        #expect(try desk.form.title.english.hasPrefix("Verified"))

        let gate = try Desk(columns: 120, rows: 36)
        try gate.record(received(), by: "G07")
        gate.hear()
        let number = try #require(gate.registers.matters.keys.first)
        func atTheGate(_ text: String) -> [RowID] {
            gate.press(.escape)
            gate.type(text)
            return gate.model.found.map(\.id)
        }
        try gate.elsewhere(Correction(ref: number, field: "what", value: "secret drums", why: "misheard"), by: "G07")
        gate.press(.escape, .control("f"))
        gate.type("drums")
        gate.search()
        #expect(gate.text.contains("none"), "What the desk corrected is the desk's own business too.")
        gate.press(.escape)
        #expect(!atTheGate("furn").contains(.matter(number)) && !atTheGate("13800138000").contains(.matter(number)))
        #expect(atTheGate("31502").contains(.matter(number)) && atTheGate("31502").first != .matter(number))
    }

    private func received() -> MatterReceived {
        var received = MatterReceived()
        (received.topic, received.unit, received.who, received.phone, received.what) = ("noise", "3-1502", "Wang", "13800138000", "furniture at night")
        return received
    }

    @Test("R2, R4: who is not content has the matter again on top of the list")
    func notContent() throws {
        let desk = try atTheDesk()
        let n = try received("1", on: desk)
        settled(n, on: desk)
        answered(n, on: desk)
        step(n, on: desk)
        desk.type("3")
        fill(desk, "still loud")
        desk.type("3")
        desk.press(.control("d"))
        #expect(desk.registers.matters[n]?.next == .plan)
        #expect(desk.text.contains("to plan · again"))
    }

    @Test("R1, R5: the week's list says whom to visit and where they are reached; a visit counts in the officer's plan")
    func weekList() throws {
        let desk = try atTheDesk()
        desk.press(.function(7))
        let homes = desk.model.rows(of: .desk).filter { if case .home = $0.id { true } else { false } }
        #expect(!homes.isEmpty && homes.allSatisfy { !$0.trailing.isEmpty })
        let own = try #require(homes.first { if case .home(let key) = $0.id { key.hasPrefix("W01/") } else { false } })
        while desk.model.selection != own.id { desk.press(.down) }
        desk.press(.enter)
        fill(desk, "all well")
        desk.type("1")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "revisit.made")
        #expect(desk.registers.callings.values.first?.units.count == 1)
        #expect(!desk.model.rows(of: .desk).contains { $0.id == own.id })
        #expect(try desk.office.planReport(.english).rows.contains { $0[0].hasPrefix("W01") && $0[3] == "1" })
    }

    @Test("R5: the yearly questionnaire is on the list when it is near, and gone when it was held")
    func activity() throws {
        let desk = try atTheDesk()
        desk.press(.function(7))
        while desk.model.selection != .plan("survey/2026") { desk.press(.down) }
        desk.press(.enter)
        fill(desk, "312", "parking first", "")
        #expect(desk.kinds.last == "activity.held")
        #expect(!desk.model.rows(of: .desk).contains { $0.id == .plan("survey/2026") })
    }

    @Test("C7: a study visit is written down with host and programme")
    func study() throws {
        let desk = try atTheDesk()
        new("7", on: desk)
        fill(desk, "Greentown", "He", "gate and desk", "12", "")
        #expect(desk.kinds.last == "study.received")
    }

    @Test("R4, C6: both rates for any period, the matters behind each one key away, and how each is computed")
    func figures() throws {
        let desk = try atTheDesk()
        let n = try received("1", on: desk)
        settled(n, on: desk)
        desk.press(.function(7), .end, .enter)
        #expect(try desk.form.value("from") == "2026-11-01" && desk.form.value("to") == "2026-11-23")
        desk.press(.control("d"))
        #expect(desk.text.contains("Valid complaints per household"))
        desk.press(.down, .enter)
        #expect(desk.text.contains("furniture at night"))
        desk.press(.escape, .function(12))
        #expect(desk.text.contains("jq -nr"))
        desk.press(.escape, .escape)
        #expect(desk.model.layers.isEmpty)
    }

    @Test("A number on the uniform is typed as it stands there, and chooses that person")
    func numberTyped() throws {
        let desk = try atTheDesk()
        new("5", on: desk)
        fill(desk, "1-902")
        desk.type("W02")
        #expect(try desk.form.value("officer") == "W02")
        let gate = try Desk(holder: nil)
        gate.type("G1")
        #expect(try gate.form.value("number") == "G10")
        gate.type("2")
        #expect(try gate.form.value("number") == "G12")
    }

    @Test("C2: what is too long for its row stands whole above its actions, where the resident is reached first")
    func whole() throws {
        let desk = try atTheDesk(columns: 80, rows: 24)
        var long = received()
        (long.phone, long.what) = (nil, String(repeating: "每天晚上十一點以後拖家具。", count: 8))
        try desk.elsewhere(long, by: "W01")
        let n = try #require(desk.registers.matters.keys.first)
        desk.press(.function(7), .home)
        while desk.model.selection != .matter(n) { desk.press(.down) }
        desk.press(.right)
        let phone = try #require(desk.model.estate.unit("3-1502")?.phone ?? desk.model.estate.residents.first { $0.unit == "3-1502" && $0.phone != nil }?.phone)
        #expect(desk.text.contains(phone))
        #expect(desk.text.filter { $0 == "拖" }.count == 8)
    }

    @Test("A period that ends before it begins is said in the form")
    func badPeriod() throws {
        let desk = try atTheDesk()
        desk.press(.function(7), .end, .enter)
        try desk.go(to: "to")
        for _ in 0..<10 { desk.press(.backspace) }
        desk.type("2026-10-31")
        desk.press(.control("d"))
        #expect(try desk.form.complaint?.contains("earlier one first") == true)
    }

    @Test("C1: the notice says place, phone and hours in each language", arguments: Language.allCases)
    func notice(language: Language) throws {
        let desk = try Desk(holder: nil)
        let text = desk.office.noticeReport(language).formatted(.text)
        #expect(text.contains("010-5550-0100") && text.contains("8:30–18:00"))
    }

    @Test("Every matter that is open is in the history that the desk opens")
    func history() throws {
        let desk = try atTheDesk()
        let n = try received("1", on: desk)
        step(n, on: desk)
        desk.type("1")
        fill(desk, "it is so", "")
        desk.press(.function(7), .home)
        while desk.model.selection != .matter(n) { desk.press(.down) }
        desk.press(.left)
        #expect(desk.text.contains("it is so") && desk.text.contains("Wang") && !desk.text.contains("\"ref\""))
    }
}
