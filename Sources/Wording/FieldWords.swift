/// What the fields of commands and their fixed choices are called.
public enum FieldWords {
    /// The label of a field; where a word means something else in one command, its own.
    public static func label(_ field: String, of command: String = "") -> Text {
        own["\(command).\(field)"] ?? desk["\(command).\(field)"] ?? labels[field] ?? desk[field] ?? Text(field, field, field)
    }

    /// The name of a fixed choice of a field.
    public static func choice(_ value: String, of field: String) -> Text { choices["\(field):\(value)"] ?? deskChoices["\(field):\(value)"] ?? Text(value, value, value) }

    private static let own: [String: Text] = [
        "occurrence.update.text": FormWords.news, "occurrence.resolve.text": FormWords.how,
        "scene.secure.text": Text("怎麼保護現場", "怎么保护现场", "What was done"),
        "witness.hear.who": Text("見證人", "见证人", "Witness"), "witness.hear.text": Text("看到什麼", "看到什么", "What they saw"),
        "injury.note.who": Text("傷者", "伤者", "Who is hurt"), "injury.note.text": Text("傷勢", "伤势", "How"),
        "person.detain.who": Text("被扣留的人（姓名、特徵）", "被扣留的人（姓名、特征）", "Whom (name, looks)"),
        "person.detain.text": Text("在哪裡、怎麼扣留的", "在哪里、怎么扣留的", "Where and how"),
        "person.release.who": Text("誰帶走（放人寫原因）", "谁带走（放人写原因）", "Who took them (let go: why)"),
        "person.release.supervisor": Text("放人：准許的主管", "放人：准许的主管", "Let go: by which supervisor"),
        "visitor.leave.why": FormWords.withoutPass, "vehicle.leave.why": FormWords.withoutPass,
        "violation.correct.who": Text("誰（姓名、單元、車牌）", "谁（姓名、单元、车牌）", "Who (name, unit, plate)"),
        "violation.correct.text": Text("違反什麼", "违反什么", "Which rule"),
        "task.give.what": Text("什麼事", "什么事", "What"), "task.give.until": Text("什麼時候要（12-24 18:00）", "什么时候要（12-24 18:00）", "Until (12-24 18:00)"),
        "task.finish.text": FormWords.how, "training.record.what": Text("培訓項目或證照", "培训项目或证照", "Subject or certificate"),
        "training.record.until": Text("有效到（2027-06-30）", "有效到（2027-06-30）", "Valid until (2027-06-30)"),
        "training.record.text": FormWords.remark, "inspection.make.guard": Text("被查的人", "被查的人", "Guard inspected"),
        "thing.keep.giver": Text("誰交來的", "谁交来的", "From whom"), "thing.keep.due": Text("幾時前領走", "几时前领走", "To be fetched by"),
        "thing.lend.holder": Text("借給誰", "借给谁", "To whom"), "thing.lend.due": Text("幾時歸還（18:00）", "几时归还（18:00）", "Due back (18:00)"),
        "thing.return.text": Text("狀況", "状况", "Its state"), "thing.fetch.who": Text("誰領走", "谁领走", "Fetched by"),
        "thing.fetch.text": Text("憑什麼領的", "凭什么领的", "Against what proof"), "pass.issue.what": Text("帶出什麼", "带出什么", "What goes out"),
        "pass.issue.count": Text("幾件", "几件", "How many"), "goods.release.count": Text("帶出幾件", "带出几件", "How many go out"),
        "goods.release.plate": Text("開哪輛車走（看到的車牌）", "开哪辆车走（看到的车牌）", "Vehicle (plate as seen)"), "goods.release.who": Text("誰拿走", "谁拿走", "Who carries it"),
        "goods.release.why": Text("多帶或不符的原因", "多带或不符的原因", "Why more, or differently"),
        "goods.hold.who": Text("誰要帶出", "谁要带出", "Who carries it"), "defect.find.text": FormWords.damage,
        "defect.assign.until": Text("幾時修好（12-24）", "几时修好（12-24）", "To be done by (12-24)"), "defect.repair.text": FormWords.how,
        "alert.postpone.holder": Text("當班的人", "当班的人", "On duty"), "alert.postpone.until": Text("延後到（23:30）", "延后到（23:30）", "Until (23:30)"),
        "defect.confirm.text": FormWords.remark, "handover.answer.item": Text("交班項目", "交班项目", "Line of the handover"),
        "handover.answer.text": Text("問什麼、為什麼", "问什么、为什么", "Question or reason"), "handover.answer.count": Text("數到幾個", "数到几个", "Counted"),
        "handover.explain.text": Text("答覆", "答复", "Answer"), "relief.reject.reason": Text("為什麼不適任", "为什么不适任", "Why unfit"),
        "relief.reject.told": Text("通知了哪位主管", "通知了哪位主管", "Which supervisor was told"),
        "relief.report.text": Text("誰沒來、怎麼安排", "谁没来、怎么安排", "Who did not come, what was arranged"),
        "referral.confirm.text": Text("主管的指示", "主管的指示", "What they ordered"),
        "round.missed.due": Text("應出發", "应出发", "Due"), "round.missed.missing": Text("沒有", "没有", "Missing"),
        "evidence.pass.leaving": Text("還在小區嗎", "还在小区吗", "Still with us?"),
        "evidence.pass.holder": Text("交給誰保管", "交给谁保管", "Now held by"), "evidence.pass.why": Text("原因或回執", "原因或回执", "Why, or the receipt"),
    ]

    private static let labels: [String: Text] = [
        "alert": Text("警示", "警示", "Alert"), "answer": Text("怎麼答", "怎么答", "Answer"), "protest": HandoverWords.protest,
        "assignee": Text("派給誰修", "派给谁修", "Who repairs it"), "badge": FormWords.badge, "badgeBack": FormWords.badgeBack, "carried": FormWords.carried, "checkpoint": Text("巡查點", "巡查点", "Checkpoint"),
        "care": Text("誰在照顧（救護車、醫院）", "谁在照顾（救护车、医院）", "Who looks after them"), "code": FormWords.code, "colour": FormWords.colour,
        "carrier": Text("誰帶出", "谁带出", "Carried by"), "companions": FormWords.companions,
        "consent": Text("業主誰同意、怎麼確認", "业主谁同意、怎么确认", "Who of the unit agreed, and how"), "confirmed": FormWords.confirmed, "count": Text("數目", "数目", "Number"),
        "denied": Text("禁入名單代號", "禁入名单代号", "Deny list entry"), "document": FormWords.document, "driver": FormWords.driver,
        "due": Text("幾時歸還", "几时归还", "Due"), "field": FormWords.field, "finding": FormWords.finding, "from": FormWords.from, "holder": Text("誰保管", "谁保管", "Held by"),
        "giver": Text("誰交辦", "谁交办", "Given by"), "good": Text("修好了嗎", "修好了吗", "In order?"), "guard": Text("護衛員", "护卫员", "Guard"),
        "guidance": Text("指導", "指导", "Guidance"), "host": FormWords.host, "injuries": Text("傷勢（沒有就寫無）", "伤势（没有就写无）", "Injuries (or none)"), "item": FormWords.item,
        "keys": Text("按鍵數", "按键数", "Keys"), "leaving": Text("怎麼離開", "怎么离开", "How they leave"), "manner": FormWords.manner, "matches": FormWords.matches,
        "matter": Text("破例事項", "破例事项", "Exception for"), "missing": FormWords.missing, "name": FormWords.name, "occurrence": FormWords.kind,
        "officer": Text("接案人員", "接案人员", "Officer"), "order": Text("哪一份職責", "哪一份职责", "Which order"), "outcome": FormWords.outcome, "people": FormWords.count, "phone": FormWords.phone, "pin": FormWords.pin,
        "place": FormWords.place, "plate": FormWords.plate, "pass": FormWords.pass, "pieces": FormWords.pieces, "purpose": FormWords.purpose, "reason": FormWords.reason,
        "reader": Text("誰讀的", "谁读的", "Who read it"), "receipt": Text("回執號碼", "回执号码", "Receipt number"), "ref": Text("第幾號", "第几号", "Line number"), "remark": FormWords.remark,
        "result": FormWords.outcome, "route": Text("路線", "路线", "Route"), "same": FormWords.isSame, "seen": FormWords.seen,
        "service": FormWords.service, "sort": FormWords.kind, "station": Text("派出所", "派出所", "Police station"), "step": Text("步驟", "步骤", "Step"),
        "subject": FormWords.subject, "supervisor": FormWords.supervisor, "suspicious": FormWords.suspicious, "tail": FormWords.tail,
        "taking": Text("怎麼上崗", "怎么上岗", "How"), "text": FormWords.whatHappened, "told": FormWords.told, "turnout": FormWords.turnout,
        "took": Text("所用毫秒", "所用毫秒", "Milliseconds taken"), "unit": FormWords.unit, "until": FormWords.until, "value": FormWords.rightValue, "vehicle": FormWords.vehicleKind,
        "vouching": Text("擔保人", "担保人", "Who vouches"), "walker": FormWords.walker, "witness": FormWords.witness, "what": Text("什麼東西", "什么东西", "What"),
        "who": FormWords.who, "why": FormWords.why,
    ]

    private static let choices: [String: Text] = [
        "confirmed:intercom": Text("對講機", "对讲机", "intercom"), "confirmed:phone": Text("電話", "电话", "phone"),
        "confirmed:present": Text("住戶在場", "住户在场", "host present"), "confirmed:ahead": Text("事先預約", "事先预约", "noted ahead"),
        "confirmed:unreached": Text("聯絡不到", "联系不到", "not reached"), "seen:seen": Text("看到", "看到", "seen"),
        "seen:assumed": Text("推定", "推定", "assumed"), "seen:unknown": Text("不知道", "不知道", "unknown"),
        "matter:identification": Text("無證件", "无证件", "no document"), "matter:suspicion": Text("可疑", "可疑", "suspicious"),
        "matter:denied": Text("禁入名單", "禁入名单", "deny list"), "matter:sign-off": Text("離崗", "离岗", "leaving the post"),
        "manner:present": FormWords.present, "manner:telephone": FormWords.telephone, "subject:person": FormWords.person,
        "subject:vehicle": FormWords.aVehicle, "outcome:cleared": Text("沒有問題", "没有问题", "cleared"),
        "outcome:refused": Text("不准入內", "不准入内", "refused"), "outcome:reported": Text("已上報", "已上报", "reported"),
        "result:intact": Text("完好", "完好", "intact"), "result:damaged": Text("損壞", "损坏", "damaged"),
        "result:not-seen": Text("未查", "未查", "not seen"), "taking:opening": Text("上崗", "上岗", "opening"),
        "taking:relief": Text("接班", "接班", "as relief"), "taking:unattended": Text("崗位無人", "岗位无人", "found unattended"),
        "taking:covering": Text("主管代班", "主管代班", "supervisor covers"), "leaving:relieved": Text("交班後", "交班后", "relieved"),
        "leaving:closing": Text("按時關閉", "按时关闭", "closing by schedule"), "leaving:exception": Text("主管准許", "主管准许", "by exception"),
        "leaving:kept": Text("還在小區", "还在小区", "still with us"), "leaving:out": Text("已交出（派出所、失主）", "已交出（派出所、失主）", "given out (police, owner)"),
        "outcome:police": Text("移交派出所", "移交派出所", "to the police"), "outcome:hospital": Text("送醫院", "送医院", "to a hospital"),
        "outcome:heeded": Text("已改正", "已改正", "heeded"), "outcome:unheeded": Text("不聽", "不听", "not heeded"),
        "sort:parcel": Text("包裹", "包裹", "parcel"), "sort:key": Text("鑰匙", "钥匙", "key"), "sort:equipment": Text("裝備", "装备", "equipment"),
        "sort:badge": Text("訪客證", "访客证", "visitor badge"), "sort:lost": Text("失物", "失物", "lost property"), "sort:other": Text("其他", "其他", "other"),
        "answer:accepted": HandoverWords.accept, "answer:queried": HandoverWords.query, "answer:refused": HandoverWords.refuse,
        "outcome:freed": Text("放人", "放人", "let go"),
        "signed:pin": Text("PIN", "PIN", "PIN"), "signed:witness": Text("由人見證", "由人见证", "by a witness"),
        "missing:departure": Text("出發", "出发", "departure"), "missing:return": Text("返回", "返回", "return"),
        "flag:inside-already": Text("已在場內", "已在场内", "inside already"), "flag:never-entered": Text("沒有進場記錄", "没有进场记录", "never came in"),
        "flag:plate-differs": Text("車牌不同", "车牌不同", "another plate"),
    ]
}
