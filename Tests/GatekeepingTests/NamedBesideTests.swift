import Testing

@testable import Gatekeeping

@Suite("Names side by side in one field, while somebody of them is suspicious (P3)")
struct NamedBesideTests {
    @Test("Nobody gets in beside others by their document", arguments: [
        ("王強", [
            "李娜/王強", "李/王強", "A/王強", "李娜和王強", "李娜 和 王強", "李娜 和王強", "李娜和王 強", "李娜、和王強", "李娜和和王強", "李娜和李和王強", "李娜和王強2人", "李娜和王強(2人)",
            "李娜同王強", "李娜帶王強", "李娜及其王強", "李娜+1+王強", "李娜/王強/女",
            "Amy和王強", "Li Na和王強", "李娜和Wang Qiang",
        ]),
        ("John Smith", ["Li Na and John Smith", "Li, Na/John Smith", "Smith, Amy & John Smith", "李娜和John Smith"]),
    ])
    func besideOthers(suspect: String, names: [String]) throws {
        for name in names {
            var scene = try Scene.with(suspect: called(suspect, "5555"))
            let visit = try scene.atTheGate(called(name, "1234"))
            #expect(throws: (any Error).self, "\(name)") { try scene.when(VisitorAdmitted(ref: visit)) }
        }
    }

    @Test("Nor in another script, nor with a title or a company, where he has shown no document", arguments: [
        "Wang Qiang先生", "Wang Qiang 先生", "司機Wang Qiang", "順豐 Wang Qiang", "順豐王強", "順豐速運王強", "李娜還有王強", "王強&妻", "王·強", "王/強", "王(強)", "王1強",
    ])
    func mixed(name: String) throws {
        var scene = try Scene.with(suspect: vouched("王強"))
        let visit = try scene.atTheGate(called(name, "1234"))
        #expect(throws: (any Error).self) { try scene.when(VisitorAdmitted(ref: visit)) }
        let party = try scene.party(with: [name])
        #expect(throws: (any Error).self) { try scene.when(VisitorAdmitted(ref: party)) }
        let stay = try scene.given(car(name))
        #expect(throws: (any Error).self) { try scene.when(VehicleEntered(ref: stay)) }
    }

    @Test("As a companion or at a wheel beside others", arguments: ["李娜和王強", "李娜與王強", "李娜和王強2人", "李娜/王強"])
    func companionsBeside(name: String) throws {
        var scene = try Scene.with(suspect: called("王強", "5555"))
        let party = try scene.party(with: [name])
        #expect(throws: (any Error).self) { try scene.when(VisitorAdmitted(ref: party)) }
        let stay = try scene.given(car(name))
        #expect(throws: (any Error).self) { try scene.when(VehicleEntered(ref: stay)) }
    }

    @Test("Two who were found suspicious under both names are known each alone, and the document is of the first", arguments: ["李娜和王強", "李娜/王強", "李娜、王強"])
    func twoSuspects(names: String) throws {
        var scene = try Scene.with(suspect: called(names, "1111"))
        let second = try scene.atTheGate(called("王強", "7788"))
        #expect(throws: (any Error).self) { try scene.when(VisitorAdmitted(ref: second)) }
        let first = try scene.atTheGate(called("李娜", "7788"))
        try scene.given(VisitorAdmitted(ref: first))
    }

    @Test("A car goes in with no visitor, nor by itself, whose driver is named beside the suspect", arguments: ["李娜/王強", "李娜（王強）", "李娜和王強", "王強/李娜"])
    func carBeside(driver: String) throws {
        // The document of the visitor is that of the first, and what stands in brackets may be a remark.
        for name in ["李娜/王強", "李娜和王強"].contains(driver) ? [driver, "李娜"] : ["李娜"] {
            var scene = try Scene.with(suspect: called("王強", "5555"))
            let stay = try scene.given(car(driver))
            let visit = try registered(called(name, "1234"), with: "XY 77", in: &scene)
            #expect((try? scene.when(VisitorAdmitted(ref: visit)).settles) == nil)
            #expect(throws: (any Error).self, "\(name)") { try scene.when(VehicleEntered(ref: stay)) }
        }
    }

    @Test("Names that begin or end with a word for and are whole", arguments: [
        ("張永和", ["李娜/張永和/陳六", "李娜、張永和2人", "李娜+張永和"]), ("李大同", ["李娜和李大同"]), ("和志強", ["李娜/和志強", "李娜、和志強"]),
    ])
    func endsWithAnd(suspect: String, names: [String]) throws {
        for name in names {
            var scene = try Scene.with(suspect: called(suspect, "5555"))
            let visit = try scene.atTheGate(called(name, "1234"))
            #expect(throws: (any Error).self, "\(name)") { try scene.when(VisitorAdmitted(ref: visit)) }
        }
    }

    @Test("Somebody else is not meant by what stands beside the name", arguments: [
        ("張永", "張永和先生"), ("李大", "李大同師傅"), ("歐陽和平先生", "歐陽和平先生"), ("王強", "順豐（王強）"), ("王強", "VIP 王強"), ("王強", "陳師傅（王強）"),
        ("王強 2人", "張三 3人"), ("王強+2位", "張三+1位"), ("王強(男)", "張三(男)"), ("王強（維修）", "張三（維修）"), ("王強，裝修", "李四，裝修"), ("王強 (driver)", "李四 (driver)"),
        ("王強（B棟）", "李四（A棟）"), ("Amy陳", "Kevin陳"), ("買買提·艾力", "阿里·艾力"), ("王強（順豐）", "順豐 李四"), ("順豐速運王強", "順豐"), ("李娜", "王小明（李娜朋友）"),
        ("司馬先生", "司馬相如"), ("順豐", "順豐速運李四"), ("美團", "美團外賣員"),
    ])
    func remarks(suspect: String, name: String) throws {
        var scene = try Scene.with(suspect: called(suspect, "5555"))
        let visit = try scene.atTheGate(called(name, "1234"))
        try scene.given(VisitorAdmitted(ref: visit))
        let party = try scene.party(with: [name])
        if !["順豐", "順豐速運李四", "美團外賣員"].contains(name), !["王強（順豐）", "王強", "歐陽和平先生"].contains(suspect) { try scene.given(VisitorAdmitted(ref: party)) }
    }

    @Test("A driver's remark needs no document, and his car goes in with him", arguments: ["王強 2人", "王強2人", "王強（維修）"])
    func drivesWithRemark(driver: String) throws {
        var scene = try Scene.onDuty
        let name = "王強"
        let stay = try scene.given(car(driver))
        let visit = try registered(called(name, "1234"), with: "XY 77", in: &scene)
        #expect(try scene.when(VisitorAdmitted(ref: visit)).settles == stay)
        _ = try scene.atTheGate(called(name, "5555").suspected("東張西望"))
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("A namesake with a document gets in, however many parts the name has", arguments: [
        "Amy陳", "王強(男)", "王強（維修）", "王強 2人", "Wang Qiang (王強)", "Lina 李娜", "J&T Express",
        "買買提·吐爾遜", "歐陽 靜宜", "Nguyễn Thị Lan", "O'Brien", "J. Smith", "王小明", "司馬和平", "Wang Xiao-Ming", "順豐速運", "A&B Logistics",
    ])
    func namesakes(name: String) throws {
        var scene = try Scene.with(suspect: called(name, "5555"))
        let visit = try scene.atTheGate(called(name, "1234"))
        try scene.given(VisitorAdmitted(ref: visit))
    }
}
