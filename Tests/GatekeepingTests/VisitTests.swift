import Notation
import Testing

@testable import Gatekeeping

@Suite("Deny list, leaving, badges, emergencies")
struct VisitTests {
    @Test("A name on the deny list is only possible: it must be compared first")
    func possible() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card", name: "阿 偉"))
        #expect(try scene.when(VisitorVerified.shown("id-card", name: "阿 偉")).possible == ["D1"])
        try scene.given(VisitorRegistered.visit(visit))
        scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "阿 偉", denied: "D1"))
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: true))
        scene.expectRefused(VisitorAdmitted(ref: visit), .denied("D1"))
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: false))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("The answer counts for who was compared, under that name and with that document: whatever of it changes, and whoever else is meant, is asked again")
    func answersAreOfOne() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown("id-card", name: "何偉豪", tail: "5555"))
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: false))
        _ = try scene.when(VisitorAdmitted(ref: visit))
        var other = scene
        try other.given(Correction(ref: visit, field: "name", value: "何偉", why: "misread"))
        other.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "何偉", denied: "D1"))
        other = scene
        try other.given(fact(VisitorVerified.self) { ($0.ref, $0.name, $0.document, $0.tail, $0.matches) = (visit, "何偉", "id-card", "9999", true) })
        try other.given(VisitorRegistered.visit(visit))
        other.expectRefused(VisitorAdmitted(ref: visit), .denied("D1"))
        var party = VisitorRegistered.visit(visit)
        party.companions = ["何偉"]
        try scene.given(party)
        scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "何偉", denied: "D1"))
        try scene.given(VisitorCompared(ref: visit, denied: "D1", name: "何偉", isSame: false))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("Who was compared before they showed a document is asked again only for the listed one", arguments: ["1234", "9999"])
    func comparedFirst(tail: String) throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(fact(VisitorExpected.self) { ($0.name, $0.unit) = ("何偉豪", "3-1502") })
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: false))
        try scene.given(fact(VisitorVerified.self) { ($0.ref, $0.name, $0.document, $0.tail, $0.matches) = (visit, "何偉豪", "id-card", tail, true) })
        try scene.given(VisitorRegistered.visit(visit))
        if tail == "9999" {
            scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "何偉豪", denied: "D1"))
        } else {
            try scene.given(VisitorAdmitted(ref: visit))
        }
    }

    @Test("Of two who may be one entry it must be said who was compared")
    func whoWasCompared() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card", name: "何偉豪"))
        var party = VisitorRegistered.visit(visit)
        party.companions = ["何偉"]
        try scene.given(party)
        scene.expectRefused(VisitorCompared(ref: visit, denied: "D1", isSame: false), .missingField("name"))
        scene.expectRefused(VisitorCompared(ref: visit, denied: "D1", name: "小花", isSame: false), .unknownValue(field: "name", value: "小花", known: ["何偉豪", "何偉"]))
    }

    @Test("A companion's name counts as well")
    func companion() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        var registered = VisitorRegistered.visit(visit)
        registered.companions = ["何偉", "小花"]
        #expect(try scene.when(registered).count == 3)
        try scene.given(registered)
        scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "何偉", denied: "D1"))
    }

    @Test("Name and document, or the plate, are certain; only an exception passes")
    func certain() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown("id-card", name: "何偉", tail: "9999"))
        scene.expectRefused(VisitorAdmitted(ref: visit), .denied("D1"))
        _ = try scene.grant(.identification, for: visit)
        scene.expectRefused(VisitorAdmitted(ref: visit), .denied("D1"))
        _ = try scene.grant(.denied, for: visit)
        try scene.given(VisitorAdmitted(ref: visit))
        let driver = try scene.given(VisitorVerified.shown("id-card"))
        var registered = VisitorRegistered.visit(driver)
        registered.plate = "zz-９９９"
        try scene.given(registered)
        scene.expectRefused(VisitorAdmitted(ref: driver), .denied("D2"))
    }

    @Test("The document of a listed person alone must be compared, under whatever name; it refuses nobody by itself", arguments: ["9999", "９９９９"])
    func document(tail: String) throws {
        var scene = try Scene.onDuty
        let verified = VisitorVerified.shown("id-card", name: "王五", tail: tail)
        #expect(try scene.when(verified).possible == ["D1"])
        let visit = try scene.atTheGate(verified)
        scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: "王五", denied: "D1"))
        try scene.given(VisitorCompared(ref: visit, denied: "D1", isSame: false))
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("A name that is only read like a listed one is compared also with the listed document", arguments: ["He Wei", "何煒", "Wei He"])
    func homophone(name: String) throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown("id-card", name: name, tail: "9999"))
        scene.expectRefused(VisitorAdmitted(ref: visit), .mustCompare(name: name, denied: "D1"))
    }

    @Test("The plate that a visitor was announced with counts, also where nobody says it again")
    func announcedPlate() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(fact(VisitorExpected.self) { ($0.name, $0.unit, $0.plate) = ("王五", "3-1502", "ZZ 999") })
        var verified = VisitorVerified.shown("id-card", name: "王五", tail: "1111")
        verified.ref = visit
        try scene.given(verified)
        try scene.given(VisitorRegistered.visit(visit))
        #expect(scene.state.registers.visits[visit]?.plate == "ZZ 999")
        scene.expectRefused(VisitorAdmitted(ref: visit), .denied("D2"))
        var registered = VisitorRegistered.visit(visit)
        registered.plate = "粤A11111"
        try scene.given(registered)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("An announced visitor may come without the plate, if somebody says so")
    func withoutPlate() throws {
        var scene = try Scene.onDuty
        let visit = try scene.given(fact(VisitorExpected.self) { ($0.name, $0.unit, $0.plate) = ("王五", "3-1502", "ZZ 999") })
        try scene.given(fact(VisitorVerified.self) { ($0.ref, $0.name, $0.document, $0.tail, $0.matches) = (visit, "王五", "id-card", "1111", true) })
        var registered = VisitorRegistered.visit(visit)
        registered.plate = ""
        try scene.given(registered)
        #expect(scene.state.registers.visits[visit]?.plate == nil)
        try scene.given(VisitorAdmitted(ref: visit))
    }

    @Test("What does not show stays out of the plate, whoever writes it")
    func silentPlate() throws {
        var scene = try Scene.onDuty
        let plate = "\u{FEFF}粤A\u{200B}1\u{AD}1111\u{3164} "
        #expect(try scene.when(fact(VehicleRegistered.self) { ($0.plate, $0.vehicle) = (plate, "car") }).plate == "粤A11111")
        #expect(try scene.when(VehicleLeft(plate: plate)).plate == "粤A11111")
        let visit = try scene.given(VisitorVerified.shown("id-card"))
        var registered = VisitorRegistered.visit(visit)
        registered.plate = plate
        #expect(try scene.when(registered).plate == "粤A11111")
        try scene.given(registered)
        #expect(try scene.when(Correction(ref: visit + 1, field: "plate", value: "粤B2\u{200D}2222", why: "x")).value == "粤B22222")
        #expect(try scene.when(VehicleEntered(plate: "粤B\u{200B}12345")).plate == "粤B12345")
    }

    @Test("A party leaves in parts, and never more than came")
    func parts() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside(count: 3)
        scene.expectRefused(VisitorLeft(ref: visit, count: 4), .tooManyLeave(inside: 3))
        scene.expectRefused(VisitorLeft(ref: visit, count: 0), .tooManyLeave(inside: 3))
        #expect(try scene.when(VisitorLeft(ref: visit, count: 1)).remaining == 2)
        try scene.given(VisitorLeft(ref: visit, count: 1))
        #expect(scene.state.registers.visits[visit]?.count == 2)
        scene.expectRefused(VisitorLeft(ref: visit, count: 3), .tooManyLeave(inside: 2))
        try scene.given(VisitorLeft(ref: visit), by: "device:door")
        #expect(scene.state.registers.visits[visit] == nil)
        scene.expectRefused(VisitorLeft(ref: visit), .nothingThere(ref: visit))
    }

    @Test("Leaving needs nobody on duty, but somebody who is inside")
    func leaving() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate()
        scene.expectRefused(VisitorLeft(ref: visit), .wrongStep(ref: visit))
        try scene.given(VisitorAdmitted(ref: visit))
        #expect(try scene.when(VisitorLeft(ref: visit, seen: .unknown), by: "G12", post: "side").seen == .unknown)
    }

    @Test("A badge is given once, until it is back")
    func badge() throws {
        var scene = try Scene.onDuty
        let first = try scene.inside(count: 2, badge: "VB-0001")
        let second = try scene.given(VisitorVerified.shown("id-card", name: "小花"))
        scene.expectRefused(VisitorRegistered.visit(second, badge: "vb-０００1"), .badgeGiven("vb-０００1", to: "王小明"))
        try scene.given(VisitorLeft(ref: first, count: 1, isBadgeBack: true))
        try scene.given(VisitorRegistered.visit(second, badge: "VB-0001"))
        #expect(scene.state.registers.holder(ofBadge: "VB-0001")?.key == second)
    }

    @Test("P2: a badge that did not come back is out, over pages too, until it is handed in or written off")
    func badgeOut() throws {
        var scene = try Scene.onDuty
        let visit = try scene.inside(badge: "VB-0001")
        let left = try scene.given(VisitorLeft(ref: visit, seen: .unknown))
        let lost = try #require(scene.state.registers.things[left])
        #expect((lost.sort, lost.what, lost.holder, lost.unit) == (.badge, "VB-0001", "王小明", "3-1502"))
        #expect(try scene.broughtForward().registers.things == scene.state.registers.things)
        let second = try scene.given(VisitorVerified.shown("id-card", name: "小花"))
        for written in ["VB-0001", "vb 0001", "VB0001"] { scene.expectRefused(VisitorRegistered.visit(second, badge: written), .badgeGiven(written, to: "王小明")) }
        let handover = HandoverItem(.thing, number: left)
        #expect(scene.state.registers.handoverItems(at: "main", in: scene.estate, now: scene.now).contains(handover))
        var other = scene
        try scene.given(fact(ThingReturned.self) { $0.ref = left })
        #expect(scene.state.registers.things.isEmpty)
        try scene.given(VisitorRegistered.visit(second, badge: "VB-0001"))
        try other.given(fact(ThingFetched.self) { $0.ref = left; $0.who = "王小明"; $0.text = "遺失" })
        #expect(other.state.registers.things.isEmpty && other.state.registers.holder(ofBadge: "VB-0001") == nil)
    }

    @Test("An emergency service passes at once, even at an unattended post; the details come after")
    func emergency() throws {
        var scene = Scene()
        scene.expectRefused(fact(EmergencyPassed.self) { $0.service = "circus" }, .unknownValue(field: "service", value: "circus", known: ["fire"]))
        let visit = try scene.given(fact(EmergencyPassed.self) { $0.service = "fire"; $0.place = "3-1502" })
        #expect(scene.state.registers.visits[visit]?.step == .inside)
        #expect(scene.state.registers.visits[visit]?.isIncomplete == true)
        let details = fact(EmergencyCompleted.self) { $0.ref = visit; $0.count = 4; $0.plate = "FS 1" }
        try scene.given(details)
        #expect(scene.state.registers.visits[visit]?.count == 4)
        #expect(scene.state.registers.visits[visit]?.unit == "3-1502")
        scene.expectRefused(details, .wrongStep(ref: visit))
        try scene.given(VisitorLeft(ref: visit))
        #expect(scene.state.registers.visits.isEmpty)
    }

    @Test("Whoever is refused is gone from the gate, from any step before the inside")
    func refusal() throws {
        var scene = try Scene.onDuty
        let visit = try scene.atTheGate(.shown(nil))
        let refused = fact(VisitorRefused.self) { $0.ref = visit; $0.reason = "no-id" }
        #expect(try scene.when(refused).name == "王小明")
        try scene.given(refused)
        #expect(scene.state.registers.visits.isEmpty)
        scene.expectRefused(fact(VisitorRefused.self) { $0.reason = "no-id" }, .missingField("name"))
        let inside = try scene.inside()
        scene.expectRefused(fact(VisitorRefused.self) { $0.ref = inside; $0.reason = "no-id" }, .wrongStep(ref: inside))
    }

    @Test("The same command id again is the same line")
    func sameID() throws {
        var scene = try Scene.onDuty
        let passed = fact(EmergencyPassed.self) { $0.service = "fire" }
        let line = try scene.given(passed, id: "abc")
        let again = Command(passed, by: "G07", post: "main", id: "abc")
        #expect(try again.decide(on: scene.state, in: scene.estate, now: scene.now) == .already(line))
        for _ in 0..<2 {
            scene.state = try scene.broughtForward()
            #expect(try again.decide(on: scene.state, in: scene.estate, now: scene.now) == .already(line))
        }
        scene.pass(minutes: 61)
        #expect(try scene.broughtForward().commands.isEmpty)
    }
}
