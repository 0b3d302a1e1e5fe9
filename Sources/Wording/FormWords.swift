import Gatekeeping

/// Titles and labels of the forms.
public enum FormWords {
    public static let onlyEnter = Text(
        "這一列只用 Enter；剛才打的字沒有填進去。要填就按 ↑ 到那一欄再打。", "这一列只用 Enter；刚才打的字没有填进去。要填就按 ↑ 到那一栏再打。",
        "This row takes Enter only; what you typed went nowhere. Press ↑ to the field and type it there.")
    // Titles.
    public static let visitor = Text("來訪登記", "来访登记", "Visitor")
    public static let courier = Text("快遞、外賣", "快递、外卖", "Courier")
    public static let expect = Text("預約來訪", "预约来访", "Expected visitor")
    public static let leaving = Text("訪客離開", "访客离开", "Visitor leaves")
    public static let refusal = Text("禁止入內", "禁止入内", "Entry refused")
    public static let compare = Text("可能在禁入名單上：請比對是不是同一人", "可能在禁入名单上：请比对是不是同一人", "May be on the deny list: compare with the person")
    public static let exception = Text("主管破例", "主管破例", "Supervisor's exception")
    public static let confirm = Text("主管確認破例", "主管确认破例", "Supervisor confirms")
    public static let emergency = Text("緊急放行", "紧急放行", "Emergency entry")
    public static let complete = Text("緊急放行補記", "紧急放行补记", "Complete the emergency entry")
    public static let vehicle = Text("陌生車輛登記", "陌生车辆登记", "Unknown vehicle")
    public static let vehicleLeaves = Text("車輛離開", "车辆离开", "Vehicle leaves")
    public static let occurrence = Text("值班情況", "值班情况", "Occurrence")
    public static let update = Text("情況更新", "情况更新", "Update")
    public static let resolve = Text("處理完畢", "处理完毕", "Resolve")
    public static let question = Text("盤問", "盘问", "Questioning")
    public static let depart = Text("巡邏出發", "巡逻出发", "Round departs")
    public static let repair = Text("損壞修復", "损坏修复", "Repaired")
    public static let offer = Text("提出交班", "提出交班", "Offer the handover")
    public static let accept = Text("接受交班", "接受交班", "Accept the handover")
    public static let outage = Text("停機期間的紙上記錄已補完", "停机期间的纸上记录已补完", "Paper entries of the outage are in")
    public static let correct = Text("更正", "更正", "Correct")
    public static let earlier = Text("補記較早的時間", "补记较早的时间", "Enter for an earlier time")

    public static func tick(_ result: RoundTicked.Result) -> Text {
        switch result {
        case .intact: Text("完好", "完好", "Intact")
        case .damaged: Text("損壞", "损坏", "Damaged")
        case .notSeen: Text("未查", "未查", "Not seen")
        }
    }

    public static func signOn(_ taking: Custody.Taking) -> Text {
        switch taking {
        case .opening: Text("上崗簽到", "上岗签到", "Sign on")
        case .relief: Text("接班簽到", "接班签到", "Sign on as relief")
        case .unattended: Text("崗位無人，簽到", "岗位无人，签到", "Post found unattended: sign on")
        case .covering: Text("主管代班", "主管代班", "Supervisor covers")
        }
    }

    // Labels.
    public static let name = Text("姓名", "姓名", "Name")
    public static let document = Text("證件", "证件", "Document")
    public static let nothingShown = Names("什麼都沒有", hans: "什么都没有", english: "nothing shown")
    public static let tail = Text("證件末四碼／擔保人", "证件末四码／担保人", "Last 4 / who vouches")
    public static let matches = Text("與本人相符", "与本人相符", "Fits the person")
    public static let unit = Text("單元", "单元", "Unit")
    public static let confirmed = Text("住戶確認", "住户确认", "Host confirmed")
    public static let purpose = Text("事由", "事由", "Purpose")
    public static let host = Text("找誰", "找谁", "Whom")
    public static let count = Text("人數", "人数", "People")
    public static let companions = Text("同行姓名", "同行姓名", "Others' names")
    public static let plate = Text("車牌", "车牌", "Plate")
    public static let carried = Text("攜帶物品", "携带物品", "Carries")
    public static let badge = Text("訪客證", "访客证", "Badge given")
    public static let phone = Text("電話", "电话", "Phone")
    public static let suspicious = Text("可疑之處", "可疑之处", "Suspicious")
    public static let company = Text("公司", "公司", "Company")
    public static let from = Text("幾點來", "几点来", "From")
    public static let until = Text("幾點走", "几点走", "Until")
    public static let code = Text("通行碼", "通行码", "Pass code")
    public static let leavingCount = Text("離開人數", "离开人数", "How many leave")
    public static let badgeBack = Text("訪客證收回", "访客证收回", "Badge back")
    public static let carriedOut = Text("帶出物品", "带出物品", "Carried out")
    public static let pass = Text("放行條", "放行条", "Goods pass")
    public static let withoutPass = Text("無放行條或多帶的原因", "无放行条或多带的原因", "Why no pass, or more")
    public static let pieceCount = Text("件數", "件数", "Pieces")
    public static let pieces = Text("憑條帶出幾件", "凭条带出几件", "Pieces on it")
    public static let seen = Text("看到離開", "看到离开", "Exit seen")
    public static let reason = Text("原因", "原因", "Reason")
    public static let remark = Text("備註", "备注", "Remark")
    public static let isSame = Text("是同一人嗎", "是同一人吗", "The same person?")
    public static let same = Text("是同一人", "是同一人", "same person")
    public static let notSame = Text("不是同一人", "不是同一人", "another")
    public static let notLooked = Text("還沒對照", "还没对照", "not yet")
    public static let lookFirst = Text("請對照上面的特徵，再選是不是同一人。", "请对照上面的特征，再选是不是同一人。", "Compare the looks first, then choose.")
    public static let supervisor = Text("主管", "主管", "Supervisor")
    public static let manner = Text("方式", "方式", "How")
    public static let present = Text("在場", "在场", "present")
    public static let telephone = Text("電話", "电话", "by telephone")
    public static let service = Text("單位", "单位", "Service")
    public static let whereTo = Text("去哪裡", "去哪里", "Where to")
    public static let leader = Text("帶隊姓名", "带队姓名", "Who leads")
    public static let vehicleKind = Text("車種", "车种", "Kind")
    public static let driver = Text("駕駛", "驾驶", "Driver")
    public static let colour = Text("顏色", "颜色", "Colour")
    public static let kind = Text("種類", "种类", "Kind")
    public static let whatHappened = Text("什麼事", "什么事", "What")
    public static let place = Text("地點", "地点", "Where")
    public static let told = Text("通知了誰", "通知了谁", "Who was told")
    public static let news = Text("新情況", "新情况", "What is new")
    public static let how = Text("怎麼處理的", "怎么处理的", "How")
    public static let subject = Text("對象", "对象", "Whom or what")
    public static let person = Text("人", "人", "a person")
    public static let aVehicle = Text("車輛", "车辆", "a vehicle")
    public static let who = Text("姓名、特徵或車牌", "姓名、特征或车牌", "Name, looks or plate")
    public static let finding = Text("查到什麼", "查到什么", "Finding")
    public static let outcome = Text("結果", "结果", "Outcome")
    public static let walker = Text("巡邏人", "巡逻人", "Who walks")
    public static let damage = Text("哪裡損壞", "哪里损坏", "What is damaged")
    public static let whyNot = Text("為什麼沒查", "为什么没查", "Why not seen")
    public static let item = Text("項目", "项目", "Item")
    public static let number = Text("工號", "工号", "Number")
    public static let turnout = Text("制服與工號齊", "制服与工号齐", "Uniform and badge number")
    public static let postCheck = Text("崗位設備齊全", "岗位设备齐全", "Post equipment complete")
    public static let missingOrUnsafe = Text("缺少或不安全", "缺少或不安全", "missing or unsafe")
    public static let whichMissing = Text("哪件設備", "哪件设备", "Which piece")
    public static let other = Text("其他", "其他", "Other")
    public static let missing = Text("缺什麼、哪裡不安全", "缺什么、哪里不安全", "Missing or unsafe")
    public static let field = Text("欄位", "栏位", "Field")
    public static let rightValue = Text("正確的內容", "正确的内容", "What is right")
    public static let why = Text("為什麼", "为什么", "Why")
    public static let clock = Text("時間（21:30）", "时间（21:30）", "Time (21:30)")
    public static let pin = Text("PIN", "PIN", "PIN")
    public static let witness = Text("忘記 PIN：誰見證", "忘记 PIN：谁见证", "PIN forgotten: witness")
    public static let forgotten = Text("忘了 PIN：按 ↑ 選見證人，由他打自己的 PIN", "忘了 PIN：按 ↑ 选见证人，由他打自己的 PIN", "PIN forgotten: ↑ chooses a witness, who types their own")
    public static let nothingToCorrect = Text(
        "這一行沒有可更正的：照規則、簽名或程式自己記的都照原樣。要說明就記一筆情況（F5），或把那一步重做。",
        "这一行没有可更正的：照规则、签名或程序自己记的都照原样。要说明就记一笔情况（F5），或把那一步重做。",
        "Nothing of this line is corrected: what rules were decided on, what was signed and what the program recorded stand as they are. Write an occurrence (F5), or take the step again.")
    public static let openPIN = Text(
        "那一欄只打了數字，像 PIN，已清掉，沒有記下。PIN 請打在這裡。", "那一栏只打了数字，像 PIN，已清掉，没有记下。PIN 请打在这里。",
        "That field held only digits, like a PIN: it was cleared, and nothing was recorded. Type the PIN here.")
    public static let readFirst = Text("先看上面的話；還是要記下，就再按一次。", "先看上面的话；还是要记下，就再按一次。", "Read first what stands above; to record it all the same, do that again.")
    /// Why a registration is corrected that was filled in anew before the vehicle came in.
    public static let amended = Text("填表時改正", "填表时改正", "corrected while filling in")
    public static let shortPIN = Text("PIN 要 4 到 12 個數字。", "PIN 要 4 到 12 个数字。", "A PIN has 4 to 12 digits.")
    public static let nobodyWitnesses = Text("忘了 PIN：請主管重設", "忘了 PIN：请主管重设", "PIN forgotten: a supervisor sets another one")
    public static func pin(of number: String) -> Text { Text("\(number) 的 PIN", "\(number) 的 PIN", "PIN of \(number)") }
    public static let unlock = Text("解鎖", "解锁", "Unlock")
    public static let yes = Text("是", "是", "yes")
    public static let no = Text("否", "否", "no")

    public static let confirmations: [(String, Text)] = named(Visit.Confirmation.self, "confirmed")
    public static let certainties: [(String, Text)] = named(Certainty.self, "seen")
    public static let outcomes: [(String, Text)] = named(Questioned.Outcome.self, "outcome")

    private static func named<C: Choice>(_ type: C.Type, _ field: String) -> [(String, Text)] {
        type.allCases.map { ($0.rawValue, FieldWords.choice($0.rawValue, of: field)) }
    }
}
