import Gatekeeping
import Notation

/// What the lines of a handover are called, and what is said of them.
public enum HandoverWords {
    public static let accept = Text("點收", "点收", "accept")
    public static let count = Text("清點", "清点", "count")
    public static let countWithRemark = Text("清點，並附說明", "清点，并附说明", "count, with a remark")
    public static let acceptCount = Text("點收，數目不同", "点收，数目不同", "accept another count")
    public static let query = Text("有疑問", "有疑问", "query")
    public static let refuse = Text("不接受（交主管）", "不接受（交主管）", "refuse (to the supervisor)")
    public static let seeThem = Text("看是哪些", "看是哪些", "see them")
    public static let askedBefore = Text("先有疑問，答覆後另答", "先有疑问，答复后另答", "queried first, answered otherwise since")
    public static let differing = Text("數目不同", "数目不同", "another count")
    public static let explain = Text("答覆", "答复", "answer")
    public static let supervisorNoted = Text("主管知悉", "主管知悉", "supervisor notes it")
    public static let unfit = Text("接班人不適任", "接班人不适任", "The relief is unfit")
    public static let absent = Text("接班人沒來，報主管", "接班人没来，报主管", "No relief came: tell the supervisor")
    public static let answered = Text("已點收。", "已点收。", "Accepted.")
    public static let settled = Text("這一項已經答過了。→ 可以改。", "这一项已经答过了。→ 可以改。", "This line is answered. → changes it.")
    public static let protest = Text("有異議才填（交主管）", "有异议才填（交主管）", "Under protest: why (to the supervisor)")

    public static let title = Text("交接班", "交接班", "Handover")
    public static let columns = [Text("項", "项", "key"), Text("事項", "事项", "line"), Text("答", "答", "answer"), Text("號", "号", "no")]
    public static let none = Text("還沒有簽過的交接班。", "还没有签过的交接班。", "No handover has been signed. ")
    public static let noRelief = Text("接班人還沒來", "接班人还没来", "no relief yet")
    public static let notSigned = Text("還沒簽收", "还没签收", "not signed yet")
    public static let signatures = Text("交班：________________    接班：________________", "交班：________________    接班：________________", "Outgoing: ________________    Relief: ________________")

    /// Opens the latest handover as it was signed.
    public static let slip = Text("看上次簽收的清單", "看上次签收的清单", "The last handover as signed")
    static func since(_ time: String) -> Text { Text("\(time) 起", "\(time) 起", "since \(time)") }
    static let due = Text("期限", "期限", "due")
    static let promised = Text("約定回復", "约定回复", "promised for")
    static let lastNews = Text("最近更新", "最近更新", "last news")
    static let stepsLeft = Text("還沒做", "还没做", "still to do")
    static let nobody = Text("還沒有人", "还没有人", "nobody yet")
    static let notWithPolice = Text("案件未移交派出所", "案件未移交派出所", "NOT WITH THE POLICE")
    /// Shows a line whole.
    public static let wholeLine = Text("看全部內容", "看全部内容", "read it whole")
    public static let outgoing = Text("交班", "交班", "Outgoing")
    public static let incoming = Text("接班", "接班", "Relief")
    /// What the relief added when signing.
    public static func reliefSays(_ text: String) -> Text { Text("接班備註：\(text)", "接班备注：\(text)", "Relief's remark: \(text)") }

    public static func signedAs(_ n: Int) -> Text { Text("簽收是第 \(n) 號", "签收是第 \(n) 号", "signed as line \(n)") }

    /// How far the list is.
    public static func left(_ lines: Int, of all: Int, _ queries: Int) -> Text {
        let open = queries == 0 ? Text("", "", "") : Text("，\(queries) 項疑問", "，\(queries) 项疑问", ", queries \(queries)")
        return Text("還剩 \(lines)/\(all) 項\(open.hant)", "还剩 \(lines)/\(all) 项\(open.hans)", "\(lines) of \(all) left\(open.english)")
    }

    /// How many of something were counted.
    public static func countedOf(_ name: String) -> Text { Text("點到的數目 \(name)", "点到的数目 \(name)", "counted \(name)") }

    /// Introduces the head of the journal.
    public static let head = Text("抄進紙本的八個字：", "抄进纸本的八个字：", "Write these words on paper:")

    /// All before the line of the words is as it was.
    /// - Parameter gone: up to which line the first pages were taken away, of which the words prove nothing.
    public static func headFound(_ n: Int, _ place: String, gone: Int?) -> Text {
        if let gone {
            return Text(
                "八個字對得上：第 \(n) 號（\(place)）。從第 \(gone + 1) 號到那一行，簿子和當時一樣；更早的頁已經拿走，看不到。",
                "八个字对得上：第 \(n) 号（\(place)）。从第 \(gone + 1) 号到那一行，簿子和当时一样；更早的页已经拿走，看不到。",
                "The words are those of line \(n) (\(place)): from line \(gone + 1) up to it the journal is what it was when they were written down; older pages were taken away.")
        }
        return Text(
            "八個字對得上：第 \(n) 號（\(place)）。到那一行為止，簿子和當時一樣。", "八个字对得上：第 \(n) 号（\(place)）。到那一行为止，簿子和当时一样。",
            "The words are those of line \(n) (\(place)): up to it the journal is what it was when they were written down.")
    }
    /// The line of the words is there, but not all before it is as it was.
    public static func headBehindDamage(_ n: Int, _ place: String) -> Text {
        Text(
            "八個字是第 \(n) 號（\(place)）的，那一行還在；但到那一行為止有記錄被改過或不合（見上面列出的）。請勿修改檔案，通知主管。",
            "八个字是第 \(n) 号（\(place)）的，那一行还在；但到那一行为止有记录被改过或不合（见上面列出的）。请勿修改文件，通知主管。",
            "The words are those of line \(n) (\(place)), but lines up to it were changed or do not fit: see the findings above. Do not change the files; tell the supervisor.")
    }
    /// No line has the words.
    /// - Parameter gone: up to which line the first pages were taken away: the words may be of one of those.
    public static func headMissing(gone: Int?) -> Text {
        guard let gone else { return headMissing }
        return Text(
            "簿子裡沒有這八個字的那一行：在已經拿走的頁上（第 1 到 \(gone) 號），不然就是後面被剪掉、換過或改過。請勿修改檔案，通知主管。",
            "簿子里没有这八个字的那一行：在已经拿走的页上（第 1 到 \(gone) 号），不然就是后面被剪掉、换过或改过。请勿修改文件，通知主管。",
            "No line has these words: either it stood on the pages that were taken away (lines 1 to \(gone)), or the journal was cut, replaced or rewritten since. Do not change the files; tell the supervisor.")
    }
    private static let headMissing = Text(
        "簿子裡沒有這八個字的那一行：後面被剪掉、換過或改過。請勿修改檔案，通知主管。", "簿子里没有这八个字的那一行：后面被剪掉、换过或改过。请勿修改文件，通知主管。",
        "No line has these words: the journal was cut, replaced or rewritten since. Do not change the files; tell the supervisor.")
    public static let notWords = Text(
        "--words 要八個字，照紙本上的順序，都在同一份字表裡。", "--words 要八个字，照纸本上的顺序，都在同一份字表里。", "--words takes eight words in the order of the paper, all of one list.")

    public static func standing(_ standing: HandoverList.Standing) -> Text {
        switch standing {
        case .open: Text("未點", "未点", "open")
        case .accepted: Text("已點收", "已点收", "accepted")
        case .asked: Text("疑問，等答覆", "疑问，等答复", "queried")
        case .explained: Text("疑問，已答覆", "疑问，已答复", "queried, answered")
        case .uncounted: Text("疑問已答覆，請點數", "疑问已答复，请点数", "answered: count them")
        case .refused: Text("不接受", "不接受", "refused")
        case .changed: Text("有變動，請再點收", "有变动，请再点收", "changed: accept again")
        }
    }

    /// What a referral is about.
    public static func referral(_ matter: Referral.Matter) -> Text {
        switch matter {
        case .refused: Text("交班項目不接受", "交班项目不接受", "Handover line refused")
        case .protest: Text("有異議接班", "有异议接班", "Accepted under protest")
        case .unfit: Text("接班人不適任", "接班人不适任", "Relief unfit")
        case .goods: Text("無放行條帶出", "无放行条带出", "Goods out without a pass")
        case .absent: Text("接班人沒來", "接班人没来", "Relief absent")
        case .unattended: Text("沒有交班，崗位無人", "没有交班，岗位无人", "Post found without its guard")
        case .late: Text("該接班沒人來", "该接班没人来", "No relief came in time")
        case .freed: Text("放人，主管未簽", "放人，主管未签", "Let go, no supervisor signed")
        case .dismissed: Text("認定不是案件，主管未簽", "认定不是案件，主管未签", "No case, no supervisor signed")
        }
    }

    /// The shift ended and the holder waits for the relief (P5).
    static func unrelieved(_ holder: String, _ post: String, since time: String) -> Text {
        let name = referral(.late)
        return Text("\(name.hant)：\(post) \(time)，\(holder) 在等", "\(name.hans)：\(post) \(time)，\(holder) 在等", "\(name.english): \(post) \(time), \(holder) waits")
    }

    public static let offerAnew = Text("重新提出交班", "重新提出交班", "Offer the handover anew")
    public static let answersAnew = Text("已點交的要重點", "已点交的要重点", "lines are answered anew")

    /// An occurrence that is settled, by its line.
    public static func settledCase(_ n: Int) -> Text { Text("第 \(n) 號（已結案）", "第 \(n) 号（已结案）", "occurrence \(n) (settled)") }

    /// Goods went out otherwise than their pass says (放行條).
    public static let otherwise = Text("與放行條不符", "与放行条不符", "Not as the pass says")

    /// What of goods does not fit their pass: `車牌 AB1234≠ZZ999`.
    public static func difference(fromPass text: String) -> Text {
        guard let (difference, values) = PassDifference.read(text) else { return Text(text, text, text) }
        let name =
            switch difference {
            case .what: FieldWords.label("what")
            case .unit: FormWords.unit
            case .plate: FormWords.plate
            case .carrier: FieldWords.label("carrier")
            case .pieces: FormWords.pieceCount
            }
        return Text("\(name.hant) \(values)", "\(name.hans) \(values)", "\(name.english) \(values)")
    }

    /// What a count that differs says, where nobody said more than which line it was: `inside 2/3`.
    static func difference(_ text: String) -> Text? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let matter = HandoverItem(key: parts[0])?.matter, labels[matter] == nil else { return nil }
        let counts = parts[1].split(separator: "/").compactMap { Int($0) }
        guard counts.count == 2 else { return nil }
        let name = uncounted(matter)
        return Text(
            "\(name.hant)：點到 \(counts[0])，簿上 \(counts[1])", "\(name.hans)：点到 \(counts[0])，簿上 \(counts[1])",
            "\(name.english): \(counts[0]) counted, \(counts[1]) by the book")
    }

    /// A post that was taken though nobody handed it over.
    static func seized(_ who: String, from before: String, _ post: String) -> Text {
        Text(
            "沒有交班：\(post)找不到 \(before)，\(who) 簽到", "没有交班：\(post)找不到 \(before)，\(who) 签到",
            "Nobody handed over: \(before) was not found at \(post), \(who) took it")
    }

    static func counted(_ matter: HandoverItem.Matter, _ count: Int) -> Text {
        switch matter {
        case .inside: Text("在場訪客 \(count) 人", "在场访客 \(count) 人", "Visitors inside: \(count)")
        case .vehicles: Text("在場車輛 \(count) 輛", "在场车辆 \(count) 辆", "Vehicles inside: \(count)")
        case .waiting: Text("在門口等候 \(count)", "在门口等候 \(count)", "Waiting at the gate: \(count)")
        case .overstays: Text("超時 \(count)", "超时 \(count)", "Over time: \(count)")
        default: Text("發出未還的訪客證 \(count) 張", "发出未还的访客证 \(count) 张", "Badges out: \(count)")
        }
    }

    /// What is counted, without the count.
    static func uncounted(_ matter: HandoverItem.Matter) -> Text {
        switch matter {
        case .inside: Text("在場訪客", "在场访客", "Visitors inside")
        case .vehicles: Text("在場車輛", "在场车辆", "Vehicles inside")
        case .waiting: Text("在門口等候", "在门口等候", "Waiting at the gate")
        case .overstays: Text("超時", "超时", "Over time")
        default: Text("訪客證", "访客证", "Badges")
        }
    }

    /// What a line of the handover is about, where no more is known of it.
    public static func name(_ matter: HandoverItem.Matter) -> Text { labels[matter] ?? uncounted(matter) }

    static let labels: [HandoverItem.Matter: Text] = [
        .remark: Text("交班留言", "交班留言", "Said at the offer"),
        .suspect: Text("可疑的人在門口", "可疑的人在门口", "Suspicious at the gate"),
        .detained: Text("扣留的人", "扣留的人", "Detained"), .occurrence: Text("值班情況", "值班情况", "Occurrence"), .evidence: Text("證據", "证据", "Evidence"),
        .round: Text("在走的巡邏", "在走的巡逻", "Round under way"), .missed: Text("本班漏巡", "本班漏巡", "Round missed"),
        .exception: Text("待確認的破例", "待确认的破例", "Exception to confirm"), .signature: SignatureWords.toConfirm, .referral: Text("待主管處理", "待主管处理", "For the supervisor"),
        .task: Text("交辦", "交办", "Task"), .reply: Text("約定回復", "约定回复", "Reply promised"),
        .defect: Text("損壞", "损坏", "Defect"), .outage: Text("停機待補", "停机待补", "Outage to enter"),
        .thing: Text("代管物品", "代管物品", "Kept"), .pass: Text("未用的放行條", "未用的放行条", "Goods pass"),
        .equipment: Text("裝備", "装备", "Equipment"), .order: Text("沒讀過的職責", "没读过的职责", "Order not read"),
    ]
}

/// Tells what the lines of a handover are about, from what is open.
public struct HandoverTitles {
    let registers: Registers
    let estate: Estate
    let post: String
    let language: Language

    public init(_ registers: Registers, estate: Estate, post: String, _ language: Language) {
        (self.registers, self.estate, self.post, self.language) = (registers, estate, post, language)
    }

    /// The line as people read it; `count` is what the book said.
    public func title(_ item: HandoverItem, count: Int? = nil) -> String {
        guard let label = HandoverWords.labels[item.matter] else { return HandoverWords.counted(item.matter, count ?? item.count ?? 0)[language] }
        let late = isLate(item) ? language.bracketed(HintWords.late[language]) : ""
        return language.labelled(label[language] + late, subject(item, count ?? item.count))
    }

    /// What is counted, as the list calls it, without how many the book says.
    public func name(_ item: HandoverItem) -> String {
        if item.matter == .thing, let sort = item.name { return FieldWords.choice(sort, of: "sort")[language] }
        return HandoverWords.labels[item.matter] == nil ? HandoverWords.uncounted(item.matter)[language] : subject(item, nil)
    }

    private func subject(_ item: HandoverItem, _ count: Int?) -> String {
        let n = item.number ?? 0
        let name = item.name ?? ""
        let subject: String? =
            switch item.matter {
            case .remark: registers.custody[post]?.remark
            case .suspect: registers.visits[n].map { [$0.name, $0.suspicious ?? ""].joined(separator: " ") }
            case .detained: registers.detained[n]?.who
            case .occurrence: registers.occurrences[n].map { "\(estate.occurrenceKind($0.kind)?.name[language] ?? $0.kind) \($0.sentence(language))" }
            case .evidence: registers.evidence[n].map { "\($0.what) · \(person($0.holder))" }
            case .round: registers.rounds[n].map { "\(route($0.route)) \(person($0.walker))" }
            case .missed: registers.missed[n].map { "\(route($0.route)) \(clock($0.due))" }
            case .exception: registers.exceptions[n].map { "\(person($0.supervisor)) \($0.reason)" }
            case .signature: registers.witnessed[n].map { "\(EventWords.name($0.matter)[language]) \(person($0.signer)) ← \(person($0.witness))" }
            case .referral: registers.referrals[n].map(referral)
            case .task: registers.tasks[n].map { "\($0.what) · \(person($0.giver))" }
            case .reply: registers.matters[n].map(reply)
            case .defect: registers.defects[n].map(defect)
            case .outage: registers.outages[n].map { "\(clock($0.from))–\(clock($0.until))" }
            case .thing where item.name != nil: "\(FieldWords.choice(name, of: "sort")[language]) ×\(count ?? 0)"
            case .thing: registers.things[n].map(thing)
            case .pass: registers.passes[n].map { "\($0.what) ×\($0.count) \($0.unit)" }
            case .equipment: estate.post(post)?.equipment.first { $0.id == name }.map { equipment($0, count) } ?? "\(name)\(times(count))"
            case .order: estate.order(name)?.title[language]
            case .inside, .vehicles, .waiting, .overstays, .badges: nil
            }
        return subject ?? item.number.map { "#\($0)" } ?? name
    }

    /// What a referral is about, with the line of the handover where it is one, and the reason.
    public func referral(_ referral: Referral) -> String {
        let item = referral.item.flatMap { HandoverItem(key: $0) }
        let line = item.map { refused($0, as: referral.about, at: referral.post) }
        let matter = referral.differs.isEmpty ? HandoverWords.referral(referral.matter) : HandoverWords.otherwise
        let differences = referral.differs.map { HandoverWords.difference(fromPass: $0)[language] }
        // Whose doing it is stands first; who only reported it, behind.
        let isOwn = [.refused, .protest].contains(referral.matter)
        let about = [matter[language], isOwn ? person(referral.who) : nil, line].compactMap { $0 }
        if referral.matter == .unattended { return HandoverWords.seized(person(referral.who), from: person(referral.text), place(referral.post))[language] }
        if referral.matter == .late { return HandoverWords.unrelieved(person(referral.who), place(referral.post), since: clock(referral.since))[language] }
        let reported = isOwn ? "" : language.bracketed("← \(person(referral.who))")
        return language.labelled(about.joined(separator: " "), (differences + [referral.text]).joined(separator: " · ")) + reported
    }

    /// A line that was refused, in the words of then: what it was about may have changed since, or be over.
    private func refused(_ item: HandoverItem, as words: JSONObject?, at post: String) -> String {
        if let words { return HandoverTitles(Registers(telling: item, words, at: post), estate: estate, post: post, language).title(item) }
        guard let label = HandoverWords.labels[item.matter], item.matter != .remark else { return HandoverWords.name(item.matter)[language] }
        return item.number == nil ? language.labelled(label[language], name(item)) : title(item)
    }

    private func thing(_ thing: Thing) -> String {
        let sort = thing.sort == .badge ? FieldWords.choice(thing.sort.rawValue, of: "sort")[language] + " " : ""
        return "\(sort)\(thing.what) \(thing.unit ?? "") \(thing.holder.map { "→ \(person($0))" } ?? "")"
    }

    /// With how many there should be, where its name does not say it.
    private func equipment(_ thing: Labelled, _ count: Int?) -> String {
        let name = thing.name[language]
        let isSaid = count.map { name.split { !$0.isNumber }.contains(Substring(String($0))) } ?? true
        return isSaid ? name : name + times(count)
    }

    private func times(_ count: Int?) -> String { count.map { $0 == 1 ? "" : " ×\($0)" } ?? "" }

    /// Unit and state: the rest stays at the desk.
    private func reply(_ matter: Matter) -> String {
        [matter.unit, DeskWords.kind(matter.kind)[language], DeskWords.state(matter.next)[language], matter.promised.map(clock)].compactMap { $0 }.joined(separator: " ")
    }

    /// A defect: the place, what is damaged, and how.
    public func defect(_ defect: Defect) -> String {
        let known = (estate.checkpoint(defect.place)?.items ?? []) + (estate.post(defect.place)?.equipment ?? [])
        let items = (defect.item ?? "").split(separator: " ").map { id in known.first { $0.id == id }?.name[language] ?? FieldWords.choice(String(id), of: "sort")[language] }
        return ([place(defect.place)] + items + [defect.text]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The name of a checkpoint or post; a place in words as it is.
    func place(_ id: String) -> String { estate.checkpoint(id)?.name[language] ?? estate.post(id)?.name[language] ?? id }
    private func route(_ id: String) -> String { estate.route(id)?.name[language] ?? id }
    func person(_ number: String) -> String { estate.person(number).map { "\(number) \($0.name)" } ?? number }
    private func clock(_ time: Instant) -> String { ClockTime(time, in: estate.zone).text }
}

extension Occurrence {
    /// What happened, in words also where a count that differed at a handover opened it.
    public func sentence(_ language: Language) -> String { HandoverWords.difference(text)?[language] ?? text }
}

extension HandoverList.Entry {
    /// What was answered: the standing, a count that differs, the question and its answer, or the reason.
    public func said(_ language: Language) -> String {
        let isChanged = standing == .changed
        let counts = answer.flatMap { isChanged && $0.expected != item.count ? "\($0.expected ?? 0)→\(item.count ?? 0)" : $0.differs ? "\($0.count ?? 0)≠\($0.expected ?? 0)" : nil }
        let words = [HandoverWords.standing(standing)[language], counts, answer?.text, answer?.asked.map { "? \($0)" }, answer?.explanation.map { "→ \($0)" }]
        return words.compactMap { $0 }.joined(separator: " ")
    }
}
