import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

struct PlateFindingTests {
    private func found(_ typed: String, in desk: Desk) -> Row? {
        desk.press(.escape)
        desk.type(typed)
        return desk.model.found.first
    }

    @Test(
        "Any run of characters, with or without the province, the province in Pinyin and in either script, ? for what was not seen",
        arguments: [
            "BH7J18", "粤BH7J18", "粵BH7J18", "yuebh7j18", "yuebh", "bh7j", "H7J", "7J18", "粤B?7J18", "h??18", "ｙｕｅｂｈ７", "bh7 j18", "粤B·H7J18",
        ])
    func runs(query: String) throws {
        let desk = try Desk()
        #expect(found(query, in: desk)?.id == .plate("粤BH7J18"))
    }

    @Test(
        "A province in Pinyin stands as its character in the form of an unknown vehicle, if only one can be meant",
        arguments: [("yueb12345", "粤B12345"), ("yub12345", "YUB12345"), ("b12345", "B12345")])
    func province(typed: String, plate: String) throws {
        let desk = try Desk()
        desk.type(typed)
        desk.press(.end, .enter)
        #expect(try desk.form.value("plate") == plate)
    }

    @Test("A look-alike finds and says so, after what fits exactly", arguments: [("A0PO", "0≈O"), ("苏A0P0NO", "0≈O"), ("苏AOPQND", "0≈O 0≈Q 0≈D")])
    func alike(query: String, pairs: String) throws {
        let desk = try Desk()
        #expect(found(query, in: desk)?.text.hasPrefix("苏A0P0N0 (\(pairs))") == true)
        #expect(found("A0P0", in: desk)?.text.hasPrefix("苏A0P0N0  ") == true)
    }

    @Test("A resident's vehicle found by look-alikes opens the form for unknown ones; only a choice lets it in")
    func permit() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type("苏AOP0N0")
        #expect(desk.text.contains("(0≈O)"))
        #expect(desk.model.found.first?.hint == HintWords.looksAlike)
        desk.press(.enter)
        guard case .vehicle("苏AOP0N0", _) = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(desk.kinds == before)
        desk.press(.escape)
        desk.press(.right, .text("1"))
        #expect(desk.registers.inside(plate: "苏A0P0N0") != nil)
        desk.type("苏AOP0N0")
        #expect(desk.model.found.first?.hint == HintWords.leaves)
        desk.press(.escape)
        desk.type("苏A0P0N0")
        desk.press(.enter)
        desk.type("苏A0P0N0")
        desk.press(.enter)
        #expect(desk.kinds.suffix(2) == ["vehicle.left", "vehicle.entered"])
    }

    @Test("Another car that looks alike neither leaves nor comes in by one Enter, nor by two in one read")
    func alikeInside() throws {
        let desk = try Desk()
        try desk.elsewhere(blank(VehicleRegistered.self) { ($0.plate, $0.vehicle, $0.unit, $0.purpose) = ("粤B5G3C7", "car", "3-1502", "visit") })
        let stay = try #require(desk.registers.stays.keys.first)
        try desk.elsewhere(VehicleEntered(ref: stay))
        let before = desk.kinds
        desk.type("粤B563C7")
        desk.read("\r\r")
        #expect(desk.kinds == before)
        #expect(desk.statusLine.contains("may be another one") || desk.statusLine.contains("does not know it"))
        desk.press(.escape)
        desk.type("b5g3c7")
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.left")
    }

    @Test("A car that comes again brings its last unit, purpose and driver with it")
    func again() throws {
        let desk = try Desk()
        desk.model.hear(.seen([.init(
            isVehicle: true, name: "張三", unit: "2-201", purpose: "visit", plate: "粤B12Q45", last: .init(milliseconds: desk.model.now.milliseconds - 86_400_000))]))
        desk.type("粤B12Q45")
        desk.press(.enter)
        let form = try desk.form
        #expect(["unit", "purpose", "driver"].map { form.value($0) } == ["2-201", "visit", "張三"])
    }

    @Test("With a character that was not seen, a resident's vehicle needs a choice")
    func unseen() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type("粤B?7J18")
        desk.press(.enter)
        #expect(desk.kinds == before)
        #expect(desk.model.selection == .plate("粤BH7J18"))
        desk.press(.enter)
        #expect(desk.kinds.last == "vehicle.entered")
    }

    @Test("A plate that looks like one on the deny list finds the entry first", arguments: ["9O53", "豫K09053", "豫KD9O53", "yukd9q53"])
    func denied(query: String) throws {
        let desk = try Desk()
        let before = desk.kinds
        #expect(found(query, in: desk)?.id == .person("deny:d-003"))
        #expect(desk.model.found.first?.text.contains("≈") == true)
        desk.press(.enter)
        guard case .refuse(nil, _, let plate, "denied", "d-003") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(plate == (query.hasPrefix("豫") ? query : "豫KD9053"), "a plate that was typed whole is the one that was seen")
        #expect(desk.kinds == before)
    }

    @Test("An unknown vehicle whose plate looks like one on the deny list is stopped")
    func stopped() throws {
        let desk = try Desk()
        desk.type("豫KD9O53")
        desk.press(.end, .enter)
        desk.type("1")
        desk.type("3-1502")
        desk.press(.enter)
        desk.type("1")
        desk.press(.enter)
        guard case .refuse(.some, _, _, "denied", "d-003") = try desk.form.kind else { return #expect(Bool(false), "another form") }
        #expect(!desk.kinds.contains("vehicle.entered"))
    }

    @Test("A resident's plate that looks like one on the deny list: both stand there, and Enter only moves into the list")
    func neighbour() throws {
        let desk = try Desk()
        var estate = desk.model.estate
        estate.vehicles.append(ResidentVehicle(plate: "豫KD9O53", unit: "3-1502", kind: "car", colour: "白", owner: "王小明"))
        desk.model = Model(estate: estate, post: desk.model.post, language: .english, now: desk.model.now, isPractice: true)
        desk.hear()
        let before = desk.kinds
        #expect(found("豫KD9O53", in: desk)?.id == .plate("豫KD9O53"))
        #expect(desk.model.found.dropFirst().first?.text.contains("豫KD9053 (0≈O)") == true)
        #expect(!desk.model.isClear)
        #expect(found("9O53", in: desk)?.id == .person("deny:d-003"))
        #expect(desk.kinds == before)
        #expect(estate.denied(plate: "豫KD9O53") == nil)
        #expect(estate.denied(plate: "豫K09053")?.id == "d-003")
    }

    @Test("Letters find names before they find plates, and a new visitor's name never finds a look-alike")
    func letters() throws {
        let desk = try Desk()
        desk.admit("毛千里")
        #expect(desk.registers.visits.keys.contains { found("mql", in: desk)?.id == .visit($0) })
        #expect(found("wang", in: desk)?.text.contains("王") == true)
        _ = found("bob", in: desk)
        #expect(!desk.model.found.contains { $0.text.contains("≈") })
    }

    @Test("A name on the deny list, written in the other script, must be compared")
    func otherScript() throws {
        let desk = try Desk()
        desk.type("吴小芳")
        #expect(desk.model.found.first?.id == .person("deny:d-002"))
        desk.press(.enter)
        desk.press(.escape)
        desk.press(.escape)
        let visit = VisitorVerified.shown("吴小芳")
        try desk.elsewhere(visit)
        #expect((try desk.lastFact as? VisitorVerified)?.possible == ["d-002"])
    }

    @Test("A vehicle that was registered before is found by its plate and registered again with it")
    func returning() throws {
        let desk = try Desk()
        desk.model.hear(.seen([.init(isVehicle: true, name: "", unit: "3-1502", purpose: "visit", plate: "粤ZXY789", last: .init(milliseconds: 0))]))
        #expect(found("xy789", in: desk)?.text.hasPrefix("粤ZXY789") == true)
        desk.press(.enter)
        #expect(try desk.form.value("plate") == "粤ZXY789")
    }

    @Test("What Enter does stands in every row", arguments: ["w", "1", "苏A", "0", "wxm", "3-15", "KD9", "金"])
    func hints(query: String) throws {
        let desk = try Desk()
        _ = found(query, in: desk)
        #expect(desk.model.found.allSatisfy { !$0.hint.english.isEmpty })
    }
}

extension VisitorVerified {
    /// Somebody who showed a fitting identity card.
    static func shown(_ name: String) -> VisitorVerified {
        var verified = VisitorVerified()
        (verified.name, verified.document, verified.tail, verified.matches) = (name, "id-card", "4321", true)
        return verified
    }
}
