import Gatekeeping

/// What the figures of what is open are called.
public enum OpenWords {
    /// No figures stand in a view.
    public static let none = Text("這裡沒有數字可查。", "这里没有数字可查。", "There are no figures here.")

    /// What a figure counts.
    public static func name(_ figure: OpenFigure) -> Text {
        switch figure {
        case .people: Text("在場訪客人數", "在场访客人数", "Visitors inside")
        case .vehicles: Text("在場車輛", "在场车辆", "Vehicles inside")
        case .occurrences: Text("未結的情況", "未结的情况", "Open occurrences")
        case .evidence: Text("保管的證據", "保管的证据", "Evidence held")
        case .detained: Text("扣留中", "扣留中", "Detained")
        case .defects: Text("未修復的損壞", "未修复的损坏", "Open defects")
        case .tasks: Text("未完成的交辦", "未完成的交办", "Open tasks")
        case .things: Text("代管物品", "代管物品", "Things kept")
        case .passes: Text("有效放行條", "有效放行条", "Open passes")
        case .matters: Text("未結的服務事項", "未结的服务事项", "Open matters")
        case .exceptions: Text("待確認破例", "待确认破例", "Exceptions to confirm")
        }
    }
}
