import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// Help is one key away in every place, says what the keys do there, and leads back to exactly where one was.
struct HelpTests {
    /// The keys that lead to a place, and where that is.
    static let ways: [(name: String, keys: [Key], place: Place)] = [
        ("the empty line", [], .pane(.visitors)),
        ("vehicles", [.function(3)], .pane(.vehicles)),
        ("patrol, a row", [.function(4), .down], .pane(.patrol)),
        ("occurrences", [.function(5)], .pane(.occurrences)),
        ("shift", [.function(6)], .pane(.handover)),
        ("inside", [.function(8)], .pane(.inside)),
        ("residents", [.function(9)], .pane(.directory)),
        ("candidates", [.text("3"), .text("-")], .found),
        ("a row's actions", [.down, .right], .actions),
        ("a choice", [.text("李白"), .enter], .field(.choice)),
        ("a document", [.text("李白"), .enter, .text("1")], .field(.document)),
        ("a text", [.control("n")], .field(.text)),
        ("a number", [.control("n"), .text("李白"), .tab, .tab, .tab], .field(.number)),
        ("a time", [.control("t")], .field(.time)),
        ("the last row", [.function(6), .down, .down, .enter, .enter], .field(.finish)),
        ("discarding", [.control("n"), .text("李白"), .escape], .discard),
        ("quitting", [.function(10)], .quit),
        ("the menu", [.control("g")], .menu),
        ("who is inside, over a form", [.control("e"), .function(8)], .board),
        ("search", [.control("f")], .search),
        ("a post order", [.function(9), .down, .enter], .order),
    ]

    @Test("The fire card and the lock are named in the help of every pane and in the menu", arguments: Language.allCases)
    func discoverable(language: Language) throws {
        let desk = try Desk(language: language, columns: 120, rows: 60)
        let words = [Text("消防卡", "消防卡", "fire card"), Text("鎖住畫面", "锁住画面", "locks the screen")].map { $0[language] }
        desk.press(.control("g"))
        for word in words { #expect(desk.text.contains(word), "\(desk.text)") }
        desk.press(.escape)
        for view in Model.View.allCases {
            desk.model.view = view
            desk.press(.function(1))
            for word in words { #expect(desk.text.contains(word), "\(view)") }
            desk.press(.function(1))
        }
    }

    @Test("F1 and Esc lead back to exactly where one was", arguments: 0..<21, [Key.escape, .function(1)])
    func thereAndBack(way: Int, back: Key) throws {
        let desk = try DrawingTests.busy()
        let (name, keys, place) = HelpTests.ways[way]
        for key in keys { desk.press(key) }
        #expect(desk.model.place == place, "\(name)")
        desk.model.message = nil
        let (before, lines) = (desk.text, desk.kinds)
        desk.press(.function(1))
        #expect(desk.model.place == .help, "\(name)")
        #expect(desk.model.helpedPlace == place, "\(name)")
        #expect(desk.text.contains(place.help.about.english.prefix(20)), "\(name)")
        for hand in place.help.keys.prefix(2) { #expect(desk.text.contains(hand.text.english.prefix(16)), "\(name)") }
        desk.press(.down, .pageDown, .up, back)
        #expect(desk.text == before, "\(name)")
        #expect(desk.model.place == place && desk.kinds == lines, "\(name)")
    }

    @Test("Every place says in three languages what it is for and what at least one key does there", arguments: Place.all)
    func complete(place: Place) {
        #expect(!place.help.keys.isEmpty)
        for language in Language.allCases {
            #expect(!place.help.about[language].isEmpty)
            for key in place.help.keys { #expect(!key.text[language].isEmpty && !key.hand.name[language].isEmpty) }
        }
        #expect(Set(place.help.keys.map(\.hand)).count == place.help.keys.count)
    }

    @Test("At 40×12 every row can be reached by scrolling, and none is cut", arguments: Language.allCases)
    func smallest(language: Language) throws {
        let desk = try Desk(language: language, columns: 40, rows: 12)
        desk.type("李白")
        desk.press(.enter, .function(1))
        let rows = HelpPage(model: desk.model).rows(columns: 38)
        var seen: [String] = []
        for _ in rows {
            seen += Frame(model: desk.model).draw().text.split(separator: "\n").map(String.init)
            #expect(!desk.text.split(separator: "\n").dropFirst(3).prefix(6).contains { $0.contains("…") })
            desk.press(.down)
        }
        for row in rows { #expect(seen.contains { $0.contains(row.text) }, "\(row.text)") }
        guard case .help(let scroll)? = desk.model.layers.last else { return #expect(Bool(false), "no help") }
        #expect(scroll == rows.count - 6)
    }

    @Test("In a form help names the form, the field and the key that records it above the keys of all places")
    func form() throws {
        let desk = try Desk()
        desk.type("李白")
        desk.press(.enter, .function(1))
        let page = HelpPage(model: desk.model)
        #expect(page.title == "Help: Visitor · Document")
        let rows = page.rows(columns: 78)
        let above = rows.prefix { !$0.isHeading }.map(\.key)
        #expect(above.contains(Action.finish.keyName) && above.contains(Action.park.keyName))
        #expect(rows.first { !$0.text.isEmpty && !$0.text.hasPrefix("(") }?.text == HelpWords.visitorForm.english)
    }

    @Test("Over a question the bar and help name the keys that work there; the others say so; an emergency goes first", arguments: ["discard", "quit"])
    func question(which: String) throws {
        let desk = try Desk(columns: 120, rows: 40)
        if which == "quit" { desk.press(.function(10)) } else { desk.press(.control("n"), .text("李"), .escape) }
        let (place, depth) = (desk.model.place, desk.model.layers.count)
        let working: Set<Action> = [.help, .emergency, .language, .theme, .redraw]
        for action in Action.allCases where !working.contains(action) {
            desk.press(action.key)
            #expect(desk.model.message == ScreenWords.answerFirst[.english], "\(action)")
            #expect(desk.model.place == place && desk.model.layers.count == depth, "\(action)")
        }
        func bar() -> String { desk.text.split(separator: "\n").last.map(String.init) ?? "" }
        #expect(bar().contains("F1Help") && bar().contains("Ctrl-EEmergency") && !bar().contains("F2"))
        desk.press(.function(1))
        #expect(bar().contains("F1Help") && !bar().contains("F2"))
        let named = HelpPage(model: desk.model).rows(columns: 118).map(\.key)
        #expect(Set(Action.allCases.filter { named.contains($0.keyName) }) == working)
        desk.press(.function(1), .control("e"))
        guard case .emergency = try desk.form.kind else { return #expect(Bool(false), "another form") }
        desk.press(.text("1"), .enter, .enter)
        #expect(desk.kinds.last == "emergency.passed")
        #expect(desk.model.layers.count == depth - 1, "Back where the question was asked, without it.")
        if which == "discard" { #expect(try desk.form.value("name") == "李") }
    }

    /// What help says that Enter does.
    private func enter(_ desk: Desk) -> String? {
        desk.press(.function(1))
        defer { desk.press(.function(1)) }
        return HelpPage(model: desk.model).rows(columns: 200).first { $0.key == "Enter" }?.text
    }

    @Test("Over a post order help says that Enter signs")
    func order() throws {
        let desk = try Desk()
        desk.press(.function(9), .home, .enter)
        guard case .order? = desk.model.layers.last else { return #expect(Bool(false), "no order") }
        #expect(enter(desk) == HelpWords.signsOrder.english)
        desk.press(.enter)
        #expect(desk.kinds.last == "order.acknowledged")
    }

    @Test("On the row that records help says what is blank, if anything is")
    func stillBlank() throws {
        let desk = try Desk()
        desk.press(.control("n"))
        for _ in 0..<20 { desk.press(.tab) }
        desk.press(.function(1))
        let said = HelpPage(model: desk.model).rows(columns: 200).map(\.text)
        #expect(said.contains(HelpWords.finishMissing(FormWords.name).english) && !said.contains(HelpWords.finish.english))
        desk.press(.function(1))
        #expect(enter(desk) == HelpWords.goesToMissing.english)
        desk.press(.enter)
        #expect(try desk.form.focus == 0)
        desk.type("李白")
        desk.press(.enter)
        desk.type("3-1502")
        for _ in 0..<20 { desk.press(.tab) }
        #expect(enter(desk) == HelpWords.records.english)
    }

    @Test("Where the next Enter counts a line of the handover, or unlocks, help and the bar say so")
    func atOnce() throws {
        let desk = try Desk()
        try desk.elsewhere(blank(ThingKept.self) { ($0.sort, $0.what, $0.unit) = (.parcel, "box", "3-1502") })
        try desk.elsewhere(HandoverOffered())
        try desk.elsewhere(desk.signedOn(.relief), by: "G08")
        desk.press(.function(6))
        for row in desk.model.rows(of: .handover) where row.text.hasPrefix("□") && desk.model.form == nil {
            if desk.model.selection != row.id { try desk.choose(row.id) }
            desk.press(.enter)
        }
        #expect(try desk.form.kind.countsByHand)
        #expect(enter(desk) == HelpWords.records.english)
        #expect(Frame(model: desk.model).draw().text(row: 23).contains("Enter records"))
        desk.press(.escape, .escape, .function(10), .text("1"), .text("G"))
        #expect(try desk.form.kind.isUnlocking)
        #expect(enter(desk) == HelpWords.unlocksNow.english)
    }

    @Test("An earlier time counts once, and help says so")
    func earlierOnce() {
        for language in Language.allCases { #expect(!HelpWords.timeForm[language].contains("之後") && !HelpWords.timeForm[language].contains("之后")) }
        #expect(HelpWords.timeForm.english.contains("no other"))
    }

    @Test("Alerts and parked forms are explained while there are some")
    func notes() throws {
        let desk = try DrawingTests.busy()
        desk.press(.control("n"), .text("李白"), .control("p"), .function(1))
        #expect(desk.text.contains("needs your eye"))
        #expect(desk.text.contains("1 parked"))
        let quiet = try Desk()
        quiet.press(.function(1))
        #expect(!quiet.text.contains("needs your eye") && !quiet.text.contains("parked ("))
    }

    @Test("Every action stands in the help of the empty line, and each once")
    func actions() throws {
        let desk = try Desk()
        desk.press(.function(1))
        let keys = HelpPage(model: desk.model).rows(columns: 78).map(\.key)
        for action in Action.allCases where action != .finish { #expect(keys.count { $0 == action.keyName } == 1, "\(action)") }
        #expect(!keys.contains(Action.finish.keyName))
    }

    @Test("Long words are not cut, long Chinese is, and nothing is lost")
    func lines() {
        #expect(Width.lines(of: "one two three", fitting: 8) == ["one two ", "three"])
        #expect(Width.lines(of: "一二三四五", fitting: 4) == ["一二", "三四", "五"])
        #expect(Width.lines(of: "", fitting: 4) == [""])
        #expect(Width.lines(of: "abcdefgh", fitting: 3) == ["abc", "def", "gh"])
    }
}
