import Gatekeeping

extension Problem.Shape {
    /// Completes "… belongs here".
    var text: Text {
        switch self {
        case .text: Text("文字", "文本", "text")
        case .list: Text("清單（每項以「- 」開頭）", "列表（每项以“- ”开头）", "a list (each entry begins with “- ”)")
        case .mapping: Text("「鍵: 值」的組合", "“键: 值”的组合", "a set of “key: value” pairs")
        case .yesOrNo: Text(" true 或 false", " true 或者 false", "true or false")
        }
    }
}

extension Problem.QuoteFault {
    /// What is wrong with the quotation mark; what would be right.
    var text: Text {
        switch self {
        case .unclosed:
            Text("雙引號沒有結束；請補上結尾的雙引號", "双引号没有结束；请补上结尾的双引号", "a quotation mark is never closed; close it")
        case .stray:
            Text("雙引號出現在值的中間；請把整個值用雙引號括起，裡面的雙引號寫兩次", "双引号出现在值的中间；请把整个值用双引号括起，里面的双引号写两次",
                "a quotation mark stands inside a value; quote the whole value and write inner marks twice")
        case .trailing:
            Text("結尾的雙引號後面還有字；後面只能是逗號或換行", "结尾的双引号后面还有字；后面只能是逗号或换行",
                "something follows the closing quotation mark; only a comma or the line's end may")
        }
    }
}

extension Problem.Thing {
    /// What people call such a thing.
    var text: Text {
        switch self {
        case .gate: Text("出入口", "出入口", "gate")
        case .building: Text("樓棟", "楼栋", "building")
        case .post: Text("崗位", "岗位", "post")
        case .equipment: Text("設備", "设备", "piece of equipment")
        case .shift: Text("班次", "班次", "shift")
        case .person: Text("工號", "工号", "guard's number")
        case .unit: Text("單元", "单元", "unit")
        case .purpose: Text("來訪事由", "来访事由", "purpose of visit")
        case .identification: Text("身分證明", "身份证明", "identification")
        case .emergencyService: Text("緊急單位", "紧急单位", "emergency service")
        case .vehicleKind: Text("車種", "车型", "kind of vehicle")
        case .refusalReason: Text("拒絕原因", "拒绝原因", "reason for refusal")
        case .occurrenceKind: Text("情況種類", "情况种类", "kind of occurrence")
        case .step: Text("處理步驟", "处理步骤", "step of a procedure")
        case .use: Text("器材用法", "器材用法", "use of equipment")
        case .checkpoint: Text("巡邏點", "巡逻点", "checkpoint")
        case .item: Text("查看項目", "检查项目", "item to look at")
        case .route: Text("巡邏路線", "巡逻路线", "patrol route")
        case .order: Text("崗位職責", "岗位职责", "post order")
        case .department: Text("部門", "部门", "department")
        case .topic: Text("類別", "类别", "topic")
        case .activity: Text("活動", "活动", "activity")
        case .denied: Text("禁入名單代號", "禁入名单代号", "deny list entry")
        }
    }
}

extension Text {
    static func + (left: Text, right: Text) -> Text {
        Text(left.hant + right.hant, left.hans + right.hans, left.english + right.english)
    }

    static func maybe(_ word: String) -> Text {
        Text("是不是 \(word)？", "是不是 \(word)？", "did you mean \(word)?")
    }
}

/// The whole path of a key, as `posts[2].gate`.
func dotted(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

/// `U+202E`.
func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
