import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console
@testable import Journal

extension Desk {
    /// Gives somebody a PIN, as `gatebook guard set-pin` does.
    func givePIN(_ text: String, to number: String) throws {
        let answer = try office.setPIN(try #require(PIN(text)), of: number, allowedBy: number, at: model.post)
        guard case .written = answer else {
            Issue.record("no PIN: \(answer)")
            return
        }
        hear()
    }

    /// Moves to a step of the handover and does it.
    func step(_ id: String) throws {
        press(.function(6))
        let index = try #require(model.rows(of: .handover).firstIndex { $0.id == .command(id) }, "no step \(id)")
        for _ in 0...index { press(.down) }
        press(.enter)
    }

    /// What the next console would take over, as it would lie on the disk.
    var left: [UInt8]? { model.left.flatMap { FormDraft.bytes($0.forms.compactMap { FormDraft($0) }, isLocked: $0.isLocked) } }

    /// Every form that is open or put aside, as it would lie on the disk.
    var drafts: String { String(decoding: FormDraft.bytes(model.unfinished.compactMap { FormDraft($0) }) ?? [], as: UTF8.self) }
}

extension Signed {
    /// Signed with the signer's own PIN.
    fileprivate var withPIN: Self {
        var copy = self
        copy.signed = .pin
        return copy
    }
}

/// Signing with a PIN on the screen.
struct SigningKeysTests {
    private func last<F: Fact>(_ desk: Desk, _ type: F.Type = F.self) throws -> F { try #require(try desk.lastFact as? F) }

    @Test("Who has a PIN signs on with it; it is shown as dots and stands nowhere")
    func signOn() throws {
        let desk = try Desk(holder: nil)
        try desk.givePIN("482913", to: "G07")
        desk.model.layers = []
        desk.model.open(.signOn(.opening))
        desk.type("711")
        #expect(try desk.form.place == .secret)
        desk.type("482913")
        #expect(desk.text.contains("••••••") && !desk.text.contains("482913"))
        #expect(desk.drafts.isEmpty)
        desk.press(.enter, .enter)
        #expect(desk.model.form == nil)
        let taken: PostTaken = try last(desk)
        #expect(taken.signed == .pin && taken.witness == nil)
        #expect(!JSON.object(taken.object(in: Zone(minutes: 480))).text.contains("482913"))
    }

    @Test("G10, P5: who witnessed the offer is told at sign-on why they do not relieve, and what helps")
    func witnessOfTheOffer() throws {
        let desk = try Desk()
        for number in ["G07", "G08"] { try desk.givePIN("482913", to: number) }
        var offered = HandoverOffered()
        (offered.signed, offered.witness) = (.witness, "G08")
        try desk.elsewhere(offered)
        desk.model.open(.signOn(.relief))
        desk.type("811")
        desk.type("482913")
        desk.press(.enter, .enter)
        #expect(try desk.form.complaint?.contains("offer is made anew") == true, "\(desk.text)")
        #expect(desk.registers.custody["gate-main"]?.relief == nil)
    }

    @Test("Who has none is not asked, and nothing says that they signed")
    func none() throws {
        let desk = try Desk(holder: nil)
        try desk.givePIN("482913", to: "G07")
        desk.model.layers = []
        desk.model.open(.signOn(.opening))
        desk.type("811")
        #expect(try desk.form.isOnFinish)
        #expect(try !desk.form.fields.contains { $0.isSecret })
        desk.press(.enter)
        #expect(try last(desk, PostTaken.self).signed == nil)
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
    }

    @Test("A wrong one says so, is cleared, and writes nothing; the right one then counts it in one line")
    func wrong() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.step("offer")
        desk.press(.enter)
        let before = desk.kinds
        desk.type("111111")
        desk.press(.enter, .enter)
        #expect(desk.kinds == before)
        #expect(try desk.form.complaint == Refusal.wrongPIN("G07", left: 4).text(.english))
        #expect(try desk.form.place == .secret && desk.form.fields.last?.value == "")
        desk.type("482913")
        desk.press(.enter, .enter)
        #expect(desk.kinds == before + ["pin.refused", "handover.offered"])
        let refused = try #require(desk.office.state.entries.dropLast().last?.event.shape as? PINRefused)
        #expect(refused == PINRefused(number: "G07", count: 1, until: nil))
        #expect(try last(desk, HandoverOffered.self).signed == .pin)
    }

    @Test("P5: a supervisor who grants an exception at the gate types their PIN; one on the telephone is not asked", arguments: ["1", "2"])
    func exception(manner: String) throws {
        let desk = try Desk()
        try desk.givePIN("9999", to: "S01")
        desk.model.open(.exception(ref: nil, matter: .signOff))
        desk.type("1")
        desk.type(manner)
        desk.type("ill")
        #expect(try desk.form.fields.contains { $0.isSecret } == (manner == "1"))
        if manner == "1" {
            try desk.go(to: "pin")
            desk.type("9999")
        }
        desk.press(.control("d"))
        let granted = try #require(desk.office.state.entries.compactMap { $0.event.shape as? ExceptionGranted }.last)
        #expect(granted.signed == (manner == "1" ? .pin : nil) && granted.supervisor == "S01")
    }

    @Test("Five wrong ones pause and are one line; the right one is not taken until the time has passed")
    func pause() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.step("offer")
        desk.press(.enter)
        let before = desk.kinds
        for _ in 0..<5 {
            desk.type("0000")
            desk.press(.control("d"))
        }
        #expect(desk.kinds == before + ["pin.refused"])
        let until = desk.office.now.adding(minutes: 5)
        #expect(try last(desk, PINRefused.self).count == 5)
        let shown = ClockTime(Instant(milliseconds: until.milliseconds + 59_999), in: desk.office.estate.zone).text
        #expect(try desk.form.complaint?.contains(shown) == true, "The first minute in which it is over for sure.")
        desk.type("482913")
        desk.press(.control("d"))
        #expect(desk.kinds == before + ["pin.refused"])
        try desk.office.pretend(until)
        desk.type("482913")
        desk.press(.control("d"))
        #expect(desk.kinds.last == "handover.offered")
    }

    @Test("A forgotten one is replaced by a witness with theirs; F6 shows it until a supervisor has confirmed it")
    func witness() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.givePIN("7777", to: "G08")
        try desk.givePIN("9999", to: "S01")
        try desk.step("offer")
        desk.press(.enter)
        #expect(desk.text.contains(FormWords.forgotten.english))
        desk.press(.up, .text("1"))
        #expect(try desk.form.value("witness") == "G08")
        #expect(try desk.form.place == .secret)
        #expect(desk.text.contains(FormWords.pin(of: "G08").english))
        desk.type("7777")
        desk.press(.enter, .enter)
        let offered: HandoverOffered = try last(desk)
        #expect(offered.signed == .witness && offered.witness == "G08")
        let n = try #require(desk.office.state.entries.last).stamp.n
        desk.press(.function(6))
        #expect(desk.model.alertText.contains("witnessed signature"))
        desk.press(.control("v"))
        try desk.choose(.alert("signature:\(n)"))
        desk.press(.enter)
        #expect(desk.model.view == .handover && desk.model.selection == .signature(n))
        let row = try #require(desk.model.rows(of: .handover).first { $0.id == .signature(n) })
        #expect(row.text.contains("G07") && row.text.contains("G08") && row.style == .warning)
        _ = desk.model.follow(row.intent)
        desk.type("1")
        desk.type("9999")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "signature.confirmed")
        #expect(try last(desk, SignatureConfirmed.self).signed == .pin)
        #expect(!desk.model.rows(of: .handover).contains { $0.id == .signature(n) })
    }

    @Test("The relief signs with their own PIN, not with the holder's")
    func accept() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.givePIN("7777", to: "G08")
        let offer = try desk.elsewhere(HandoverOffered().withPIN)
        try desk.elsewhere(desk.signedOn(.relief).withPIN, by: "G08")
        try desk.acceptLines()
        desk.model.open(.accept(offer))
        desk.press(.enter)
        #expect(desk.text.contains(FormWords.pin(of: "G08").english))
        desk.type("482913")
        desk.press(.control("d"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G07")
        desk.type("7777")
        desk.press(.control("d"))
        #expect(desk.registers.custody["gate-main"]?.holder == "G08")
        #expect(try last(desk, HandoverAccepted.self).signed == .pin)
    }

    @Test("A supervisor signs an inspection and an exception")
    func supervisor() throws {
        let desk = try Desk()
        try desk.givePIN("9999", to: "S01")
        desk.model.open(.record("inspection.make", about: [:]))
        desk.type("17")
        desk.type("all in order")
        desk.press(.enter, .enter)
        #expect(try desk.form.place == .secret)
        desk.type("9999")
        desk.press(.control("d"))
        #expect(try last(desk, InspectionMade.self).signed == .pin)
    }

    @Test("A form that is put aside forgets the PIN, and a PIN alone is nothing to lose")
    func parked() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.step("offer")
        desk.type("key is at the north gate")
        desk.press(.enter)
        desk.type("482913")
        #expect(!desk.drafts.contains("482913") && desk.drafts.contains("north gate"))
        desk.press(.control("p"))
        #expect(desk.model.parked.first?.fields.allSatisfy { !$0.isSecret || $0.value.isEmpty } == true)
        desk.press(.control("p"))
        #expect(try desk.form.value("pin") == nil && desk.form.value("remark") == "key is at the north gate")
        let other = try Desk()
        try other.givePIN("482913", to: "G07")
        try other.step("offer")
        other.press(.enter)
        other.type("482913")
        other.press(.escape)
        #expect(other.model.layers.isEmpty)
    }

    @Test("What is no PIN does not leave the form; letters are not taken, a scan neither, and help never shows it")
    func typing() throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.step("offer")
        desk.press(.enter)
        let before = desk.kinds
        desk.type("12a")
        #expect(try desk.form.value("pin") == "12")
        desk.press(.control("d"))
        #expect(desk.kinds == before)
        #expect(try desk.form.complaint == FormWords.shortPIN.english)
        desk.read("VB-0001\r")
        #expect(desk.model.message == nil)
        #expect(try desk.form.value("pin") == "12")
        desk.press(.function(1))
        #expect(desk.text.contains("Your PIN signs"))
        #expect(desk.model.helpedPlace == .field(.secret))
    }

    @Test("A PIN that was typed into the remark is cleared, said, and typed again where it belongs; it stands nowhere", arguments: [Key.enter, .control("d")])
    func openPIN(key: Key) throws {
        let desk = try Desk()
        try desk.givePIN("482913", to: "G07")
        try desk.step("offer")
        desk.type("482913")
        desk.press(key)
        let form = try desk.form
        #expect(form.complaint == FormWords.openPIN.english && form.value("remark") == nil && form.fields[form.focus].isSecret)
        desk.type("482913")
        desk.press(.control("d"))
        let offer = try #require(try desk.lastFact as? HandoverOffered)
        #expect(offer.signed == .pin && offer.remark == nil)
    }

    @Test("Who writes down what a supervisor signs is not among those who may witness it, nor who stands in the signature that is confirmed")
    func outsideWitness() throws {
        let desk = try Desk()
        for (pin, number) in [("482913", "G07"), ("7777", "G08"), ("5821", "G09"), ("9042", "S01")] { try desk.givePIN(pin, to: number) }
        var offer = HandoverOffered()
        (offer.signed, offer.witness) = (.witness, "G08")
        let n = try desk.elsewhere(offer)
        let confirming = try #require(desk.model.factory.form(.record("signature.confirm", ref: n)).signing)
        #expect(confirming.witnesses.map(\.id) == ["G09", "S01"])
        #expect(desk.model.factory.form(.confirm(1)).signing?.witnesses.map(\.id) == ["G08", "G09", "S01"])
    }

    @Test("G10: the other side of the handover is not among those who may witness", arguments: [FormKind.offer, .accept(7), .signOn(.relief)])
    func parties(kind: FormKind) throws {
        let desk = try Desk()
        for (pin, number) in [("482913", "G07"), ("7777", "G08"), ("5821", "G09")] { try desk.givePIN(pin, to: number) }
        try desk.elsewhere(HandoverOffered().withPIN)
        try desk.elsewhere(desk.signedOn(.relief).withPIN, by: "G08")
        #expect(desk.model.factory.form(kind).signing?.witnesses.map(\.id) == ["G09"])
    }

    @Test("Where PINs are required somebody without one is asked for a witness")
    func required() throws {
        let desk = try Desk(holder: nil)
        try desk.givePIN("7777", to: "G08")
        var estate = desk.model.estate
        estate.requiresPINs = true
        let factory = FormFactory(estate: estate, registers: desk.registers, language: .english, post: desk.model.post, now: desk.model.now)
        var form = factory.form(.signOn(.opening))
        form.fields[0].value = "G07"
        form.askSignature()
        #expect(form.fields.map(\.id).suffix(2) == ["witness", "pin"])
        #expect(factory.form(.offer).signing?.isRequired == true)
    }
}
