import Gatekeeping
import Notation
import Terminal
import Testing

@testable import Bookkeeping
@testable import Console
@testable import Wording

/// What of a handover went to the supervisor is told as it was then (G10).
struct RefusedLinesTests {
    /// G08 took over, refused what was said at the offer and the occurrence, and settled that since.
    private func refused(_ language: Language) throws -> (desk: Desk, remark: Int, occurrence: Int) {
        let desk = try Desk(language: language, columns: 120, rows: 40)
        let dog = try desk.elsewhere(blank(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "狗叫" })
        let offer = try desk.elsewhere(blank(HandoverOffered.self) { $0.remark = "一切正常" })
        try desk.elsewhere(desk.signedOn(.relief), by: "G08")
        let remark = try desk.elsewhere(HandoverAnswered(ref: offer, item: "remark", answer: .refused, text: "不同意"), by: "G08")
        let occurrence = try desk.elsewhere(HandoverAnswered(ref: offer, item: "occurrence:\(dog)", answer: .refused, text: "不同意"), by: "G08")
        let list = try #require(HandoverList(desk.registers, estate: desk.model.estate, post: "gate-main", now: desk.office.now))
        for entry in list.entries where entry.standing.needsAnswer {
            try desk.elsewhere(HandoverAnswered(ref: offer, item: entry.item.key, count: entry.item.isCountedByHand ? entry.item.count : nil), by: "G08")
        }
        try desk.elsewhere(blank(HandoverAccepted.self) { $0.ref = offer }, by: "G08")
        try desk.elsewhere(blank(OccurrenceResolved.self) { $0.ref = dog; $0.text = "主人牽走了" }, by: "G08")
        return (desk, remark, occurrence)
    }

    @Test("G10: F6, the alerts and the next handover show a refused line in the words of then", arguments: Language.allCases)
    func shown(language: Language) throws {
        let (desk, remark, occurrence) = try refused(language)
        let noise = try #require(desk.model.estate.occurrenceKind("noise")?.name[language])
        let label = { (matter: HandoverItem.Matter) in HandoverWords.name(matter)[language] }
        let said = [
            remark: language.labelled(label(.remark), "一切正常"), occurrence: language.labelled(label(.occurrence), "\(noise) 狗叫"),
        ]
        for isOfferedAgain in [false, true] {
            if isOfferedAgain { try desk.elsewhere(blank(HandoverOffered.self) { $0.remark = "再交一次" }, by: "G08") }
            for (n, words) in said {
                for (key, id) in [(Key.function(6), RowID.referral(n)), (.control("v"), .alert("referral:\(n)"))] {
                    desk.press(key)
                    let row: Row = try #require(desk.model.list.first { $0.id == id || $0.id == .line("referral:\(n)") })
                    #expect(row.text.contains(words) && !row.text.contains("再交一次"), "\(row.text)")
                }
            }
        }
        let rows = try desk.office.handoverReport(post: "gate-main", language).rows.filter { $0[0].hasPrefix("referral:") }
        #expect(rows.count == 2 && zip(rows, [remark, occurrence]).allSatisfy { $0[1].contains(said[$1] ?? "?") }, "\(rows)")
    }

    @Test("G10: the whole story of a refused line tells it in the words of then, the line's alone", arguments: Language.allCases)
    func told(language: Language) throws {
        let (desk, remark, occurrence) = try refused(language)
        for (n, words) in [(remark, "一切正常"), (occurrence, "狗叫")] {
            let story = try Story(of: n, in: desk.office.book, estate: desk.model.estate, language, showsDesk: false)
            #expect(story.chapters.first?.details.contains { $0.contains(words) && $0.hasPrefix(FieldWords.label("about", ofLine: "")[language]) } == true, "\(story.text)")
        }
    }

    @Test("G10: a referral of versions before, which kept no words, says at least which line it was, and never today's remark", arguments: Language.allCases)
    func before(language: Language) throws {
        let desk = try Desk(language: language)
        try desk.elsewhere(blank(HandoverOffered.self) { $0.remark = "再交一次" })
        let titles = HandoverTitles(desk.registers, estate: desk.model.estate, post: "gate-main", language)
        var referral = Referral()
        (referral.post, referral.who, referral.item, referral.text) = ("gate-main", "G08", "remark", "不同意")
        #expect(titles.referral(referral).hasSuffix(language.labelled(HandoverWords.name(.remark)[language], "不同意")))
        referral.item = "occurrence:9999"
        #expect(titles.referral(referral).contains("#9999"))
        referral.item = "thing:parcel"
        #expect(titles.referral(referral).contains(FieldWords.choice("parcel", of: "sort")[language]) && !titles.referral(referral).contains("×0"))
    }

    @Test("G10: what is for the supervisor is confirmed from its alert, also while its row is a line that Enter would accept for the relief")
    func alertOfLine() throws {
        let desk = try Desk()
        try desk.clock(desk.office.now.adding(minutes: 10).text(in: desk.model.estate.zone))
        try desk.elsewhere(desk.signedOn(.unattended), by: "G08")
        let n = try #require(desk.registers.referrals.keys.first)
        try desk.elsewhere(HandoverOffered(), by: "G08")
        try desk.elsewhere(desk.signedOn(.relief), by: "G09")
        desk.press(.control("v"))
        try desk.choose(.alert("referral:\(n)"))
        desk.press(.enter, .text("1"), .control("d"))
        #expect(desk.kinds.last == "referral.confirmed" && desk.registers.referrals.isEmpty)
    }
}
