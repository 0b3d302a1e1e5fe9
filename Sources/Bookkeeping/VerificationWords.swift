import Gatekeeping
import Journal
import Notation
import Wording

extension PageFinding {
    /// `file:line: what`, without a character that could move the cursor of whoever reads it.
    public func text(_ language: Language) -> String {
        let note = isDeclared ? Text("（下一頁已註明）", "（下一页已注明）", " (the next page says so)")[language] : ""
        return "\(file):\(line): \(what[language])\(note)".cleaned
    }

    /// The same for programs: `kind` is stable, `what` is in the language of the reader.
    public func object(_ language: Language) -> JSONObject {
        var object: JSONObject = [
            "file": .string(file), "line": .integer(line), "kind": .string(kind), "damage": .bool(isDamage), "declared": .bool(isDeclared),
            "what": .string(what[language]),
        ]
        if case .earlierGone(let last) = fault { object["last"] = .integer(last) }
        guard case .custodyGap(let gap) = fault else { return object }
        object["post"] = .string(gap.post)
        object["from"] = .string(gap.from.text(in: gap.zone))
        object["to"] = gap.until.map { .string($0.text(in: gap.zone)) }
        object["minutes"] = gap.minutes.map(JSON.integer)
        if gap.isClockMoved { object["clockMoved"] = .bool(true) }
        return object
    }

    private var kind: String {
        switch fault {
        case .line(let damage): damage.kind
        case .chainBroken: "chain-broken"
        case .numberOutOfOrder: "number-out-of-order"
        case .nameDiffers: "name-differs"
        case .tailDiffers: "tail-differs"
        case .openingDamaged: "opening-damaged"
        case .unreadable: "unreadable"
        case .forwardDiffers: "forward-differs"
        case .rule(let code): "rule-" + code
        case .unknownKind: "unknown-kind"
        case .harmfulText: "harmful-text"
        case .late: "late"
        case .clockJumped: "clock-jumped"
        case .custodyGap: "custody-gap"
        case .earlierGone: "earlier-pages-gone"
        }
    }

    private var what: Text {
        switch fault {
        case .line(let damage): damage.text
        case .chainBroken: Text("與上一行接不上", "与上一行接不上", "does not follow from the line before")
        case .numberOutOfOrder(let expected, let found):
            Text("序號應是 \(expected)，卻是 \(found)", "序号应是 \(expected)，却是 \(found)", "number should be \(expected), is \(found)")
        case .nameDiffers: Text("檔名與內容不合", "文件名与内容不合", "the file's name does not fit its content")
        case .tailDiffers:
            Text("最後一行以後的內容，不是下一頁註明的那些", "最后一行以后的内容，不是下一页注明的那些", "what lies behind the last line is not what the next page names")
        case .openingDamaged: Text("承前的部分不完整", "承前的部分不完整", "what is brought forward is not whole")
        case .forwardDiffers:
            Text("承前的內容與上一頁的結果不同", "承前的内容与上一页的结果不同", "what is brought forward is not what the page before leaves open")
        case .rule(let code): Breach(rawValue: code)?.text ?? Text(code, code, code)
        case .unknownKind(let kind):
            Text("不認識的記錄「\(kind)」，可能是較新的程式寫的", "不认识的记录“\(kind)”，可能是较新的程序写的", "unknown kind of event “\(kind)”, perhaps of a newer program")
        case .harmfulText: Text("有控制字元，程式不會這樣寫", "有控制字符，程序不会这样写", "holds a control character, which the program never writes")
        case .late(let minutes):
            Text("過了 \(Words.duration(minutes).hant)才補記", "过了 \(Words.duration(minutes).hans)才补记", "entered \(Words.duration(minutes).english) after it happened")
        case .clockJumped(let seconds):
            Text("時鐘跳動了 \(seconds) 秒", "时钟跳动了 \(seconds) 秒", "the clock was moved by \(seconds) s")
        case .custodyGap(let gap): gap.text
        case .earlierGone(let last):
            Text("第 1 到 \(last) 號不在這裡：更早的頁已經拿走", "第 1 到 \(last) 号不在这里：更早的页已经拿走", "lines 1 to \(last) are not here: older pages were taken away")
        case .unreadable(let failure): Text("讀不出來：\(failure.description)", "读不出来：\(failure.description)", "cannot be read: \(failure.description)")
        }
    }
}

extension CustodyGap {
    fileprivate var text: Text {
        let begin = from.text(in: zone).prefix(16)
        guard let until else {
            return Text("崗位 \(post) 從 \(begin) 起無人負責", "岗位 \(post) 从 \(begin) 起无人负责", "nobody has been responsible for post \(post) since \(begin)")
        }
        let (end, time) = (until.text(in: zone).prefix(16), GuardWords.length(minutes: minutes, isClockMoved: isClockMoved))
        return Text(
            "崗位 \(post) 從 \(begin) 到 \(end) 無人負責（\(time.hant)）", "岗位 \(post) 从 \(begin) 到 \(end) 无人负责（\(time.hans)）",
            "nobody was responsible for post \(post) from \(begin) to \(end) (\(time.english))")
    }
}

extension LineDamage {
    fileprivate var kind: String {
        switch self {
        case .tooLong: "too-long"
        case .containsNUL: "contains-nul"
        case .noSeal: "no-seal"
        case .sealBroken: "seal-broken"
        case .notJSON: "not-json"
        case .wrongKeys: "wrong-keys"
        case .otherwiseWritten: "otherwise-written"
        case .unfinished: "unfinished"
        }
    }

    var text: Text {
        switch self {
        case .tooLong(let bytes): Text("太長（\(bytes) 位元組）", "太长（\(bytes) 字节）", "too long (\(bytes) bytes)")
        case .containsNUL: Text("含有 NUL 位元組", "含有 NUL 字节", "contains NUL bytes")
        case .noSeal: Text("行尾沒有封印", "行尾没有封印", "has no seal at its end")
        case .sealBroken: Text("封印不符：內容被改過或損壞", "封印不符：内容被改过或损坏", "the seal does not fit: changed or damaged")
        case .notJSON(let error): Text("第 \(error.offset) 位元組起不是 JSON", "第 \(error.offset) 字节起不是 JSON", "no JSON from byte \(error.offset)")
        case .wrongKeys: Text("欄位或順序不合格式", "栏位或顺序不合格式", "keys or their order are not of the format")
        case .otherwiseWritten: Text("寫法與本程式不同", "写法与本程序不同", "is not written as this program writes")
        case .unfinished: Text("最後一行沒有寫完", "最后一行没有写完", "the last line is not finished")
        }
    }
}

/// What `verify` says at the end.
public enum VerificationWords {
    /// There is not one page: nothing proves anything.
    public static func noBook(in folder: String) -> Text {
        Text(
            "這裡沒有簿子：\(folder) 裡一頁也沒有。請檢查 --data 和 --config；如果本來有，請通知主管。",
            "这里没有簿子：\(folder) 里一页也没有。请检查 --data 和 --config；如果本来有，请通知主管。",
            "There is no book here: not one page in \(folder). Check --data and --config; if there was one, tell the supervisor.")
    }

    public static func summary(_ verification: Verification<GateLedger>) -> Text {
        let (pages, lines) = (verification.pages, verification.lines)
        let count = verification.findings.count(where: \.isDamage)
        let begin = verification.goneUntil.map { Text("（從第 \($0 + 1) 號起）", "（从第 \($0 + 1) 号起）", " from line \($0 + 1) on") } ?? Text("", "", "")
        if count == 0 {
            return Text(
                "\(pages) 頁 \(lines) 行\(begin.hant)，鏈條完整。", "\(pages) 页 \(lines) 行\(begin.hans)，链条完整。",
                "\(pages) pages, \(lines) lines\(begin.english): the chain is whole.")
        }
        return Text(
            "\(pages) 頁 \(lines) 行\(begin.hant)，發現 \(count) 處問題。請勿修改檔案，通知主管。", "\(pages) 页 \(lines) 行\(begin.hans)，发现 \(count) 处问题。请勿修改文件，通知主管。",
            "\(pages) pages, \(lines) lines\(begin.english): \(count) findings. Do not change the files; tell the supervisor.")
    }
}
