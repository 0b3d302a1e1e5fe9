import Readings
import Testing

struct ReadingsTests {
    @Test(
        "A surname has its own reading and the everyday one",
        arguments: [
            ("單", ["shan", "dan"]), ("单", ["shan", "dan"]), ("區", ["ou", "qu"]), ("区", ["ou", "qu"]), ("查", ["zha", "cha"]), ("仇", ["qiu", "chou"]),
            ("曾", ["zeng", "ceng"]), ("解", ["xie", "jie"]), ("樂", ["yue", "le"]), ("翟", ["zhai", "di"]), ("尉", ["yu", "wei"]), ("万", ["mo", "wan"]),
            ("呂", ["lv", "lu"]), ("朴", ["piao", "pu"]), ("蓋", ["ge", "gai"]), ("覃", ["qin", "tan"]), ("長", ["zhang", "chang"]),
        ])
    func surnames(character: String, readings: [String]) {
        for reading in readings { #expect(reads(character, reading), "\(character) \(reading)") }
    }

    @Test("Zhuyin is a reading too", arguments: [("王", "ㄨㄤ"), ("小", "ㄒㄧㄠ"), ("呂", "ㄌㄩ"), ("月", "ㄩㄝ"), ("詩", "ㄕ"), ("二", "ㄦ")])
    func zhuyin(character: String, reading: String) { #expect(reads(character, reading)) }

    private func reads(_ character: String, _ reading: String) -> Bool {
        let typed = Array(reading.utf16)
        return character.utf16.flatMap(Readings.syllables).contains { syllable in
            Readings.common(syllable, typed) == typed.count && Readings.length(syllable, inScriptOf: typed[0]) == typed.count
        }
    }

    @Test("Traditional characters count as simplified ones", arguments: [("張無忌", "张无忌"), ("後裡單", "后里单"), ("王小明", "王小明"), ("Amy", "Amy")])
    func scripts(traditional: String, simplified: String) { #expect(Readings.simplified(traditional) == simplified) }

    @Test(
        "Marks, capitals and width do not count",
        arguments: [("Nguyễn Đặng", "nguyen dang"), ("Ｗｘｍ７２", "wxm72"), ("Łukasz", "lukasz"), ("ИВАН", "иван"), ("Nguye\u{302}\u{303}n", "nguyen"), ("⾺⻢\u{F90A}", "马马金")])
    func folded(text: String, folded: String) { #expect(Readings.folded(text) == Array(folded.utf16)) }

    @Test("Every character of the range has a reading of letters, or none")
    func whole() {
        var without = 0
        for character in UInt16(0x4E00)...0x9FFF {
            let syllables = Readings.syllables(of: character)
            if syllables.isEmpty { without += 1 }
            #expect(syllables.allSatisfy { (0x61...0x7A).contains(Readings.initials($0).pinyin) && Readings.isZhuyin(Readings.initials($0).zhuyin) })
        }
        #expect(without < 200)
    }
}
