import Gatekeeping

extension Breach {
    /// What was done, and which rule forbids it.
    public var text: Text {
        switch self {
        case .outOfOrder: Text("未經核實、登記就放行（P7）", "未经核实、登记就放行（P7）", "let in without being verified and registered first (P7)")
        case .noIdentification: Text("沒有證件、也沒有主管破例就放行（P3）", "没有证件、也没有主管破例就放行（P3）", "let in without identification and without an exception (P3)")
        case .suspicious: Text("形跡可疑、沒有主管破例就放行（P3）", "形迹可疑、没有主管破例就放行（P3）", "let in although suspicious, without an exception (P3)")
        case .denied: Text("在禁入名單上、沒有主管破例就放行", "在禁入名单上、没有主管破例就放行", "let in although on the deny list, without an exception")
        case .badgeTwice: Text("同一張訪客證發了兩次", "同一张访客证发了两次", "a badge given that was still with somebody else")
        case .reliefMissing: Text("接班的人還沒接受就下崗（P5）", "接班的人还没接受就下岗（P5）", "signed off before the relief had accepted (P5)")
        case .linesLeft: Text("交班沒有逐項點完就接受（G10）", "交班没有逐项点完就接受（G10）", "accepted a handover without going through every line (G10)")
        case .closedEarly: Text("還沒回復或回訪就結案（C5）", "还没回复或回访就结案（C5）", "a matter closed before it was answered to both or visited (C5)")
        case .ownHandover: Text("接受了自己的交班", "接受了自己的交班", "accepted their own handover")
        }
    }
}
