/// What is wrong with an option of a command, and which form it takes.
public enum OptionWords {
    public static func dayForm(_ option: String, _ given: String) -> Text {
        Text(
            "\(option)：「\(given)」不是日期；要寫得像 2026-11-23。", "\(option)：“\(given)”不是日期；要写得像 2026-11-23。",
            "\(option): “\(given)” is no day; it is written as 2026-11-23.")
    }

    public static func timeForm(_ option: String, _ given: String) -> Text {
        Text(
            "\(option)：「\(given)」不是時刻；要寫得像 2026-11-23T22:00:00+08:00。", "\(option)：“\(given)”不是时刻；要写得像 2026-11-23T22:00:00+08:00。",
            "\(option): “\(given)” is no time; it is written as 2026-11-23T22:00:00+08:00.")
    }

    /// The numbers of the estate follow.
    public static func unknownGuard(_ number: String) -> Text {
        Text(
            "沒有工號「\(number)」，簿子裡也沒有。名單上有：", "没有工号“\(number)”，簿子里也没有。名单上有：",
            "Nobody has the number “\(number)”, in the estate or in the journal. Of the estate are:")
    }
}
