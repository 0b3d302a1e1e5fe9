/// What a locked screen says: numbers, and how to get on. No names, no plates.
public enum LockWords {
    public static let title = Text("已鎖住", "已锁住", "Locked")
    public static let nobody = Text("無人值班", "无人值班", "nobody on duty")
    public static let prompt = Text("打工號解鎖", "打工号解锁", "type your number to unlock")
    public static let promptUnattended = Text("按 Enter 簽到；或打工號解鎖", "按 Enter 签到；或打工号解锁", "Enter signs on; or type your number")
    public static let unlocked = Text("已解鎖。", "已解锁。", "Unlocked.")
    public static let keys = Text("F1 說明  Ctrl-E 緊急放行", "F1 说明  Ctrl-E 紧急放行", "F1 help  Ctrl-E emergency entry")
    public static let finishRow = Text("【 Enter 解鎖 】", "【 Enter 解锁 】", "[ Enter unlocks ]")
    public static let formKeys = Text("Enter 下一欄  ↑↓ 移動  Ctrl-D 記下  Esc 取消", "Enter 下一栏  ↑↓ 移动  Ctrl-D 记下  Esc 取消", "Enter next  ↑↓ move  Ctrl-D record  Esc cancel")
    public static let unlockKeys = Text("Enter 解鎖  Esc 取消", "Enter 解锁  Esc 取消", "Enter unlocks  Esc cancels")
    public static let quitLocks = Text("1 鎖住畫面，不離開", "1 锁住画面，不离开", "1 locks the screen instead")

    public static func people(_ n: Int) -> Text { Text("在場訪客  \(n) 人", "在场访客  \(n) 人", "Visitors inside  \(n)") }
    public static func vehicles(_ n: Int) -> Text { Text("在場車輛  \(n) 輛", "在场车辆  \(n) 辆", "Vehicles inside  \(n)") }
    public static func rounds(_ n: Int) -> Text { Text("該走巡邏  \(n)", "该走巡逻  \(n)", "Rounds due       \(n)") }
    public static func alerts(_ n: Int) -> Text { Text("要看的事  \(n)", "要看的事  \(n)", "Alerts           \(n)") }
}
