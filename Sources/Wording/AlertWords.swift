import Gatekeeping

/// The alerts of the top bar.
public enum AlertWords {
    public static func room(_ n: Int) -> Text { Text("磁碟只剩 \(n) MB，請通知主管", "磁盘只剩 \(n) MB，请通知主管", "only \(n) MB left on the disk: tell the supervisor") }
    /// How many of a kind, for the top bar.
    public static func count(_ kind: Alert.Kind, _ n: Int) -> Text {
        switch kind {
        case .relief: reliefLate(n)
        case .referral: referrals(n)
        case .silent: silent(n)
        case .round: rounds(n)
        case .emergency: incomplete(n)
        case .overstay: overstays(n)
        case .exception: exceptions(n)
        case .outage: outages(n)
        default:
            Text("\(name(kind).hant) \(n)", "\(name(kind).hans) \(n)", "\(n) \(name(kind).english)")
        }
    }

    /// What an alert is about.
    public static func name(_ kind: Alert.Kind) -> Text {
        switch kind {
        case .relief: Text("接班遲到", "接班迟到", "relief late")
        case .referral: Text("待主管確認", "待主管确认", "for the supervisor")
        case .detained: Text("扣留未移交", "扣留未移交", "detained")
        case .silent: Text("情況久未更新", "情况久未更新", "no news")
        case .police: Text("案件未移交", "案件未移交", "not with police")
        case .round: Text("該巡邏", "该巡逻", "round due")
        case .emergency: Text("緊急待補", "紧急待补", "emergency to complete")
        case .overstay: Text("超時", "超时", "over time")
        case .task: Text("交辦到期", "交办到期", "task due")
        case .thing: Text("物品逾期", "物品逾期", "thing overdue")
        case .defect: Text("維修逾期", "维修逾期", "repair overdue")
        case .look: Text("該查看", "该查看", "look due")
        case .exception: Text("破例待確認", "破例待确认", "exception to confirm")
        case .signature: Text("見證簽名待確認", "见证签名待确认", "witnessed signature")
        case .outage: Text("停機待補", "停机待补", "outage to enter")
        case .order: Text("職責未讀", "职责未读", "order unread")
        case .inspection: Text("本班未查崗", "本班未查岗", "no inspection this shift")
        case .matter: Text("服務事項到期", "服务事项到期", "matter due")
        case .plan: Text("本週回訪", "本周回访", "return visits this week")
        case .certificate: Text("證照到期", "证照到期", "certificate ends")
        }
    }

    public static func silent(_ n: Int) -> Text { Text("情況久未更新 \(n)", "情况久未更新 \(n)", "\(n) occurrences silent") }
    public static func rounds(_ n: Int) -> Text { Text("該巡邏 \(n)", "该巡逻 \(n)", "\(n) rounds due") }
    public static func overstays(_ n: Int) -> Text { Text("超時 \(n)", "超时 \(n)", "\(n) over time") }
    public static func incomplete(_ n: Int) -> Text { Text("緊急待補 \(n)", "紧急待补 \(n)", "\(n) emergency to complete") }
    public static func outages(_ n: Int) -> Text { Text("停機待補 \(n)", "停机待补 \(n)", "\(n) outage to enter") }
    public static func reliefLate(_ n: Int) -> Text {
        let time = Words.duration(n)
        return Text("接班遲到 \(time.hant)", "接班迟到 \(time.hans)", "relief \(time.english) late")
    }
    public static func referrals(_ n: Int) -> Text { Text("待主管處理 \(n)", "待主管处理 \(n)", "\(n) for the supervisor") }
    public static func exceptions(_ n: Int) -> Text { Text("破例待確認 \(n)", "破例待确认 \(n)", "\(n) exceptions to confirm") }
}

/// What the screen says of itself.
public enum ScreenWords {
    public static let practice = Text("練習簿", "练习簿", "PRACTICE")
    /// Where the bar is narrow.
    public static let practiceInShort = Text("練", "练", "P")
    public static let nobody = Text("無人值班：按 F6 簽到", "无人值班：按 F6 签到", "nobody on duty: F6 signs on")
    public static let prompt = Text("打姓名、單元、車牌……", "打姓名、单元、车牌……", "type a name, unit or plate …")
    public static let stillOpening = Text("簿子還在打開，請再按一次 Enter。", "簿子还在打开，请再按一次 Enter。", "The book is still being opened: press Enter once more.")
    public static let stillReading = Text("還在讀過去的記錄", "还在读过去的记录", "still reading earlier pages")
    public static let tooSmall = Text("視窗太小：至少 40×12", "窗口太小：至少 40×12", "Window too small: at least 40×12")
    /// - Parameter next: the form that is fetched next.
    public static func parked(_ n: Int, next: Text) -> Text {
        Text("已擱置 \(n) 張表單（Ctrl-P 取回：\(next.hant)）", "已搁置 \(n) 张表单（Ctrl-P 取回：\(next.hans)）", "\(n) parked (Ctrl-P fetches: \(next.english))")
    }
    public static let nothingParked = Text("沒有擱置的表單。", "没有搁置的表单。", "No form is parked.")
    public static let lookFirst = Text("先看清楚，停一下再選。", "先看清楚，停一下再选。", "Look first, then choose.")
    public static let discard = Text("放棄這張表單嗎？ Enter 放棄 · Esc 回去", "放弃这张表单吗？ Enter 放弃 · Esc 回去", "Discard it? Enter discards · Esc keeps")
    public static let quit = Text("離開 Gatebook？ Enter 離開 · Esc 留下", "离开 Gatebook？ Enter 离开 · Esc 留下", "Quit? Enter quits · Esc stays")
    public static let answerFirst = Text(
        "先答這個問題：這個鍵在這裡不起作用，什麼都沒動。Ctrl-E 緊急放行隨時可以。", "先答这个问题：这个键在这里不起作用，什么都没动。Ctrl-E 紧急放行随时可以。",
        "Answer the question first: this key does nothing here, and nothing has changed. Ctrl-E, emergency entry, works at any time.")
    public static let scrollKeys = Text("↑↓ 捲動，其他鍵關閉", "↑↓ 滚动，其他键关闭", "↑↓ scroll, any other key closes")
    public static let formKeys = Text(
        "Enter 下一欄  ↑↓ 移動  ←→/數字 選擇  Ctrl-D 記下  Ctrl-P 擱置  Esc 取消", "Enter 下一栏  ↑↓ 移动  ←→/数字 选择  Ctrl-D 记下  Ctrl-P 搁置  Esc 取消",
        "Enter next  ↑↓ move  ←→/digit choose  Ctrl-D record  Ctrl-P park  Esc cancel")
    /// In a form of which nothing is written.
    public static let unrecordedKeys = Text("Enter 下一欄  ↑↓ 移動  ←→/數字 選擇  Ctrl-D 好了  Esc 取消", "Enter 下一栏  ↑↓ 移动  ←→/数字 选择  Ctrl-D 好了  Esc 取消", "Enter next  ↑↓ move  ←→/digit choose  Ctrl-D done  Esc cancel")
    /// In a form that Enter records from its last field.
    public static let lastFieldKeys = Text(
        "Enter 記下  ↑↓ 移動  ←→/數字 選擇  Ctrl-P 擱置  Esc 取消", "Enter 记下  ↑↓ 移动  ←→/数字 选择  Ctrl-P 搁置  Esc 取消",
        "Enter records  ↑↓ move  ←→/digit choose  Ctrl-P park  Esc cancel")
    public static let takeTime = Text("【 Enter 用這個時間 】", "【 Enter 用这个时间 】", "[ Enter takes this time ]")
    public static let finishRow = Text("【 Enter 記下 】", "【 Enter 记下 】", "[ Enter records ]")
    public static let writing = Text("寫入中……", "写入中……", "writing …")
    public static let more = Text("0 更多", "0 更多", "0 more")
    public static let empty = Text("（沒有）", "（没有）", "(none)")
    public static let olderNotShown = Text("還有更早的沒有列出：多打幾個字。", "还有更早的没有列出：多打几个字。", "Older ones are not shown: type more.")
    public static let moveIntoList = Text("不一定是這一個：對了再按一次 Enter，不對用 ↑↓ 選。", "不一定是这一个：对了再按一次 Enter，不对用 ↑↓ 选。", "It may be another one: if this is right, Enter again; else choose with ↑↓.")
    public static let readRow = Text("先看這一行寫的：對了再按一次 Enter，不對用 ↑↓ 選。", "先看这一行写的：对了再按一次 Enter，不对用 ↑↓ 选。", "Read this row first: if it is right, Enter again; else choose with ↑↓.")
    public static let chooseUnknown = Text("簿上沒有這個：用 ↑↓ 選要記的那一行，再按 Enter。", "簿上没有这个：用 ↑↓ 选要记的那一行，再按 Enter。", "The book does not know it: choose with ↑↓ what to record, then Enter.")
    public static let chooseFirst = Text("先用 ↑↓ 選一行，再按 Enter。", "先用 ↑↓ 选一行，再按 Enter。", "Choose a row with ↑↓ first, then Enter.")
    /// - Parameter hint: what Enter would do there now; empty for nothing.
    public static func rowChanged(_ hint: Text) -> Text {
        guard !hint.english.isEmpty else {
            return Text(
                "這一行剛剛變了，沒有記任何東西；現在這一行沒有要做的。", "这一行刚刚变了，没有记任何东西；现在这一行没有要做的。",
                "This row has just changed, and nothing was recorded; there is nothing to do in it now.")
        }
        return Text(
            "這一行剛剛變了，沒有記任何東西。現在 Enter 是「\(hint.hant)」：要就再按一次。", "这一行刚刚变了，没有记任何东西。现在 Enter 是“\(hint.hans)”：要就再按一次。",
            "This row has just changed, and nothing was recorded. Enter now means “\(hint.english)”: press it again if that is right.")
    }
    /// - Parameter next: the checkpoint that comes next now.
    public static func nextChanged(_ next: Names) -> Text {
        Text(
            "別處剛記了這趟巡邏，這裡沒有記。現在下一點是「\(next[.hant])」：完好就再按一次。", "别处刚记了这趟巡逻，这里没有记。现在下一点是“\(next[.hans])”：完好就再按一次。",
            "Somebody else has just recorded in this round, and nothing was recorded here. Next is “\(next[.english])”: press again if it is intact.")
    }
    public static let rowGone = Text(
        "這一行剛剛沒有了，沒有記任何東西：用 ↑↓ 選一行，再按 Enter。", "这一行刚刚没有了，没有记任何东西：用 ↑↓ 选一行，再按 Enter。",
        "This row has just gone, and nothing was recorded: choose a row with ↑↓, then Enter.")
    public static let fill = Text("還沒填：", "还没填：", "Still to fill: ")
    public static let noOwn = Text("沒有可收回的。", "没有可收回的。", "Nothing to take back.")
    public static let allLooked = Text("每一點都看過了：選那一趟按 Enter，記返回。", "每一点都看过了：选那一趟按 Enter，记返回。", "All checkpoints are looked at: choose the round, Enter records the return.")
    public static let noCheckpoint = Text("沒有在走的巡邏。", "没有在走的巡逻。", "No round is under way.")
    public static let actions = Text("動作", "动作", "Actions")
    public static let menu = Text("選單", "菜单", "Menu")
    public static let badTime = Text("看不懂這個時間，還沒記；要像 21:30。", "看不懂这个时间，还没记；要像 21:30。", "That is no time of day, and nothing is recorded yet; one looks like 21:30.")
    public static let badMoment = Text(
        "看不懂這個時間，還沒記。要像 21:30、明天 18:00、12-24、12-24 18:00 或 2027-06-30。", "看不懂这个时间，还没记。要像 21:30、明天 18:00、12-24、12-24 18:00 或 2027-06-30。",
        "That is no time, and nothing is recorded yet. One looks like 21:30, tomorrow 18:00, 12-24, 12-24 18:00 or 2027-06-30.")
    public static let onlyDigits = Text("這一欄只能打數字。", "这一栏只能打数字。", "This field takes digits only.")
    public static let onlyChoice = Text("這一欄是選的：按下面的數字或 ←→；剛才打的字沒有填進去。", "这一栏是选的：按下面的数字或 ←→；刚才打的字没有填进去。", "This field is a choice: press a digit shown below, or ←→. What you typed went nowhere.")
    public static let badNumber = Text("這個數目太大，還沒記；請看一下再打。", "这个数目太大，还没记；请看一下再打。", "That number is too large, and nothing is recorded yet; look at it again.")
    public static let scan = Text("掃描：", "扫描：", "Scan: ")

    public static func earlier(_ clock: String) -> Text { Text("補記 \(clock)", "补记 \(clock)", "for \(clock)") }
    public static func lockHeld(_ pid: Int) -> Text {
        Text("另一個程式（\(pid)）正在寫，請稍候；打的字都在。", "另一个程序（\(pid)）正在写，请稍候；打的字都在。", "Another program (pid \(pid)) is writing; wait. What you typed is safe.")
    }
}
