// Makes readings.c. Run it here, after a change of surnames.tsv or of the list below: swift generate.swift > readings.c
import Foundation

let han: ClosedRange<UInt32> = 0x4E00...0x9FBB

/// Readings that occur in names beside the one that ICU gives.
let others = """
    曾 zeng ceng|單 shan dan chan|解 xie jie hai|仇 qiu chou|區 ou qu|查 zha cha|朴 piao pu po|樂 yue le|任 ren|蓋 gai ge|尉 wei yu|長 chang zhang
    重 chong zhong|行 xing hang heng|朝 chao zhao|傳 chuan zhuan|調 diao tiao|和 he|華 hua|會 hui kuai|翟 zhai di|相 xiang|省 sheng xing|盛 sheng cheng
    沈 shen chen|石 shi dan|覃 qin tan|繆 miao mou mu|祭 ji zhai|葉 ye she|召 zhao shao|洗 xi xian|賈 jia gu|員 yuan yun|柏 bai bo|秘 mi bi|薄 bo bao
    那 na nuo|寧 ning|宓 mi fu|角 jiao jue|宿 su xiu|車 che ju|卜 bu bo|藏 cang zang|種 zhong chong|諶 chen shen|隗 wei kui|郗 xi chi|郇 xun huan
    乜 mie nie|佴 er nai|折 zhe she|黑 hei he|牟 mou mu|適 shi kuo|炅 gui jiong|句 ju gou|覺 jue jiao|茜 qian xi|娜 na nuo|莎 sha suo|筠 yun jun
    奇 qi ji|興 xing|應 ying|率 shuai lü|都 du dou|大 da dai|參 can shen cen|弄 nong long|強 qiang jiang|少 shao|俞 yu shu|兒 er ni|氏 shi zhi|伯 bo bai
    說 shuo yue|賁 ben fei bi|費 fei bi|厙 she|澹 dan tan|万 wan mo|俟 si qi|子 zi|晟 sheng cheng|琇 xiu|瑋 wei|紀 ji|余 yu|尹 yin|過 guo|華 hua|哈 ha
    仝 tong|洪 hong|冼 xian|畢 bi|江 jiang|降 jiang xiang|合 he ge|繁 fan po|缪 miao mou|令 ling|還 huan hai|殷 yin yan|晁 chao|鮑 bao|校 xiao jiao
    觀 guan|冠 guan|將 jiang|更 geng|空 kong|量 liang|陸 lu liu|六 liu lu|露 lu lou|落 luo la|蔓 man wan|模 mo mu|南 nan na|鳥 niao|屏 ping bing
    曲 qu|瞿 qu|色 se shai|沙 sha|識 shi zhi|甚 shen|食 shi|似 si shi|遂 sui|提 ti di|為 wei|委 wei|吁 xu yu|旋 xuan|血 xue xie|約 yue yao|載 zai
    占 zhan|著 zhu zhe|卓 zhuo|琢 zhuo zuo|祝 zhu|鑽 zuan|作 zuo|阿 a e|艾 ai yi|敖 ao|扒 ba pa|貝 bei|泌 mi bi|便 bian pian|泊 bo po|岑 cen|侗 dong tong
    斗 dou|嶽 yue|樊 fan|馮 feng ping|莞 guan wan|皓 hao|荷 he|虹 hong|幾 ji|濟 ji|佳 jia|郟 jia|睢 sui|矜 jin|菁 jing|靚 jing liang|俊 jun|濬 jun
    婁 lou|綠 lü lu|蘿 luo|勝 sheng|聖 sheng|湛 zhan|禪 chan shan|珏 jue|珩 heng|瑕 xia|楠 nan|妮 ni|倪 ni|亓 qi|佟 tong|丁 ding zheng|干 gan|乾 qian gan
    后 hou|於 yu|餘 yu|萬 wan mo|咸 xian|宛 wan yuan|儁 jun|奘 zang zhuang|褚 chu zhe|訾 zi|啜 chuai chuo|撒 sa|眭 sui|貟 yun|紇 he ge|祁 qi|扎 zha za
    """

func transformed(_ text: String, _ name: String) -> String {
    text.applyingTransform(StringTransform(name), reverse: false) ?? text
}

/// A spelling without tones, as it is typed: `lü` as `lv`.
func typed(_ pinyin: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in pinyin.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
        if scalar == "\u{308}", letters.last == "u" { letters.removeLast(); letters.append("v") }
        if ("a"..."z").contains(scalar) { letters.append(scalar) }
    }
    return String(letters)
}

func characters(_ value: UInt32) -> String { Unicode.Scalar(value).map(String.init) ?? "" }

/// The first reading of every character, and its others, `lv` also as `lu`.
var first: [UInt32: String] = [:]
var more: [UInt32: [String]] = [:]
for value in han { first[value] = typed(transformed(characters(value), "Han-Latin")) }
let traditional = Dictionary(grouping: han.filter { transformed(characters($0), "Hant-Hans") != characters($0) }) {
    transformed(characters($0), "Hant-Hans")
}

func add(_ reading: String, to character: String) {
    for form in Set([character, transformed(character, "Hant-Hans")]).union((traditional[character] ?? []).map(characters)) {
        guard let value = form.unicodeScalars.first?.value, han.contains(value), first[value] != reading else { continue }
        if more[value, default: []].contains(reading) { continue }
        more[value, default: []].append(reading)
    }
}
for entry in others.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
    let words = entry.split(separator: " ")
    for reading in words.dropFirst() { add(typed(String(reading)), to: String(words[0])) }
}
for line in try String(contentsOfFile: "surnames.tsv", encoding: .utf8).split(separator: "\n") {
    let columns = line.split(separator: "\t").map(String.init)
    for (character, reading) in zip(columns[0], columns.dropFirst()) { add(typed(reading), to: String(character)) }
}
for (value, reading) in first where reading == "lv" || reading == "nv" {
    more[value, default: []].append(String(reading.first ?? "l") + "u")
}

let spellings = Set(first.values).union(more.values.flatMap { $0 }).filter { !$0.isEmpty }.sorted()
let numbers = Dictionary(uniqueKeysWithValues: spellings.enumerated().map { ($1, $0 + 1) })

/// The spelling in Zhuyin without its tone.
func zhuyin(_ spelling: String) -> String {
    let pinyin = spelling.replacingOccurrences(of: "v", with: "ü")
    return String(transformed(pinyin, "Latin-Bopomofo").unicodeScalars.filter { (0x3105...0x312F).contains($0.value) })
}

extension [String] {
    /// Every two of them.
    var chunked: [(String, String)] { stride(from: 0, to: count, by: 2).map { (self[$0], self[$0 + 1]) } }
}

extension String {
    /// Without the space at its end.
    var trimmed: String { hasSuffix(", ") ? String(dropLast()) : self }
}

func lines(_ items: [String], _ count: Int) -> String {
    stride(from: 0, to: items.count, by: count).map { "    " + items[$0..<min($0 + count, items.count)].joined().trimmed }.joined(separator: "\n")
}

/// Simplified characters that came back with the table of 2013, where ICU simplifies to the one that stood for them before: 錢鍾書 is 钱锺书 and 钱钟书.
let returned = ["锺": "钟", "馀": "余"]

let pairs = han.compactMap { value -> String? in
    let simple = returned[characters(value)] ?? transformed(characters(value), "Hant-Hans")
    return simple == characters(value) || simple.unicodeScalars.count != 1 || simple.utf16.count != 1 ? nil : characters(value) + simple
}
/// Radicals and compatibility characters that PDFs and old fonts give for the character itself; those of the second list have no mapping of their own.
let equivalents = Dictionary(uniqueKeysWithValues: Array("⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭齿⻰龙⻳龟").map(String.init).chunked)
func equivalent(_ value: UInt32) -> String? {
    let text = characters(value)
    let mapped = equivalents[text] ?? text.precomposedStringWithCompatibilityMapping
    guard mapped != text || mapped.unicodeScalars.first?.value != value, let scalar = mapped.unicodeScalars.first, mapped.unicodeScalars.count == 1,
        (0x4E00...0x9FFF).contains(scalar.value)
    else { return nil }
    let simple = returned[mapped] ?? transformed(mapped, "Hant-Hans")
    return text + (simple.utf16.count == 1 ? simple : mapped)
}
let radicals = (UInt32(0x2E80)...0x2FD5).compactMap(equivalent)
let compatible = (UInt32(0xF900)...0xFAD9).compactMap(equivalent)
let extras = more.sorted { $0.key < $1.key }.flatMap { value, readings in
    readings.map { "{u'\(characters(value))', \(numbers[$0] ?? 0)}, " }
}
func plain(_ range: ClosedRange<UInt32>) -> String {
    lines(range.map { transformed(characters($0), "Latin-ASCII").lowercased().first { ("a"..."z").contains($0) }.map(String.init) ?? " " }, 100)
        .split(separator: "\n").map { "    \"" + $0.dropFirst(4) + "\"" }.joined(separator: "\n")
}

func table(_ pairs: [String]) -> String {
    stride(from: 0, to: pairs.count, by: 24).map { "    u\"" + pairs[$0..<min($0 + 24, pairs.count)].joined() + "\"" }.joined(separator: "\n")
}

print(
    """
    // Made by generate.swift; see LICENCES.
    #include "readings.h"

    const struct spelling readings_spellings[] = {
        {u"", u""},
    \(lines(spellings.map { "{u\"\($0)\", u\"\(zhuyin($0))\"}, " }, 5))
    };

    const uint16_t readings_first[] = {
    \(lines(han.map { "\(numbers[first[$0] ?? ""] ?? 0)," }, 32))
    };

    const struct other_reading readings_others[] = {
    \(lines(extras, 8))
    };
    const int readings_others_count = sizeof readings_others / sizeof *readings_others;

    const char16_t readings_simplified[] =
    \([radicals, pairs, compatible].map(table).joined(separator: "\n"));
    const int readings_simplified_count = sizeof readings_simplified / sizeof *readings_simplified / 2;

    const char readings_plain_00C0[] =
    \(plain(0xC0...0x24F));
    const char readings_plain_1E00[] =
    \(plain(0x1E00...0x1EFF));
    """)
