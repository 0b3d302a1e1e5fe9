import Gatekeeping

/// Words that reports and the screen share.
public enum Words {
    public static let onSite = Text("在場", "在场", "Inside")
    public static let noPlate = Text("無牌", "无牌", "no plate")
    public static let peopleIn = Text("放行人數", "放行人数", "People let in")
    public static let onSiteColumns = [
        Text("號", "号", "no"), Text("姓名", "姓名", "name"), Text("車牌", "车牌", "plate"), Text("單元", "单元", "unit"),
        Text("人數", "人数", "people"), Text("進入", "进入", "since"), over,
    ]
    /// How many minutes over the allowed time.
    public static let over = Text("超時", "超时", "over")
    public static let shiftColumns = [Text("種類", "种类", "kind"), Text("名稱", "名称", "name"), Text("筆數", "笔数", "count")]
    public static let pace = Text("放行用時", "放行用时", "Pace")
    public static let paceColumns = [
        Text("時段", "时段", "part"), Text("種類", "种类", "kind"), Text("名稱", "名称", "name"), Text("筆數", "笔数", "count"),
        Text("秒數中位數", "秒数中位数", "median seconds"), Text("最慢一成秒數", "最慢一成秒数", "slowest tenth"), Text("按鍵中位數", "按键中位数", "median keys"),
    ]
    public static let all = Text("全部", "全部", "all")

    /// A duration as people say it; from two days on to the hour.
    public static func duration(_ minutes: Int) -> Text {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours >= 48 {
            let (days, hours) = (hours / 24, hours % 24)
            if hours == 0 { return Text("\(days) 天", "\(days) 天", "\(days) d") }
            return Text("\(days) 天 \(hours) 小時", "\(days) 天 \(hours) 小时", "\(days) d \(hours) h")
        }
        if hours == 0 { return Text("\(rest) 分", "\(rest) 分", "\(rest) min") }
        if rest == 0 { return Text("\(hours) 小時", "\(hours) 小时", "\(hours) h") }
        return Text("\(hours) 小時 \(rest) 分", "\(hours) 小时 \(rest) 分", "\(hours) h \(rest) min")
    }

    /// What a report says of its own horizon.
    public static func lookedUpTo(_ n: Int) -> Text {
        Text("查到第 \(n) 號為止。", "查到第 \(n) 号为止。", "Looked up to line \(n).")
    }
}

extension Visit {
    /// Who it is, in a word: the name, or the emergency service.
    public func title(_ estate: Estate, _ language: Language) -> String {
        guard let emergency else { return name }
        let service = estate.emergencyServices.first { $0.id == emergency }?.name[language] ?? emergency
        return name.isEmpty ? service : "\(service) \(name)"
    }
}
