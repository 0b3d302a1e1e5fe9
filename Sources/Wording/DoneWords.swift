import Gatekeeping

/// What is said once something is on the disk.
public enum DoneWords {
    public static let recorded = Text("已記下。", "已记下。", "Recorded.")
    /// What a command came to, where there is more to say than that it is recorded.
    public static func recorded(_ fact: any Fact) -> Text {
        switch fact {
        case is OccurrenceResolved: Text("已結案。", "已结案。", "Settled and closed.")
        case is CaseTransferred: Text("已記移交派出所，現在可以結案。", "已记移交派出所，现在可以结案。", "With the police: it can be settled now.")
        case let dismissed as CaseDismissed:
            dismissed.isReferred
                ? Text("已記不是案件，現在可以結案；主管還沒簽，會報主管（F6）。", "已记不是案件，现在可以结案；主管还没签，会报主管（F6）。", "No case: it can be settled now. The supervisor has not signed and is told (F6).")
                : Text("已記不是案件，現在可以結案。", "已记不是案件，现在可以结案。", "No case: it can be settled now.")
        case is PassCancelled: Text("放行條作廢了，不能再用。", "放行条作废了，不能再用。", "The pass is cancelled and lets nothing out any more.")
        case is DefectRepaired: Text("已記修好，還要主管複查（F4）。", "已记修好，还要主管复查（F4）。", "Repaired: a supervisor has to look again (F4).")
        case let confirmed as DefectConfirmed:
            confirmed.isGood
                ? Text("複查過了，這件損壞了結。", "复查过了，这件损坏了结。", "Looked at again: the defect is settled.")
                : Text("複查還是壞的，仍要修。", "复查还是坏的，仍要修。", "Still damaged: it has to be repaired again.")
        case let left as VisitorLeft where left.isUnpassed: goods
        case let left as VehicleLeft where left.isUnpassed: goods
        case let left as VisitorLeft where !left.differs.isEmpty: goodsOtherwise
        case let left as VehicleLeft where !left.differs.isEmpty: goodsOtherwise
        case let goods as GoodsLetOut where !goods.differs.isEmpty: goodsOtherwise
        case is TaskFinished: Text("這件交辦完成了。", "这件交办完成了。", "The task is done.")
        default: recorded
        }
    }

    private static let goods = Text("已記離開；沒有放行條的物品會報主管（F6）。", "已记离开；没有放行条的物品会报主管（F6）。", "Left; what went out without a pass goes to the supervisor (F6).")
    private static let goodsOtherwise = Text("已記帶出；與放行條不符的地方會報主管（F6），不必留人。", "已记带出；与放行条不符的地方会报主管（F6），不必留人。", "Out; what does not fit the pass goes to the supervisor (F6). Nobody has to be kept.")
    public static let questionedAndRefused = Text("盤問記下了，禁止入內也記下了。", "盘问记下了，禁止入内也记下了。", "The questioning is recorded, and that entry was refused.")
    public static let compared = Text("已比對：是同一人，禁止入內。", "已比对：是同一人，禁止入内。", "Compared: the same person, no entry.")
    public static let comparedOther = Text("已比對：不是同一人。請接著登記。", "已比对：不是同一人。请接着登记。", "Compared: not the same person. Now register them.")
    public static let accepted = Text("已接班，由接班人負責。", "已接班，由接班人负责。", "Accepted: the relief is responsible now.")
    public static let offered = Text("已提出交班，等接班人接受。", "已提出交班，等接班人接受。", "Offered; waiting for the relief to accept.")
    public static let signedOff = Text("已下崗。", "已下岗。", "Signed off.")
    public static let departed = Text("已出發。", "已出发。", "Departed.")
    public static let returned = Text("已返回。", "已返回。", "Returned.")

    public static func intact(_ checkpoint: Names) -> Text {
        Text("完好：\(checkpoint[.hant])", "完好：\(checkpoint[.hans])", "Intact: \(checkpoint[.english])")
    }
    public static func stepDone(_ step: Names) -> Text {
        Text("已打勾：\(step[.hant])", "已打勾：\(step[.hans])", "Done: \(step[.english])")
    }
    /// - Parameter entry: what was taken back, in the words of each language.
    public static func takenBack(_ entry: Text) -> Text { Text("已收回：\(entry.hant)", "已收回：\(entry.hans)", "Taken back: \(entry.english)") }
    public static func admitted(_ name: String) -> Text { Text("已放行 \(name)", "已放行 \(name)", "Let in \(name)") }
    /// What a supervisor's exception led to.
    public static func excepted(_ done: Text) -> Text { Text("主管破例：\(done.hant)", "主管破例：\(done.hans)", "By a supervisor's exception: \(done.english)") }
    public static func left(_ name: String) -> Text { Text("已離開 \(name)", "已离开 \(name)", "Left \(name)") }
    public static func vehicleIn(_ plate: String) -> Text { Text("車輛進入 \(plate)", "车辆进入 \(plate)", "Vehicle in \(plate)") }
    public static func vehicleOut(_ plate: String) -> Text { Text("車輛離開 \(plate)", "车辆离开 \(plate)", "Vehicle out \(plate)") }
    public static func signedOn(_ number: String) -> Text { Text("\(number) 已上崗。", "\(number) 已上岗。", "\(number) is on duty.") }
}
