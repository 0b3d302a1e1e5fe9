import Notation
import Testing

@testable import Gatekeeping

@Suite("What each guard did and missed (S5)")
struct GuardTallyTests {
    private var tally = GuardTally(.small)
    private var n = 0

    private func time(_ minutes: Int) -> Instant { Scene.evening.adding(minutes: minutes) }

    private mutating func note(_ fact: any Fact, by: String, at minutes: Int, post: String = "main") {
        n += 1
        tally.note(Event(fact), Stamp(n: n, t: time(minutes), by: by, post: post))
    }

    private func figures(of number: String, _ tally: GuardTally) -> [GuardTally.Figure: Int] { tally.rows.first { $0.number == number }?.figures ?? [:] }

    @Test("S5: a gap in custody is whose span it followed, with its minutes; the lines of the program itself are nobody's presence")
    mutating func gaps() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(OccurrenceOpened(), by: "G07", at: 30)
        note(OccurrenceUpdated(), by: "S01", at: 45)
        note(RoundMissed(), by: "gatebook", at: 50)
        note(PostTaken().turnedOut(.unattended), by: "G12", at: 90)
        note(PostLeft(leaving: .exception), by: "G12", at: 100)
        note(PostTaken().turnedOut(), by: "S01", at: 112)
        note(PostLeft(leaving: .exception), by: "S01", at: 120)
        #expect(figures(of: "G07", tally)[.gaps] == 1 && figures(of: "G07", tally)[.gapMinutes] == 60)
        #expect(figures(of: "G12", tally)[.gaps] == 1 && figures(of: "G12", tally)[.gapMinutes] == 12)
        #expect(figures(of: "S01", tally)[.gaps] == 1 && figures(of: "S01", tally)[.gapMinutes] == 0, "It lasts.")
    }

    @Test("S5, P6: a missed round is of who held the post of its route when it was due, not of who holds the post that recorded it")
    mutating func missed() {
        var estate = Estate.small
        estate.routes[0].post = "side"
        tally = GuardTally(estate)
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(PostTaken().turnedOut(), by: "G12", at: 0, post: "side")
        note(PostLeft(leaving: .exception), by: "G12", at: 70, post: "side")
        note(PostTaken().turnedOut(), by: "S01", at: 71, post: "side")
        note(RoundMissed(route: "night", due: time(60)), by: "gatebook", at: 90)
        #expect(figures(of: "G12", tally)[.missed] == 1 && figures(of: "G07", tally)[.missed] == nil && figures(of: "S01", tally)[.missed] == nil)
    }

    @Test("S5, P6: a missed round of a route whose post nobody held is nobody's, and not of who holds the post that recorded it")
    mutating func missedByNobody() {
        var estate = Estate.small
        estate.routes[0].post = "side"
        tally = GuardTally(estate)
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(RoundMissed(route: "night", due: time(60)), by: "gatebook", at: 90)
        #expect(figures(of: "G07", tally)[.missed] == nil && figures(of: GuardTally.nobody, tally)[.missed] == 1)
    }

    @Test("S5, G10: a post that opens late is nobody's, as no roster says who was expected; who closed it by plan has none of it")
    mutating func lateOpening() {
        note(PostTaken().turnedOut(), by: "G07", at: 0, post: "side")
        note(fact(PostLeft.self) { $0.leaving = .closing; $0.opens = time(480) }, by: "G07", at: 30, post: "side")
        tally.now = time(400)
        #expect(!tally.rows.contains { $0.number == GuardTally.nobody })
        tally.now = time(500)
        #expect(figures(of: GuardTally.nobody, tally)[.gaps] == 1 && figures(of: GuardTally.nobody, tally)[.gapMinutes] == 0, "It lasts.")
        note(PostTaken().turnedOut(), by: "G12", at: 505, post: "side")
        #expect(figures(of: GuardTally.nobody, tally)[.gaps] == 1 && figures(of: GuardTally.nobody, tally)[.gapMinutes] == 25)
        #expect(figures(of: "G07", tally)[.gaps] == 0)
    }

    @Test("S5, P1: a silence counts for who held the post when it passed, whether news came late or never, and once each time")
    mutating func silence() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" }, by: "G07", at: 5)
        note(PostTaken().turnedOut(.unattended), by: "G12", at: 20)
        tally.now = time(35)
        #expect(figures(of: "G07", tally)[.lateUpdates] == nil && figures(of: "G12", tally)[.lateUpdates] == nil, "Thirty minutes have not passed.")
        tally.now = time(300)
        #expect(figures(of: "G12", tally)[.lateUpdates] == 1 && figures(of: "G07", tally)[.lateUpdates] == nil)
        note(PostTaken().turnedOut(.unattended), by: "G07", at: 310)
        note(fact(OccurrenceUpdated.self) { $0.ref = 2; $0.text = "still loud" }, by: "G07", at: 311)
        tally.now = time(320)
        #expect(figures(of: "G12", tally)[.lateUpdates] == 1 && figures(of: "G07", tally)[.lateUpdates] == nil, "Who brings the news late is not who was silent.")
        tally.now = time(400)
        #expect(figures(of: "G07", tally)[.lateUpdates] == 1)
    }

    @Test("S5, P1: a silence of an occurrence that was brought forward is of who held the post that the page names, of the only post where it names none, and nobody's where there are several")
    mutating func broughtForward() {
        func occurrence(_ post: String?) -> Forward<Occurrence> {
            var item = Occurrence()
            (item.kind, item.updated, item.post) = ("noise", time(0), post)
            return Forward(item, opener: 1, since: time(0))
        }
        var custody = Custody()
        (custody.post, custody.holder, custody.since) = ("main", "G07", time(-60))
        func charged(_ posts: [String], _ home: String?, homes: [Int: String] = [:]) -> [String] {
            var estate = Estate.small
            estate.posts = posts.map { Post(id: $0, name: Names($0), gate: "main", equipment: []) }
            var tally = GuardTally(estate, homes: homes)
            tally.note(Event(Forward(custody, opener: 0, since: custody.since)), Stamp(n: 8, t: time(20), by: "gatebook", post: ""))
            tally.note(Event(occurrence(home)), Stamp(n: 9, t: time(20), by: "gatebook", post: ""))
            tally.note(Event(fact(OccurrenceUpdated.self) { $0.ref = 1; $0.text = "still loud" }), Stamp(n: 10, t: time(300), by: "G12", post: "main"))
            tally.now = time(301)
            return tally.rows.filter { $0.figures[.lateUpdates] ?? 0 > 0 }.map(\.number)
        }
        #expect(charged(["main", "side"], "main") == ["G07"])
        #expect(charged(["main", "side"], "side") == [GuardTally.nobody])
        #expect(charged(["main"], nil) == ["G07"])
        #expect(charged(["main", "side"], nil, homes: [1: "main"]) == ["G07"])
        #expect(charged(["main", "side"], nil) == [GuardTally.nobody])
    }

    @Test("S5: a gap belongs to the day on which it began")
    mutating func day() {
        let monday = Day(number: 20_780)
        tally = GuardTally(.small, from: monday.adding(days: 1))
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(PostLeft(leaving: .exception), by: "G07", at: 100)
        note(PostTaken().turnedOut(), by: "G12", at: 130)
        note(PostLeft(leaving: .exception), by: "G12", at: 140)
        #expect(tally.gaps.map(\.holder) == ["G12"])
    }
}
