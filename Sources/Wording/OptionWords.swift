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

    /// A stretch of days that ends before it begins.
    public static func turnedAround(from: String, to: String) -> Text {
        Text("--from \(from) 比 --to \(to) 還晚；請對調。", "--from \(from) 比 --to \(to) 还晚；请对调。", "--from \(from) is later than --to \(to).")
    }

    /// An option takes only what is listed, by the ids of the configuration.
    public static func unlisted(_ option: String, _ given: String, known: [String]) -> Text {
        let list = known.joined(separator: " ")
        return Text(
            "\(option)：沒有「\(given)」。有的是：\(list)", "\(option)：没有“\(given)”。有的是：\(list)", "\(option): there is no “\(given)”. There are: \(list)")
    }

    /// A kind of event that no line has and this program does not write.
    public static func unknownKind(_ kind: String) -> Text {
        Text(
            "簿子裡沒有「\(kind)」這種記錄，程式也不認識；gatebook schema 列出全部。", "簿子里没有“\(kind)”这种记录，程序也不认识；gatebook schema 列出全部。",
            "No line is of the kind “\(kind)”, and this program knows none such: gatebook schema lists them all.")
    }
}
