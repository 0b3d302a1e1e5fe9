/// What Enter will do with a row, and the marks of rows.
public enum HintWords {
    public static let letIn = Text("放行", "放行", "let in")
    public static let leaves = Text("離開", "离开", "leaves")
    public static let register = Text("登記", "登记", "register")
    public static let visitorFor = Text("有客來訪", "有客来访", "visitor for")
    public static let refuse = Text("禁止入內", "禁止入内", "refuse entry")
    public static let refusalForm = Text("拒絕表單", "拒绝表单", "refusal form")
    public static let registerAndCompare = Text("同名：登記並比對", "同名：登记并比对", "same name: register and compare")
    public static let compare = Text("比對", "比对", "compare")
    public static let question = Text("盤問", "盘问", "question")
    public static let correct = Text("更正", "更正", "correct")
    public static let part = Text("部分離開、證件、帶出", "部分离开、证件、带出", "part leaves, badge, goods")
    public static let withGoods = Text("帶出物品、改車牌", "带出物品、改车牌", "goods out, other plate")
    public static let neverCameIn = Text("離開（沒有進入記錄）", "离开（没有进入记录）", "leaves (no entry on record)")
    public static let leavesAs = Text("是這輛，離開", "是这辆，离开", "this one leaves")
    public static let looksAlike = Text("字形相近：登記", "字形相近：登记", "looks alike: register")
    public static let permitChecked = Text("車牌核對無誤，放行", "车牌核对无误，放行", "plate compared: let in")
    public static let exceptionIdentification = Text("主管破例：無證件", "主管破例：无证件", "exception: no document")
    public static let exceptionSuspicion = Text("主管破例：可疑", "主管破例：可疑", "exception: suspicious")
    public static let exceptionDenied = Text("主管破例：禁入名單", "主管破例：禁入名单", "exception: deny list")
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
    public static let stepDone = Text("做完打勾", "做完打勾", "tick")
    public static let withRemark = Text("打勾並備註", "打勾并备注", "tick with a remark")
    public static let detained = Text("扣留：", "扣留：", "Detained: ")
    public static let evidence = Text("證據：", "证据：", "Evidence: ")
    public static let handOver = Text("移交", "移交", "hand over")
    public static let passOn = Text("轉交", "转交", "pass on")
    public static let late = Text("補記", "补记", "late")
    public static let withPolice = Text("已移交", "已移交", "with police")
    public static let notWithPolice = Text("未移交", "未移交", "not with police")
    public static let holder = Text("值班：", "值班：", "On duty: ")
    public static let signOff = Text("下崗", "下岗", "Sign off")
    public static let closePost = Text("按時關閉崗位", "按时关闭岗位", "Close the post by schedule")
    public static let leaveByException = Text("主管准許離崗", "主管准许离岗", "Leave by a supervisor's exception")

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
