import Notation
import Testing

@testable import Gatekeeping

@Suite("Custody without gaps (G10, P5)")
struct CustodyTimelineTests {
    private var timeline = CustodyTimeline(.small)

    private func time(_ minutes: Int) -> Instant { Scene.evening.adding(minutes: minutes) }

    @discardableResult
    private mutating func note(
        _ fact: any Fact, by: String, at minutes: Int, _ machine: MachineTime? = nil, post: String = "main", lastSigns: [String: Int] = [:]
    ) -> CustodyTimeline.Gap? {
        timeline.note(
            Event(fact), Stamp(n: minutes + 1, t: time(minutes), by: by, post: post), machine: machine, lastSigns: lastSigns.mapValues { TimeOfWriting(time($0)) })
    }

    private func machine(_ minutes: Int, boot: String = "a") -> MachineTime { MachineTime(boot: boot, milliseconds: minutes * 60_000) }

    @Test("G10: from guard to guard there is no gap, and the relief is responsible from the acceptance on")
    mutating func whole() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(PostTaken().turnedOut(.relief), by: "G12", at: 50)
        note(HandoverAccepted(), by: "G12", at: 60)
        note(PostLeft(leaving: .relieved), by: "G07", at: 62)
        #expect(timeline.spans.map(\.holder) == ["G07", "G12"])
        #expect(timeline.spans.map(\.until) == [time(60), nil])
        #expect(timeline.gaps.isEmpty && timeline.open().isEmpty)
    }

    @Test("P5: a sign-on that is entered for an earlier time closes no gap before it was written")
    mutating func entered() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(PostLeft(leaving: .exception), by: "G07", at: 70)
        timeline.note(Event(PostTaken().turnedOut()), Stamp(n: 241, t: time(240), at: time(71), by: "G12", post: "main"), lastSigns: [:])
        #expect(timeline.gaps.map(\.minutes) == [170])
    }

    @Test("G10: a post where nobody ever signed on is nobody's from the first line that tells of any, but for the hours in which it is closed")
    mutating func never() {
        #expect(timeline.neverTaken(until: time(90)).isEmpty, "The book has not begun.")
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        #expect(timeline.neverTaken(until: time(90)).map(\.post) == ["side"] && timeline.neverTaken(until: time(90)).map(\.from) == [time(0)])
        #expect(timeline.neverTaken(until: time(0)).isEmpty, "Not a minute has gone by.")
        var atNight = CustodyTimeline(.small)
        atNight.note(Event(PostTaken().turnedOut()), Stamp(n: 1, t: time(120), by: "G07", post: "main"))
        #expect(atNight.neverTaken(until: time(180)).isEmpty, "Closed by plan all the time.")
        note(PostTaken().turnedOut(), by: "G12", at: 90, post: "side")
        #expect(timeline.neverTaken(until: time(180)).isEmpty)
    }

    @Test("G10: a post where nobody ever signed on is nobody's from when on its plan has it attended, and by a clock that was moved back too")
    mutating func neverSinceItsTime() {
        var atNight = CustodyTimeline(.small)
        atNight.note(Event(PostTaken().turnedOut()), Stamp(n: 1, t: time(120), by: "G07", post: "main"))
        #expect(atNight.neverTaken(until: time(700)).map(\.from) == [time(480)], "Closed until six.")
        #expect(atNight.neverTaken(until: time(60)).isEmpty, "Closed when the clock was moved back.")
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        #expect(timeline.neverTaken(until: time(-60)).map(\.from) == [time(0)])
    }

    @Test("G10: where the clock was moved in a gap, its length is that of the machine's own clock", arguments: [(-1, 35), (300, 35), (0, 35), (33, 32)])
    mutating func measured(taken: Int, minutes: Int) {
        note(PostTaken().turnedOut(), by: "G07", at: -60, machine(0))
        note(PostLeft(leaving: .exception), by: "G07", at: 1, machine(61))
        let passed = minutes == 35 ? 35 : 32
        let gap = note(PostTaken().turnedOut(), by: "G12", at: taken, machine(61 + passed))
        #expect(gap?.minutes == minutes && gap?.from == time(1) && gap?.until == time(taken))
        #expect(gap?.moved == (taken == 33 ? nil : .measured(time(1 + passed))))
    }

    @Test("G10: where the clock was moved back and nothing measures the gap, it is one of unknown length", arguments: [nil, MachineTime(boot: "b", milliseconds: 0)])
    mutating func unknown(later: MachineTime?) {
        note(PostTaken().turnedOut(), by: "G07", at: 0, machine(100))
        note(PostLeft(leaving: .exception), by: "G07", at: 30, machine(130))
        let gap = note(PostTaken().turnedOut(), by: "G12", at: -30, later)
        #expect(gap?.moved == .unknown && gap?.minutes == nil && gap?.until == time(-30))
        #expect(timeline.gaps.count == 1)
    }

    @Test("P5: a post that is found unattended after the clock was moved back was nobody's since its guard last wrote, if a minute passed", arguments: [(0, nil), (20, 20)])
    mutating func unattendedBefore(passed: Int, minutes: Int?) {
        note(PostTaken().turnedOut(), by: "G07", at: 0, machine(100))
        #expect(note(PostTaken().turnedOut(.unattended), by: "G12", at: -40, machine(100 + passed))?.minutes == minutes)
    }

    @Test("G10: a post that opens late by a clock that was moved back is missed for as long as the machine's own clock says")
    mutating func lateBefore() {
        note(PostTaken().turnedOut(), by: "G07", at: 0, machine(0), post: "side")
        note(fact(PostLeft.self) { $0.leaving = .closing; $0.opens = time(480) }, by: "G07", at: 30, machine(30), post: "side")
        #expect(note(PostTaken().turnedOut(), by: "G12", at: 400, machine(510), post: "side")?.minutes == 30)
    }

    @Test("P5: a post that was left by exception is vacant until the next sign-on")
    mutating func exception() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        note(PostLeft(leaving: .exception), by: "G07", at: 30)
        #expect(timeline.open() == [.init(post: "main", holder: "G07", from: time(30), until: nil)])
        #expect(note(PostTaken().turnedOut(), by: "G12", at: 42) == .init(post: "main", holder: "G07", from: time(30), until: time(42)))
        #expect(timeline.open().isEmpty && timeline.gaps.count == 1)
    }

    @Test("P5: a post that is found unattended was attended until its guard last wrote there, whoever else wrote since")
    mutating func unattended() {
        note(PostTaken().turnedOut(), by: "G07", at: 0)
        #expect(note(PostTaken().turnedOut(.unattended), by: "G12", at: 90, lastSigns: ["G07": 55, "S01": 80]) == .init(post: "main", holder: "G07", from: time(55), until: time(90)))
        #expect(timeline.spans.first?.until == time(55))
    }

    @Test("G10: closing by schedule, covering, and another post make no gap")
    mutating func noGap() {
        note(PostTaken().turnedOut(), by: "G07", at: 0, post: "side")
        note(PostLeft(leaving: .closing), by: "G07", at: 30, post: "side")
        note(PostTaken().turnedOut(), by: "G07", at: 510, post: "side")
        note(PostTaken().turnedOut(), by: "G12", at: 0)
        note(PostTaken().turnedOut(.covering), by: "S01", at: 20)
        #expect(timeline.gaps.isEmpty && timeline.open().isEmpty)
    }

    @Test("G10: a post that was closed by plan and opens late was nobody's from the time of its schedule on; opened in time it makes no gap", arguments: [(-5, nil), (0, nil), (45, 45)] as [(Int, Int?)])
    mutating func lateOpening(minutes: Int, gap: Int?) throws {
        let opens = 480
        note(PostTaken().turnedOut(), by: "G07", at: 0, post: "side")
        note(fact(PostLeft.self) { $0.leaving = .closing; $0.opens = time(opens) }, by: "G07", at: 30, post: "side")
        #expect(timeline.open(at: time(opens - 1)).isEmpty)
        #expect(timeline.open(at: time(opens + 20)).map(\.from) == [time(opens)])
        let found = note(PostTaken().turnedOut(), by: "G12", at: opens + minutes, post: "side")
        #expect(found?.minutes == gap && found?.from == gap.map { _ in time(opens) })
        #expect(timeline.open(at: time(2000)).isEmpty)
    }

    @Test("G10: over several days a post is nobody's only in the hours in which it should be attended", arguments: [(480 + 2 * 1440 + 30, 2 * 990 + 30), (480 + 1000, 990)])
    mutating func severalDays(taken: Int, minutes: Int) {
        note(PostTaken().turnedOut(), by: "G07", at: 0, post: "side")
        note(fact(PostLeft.self) { $0.leaving = .closing; $0.opens = time(480) }, by: "G07", at: 30, post: "side")
        #expect(note(PostTaken().turnedOut(), by: "G12", at: taken, post: "side")?.minutes == minutes)
    }

    @Test("G10: a post that nobody holds while it is closed by plan is no gap; the hours before are", arguments: [(40, nil), (10, 20)] as [(Int, Int?)])
    mutating func closed(left: Int, minutes: Int?) {
        note(PostTaken().turnedOut(), by: "G07", at: 0, post: "side")
        note(PostLeft(leaving: .exception), by: "G07", at: left, post: "side")
        let now = time(left + 600)
        #expect(timeline.open(at: now).map(\.from) == [left == 10 ? time(10) : time(480)], "Since somebody should have been there.")
        #expect(timeline.open(at: time(300)).isEmpty == (left == 40))
        #expect(note(PostTaken().turnedOut(), by: "G12", at: 470, post: "side")?.minutes == minutes)
    }

    @Test("G10: the desk is not expected on its free days")
    mutating func freeDays() {
        var estate = Estate.small
        estate.posts.append(Post(id: "desk", name: Names("服務台"), gate: "south", equipment: [], closes: ClockTime(minutes: 18 * 60), opens: ClockTime(minutes: 8 * 60), isDesk: true))
        timeline = CustodyTimeline(estate)
        note(PostTaken().turnedOut(), by: "W01", at: 600, post: "desk")
        // Tuesday at nine it is left, Wednesday is a holiday, Thursday at nine somebody comes.
        note(PostLeft(leaving: .exception), by: "W01", at: 660, post: "desk")
        #expect(note(PostTaken().turnedOut(), by: "W02", at: 660 + 2 * 1440, post: "desk")?.minutes == 9 * 60 + 60)
    }

    @Test("G10: where the pages before are gone, what was brought forward begins the line")
    mutating func broughtForward() {
        var custody = Custody()
        (custody.post, custody.holder) = ("main", "G07")
        timeline.note(Event(Forward(custody, opener: 0, since: time(-300))), Stamp(n: 2, t: time(0), by: "gatebook", post: ""))
        note(HandoverAccepted(), by: "G12", at: 60)
        #expect(timeline.spans.map(\.from) == [time(-300), time(60)])
    }
}
