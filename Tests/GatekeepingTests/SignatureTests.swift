import Notation
import Testing

@testable import Gatekeeping

/// Who signed for what, and what a witnessed signature leaves open.
struct SignatureTests {
    private func witnessed(_ taken: PostTaken = PostTaken().turnedOut()) -> PostTaken {
        var taken = taken
        (taken.signed, taken.witness) = (.witness, "G12")
        return taken
    }

    @Test("Where PINs are required nobody signs on or accepts without a signature", arguments: [nil, Signature.pin, .witness])
    func required(signature: Signature?) throws {
        var scene = Scene()
        scene.estate.requiresPINs = true
        var taken = PostTaken().turnedOut()
        taken.signed = signature
        if signature == nil { return scene.expectRefused(taken, .signatureMissing("G07")) }
        try scene.given(taken)
        scene.expectRefused(HandoverOffered(), .signatureMissing("G07"))
        let offer = try scene.given(fact(HandoverOffered.self) { $0.signed = signature })
        var relief = PostTaken().turnedOut(.relief)
        scene.expectRefused(relief, .signatureMissing("G12"), by: "G12")
        relief.signed = .pin
        try scene.given(relief, by: "G12")
        try scene.acceptLines()
        var accepted = fact(HandoverAccepted.self) { $0.ref = offer }
        scene.expectRefused(accepted, .signatureMissing("G12"), by: "G12")
        accepted.signed = signature
        try scene.given(accepted, by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
    }

    @Test("G10, P5: who hands over and who takes over do not witness for each other")
    func parties() throws {
        var scene = try Scene.onDuty
        var relief = PostTaken().turnedOut(.relief)
        (relief.signed, relief.witness) = (.witness, "G07")
        scene.expectRefused(relief, .partyWitness("G07"), by: "G12")
        relief.witness = "S01"
        try scene.given(relief, by: "G12")
        var offered = HandoverOffered()
        (offered.signed, offered.witness) = (.witness, "G12")
        scene.expectRefused(offered, .partyWitness("G12"))
        offered.witness = "S01"
        let offer = try scene.given(offered)
        try scene.acceptLines()
        var accepted = fact(HandoverAccepted.self) { $0.ref = offer }
        (accepted.signed, accepted.witness) = (.witness, "G07")
        scene.expectRefused(accepted, .partyWitness("G07"), by: "G12")
        accepted.witness = "S01"
        try scene.given(accepted, by: "G12")
    }

    @Test("S2, G10: where PINs are required, nothing that a supervisor stands by is recorded without the supervisor's signature")
    func supervisors() throws {
        var scene = try Scene.onDuty
        scene.estate.requiresPINs = true
        let exception = try scene.grant(.signOff, for: nil)
        let absent = try scene.given(fact(ReliefAbsent.self) { $0.supervisor = "S01"; $0.text = "covered" })
        let unsigned: [any Signed] = [
            fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "in order" },
            fact(ExceptionConfirmed.self) { $0.ref = exception; $0.supervisor = "S01" },
            fact(ReferralConfirmed.self) { $0.ref = absent; $0.supervisor = "S01" },
        ]
        for some in unsigned {
            scene.expectRefused(some, .signatureMissing("S01"))
            var signed = some
            signed.signed = .pin
            try scene.given(signed)
        }
    }

    @Test("P3, P5: where PINs are required, a supervisor who is present signs the exception; one on the telephone cannot")
    func exception() throws {
        var scene = try Scene.onDuty
        scene.estate.requiresPINs = true
        func granted(_ manner: Exception.Manner, _ signed: Signature?) -> ExceptionGranted {
            fact { $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "ill"; $0.manner = manner; $0.signed = signed }
        }
        scene.expectRefused(granted(.present, nil), .signatureMissing("S01"))
        scene.expectRefused(granted(.telephone, .pin), .unknownField("pin"))
        let byTelephone = try scene.given(granted(.telephone, nil))
        let present = try scene.given(granted(.present, .pin))
        #expect(scene.state.registers.exceptions.keys.sorted() == [byTelephone, present])
        var witnessed = granted(.present, .witness)
        witnessed.witness = "G12"
        let n = try scene.given(witnessed)
        #expect(scene.state.registers.witnessed[n]?.signer == "S01")
        scene.estate.requiresPINs = false
        #expect(try scene.when(granted(.present, nil)).signed == nil)
    }

    @Test("Where they are not required a signature is missing and nothing is refused")
    func optional() throws {
        let scene = Scene()
        #expect(try scene.when(PostTaken().turnedOut()).signed == nil)
    }

    @Test("No command says that something was signed", arguments: ["signed", "witness"])
    func unsaid(field: String) throws {
        let object: JSONObject = ["taking": .string("opening"), "turnout": .bool(true), field: .string(field == "signed" ? "pin" : "G12")]
        #expect(throws: FieldProblem.unknown(field)) { try PostTaken(object, asCommand: true) }
        #expect(throws: Never.self) { try PostTaken(object) }
    }

    @Test("A witnessed signature stays open, over pages too, until a supervisor other than the signer confirms it")
    func confirmed() throws {
        var scene = Scene()
        let n = try scene.given(witnessed())
        #expect(scene.state.registers.witnessed[n]?.signer == "G07")
        #expect(try scene.broughtForward().registers.witnessed == scene.state.registers.witnessed)
        scene.expectRefused(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "G12" }, .notSupervisor("G12"))
        scene.expectRefused(fact(SignatureConfirmed.self) { $0.ref = n + 5; $0.supervisor = "S01" }, .neverWritten(ref: n + 5))
        var other = try Scene.onDuty
        other.estate.guards.append(Guard(number: "S02", name: "趙六", isSupervisor: true))
        let offered = try other.given(fact(HandoverOffered.self) { ($0.signed, $0.witness) = (.witness, "S01") })
        other.expectRefused(fact(SignatureConfirmed.self) { $0.ref = offered; $0.supervisor = "S01" }, .witnessedBefore("S01"))
        for party in ["G07", "G12"] {
            scene.expectRefused(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "S01"; ($0.signed, $0.witness) = (.witness, party) }, .witnessedBefore(party))
        }
        try scene.given(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "S01" })
        #expect(scene.state.registers.witnessed.isEmpty)
    }

    @Test("G10: a witnessed signature calls for the supervisor and is a line of the next handover, until it is confirmed")
    func handedOver() throws {
        var scene = Scene()
        let n = try scene.given(witnessed())
        func alerts() -> [String] { Alerts(scene.state.registers, estate: scene.estate, now: scene.now, post: "main", holder: "G07").all.map(\.key) }
        #expect(alerts().contains("signature:\(n)"))
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        try scene.given(HandoverOffered())
        #expect(try scene.handover()["signature:\(n)"]?.standing == .open)
        try scene.given(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "S01" })
        #expect(!alerts().contains("signature:\(n)"))
        #expect(try scene.handover()["signature:\(n)"] == nil)
    }

    @Test("No supervisor confirms a signature of their own")
    func ownSignature() throws {
        var scene = Scene()
        let n = try scene.given(witnessed(PostTaken().turnedOut(.covering)), by: "S01")
        #expect(scene.estate.confirmers(of: try #require(scene.state.registers.witnessed[n])) == ["S01"], "Where there is no other, none stays open for ever.")
        scene.estate.guards.append(Guard(number: "S02", name: "趙六", isSupervisor: true))
        scene.expectRefused(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "S01" }, .notSupervisor("S01"), by: "S01")
        try scene.given(fact(SignatureConfirmed.self) { $0.ref = n; $0.supervisor = "S02" })
    }

    @Test("Whoever has a part in a witnessed signature confirms it only where no other supervisor is left", arguments: [
        ("G07", "G12", ["S01", "S02"]), ("G07", "S01", ["S02"]), ("S01", "G12", ["S02"]), ("S01", "S02", ["S01"]),
    ])
    func confirmers(signer: String, witness: String, expected: [String]) {
        var estate = Estate.small
        estate.guards.append(Guard(number: "S02", name: "趙六", isSupervisor: true))
        var signature = WitnessedSignature()
        (signature.signer, signature.witness) = (signer, witness)
        #expect(estate.confirmers(of: signature) == expected)
    }

    @Test("Setting a PIN is recorded by its owner or a supervisor; who has one is brought forward")
    func set() throws {
        var scene = Scene()
        try scene.given(PINSet(number: "G07"), by: "G07")
        scene.expectRefused(PINSet(number: "G12"), .notSupervisor("G07"), by: "G07")
        scene.pass(minutes: 3)
        try scene.given(PINSet(number: "G12"), by: "S01")
        #expect(scene.state.registers.pins == ["G07": Scene.evening, "G12": Scene.evening.adding(minutes: 3)])
        #expect(try scene.broughtForward().registers.pins == scene.state.registers.pins)
        scene.expectRefused(PINRefused(number: "G07", count: 5, until: nil), .unknownGuard("G07"), by: "G07")
    }

    @Test("G10, P5: who witnessed the offer does not take over on it; another guard does, or it is made anew")
    func witnessOfTheOffer() throws {
        var scene = try Scene.onDuty
        scene.estate.guards.append(Guard(number: "G09", name: "周九", isSupervisor: false))
        var offered = HandoverOffered()
        (offered.signed, offered.witness) = (.witness, "G12")
        let older = try scene.given(offered)
        scene.expectRefused(PostTaken().turnedOut(.relief), .offerWitnessed("G12"), by: "G12")
        var others = scene
        try others.given(PostTaken().turnedOut(.relief), by: "G09")
        try others.acceptLines(by: "G09")
        try others.given(fact(HandoverAccepted.self) { $0.ref = older }, by: "G09")
        #expect(others.state.registers.custody["main"]?.holder == "G09")
        var signedOn = scene
        signedOn.n += 1
        signedOn.state.evolve(.fact(PostTaken().turnedOut(.relief)), Stamp(n: signedOn.n, t: scene.now, by: "G12", post: "main"))
        try signedOn.acceptLines()
        signedOn.expectRefused(fact(HandoverAccepted.self) { $0.ref = older }, .offerWitnessed("G12"), by: "G12")
        offered.witness = "S01"
        let offer = try scene.given(offered)
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        try scene.acceptLines()
        try scene.given(fact(HandoverAccepted.self) { $0.ref = offer }, by: "G12")
        #expect(scene.state.registers.custody["main"]?.holder == "G12")
    }

    @Test("G10, P5: who has a PIN signs with it, though the estate requires none; who has none does not")
    func holders() throws {
        var scene = Scene()
        try scene.given(PINSet(number: "G07"), by: "G07")
        try scene.given(PINSet(number: "S01"), by: "S01")
        var taken = PostTaken().turnedOut()
        scene.expectRefused(taken, .signatureMissing("G07"))
        taken.signed = .pin
        try scene.given(taken)
        scene.expectRefused(HandoverOffered(), .signatureMissing("G07"))
        var made = fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "in order" }
        scene.expectRefused(made, .signatureMissing("S01"))
        made.signed = .pin
        try scene.given(made)
        var granted = fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S01"; $0.reason = "ill"; $0.manner = .present }
        scene.expectRefused(granted, .signatureMissing("S01"))
        granted.manner = .telephone
        try scene.given(granted)
        let offer = try scene.given(fact(HandoverOffered.self) { $0.signed = .pin })
        try scene.given(PostTaken().turnedOut(.relief), by: "G12")
        try scene.acceptLines()
        try scene.given(fact(HandoverAccepted.self) { $0.ref = offer }, by: "G12")
    }

    @Test("Whose signature it was cannot be corrected")
    func correction() throws {
        var scene = try Scene.onDuty
        var made = fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "all in order" }
        made.signed = .pin
        let n = try scene.given(made)
        for field in ["supervisor", "signed", "finding", "guidance"] {
            for by in ["G07", "S01"] { scene.expectRefused(Correction(ref: n, field: field, value: "all well", why: "x"), .cannotBeCorrected, by: by) }
        }
        scene.expectRefused(Withdrawal(ref: n), .cannotBeWithdrawn)
    }

    @Test("S2: what an inspection found is not for the guard to change or take back, signed or not; a supervisor corrects it")
    func unsigned() throws {
        var scene = try Scene.onDuty
        let n = try scene.given(fact(InspectionMade.self) { $0.supervisor = "S01"; $0.person = "G07"; $0.finding = "asleep" })
        let correction = Correction(ref: n, field: "finding", value: "all well", why: "x")
        scene.expectRefused(correction, .notSupervisor("G07"))
        scene.expectRefused(Withdrawal(ref: n), .cannotBeWithdrawn)
        try scene.given(correction, by: "S01")
    }

    @Test("Whoever signed an exception, it is neither corrected nor taken back")
    func signedException() throws {
        var scene = try Scene.onDuty
        var granted = fact(ExceptionGranted.self) { $0.matter = .signOff; $0.supervisor = "S01"; $0.manner = .present; $0.reason = "ill" }
        granted.signed = .pin
        let n = try scene.given(granted)
        scene.expectRefused(Correction(ref: n, field: "reason", value: "lazy", why: "x"), .cannotBeCorrected)
        scene.expectRefused(Withdrawal(ref: n), .cannotBeWithdrawn)
    }
}
