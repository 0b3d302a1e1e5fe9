import Configuration
import Gatekeeping
import Testing
import Wording

@Suite struct BrokenEstateTests {
    /// Many mistakes over all files: every one is named in the same run, where it stands.
    @Test func everyMistakeIsNamedWithItsLine() {
        let reading = EstateReader.read(ConfigurationFiles(origin: "test", files: broken.mapValues { Array($0.utf8) }))
        #expect(expected.count >= 25)
        for finding in expected where !reading.findings.contains(finding) { Issue.record("missing: \(finding)") }
        for finding in reading.findings where !expected.contains(finding) { Issue.record("unexpected: \(finding)") }
        #expect(reading.findings == reading.findings.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
    }

    @Test func syntaxErrorsHideOnlyTheirOwnSection() {
        var files = ConfigurationFiles.example
        files.files["posts.yaml"] = Array(
            """
            posts:
              - {id: a, name: [甲, gate: main, equipment: []}
            shifts:
              - {id: day, name: 日班, start: "25:00", end: "19:00"}
            """.utf8)
        files.files["orders.yaml"] = Array("orders: []\n".utf8)
        let findings = EstateReader.read(files).findings
        #expect(findings.map(\.line) == [2, 4])
        #expect(findings.last?.problem == .badTime("25:00"))
    }

    @Test func signaturesAndTheLockAreChoices() {
        func read(_ lines: String) -> Reading {
            var files = ConfigurationFiles.example
            let text = String(decoding: files.files["estate.yaml"] ?? [], as: UTF8.self)
            files.files["estate.yaml"] = Array(text.replacing("pins: optional", with: lines).utf8)
            return EstateReader.read(files)
        }
        #expect(!read("pins: optional").estate.requiresPINs && read("pins: optional").estate.lockMinutes == nil)
        let strict = read("pins: required\nlock_minutes: 15")
        #expect(strict.findings.isEmpty && strict.estate.requiresPINs && strict.estate.lockMinutes == 15)
        #expect(
            read("pins: maybe\nlock_minutes: 0").findings.map(\.problem) == [
                .badChoice("maybe", choices: ["optional", "required"]), .badNumber("0", least: 1, most: 1_440),
            ])
    }

    @Test func theDeskIsReadWholeOrNotAtAll() {
        func read(_ change: (String) -> String?) -> Reading {
            var files = ConfigurationFiles.example
            files.files["desk.yaml"] = change(String(decoding: files.files["desk.yaml"] ?? [], as: UTF8.self)).map { Array($0.utf8) }
            return EstateReader.read(files)
        }
        let without = read { _ in nil }
        #expect(without.findings.isEmpty && without.estate.desk == nil)
        #expect(read { $0.replacing("role: director", with: "role: officer") }.findings.map(\.problem) == [.noDirector])
        #expect(read { $0.replacing("2026-01-01, ", with: "2026-13-01, ") }.findings.map(\.problem) == [.badDate("2026-13-01")])
        #expect(read { $0.replacing("id: director,", with: "id: boss,") }.findings.map(\.problem) == [.missingEntry(.department, id: "director")])
        #expect(read { $0.replacing("{hours: 2}", with: "{working_days: 1}") }.estate.desk?.urgent.plan == .workingDays(1))
    }

    @Test func emptyFilesAreReportedOnce() {
        var files = ConfigurationFiles.example
        files.files["units.csv"] = []
        files.files["rules.yaml"] = nil
        #expect(
            EstateReader.read(files).findings == [
                Finding(file: "rules.yaml", line: 0, problem: .missingFile),
                Finding(file: "units.csv", line: 1, problem: .missingHeader),
            ])
    }

    @Test func aFolderThatIsNotThere() {
        #expect(throws: FolderFailure(path: "/nowhere/at/all", problem: .missingFolder)) {
            try ConfigurationFiles.folder("/nowhere/at/all")
        }
        #expect(throws: FolderFailure(path: "/dev/null", problem: .notAFolder)) {
            try ConfigurationFiles.folder("/dev/null")
        }
    }

    @Test func sentencesNameThePlace() {
        let finding = Finding(
            file: "residents.csv", line: 17, problem: .danglingReference(.unit, id: "9-101", suggestion: "3-101"))
        #expect(finding.text(.hant) == "residents.csv:17: 沒有單元 9-101；是不是 3-101？")
        #expect(finding.text(.english) == "residents.csv:17: there is no unit 9-101; did you mean 3-101?")
        let escape = Finding(file: "a\u{1B}.csv", line: 0, problem: .badID("x\u{202E}y"))
        #expect(!escape.text(.hans).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}

private func at(_ file: String, _ line: Int, _ problem: Problem) -> Finding {
    Finding(file: file, line: line, problem: problem)
}

private let broken: [String: String] = [
    "estate.yaml": """
        name: 測試
        book: My Book
        utc_offset: 8
        langauge: zh-Hant
        practice: maybe
        book: test
        gates:
          - {id: east, name: {zh-Hans: 东门}}
          - {id: east, name: 東門}
          - west
        buildings:
          - {id: "1", name: }
        scans:
          shapes: [GB-9999, "A B"]
        theme: drak
        """,
    "posts.yaml": """
        posts:
          - id: desk
            name: "前\\u202E台"
            gate: eest
            equipment:
              - {id: radio, name: 對講機}
              - {id: radio, name: 對講機}
            closes: "23:00"
        shifts: []
        """,
    "rules.yaml": """
        purposes:
          - {id: visit, name: 訪友, allowed_minutes: 0}
          - {id: meal, name: 送餐, allowed_minutes: soon}
          - {id: call, name: 拜訪}
        identifications:
          - {id: card, name: 身分證, proof: paper}
        emergency_services:
          - {id: police, name: 警察}
        vehicle_kinds: car
        refusal_reasons:
          - {id: no-identification, name: 無證件}
          - {id: suspicious, name: 可疑}
          - {id: host-refuses, name: 拒絕}
          - {id: denied, name: 名單}
          - {id: no-host, name: 無人}
        """,
    "patrol.yaml": """
        checkpoints:
          - id: gate
            name: 門
            kind: fire
            items: [{id: lock, name: 鎖}]
            longest_minutes: 60
            tag: XX-1
          - id: roof
            name: 頂
            kind: lamp
            items: [{id: light, name: 燈}]
            longest_minutes: 60
            tag: GB-0001
        routes:
          - id: round
            name: 巡
            checkpoints: [gate, rof, gate]
            times: ["18:30", "24:30"]
            grace_minutes: 15
            longest_minutes: 45
        """,
    "orders.yaml": """
        orders:
          - {id: one, title: 職責, version: 1, posts: [desk], text: 文}
          - {id: two, title: 職責, version: 1, posts: [dask], text: 文, colour: red}
        """,
    "guards.csv": """
        # 護衛員
        number,name,role,badge
        G01,甲,guard,GB-0001
        g02,乙,guard,GB-0002
        G03,丙,boss,GB-0002
        G01,丁,guard,
        G04,"戊,guard,GB-0004
        G05,己,guard
        G06,庚,supervisor,GB-0006
        """,
    "units.csv": """
        unit,building,household,phone
        1-101,1,王家,
        1-102,9,李家,
        1-101,1,,
        1-103,1,張家,x"y
        """,
    "residents.csv": """
        name,unit,phone,bagde
        王小明,1-101,,
        李大同,1-104,,
        張三,1-103,,
        """,
    "vehicles.csv": """
        plate,unit,kind,colour,colour
        粤B12345,1-101,car,白,紅
        粤b12345,1-101,car,白,紅
        """,
    "deny.csv": """
        id,names,plate,document_tail,reason,looks
        d-1,,,12,行竊,
        """,
    "unit.csv": "",
]

private let expected: [Finding] = [
    at("deny.csv", 2, .badDocumentTail("12")),
    at("deny.csv", 2, .deniedNobody),
    at("estate.yaml", 3, .badOffset("8")),
    at("estate.yaml", 4, .unknownKey("langauge", path: "", suggestion: "language")),
    at("estate.yaml", 5, .wrongType(key: "practice", expected: .yesOrNo)),
    at("estate.yaml", 6, .duplicateKey("book", firstLine: 2)),
    at("estate.yaml", 8, .missingKey("zh-Hant", path: "gates[1].name")),
    at("estate.yaml", 9, .duplicateID(.gate, id: "east", firstLine: 8)),
    at("estate.yaml", 10, .wrongType(key: "gates[3]", expected: .mapping)),
    at("estate.yaml", 12, .emptyValue("name")),
    at("estate.yaml", 14, .badShape("A B")),
    at("estate.yaml", 15, .badChoice("drak", choices: ["dark", "light", "contrast"])),
    at("guards.csv", 4, .badGuardNumber("g02")),
    at("guards.csv", 5, .badChoice("boss", choices: ["guard", "supervisor"])),
    at("guards.csv", 5, .duplicateCode("GB-0002", firstFile: "guards.csv", firstLine: 4)),
    at("guards.csv", 6, .duplicateID(.person, id: "G01", firstLine: 3)),
    at("guards.csv", 7, .badQuote(.unclosed)),
    at("guards.csv", 8, .badColumnCount(expected: 4, found: 3)),
    at("orders.yaml", 3, .danglingReference(.post, id: "dask", suggestion: "desk")),
    at("orders.yaml", 3, .unknownKey("colour", path: "orders[2]", suggestion: nil)),
    at("patrol.yaml", 7, .unrecognisableCode("XX-1")),
    at("guards.csv", 3, .duplicateCode("GB-0001", firstFile: "patrol.yaml", firstLine: 13)),
    at("patrol.yaml", 17, .danglingReference(.checkpoint, id: "rof", suggestion: "roof")),
    at("patrol.yaml", 17, .duplicateEntry("gate", field: "checkpoints")),
    at("patrol.yaml", 18, .badTime("24:30")),
    at("posts.yaml", 2, .halfOpeningHours(missing: "opens")),
    at("posts.yaml", 3, .controlCharacter(0x202E, field: "name")),
    at("posts.yaml", 4, .danglingReference(.gate, id: "eest", suggestion: "east")),
    at("posts.yaml", 7, .duplicateID(.equipment, id: "radio", firstLine: 6)),
    at("posts.yaml", 9, .emptyList("shifts")),
    at("residents.csv", 1, .unknownColumn("bagde", suggestion: "badge")),
    at("residents.csv", 3, .danglingReference(.unit, id: "1-104", suggestion: "1-101")),
    at("rules.yaml", 1, .missingKey("occurrence_kinds", path: "")),
    at("rules.yaml", 2, .badNumber("0", least: 1, most: 100_000)),
    at("rules.yaml", 3, .badNumber("soon", least: 1, most: 100_000)),
    at("rules.yaml", 4, .missingKey("allowed_minutes", path: "purposes[3]")),
    at("rules.yaml", 6, .badChoice("paper", choices: ["document", "host", "adult"])),
    at("rules.yaml", 9, .wrongType(key: "vehicle_kinds", expected: .list)),
    at("rules.yaml", 10, .missingEntry(.refusalReason, id: "other")),
    at("unit.csv", 0, .unknownFile(suggestion: nil)),
    at("units.csv", 3, .danglingReference(.building, id: "9", suggestion: nil)),
    at("units.csv", 4, .duplicateID(.unit, id: "1-101", firstLine: 2)),
    at("units.csv", 4, .emptyValue("household")),
    at("units.csv", 5, .badQuote(.stray)),
    at("vehicles.csv", 1, .duplicateColumn("colour")),
    at("vehicles.csv", 1, .missingColumn("owner")),
    at("vehicles.csv", 3, .duplicatePlate("粤b12345", firstLine: 2)),
]
