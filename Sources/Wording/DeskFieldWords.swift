extension FieldWords {
    /// Labels of the desk's commands that mean something of their own.
    static let desk: [String: Text] = [
        "matter.receive.matter": Text("種類", "种类", "Kind"), "matter.receive.who": Text("誰提出", "谁提出", "Who brings it"),
        "matter.receive.what": Text("什麼事", "什么事", "What it is"), "matter.receive.promised": Text("約定幾時回復（12-24 18:00）", "约定几时回复（12-24 18:00）", "Answer promised by (12-24 18:00)"),
        "matter.verify.valid": Text("屬實（建議：採納）", "属实（建议：采纳）", "Is it so (suggestion: taken up)"), "matter.verify.reason": Text("查到什麼、為什麼", "查到什么、为什么", "What was found, and why"),
        "matter.report.manner": Text("怎麼向主任匯報", "怎么向主任汇报", "How the director was told"), "matter.hand.why": Text("為什麼轉交", "为什么转交", "Why it is theirs"),
        "matter.plan.text": Text("整改計劃", "整改计划", "What is going to be done"), "matter.plan.until": Text("幾時完成（12-24 18:00）", "几时完成（12-24 18:00）", "Done by (12-24 18:00)"),
        "matter.escalate.why": Text("為什麼解決不了", "为什么解决不了", "Why it cannot be settled"), "matter.decide.text": Text("主任的決定", "主任的决定", "The decision"),
        "matter.decide.department": Text("由誰辦", "由谁办", "Who does it"), "matter.resolve.text": Text("怎麼解決的", "怎么解决的", "What was done"),
        "matter.answer.text": Text("怎麼回復的", "怎么回复的", "What was answered, and how"), "matter.explain.text": Text("解釋了什麼", "解释了什么", "What was explained"),
        "suggestion.post.text": Text("張榜內容", "张榜内容", "What is posted"), "household.commend.text": Text("表彰什麼", "表彰什么", "What for"),
        "revisit.make.officer": Text("誰去回訪", "谁去回访", "Who called"), "revisit.make.outcome": Text("滿意嗎", "满意吗", "Content?"),
        "activity.hold.count": Text("多少人（份）", "多少人（份）", "How many came (or sheets)"), "activity.hold.text": Text("結果", "结果", "What came of it"),
        "study.receive.host": Text("誰接待", "谁接待", "Received by"),
        "topic": Text("類別", "类别", "Topic"), "urgent": Text("緊急", "紧急", "Urgent"), "channel": Text("怎麼提出的", "怎么提出的", "How it came"),
        "explained": Text("當場解釋了什麼", "当场解释了什么", "Explained at once"), "promised": Text("約定幾時回復", "约定几时回复", "Answer promised by"),
        "valid": Text("屬實", "属实", "Valid"), "department": Text("責任部門", "责任部门", "Department"), "director": Text("主任", "主任", "Director"),
        "to": Text("回復誰", "回复谁", "Who has the answer"), "opinion": Text("住戶的意見", "住户的意见", "What the resident said"),
        "draw": Text("抽中線", "抽中线", "Drawn below"), "term": Text("期間", "期间", "Term"), "area": Text("樓棟", "楼栋", "Building"),
        "opens": Text("另立事項", "另立事项", "Opens a matter"), "year": Text("年度", "年度", "Year"),
        "activity": Text("哪一項活動", "哪一项活动", "Activity"), "company": Text("哪家單位", "哪家单位", "Company"), "programme": Text("參觀內容", "参观内容", "Programme"),
    ]

    /// The fixed choices of the desk's commands.
    static let deskChoices: [String: Text] = [
        "matter:complaint": Text("投訴", "投诉", "complaint"), "matter:suggestion": Text("建議", "建议", "suggestion"),
        "matter:enquiry": Text("諮詢", "咨询", "enquiry"), "matter:repair": Text("報修", "报修", "repair"),
        "channel:visit": Text("到服務台", "到服务台", "at the desk"), "channel:gate": Text("在門崗", "在门岗", "at the gate"),
        "channel:phone": Text("電話", "电话", "phone"), "channel:letter": Text("來信", "来信", "letter"), "channel:online": Text("網上", "网上", "online"),
        "channel:revisit": Text("回訪", "回访", "return visit"), "manner:phone": Text("電話", "电话", "by phone"), "manner:person": Text("當面", "当面", "in person"),
        "manner:writing": Text("書面", "书面", "in writing"), "to:resident": Text("住戶", "住户", "resident"), "to:director": Text("主任", "主任", "director"),
        "outcome:content": Text("滿意", "满意", "content"), "outcome:fairly": Text("基本滿意", "基本满意", "fairly content"),
        "outcome:not": Text("不滿意", "不满意", "not content"),
    ]
}
