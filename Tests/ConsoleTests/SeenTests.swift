import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Testing

@testable import Bookkeeping
@testable import Console

@Suite("Who was seen on earlier pages")
struct SeenTests {
    private func seen(_ desk: Desk) -> [Seen] { Seen.all(in: desk.office.book, until: desk.office.now) }

    /// Takes back the last lines of the guard, one after the other.
    private func takeBack(_ count: Int, on desk: Desk) { for _ in 0..<count { desk.press(.control("u")) } }

    @Test("A visit that was taken back was not one; registered again it is")
    func withdrawn() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.admit("李白")
        #expect(seen(desk).map(\.name).sorted() == ["李白", "蘇東坡"])
        takeBack(2, on: desk)
        #expect(desk.kinds.suffix(2) == ["entry.withdrawn", "entry.withdrawn"])
        #expect(seen(desk).map(\.name) == ["蘇東坡"])
        let visit = try #require(desk.registers.visits.first { $0.value.name == "李白" }).key
        var registered = VisitorRegistered()
        (registered.ref, registered.unit, registered.purpose, registered.count) = (visit, "3-1502", "visit", 1)
        try desk.elsewhere(registered)
        #expect(seen(desk).map(\.name).sorted() == ["李白", "蘇東坡"])
    }

    @Test("Who came before is known by the visit before, when the later one is taken back")
    func before() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        let first = try #require(seen(desk).first)
        desk.type("蘇東坡")
        desk.press(.enter)
        #expect(desk.kinds.last == "visitor.left")
        try desk.clock("2026-11-23T11:00:00+08:00")
        desk.admit("蘇東坡")
        #expect(seen(desk).map(\.last) != [first.last])
        takeBack(2, on: desk)
        #expect(seen(desk) == [first])
    }

    @Test("Of the newest page nothing is read again: the state knows who was seen there, brought-forward visits included")
    func newestPage() throws {
        let desk = try Desk(at: "2026-11-23T23:40:00+08:00")
        desk.admit("蘇東坡")
        var verified = VisitorVerified()
        (verified.name, verified.document, verified.tail, verified.matches) = ("王維", "id-card", "1234", true)
        let visit = try desk.elsewhere(verified)
        try desk.clock("2026-11-24T00:10:00+08:00")
        var registered = VisitorRegistered()
        (registered.ref, registered.unit, registered.purpose, registered.count) = (visit, "3-1502", "visit", 1)
        try desk.elsewhere(registered)
        desk.admit("李白")
        #expect(seen(desk).map(\.name).sorted() == ["李白", "王維", "蘇東坡"].sorted())
        let earlier = Seen.all(in: desk.office.book, until: desk.office.now, before: desk.office.state.entries.first?.stamp.n)
        #expect(earlier.map(\.name) == ["蘇東坡"])
        var index = FindingIndex(desk.model.estate)
        index.take(desk.office.state, desk.model.estate)
        #expect(index.today.keys.people.map(\.name).sorted() == ["李白", "王維"].sorted())
    }

    @Test("The index of the line is made when it is needed, and misses nobody of a page that was left meanwhile")
    func whenNeeded() throws {
        let desk = try Desk(at: "2026-11-23T23:40:00+08:00")
        desk.type("x")
        desk.press(.escape)
        #expect(!desk.model.finding.isBehind)
        desk.model.open(.visitor(ref: nil, prefill: .init()))
        desk.press(.escape)
        let verified = try desk.elsewhere(VisitorVerified.shown("蘇東坡"))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose) = (verified, "3-1502", "visit") })
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (verified, "no-identification") })
        #expect(desk.model.finding.isBehind)
        try desk.clock("2026-11-24T00:10:00+08:00")
        try desk.elsewhere(VisitorVerified.shown("李白"))
        desk.type("sdp")
        #expect(desk.model.found.contains { $0.id == .person("seen:蘇東坡/3-1502") })
        #expect(!desk.model.finding.isBehind)
    }

    @Test("Who is found only once the earlier pages are read stands in the list then, and Enter asks before it does what it did not say before")
    func meanwhile() throws {
        let before = try Desk()
        before.admit("蘇東坡")
        let desk = try Desk()
        desk.type("蘇東坡")
        #expect(desk.model.found.first?.id == .newVisitor)
        desk.model.hear(.seen(seen(before)))
        let first = try #require(desk.model.found.first)
        guard case .person = first.id else { return #expect(Bool(false), "\(first.id)") }
        desk.press(.enter)
        #expect(desk.model.form == nil && desk.model.selection == first.id)
        desk.press(.enter)
        #expect(try desk.form.value("name") == "蘇東坡")
    }
}
