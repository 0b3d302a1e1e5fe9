import Foundation
import Gatekeeping
import Notation
import Terminal
import Testing

@testable import Bookkeeping
@testable import Console
@testable import Journal
@testable import Wording

/// The relief goes through the handover on the screen (G10).
struct HandoverLinesTests {
    /// Offered by G07 at the main gate, with G08 come to relieve, and six matters open besides what is always there.
    static func offered(_ language: Language = .english, columns: Int = 80, rows: Int = 24) throws -> Desk {
        let desk = try Desk(language: language, columns: columns, rows: rows)
        try desk.elsewhere(blank(OccurrenceOpened.self) { $0.occurrence = "water"; $0.text = "地下車庫 B 區滲水" })
        try desk.elsewhere(blank(DefectFound.self) { $0.place = "lake-lamp"; $0.text = "兩盞不亮" })
        try desk.elsewhere(blank(TaskGiven.self) { $0.what = "把停水通知貼到每一棟"; $0.giver = "S01" })
        for (sort, what) in [(Thing.Sort.parcel, "順豐包裹一件"), (.parcel, "圓通包裹一件"), (.key, "側門鑰匙"), (.lost, "雨傘一把")] {
            try desk.elsewhere(blank(ThingKept.self) { $0.sort = sort; $0.what = what })
        }
        try desk.elsewhere(HandoverOffered())
        try desk.elsewhere(desk.signedOn(.relief), by: "G08")
        desk.press(.function(6))
        return desk
    }

    private func standing(_ key: String, _ desk: Desk) -> HandoverList.Standing? {
        HandoverList(desk.registers, estate: desk.model.estate, post: "gate-main", now: desk.office.now)?[key]?.standing
    }

    /// Chooses a line and opens an action of it.
    private func choose(_ key: String, action: Character, _ desk: Desk) throws {
        try desk.choose(.line(key))
        desk.press(.right, .text(String(action)))
    }

    @Test("G10: a handover of twenty lines takes one key a line, three where things are counted, and six to begin and sign")
    func keys() throws {
        let desk = try HandoverLinesTests.offered()
        let entries = try #require(HandoverList(desk.registers, estate: desk.model.estate, post: "gate-main", now: desk.office.now)).entries
        let (lines, counted) = (entries.count, entries.filter(\.item.isCountedByHand))
        #expect(lines == 19 && counted.count == 12)
        let before = desk.keys
        desk.press(.down, .down, .down)
        for _ in 0..<lines {
            desk.press(.enter)
            try desk.countWhatIsThere()
        }
        #expect(desk.model.selection == .command("accept"))
        desk.press(.enter, .enter, .enter)
        #expect(desk.kinds.last == "handover.accepted")
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        let digits = counted.map { String($0.item.count ?? 0).count }.reduce(0, +)
        #expect(desk.keys - before == lines + digits + counted.count + 6)
        #expect(desk.kinds.count { $0 == "handover.answered" } == lines)
        #expect(desk.office.state.entries.filter { $0.event.shape is HandoverAnswered }.allSatisfy { $0.stamp.by == "G08" })
    }

    @Test("G10: with nothing selected Enter accepts nothing, and a line that is answered is not answered again")
    func nothingByItself() throws {
        let desk = try HandoverLinesTests.offered()
        desk.press(.enter)
        #expect(desk.kinds.last == "post.taken")
        try desk.choose(.line("inside"))
        desk.press(.enter, .up, .enter)
        #expect(desk.kinds.count { $0 == "handover.answered" } == 1)
        #expect(desk.model.message == HandoverWords.settled.english)
    }

    @Test("G10: a thing is accepted only by what was counted: without a number nothing is written", arguments: Language.allCases)
    func uncounted(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        let row = try #require(desk.model.rows(of: .handover).first { $0.id == .line("equipment:torch") })
        #expect(row.hint == HandoverWords.count)
        try desk.choose(row.id)
        desk.press(.enter)
        let title = row.text.dropFirst(2)
        #expect(try desk.form.title[language] == title && desk.form.fields.map(\.id) == ["count"])
        desk.press(.enter)
        #expect(try desk.form.complaint?.hasPrefix(ScreenWords.fill[language]) == true)
        desk.press(.escape)
        #expect(standing("equipment:torch", desk) == .open && desk.model.selection == row.id)
        try desk.choose(.line("thing:parcel"))
        desk.press(.enter)
        #expect(try desk.form.title.hant.hasSuffix(" ×2"))
        desk.press(.escape)
        try desk.choose(row.id)
        desk.press(.enter, .text("1"), .enter)
        #expect(standing("equipment:torch", desk) == .accepted && desk.registers.defects.count == 1)
        let order = try #require(HandoverList(desk.registers, estate: desk.model.estate, post: "gate-main", now: desk.office.now))
        #expect(desk.model.selection == order.next(after: "equipment:torch").map { .line($0.item.key) })
        #expect(desk.model.selection != row.id)
    }

    @Test("G10: a question is asked and answered in the list")
    func query() throws {
        let desk = try HandoverLinesTests.offered()
        try choose("equipment:torch", action: "1", desk)
        desk.type("does it charge?")
        desk.press(.control("d"))
        #expect(standing("equipment:torch", desk) == .asked)
        #expect(desk.text.contains("does it charge?"))
        try desk.choose(.line("equipment:torch"))
        desk.press(.enter)
        desk.type("since noon")
        desk.press(.control("d"))
        #expect(standing("equipment:torch", desk) == .uncounted)
        #expect(desk.office.state.entries.last?.stamp.by == "G07")
        try desk.choose(.line("equipment:torch"))
        desk.press(.enter)
        desk.type("1")
        desk.press(.enter)
        #expect(standing("equipment:torch", desk) == .accepted)
    }

    @Test("G10: a refused line needs its reason, shows for the supervisor, and holds nobody")
    func refused() throws {
        let desk = try HandoverLinesTests.offered()
        try choose("equipment:radio", action: "2", desk)
        desk.press(.control("d"))
        #expect(try desk.form.complaint == Refusal.missing(FieldWords.label("text", of: "handover.answer")).english)
        desk.type("battery dead")
        desk.press(.control("d"))
        #expect(standing("equipment:radio", desk) == .refused)
        #expect(desk.text.contains("!1 for the supervisor"))
        try desk.acceptLines()
        try desk.choose(.command("accept"))
        desk.press(.enter, .control("d"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        desk.press(.function(6))
        let row = try #require(desk.model.rows(of: .handover).first { if case .referral = $0.id { true } else { false } })
        #expect(row.text.contains("Equipment: Two-way radio: battery dead"))
        try desk.choose(row.id)
        desk.press(.enter, .text("1"))
        desk.press(.control("d"))
        #expect(desk.registers.referrals.isEmpty)
    }

    @Test("G10: a count that changed after it was accepted stands out, and Enter accepts it anew", arguments: Language.allCases)
    func changed(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        try desk.acceptLines()
        try desk.elsewhere(VehicleEntered(plate: "BKX-7281"))
        let row = try #require(desk.model.rows(of: .handover).first { $0.id == .line("vehicles") })
        #expect(row.text.hasPrefix("□") && row.style == .warning)
        #expect(row.trailing == HandoverWords.standing(.changed)[language] + " 0→1")
        try desk.choose(.command("accept"))
        desk.press(.enter, .control("d"))
        #expect(try desk.form.complaint == Refusal.linesLeft(1).text(language))
        desk.press(.escape)
        try desk.choose(.line("vehicles"))
        desk.press(.enter)
        #expect(standing("vehicles", desk) == .accepted && desk.model.selection == .command("accept"))
    }

    @Test("G10: the alert of a line that is refused names the line and the reason, and one key leads to where it is settled", arguments: [(true, Language.english), (true, .hant), (false, .english)])
    func refusedAlert(isUnderWay: Bool, language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        try choose("equipment:radio", action: "2", desk)
        desk.type("battery dead")
        desk.press(.control("d"))
        let n = try #require(desk.registers.referrals.keys.first)
        if !isUnderWay {
            try desk.acceptLines()
            try desk.choose(.command("accept"))
            desk.press(.enter, .control("d"))
        }
        desk.press(.control("v"))
        let row = try #require(desk.model.rows(of: .alerts).first { $0.id == .alert("referral:\(n)") })
        #expect(row.text.contains(language == .english ? "Two-way radio" : "對講機") && row.text.contains("battery dead"), "\(row.text)")
        try desk.choose(row.id)
        desk.press(.enter)
        #expect(desk.model.view == .handover && desk.model.selection == .referral(n))
        desk.press(.enter, .text("1"), .control("d"))
        #expect(desk.registers.referrals.isEmpty && desk.kinds.last == "referral.confirmed")
    }

    @Test("G10: a line that was refused can be accepted after all, and then nothing waits for the supervisor")
    func acceptedAfterAll() throws {
        let desk = try HandoverLinesTests.offered()
        try choose("equipment:radio", action: "2", desk)
        desk.type("battery dead")
        desk.press(.control("d"))
        try desk.choose(.line("equipment:radio"))
        let actions = try #require(desk.model.selected).actions.map(\.name.english)
        let index = try #require(actions.firstIndex(of: "count"))
        try choose("equipment:radio", action: Character(String(index + 1)), desk)
        try desk.countWhatIsThere()
        #expect(standing("equipment:radio", desk) == .accepted && desk.registers.referrals.isEmpty)
    }

    @Test("S4, G10: a case, a task and damage say where, since when, who was told and until when; a line is read whole at every size", arguments: [(80, 24), (40, 12)], Language.allCases)
    func whole(size: (Int, Int), language: Language) throws {
        let desk = try Desk(language: language, columns: size.0, rows: size.1)
        let theft = try desk.elsewhere(blank(OccurrenceOpened.self) { $0.occurrence = "theft"; $0.text = "單車不見了"; $0.place = "B2 車位 17"; $0.told = "S01 韓正義" })
        let until = desk.office.now.adding(minutes: 600)
        let task = try desk.elsewhere(blank(TaskGiven.self) { $0.what = "貼停水通知"; $0.giver = "S02"; $0.until = until })
        let lamp = try desk.elsewhere(blank(DefectFound.self) { $0.place = "lake-lamp"; $0.text = "兩盞不亮"; $0.told = "水電工" })
        try desk.elsewhere(HandoverOffered())
        try desk.elsewhere(desk.signedOn(.relief), by: "G08")
        desk.press(.function(6))
        func text(_ key: String) -> String { desk.model.rows(of: .handover).first { $0.id == .line(key) }?.text ?? "" }
        for part in ["單車不見了", "B2 車位 17", "11-23 09:50", "S01 韓正義", HandoverWords.notWithPolice[language]] { #expect(text("occurrence:\(theft)").contains(part), "\(part)") }
        #expect(text("occurrence:\(theft)").hasPrefix("□ !"), "It stands out.")
        for part in ["貼停水通知", "S02 尤美雲", "11-23 19:50"] { #expect(text("task:\(task)").contains(part), "\(part)") }
        for part in ["兩盞不亮", "11-23 09:50", "水電工"] { #expect(text("defect:\(lamp)").contains(part), "\(part)") }
        try desk.choose(.line("occurrence:\(theft)"))
        let index = try #require(desk.model.selected?.actions.firstIndex { $0.name.hant == HandoverWords.wholeLine.hant })
        desk.press(.right, .text(String(index + 1)))
        let shown = desk.text.filter { !$0.isWhitespace && $0 != "│" }
        #expect(shown.contains("B2車位17") && shown.contains("S01韓正義"), "\(desk.text)")
        let slip = try desk.office.handoverReport(post: "gate-main", language)
        #expect(slip.rows.contains { $0[1].contains("B2 車位 17") && $0[1].contains("S01 韓正義") })
        desk.press(.escape)
        try desk.choose(.line("occurrence:\(theft)"))
        desk.press(.enter)
        #expect(text("occurrence:\(theft)").hasPrefix("✓"))
        try desk.elsewhere(blank(OccurrenceUpdated.self) { $0.ref = theft; $0.text = "還少一把鎖" })
        #expect(text("occurrence:\(theft)").hasPrefix("□ !"), "What changed after it was accepted stands out as before.")
    }

    @Test("G10: people who are missing are an occurrence in words, not in keys", arguments: Language.allCases)
    func inWords(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        try choose("inside", action: "3", desk)
        try desk.go(to: "count")
        desk.type("3")
        desk.press(.control("d"))
        let n = try #require(desk.registers.occurrences.keys.max())
        let row = try #require(desk.model.rows(of: .occurrences).first { $0.id == .occurrence(n) })
        #expect(!row.text.contains("3/0") && !row.text.contains("gate-main"), "\(row.text)")
        #expect(row.text.contains(["在場訪客：點到 3，簿上 0", "在场访客：点到 3，簿上 0", "Visitors inside: 3 counted, 0 by the book"][Language.allCases.firstIndex(of: language) ?? 0]))
    }

    @Test("G10: the words stand on F6 after the acceptance, at every size", arguments: [(80, 24), (120, 36), (40, 12)], Language.allCases)
    func words(size: (Int, Int), language: Language) throws {
        let desk = try HandoverLinesTests.offered(language, columns: size.0, rows: size.1)
        try desk.acceptLines()
        try desk.choose(.command("accept"))
        desk.press(.enter, .control("d"))
        let custody = try #require(desk.registers.custody["gate-main"])
        let words = HeadWords.words(of: try #require(custody.head), language)
        #expect(words.count == 8 && custody.head?.count == HeadWords.digits)
        desk.press(.function(6))
        for word in words { #expect(desk.text.contains(word), "\(desk.text)") }
    }

    @Test("G10: after the handover the list as signed is one Enter on F6, with the words and who signed how", arguments: Language.allCases)
    func asSigned(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        desk.press(.function(6))
        try desk.choose(.command("slip"))
        desk.press(.enter)
        #expect(desk.text.contains(HandoverWords.none[language].trimmingCharacters(in: .whitespaces)), "Nothing is signed yet.")
        desk.press(.escape)
        try desk.acceptLines()
        try desk.choose(.command("accept"))
        desk.press(.enter, .control("d"), .function(6))
        let words = HeadWords.words(of: try #require(desk.registers.custody["gate-main"]?.head), language)
        try desk.choose(.command("head1"))
        desk.press(.enter)
        guard case .reading(let text, _, let figures, _)? = desk.model.layers.last else { return try #require(Bool(false), "nothing to read") }
        for word in words { #expect(text.contains(word)) }
        #expect(text.contains("把停水通知貼到每一棟") && text.contains(HandoverWords.standing(.accepted)[language]))
        #expect(text.contains(SignatureWords.manner(nil, witness: nil)[language]))
        desk.press(.function(12))
        #expect(figures.contains(".lines") && desk.text.contains("jq -nr"), "F12 over the slip shows how its figures are computed.")
        desk.press(.escape)
        #expect(desk.text.contains("G07 馮金水 → G08 陳大勇"))
        try desk.elsewhere(PostLeft(leaving: .relieved))
        try desk.elsewhere(desk.signedOn(.relief), by: "G09")
        desk.press(.escape, .function(6))
        try desk.choose(.command("slip"))
        desk.press(.enter)
        #expect(desk.text.contains("G07 馮金水 → G08 陳大勇"), "What is under way is not signed.")
    }

    @Test("G10: parcels are one line, which says how many there are and leads to them", arguments: [Language.english, .hant])
    func parcels(language: Language) throws {
        let desk = try HandoverLinesTests.offered(language)
        let row = try #require(desk.model.rows(of: .handover).first { $0.id == .line("thing:parcel") })
        #expect(row.text == (language == .english ? "□ Kept: parcel ×2" : "□ 代管物品：包裹 ×2"))
        try choose("thing:parcel", action: "4", desk)
        #expect(desk.model.view == .things && desk.model.selected?.text.contains("順豐包裹一件") == true)
        try desk.choose(.command("thing"))
        desk.press(.function(6))
        try choose("thing:parcel", action: "3", desk)
        try desk.go(to: "count")
        desk.type("1")
        desk.press(.control("d"))
        #expect(desk.text.contains("1≠2"))
        desk.press(.function(4))
        #expect(desk.model.rows(of: .patrol).contains { $0.text.contains(language == .english ? "parcel 1/2" : "包裹 1/2") })
    }

    @Test("G10: another count than the book's becomes a defect, and the list shows both")
    func counted() throws {
        let desk = try HandoverLinesTests.offered()
        try choose("equipment:passes", action: "3", desk)
        try desk.go(to: "count")
        desk.type("19")
        desk.press(.control("d"))
        #expect(desk.text.contains("19≠20"))
        #expect(desk.registers.defects.values.contains { $0.item == "passes" && $0.place == "gate-main" })
    }

    @Test("P5: a relief who is late shows with the minutes; the program records it by itself")
    func late() throws {
        let desk = try Desk(language: .english)
        try desk.clock("2026-11-23T15:03:00+08:00")
        #expect(desk.text.contains("!relief 3 min late"))
        try desk.clock("2026-11-23T15:12:00+08:00")
        desk.office.recordWhatIsMissed(post: "gate-main")
        desk.office.recordWhatIsMissed(post: "gate-main")
        #expect(desk.kinds.count { $0 == "relief.late" } == 1)
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
    }

    @Test("G8, G10: what was entered late says so in a word on its line of the handover and on the slip", arguments: Language.allCases)
    func lateLine(language: Language) throws {
        let desk = try Desk(language: language)
        var given = TaskGiven()
        (given.what, given.giver) = ("貼停水通知", "S02")
        guard case .written(let line) = desk.office.perform(Command(given, by: "G07", post: desk.model.post, at: desk.office.now.adding(minutes: -61))) else { return #expect(Bool(false)) }
        try desk.elsewhere(HandoverOffered())
        try desk.elsewhere(desk.signedOn(.relief), by: "G08")
        let row = try #require(desk.model.rows(of: .handover).first { $0.id == .line("task:\(line.n)") })
        #expect(row.text.contains(HintWords.late[language]), "\(row.text)")
        #expect(try desk.office.handoverReport(post: "gate-main", language).slip.joined().contains(HintWords.late[language]))
    }

    @Test("G10: asked for a time just after the offer, the report shows the handover under way and how the offer was signed", arguments: [false, true])
    func offeredAt(hasRelief: Bool) throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        if hasRelief { try desk.elsewhere(desk.signedOn(.relief), by: "G08") }
        try desk.step("offer")
        desk.press(.enter)
        desk.type("482913")
        desk.press(.control("d"))
        let offered = desk.office.now
        try desk.clock("2026-11-23T11:00:00+08:00")
        var opened = OccurrenceOpened()
        (opened.occurrence, opened.text) = ("water", "later")
        try desk.elsewhere(opened)
        let report = try desk.office.handoverReport(post: "gate-main", at: offered.adding(minutes: 1), .english)
        #expect(report.title.contains("G07 馮金水 → \(hasRelief ? "G08 陳大勇" : HandoverWords.noRelief.english)") && report.title.contains(HandoverWords.notSigned.english), "\(report.title)")
        let signatures = report.about["signatures"]?.array?.compactMap(\.object) ?? []
        #expect(signatures.map { $0["guard"]?.string } == ["G07"] && signatures.map { $0["signed"]?.string } == ["pin"])
        #expect(!report.rows.isEmpty && !report.rows.contains { $0[1].contains("later") }, "As it stood then.")
        #expect(try desk.office.handoverReport(post: "gate-main", at: offered.adding(minutes: -1), .english).rows.isEmpty)
    }

    @Test("P5: a post that was taken without a handover stands in the alerts with both names, and on the slip", arguments: Language.allCases)
    func seized(language: Language) throws {
        let desk = try Desk(language: language)
        desk.press(.function(6))
        try desk.choose(.command("unattended"))
        desk.press(.enter)
        desk.type("811")
        desk.press(.enter)
        #expect(try desk.form.complaint != nil && desk.registers.custody["gate-main"]?.holder == "G07", "They wrote just now.")
        try desk.clock(desk.office.now.adding(minutes: 10).text(in: desk.model.estate.zone))
        desk.press(.control("d"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        let n = try #require(desk.registers.referrals.keys.first)
        let row = try #require(desk.model.rows(of: .alerts).first { $0.id == .alert("referral:\(n)") })
        #expect(row.text.contains("G07 馮金水") && row.text.contains("G08 陳大勇"), "\(row.text)")
        try desk.elsewhere(HandoverOffered(), by: "G08")
        try desk.elsewhere(desk.signedOn(.relief), by: "G09")
        let slip = try desk.office.handoverReport(post: "gate-main", language)
        #expect(slip.rows.contains { $0[0] == "referral:\(n)" && $0[1].contains("G07 馮金水") })
        let shift = try desk.office.shiftReport(language)
        #expect(shift.rows.contains { $0[0] == "unattended" && $0[2] == "1" })
    }

    @Test("P5: an unfit relief is sent away on the screen", arguments: [true, false])
    func relief(hasCome: Bool) throws {
        let desk = try hasCome ? HandoverLinesTests.offered() : Desk()
        desk.press(.function(6))
        try desk.choose(.command(hasCome ? "unfit" : "absent"))
        desk.press(.enter)
        if hasCome {
            desk.type("drunk")
            desk.press(.control("d"))
            #expect(desk.kinds.last != "relief.unfit", "Nobody was told yet.")
            try desk.go(to: "told")
            desk.type("1")
        } else { desk.type("1G08 ill") }
        desk.press(.control("d"))
        #expect(desk.kinds.last == (hasCome ? "relief.unfit" : "relief.absent"))
        if hasCome { #expect((try desk.lastFact as? ReliefUnfit)?.told == "S01") }
        #expect(desk.registers.referrals.values.first?.text == (hasCome ? "G08 drunk" : "G08 ill"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G07" && desk.registers.custody["gate-main"]?.relief == nil)
    }
}
