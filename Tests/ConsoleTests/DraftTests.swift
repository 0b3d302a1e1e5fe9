import Foundation
import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

/// A half-filled form survives a lost terminal.
struct DraftTests {
    /// What the file would hold.
    private func bytes(_ desk: Desk) -> [UInt8]? { FormDraft.bytes(desk.model.unfinished.compactMap { FormDraft($0) }) }

    private func text(_ desk: Desk) -> String { String(decoding: bytes(desk) ?? [], as: UTF8.self) }

    /// A visitor's form up to the unit.
    private func half() throws -> Desk {
        let desk = try Desk()
        desk.type("蘇東坡")
        desk.press(.enter)
        desk.type("143")
        desk.type("21")
        desk.press(.enter, .text("1"))
        desk.type("3-1502")
        return desk
    }

    @Test("The next start offers the form with what was typed, but the person is compared again")
    func offered() throws {
        let left = try half()
        let desk = try Desk()
        desk.model.offer(FormDraft.read(try #require(bytes(left))))
        #expect(desk.model.layers.isEmpty)
        #expect(desk.statusLine.contains("Left half filled last time: 1"))
        desk.press(.control("p"))
        #expect(try desk.form.value("name") == "蘇東坡")
        #expect(try desk.form.value("tail") == "4321")
        #expect(try desk.form.value("unit") == "3-1502")
        #expect(try desk.form.value("matches") == nil)
        #expect(try desk.form.fields[desk.form.focus].id == "matches")
        desk.type("111")
        desk.press(.enter)
        #expect(desk.registers.visits.values.map(\.step) == [.inside])
        #expect(bytes(desk) == nil)
    }

    @Test("P3: no whole document's number is kept or recorded, whatever unseen stands within it", arguments: ["\u{1}", "\u{200B}", "\u{AD}", "\u{A0}", "\u{2009}", "\u{202E}"])
    func unseen(sign: String) throws {
        let desk = try half()
        try desk.go(to: "phone")
        desk.read("\u{1B}[200~110105\(sign)19491231\(sign)002X\u{1B}[201~")
        let field = try #require(try desk.form.fields.first { $0.id == "phone" })
        #expect(field.value.contains("110105"))
        for kept in [String(decoding: try #require(bytes(desk)), as: UTF8.self), FormDraft.recorded(field)] { #expect(!kept.contains("19491231"), "\(kept)") }
    }

    @Test("A form that was discarded is not kept")
    func discarded() throws {
        let desk = try half()
        #expect(bytes(desk) != nil)
        desk.press(.escape, .enter)
        #expect(bytes(desk) == nil)
    }

    @Test("Parked forms and those that lie under others are kept, in their order")
    func several() throws {
        let desk = try half()
        desk.press(.control("p"), .control("n"))
        desk.type("李白")
        desk.press(.control("e"))
        desk.type("1")
        let kept = FormDraft.read(try #require(bytes(desk)))
        #expect(kept.map(\.kind.name) == ["visitor", "expect", "emergency"])
    }

    @Test("A form put aside from the line is kept with what it was opened with, though nothing was typed in it")
    func putAside() throws {
        let left = try Desk()
        left.type("李四")
        left.press(.enter, .control("p"))
        let desk = try Desk()
        desk.model.offer(FormDraft.read(try #require(bytes(left))))
        desk.press(.control("p"))
        #expect(try desk.form.value("name") == "李四" && desk.model.line == "李四")
    }

    @Test("Signing on, and a form in which nothing was typed, are not kept")
    func notKept() throws {
        let desk = try Desk(holder: nil)
        desk.type("711")
        #expect(bytes(desk) == nil)
        let other = try Desk()
        other.press(.control("n"))
        #expect(bytes(other) == nil)
    }

    @Test("No document's number is ever in it, in whatever field and at whatever key", arguments: ["11010519491231002X", "A1234563", "A123456788"])
    func noNumber(number: String) throws {
        let desk = try half()
        for field in ["tail", "name", "carried", "suspicious", "companions", "plate"] {
            try desk.go(to: field)
            desk.press(.end)
            for character in " " + number {
                desk.press(.text(String(character)))
                #expect(!text(desk).contains(number))
            }
        }
    }

    @Test("A plate or a phone is kept whole")
    func codes() throws {
        let desk = try half()
        try desk.go(to: "plate")
        desk.type("BKX-7281")
        try desk.go(to: "phone")
        desk.type("0912345678")
        #expect(text(desk).contains("BKX-7281") && text(desk).contains("0912345678"))
    }

    @Test("Every form that can be open comes back as the same form", arguments: DraftTests.kinds)
    func kindAgain(kind: FormKind) throws {
        let drafted = try #require(DraftKind(kind))
        let form = try #require(drafted.form)
        #expect(DraftKind(form) == drafted)
        let factory = try Desk().model.factory
        var filled = factory.form(kind)
        filled.opener = 7
        let draft = try #require(FormDraft(filled))
        #expect(FormDraft(draft.json) == draft)
        #expect(draft.form(factory)?.fields.map(\.id) == filled.fields.map(\.id))
    }

    static let kinds: [FormKind] = [
        .visitor(ref: 3, prefill: VisitorPrefill()), .courier(VisitorPrefill()), .expect(""), .visitorLeaves(4),
        .refuse(ref: 5, name: "李", plate: "A1", reason: "denied", denied: "D1"), .refuse(ref: nil, name: "", plate: "", reason: nil, denied: nil),
        .compare(ref: 6, name: "李", denied: "D1"), .exception(ref: nil, matter: .signOff), .exception(ref: 7, matter: .denied), .confirm(8),
        .emergency, .completeEmergency(9), .vehicle(""), .vehicleLeaves(ref: nil, plate: "A1"),
        .occurrence(""), .updateOccurrence(10), .resolveOccurrence(11),
        .question(""), .startRound("buildings"), .tick(round: 12, checkpoint: "C1", .damaged), .repair(13), .offer,
        .accept(14), .outage(15), .correct(16),
    ]

    @Test(
        "A damaged file, or one of another version, offers nothing",
        arguments: ["", "{", "[]", #"{"forms":[{"form":"unheard-of","values":{}}]}"#, #"{"forms":[{"form":"repair","values":{}}]}"#])
    func damaged(text: String) { #expect(FormDraft.read(Array(text.utf8)).isEmpty) }
}
