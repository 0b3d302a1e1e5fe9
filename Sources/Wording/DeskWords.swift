import Gatekeeping

/// The service desk: the steps of a matter, the year's plan, the figures.
public enum DeskWords {
    public static let title = Text("服務台", "服务台", "Service desk")
    public static let notSetUp = Text(
        "這個小區沒有設服務台。要用請在設定資料夾放 desk.yaml，其他功能照常。", "这个小区没有设服务台。要用请在配置文件夹放 desk.yaml，其他功能照常。",
        "This estate has no service desk. To have one, put desk.yaml into the configuration; all else works as before.")
    public static let new = Text("新的：投訴、建議、諮詢、報修……", "新的：投诉、建议、咨询、报修……", "New: complaint, suggestion, enquiry, repair …")
    public static let figures = Text("回訪處理率、有效投訴率……", "回访处理率、有效投诉率……", "Rates and figures …")
    public static let history = Text("全部經過", "全部经过", "whole story")
    public static let made = Text("回訪了", "回访了", "called")
    public static let held = Text("辦了", "办了", "held")
    public static let urgent = Text("緊急", "紧急", "urgent")
    public static let reopened = Text("再次", "再次", "again")
    public static let late = Text("逾期 ", "逾期 ", "late ")
    public static let today = Text("今天", "今天", "today")
    public static let promised = Text("約定回復", "约定回复", "reply promised")
    public static let homes = Text("戶", "户", "homes")

    /// What a matter is.
    public static func kind(_ kind: Matter.Kind) -> Text { FieldWords.choice(kind.rawValue, of: "matter") }

    /// What is to be done next.
    public static func step(_ step: MatterStep) -> Text {
        switch step {
        case .verify: Text("調查核實", "调查核实", "verify")
        case .report: Text("匯報部門和主任", "汇报部门和主任", "report")
        case .plan: Text("整改計劃", "整改计划", "plan")
        case .settle: Text("解決", "解决", "settle")
        case .post: Text("張榜公布", "张榜公布", "post")
        case .answerResident: Text("回復住戶", "回复住户", "answer the resident")
        case .answerDirector: Text("回復主任", "回复主任", "answer the director")
        case .revisit: Text("回訪", "回访", "return visit")
        case .close: Text("結案", "结案", "close")
        case .decide: Text("主任決定", "主任决定", "director decides")
        }
    }

    /// How far a matter has come, as the gate may see it.
    public static func state(_ step: MatterStep) -> Text {
        let name = self.step(step)
        return Text("待\(name.hant)", "待\(name.hans)", "to \(name.english)")
    }

    /// A figure of the desk.
    public static func name(_ figure: DeskTally.Figure) -> Text {
        switch figure {
        case .received: Text("受理事項", "受理事项", "Matters received")
        case .complaints: Text("投訴", "投诉", "Complaints")
        case .suggestions: Text("建議", "建议", "Suggestions")
        case .enquiries: Text("諮詢", "咨询", "Enquiries")
        case .repairs: Text("報修", "报修", "Repairs")
        case .valid: Text("有效投訴", "有效投诉", "Valid complaints")
        case .unfounded: Text("不屬實的投訴", "不属实的投诉", "Unfounded complaints")
        case .sameDay: Text("當天核實", "当天核实", "Verified the same day")
        case .escalated: Text("主任決定", "主任决定", "Went to the director")
        case .reopened: Text("不滿意再辦", "不满意再办", "Reopened")
        case .closed: Text("已結案", "已结案", "Closed")
        case .open: Text("未結案", "未结案", "Not closed")
        case .revisits: Text("回訪", "回访", "Return visits")
        case .handled: Text("已處理的回訪", "已处理的回访", "Return visits handled")
        case .drawn: Text("抽中回訪的報修", "抽中回访的报修", "Repairs drawn for a visit")
        case .drawnVisited: Text("抽中並已回訪", "抽中并已回访", "Drawn and visited")
        case .content: Text("滿意", "满意", "Content")
        case .fairly: Text("基本滿意", "基本满意", "Fairly content")
        case .notContent: Text("不滿意", "不满意", "Not content")
        case .posted: Text("張榜公布", "张榜公布", "Suggestions posted")
        case .commended: Text("表彰住戶", "表彰住户", "Households commended")
        case .activities: Text("活動", "活动", "Activities")
        case .studies: Text("同行參觀", "同行参观", "Study visits")
        }
    }

    public static let handledRate = Text("回訪處理率（目標 100%）", "回访处理率（目标 100%）", "Return visits handled (goal 100%)")
    public static let complaintRate = Text("有效投訴率（目標 ≤ 1%）", "有效投诉率（目标 ≤ 1%）", "Valid complaints per household (goal ≤ 1%)")
    public static let month = Text("服務台月報", "服务台月报", "Service desk")
    public static let byKind = Text("按種類", "按种类", "By kind")
    public static let byTopic = Text("按類別", "按类别", "By topic")
    public static let byBuilding = Text("按樓棟", "按楼栋", "By building")
    public static let byMonth = Text("按月份", "按月份", "By month")
    public static let noUnit = Text("沒有單元", "没有单元", "no unit")
    public static let plan = Text("年度回訪計劃", "年度回访计划", "Plan of the year")
    public static let columns = [Text("部分", "部分", "part"), Text("項目", "项目", "what"), Text("數目", "数目", "figure"), Text("圖", "图", "chart"), Text("號碼", "号码", "lines")]
    public static let columnNames = ["part", "what", "figure", "chart", "lines"]
    public static let planColumns = [
        Text("誰", "谁", "who"), Text("哪裡、什麼", "哪里、什么", "what"), Text("期間", "期间", "term"), Text("已辦", "已办", "done"), Text("目標", "目标", "goal"),
        Text("最晚", "最晚", "due"), Text("逾期", "逾期", "late"),
    ]
    public static let waitsForDirector = Text(
        "等主任決定，由服務台記下。住戶問起，可按 → 解釋並約定回復時間。", "等主任决定，由服务台记下。住户问起，可按 → 解释并约定回复时间。",
        "The director decides; the desk records it. If the resident asks: the right arrow explains and promises a time.")
    public static let show = Text("【 Enter 算出來 】", "【 Enter 算出来 】", "[ Enter counts ]")
    public static let overdue = Text("逾期", "逾期", "late")
    public static let notice = Text("接待投訴", "接待投诉", "Complaints are taken here")
    public static let place = Text("地點：", "地点：", "Place: ")
    public static let phone = Text("電話：", "电话：", "Phone: ")
    public static let hours = Text("時間：", "时间：", "Hours: ")
    public static let noNotice = Text("設定裡沒有 notice（desk.yaml）。", "配置里没有 notice（desk.yaml）。", "The configuration has no notice (desk.yaml).")
    public static let posting = Text("合理化建議公布", "合理化建议公布", "What came of suggestions")
    public static let model = Text("文明戶推薦名單", "文明户推荐名单", "Households commended")
    public static let postingColumns = [Text("部分", "部分", "part"), Text("日期", "日期", "day"), Text("號碼", "号码", "line"), Text("單元", "单元", "unit"), Text("內容", "内容", "text")]
    public static let period = Text("期間與範圍", "期间与范围", "Period and scope")
    public static let from = Text("從哪天（2026-11-01）", "从哪天（2026-11-01）", "From (2026-11-01)")
    public static let to = Text("到哪天（2026-11-30）", "到哪天（2026-11-30）", "To (2026-11-30)")
    public static let badPeriod = Text("日期要像 2026-11-01，先早後晚。", "日期要像 2026-11-01，先早后晚。", "Days look like 2026-11-01, the earlier one first.")
    public static let unreadable = Text("現在讀不到記錄；值班照常，等一下再試。", "现在读不到记录；值班照常，等一下再试。", "The pages cannot be read now; go on as usual and try again later.")
    public static let building = Text("樓棟", "楼栋", "Building")
    public static let counting = Text("正在算……", "正在算……", "counting …")
    public static let figureKeys = Text("↑↓ 選數字  Enter 看是哪些  F12 怎麼算的  Esc 關閉", "↑↓ 选数字  Enter 看是哪些  F12 怎么算的  Esc 关闭", "↑↓ choose  Enter shows which  F12 how  Esc closes")

    /// Hundredths of a per cent as people read them.
    public static func percent(_ rate: Int?) -> String {
        guard let rate else { return "—" }
        let rest = rate % 100
        return "\(rate / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }

    static func refusal(_ refusal: Refusal) -> Text {
        switch refusal {
        case .noDesk: notSetUp
        case .notDirector(let number):
            Text("\(number) 不是主任。請填主任的工號。", "\(number) 不是主任。请填主任的工号。", "\(number) is not the director. Enter the director's number.")
        case .notOffice(let number):
            Text(
                "\(number) 不是服務台的人，不能記主任的決定。請服務台的人記。", "\(number) 不是服务台的人，不能记主任的决定。请服务台的人记。",
                "\(number) is not of the desk and cannot record the director's decision. Somebody of the desk does.")
        case .otherStep(let step):
            Text(
                "這件事現在該做的是「\(self.step(step).hant)」。先做那一步。", "这件事现在该做的是“\(self.step(step).hans)”。先做那一步。",
                "What this matter needs now is “\(self.step(step).english)”. Do that first.")
        case .timePast: Text("時間要在將來，例如 12-24 18:00。", "时间要在将来，例如 12-24 18:00。", "The time must lie ahead, as 12-24 18:00.")
        case .handedInCircle(let department):
            Text(
                "\(department.hant) 已經接過這件事，不得推諉。請自己辦，或請主任決定。", "\(department[.hans]) 已经接过这件事，不得推诿。请自己办，或请主任决定。",
                "\(department[.english]) had this matter before: it must not go in a circle. Settle it, or let the director decide.")
        case .answerMissing(.resident):
            Text("還沒回復住戶。先記下回復，再結案或回訪。", "还没回复住户。先记下回复，再结案或回访。", "The resident has no answer yet. Record the answer first.")
        case .answerMissing(.director): Text("還沒回復主任。先記下回復，再結案。", "还没回复主任。先记下回复，再结案。", "The director has no answer yet. Record it first, then close.")
        case .revisitMissing: Text("還沒回訪。請沒有經辦的人回訪後再結案。", "还没回访。请没有经办的人回访后再结案。", "The return visit is missing. Somebody who did not handle it calls first.")
        case .ownRevisit: Text("經辦的人不能自己回訪。請換人去。", "经办的人不能自己回访。请换人去。", "Who handled it cannot ask. Somebody else must call.")
        default: Text("", "", "")
        }
    }
}
