import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

/// A locked screen shows numbers only, lets an ambulance in, and opens to whoever belongs to the estate.
struct LockTests {
    /// A busy gate whose guard has locked the screen with F10.
    private func locked() throws -> Desk {
        let desk = try DrawingTests.busy()
        desk.press(.function(10), .text("1"))
        try #require(desk.model.isLocked)
        return desk
    }

    @Test("F10 and 1 lock: no name, no plate, no unit, but the four numbers", arguments: Language.allCases)
    func numbers(language: Language) throws {
        let desk = try locked()
        desk.model.language = language
        for part in ["蘇", "Barth", "7281", "3-1502", "馮", "G07", "garage"] { #expect(!desk.text.contains(part), "\(part)") }
        for text in [LockWords.people(3), LockWords.vehicles(1), LockWords.title] { #expect(desk.text.contains(text[language]), "\(text[language])") }
        #expect(desk.model.lockedCounts.map(\.english).suffix(2).allSatisfy { $0.contains { $0.isNumber } })
        #expect(!desk.hasQuit)
    }

    @Test("Typing goes to the unlock form and nowhere else; who has no PIN unlocks with the number alone")
    func number() throws {
        let desk = try DrawingTests.busy()
        desk.type("3-15")
        desk.press(.function(10), .text("1"))
        let kinds = desk.kinds
        desk.type("g08")
        guard case .unlock = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.model.line == "3-15" && !desk.text.contains("3-15"))
        desk.press(.enter)
        #expect(!desk.model.isLocked && desk.model.layers.isEmpty && desk.kinds == kinds)
        #expect(desk.model.line == "3-15" && desk.text.contains("3-15"))
    }

    @Test("An unknown number does not unlock, and Esc leads back to the numbers")
    func unknown() throws {
        let desk = try locked()
        desk.type("G99")
        desk.press(.enter)
        #expect(desk.model.isLocked)
        #expect(try desk.form.complaint == Refusal.unknownGuard("G99").text(.english))
        desk.press(.escape)
        #expect(desk.model.isLocked && desk.model.visibleLayers.isEmpty)
    }

    @Test("Who has a PIN needs it, anybody of the estate may; the PIN is not seen")
    func pin() throws {
        let desk = try locked()
        try desk.givePIN("482913", to: "G08")
        desk.type("G08")
        desk.press(.enter)
        #expect(try desk.form.place == .secret)
        desk.type("1111")
        desk.press(.enter)
        #expect(desk.model.isLocked)
        #expect(try desk.form.complaint == Refusal.wrongPIN("G08", left: 4).text(.english))
        desk.type("482913")
        #expect(!desk.text.contains("482913") && desk.text.contains("••••••"))
        desk.press(.enter)
        #expect(!desk.model.isLocked)
        #expect(desk.kinds.last == "pin.refused")
    }

    @Test("A PIN that was set after the screen was drawn is asked for all the same")
    func pinSetElsewhere() throws {
        let desk = try locked()
        _ = try desk.office.setPIN(try #require(PIN("482913")), of: "G08", allowedBy: "G08", at: "gate-main")
        desk.type("G08")
        desk.press(.enter)
        #expect(desk.model.isLocked)
        #expect(try desk.form.complaint == Refusal.missingField("pin").text(.english))
    }

    @Test("The emergency entry stays open and leads back to the locked screen")
    func emergency() throws {
        let desk = try locked()
        desk.press(.control("e"))
        desk.type("1")
        desk.press(.enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        #expect(desk.model.isLocked && desk.model.visibleLayers.isEmpty)
        #expect(desk.text.contains(LockWords.people(4).english))
    }

    @Test("No other action works, and a scan does nothing")
    func closed() throws {
        let desk = try locked()
        let (kinds, text) = (desk.kinds, desk.text)
        for action in Action.allCases where ![.help, .emergency, .language, .theme, .redraw].contains(action) {
            desk.press(action.key)
            #expect(desk.text == text && desk.kinds == kinds && !desk.hasQuit, "\(action)")
        }
        for key in [Key.up, .down, .right, .tab, .escape, .pageDown, .end] { desk.press(key) }
        desk.read("GB-0007\r")
        desk.read("VB-0001\r")
        #expect(desk.text == text && desk.model.isLocked && desk.kinds == kinds)
    }

    @Test("Help says what works here, and only that")
    func help() throws {
        let desk = try locked()
        let before = desk.text
        desk.press(.function(1))
        #expect(desk.model.helpedPlace == .locked)
        let keys = HelpPage(model: desk.model).rows(columns: 78).map(\.key)
        #expect(keys.contains("Ctrl-E") && !keys.contains("F8") && !keys.contains("Ctrl-F"))
        desk.press(.escape)
        #expect(desk.text == before)
    }

    @Test("A form under way is put aside and still there afterwards")
    func parked() throws {
        let desk = try Desk()
        desk.press(.control("n"))
        desk.type("李白")
        desk.press(.function(10), .text("1"))
        #expect(desk.model.isLocked && desk.model.parked.count == 1)
        #expect(!desk.text.contains("李白") && desk.drafts.contains("李白"))
        desk.type("G07")
        desk.press(.enter, .control("p"))
        #expect(try desk.form.value("name") == "李白")
    }

    @Test("A lock outlives the program: the next console is locked, shows no name, and has the forms, until somebody unlocks it")
    func restarted() throws {
        let before = try Desk()
        before.press(.control("n"))
        before.type("李白")
        before.press(.function(10), .text("1"))
        let left = try #require(before.left)
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.model.takeOver(left)
        #expect(desk.model.isLocked && desk.model.parked.count == 1)
        #expect(!desk.text.contains("蘇") && !desk.text.contains("李白"))
        desk.type("G07")
        desk.press(.enter)
        #expect(!desk.model.isLocked)
        desk.press(.control("p"), .escape, .enter)
        #expect(desk.left == nil, "Unlocked, and nothing is half filled.")
        let unlocked = try Desk()
        unlocked.press(.control("n"))
        unlocked.type("杜甫")
        desk.model.takeOver(try #require(unlocked.left))
        #expect(!desk.model.isLocked && desk.model.parked.count == 1)
    }

    @Test("What was asked before is written, and nothing is said of it over the locked screen")
    func late() throws {
        let desk = try Desk()
        desk.isDiskSlow = true
        desk.admit("蘇東坡")
        desk.model.lock()
        desk.disk()
        #expect(desk.kinds.last == "visitor.admitted")
        #expect(!desk.text.contains("蘇") && desk.model.isLocked)
        #expect(desk.text.contains(LockWords.people(1).english))
    }

    @Test("The screen locks by itself when the post is left, and whoever signs on unlocks it")
    func unattended() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        try desk.step("exception")
        desk.type("12")
        desk.type("ill")
        desk.press(.enter, .enter)
        #expect(desk.registers.custody.isEmpty && desk.model.isLocked)
        #expect(!desk.text.contains("蘇") && desk.text.contains(LockWords.nobody.english))
        desk.press(.enter)
        guard case .signOn(.opening) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.type("811")
        desk.press(.enter)
        #expect(!desk.model.isLocked)
        desk.press(.function(2))
        #expect(desk.text.contains("蘇"))
    }

    @Test("With nobody on duty the first screen is locked behind the sign-on form, and the program can be left")
    func first() throws {
        let desk = try Desk(holder: nil)
        #expect(desk.model.isLocked)
        desk.press(.escape)
        #expect(desk.text.contains(LockWords.promptUnattended.english))
        desk.press(.function(10), .text("1"))
        #expect(!desk.hasQuit)
        desk.press(.enter)
        #expect(desk.hasQuit)
    }

    @Test("It locks after the configured minutes without a key, and never where none are configured")
    func idle() throws {
        let desk = try Desk()
        desk.model.lockIfIdle(at: 1_000_000_000)
        #expect(!desk.model.isLocked)
        var estate = desk.model.estate
        estate.lockMinutes = 10
        var model = Model(estate: estate, post: "gate-main", language: .english, now: desk.office.now, isPractice: true)
        model.hear(.snapshot(desk.model.snapshot))
        model.uptime = 60_000
        model.lockIfIdle(at: 60_000 + 599_999)
        #expect(!model.isLocked)
        model.lockIfIdle(at: 60_000 + 600_000)
        #expect(model.isLocked)
    }
}
