/// Names of the events for people.
public enum EventWords {
    /// The name of an event kind; the kind itself where there is none.
    public static func name(_ kind: String) -> Text { names[kind] ?? Text(kind, kind, kind) }

    /// All names by kind.
    public static let names: [String: Text] = [
        "visitor.expected": Text("預約來訪", "预约来访", "Visitor expected"),
        "visitor.verified": Text("核實身份", "核实身份", "Verified"),
        "visitor.compared": Text("比對名單", "比对名单", "Compared with the deny list"),
        "visitor.registered": Text("來訪登記", "来访登记", "Registered"),
        "visitor.admitted": Text("放行", "放行", "Let in"),
        "visitor.left": Text("訪客離開", "访客离开", "Left"),
        "visitor.refused": Text("禁止入內", "禁止入内", "Refused"),
        "emergency.passed": Text("緊急放行", "紧急放行", "Emergency entry"),
        "emergency.completed": Text("緊急補記", "紧急补记", "Emergency completed"),
        "exception.granted": Text("主管破例", "主管破例", "Exception granted"),
        "exception.confirmed": Text("破例確認", "破例确认", "Exception confirmed"),
        "vehicle.registered": Text("陌生車輛登記", "陌生车辆登记", "Vehicle registered"),
        "vehicle.entered": Text("車輛進入", "车辆进入", "Vehicle in"),
        "vehicle.left": Text("車輛離開", "车辆离开", "Vehicle out"),
        "occurrence.opened": Text("值班情況", "值班情况", "Occurrence"),
        "occurrence.updated": Text("情況更新", "情况更新", "Occurrence update"),
        "occurrence.resolved": Text("情況處理完畢", "情况处理完毕", "Occurrence resolved"),
        "questioning.recorded": Text("盤問", "盘问", "Questioning"),
        "round.started": Text("巡邏出發", "巡逻出发", "Round departed"),
        "round.ticked": Text("巡查點", "巡查点", "Checkpoint"),
        "round.returned": Text("巡邏返回", "巡逻返回", "Round returned"),
        "round.missed": Text("漏巡", "漏巡", "Round missed"),
        "rounds.unwatched": Text("停機期間的巡邏", "停机期间的巡逻", "Rounds while not running"),
        "defect.repaired": Text("損壞修復", "损坏修复", "Defect repaired"),
        "post.taken": Text("上崗簽到", "上岗签到", "Signed on"),
        "handover.offered": Text("交班", "交班", "Handover offered"),
        "handover.accepted": Text("接班", "接班", "Handover accepted"),
        "post.left": Text("下崗", "下岗", "Signed off"),
        "console.opened": Text("開機", "开机", "Console opened"),
        "console.closed": Text("關機", "关机", "Console closed"),
        "outage.settled": Text("停機補記完畢", "停机补记完毕", "Outage settled"),
        "entry.withdrawn": Text("收回", "收回", "Taken back"),
        "entry.corrected": Text("更正", "更正", "Corrected"),
    ]
}
