import Gatekeeping

/// What Enter will do with a row, and the marks of rows.
public enum HintWords {
    public static let letIn = Text("放行", "放行", "let in")
    public static let leaves = Text("離開", "离开", "leaves")
    public static let allLeave = Text("全部離開", "全部离开", "all leave")
    public static let register = Text("登記", "登记", "register")
    /// Of somebody who comes again.
    public static let refusedBefore = Text("看過再登記", "看过再登记", "read, register")
    public static func wasRefused(_ time: String, _ why: String) -> Text {
        Text("\(time) 禁止入內：\(why)", "\(time) 禁止入内：\(why)", "refused \(time): \(why)")
    }

    public static let visitorFor = Text("有客來訪", "有客来访", "visitor for")
    public static let refuse = Text("禁止入內", "禁止入内", "refuse entry")
    public static let refusalForm = Text("填禁止入內", "填禁止入内", "refusal form")
    public static let registerAndCompare = Text("可能在名單上：登記並比對", "可能在名单上：登记并比对", "listed? register, compare")
    public static let compare = Text("比對", "比对", "compare")
    public static let question = Text("盤問", "盘问", "question")
    public static let correct = Text("更正", "更正", "correct")
    public static let part = Text("部分離開、證件、帶出", "部分离开、证件、带出", "part leaves, badge, goods")
    public static let withGoods = Text("帶出物品、改車牌", "带出物品、改车牌", "goods out, other plate")
    public static let neverCameIn = Text("離開（沒有進入記錄）", "离开（没有进入记录）", "leaves (no entry on record)")
    /// Of a car that a visitor came in with.
    public static let carLeaves = Text("只有車離開", "只有车离开", "only the car leaves")
    public static let leavesAs = Text("是這輛，離開", "是这辆，离开", "this one leaves")
    public static let looksAlike = Text("字形相近：登記", "字形相近：登记", "looks alike: register")
    public static let permitChecked = Text("車牌核對無誤，放行", "车牌核对无误，放行", "plate compared: let in")
    public static let exceptionIdentification = Text("主管破例：無證件", "主管破例：无证件", "exception: no document")
    public static let exceptionSuspicion = Text("主管破例：可疑", "主管破例：可疑", "exception: suspicious")
    public static let exceptionDenied = Text("主管破例：禁入名單", "主管破例：禁入名单", "exception: deny list")
    public static let suspicious = Text("形跡可疑：", "形迹可疑：", "suspicious: ")
    /// Somebody may be who is suspicious in another visit.
    public static func resembles(_ suspect: Suspect) -> Text {
        Text("可能是門口可疑的 \(suspect.known)：\(suspect.why)", "可能是门口可疑的 \(suspect.known)：\(suspect.why)", "may be \(suspect.known), suspicious at the gate: \(suspect.why)")
    }
    public static let completeVisit = Text("補填登記", "补填登记", "fill in what is missing")
    public static let expected = Text("預約", "预约", "expected")
    public static let atGate = Text("門口", "门口", "at gate")
    public static let over = Text("超時 ", "超时 ", "over ")
    public static let newVisitor = Text("新訪客", "新访客", "New visitor")
    public static let newVehicle = Text("新車輛", "新车辆", "New vehicle")
    public static let newOccurrence = Text("記一件新的值班情況", "记一件新的值班情况", "Write a new occurrence")
    public static let write = Text("填寫", "填写", "write")
    public static let update = Text("更新", "更新", "update")
    public static let notYetDue = Text("還沒到時間", "还没到时间", "not yet due")
    public static let depart = Text("出發", "出发", "depart")
    public static func moreDamage(_ checkpoint: String) -> Text {
        Text("剛才的點還有損壞：\(checkpoint)", "刚才的点还有损坏：\(checkpoint)", "more damage there: \(checkpoint)")
    }

    public static let otherWalker = Text("別人去巡", "别人去巡", "another walker")
    public static let back = Text("返回", "返回", "back")
    public static let done = Text("已走完", "已走完", "done")
    public static let intact = Text("完好", "完好", "intact")
    public static let repaired = Text("修好了", "修好了", "repaired")
    public static let confirm = Text("主管確認", "主管确认", "confirm")
    public static let settle = Text("已補完", "已补完", "settled")
    public static let doIt = Text("做", "做", "do it")
    public static let read = Text("讀", "读", "read")
    public static let nothing = Text("", "", "")
    public static let noAction = Text("這一行只是給人看的，Enter 不做什麼。", "这一行只是给人看的，Enter 不做什么。", "This row only tells; Enter does nothing here.")
    public static let stepTicked = Text("這一步做完了，時間在右邊；打錯的可以收回（Ctrl-U）。", "这一步做完了，时间在右边；打错的可以收回（Ctrl-U）。", "This step is done, at the time on the right; a wrong tick is taken back with Ctrl-U.")
    public static let stepDone = Text("做完打勾", "做完打勾", "tick")
    public static let withRemark = Text("打勾並備註", "打勾并备注", "tick with a remark")
    public static let detained = Text("扣留：", "扣留：", "Detained: ")
    public static let evidence = Text("證據：", "证据：", "Evidence: ")
    public static let handOver = Text("移交", "移交", "hand over")
    public static let passOn = Text("轉交", "转交", "pass on")
    public static let late = Text("補記", "补记", "late")
    public static let withPolice = Text("已移交", "已移交", "with police")
    public static let notWithPolice = Text("未移交", "未移交", "not with police")
    public static let signReading = Text("Enter 我讀過了，簽名 · ↑↓ 捲動 · Esc 關閉", "Enter 我读过了，签名 · ↑↓ 卷动 · Esc 关闭", "Enter: I have read it · ↑↓ scroll · Esc closes")
    public static let alreadyRead = Text("這一版您已經簽讀過了，不必再簽。", "这一版您已经签读过了，不必再签。", "You have signed for this version already; nothing more to do.")
    public static let unread = Text("未讀", "未读", "unread")
    public static let newThing = Text("新的：代管、交辦、放行條、查崗……", "新的：代管、交办、放行条、查岗……", "New: thing, task, pass, inspection …")
    public static let choose = Text("選", "选", "choose")
    public static let task = Text("交辦：", "交办：", "Task: ")
    public static let pass = Text("放行條：", "放行条：", "Pass: ")
    public static let equipment = Text("裝備：", "装备：", "Equipment: ")
    public static let isLent = Text("借出", "借出", "lent")
    public static let inOrder = Text("完好", "完好", "in order")
    public static let fetch = Text("領走", "领走", "fetch")
    public static let lend = Text("借出", "借出", "lend")
    public static let giveBack = Text("歸還", "归还", "return")
    public static let badgeBack = Text("訪客證收回", "访客证收回", "badge back")
    public static let writeOff = Text("註銷", "注销", "write off")
    public static let carryOut = Text("帶出", "带出", "goods out")
    public static let finish = Text("完成", "完成", "done")
    public static let newDefect = Text("發現損壞", "发现损坏", "Damage found")
    public static let secondLook = Text("複查", "复查", "look again")
    public static let repairedBy = Text("已修，待複查：", "已修，待复查：", "repaired, look again: ")
    public static let assignedTo = Text("派修：", "派修：", "assigned: ")
    public static let goThere = Text("去處理", "去处理", "go there")
    public static let putOff = Text("延後", "延后", "put off")
    /// How many defects are open at a place.
    public static func damaged(_ n: Int) -> Text { Text("損壞 \(n)", "损坏 \(n)", "\(n) damaged") }
    public static let fireCard = Text("消防：", "消防：", "Fire: ")
    public static let lastLook = Text("上次 ", "上次 ", "last ")
    public static let neverLooked = Text("還沒查看", "还没查看", "not looked at yet")
    public static let noUse = Text("沒有寫用法，請問主管", "没有写用法，请问主管", "no instructions yet; ask the supervisor")
    public static let lookBy = Text("最晚 ", "最晚 ", "by ")
    public static let holder = Text("值班：", "值班：", "On duty: ")
    public static let signOff = Text("下崗", "下岗", "Sign off")
    public static let closePost = Text("按時關閉崗位", "按时关闭岗位", "Close the post by schedule")
    public static let leaveByException = Text("主管准許離崗", "主管准许离岗", "Leave by a supervisor's exception")

    public static let takenBack = Text("已收回", "已收回", "taken back")
    public static let corrected = Text("已更正", "已更正", "corrected")
    public static func silent(_ minutes: Int) -> Text {
        let time = Words.duration(minutes)
        return Text("該更新了，過了 \(time.hant)", "该更新了，过了 \(time.hans)", "update \(time.english) overdue")
    }

    public static func insideCounts(_ people: Int, _ vehicles: Int) -> Text {
        Text("在場 \(people) 人，\(vehicles) 輛車", "在场 \(people) 人，\(vehicles) 辆车", "Inside: visitors \(people), vehicles \(vehicles)")
    }

    public static func outage(_ from: String, _ until: String) -> Text {
        Text(
            "程式 \(from)–\(until) 沒有運作：把紙上的記錄補進來（Ctrl-T 設時間）", "程序 \(from)–\(until) 没有运作：把纸上的记录补进来（Ctrl-T 设时间）",
            "Not running \(from)–\(until): enter what was kept on paper (Ctrl-T sets the time)")
    }
}
