import Gatekeeping
import Notation
import Terminal
import Testing
import Wording

@testable import Bookkeeping
@testable import Console

struct NameFindingTests {
    /// Whether what is typed finds the name of somebody inside.
    private func finds(_ typed: String, _ name: String, in desk: Desk) throws -> Bool {
        desk.press(.escape)
        desk.type(typed)
        let visit = try #require(desk.registers.visits.first { $0.value.name == name })
        return desk.model.found.contains { $0.id == .visit(visit.key) }
    }

    @Test(
        "Pinyin whole or in part, initials, any character, either script, Zhuyin, full-width letters",
        arguments: [
            ("蘇東坡", [
                "sudongpo", "sdp", "sudp", "sdongpo", "sdpo", "dp", "dongpo", "s", "SDP", "ｓｄｐ", "東", "坡", "东坡", "苏东坡", "苏dp",
                "ㄙㄉㄆ", "ㄙㄨㄉㄨㄥ", "ㄉㄨㄥㄆㄛˊ", "ㄉㄆ",
            ]),
            ("汪晓芳", ["wangxf", "wxiaofang", "wxf", "曉芳", "汪曉", "xiaof"]),
            ("單雄信", ["sxx", "shanxx", "danxx", "dxx", "ㄕㄒㄒ"]), ("區大為", ["oudw", "odw", "qudw"]), ("查良鏞", ["zhaly", "chaly", "zly"]),
            ("钱锺书", ["錢鍾書", "钱钟书", "qzs", "鍾"]), ("鍾離權", ["钟离", "锺离", "鐘離"]), ("尉遲恭", ["yuchigong", "weichig", "ycg", "gong"]), ("呂布", ["lvbu", "lubu", "lb"]), ("歐陽修", ["oyx", "ouyang", "xiu"]),
            ("Nguyễn Văn Đức", ["nguyen", "van", "duc", "nvd", "nguyenvanduc", "Nguyễn"]), ("Bartholomew Smith", ["bar", "smi", "bsmith", "bs"]),
        ])
    func found(name: String, queries: [String]) throws {
        let desk = try Desk()
        desk.admit(name)
        for query in queries { #expect(try finds(query, name, in: desk), "\(query)") }
    }

    @Test("What is no reading of the name does not find it", arguments: ["sdo坡p", "ongpo", "sp", "po", "gdp", "sudongpoo", "ㄨㄒㄇ", "sdpx"])
    func notFound(query: String) throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        #expect(try !finds(query, "蘇東坡", in: desk))
    }

    @Test(
        "A resident is found by initials, and a whole name in the other script is the whole name",
        arguments: ["wxm", "wangxm", "wxiaoming", "ㄨㄒㄇ", "王小明"])
    func resident(query: String) throws {
        let desk = try Desk()
        desk.type(query)
        #expect(desk.model.found.contains { $0.id == .person("resident:王小明/3-1502") })
    }

    @Test("Inside comes before expected, expected before the resident, the resident before who came before; the later one first")
    func order() throws {
        let desk = try Desk()
        desk.model.hear(.seen([("吳杏梅", Int64(2)), ("武秀敏", Int64(3))].map { name, days in
            .init(name: name, unit: "3-1501", purpose: "visit", last: .init(milliseconds: desk.model.now.milliseconds - days * 86_400_000))
        }))
        desk.admit("汪雪梅")
        var expected = VisitorExpected()
        (expected.name, expected.unit) = ("王曉曼", "3-1502")
        try desk.elsewhere(expected)
        desk.type("wxm")
        let names = desk.model.found.map(\.text)
        let order = ["汪雪梅", "王曉曼", "王小明", "吳杏梅", "武秀敏"].map { name in names.firstIndex { $0.contains(name) } ?? -1 }
        #expect(order == order.sorted() && order[0] == 0, "\(names)")
        #expect(desk.model.isClear)
    }

    @Test("Somebody registered today is found again, once, and not after it was taken back")
    func today() throws {
        let desk = try Desk()
        desk.admit("蘇東坡")
        desk.press(.down, .enter)
        #expect(desk.kinds.last == "visitor.left")
        desk.type("sdp")
        #expect(desk.model.found.filter { $0.id == .person("seen:蘇東坡/3-1502") }.count == 1)
        desk.press(.escape)
        desk.model.hear(.seen([.init(name: "蘇東坡", unit: "3-1502", purpose: "visit", last: .init(milliseconds: 0))]))
        desk.type("sdp")
        #expect(desk.model.found.filter { $0.id == .person("seen:蘇東坡/3-1502") }.count == 1)
        let before = try #require(desk.model.found.first).trailing
        desk.press(.escape)
        var registered = VisitorRegistered()
        (registered.unit, registered.purpose) = ("3-1502", "visit")
        registered.ref = try desk.elsewhere(VisitorVerified.shown("李太白"))
        let n = try desk.elsewhere(registered)
        desk.model.keepIndex()
        #expect(desk.model.finding.index?.today.keys.people.map(\.name) == ["蘇東坡", "李太白"])
        try desk.record(Withdrawal(ref: n), by: "G07")
        desk.hear()
        desk.model.keepIndex()
        #expect(desk.model.finding.index?.today.keys.people.map(\.name) == ["蘇東坡"])
        desk.type("sdp")
        #expect(desk.model.found.first?.trailing == before)
    }

    @Test("G14, P4: a resident is found by any part of the name, pinyin, unit and phone, a household by its vehicle; F9 lists them all", arguments: ["王小明", "小明", "wangxm", "wxm", "3-1502", "6856", "BKX-7281", "7281"])
    func residents(query: String) throws {
        let desk = try Desk(columns: 120, rows: 36)
        desk.type(query)
        #expect(desk.model.found.contains { $0.text.contains("3-1502") && $0.text.contains("王小明") })
        desk.press(.function(9))
        let row = try #require(desk.model.rows(of: .directory).first { $0.id == .person("unit:3-1502") })
        #expect(row.text.contains("王小明") && row.text.contains("BKX-7281"))
    }

    @Test("A phone's tail finds, a unit as people say it, a badge", arguments: ["6-856", "6856", "3-1502", "3棟1502", "３棟１５０２", "三棟1502", "三栋一五〇二", "31502", "臨波樓1502", "临波楼1502", "3棟臨波樓1502", "翠湖花園3棟1502", "3棟15樓2號", "三棟十五樓二室", "三栋十五层2", "三棟十五樓之二", "3-1502王先生", "RB-10237"])
    func numbers(query: String) throws {
        let desk = try Desk()
        desk.type(query)
        #expect(desk.model.found.contains { $0.id == .person("resident:王小明/3-1502") })
    }

    @Test("A building's name is no other building's number, and its number alone finds it")
    func buildings() throws {
        let desk = try Desk()
        for text in ["臨湖樓1502", "王1502"] {
            desk.type(text)
            #expect(!desk.model.found.contains { if case .plate = $0.id { $0.id != .plate("stray") } else { false } })
            desk.press(.escape)
        }
        desk.type("3棟")
        let found = desk.model.found.filter { ![.newVisitor, .newVehicle].contains($0.id) }
        #expect(!found.isEmpty && found.allSatisfy { $0.text.contains("3-") })
        #expect(UnitNames(desk.model.estate).known("臨波樓1502") == "3-1502" && UnitNames(desk.model.estate).known("臨湖樓1502") == nil)
    }

    @Test("A flat's number that is also a unit's of another building lets no car in by one Enter")
    func flat() throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type("1502")
        desk.press(.enter)
        #expect(desk.kinds == before)
        let units = UnitNames(desk.model.estate)
        #expect(units.known("1502") == nil && units.known("1-502") == "1-502" && units.known("望湖樓502") == "1-502" && units.known("31502") == "3-1502")
        #expect(units.known("3-1502王先生") == "3-1502" && units.known("臨湖樓1502") == nil)
        for text in ["1-502", "1棟502", "望湖樓502", "望湖樓50"] {
            desk.press(.escape, .escape)
            desk.type(text)
            #expect(desk.model.found.first?.text.contains("1-502") == true, "\(text) says the building")
            desk.press(.enter)
            #expect(desk.kinds == before && desk.model.selected?.text.contains("1-502") == true, "The next Enter means the row of \(text)")
        }
    }

    @Test("A flat's number finds it in every building, and books nobody in or out by one Enter", arguments: ["1502", "15樓2號", "十五樓02"])
    func flatAlone(text: String) throws {
        let desk = try Desk()
        desk.admit("順豐", unit: "5-1502")
        desk.type(text)
        let units = desk.model.found.map(\.text)
        for building in 1...5 { #expect(units.contains { $0.contains("\(building)-1502") }, "\(building)") }
        let before = desk.kinds
        #expect(!desk.model.isClear)
        desk.press(.enter)
        #expect(desk.kinds == before)
    }

    @Test("What is a unit or a flat books nobody in or out by one Enter, though a phone or a plate ends so", arguments: ["806", "1502", "１５０２", "31502", "15023"])
    func unitBeforeTail(text: String) throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(VisitorVerified.shown("李娜"))
        try desk.elsewhere(blank(VisitorRegistered.self) {
            ($0.ref, $0.unit, $0.purpose, $0.phone, $0.plate, $0.confirmed) = (visit, "6-201", "visit", "13900031502", "粤B15023", .phone)
        })
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        let before = desk.kinds
        desk.type(text)
        #expect(desk.model.isClear == (text == "15023"))
        desk.press(.enter)
        #expect(desk.kinds == (text == "15023" ? before + ["visitor.left"] : before))
    }

    @Test("A unit in parts finds no flat of another building", arguments: ["1-502", "1棟502", "望湖樓502", "1-502室"])
    func partedUnit(text: String) throws {
        let desk = try Desk()
        desk.admit("順豐", unit: "3-1502")
        desk.type(text)
        #expect(desk.model.found.first?.text.contains("1-502") == true)
        #expect(!desk.model.found.contains { $0.text.contains("-1502") })
    }

    @Test("Who is inside in a flat comes before a badge that ends in its number")
    func flatBeforeBadge() throws {
        let desk = try Desk()
        desk.admit("順豐", unit: "1-502")
        desk.type("502")
        #expect(desk.model.found.first?.text.contains("順豐") == true)
    }

    @Test("A flat that only one building has does not say either who comes or goes")
    func onlyFlat() throws {
        let desk = try Desk()
        desk.admit("順豐", unit: "7-803")
        desk.type("803")
        #expect(desk.model.found.first?.text.contains("順豐") == true)
        desk.press(.enter)
        #expect(!desk.kinds.contains("visitor.left"))
    }

    @Test("Parted where the unit is not, the number is another building's and lets no car in by one Enter", arguments: [
        "12-01", "12樓01", "15-02", "31-502", "十五樓02", "12樓", "12號樓", "十五樓", "15棟", "15樓2號",
    ])
    func partedOtherwise(text: String) throws {
        let desk = try Desk()
        let before = desk.kinds
        desk.type(text)
        #expect(!desk.model.isClear)
        desk.press(.enter)
        #expect(desk.kinds == before && desk.model.layers.isEmpty)
        #expect(UnitNames(desk.model.estate).known(text) == nil)
        #expect(UnitNames(desk.model.estate).known("3棟15樓02") == "3-1502" && UnitNames(desk.model.estate).known("3 1502") == "3-1502")
    }

    @Test("An owner's name or unit lets no car in by one Enter, its plate does", arguments: [
        ("yhr", false), ("顏浩然", false), ("yanhr", false), ("1-201", false), ("1棟201", false), ("1201", false), ("EWB-0458", true), ("0458", true),
    ])
    func owner(text: String, isLetIn: Bool) throws {
        let desk = try Desk()
        desk.type(text)
        #expect(desk.model.found.first?.id == .plate("EWB0458"))
        #expect(desk.model.isClear == isLetIn)
        desk.press(.enter)
        #expect(desk.kinds.contains("vehicle.entered") == isLetIn)
        guard !isLetIn else { return }
        desk.look()
        desk.press(.enter)
        #expect(desk.kinds.contains("vehicle.entered"), "The second Enter means the row")
    }

    @Test("Nor does one Enter let somebody of the other unit leave")
    func partedOtherwiseInside() throws {
        let desk = try Desk()
        desk.type("0458")
        desk.press(.enter)
        #expect(desk.registers.inside(plate: "EWB-0458") != nil)
        desk.admit("順豐", unit: "3-301")
        for text in ["12-01", "33-01"] {
            desk.type(text)
            #expect(!desk.model.isClear && desk.model.found.first != nil, "\(text)")
            desk.press(.enter, .escape, .escape)
        }
        #expect(!desk.kinds.contains("visitor.left") && !desk.kinds.contains("vehicle.left"))
    }

    @Test("Digits in parts say a unit: they let in no car whose plate has them")
    func unitIsNoPlate() throws {
        let desk = try Desk()
        for text in ["4-58", "72-81"] {
            desk.type(text)
            #expect(!desk.model.isClear, "\(text) \(desk.model.found.first?.text ?? "")")
            desk.press(.enter, .escape, .escape)
        }
        #expect(desk.registers.stays.isEmpty)
    }

    @Test("Whoever is called politely is found without that, in Latin letters, too", arguments: [
        ("蘇東坡先生", "蘇東坡"), ("苏东坡師傅", "蘇東坡"), ("Mr. Smith", "John Smith"), ("smith sir", "John Smith"), ("林小姐", "林小姐"),
    ])
    func titles(text: String, name: String) throws {
        let desk = try Desk()
        for name in ["蘇東坡", "John Smith", "林小姐"] { try desk.elsewhere(blank(VisitorExpected.self) { ($0.name, $0.unit) = (name, "3-1502") }) }
        desk.type(text)
        #expect(desk.model.found.first?.text.contains(name) == true)
    }

    @Test("The form of a visitor for a unit that was parted otherwise asks which it is, and books none")
    func partedInForm() throws {
        let desk = try Desk()
        desk.admit("林小乙", unit: "12-01")
        #expect(!desk.kinds.contains("visitor.registered"))
        #expect(try desk.form.fields[desk.form.focus].id == "unit")
    }

    @Test("A given name behind a dot is found by its Pinyin")
    func dotted() throws {
        let desk = try Desk()
        try desk.elsewhere(blank(VisitorExpected.self) { $0.name = "買買提·艾力"; $0.unit = "3-1502" })
        desk.type("aili")
        #expect(desk.model.found.first?.text.contains("艾力") == true)
    }

    @Test("Who is found by a companion's name: the row says so, and that all of them leave")
    func companions() throws {
        let desk = try Desk()
        let visit = try desk.elsewhere(VisitorVerified.shown("諸葛孔明"))
        try desk.elsewhere(blank(VisitorRegistered.self) { $0.ref = visit; $0.companions = ["黃月英"]; $0.unit = "3-1502"; $0.purpose = "visit" })
        try desk.elsewhere(VisitorAdmitted(ref: visit))
        desk.type("hyy")
        let row = try #require(desk.model.found.first)
        #expect(row.id == .visit(visit) && row.text.contains("黃月英") && row.hint == HintWords.allLeave)
    }

    @Test("Numerals count buildings and flats, and stay in names and plates", arguments: [
        ("三棟1502", "3棟1502"), ("十二號樓一五〇二", "12號樓1502"), ("二十座", "20座"), ("王三", "王三"), ("三", "三"), ("一帆", "一帆"),
    ])
    func numerals(text: String, digits: String) {
        #expect(UnitNumerals.asDigits(Array(text.utf16)) == Array(digits.utf16))
    }
}
