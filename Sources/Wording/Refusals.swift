import Gatekeeping

extension Refusal {
    /// Why it was refused, what is missing, and what to do next.
    public func text(_ language: Language) -> String { text[language] }

    private var text: Text {
        switch self {
        case .notJSON, .lineTooLong, .unknownCommand, .unknownField, .missingField, .wrongType, .unknownValue, .onlyPractice,
            .timeInFuture, .tooEarly, .onlyNow, .tooLong, .ownID, .unsayableID:
            commandText
        case .unknownGuard, .unknownPost, .notSupervisor, .notOnDuty, .postUnattended, .nothingThere, .neverWritten, .wrongStep: whoText
        case .noIdentification, .notMatching, .suspicious, .suspect, .mustCompare, .denied, .plateNotWhole, .tooManyLeave, .badgeGiven: visitorText
        case .registerFirst, .needsPlateOrReference, .noRoundDue, .roundMissed, .tickTooLate, .roundUnderWay, .nothingTicked, .alreadyTicked, .alreadyRecorded:
            roundText
        case .alreadyAttended, .reliefIsHere, .alreadyOnDuty, .unfitRelief, .notOffered, .notRelief, .reliefMissing, .notAccepted, .ownHandover, .linesLeft, .notCounted,
            .queriesOpen, .notScheduledToClose, .ownException:
            shiftText
        case .stillDetained, .notHandedOver, .noCase: occurrenceText
        case .notRepaired, .ownRepair, .notLent, .lent, .noPass, .passAllows, .postponedTooLong, .othersReading, .ownInspection: thingText
        case .noDesk, .notDirector, .notOffice, .otherStep, .timePast, .handedInCircle, .answerMissing, .revisitMissing, .ownRevisit: DeskWords.refusal(self)
        case .wrongPIN, .pinPaused, .noPIN, .pinMissing, .signatureMissing, .ownWitness, .partyWitness, .witnessedBefore, .offerWitnessed, .pinsUnusable: signatureText
        case .notYourLast, .cannotBeWithdrawn, .cannotBeCorrected, .takenBack, .fixedField, .othersBuiltOnIt: amendmentText
        }
    }

    private var commandText: Text {
        switch self {
        case .notJSON(let offset):
            Text("這一行不是 JSON（第 \(offset) 位元組起）。", "这一行不是 JSON（第 \(offset) 字节起）。", "This line is not JSON (from byte \(offset)).")
        case .lineTooLong(let bytes):
            Text("這一行有 \(bytes) 位元組，太長了。", "这一行有 \(bytes) 字节，太长了。", "This line has \(bytes) bytes: too long.")
        case .unknownCommand(let name, let nearest):
            Text(
                "沒有「\(name)」這個指令。" + (nearest.map { "是不是 \($0)？" } ?? ""), "没有“\(name)”这个指令。" + (nearest.map { "是不是 \($0)？" } ?? ""),
                "There is no command “\(name)”." + (nearest.map { " Did you mean \($0)?" } ?? ""))
        case .unknownField(let name): Text("沒有「\(name)」這一欄。", "没有“\(name)”这一栏。", "There is no field “\(name)”.")
        case .missingField(let name): Refusal.missing(FieldWords.label(name))
        case .wrongType(let name, _):
            Text("「\(name)」的內容不合。", "“\(name)”的内容不合。", "“\(name)” does not hold what it should.")
        case .unknownValue(let field, let value, let known):
            Refusal.unknown(FieldWords.label(field), value, known)
        case .unsayableID:
            Text("「id」裡有控制字元，沒有記下。請換一個沒有控制字元的 id。", "「id」里有控制字符，没有记下。请换一个没有控制字符的 id。", "The id holds control characters, so nothing was recorded. Use one without them.")
        case .ownID(let id):
            Text(
                "「\(id)」以 @ 開頭，是程式自己的代號，沒有記下；請用別的 id。", "“\(id)”以 @ 开头，是程序自己的代号，没有记下；请用别的 id。",
                "“\(id)” begins with @, as only the program's own ids do; nothing was recorded. Use another id.")
        case .onlyPractice:
            Text("只有練習簿可以用假時間。", "只有练习簿可以用假时间。", "Only a practice journal takes a made-up time.")
        case .timeInFuture: Text("時間在將來，請改正。", "时间在将来，请改正。", "That time is in the future; correct it.")
        case .tooEarly(let time):
            Text(
                "時間比簿上記的還早，沒有記下：最早是 \(time)。請改時間（Ctrl-T）再記；簿上的時間才是錯的，就照現在的時間記，並在內容寫明。",
                "时间比簿上记的还早，没有记下：最早是 \(time)。请改时间（Ctrl-T）再记；簿上的时间才是错的，就照现在的时间记，并在内容写明。",
                "Earlier than the book says it began; nothing was recorded. The earliest is \(time): change the time (Ctrl-T). If the book's time is the wrong one, record it for now and say so in words.")
        case .onlyNow:
            Text(
                "交接班、上崗、下崗不能補記較早的時間，沒有寫入；打的字都在。再按一次同一個鍵，就記成現在。", "交接班、上岗、下岗不能补记较早的时间，没有写入；打的字都在。再按一次同一个键，就记成现在。",
                "Shifts take no earlier time; nothing was recorded, what you typed is still here. Press the same key again: it is recorded for now.")
        case .tooLong: Text("內容太長，沒有寫入；請寫短一點。", "内容太长，没有写入；请写短一点。", "Too long, nothing was written; shorten it.")
        default: Text("", "", "")
        }
    }

    /// A field that is not filled in, by the name under which it was asked.
    public static func missing(_ label: Text) -> Text {
        Text("還沒填「\(label.hant)」。", "还没填“\(label.hans)”。", "“\(label.english)” is missing.")
    }

    /// A value that the field does not take, by the name under which it was asked.
    public static func unknown(_ label: Text, _ value: String, _ known: [String]) -> Text {
        Text(
            "「\(label.hant)」沒有「\(value)」這一項，沒有記下。" + (known.isEmpty ? "請改正。" : "可用：\(known.joined(separator: "、"))。"),
            "“\(label.hans)”没有“\(value)”这一项，没有记下。" + (known.isEmpty ? "请改正。" : "可用：\(known.joined(separator: "、"))。"),
            "“\(label.english)” knows no “\(value)”; nothing was recorded. " + (known.isEmpty ? "Correct it." : "Known: \(known.joined(separator: ", "))."))
    }

    /// A unit that is none, or may be more than one.
    /// - Parameters:
    ///   - meant: the units that it may be.
    ///   - isVerified: the first step of the visit is in the book all the same.
    public static func unknownUnit(_ unit: String, _ meant: [String], isVerified: Bool) -> Text {
        let some = meant.prefix(3)
        let question =
            meant.isEmpty
            ? Text("沒有「\(unit)」這個單元，請改正。", "没有“\(unit)”这个单元，请改正。", "There is no unit “\(unit)”: correct it.")
            : Text(
                "「\(unit)」是哪一棟的？請連樓棟寫，如 \(some.joined(separator: "、"))。", "“\(unit)”是哪一栋的？请连楼栋写，如 \(some.joined(separator: "、"))。",
                "Which building is “\(unit)” in? Write it with the unit, as \(some.joined(separator: ", ")).")
        let recorded = isVerified ? Text("核實已記下，還沒登記、還沒放行。", "核实已记下，还没登记、还没放行。", " Verified is recorded; registered and let in are not.") : Text("沒有記下。", "没有记下。", " Nothing was recorded.")
        return Text(question.hant + recorded.hant, question.hans + recorded.hans, question.english + recorded.english)
    }

    /// Whom they may be, and what tells them apart: a document of both does.
    private static func suspect(_ comer: Comer, _ suspect: Suspect) -> Text {
        let known = suspect.known
        let begin = Text("「\(comer.name)」可能就是門口形跡可疑的「\(known)」（F2），還沒放行。", "“\(comer.name)”可能就是门口形迹可疑的“\(known)”（F2），还没放行。", "“\(comer.name)” may be “\(known)”, who is suspicious at the gate (F2), and was not let in.")
        let way =
            if !suspect.hasProof, suspect.hasShownDocument {
                Text("那人的證件不足四碼或與本人不符，分不出人：是另一人，先在 F2 把那人記為禁止入內", "那人的证件不足四码或与本人不符，分不出人：是另一人，先在 F2 把那人记为禁止入内", "That one's document has less than four characters or does not fit, and tells nobody apart: if this is somebody else, first refuse that one (F2)")
            } else if !suspect.hasProof {
                Text("那人沒有出示證件：是另一人，先在 F2 把那人記為禁止入內", "那人没有出示证件：是另一人，先在 F2 把那人记为禁止入内", "That one showed no document: if this is somebody else, first refuse that one (F2)")
            } else if !comer.hasProof {
                switch comer.role {
                case .visitor: Text("是另一人，就請他出示證件，填上末四碼", "是另一人，就请他出示证件，填上末四码", "If this is somebody else, let them show a document and enter its last four")
                case .companion: Text("是另一人，就從同行姓名拿掉，請他出示證件另外登記", "是另一人，就从同行姓名拿掉，请他出示证件另外登记", "If this is somebody else, take the name out of the companions and let them register with a document")
                case .driver: Text("是另一人，就請他出示證件，連同車牌登記為訪客", "是另一人，就请他出示证件，连同车牌登记为访客", "If this is somebody else, let them show a document and register as a visitor with this plate")
                }
            } else {
                Text("證件末四碼相同：請盤問", "证件末四码相同：请盘问", "The document ends alike: question them")
            }
        return Text("\(begin.hant)\(way.hant)；或請主管破例。", "\(begin.hans)\(way.hans)；或请主管破例。", "\(begin.english) \(way.english), or ask a supervisor for an exception.")
    }

    private static func fixed(_ label: Text) -> Text {
        Text(
            "「\(label.hant)」是照規則決定的，不能更正；沒有寫入。請把那一步重做一次，或另記一筆說明。", "“\(label.hans)”是照规则决定的，不能更正；没有写入。请把那一步重做一次，或另记一笔说明。",
            "Rules were decided on “\(label.english)”: it is not corrected, and nothing was written. Take the step again, or write another line that explains it.")
    }

    private var whoText: Text {
        switch self {
        case .unknownGuard(let number):
            Text("工號「\(number)」不在名單上。請再輸入一次。", "工号“\(number)”不在名单上。请再输入一次。", "Number “\(number)” is not on the list. Enter it again.")
        case .unknownPost(let post): Text("沒有崗位「\(post)」。", "没有岗位“\(post)”。", "There is no post “\(post)”.")
        case .notSupervisor(let number):
            Text("「\(number)」不是准許此事的主管，請選名單上的主管。", "“\(number)”不是准许此事的主管，请选名单上的主管。", "“\(number)” is not the supervisor for this: name one of the staff list.")
        case .notOnDuty(let number):
            Text("\(number) 沒有在這個崗位值班。請先簽到（F6）。", "\(number) 没有在这个岗位值班。请先签到（F6）。", "\(number) is not on duty at this post. Sign on first (F6).")
        case .postUnattended:
            Text("這個崗位沒有人值班。請先簽到（F6）。", "这个岗位没有人值班。请先签到（F6）。", "Nobody is on duty at this post. Sign on first (F6).")
        case .nothingThere(let ref):
            Text("第 \(ref) 號已經不在了，可能別人剛處理過。", "第 \(ref) 号已经不在了，可能别人刚处理过。", "Number \(ref) is no longer open; somebody may just have settled it.")
        case .neverWritten(let ref):
            Text("簿上沒有第 \(ref) 號，沒有記下。請看一下號碼再試。", "簿上没有第 \(ref) 号，没有记下。请看一下号码再试。", "The book has no number \(ref); nothing was recorded. Look at the number again.")
        case .wrongStep(let ref):
            Text(
                "第 \(ref) 號已經過了這一步，或還沒到：先核實、再登記、後放行，補記只有一次。請看它現在的樣子（F2、F3）。", "第 \(ref) 号已经过了这一步，或还没到：先核实、再登记、后放行，补记只有一次。请看它现在的样子（F2、F3）。",
                "Number \(ref) is past that step or not there yet: verify, register, release; completed once. Look at how it stands now (F2, F3).")
        default: Text("", "", "")
        }
    }

    private var visitorText: Text {
        switch self {
        case .noIdentification:
            Text(
                "沒有可接受的證件，禁止入內。可請主管破例，或記禁止入內。", "没有可接受的证件，禁止入内。可请主管破例，或记禁止入内。",
                "No accepted identification: no entry. Ask a supervisor for an exception, or record the refusal.")
        case .notMatching:
            Text("證件與本人不符，禁止入內。", "证件与本人不符，禁止入内。", "The document does not fit the person: no entry.")
        case .suspicious:
            Text("形跡可疑，禁止入內。可請主管破例。", "形迹可疑，禁止入内。可请主管破例。", "Suspicious: no entry. A supervisor may grant an exception.")
        case .suspect(let comer, let suspect): Refusal.suspect(comer, suspect)
        case .mustCompare(let name, _):
            Text(
                "「\(name)」可能在禁入名單上（姓名、讀音或證件末四碼），還沒放行：請先比對是不是同一人。", "“\(name)”可能在禁入名单上（姓名、读音或证件末四码），还没放行：请先比对是不是同一人。",
                "“\(name)” may be on the deny list (by name, its reading or the document) and was not let in: compare first whether it is the same person.")
        case .denied: Text("在禁入名單上，禁止入內。只有主管可以破例。", "在禁入名单上，禁止入内。只有主管可以破例。", "On the deny list: no entry. Only a supervisor's exception lets them in.")
        case .plateNotWhole(let plate, _):
            Text(
                "「\(plate)」可能是禁入名單上的車，還沒放行：請把車上的車牌整塊打上。已登記的在 F2 或 F3 按 → 更正車牌；真是那輛就禁止入內。",
                "“\(plate)”可能是禁入名单上的车，还没放行：请把车上的车牌整块打上。已登记的在 F2 或 F3 按 → 更正车牌；真是那辆就禁止入内。",
                "“\(plate)” may be a car on the deny list and was not let in: type the whole plate as it stands on the car (registered: F2 or F3, →, correct). If it is that car, refuse entry.")
        case .tooManyLeave(let inside): Text("裡面只有 \(inside) 人。", "里面只有 \(inside) 人。", "Only \(inside) are inside.")
        case .badgeGiven(let badge, let name):
            Text("訪客證 \(badge) 還在「\(name)」手上，請換一張。", "访客证 \(badge) 还在“\(name)”手上，请换一张。", "Badge \(badge) is still with “\(name)”; give another one.")
        default: Text("", "", "")
        }
    }

    private var roundText: Text {
        switch self {
        case .registerFirst: Text("陌生車輛，登記後才可進入。", "陌生车辆，登记后才可进入。", "An unknown vehicle: register it first.")
        case .needsPlateOrReference: Text("請輸入車牌，或選一輛車。", "请输入车牌，或选一辆车。", "Enter a plate or choose a vehicle.")
        case .noRoundDue(let route): Text("路線「\(route)」現在沒有該走的巡邏。", "路线“\(route)”现在没有该走的巡逻。", "No round of “\(route)” is due now.")
        case .roundMissed: Text(
                "這一輪沒有在時限內返回，已記為漏巡，不能補。看到的損壞從 Ctrl-W 記，當時的情形記一筆情況（F5）。", "这一轮没有在时限内返回，已记为漏巡，不能补。看到的损坏从 Ctrl-W 记，当时的情形记一笔情况（F5）。",
                "This round was not walked, or not back, in its time: it is recorded as missed and cannot be filled in. What was found damaged goes in by Ctrl-W, what happened as an occurrence (F5).")
        case .tickTooLate: Text("返回已超過 60 分鐘，不能再補記。", "返回已超过 60 分钟，不能再补记。", "More than 60 minutes since the return: too late to enter.")
        case .roundUnderWay: Text("這條路線已經有人在巡。", "这条路线已经有人在巡。", "A round of this route is under way.")
        case .nothingTicked:
            Text(
                "還沒看過任何一點，沒有記返回。請先記看過的點；沒看到的，寫明原因。沒巡的不用記返回，時間到了會自己記為漏巡。", "还没看过任何一点，没有记返回。请先记看过的点；没看到的，写明原因。没巡的不用记返回，时间到了会自己记为漏巡。",
                "No checkpoint has been looked at; the return was not recorded. Enter first what was seen, or why it was not. A round that was not walked needs no return: it is recorded as missed by itself.")
        case .alreadyTicked:
            Text(
                "這個點這一圈記過了。那裡還有別的損壞：在這一圈上按 →，選「剛才的點還有損壞」；以後才發現的從 Ctrl-W 或 F9 記。",
                "这个点这一圈记过了。那里还有别的损坏：在这一圈上按 →，选“刚才的点还有损坏”；以后才发现的从 Ctrl-W 或 F9 记。",
                "This checkpoint has its tick. What else is damaged there: press the right arrow on the round and choose \"more damage there\"; what is found later goes in by Ctrl-W or F9.")
        case .alreadyRecorded: Text("已經記過了，不必再記；要改請用更正（→）。", "已经记过了，不必再记；要改请用更正（→）。", "Already recorded: nothing more to do. To change it, correct the line (right arrow).")
        default: Text("", "", "")
        }
    }

    private var shiftText: Text {
        switch self {
        case .ownException:
            Text(
                "自己在崗，不能自己准自己離崗。請另一位主管准許（可以打電話），或等接班。", "自己在岗，不能自己准自己离岗。请另一位主管准许（可以打电话），或等接班。",
                "Who holds the post does not let themselves off it. Another supervisor grants it, by telephone if need be, or the relief comes.")
        case .alreadyAttended(let by): Text("\(by) 正在這個崗位。請用「接班」簽到。", "\(by) 正在这个岗位。请用“接班”签到。", "\(by) holds this post. Sign on as relief.")
        case .reliefIsHere(let relief):
            Text(
                "\(relief) 已經簽到接班了，沒有記下。請讓 \(relief) 點完簽收；不能接班的，先記「不適任」（F6）。", "\(relief) 已经签到接班了，没有记下。请让 \(relief) 点完签收；不能接班的，先记“不适任”（F6）。",
                "\(relief) has signed on as relief already; nothing was recorded. Let \(relief) go through the list and accept it; who is not fit to take over is sent away first (F6).")
        case .alreadyOnDuty: Text("你已經簽到了。", "你已经签到了。", "You are signed on already.")
        case .unfitRelief(let number):
            Text(
                "\(number) 剛被認為不適任，不能上崗。請換人接班，或請主管先決定（F6「待主管處理」）。", "\(number) 刚被认为不适任，不能上岗。请换人接班，或请主管先决定（F6“待主管处理”）。",
                "\(number) was found unfit and cannot sign on. Another relief comes, or a supervisor decides first (F6, for the supervisor).")
        case .notOffered: Text("交班還沒提出，或已經變了；請重看一次。", "交班还没提出，或已经变了；请重看一次。", "The handover is not offered, or has changed; look again.")
        case .notRelief: Text("接班的人要先簽到。", "接班的人要先签到。", "The relief must sign on first.")
        case .reliefMissing: 
            Text(
                "接班人員未上崗，不準下崗。請接班的人先簽到（F6）；沒人來就報主管，由主管頂崗或准許下崗。", "接班人员未上岗，不准下岗。请接班的人先签到（F6）；没人来就报主管，由主管顶岗或准许下岗。",
                "Nobody leaves the post before the relief is on it. The relief signs on first (F6); if nobody comes, tell a supervisor, who covers the post or lets you go.")
        case .notAccepted: 
            Text(
                "接班人員還沒接受交班，不準下崗。請先提出交班（F6），由接班的人逐項點完、簽收。", "接班人员还没接受交班，不准下岗。请先提出交班（F6），由接班的人逐项点完、签收。",
                "The relief has not accepted the handover yet. Offer it (F6); the relief goes through its lines and accepts it.")
        case .ownHandover: Text("不能接受自己的交班。", "不能接受自己的交班。", "Nobody accepts their own handover.")
        case .linesLeft(let count):
            Text(
                "交班還有 \(count) 項沒點，或點過以後有變動，先點完再簽收（F6，一項一個 Enter；對不上的按 →）。", "交班还有 \(count) 项没点，或点过以后有变动，先点完再签收（F6，一项一个 Enter；对不上的按 →）。",
                "\(count == 1 ? "One line of the handover is" : "\(count) lines of the handover are") not answered, or changed since: go through them first (F6, Enter for each, the right arrow where something is wrong).")
        case .notCounted:
            Text(
                "代管物品、鑰匙、裝備要點數，不能照本子上的數，問過的也要點。請寫下數到幾個（count）。", "代管物品、钥匙、装备要点数，不能照本子上的数，问过的也要点。请写下数到几个（count）。",
                "What is kept, keys and equipment are counted, and the book's number is not taken for it; so is what was asked about. Say how many there are (count).")
        case .queriesOpen(let count):
            Text(
                "還有 \(count) 個疑問沒答覆。請交班的人答覆（F6），或記為不接受。", "还有 \(count) 个疑问没答复。请交班的人答复（F6），或记为不接受。",
                "\(count) queries have no answer: the outgoing guard answers them (F6), or the relief refuses the line.")
        case .notScheduledToClose: 
            Text(
                "這個崗位現在不該關閉。請等到關閉時間，或交班給接班的人（F6）；非走不可就請主管准許。", "这个岗位现在不该关闭。请等到关闭时间，或交班给接班的人（F6）；非走不可就请主管准许。",
                "This post is not scheduled to be closed now. Wait until it is, or hand over to a relief (F6); if you must go, ask a supervisor for an exception.")
        default: Text("", "", "")
        }
    }

    private var occurrenceText: Text {
        switch self {
        case .stillDetained:
            Text(
                "還有人被扣留。請先把人移交（派出所、醫院）或記下放人，再結案、關崗。", "还有人被扣留。请先把人移交（派出所、医院）或记下放人，再结案、关岗。",
                "Somebody is still detained. Hand them over or record that they were let go first; then it can be settled, and the post closed.")
        case .noCase:
            Text("這件不是案件，本來就不必移交派出所，直接結案即可。", "这件不是案件，本来就不必移交派出所，直接结案即可。", "This is no case for the police anyway: just settle it.")
        case .notHandedOver:
            Text(
                "案件或送醫的人還沒移交派出所。請先記下移交（派出所、接案人員、回執），或由主管認定不是案件，再結案。",
                "案件或送医的人还没移交派出所。请先记下移交（派出所、接案人员、回执），或由主管认定不是案件，再结案。",
                "A case, or somebody who was taken to a hospital, is not yet handed to the police. Record the handover (station, officer, receipt), or that a supervisor found it to be no case, then settle it.")
        default: Text("", "", "")
        }
    }

    private var thingText: Text {
        switch self {
        case .notRepaired: Text("還沒記修好，不能確認。", "还没记修好，不能确认。", "No repair is recorded yet: nothing to confirm.")
        case .ownRepair:
            Text(
                "修理派給您，或修好是您自己記的，要由別人複查。請下一班或主管確認。", "修理派给您，或修好是您自己记的，要由别人复查。请下一班或主管确认。",
                "The repair was yours, or you recorded it yourself: somebody else must look again. Ask the relief or a supervisor.")
        case .lent(let holder):
            Text("這件借給了 \(holder)，先記歸還，再記領走。", "这件借给了 \(holder)，先记归还，再记领走。", "It is lent to \(holder): record that it came back, and then who fetched it.")
        case .notLent: Text("這件沒有借出，就在崗位上，不必歸還。", "这件没有借出，就在岗位上，不必归还。", "It is not lent: it is at the post, and nothing has to come back.")
        case .noPass:
            Text(
                "沒有放行條，不能帶出；人車可以空手離開。請業主同意後開放行條（Ctrl-W）；非帶出不可就寫明原因，會報主管。", "没有放行条，不能带出；人车可以空手离开。请业主同意后开放行条（Ctrl-W）；非带出不可就写明原因，会报主管。",
                "Without a pass nothing goes out; they may leave without it. Ask the owner and issue a pass (Ctrl-W); if it must go, say why, and the supervisor hears of it.")
        case .postponedTooLong(let hours):
            Text("最多只能延後 \(hours) 小時，而且要在現在之後，像 23:30。", "最多只能延后 \(hours) 小时，而且要在现在之后，像 23:30。", "An alert can be put off for \(hours) hours at most, to a time to come.")
        case .othersReading:
            Text("職責要自己讀、自己簽，不能替別人簽；請他上崗或來接班時再簽。", "职责要自己读、自己签，不能替别人签；请他上岗或来接班时再签。", "Everybody reads and signs an order for themself: the other one does when they are on duty or relieve you.")
        case .ownInspection:
            Text("查崗的主管不能查自己，還沒記下。請改被查的人，或由另一位主管查。", "查岗的主管不能查自己，还没记下。请改被查的人，或由另一位主管查。", "Nobody inspects themself; nothing was recorded. Name the guard who was inspected, or let another supervisor inspect.")
        case .passAllows(let count):
            Text(
                "放行條只准 \(count) 件，還沒記。多的留下，或另開放行條（Ctrl-W）；非帶出不可就寫明原因，會報主管。", "放行条只准 \(count) 件，还没记。多的留下，或另开放行条（Ctrl-W）；非带出不可就写明原因，会报主管。",
                "The pass allows only \(count); nothing is recorded yet. Leave the rest or issue a pass for it (Ctrl-W); if it must go, say why, and the supervisor hears of it.")
        default: Text("", "", "")
        }
    }

    private var amendmentText: Text {
        switch self {
        case .notYourLast: Text("只能收回自己今天最後一筆；其他的請用更正。", "只能收回自己今天最后一笔；其他的请用更正。", "Only your own last entry of today can be taken back; correct others.")
        case .cannotBeWithdrawn: Text("這一筆不能收回。", "这一笔不能收回。", "This entry cannot be taken back.")
        case .cannotBeCorrected:
            Text(
                "這一行不能更正：交接班、簽名和程式自己記的都照原樣。有話要說就記一筆情況（F5），或請主管處理。", "这一行不能更正：交接班、签名和程序自己记的都照原样。有话要说就记一笔情况（F5），或请主管处理。",
                "This line cannot be corrected: handovers, signatures and what the program recorded stand as they are. Write an occurrence (F5), or tell the supervisor.")
        case .takenBack(let ref):
            Text(
                "第 \(ref) 號已經收回，等於沒寫，沒有可更正的。請重新記一筆。", "第 \(ref) 号已经收回，等于没写，没有可更正的。请重新记一笔。",
                "Number \(ref) was taken back and counts as not written: there is nothing to correct. Write it anew.")
        case .fixedField(let name): Refusal.fixed(FieldWords.label(name))
        case .othersBuiltOnIt: Text("後面已有人接著記了，請用更正。", "后面已有人接着记了，请用更正。", "Later entries build on it; correct it instead.")
        default: Text("", "", "")
        }
    }
}
