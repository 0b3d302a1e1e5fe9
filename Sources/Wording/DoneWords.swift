import Gatekeeping

/// What is said once something is on the disk.
public enum DoneWords {
    public static let recorded = Text("已記下。", "已记下。", "Recorded.")
    public static let compared = Text("已比對：是同一人，禁止入內。", "已比对：是同一人，禁止入内。", "Compared: the same person, no entry.")
    public static let accepted = Text("已接班，由接班人負責。", "已接班，由接班人负责。", "Accepted: the relief is responsible now.")
    public static let offered = Text("已提出交班，等接班人接受。", "已提出交班，等接班人接受。", "Offered; waiting for the relief to accept.")
    public static let signedOff = Text("已下崗。", "已下岗。", "Signed off.")
    public static let departed = Text("已出發。", "已出发。", "Departed.")
    public static let returned = Text("已返回。", "已返回。", "Returned.")
    public static let takenBack = Text("已收回。", "已收回。", "Taken back.")

    public static func intact(_ checkpoint: Names) -> Text {
        Text("完好：\(checkpoint[.hant])", "完好：\(checkpoint[.hans])", "Intact: \(checkpoint[.english])")
    }
    public static func stepDone(_ step: Names) -> Text {
        Text("已打勾：\(step[.hant])", "已打勾：\(step[.hans])", "Done: \(step[.english])")
    }
    public static func admitted(_ name: String) -> Text { Text("已放行 \(name)", "已放行 \(name)", "Let in \(name)") }
    public static func left(_ name: String) -> Text { Text("已離開 \(name)", "已离开 \(name)", "Left \(name)") }
    public static func vehicleIn(_ plate: String) -> Text { Text("車輛進入 \(plate)", "车辆进入 \(plate)", "Vehicle in \(plate)") }
    public static func vehicleOut(_ plate: String) -> Text { Text("車輛離開 \(plate)", "车辆离开 \(plate)", "Vehicle out \(plate)") }
    public static func signedOn(_ number: String) -> Text { Text("\(number) 已上崗。", "\(number) 已上岗。", "\(number) is on duty.") }
}
