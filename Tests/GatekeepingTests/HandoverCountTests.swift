import Notation
import Testing

@testable import Gatekeeping

@Suite("What is counted at the handover (G10, G6)")
struct HandoverCountTests {
    @Test("G10: forty parcels are one line that is counted; keys too; what is lent, found or of its own kind is a line each")
    func shelf() throws {
        var keys: [Int] = []
        var (scene, offer) = try HandoverTests().offered { scene in
            for number in 1...40 { try scene.given(fact(ThingKept.self) { $0.what = "box \(number)"; $0.unit = "3-1502" }) }
            for what in ["roof", "pump room"] { keys.append(try scene.given(fact(ThingKept.self) { $0.sort = .key; $0.what = what })) }
            try scene.given(fact(ThingLent.self) { $0.ref = keys[1]; $0.holder = "plumber" })
            for what in ["umbrella", "wallet"] { keys.append(try scene.given(fact(ThingKept.self) { $0.sort = .lost; $0.what = what })) }
        }
        let things = try scene.handover().entries.map(\.item).filter { $0.matter == .thing }
        #expect(things.map(\.key) == ["thing:parcel", "thing:key", "thing:\(keys[1])", "thing:\(keys[2])", "thing:\(keys[3])"])
        #expect(things.map(\.count) == [40, 1, nil, 1, 1])
        let line = try scene.given(HandoverAnswered(ref: offer, item: "thing:parcel", count: 39), by: "G12")
        #expect(scene.state.registers.defects[line]?.item == "parcel")
        #expect(scene.state.registers.defects[line]?.text == "39/40")
        #expect(try scene.handover()["thing:parcel"]?.standing == .accepted)
        for key in scene.state.registers.things.keys where !keys.contains(key) { try scene.given(fact(ThingFetched.self) { $0.ref = key; $0.who = "Wang" }) }
        #expect(try scene.handover()["thing:parcel"] == nil)
    }

    @Test("G6, G10: what is missing is missing once: at the next handovers the open defect stands, and the count is noted on it")
    func missingOnce() throws {
        var (scene, first) = try HandoverTests().offered()
        let lost = try scene.given(HandoverAnswered(ref: first, item: "equipment:radio", text: "not in the drawer", count: 0), by: "G12")
        try scene.acceptLines()
        try scene.given(HandoverTests().accepted(first), by: "G12")
        let second = try scene.given(HandoverOffered(), by: "G12")
        try scene.given(PostTaken().turnedOut(.relief), by: "G07")
        let again = HandoverAnswered(ref: second, item: "equipment:radio", count: 0)
        #expect(try scene.when(again, by: "G07").defect == lost)
        try scene.given(again, by: "G07")
        #expect(scene.state.registers.defects.mapValues(\.text) == [lost: "not in the drawer 0/1"])
        let found = try scene.given(HandoverAnswered(ref: second, item: "equipment:radio", count: 1), by: "G07")
        #expect(scene.state.registers.defects.mapValues(\.text) == [lost: "not in the drawer 1/1"])
        #expect(try scene.broughtForward().registers == scene.state.registers)
        var older = scene.state.registers
        HandoverAnswered(ref: second, item: "equipment:radio", count: 0).older(expected: 1).evolve(&older, Stamp(n: found + 1, t: scene.now, by: "G07", post: "main"))
        #expect(older.defects.count == 2, "An answer of an earlier version opens one of its own.")
        try scene.given(fact(DefectRepaired.self) { $0.ref = lost }, by: "G07")
        #expect(try scene.when(HandoverAnswered(ref: second, item: "equipment:radio", count: 0), by: "G07").defect == nil, "Found, and lost once more.")
    }

    @Test("G10: a count that differs is kept beside the book's: a missing thing is a defect, missing people an occurrence")
    func counts() throws {
        var (scene, offer) = try HandoverTests().offered { _ = try $0.inside(count: 3) }
        let radio = try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", count: 0), by: "G12")
        let people = try scene.given(HandoverAnswered(ref: offer, item: "inside", text: "one is missing", count: 2), by: "G12")
        #expect(scene.state.registers.defects[radio]?.item == "radio")
        #expect(scene.state.registers.occurrences[people]?.text == "one is missing 2/3")
        #expect(scene.state.registers.answers[people]?.expected == 3)
        #expect(try scene.handover().entries.allSatisfy { $0.item.number == nil }, "what their own count opened is no line of its own")
        scene.expectRefused(HandoverAnswered(ref: offer, item: "equipment:radio"), .notCounted, by: "G12")
        scene.expectRefused(HandoverAnswered(ref: offer, item: "order:all", count: 1), .unknownField("count"), by: "G12")
        scene.expectRefused(HandoverAnswered(ref: offer, item: "vehicles", count: -1), .unknownValue(field: "count", value: "-1", known: []), by: "G12")
    }

    @Test("G10: who comes or goes after a count was accepted opens its line again, and nobody signs before it is accepted anew")
    func changedCount() throws {
        var (scene, offer) = try HandoverTests().offered { _ = try $0.inside(count: 2) }
        try scene.acceptLines()
        #expect(try scene.handover().unanswered == 0)
        _ = try scene.inside(count: 1, badge: "VB-0001")
        #expect(try scene.handover()["inside"]?.standing == .changed)
        #expect(try scene.handover().unanswered == 2, "The badge is a line of its own.")
        scene.expectRefused(HandoverTests().accepted(offer), .linesLeft(2), by: "G12")
        try scene.acceptLines()
        let parcel = try scene.given(fact(ThingKept.self) { $0.what = "box" })
        try scene.acceptLines()
        try scene.given(fact(ThingKept.self) { $0.what = "bag" })
        #expect(try scene.handover()["thing:parcel"]?.standing == .changed)
        scene.expectRefused(HandoverTests().accepted(offer), .linesLeft(1), by: "G12")
        try scene.given(fact(ThingFetched.self) { $0.ref = parcel; $0.who = "Wang" })
        #expect(try scene.handover()["thing:parcel"]?.standing == .accepted, "As many as were accepted.")
        try scene.given(HandoverTests().accepted(offer), by: "G12")
    }

    @Test("G10: a count that was another than the book's is asked again with the book's new one, and takes the same number")
    func changedDifference() throws {
        var (scene, offer) = try HandoverTests().offered { _ = try $0.inside(count: 3) }
        let first = try scene.given(HandoverAnswered(ref: offer, item: "inside", count: 4), by: "G12")
        _ = try scene.inside()
        #expect(try scene.handover()["inside"]?.standing == .changed)
        let again = try scene.when(HandoverAnswered(ref: offer, item: "inside", count: 4), by: "G12")
        #expect(again.expected == 4 && again.undoes == first && again.occurrence == nil)
    }

    @Test("G10: what was asked about and answered is still counted before it is signed; the question stays with the count")
    func askedAndCounted() throws {
        var (scene, offer) = try HandoverTests().offered()
        try scene.acceptLines()
        let question = try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", answer: .queried, text: "does it charge?"), by: "G12")
        try scene.given(fact(HandoverExplained.self) { $0.ref = question; $0.text = "since noon" })
        #expect(try scene.handover()["equipment:radio"]?.standing == .uncounted)
        scene.expectRefused(HandoverTests().accepted(offer), .notCounted, by: "G12")
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", count: 1), by: "G12")
        let line = try #require(try scene.handover()["equipment:radio"])
        #expect(line.standing == .accepted && line.answer?.asked == "does it charge?" && line.answer?.explanation == "since noon")
        try scene.given(HandoverTests().accepted(offer), by: "G12")
    }
}

extension HandoverAnswered {
    /// As a version wrote it that knew no open defects.
    fileprivate func older(expected: Int) -> HandoverAnswered {
        var copy = self
        copy.expected = expected
        return copy
    }
}
