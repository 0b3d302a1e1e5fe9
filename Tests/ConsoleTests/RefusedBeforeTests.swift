import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

@Suite("Who was refused before being registered, when they come again (P3)")
struct RefusedBeforeTests {
    private func refuse(_ desk: Desk, name: String? = nil, plate: String? = nil, reason: String = "suspicious") throws {
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.name, $0.plate, $0.reason) = (name, plate, reason) })
    }

    private func register(_ name: String, _ unit: String = "3-1502", on desk: Desk) throws -> Int {
        let visit = try desk.elsewhere(VisitorVerified.shown(name))
        try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.count) = (visit, unit, "visit", 1) })
        return visit
    }

    private func letInAndOut(_ visit: Int, on desk: Desk) throws {
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        try desk.elsewhere(VisitorLeft(ref: visit))
    }

    /// Goes on with the earlier pages as a console that is started anew reads them.
    private func nextDay(_ desk: Desk) throws {
        try desk.clock("2026-11-24T09:00:00+08:00")
        _ = try desk.elsewhere(VisitorVerified.shown("王五"))
        desk.model.hear(.seen(Seen.all(in: desk.office.book, until: desk.office.now)))
    }

    @Test("They have a row that says when and why; Enter is for whoever has read it, and opens the form with that above it", arguments: [false, true])
    func byName(isNextDay: Bool) throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        if isNextDay { try nextDay(desk) }
        desk.type("赵六")
        let row = try #require(desk.model.found.first)
        #expect(row.text.hasPrefix("⛔ 趙六") && row.text.contains("09:50") && row.text.contains("Suspicious") && !row.text.contains("→"), "\(row.text)")
        #expect(!desk.model.isClear && row.hint == HintWords.refusedBefore)
        desk.press(.enter)
        #expect(desk.model.layers.isEmpty && desk.model.selection == row.id)
        desk.press(.enter)
        #expect(try desk.form.value("name") == "趙六" && desk.form.told?.contains("Suspicious") == true)
    }

    @Test("So has a car of which only the plate is known, and one that was registered and then refused", arguments: [false, true])
    func byPlate(isRegistered: Bool) throws {
        let desk = try Desk()
        if isRegistered {
            let car = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.vehicle, $0.unit, $0.purpose) = ("粤Z99999", "car", "3-1502", "visit") })
            try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (car, "suspicious") })
        } else {
            try refuse(desk, plate: "粤Z99999")
        }
        desk.type("z999")
        let row = try #require(desk.model.found.first)
        #expect(row.text.hasPrefix("⛔ 粤Z99999") && row.text.contains("Suspicious") && !desk.model.isClear, "\(row.text)")
        #expect(desk.model.found.count { $0.text.hasPrefix("⛔") } == 1)
    }

    @Test("An announced visit says it, also of an earlier page, to another unit and with a title")
    func announced() throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        try nextDay(desk)
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("赵六先生", "1-201") })
        desk.type("趙六")
        #expect(desk.model.found.filter { $0.text.hasPrefix("⛔") }.map(\.id) == [.visit(announced)])
        desk.press(.escape, .function(2))
        let row = try #require(desk.model.rows(of: .visitors).first { $0.id == .visit(announced) })
        #expect(row.text.hasPrefix("⛔") && row.text.contains("Suspicious"), "\(row.text)")
        try desk.choose(.visit(announced))
        desk.press(.enter)
        #expect(try desk.form.told?.contains("Suspicious") == true)
    }

    @Test("Who was known before has one row, not two")
    func known() throws {
        let desk = try Desk()
        try letInAndOut(try register("趙六", on: desk), on: desk)
        try refuse(desk, name: "趙六")
        desk.type("趙六")
        #expect(desk.model.found.filter { $0.text.hasPrefix("⛔") }.map(\.id) == [.person("seen:趙六/3-1502")])
    }

    @Test("Registered and let in after that they are guests like others", arguments: [false, true])
    func forgiven(isNextDay: Bool) throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六", reason: "no-identification")
        if isNextDay { try nextDay(desk) }
        try letInAndOut(try register("趙六先生", on: desk), on: desk)
        desk.type("趙六")
        #expect(!desk.model.found.contains { $0.text.hasPrefix("⛔") } && desk.model.isClear)
    }

    @Test("A form in which the name is typed says it before anything is written, and records it when that is wanted", arguments: ["visitor", "expected", "driver"])
    func typed(form: String) throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        let before = desk.kinds
        switch form {
        case "visitor":
            var prefill = VisitorPrefill()
            (prefill.unit, prefill.purpose) = ("3-1502", "visit")
            desk.model.open(.visitor(ref: nil, prefill: prefill))
            try desk.go(to: "name")
            desk.type("赵六")
            try desk.go(to: "document")
            desk.type("1")
            try desk.go(to: "tail")
            desk.type("4321")
            try desk.go(to: "matches")
            desk.type("1")
            try desk.go(to: "confirmed")
            desk.type("1")
        case "expected":
            desk.press(.control("n"))
            try desk.go(to: "name")
            desk.type("趙六先生")
            try desk.go(to: "unit")
            desk.type("3-1502")
        default:
            desk.model.open(.vehicle("粤Z99999"))
            for (field, text) in [("vehicle", "1"), ("driver", "趙六"), ("unit", "3-1502"), ("purpose", "1")] {
                try desk.go(to: field)
                desk.type(text)
            }
        }
        desk.press(.control("d"))
        #expect(desk.kinds == before)
        #expect(try desk.form.told?.contains("Suspicious") == true && desk.form.complaint == FormWords.readFirst.english)
        desk.press(.control("d"))
        #expect(desk.kinds.count > before.count)
    }

    @Test("Registered again anywhere, they are bothered at no unit and in no car")
    func elsewhere() throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        try letInAndOut(try register("趙六", on: desk), on: desk)
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = ("趙六", "1-201") })
        desk.type("趙六")
        #expect(desk.model.found.first?.id == .visit(announced) && !desk.model.found.contains { $0.text.hasPrefix("⛔") })
        desk.press(.escape)
        desk.model.open(.vehicle("粤Z99999"))
        for (field, text) in [("vehicle", "1"), ("driver", "趙六"), ("unit", "3-1502"), ("purpose", "1")] {
            try desk.go(to: field)
            desk.type(text)
        }
        desk.press(.control("d"))
        #expect(desk.kinds.last == "vehicle.entered")
    }

    @Test("It is said of everybody in the form: of companions, of the second driver, and of whoever the name was changed to")
    func everybody() throws {
        let desk = try Desk()
        for name in ["趙六", "錢七"] { try refuse(desk, name: name) }
        var form = desk.model.factory.form(.visitor(ref: nil, prefill: VisitorPrefill()))
        func filled(_ id: String, _ value: String) { for index in form.fields.indices where form.fields[index].id == id { form.fields[index].value = value } }
        filled("name", "孫八")
        #expect(desk.model.refusedBefore(form) == nil)
        filled("companions", "李九、錢七")
        #expect(desk.model.unread(form)?.contains("錢七") == true)
        filled("companions", "")
        filled("name", "趙六")
        form.tell(desk.model.refusedBefore(form))
        #expect(desk.model.unread(form) == nil)
        filled("name", "錢七")
        #expect(desk.model.unread(form)?.contains("錢七") == true)
        filled("companions", "趙六")
        #expect(["趙六", "錢七"].allSatisfy { desk.model.unread(form)?.contains($0) == true })
        form = desk.model.factory.form(.vehicle("粤Z99999"))
        filled("driver", "錢七、孫八、趙六")
        #expect(["趙六", "錢七"].allSatisfy { desk.model.unread(form)?.contains($0) == true })
    }

    @Test("It is said of whoever is named beside others, in whatever field", arguments: ["李娜/王強", "李娜和王強", "李娜、王強", "李娜 和 王強"])
    func beside(names: String) throws {
        let desk = try Desk()
        try refuse(desk, name: "王強")
        for field in ["name", "companions"] {
            desk.type("陳大文")
            desk.press(.enter)
            try desk.go(to: field)
            desk.press(.end)
            if field == "name" { for _ in 1...3 { desk.press(.backspace) } }
            desk.type(names)
            try desk.go(to: "unit")
            #expect(desk.model.refusedBefore(try desk.form)?.contains("王強") == true, "\(field)")
            desk.press(.escape, .enter, .escape)
        }
    }

    @Test("It is said of a companion with the remark that was recorded with the name")
    func companionWithRemark() throws {
        let desk = try Desk()
        try refuse(desk, name: "王強（維修）")
        desk.type("陳大文")
        desk.press(.enter)
        try desk.go(to: "companions")
        desk.type("王強（維修）")
        #expect(desk.model.refusedBefore(try desk.form) != nil)
    }

    @Test("What was said of a name goes when another one stands there, and follows the language")
    func changedName() throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        desk.type("趙六")
        desk.press(.enter, .enter)
        #expect(try desk.form.told?.contains("Suspicious") == true)
        desk.press(.control("k"))
        #expect(try desk.form.told?.contains("Suspicious") == false && desk.form.told?.contains("趙六") == true)
        try desk.go(to: "name")
        desk.press(.end, .backspace, .backspace)
        desk.type("錢七")
        #expect(try desk.form.told == nil)
    }

    @Test("A driver whose name is written in parts is told of, waiting or anew; without a plate nobody is for another's", arguments: [("歐陽靜宜", "歐陽 靜宜"), ("Smith, John", "Smith, John")])
    func partedDriver(name: String, driver: String) throws {
        let desk = try Desk()
        let waiting = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.driver, $0.unit) = ("ZZ-9999", driver, "3-1502") })
        let without = try desk.elsewhere(blank(VehicleRegistered.self) { ($0.driver, $0.unit) = ("錢七", "3-1502") })
        try refuse(desk, name: name)
        try refuse(desk, plate: "-")
        desk.type("9999")
        #expect(desk.model.found.first?.id == .stay(waiting) && desk.model.found.first?.text.hasPrefix("⛔") == true && !desk.model.isClear)
        #expect(desk.model.rows(of: .vehicles).first { $0.id == .stay(without) }?.text.hasPrefix("⛔") == false)
        var form = desk.model.factory.form(.vehicle("粤Z99999"))
        for index in form.fields.indices where form.fields[index].id == "driver" { form.fields[index].value = driver }
        #expect(desk.model.unread(form) != nil)
        form = desk.model.factory.form(.vehicle(""))
        #expect(desk.model.unread(form) == nil)
    }

    @Test("Whoever comes into a form in which somebody was told of is told of before anything is recorded, too", arguments: [false, true])
    func oneMore(isVehicle: Bool) throws {
        let desk = try Desk()
        for name in ["趙六", "錢七"] { try refuse(desk, name: name) }
        try refuse(desk, plate: "粤Z99999")
        desk.type(isVehicle ? "Z99999" : "趙六")
        desk.press(.enter, .enter)
        let fields =
            isVehicle
            ? [("vehicle", "1"), ("driver", "錢七"), ("unit", "3-1502"), ("purpose", "1")]
            : [("document", "1"), ("tail", "4321"), ("matches", "1"), ("unit", "3-1502"), ("confirmed", "1"), ("purpose", "1"), ("companions", "錢七")]
        for (field, text) in fields {
            try desk.go(to: field)
            desk.type(text)
        }
        let before = desk.kinds
        desk.press(.control("d"))
        #expect(try desk.kinds == before && desk.form.complaint == FormWords.readFirst.english && desk.form.told?.contains("錢七") == true)
        desk.press(.control("d"))
        #expect(desk.kinds.count > before.count)
    }

    @Test("It is said of a name that somebody announced turns out to have, too")
    func otherName() throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit, $0.purpose) = ("孫八", "3-1502", "visit") })
        desk.type("孫八")
        desk.press(.enter)
        try desk.go(to: "name")
        desk.press(.end, .backspace, .backspace)
        desk.type("趙六")
        for (field, text) in [("document", "1"), ("tail", "4321"), ("matches", "1"), ("confirmed", "1")] {
            try desk.go(to: field)
            desk.type(text)
        }
        let before = desk.kinds
        desk.press(.control("d"))
        #expect(try desk.kinds == before && desk.form.told?.contains("趙六") == true)
        desk.press(.control("d"))
        #expect(desk.registers.visits[announced]?.step == .inside)
    }

    @Test("Registered as somebody's companion, they are not told of any more, unless that was taken back", arguments: [false, true], [false, true])
    func companion(isNextDay: Bool, isTakenBack: Bool) throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        let visit = try desk.elsewhere(VisitorVerified.shown("孫八"))
        let n = try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.companions) = (visit, "3-1502", "visit", ["赵六先生"]) })
        if isTakenBack { try desk.record(Withdrawal(ref: n), by: "G07") }
        desk.hear()
        if isNextDay { try nextDay(desk) }
        desk.type("趙六")
        #expect(desk.model.found.contains { $0.text.hasPrefix("⛔") } == isTakenBack)
        var form = desk.model.factory.form(.visitor(ref: nil, prefill: VisitorPrefill()))
        form.fields[0].value = "趙六"
        #expect((desk.model.unread(form) != nil) == isTakenBack)
    }

    @Test("Not by a visit that was refused itself; and who came in before one that was taken back is not told of")
    func companionsOfRefused() throws {
        let desk = try Desk()
        try refuse(desk, name: "趙六")
        func register(_ name: String) throws -> (visit: Int, line: Int) {
            let visit = try desk.elsewhere(VisitorVerified.shown(name))
            return (visit, try desk.elsewhere(blank(VisitorRegistered.self) { ($0.ref, $0.unit, $0.purpose, $0.companions) = (visit, "3-1502", "visit", ["趙六"]) }))
        }
        let first = try register("孫八").visit
        try desk.elsewhere(blank(VisitorRefused.self) { ($0.ref, $0.reason) = (first, "suspicious") })
        desk.type("趙六")
        #expect(desk.model.found.contains { $0.text.hasPrefix("⛔ 趙六") })
        desk.press(.escape)
        _ = try register("李九")
        try desk.record(Withdrawal(ref: try register("周十").line), by: "G07")
        desk.hear()
        for isNextDay in [false, true] {
            if isNextDay { try nextDay(desk) }
            desk.type("趙六")
            #expect(!desk.model.found.contains { $0.text.hasPrefix("⛔ 趙六") })
            desk.press(.escape)
        }
    }

    @Test("A resident's car that was refused says so and comes in by no habit; once in, it is as before, also the next day", arguments: [false, true])
    func resident(isNextDay: Bool) throws {
        let desk = try Desk()
        try refuse(desk, plate: "BKX-7281")
        if isNextDay { try nextDay(desk) }
        desk.type("7281")
        #expect(desk.model.found.filter { $0.text.hasPrefix("⛔") }.map(\.id) == [.plate("BKX7281")])
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") == nil && desk.model.message == ScreenWords.readRow.english)
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "BKX-7281") != nil)
        try desk.elsewhere(VehicleLeft(plate: "BKX-7281"))
        if isNextDay {
            try desk.clock("2026-11-25T09:00:00+08:00")
            _ = try desk.elsewhere(VisitorVerified.shown("錢七"))
        }
        desk.type("7281")
        #expect(!desk.model.found.contains { $0.text.hasPrefix("⛔") } && desk.model.isClear)
        desk.model.hear(.seen(Seen.all(in: desk.office.book, until: desk.office.now, before: desk.office.state.entries.first?.stamp.n)))
        desk.press(.escape)
        desk.type("7281")
        #expect(!desk.model.found.contains { $0.text.hasPrefix("⛔") })
    }

    @Test("Where only the plate was refused, the row of whoever is announced with it names the plate")
    func plateAlone() throws {
        let desk = try Desk()
        try refuse(desk, plate: "粤B55555")
        let announced = try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit, $0.plate) = ("李雲龍", "3-1502", "粤B55555") })
        desk.type("李雲龍")
        let row = try #require(desk.model.found.first { $0.id == .visit(announced) })
        #expect(row.text.contains("李雲龍 粤B55555 refused"), "\(row.text)")
    }

    @Test("Nothing is said again of a reason that is none of theirs, nor of a refusal that was taken back")
    func notSaid() throws {
        let desk = try Desk()
        try refuse(desk, name: "錢七", reason: "no-host")
        desk.type("錢七")
        #expect(desk.model.found.first?.id == .newVisitor)
        desk.press(.escape)
        desk.model.open(.refuse(ref: nil, name: "趙六", plate: "", reason: "suspicious", denied: nil))
        desk.press(.control("d"))
        #expect(desk.kinds.last == "visitor.refused")
        desk.type("趙六")
        #expect(desk.model.found.first?.text.hasPrefix("⛔") == true)
        desk.press(.escape, .control("u"), .escape)
        desk.type("趙六")
        #expect(desk.model.found.first?.id == .newVisitor)
    }
}
