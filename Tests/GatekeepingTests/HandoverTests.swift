import Notation
import Testing

@testable import Gatekeeping

@Suite("The handover, line by line (G10, P5)")
struct HandoverTests {
    /// G07 has offered, and G12 has come.
    func offered(_ prepare: (inout Scene) throws -> Void = { _ in }) throws -> (scene: Scene, offer: Int) {
        var scene = try Scene.onDuty
        try prepare(&scene)
        let offer = try scene.given(HandoverOffered())
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        return (scene, offer)
    }

    func accepted(_ offer: Int, protest: String? = nil) -> HandoverAccepted { fact { $0.ref = offer; $0.protest = protest } }

    @Test("G10: all that is open is a line: people, vehicles and parcels by count, orders that the relief has not read")
    func list() throws {
        var (scene, _) = try offered { scene in
            scene.pass(minutes: 50)
            _ = try scene.inside(count: 3, badge: "VB-0001")
            try scene.given(VehicleEntered(plate: "AB1234"))
            let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
            try scene.given(fact(EvidenceTaken.self) { $0.ref = noise; $0.what = "speaker"; $0.holder = "G07" })
            try scene.given(fact(PersonDetained.self) { $0.ref = noise; $0.who = "a man" })
            try scene.given(fact(DefectFound.self) { $0.place = "roof"; $0.text = "lock" })
            try scene.given(fact(TaskGiven.self) { $0.what = "count the badges"; $0.giver = "S01" })
            try scene.given(fact(ThingKept.self) { $0.what = "box" })
            try scene.given(fact(PassIssued.self) { $0.what = "sofa"; $0.unit = "3-1502"; $0.consent = "phone"; $0.carrier = "movers" })
            try scene.given(RoundStarted(route: "night"))
        }
        try scene.given(fact(OrderAcknowledged.self) { $0.order = "all" }, by: "G12")
        let items = try scene.handover().entries.map(\.item)
        #expect(
            items.map(\.key) == [
                "detained:8", "occurrence:6", "evidence:7", "round:13", "task:10", "defect:9", "inside", "vehicles", "badges", "thing:parcel", "pass:12",
                "equipment:radio", "order:gate",
            ])
        #expect(items.compactMap(\.count) == [3, 1, 1, 1, 1])
        for item in items { #expect(HandoverItem(key: item.key)?.key == item.key) }
    }

    @Test("G10, P3: whoever is suspicious at the gate is a line with name and reason; how many wait there is counted, cars too")
    func waiting() throws {
        var (scene, _) = try offered { scene in
            let suspect = try scene.given(fact(VisitorVerified.self) { ($0.name, $0.document, $0.tail, $0.matches, $0.suspicious) = ("馬志剛、李四", "id-card", "1234", true, "drunk") })
            try scene.given(fact(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (suspect, "3-1502", "family", 1) })
            try scene.given(fact(VisitorVerified.self) { ($0.name, $0.document, $0.tail, $0.matches) = ("王五", "id-card", "4321", true) })
            try scene.given(fact(VehicleRegistered.self) { ($0.plate, $0.unit, $0.purpose) = ("ZZ9999", "3-1502", "family") })
            try scene.given(fact(VisitorExpected.self) { ($0.name, $0.unit) = ("李四", "3-1502") })
        }
        let entries = try scene.handover().entries.map(\.item)
        let suspect = try #require(entries.first)
        #expect(suspect.matter == .suspect && entries.count { $0.matter == .suspect } == 1 && entries.first { $0.matter == .waiting }?.count == 3)
        let words = try #require(scene.state.registers.words(of: suspect, at: "main", in: Zone(minutes: 0)))
        #expect(words["name"] == .string("馬志剛、李四") && words["suspicious"] == .string("drunk"))
        let n = try #require(suspect.number)
        try scene.given(fact(VisitorRefused.self) { ($0.ref, $0.reason) = (n, "no-id") })
        let left = try scene.handover().entries.map(\.item)
        #expect(!left.contains { $0.matter == .suspect } && left.first { $0.matter == .waiting }?.count == 2)
    }

    @Test("G6: the state of a thing is its newest defect's that nobody has repaired")
    func state() throws {
        var scene = try Scene.onDuty
        for text in ["scratched", "dead", "silent", "cracked"] {
            try scene.given(fact(DefectFound.self) { $0.place = "main"; $0.item = "radio"; $0.text = text })
        }
        #expect(scene.state.registers.defect(of: "radio", at: "main")?.text == "cracked")
        try scene.given(fact(DefectRepaired.self) { $0.ref = scene.n })
        #expect(scene.state.registers.defect(of: "radio", at: "main")?.text == "silent")
        #expect(scene.state.registers.defect(of: "radio", at: "side") == nil && scene.state.registers.defect(of: "torch", at: "main") == nil)
    }

    @Test("G10: what the outgoing guard says with the offer is the first line, and the relief answers it")
    func remark() throws {
        var scene = try Scene.onDuty
        let words = fact(HandoverOffered.self) { $0.remark = "the barrier sticks" }
        #expect(try scene.when(words).lines == 4, "Which orders the relief has not read is known once they have come.")
        #expect(try scene.when(fact(HandoverOffered.self) { $0.remark = " " }).remark == nil)
        let offer = try scene.given(words)
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        #expect(try scene.handover().entries.first?.item.key == "remark")
        #expect(try scene.broughtForward().registers == scene.state.registers)
        let question = try scene.given(HandoverAnswered(ref: offer, item: "remark", answer: .queried, text: "since when?"), by: "G12")
        try scene.given(fact(HandoverExplained.self) { $0.ref = question; $0.text = "noon" })
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
        #expect(scene.state.registers.custody["main"]?.remark == nil)
        var registers = scene.state.registers
        words.evolve(&registers, Stamp(n: 99, t: scene.now, by: "G12", post: "main"))
        #expect(registers.custody["main"]?.offered == 99 && registers.custody["main"]?.remark == nil, "An offer of an earlier version.")
    }

    @Test("G10: what comes meanwhile is appended, what is settled vanishes, and traffic goes on under the outgoing guard")
    func meanwhile() throws {
        var (scene, _) = try offered { try $0.given(fact(TaskGiven.self) { $0.what = "post the notice"; $0.giver = "S01" }) }
        let before = try scene.handover().entries.map(\.item.key)
        _ = try scene.inside()
        let noise = try scene.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
        #expect(try scene.handover().entries.map(\.item.key) == before + ["occurrence:\(noise)"])
        #expect(try scene.handover()["inside"]?.item.count == 1)
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "quiet" })
        try scene.given(fact(TaskFinished.self) { $0.ref = 2 })
        #expect(try scene.handover().entries.map(\.item.key) == before.filter { $0 != "task:2" })
        #expect(scene.state.registers.custody["main"]?.holder == "G07")
    }

    @Test("G10: only the relief answers, each line once, and only lines that there are")
    func whoAnswers() throws {
        var (scene, offer) = try offered()
        let inside = HandoverAnswered(ref: offer, item: "inside")
        scene.expectRefused(inside, .ownHandover)
        scene.expectRefused(inside, .notRelief, by: "S01")
        scene.expectRefused(HandoverAnswered(ref: 99, item: "inside"), .notOffered, by: "G12")
        scene.expectRefused(
            HandoverAnswered(ref: offer, item: "task:77"),
            .unknownValue(field: "item", value: "task:77", known: ["inside", "vehicles", "equipment:radio", "order:gate", "order:all"]), by: "G12")
        try scene.given(inside, by: "G12")
        scene.expectRefused(inside, .alreadyRecorded, by: "G12")
        scene.expectRefused(Withdrawal(ref: scene.n), .cannotBeWithdrawn, by: "G12")
        #expect(try scene.handover().unanswered == 4)
    }

    @Test("G10: a question needs an answer of the outgoing guard before the relief signs")
    func query() throws {
        var (scene, offer) = try offered()
        scene.expectRefused(HandoverAnswered(ref: offer, item: "vehicles", answer: .queried), .missingField("text"), by: "G12")
        let question = try scene.given(HandoverAnswered(ref: offer, item: "vehicles", answer: .queried, text: "whose is the red one?"), by: "G12")
        try scene.acceptLines()
        scene.expectRefused(accepted(offer), .queriesOpen(1), by: "G12")
        let answer = fact(HandoverExplained.self) { $0.ref = question; $0.text = "the plumber's" }
        scene.expectRefused(answer, .notOnDuty("G12"), by: "G12")
        try scene.given(answer)
        #expect(try scene.handover()["vehicles"]?.standing == .explained)
        try scene.given(accepted(offer), by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
        #expect(scene.state.registers.answers.isEmpty)
        scene.expectRefused(answer, .nothingThere(ref: question))
    }

    @Test("G10: another question about a line wants another answer; the first stays on the slip")
    func askedAgain() throws {
        var (scene, offer) = try offered()
        try scene.acceptLines()
        for (question, answer) in [("whose is the red one?", "the plumber's"), ("until when?", "until nine")] {
            let asked = try scene.given(HandoverAnswered(ref: offer, item: "vehicles", answer: .queried, text: question), by: "G12")
            #expect(try scene.handover()["vehicles"]?.standing == .asked)
            scene.expectRefused(accepted(offer), .queriesOpen(1), by: "G12")
            try scene.given(fact(HandoverExplained.self) { $0.ref = asked; $0.text = answer })
        }
        let line = try #require(try scene.handover()["vehicles"])
        #expect(line.standing == .explained && line.answer?.asked == "whose is the red one? → the plumber's" && line.answer?.explanation == "until nine")
        try scene.given(accepted(offer), by: "G12")
    }

    @Test("G10: a refused line goes to the supervisor and traps nobody")
    func refusedLine() throws {
        var (scene, offer) = try offered()
        let line = try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", answer: .refused, text: "battery dead"), by: "G12")
        #expect(try !scene.handover().entries.contains { $0.item.key == "referral:\(line)" }, "their own refusal is no line of its own")
        try scene.acceptLines()
        #expect(try scene.when(accepted(offer), by: "G12").refused == ["equipment:radio"])
        #expect(try scene.when(accepted(offer), by: "G12").lines == 5)
        try scene.given(accepted(offer), by: "G12")
        #expect(scene.state.registers.referrals[line]?.matter == .refused)
        scene.expectRefused(fact(ReferralConfirmed.self) { $0.ref = line; $0.supervisor = "G07" }, .notSupervisor("G07"))
        try scene.given(fact(ReferralConfirmed.self) { $0.ref = line; $0.supervisor = "S01"; $0.text = "new battery" })
        #expect(scene.state.registers.referrals.isEmpty)
    }

    @Test("G10: a refused line keeps what it said, whatever becomes of its matter and whatever is said at the next offer, on later pages too")
    func refusedWords() throws {
        var (scene, _) = try offered { try $0.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "dog barking" }) }
        let offer = try scene.given(fact(HandoverOffered.self) { $0.remark = "All fine" })
        let noise = try #require(scene.state.registers.occurrences.keys.first)
        let remark = try scene.given(HandoverAnswered(ref: offer, item: "remark", answer: .refused, text: "not agreed"), by: "G12")
        let refused = try scene.given(HandoverAnswered(ref: offer, item: "occurrence:\(noise)", answer: .refused, text: "not agreed"), by: "G12")
        #expect(try scene.when(HandoverAnswered(ref: offer, item: "inside", answer: .refused, text: "dark"), by: "G12").about == nil, "Its key says all.")
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
        try scene.given(fact(OccurrenceResolved.self) { $0.ref = noise; $0.text = "quiet" }, by: "G12")
        let next = try scene.given(fact(HandoverOffered.self) { $0.remark = "again" }, by: "G12")
        try scene.given(PostTaken().turnedOut(.relief), by: "G07")
        let again = try scene.given(HandoverAnswered(ref: next, item: "referral:\(refused)", answer: .refused, text: "still not"), by: "G07")
        for registers in try [scene.state.registers, scene.broughtForward().registers] {
            #expect(registers.referrals[remark]?.about == ["remark": .string("All fine")])
            #expect(registers.referrals[refused]?.about == ["occurrence": .string("noise"), "text": .string("dog barking")])
            let words = try #require(registers.referrals[again]?.about)
            let then = Registers(telling: try #require(HandoverItem(key: "referral:\(refused)")), words, at: "main")
            #expect(then.referrals[refused]?.about?["text"]?.string == "dog barking" && then.referrals[refused]?.who == "G12")
        }
    }

    @Test("G10: of a long text a refused line keeps the beginning, so that the reason fits beside it")
    func refusedLongWords() throws {
        let (scene, offer) = try offered { try $0.given(fact(TaskGiven.self) { $0.what = String(repeating: "掃", count: 1000); $0.giver = "S01" }) }
        let key = try #require(try scene.handover().entries.first { $0.item.matter == .task }?.item.key)
        let refused = try scene.when(HandoverAnswered(ref: offer, item: key, answer: .refused, text: String(repeating: "為", count: 500)), by: "G12")
        #expect(refused.about?["what"]?.string == String(repeating: "掃", count: 200) + "…")
    }

    @Test("G10: what nobody has confirmed stands in the next handover")
    func nextHandover() throws {
        var (scene, offer) = try offered()
        let line = try scene.given(HandoverAnswered(ref: offer, item: "inside", answer: .refused, text: "not counted"), by: "G12")
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
        try scene.given(HandoverOffered(), by: "G12")
        #expect(try scene.handover()["referral:\(line)"] != nil)
    }

    @Test("G10: what is accepted is what the line said: changed behind it, the line is answered anew, and the slip keeps what was asked")
    func changedBehind() throws {
        var (scene, offer) = try offered {
            let noise = try $0.given(fact(OccurrenceOpened.self) { $0.occurrence = "noise"; $0.text = "party" })
            try $0.given(fact(EvidenceTaken.self) { $0.ref = noise; $0.what = "knife"; $0.holder = "G07" })
            try $0.given(fact(TaskGiven.self) { $0.what = "notices"; $0.giver = "S01" })
            try $0.given(fact(ThingKept.self) { $0.sort = .lost; $0.what = "umbrella" })
        }
        let keys = try scene.handover().entries.map(\.item.key)
        func ref(_ matter: String) throws -> Int { try #require(keys.first { $0.hasPrefix(matter + ":") }.flatMap { Int($0.dropFirst(matter.count + 1)) }) }
        let question = try scene.given(HandoverAnswered(ref: offer, item: "task:\(ref("task"))", answer: .queried, text: "where?"), by: "G12")
        try scene.given(fact(HandoverExplained.self) { $0.ref = question; $0.text = "everywhere" })
        try scene.acceptLines()
        let again = try scene.given(HandoverAnswered(ref: offer, item: "task:\(ref("task"))"), by: "G12")
        #expect(scene.state.registers.answers[again]?.asked == "where?" && scene.state.registers.answers[again]?.explanation == "everywhere")
        #expect(try scene.handover().unanswered == 0)
        #expect(try HandoverList(scene.broughtForward().registers, estate: scene.estate, post: "main", now: scene.now)?.unanswered == 0, "A new page is no change.")
        let changes: [(String, any Fact)] = [
            ("occurrence", fact(OccurrenceUpdated.self) { $0.text = "20000 are gone" }), ("evidence", fact(EvidencePassed.self) { $0.holder = "S01" }),
            ("thing", fact(ThingLent.self) { $0.holder = "somebody" }),
        ]
        for (matter, change) in changes {
            let key = try "\(matter):\(ref(matter))"
            scene.pass(minutes: 1)
            try scene.given(change.about(ref(matter)))
            #expect(try scene.handover()[key]?.standing == .changed, "\(key)")
            scene.expectRefused(accepted(offer), .linesLeft(matter == "evidence" ? 2 : 1), by: "G12")
            #expect(try HandoverList(scene.broughtForward().registers, estate: scene.estate, post: "main", now: scene.now)?[key]?.standing == .changed)
            try scene.acceptLines()
        }
        try scene.given(Correction(ref: ref("task"), field: "what", value: "all the windows", why: "x"))
        #expect(try scene.handover().unanswered == 1)
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
    }

    @Test("G10, G6: things pass where they lie: a parcel at the main gate is nothing to count at the side gate")
    func whereTheyLie() throws {
        var (scene, _) = try offered { _ = try $0.given(fact(ThingKept.self) { $0.what = "box" }) }
        #expect(try scene.handover()["thing:parcel"]?.item.count == 1)
        try scene.given(PostTaken().turnedOut(), by: "S01", post: "side")
        try scene.given(HandoverOffered(), by: "S01", post: "side")
        #expect(try scene.handover(at: "side")["thing:parcel"] == nil)
        let key = try scene.given(fact(ThingKept.self) { ($0.sort, $0.what) = (.key, "roof") })
        try scene.given(fact(ThingLent.self) { ($0.ref, $0.holder) = (key, "Wang") })
        try scene.given(fact(ThingReturned.self) { $0.ref = key }, by: "S01", post: "side")
        #expect(try scene.handover(at: "side")["thing:key"]?.item.count == 1 && scene.handover()["thing:key"] == nil)
    }

    @Test("G10: another answer undoes what the one before had opened: what went to the supervisor, a defect, an occurrence")
    func answeredAgain() throws {
        var (scene, offer) = try offered { _ = try $0.inside(count: 3) }
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", answer: .refused, text: "dead"), by: "G12")
        #expect(scene.state.registers.referrals.count == 1)
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", count: 0), by: "G12")
        #expect(scene.state.registers.referrals.isEmpty && scene.state.registers.defects.count == 1)
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", count: 1), by: "G12")
        try scene.given(HandoverAnswered(ref: offer, item: "inside", count: 2), by: "G12")
        let last = try scene.given(HandoverAnswered(ref: offer, item: "inside", answer: .refused, text: "not counted"), by: "G12")
        #expect(scene.state.registers.defects.isEmpty && scene.state.registers.occurrences.isEmpty)
        #expect(scene.state.registers.referrals.keys.sorted() == [last])
        #expect(try scene.broughtForward().registers == scene.state.registers)
    }

    @Test("G10: what an answer opened and somebody has worked on since stays open when the line is answered again")
    func workedOn() throws {
        var (scene, offer) = try offered { _ = try $0.inside(count: 3) }
        let opened = try scene.given(HandoverAnswered(ref: offer, item: "inside", count: 2), by: "G12")
        try scene.given(fact(OccurrenceUpdated.self) { $0.ref = opened; $0.told = "S01" })
        let answer = try scene.given(HandoverAnswered(ref: offer, item: "inside"), by: "G12")
        #expect(answer > opened && scene.state.registers.occurrences[opened]?.told == ["S01"])
        #expect(try scene.handover()["occurrence:\(opened)"]?.standing == .open)
    }

    @Test("G10: lines of versions before, which say nothing of what they undo, mean what they meant")
    func answeredBefore() throws {
        var (scene, offer) = try offered()
        let refused = try scene.given(HandoverAnswered(ref: offer, item: "inside", answer: .refused, text: "dark"), by: "G12")
        var old = HandoverAnswered(ref: offer, item: "inside")
        (old.count, old.expected) = (0, 0)
        scene.state.evolve(.fact(old), Stamp(n: scene.n + 1, t: scene.now, by: "G12", post: "main"))
        #expect(scene.state.registers.referrals.keys.sorted() == [refused])
    }

    @Test("G10: a signed list is its answers, whatever the configuration says since; what was answered and then settled is no line of it", arguments: [true, false])
    func signedList(saysGone: Bool) throws {
        var (scene, offer) = try offered {
            let keys = Post(id: "main", name: Names("正門"), gate: "south", equipment: [Labelled(id: "radio", name: Names("對講機")), Labelled(id: "keys", name: Names("鑰匙"), count: 20)])
            $0.estate.posts[0] = keys
            _ = try $0.inside(count: 2)
            for what in ["notices", "lamps"] { try $0.given(fact(TaskGiven.self) { $0.what = what; $0.giver = "S01" }) }
        }
        scene.pass(minutes: 300)
        let (notices, lamps) = (scene.state.registers.tasks.keys.min() ?? 0, scene.state.registers.tasks.keys.max() ?? 0)
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:keys", count: 19), by: "G12")
        try scene.given(HandoverAnswered(ref: offer, item: "equipment:radio", answer: .refused, text: "dead"), by: "G12")
        try scene.acceptLines()
        try scene.given(fact(TaskFinished.self) { $0.ref = lamps; $0.text = "hung" })
        var signature = try scene.when(accepted(offer), by: "G12")
        #expect(signature.gone == ["task:\(lamps)"])
        let before = try scene.handover().entries
        if !saysGone { signature.gone = [] }
        scene.estate.posts[0].equipment = [Labelled(id: "keys", name: Names("鑰匙"), count: 25)]
        scene.estate.orders = []
        if saysGone { scene.estate.purposes = [] }
        let list = try #require(HandoverList(signed: signature, scene.state.registers, estate: scene.estate, post: "main", now: scene.now))
        #expect(list["equipment:keys"]?.answer?.count == 19 && list["equipment:keys"]?.item.count == 20 && list["equipment:keys"]?.standing == .accepted)
        #expect(list["equipment:radio"]?.standing == .refused && list["task:\(notices)"]?.standing == .accepted && list["task:\(lamps)"] == nil)
        guard saysGone else { return }
        #expect(list.entries.map(\.item.key) == before.map(\.item.key).filter { !$0.hasPrefix("equipment") && !$0.hasPrefix("order") } + ["equipment:keys", "equipment:radio"] + before.map(\.item.key).filter { $0.hasPrefix("order") })
        #expect(list.entries.contains { $0.item.matter == .overstays } && list.entries.contains { $0.item.matter == .order })
    }

    @Test("G10: a half-done handover outlives midnight")
    func midnight() throws {
        var (scene, offer) = try offered()
        try scene.given(HandoverAnswered(ref: offer, item: "inside"), by: "G12")
        try scene.given(HandoverAnswered(ref: offer, item: "vehicles", answer: .refused, text: "dark"), by: "G12")
        scene.pass(minutes: 121)
        let before = try scene.handover()
        scene.state = try scene.broughtForward()
        #expect(try scene.handover() == before)
        try scene.acceptLines()
        try scene.given(accepted(offer), by: "G12")
    }

    @Test("P6: the rounds that were missed in this shift are lines, those of the shift before are not")
    func missed() throws {
        var scene = try Scene.onDuty
        scene.pass(minutes: 90)
        for missed in scene.state.registers.missedRounds(in: scene.estate, at: scene.now) { try scene.given(missed, by: "gatebook") }
        let offer = try scene.given(HandoverOffered())
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        #expect(try scene.handover().entries.count { $0.item.matter == .missed } == 1)
        var covered = scene
        covered.pass(minutes: 15)
        try covered.given(PostTaken().turnedOut(.covering), by: "S01")
        try covered.given(HandoverOffered(), by: "S01")
        #expect(try covered.handover().entries.count { $0.item.matter == .missed } == 1, "Who covers the post tells what was missed before.")
        #expect(try covered.broughtForward().registers == covered.state.registers)
        try scene.acceptLines()
        scene.pass(minutes: 1)
        try scene.given(accepted(offer), by: "G12")
        try scene.given(HandoverOffered(), by: "G12")
        #expect(try scene.handover().entries.allSatisfy { $0.item.matter != .missed })
    }

    @Test("P6: of rounds missed while a post stood long alone only those of the last day are kept")
    func longAgo() throws {
        var scene = try Scene.onDuty
        scene.pass(minutes: 30 * 1440)
        for missed in scene.state.registers.missedRounds(in: scene.estate, at: scene.now) { try scene.given(missed, by: "gatebook") }
        #expect(scene.n > 80)
        #expect(scene.state.registers.missed.count == 3)
    }

    @Test("G10: accepted under protest passes the responsibility and goes to the supervisor")
    func protest() throws {
        var (scene, offer) = try offered()
        scene.expectRefused(accepted(offer, protest: "no time"), .linesLeft(5), by: "G12")
        try scene.acceptLines()
        let line = try scene.given(accepted(offer, protest: "the barrier is out of order"), by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
        #expect(scene.state.registers.referrals[line]?.matter == .protest)
    }
}

extension Fact {
    /// About line `ref`.
    fileprivate func about(_ ref: Int) throws -> any Fact {
        var copy = self
        try copy.set("ref", .integer(ref))
        return copy
    }
}
