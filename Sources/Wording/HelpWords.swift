/// What help says of each place and of the keys there.
public enum HelpWords {
    public static func title(_ place: String) -> Text { Text("說明：\(place)", "说明：\(place)", "Help: \(place)") }
    public static let here = Text("這裡", "这里", "Here")
    public static let everywhere = Text("到處都能按的鍵：", "到处都能按的键：", "Keys that work everywhere:")
    public static func enterInHelp(_ what: String) -> Text { Text("（現在按 Enter：\(what)）", "（现在按 Enter：\(what)）", "(Enter now: \(what))") }
    public static let found = Text(
        "上面是打的字，下面是找到的；每行右邊寫著 Enter 會做什麼。最後兩行是新訪客、新車輛。", "上面是打的字，下面是找到的；每行右边写着 Enter 会做什么。最后两行是新访客、新车辆。",
        "What you typed stands above, what was found below; each row says at its right what Enter will do. The last two are a new visitor and a new vehicle.")
    public static let actions = Text("這一行還能做的事。", "这一行还能做的事。", "What else can be done with this row.")
    public static let writing = Text("正在寫進簿子，寫好會自己關上。", "正在写进簿子，写好会自己关上。", "It is being written and closes by itself.")
    public static let discard = Text("表單裡有打過的字，還沒記下。", "表单里有打过的字，还没记下。", "The form has something in it that is not recorded.")
    public static let quit = Text("記下的都在簿子裡，離開不會丟。", "记下的都在簿子里，离开不会丢。", "What is recorded is in the book; leaving loses nothing.")
    public static let menu = Text("功能鍵按不動時，用數字選。", "功能键按不动时，用数字选。", "For terminals that swallow the function keys.")
    public static let board = Text("現在在場的人和車。", "现在在场的人和车。", "Who and what is inside now.")
    public static let search = Text("在全部記錄裡找，新的在上面。", "在全部记录里找，新的在上面。", "Searches all pages, newest first.")
    public static let story = Text("這件事從頭到尾的記錄，舊的在上面。", "这件事从头到尾的记录，旧的在上面。", "All that was written of it, the oldest first.")
    public static let reading = Text("讀完按任何別的鍵回去。", "读完按任何别的键回去。", "Read it, then press any other key.")
    public static let order = Text("崗位職責：讀完簽名，簿子裡就有您讀過這一版。", "岗位职责：读完签名，簿子里就有您读过这一版。", "A post order: who has read it signs, and the book says so for this version.")
    public static let signsOrder = Text("簽名「我讀過了」，寫進簿子（簽過的不再寫）", "签名“我读过了”，写进簿子（签过的不再写）", "signs that you have read it: recorded (once for a version)")
    public static let help = Text("這就是說明。", "这就是说明。", "This is the help.")
    public static let alerts = Text(
        "右上角「!」是該看的事：超時、該巡邏、待補的。", "右上角“!”是该看的事：超时、该巡逻、待补的。",
        "“!” at the upper right is what needs your eye: over time, rounds due, things to complete.")

    // MARK: Panes

    public static let visitors = Text("訪客：門口的、在場的、預約的。", "访客：门口的、在场的、预约的。", "Visitors: at the gate, inside, expected.")
    public static let vehicles = Text("車輛：門口登記的、在場的、訪客開來的。", "车辆：门口登记的、在场的、访客开来的。", "Vehicles: registered at the gate, inside, and visitors' cars.")
    public static let patrol = Text("巡邏：在走的、該走的、之後的，還有沒修好的損壞。", "巡逻：在走的、该走的、之后的，还有没修好的损坏。", "Patrol: rounds under way, due and coming, and open defects.")
    public static let occurrences = Text("值班情況：還沒處理完的事，第一行記新的。", "值班情况：还没处理完的事，第一行记新的。", "Occurrences that are open; the first row writes a new one.")
    public static let handover = Text(
        "交接班：先做上面的步驟，下面是要交給下一班的事。接班的人逐項點收；有疑問、對不上、不接受的按 →。", "交接班：先做上面的步骤，下面是要交给下一班的事。接班的人逐项点收；有疑问、对不上、不接受的按 →。",
        "The handover: its steps first, then what passes to the relief, who accepts line by line; → to query, count or refuse.")
    public static let inside = Text("現在在場的人和車。", "现在在场的人和车。", "Who and what is inside now.")
    public static let desk = Text(
        "投訴、建議、諮詢、報修，先到期的在上面；服務台的電腦另有回訪名單與統計。", "投诉、建议、咨询、报修，先到期的在上面；服务台的电脑另有回访名单与统计。",
        "Complaints, suggestions, enquiries and repairs, the first due on top; at the desk also whom to visit, and the figures.")
    public static let figures = Text(
        "服務台的統計：期間、樓棟、種類照表單填的。F12 看怎麼算的。", "服务台的统计：期间、楼栋、种类照表单填的。F12 看怎么算的。",
        "The desk's figures of the days, building and kind that the form said. F12 shows how each is computed.")
    public static let showsLines = Text("看是哪些事項", "看是哪些事项", "shows which matters these are")
    public static let enterDesk = Text("做這件事的下一步", "做这件事的下一步", "takes the matter's next step")
    public static let things = Text(
        "交辦、代管的物品、放行條、崗位裝備；最後一行是各護衛員履職情況。", "交办、代管的物品、放行条、岗位装备；最后一行是各护卫员履职情况。",
        "Tasks, things kept, goods passes, the post's equipment; the last row: what each guard did and missed.")
    public static let alertList = Text("要處理的事，最急的在前。", "要处理的事，最急的在前。", "What needs somebody's eye, the most urgent first.")
    public static let directory = Text(
        "崗位職責；消防卡：哪裡有什麼器材、怎麼用、上次查看；單元、住戶和他們的車。", "岗位职责；消防卡：哪里有什么器材、怎么用、上次查看；单元、住户和他们的车。",
        "Post orders; the fire card: what stands where, how it is used, when it was last looked at; units, residents and their vehicles.")

    public static let enterVisitor = Text("在場的離開；門口的、預約的接著登記", "在场的离开；门口的、预约的接着登记", "who is inside leaves; at the gate or expected: goes on registering")
    public static let enterVehicle = Text("在場的離開；登記好的放行", "在场的离开；登记好的放行", "one inside leaves; one registered is let in")
    public static let enterPatrol = Text("該走的出發；在走的記下一點完好；走完的返回", "该走的出发；在走的记下一点完好；走完的返回", "a due round departs; one under way: next checkpoint intact, at the end: back")
    public static let enterOccurrence = Text("寫新的，或替那件事補新情況", "写新的，或替那件事补新情况", "writes a new one, or what is new about that one")
    public static let enterHandover = Text("點收那一項，到下一項；或做那一步：簽到、交班、接班、下崗", "点收那一项，到下一项；或做那一步：签到、交班、接班、下岗", "accepts that line and goes on; or does that step: sign on, offer, accept, sign off")
    public static let enterInside = Text("那個人或那輛車離開", "那个人或那辆车离开", "that person or vehicle leaves")
    public static let enterThing = Text("交辦的記完成；物品領走、借出、歸還；放行條帶出", "交办的记完成；物品领走、借出、归还；放行条带出", "a task is done; a thing is fetched, lent or returned; goods go out")
    public static let enterAlert = Text("到處理它的地方；→ 延後並寫原因", "到处理它的地方；→ 延后并写原因", "goes where it is settled; → puts it off with a reason")
    public static let enterDirectory = Text("替那一戶登記訪客；職責、消防卡則打開來讀", "替那一户登记访客；职责、消防卡则打开来读", "registers a visitor for that unit; opens an order or a fire card to read")

    // MARK: The line

    public static let typesInLine = Text("找：姓名、拼音、單元、車牌尾、電話、通行碼", "找：姓名、拼音、单元、车牌尾、电话、通行码", "finds: name, unit, tail of a plate, phone, pass code")
    public static let selectsRow = Text("選一行", "选一行", "select a row")
    public static let selectsFound = Text("選另一行", "选另一行", "select another row")
    public static let opensActions = Text("打開那一行的其他動作", "打开那一行的其他动作", "opens the row's other actions")
    public static let opensStory = Text("看那一件事的全部經過", "看那一件事的全部经过", "reads the whole story of it")
    public static let nextPane = Text("換到下一區", "换到下一区", "next pane")
    public static let letsGo = Text("放開選中的行", "放开选中的行", "lets go of the row")
    public static let doesRow = Text("做那一行右邊寫的", "做那一行右边写的", "does what the row says at its right")
    public static let typesMore = Text("打多一點，找得更準", "打多一点，找得更准", "more letters find less")
    public static let rubsOut = Text("刪一個字", "删一个字", "takes one character back")
    public static let clears = Text("清掉，什麼都不記", "清掉，什么都不记", "clears the line; nothing is recorded")

    // MARK: Small layers

    public static let doesAction = Text("做那一項", "做那一项", "does that one")
    public static let doesSelected = Text("做選中的那一項", "做选中的那一项", "does the selected one")
    public static let opens = Text("打開那一項", "打开那一项", "opens that one")
    public static let back = Text("回去，什麼都不記", "回去，什么都不记", "back; nothing is recorded")
    public static let backToForm = Text("回到表單接著填", "回到表单接着填", "back to the form")
    public static let discards = Text("放棄這張表單", "放弃这张表单", "discards the form")
    public static let quits = Text("離開程式", "离开程序", "leaves the program")
    public static let stays = Text("留下", "留下", "stays")
    public static let waits = Text("等一下", "等一下", "wait a moment")
    public static let scrolls = Text("上下捲動", "上下滚动", "scroll")
    public static let correctsLine = Text("更正這一行", "更正这一行", "corrects the line")
    public static let readsWhole = Text("讀整行", "读整行", "reads the whole line")

    // MARK: Forms

    public static let text = Text("這一欄打字。", "这一栏打字。", "This field takes text.")
    public static let number = Text("這一欄打數目。", "这一栏打数目。", "This field takes a number.")
    public static let time = Text("這一欄打時間。", "这一栏打时间。", "This field takes a time.")
    public static let list = Text("這一欄可以打好幾個名字。", "这一栏可以打好几个名字。", "This field takes several names.")
    public static let choice = Text("這一欄用數字選，選項在下面。", "这一栏用数字选，选项在下面。", "This field is chosen by digit; the choices stand below.")
    public static let document = Text(
        "打證件末四碼，整個號碼、掃描也行，只留末四碼。擔保的打擔保人。", "打证件末四码，整个号码、扫描也行，只留末四码。担保的打担保人。",
        "The last four of the document; the whole number or a scan will do, only four are kept. Or who vouches.")
    public static let secret = Text(
        "打簽名的 PIN，畫面只顯示圓點。忘了就按 ↑ 選見證人，由他打自己的；主管之後會看到。", "打签名的 PIN，画面只显示圆点。忘了就按 ↑ 选见证人，由他打自己的；主管之后会看到。",
        "Your PIN signs; only dots are shown. If it is forgotten, ↑ chooses a witness who types theirs; a supervisor sees that later.")
    public static let writesPIN = Text("打 PIN，4 到 12 個數字", "打 PIN，4 到 12 个数字", "types the PIN, 4 to 12 digits")
    public static let unlockForm = Text("打工號解鎖；有 PIN 的人再打 PIN。", "打工号解锁；有 PIN 的人再打 PIN。", "Your number unlocks the screen; who has a PIN types it too.")
    public static let locked = Text(
        "畫面鎖住了，只顯示數目；擱置的表單都在。緊急放行（Ctrl-E）照樣可用。", "画面锁住了，只显示数目；搁置的表单都在。紧急放行（Ctrl-E）照样可用。",
        "The screen is locked and shows numbers only; parked forms are safe. Emergency entry (Ctrl-E) stays open.")
    public static let locks = Text("1 鎖住畫面，不離開", "1 锁住画面，不离开", "1 locks the screen instead")
    public static let unlocks = Text("打工號（和 PIN）解鎖", "打工号（和 PIN）解锁", "your number (and PIN) unlock it")
    public static let signsOn = Text("解鎖；沒有人值班時簽到", "解锁；没有人值班时签到", "unlocks; with nobody on duty: signs on")
    public static let finish = Text("必填的都填好了。", "必填的都填好了。", "All that is required is filled in.")
    public static func finishMissing(_ label: Text) -> Text {
        Text("還有必填的空著：\(label.hant)。", "还有必填的空着：\(label.hans)。", "Still blank, and required: \(label.english).")
    }

    public static let goesToMissing = Text("帶到還沒填的那一欄；還不會記", "带到还没填的那一栏；还不会记", "leads to what is blank; records nothing yet")

    public static let counts = Text("算出來；不寫進簿子", "算出来；不写进簿子", "counts it; records nothing")
    public static let takesTime = Text("下一筆算這個時間；還不會記", "下一笔算这个时间；还不会记", "takes the time for the next entry; records nothing yet")
    public static let unlocksNow = Text("解鎖", "解锁", "unlocks")

    public static let writes = Text("寫在這一欄", "写在这一栏", "writes into the field")
    public static let writesNumber = Text("寫數目；第一個數字換掉原來的", "写数目；第一个数字换掉原来的", "writes it; the first digit replaces what stands there")
    public static let writesTime = Text("像 21:30 或 2130", "像 21:30 或 2130", "as 21:30 or 2130")
    public static let chooses = Text("選那一項並到下一欄；0 看更多", "选那一项并到下一栏；0 看更多", "chooses and goes on; 0 shows more")
    public static let turns = Text("一項一項換", "一项一项换", "turn to the next choice")
    public static let goesOn = Text("到下一個還要填的欄", "到下一个还要填的栏", "on to what must still be filled")
    public static let oneMore = Text("再加一個名字；沒有了再按一次到下一欄", "再加一个名字；没有了再按一次到下一栏", "one more name; with nothing more: on")
    public static let takesOffer = Text("空欄：用上次說過的；有字：往右移", "空栏：用上次说过的；有字：往右移", "in a blank field: takes what was said last; else moves right")
    public static let movesInForm = Text("到上一欄、下一欄", "到上一栏、下一栏", "field above, field below")
    public static let nextField = Text("下一欄（Shift-Tab 上一欄）", "下一栏（Shift-Tab 上一栏）", "next field (Shift-Tab: back)")
    public static let cancels = Text("取消；打過字會先問", "取消；打过字会先问", "cancels; asks first if something would be lost")
    public static let records = Text("記下，寫進簿子", "记下，写进簿子", "records it")

    public static let visitorForm = Text("先核實、再登記、後放行：證件要自己看過、和本人比過。", "先核实、再登记、后放行：证件要自己看过、和本人比过。", "Verify, register, release: look at the document and the person yourself.")
    public static let signOn = Text("上崗的人選自己的工號，再答制服、設備齊不齊。", "上岗的人选自己的工号，再答制服、设备齐不齐。", "Who comes on duty chooses their own number, then says whether uniform and equipment are complete.")
    public static let compareForm = Text("姓名、讀音或證件末四碼和禁入名單相合，請看上面的特徵，是不是同一人。", "姓名、读音或证件末四码和禁入名单相合，请看上面的特征，是不是同一人。", "The name, its reading or the document is on the deny list: compare the looks above with the person.")
    public static let exceptionForm = Text("只有主管能破例，要寫原因。", "只有主管能破例，要写原因。", "Only a supervisor grants an exception, with a reason.")
    public static let emergencyForm = Text("救人要緊：先放行，其餘以後補。", "救人要紧：先放行，其余以后补。", "Let them pass first; the rest can be filled in later.")
    public static let refusalForm = Text("不讓進的人也要記：是誰、為什麼。", "不让进的人也要记：是谁、为什么。", "Who is not let in is recorded too: who, and why.")
    public static let handoverForm = Text("接班的人簽收以前，不能下崗。", "接班的人签收以前，不能下岗。", "Nobody signs off before the relief has accepted.")
    public static let correctForm = Text("原來那行不動，另記一行更正。", "原来那行不动，另记一行更正。", "The line stays as it is; the correction is a line of its own.")
    public static let timeForm = Text(
        "下一筆（或下一張表單）算這個時間，只此一筆；先按 Esc 就回到現在。", "下一笔（或下一张表单）算这个时间，只此一笔；先按 Esc 就回到现在。",
        "The next entry or form is for this time, and no other after it; Esc before that goes back to now.")
}
