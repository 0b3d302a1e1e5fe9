import Gatekeeping

/// The words of the report on each guard (S5).
public enum GuardWords {
    public static let title = Text("護衛員", "护卫员", "Guards")
    public static let number = Text("工號", "工号", "number")

    /// What a figure counts.
    public static func name(_ figure: GuardTally.Figure) -> Text {
        switch figure {
        case .walked: Text("巡邏", "巡逻", "rounds walked")
        case .unseen: Text("漏查點", "漏查点", "checkpoints not ticked")
        case .missed: Text("漏巡", "漏巡", "rounds missed")
        case .lateEntries: Text("遲記", "迟记", "late entries")
        case .lateUpdates: Text("遲更新", "迟更新", "late updates")
        case .exceptions: Text("破例", "破例", "exceptions")
        case .gaps: Text("脫崗", "脱岗", "post left")
        case .unread: Text("職責未讀", "职责未读", "orders unread")
        }
    }
}
