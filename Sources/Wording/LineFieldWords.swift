import Notation

/// What the fields of lines are called where lines are read: those of commands, and those that the rules fill in.
extension FieldWords {
    /// The label of a field of a line; without the hints that forms give in brackets.
    public static func label(_ field: String, ofLine command: String) -> Text {
        let label = filledIn[field] ?? label(field, of: command)
        return Text(label.hant.withoutHint, label.hans.withoutHint, label.english.withoutHint)
    }

    /// What stands in a field, with the names of fixed choices.
    public static func value(_ value: JSON, of field: String) -> Text {
        if let text = value.string { return field == "differs" ? HandoverWords.difference(fromPass: text) : choice(text, of: field) }
        if let truth = value.bool { return truth ? FormWords.yes : FormWords.no }
        guard let items = value.array?.map({ FieldWords.value($0, of: field) }) else { return Text(value.text, value.text, value.text) }
        return Text(
            items.map(\.hant).joined(separator: Language.hant.listSeparator), items.map(\.hans).joined(separator: Language.hans.listSeparator),
            items.map(\.english).joined(separator: Language.english.listSeparator))
    }

    private static let filledIn: [String: Text] = [
        "before": Text("原來的值班人", "原来的值班人", "Held before by"), "alone": Text("沒有別的主機在開", "没有别的主机在开", "No other console"), "contradicts": Text("與第幾號不合", "与第几号不合", "Contradicts line"),
        "defect": Text("記在第幾號損壞", "记在第几号损坏", "Noted on defect"), "defects": Text("未修復的損壞", "未修复的损坏", "Open defects"), "emergency": FormWords.service, "exceptions": Text("破例", "破例", "Exceptions"),
        "expected": Text("簿上", "簿上", "By the book"), "gone": Text("已不在清單的", "已不在清单的", "No lines any more"), "flag": Text("不合之處", "不合之处", "Contradiction"), "lines": Text("項數", "项数", "Lines"),
        "live": Text("邊走邊報", "边走边报", "Radioed in"), "opens": Text("應再上崗", "应再上岗", "To be attended again"), "occurrences": Text("未結的情況", "未结的情况", "Open occurrences"),
        "outageSince": Text("停機前最後一筆", "停机前最后一笔", "Last line before the outage"), "possible": Text("可能是名單上的", "可能是名单上的", "May be on the deny list"),
        "refused": Text("不接受的", "不接受的", "Refused lines"), "relief": Text("接班人", "接班人", "Relief"), "remaining": Text("還剩", "还剩", "Remaining"),
        "rounds": Text("在走的巡邏", "在走的巡逻", "Rounds under way"), "routes": Text("路線", "路线", "Routes"), "settles": Text("結束第幾號", "结束第几号", "Ends line"),
        "signed": Text("簽名", "签名", "Signed"), "to": Text("到", "到", "To"), "undoes": Text("取代第幾號的答覆", "取代第几号的答复", "Undoes line"), "unseen": Text("漏查點", "漏查点", "Not ticked"),
        "vehicles": Text("在場車輛", "在场车辆", "Vehicles inside"), "version": Text("版本", "版本", "Version"), "visit": Text("來訪第幾號", "来访第几号", "Visit"),
        "shift": Text("當班起", "当班起", "On duty since"), "state": Text("當時的情形", "当时的情形", "How it stood"), "differs": HandoverWords.otherwise, "badgeOut": Text("沒收回的訪客證", "没收回的访客证", "Badge not back"), "ofStock": Text("收回備用", "收回备用", "Back in stock"), "rest": Text("放行條還准幾件", "放行条还准几件", "Left on the pass"), "unpassed": Text("沒有放行條", "没有放行条", "Without a pass"),
        "referred": Text("轉主管", "转主管", "For the supervisor"), "saw": Text("當時內容的摘要", "当时内容的摘要", "Digest of what it said"),
        "about": Text("當時寫的是", "当时写的是", "As it stood then"),
        "asked": Text("先前的疑問", "先前的疑问", "Asked before"), "moved": Text("借還時間", "借还时间", "Lent or back at"), "repaired": Text("修理或複查時間", "修理或复查时间", "Repaired or looked at"),
        "toldSince": Text("漏巡從此交代", "漏巡从此交代", "Missed rounds told since"), "owed": Text("待移交派出所", "待移交派出所", "Owed to the police"), "post": Text("崗位", "岗位", "Post"),
        "of": Text("哪一種記錄", "哪一种记录", "Kind of that line"), "was": Text("原來是", "原来是", "Was"),
    ]
}

extension String {
    /// Without what stands in brackets at the end.
    fileprivate var withoutHint: String {
        guard let last, last == "）" || last == ")", let open = lastIndex(of: last == ")" ? "(" : "（"), open != startIndex else { return self }
        return String(self[..<open]).trimmed
    }

    private var trimmed: String { last == " " ? String(dropLast()) : self }
}
