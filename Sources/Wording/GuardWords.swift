import Gatekeeping

/// The words of the report on each guard (S5).
public enum GuardWords {
    public static let nothing = Text("沒有記錄", "没有记录", "nothing recorded")

    public static let title = Text("護衛員", "护卫员", "Guards")
    public static let number = Text("工號", "工号", "number")
    /// The row, and the form behind it, that leads to the report.
    public static let conduct = Text("各護衛員履職情況", "各护卫员履职情况", "What each guard did and missed")
    public static let keys = Text("↑↓ 捲動  F12 怎麼算的  其他鍵關閉", "↑↓ 滚动  F12 怎么算的  其他键关闭", "↑↓ scroll  F12 how  others close")

    /// When nobody was responsible for a post, and after whom.
    public static func gap(_ holder: String, _ post: Text, from: String, until: String?, _ time: Text) -> Text {
        guard let until else {
            return Text("脫崗 \(holder)：\(post.hant) \(from) 起無人負責", "脱岗 \(holder)：\(post.hans) \(from) 起无人负责", "Post left, \(holder): \(post.english), nobody since \(from)")
        }
        return Text(
            "脫崗 \(holder)：\(post.hant) \(from) 到 \(until) 無人負責（\(time.hant)）", "脱岗 \(holder)：\(post.hans) \(from) 到 \(until) 无人负责（\(time.hans)）",
            "Post left, \(holder): \(post.english), nobody from \(from) to \(until) (\(time.english))")
    }

    /// How long nobody was responsible.
    /// - Parameter minutes: nil where nothing tells.
    public static func length(minutes: Int?, isClockMoved: Bool) -> Text {
        guard let minutes else { return Text("時鐘往回撥過，不知多久", "时钟往回拨过，不知多久", "nobody can tell for how long: the clock was moved back") }
        let time = Words.duration(minutes)
        guard isClockMoved else { return time }
        return Text(
            "\(time.hant)，按機器自己的計時；其間時鐘被撥過", "\(time.hans)，按机器自己的计时；其间时钟被拨过", "\(time.english) by the machine's own time; the clock was moved meanwhile")
    }

    /// Whose something is for which nobody was there.
    public static let nobody = Text("（沒有人在崗）", "（没有人在岗）", "(nobody on duty)")

    /// A post that should have been attended again by its plan, and was not. No roster says by whom.
    public static func lateOpening(_ post: Text, from: String, until: String?, _ time: Text) -> Text {
        guard let until else {
            return Text(
                "沒有按時開崗：\(post.hant) \(from) 起無人負責（沒有排班，不知該誰來）", "没有按时开岗：\(post.hans) \(from) 起无人负责（没有排班，不知该谁来）",
                "Not opened in time: \(post.english), nobody since \(from) (no roster says who was expected)")
        }
        return Text(
            "沒有按時開崗：\(post.hant) \(from) 到 \(until) 無人負責（\(time.hant)；沒有排班，不知該誰來）", "没有按时开岗：\(post.hans) \(from) 到 \(until) 无人负责（\(time.hans)；没有排班，不知该谁来）",
            "Not opened in time: \(post.english), nobody from \(from) to \(until) (\(time.english); no roster says who was expected)")
    }

    /// What a figure counts.
    /// - Parameter day: the end of a period that is over: what stood unread then is another thing than what does now.
    public static func name(_ figure: GuardTally.Figure, asOf day: String?) -> Text {
        guard figure == .unread, let day else { return name(figure) }
        let name = name(figure)
        return Text("\(name.hant)（截至 \(day)）", "\(name.hans)（截至 \(day)）", "\(name.english) as of \(day)")
    }

    /// In which versions orders were unread then.
    public static func versions(asOf day: String) -> Text {
        Text(
            "職責未讀：截至 \(day)，按到那時為止有人讀過的最新版；沒有人讀過的，按現在的版本。", "职责未读：截至 \(day)，按到那时为止有人读过的最新版；没有人读过的，按现在的版本。",
            "Orders unread: as of \(day), in the newest version that anybody had read until then; where nobody had read any, in today's.")
    }

    private static func name(_ figure: GuardTally.Figure) -> Text {
        switch figure {
        case .walked: Text("巡邏", "巡逻", "rounds walked")
        case .unseen: Text("漏查點", "漏查点", "checkpoints not ticked")
        case .missed: Text("漏巡", "漏巡", "rounds missed")
        case .lateEntries: Text("遲記", "迟记", "late entries")
        case .lateUpdates: Text("遲更新", "迟更新", "late updates")
        case .exceptions: Text("破例", "破例", "exceptions")
        case .gaps: Text("脫崗", "脱岗", "post left")
        case .gapMinutes: Text("脫崗分鐘", "脱岗分钟", "minutes left")
        case .unread: Text("職責未讀", "职责未读", "orders unread")
        }
    }
}
