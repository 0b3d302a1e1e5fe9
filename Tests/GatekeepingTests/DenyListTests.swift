import Gatekeeping
import Testing

struct DenyListTests {
    private var estate: Estate {
        var estate = Estate()
        estate.denied = [
            Denied(id: "d-1", names: ["張無忌"], plate: "粤B80125", reason: "theft"),
            Denied(id: "d-2", names: ["万俟卨"], plate: "BKX-7281", reason: "theft"),
        ]
        estate.vehicles = [ResidentVehicle(plate: "粤BB0125", unit: "3-1502", kind: "car", colour: "white", owner: "王小明")]
        return estate
    }

    @Test(
        "A plate that could be taken for one on the list counts as it",
        arguments: [("粤B8OI2S", "d-1"), ("粤b·80125", "d-1"), ("8KX-72B1", "d-2"), ("粤B80126", nil), ("粤880125", "d-1"), ("粵B80125", "d-1"), ("粤B8012?", "d-1"), ("?B80125", "d-1"), ("B80125", "d-1"), ("8012?", "d-1"), ("粤B8012??", nil)])
    func alike(plate: String, id: String?) { #expect(estate.denied(plate: plate)?.id == id) }

    @Test("A resident's own plate does not, though it looks like one; a listed plate does, whoever has it")
    func resident() {
        #expect(estate.denied(plate: "粤BB0125") == nil)
        var estate = estate
        estate.vehicles.append(ResidentVehicle(plate: "粤B80125", unit: "3-1502", kind: "car", colour: "white", owner: "王小明"))
        #expect(estate.denied(plate: "粤B80125")?.id == "d-1")
    }

    /// A plate of a province, and one of a place without provinces.
    private var plates: Estate {
        var estate = Estate()
        estate.denied = [
            Denied(id: "d-3", names: [], plate: "豫KD9053", reason: "scratches"), Denied(id: "d-4", names: [], plate: "苏JP8872", reason: "debts"),
            Denied(id: "d-6", names: [], plate: "MZX-4404", reason: "noise"),
        ]
        return estate
    }

    @Test("What is written beside a plate hides no car", arguments: [
        "豫KD9053 白", "豫KD9053。", "(豫KD9053)", "車豫KD9053", "豫KD9053車", "KD9053豫", "豫KD9053/豫A11111", "白色 豫KD9053 2人", "豫‧KD–9053", "豫KD—9053", "豫KD‐9053", "豫KD−9053",
        "豫 K D 9 0 5 3", "「豫KD9053」", "豫KD∙9053",
    ])
    func beside(plate: String) { #expect(plates.denied(plate: plate)?.id == "d-3") }

    @Test("Nor does what does not show, or another form of the same character", arguments: [
        "豫KD9053\u{200B}", "豫\u{200D}KD9053", "\u{FEFF}豫KD9053", "豫K\u{AD}D9053", "豫KD9053\u{FE0F}", "豫KD\u{3164}9053", "豫KD90\u{301}53", "豫ＫＤ９０５３", "豫kd9053",
    ])
    func silent(plate: String) { #expect(plates.denied(plate: plate)?.id == "d-3") }

    @Test("A province spelled out, in characters or in Pinyin, is the province; one that can mean two means the listed one, too", arguments: [
        ("YUKD9053", "d-3"), ("yu kd9053", "d-3"), ("河南KD9053", "d-3"), ("河南省KD9053", "d-3"), ("Henan KD9053", "d-3"), ("HENANKD9053", "d-3"), ("SUJP8872", "d-4"),
        ("su-jp8872", "d-4"), ("江蘇JP8872", "d-4"), ("予KD9053", "d-3"),
    ])
    func spelled(plate: String, id: String) { #expect(plates.denied(plate: plate)?.id == id) }

    @Test("Any sign may stand for what was not seen", arguments: ["豫KD#053", "豫KD*053", "豫KD_053", "豫KD＊053", "豫KD？053", "豫KD…053", "豫KD□053", "豫KD〓053", "豫KD○053", "豫КD9053", "豫KD905З", "豫KD9053?", "豫KD9053…"])
    func signs(plate: String) { #expect(plates.denied(plate: plate)?.id == "d-3") }

    @Test("A plate without a province is known whatever stands before it", arguments: ["MZX4404", "MZX-4404機車", "黑MZX-4404", "台MZX-4404", "MZX4404黑", "黑色MZX-44O4"])
    func noProvince(plate: String) { #expect(plates.denied(plate: plate)?.id == "d-6") }

    @Test("Another province makes another car, and so do other characters", arguments: [
        "粤KD9053", "粵 KD9053", "廣東KD9053", "广东省KD9053", "Guangdong KD9053", "yue kd9053", "黑KD9053", "鄂KD9053車", "豫KD90533", "豫AKD9053", "皖YUKD905", "豫KD?", "KD905?3", "??????", "豫??????", "????53", "KD????", "???-????", "浙JP8872", "AMZX4404", "MZX44041", "YU", "?",
    ])
    func others(plate: String) { #expect(plates.denied(plate: plate) == nil) }

    @Test("Typed as the whole plate, half of a listed one counts as it, wherever that stands there", arguments: [
        ("4404", "d-6"), ("黑4404", "d-6"), ("9053", "d-3"), ("d9053", "d-3"), ("豫9053", "d-3"), ("9O53", "d-3"), ("9053 白", "d-3"),
        ("kd90?3", "d-3"), ("8872", "d-4"), ("蘇8872", "d-4"),
        ("MZX4", nil), ("ZX4404", nil), ("KD905", nil), ("053", nil), ("404", nil), ("9?53", nil), ("粤9053", nil), ("廣東D9053", nil), ("B·9053", nil), ("90531", nil), ("A9053", nil), ("9503", nil), ("5309", nil),
    ])
    func parts(plate: String, id: String?) { #expect(plates.denied(plate: plate)?.id == id) }

    @Test("What is refused for a part of the plate says that all of it is wanted; a resident's own short plate comes in")
    func partRefused() throws {
        var scene = try Scene.onDuty
        scene.estate.denied = plates.denied
        func registered(_ plate: String) -> VehicleRegistered { fact { ($0.plate, $0.unit) = (plate, "3-1502") } }
        for plate in ["9053", "???9053"] { scene.expectRefused(registered(plate), .plateNotWhole(plate, denied: "d-3")) }
        let stay = try scene.given(registered("9054"))
        try scene.given(Correction(ref: stay, field: "plate", value: "9053", why: "misread"))
        scene.expectRefused(VehicleEntered(ref: stay), .plateNotWhole("9053", denied: "d-3"))
        let whole = try scene.given(registered("豫KD9053"))
        scene.expectRefused(VehicleEntered(ref: whole), .denied("d-3"))
        let other = try scene.given(registered("豫AD9053"))
        try scene.given(VehicleEntered(ref: other))
        scene.estate.vehicles.append(ResidentVehicle(plate: "9053", unit: "3-1502", kind: "car", colour: "white", owner: "王小明"))
        try scene.given(VehicleEntered(ref: stay))
    }

    @Test("A plate is written down in capitals, with its province if only one can be meant, and without what does not show", arguments: [
        ("sujp8872", "苏JP8872"), ("su-jp8872", "苏JP8872"), ("yukd9053", "YUKD9053"), ("yueb12345", "粤B12345"), ("yuebd12345", "粤BD12345"), ("suv-1234", "SUV-1234"),
        ("bkx-7281", "BKX-7281"), (" 豫kd\u{200B}9053\u{FEFF} ", "豫KD9053"), ("粤b·12345", "粤B·12345"), ("jinb12345", "JINB12345"), ("su1234", "SU1234"),
        ("ewb-0459", "EWB-0459"), ("ed12345", "ED12345"), ("廣東B12345", "粤B12345"),
    ])
    func written(typed: String, plate: String) { #expect(Plate.written(typed) == plate) }

    @Test("A resident's car is known by its plate whatever separates it", arguments: ["粤b‧b0125", "粤B B0125", "粵BB0125", "粤BB\u{200B}0125"])
    func separated(plate: String) { #expect(estate.residentVehicle(plate: plate) != nil && estate.denied(plate: plate) == nil) }

    @Test("A name counts in either script", arguments: [("张无忌", "d-1"), ("張無忌", "d-1"), ("万俟卨", "d-2"), ("萬俟卨", "d-2"), ("张无", nil), ("张\u{200B}无忌", "d-1")])
    func scripts(name: String, id: String?) { #expect(estate.denied(named: name).first?.id == id) }

    /// People of the list.
    private var people: Estate {
        var estate = Estate()
        estate.denied = [
            Denied(id: "d-1", names: ["金大海", "金老大"], documentTail: "4417", reason: "theft"), Denied(id: "d-2", names: ["吳小芳", "Amy Wu"], reason: "fraud"),
            Denied(id: "d-4", names: ["崔三"], documentTail: "093X", reason: "debts"), Denied(id: "d-5", names: ["馬志剛"], documentTail: "2086", reason: "fire"),
            Denied(id: "d-7", names: ["歐陽修"], reason: "poems"), Denied(id: "d-8", names: ["Li Bai"], reason: "wine"),
        ]
        return estate
    }

    @Test("A listed name is found wherever it stands", arguments: [
        ("王五和金大海", "d-1"), ("金大海王五", "d-1"), ("司機金大海", "d-1"), ("金大海大哥", "d-1"), ("金大海夫婦", "d-1"), ("金大海sir", "d-1"), ("金 大海 王 五", "d-1"), ("金/大/海", "d-1"),
        ("金大海2人", "d-1"), ("崔三哥", "d-4"), ("小崔三", "d-4"), ("Amy Wu Xiaofang", "d-2"), ("Mr. Amy-Wu", "d-2"), ("Wu, Amy", "d-2"), ("司機amy wu", "d-2"),
    ])
    func within(text: String, id: String) { #expect(people.denied(named: text).map(\.id) == [id]) }

    @Test("Radicals, compatibility characters and marks are the character", arguments: [("⾺志剛", "d-5"), ("⻢志刚", "d-5"), ("金⼤海", "d-1"), ("\u{F90A}大海", "d-1"), ("馬志剛\u{301}", "d-5"), ("馬志剛\u{20DD}", "d-5"), ("金大\u{2060}海", "d-1")])
    func equivalent(text: String, id: String) { #expect(people.denied(named: text).map(\.id) == [id]) }

    @Test("A whole name that is read like a listed one may be that one", arguments: [
        ("Jin Dahai", "d-1"), ("李娜和Jin Dahai", "d-1"), ("Jin Dahai和李娜", "d-1"), ("司機Jin Dahai", "d-1"), ("jindahai", "d-1"), ("JIN DA HAI", "d-1"), ("Dahai Jin", "d-1"), ("Jīn Dàhǎi", "d-1"), ("Mr Jin Dahai", "d-1"), ("jin大海", "d-1"), ("ㄐㄧㄣ ㄉㄚˋ ㄏㄞˇ", "d-1"), ("晉大海", "d-1"),
        ("馬志鋼", "d-5"), ("馬志岡先生", "d-5"), ("Cui San", "d-4"), ("崔叁", "d-4"), ("Xiu Ouyang", "d-7"), ("李白", "d-8"), ("wu xiaofang", "d-2"),
        ("Ma Zhigang SF", "d-5"), ("SF Ma Zhigang", "d-5"), ("Jin Dahai x2", "d-1"), ("jin dahai 2人", "d-1"), ("Jin Dahai (driver)", "d-1"), ("王小明 Jin Dahai", "d-1"),
        ("Wu Xiaofang Amy", "d-2"), ("Amy Xiaofang Wu", "d-2"), ("順豐 靳大海", "d-1"), ("靳大海、王小明", "d-1"), ("馬志鋼司機", "d-5"), ("訪客馬志鋼", "d-5"), ("馬志鋼 豫A12345", "d-5"),
        ("馬志鋼經理", "d-5"), ("崔叁司機", "d-4"), ("司機崔叁", "d-4"),
        ("快遞崔叁師傅", "d-4"), ("順豐崔叁先生", "d-4"), ("順豐 崔叁 快遞", "d-4"), ("順豐（崔叁）快遞", "d-4"), ("順豐・崔叁・送餐", "d-4"), ("陳小明 崔叁 林大", "d-4"),
    ])
    func read(text: String, id: String) { #expect(people.denied(named: text).map(\.id) == [id]) }

    @Test("Any reading of any of its characters will do", arguments: [
        ("單于曾", ["shan yu zeng", "Chan Yu Ceng", "danyuceng", "yuceng shan"]), ("呂布", ["lv bu", "LVBU", "bu lv"]), ("區查", ["ou zha", "qu cha", "cha qu"]),
    ])
    func readings(name: String, spelled: [String]) {
        var estate = Estate()
        estate.denied = [Denied(id: "d-1", names: [name], reason: "any")]
        #expect(spelled.filter { estate.denied(named: $0).isEmpty } == [])
    }

    @Test("Nobody else is asked for", arguments: ["金大山", "王大海", "李金大", "大海", "jindaha", "jin", "Li Cuisan", "Amy", "Wu", "Amywux", "Samy Wu", "金", "王小明", "", "馬志", "毛志剛", "李白雲", "hai da jin", "司機李崔叁郎先", "Ma Zhi", "順豐 大海"])
    func nobody(text: String) { #expect(people.denied(named: text).isEmpty) }
}
