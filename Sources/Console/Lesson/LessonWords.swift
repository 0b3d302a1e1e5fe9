import Gatekeeping
import Wording

/// What the walk-through says: one thing to do at a time.
enum LessonWords {
    static let offer = Text(
        "第一次用？按 \(Action.help.keyName) 再按 Enter，跟著做十步。", "第一次用？按 \(Action.help.keyName) 再按 Enter，跟着做十步。",
        "New here? \(Action.help.keyName), then Enter: ten steps to learn it by doing.")
    static let start = Text("十步練習：跟著做一遍", "十步练习：跟着做一遍", "ten steps: learn it by doing")
    static let goOn = Text("接著做十步練習", "接着做十步练习", "go on with the ten steps")
    static let leave = Text("先不練了，隨時可以接著做", "先不练了，随时可以接着做", "leave the ten steps; they go on later where you are")
    static let end = Text("十步都做完了。練習簿裡隨便試，不會弄壞什麼。", "十步都做完了。练习簿里随便试，不会弄坏什么。", "All ten steps are done. Try anything in a practice book; nothing can break.")

    /// The people and cars of the walk-through.
    static let visitor = Text("蘇東坡", "苏东坡", "Su Dongpo")
    static let visitorAgain = Text("東坡", "东坡", "dongpo")
    static let unknownPlate = "ZZ-9999"

    /// What to do now.
    static func text(_ step: Lesson.Step, reached: Int, in model: Model) -> Text {
        let unit = model.estate.units.first?.id ?? ""
        let car = model.estate.vehicleForLessons ?? ""
        let guest = model.lessonGuest.flatMap { [visitor.hant, visitor.hans, visitor.english].contains($0) ? nil : Text($0, $0, $0) } ?? visitorAgain
        switch step {
        case .signOn: return signOn(isFormOpen: model.form != nil, isLocked: model.isLocked)
        case .newVisitor:
            return Text(
                "新訪客：打「\(visitor.hant)」Enter，1 證件，4321 Enter，1 相符，\(unit) Enter，1 確認，1 事由，Enter。",
                "新访客：打“\(visitor.hans)”Enter，1 证件，4321 Enter，1 相符，\(unit) Enter，1 确认，1 事由，Enter。",
                "New visitor: type \(visitor.english), Enter; 1 document; 4321, Enter; 1 fits; \(unit), Enter; 1 host, 1 purpose; Enter.")
        case .leaving:
            return Text(
                "他走了：打「\(guest.hant)」Enter。", "他走了：打“\(guest.hans)”Enter。", "He leaves: type \(guest.english), Enter.")
        case .returning:
            return Text(
                "熟客又來：打「\(guest.hant)」Enter，1 證件，4321 Enter，1 相符，1 確認，Enter。", "熟客又来：打“\(guest.hans)”Enter，1 证件，4321 Enter，1 相符，1 确认，Enter。",
                "He comes again: type \(guest.english), Enter; 1 document; 4321, Enter; 1 fits, 1 host; Enter.")
        case .residentsCar:
            return reached == 0
                ? Text("住戶的車進來：打車牌尾 \(car) Enter。", "住户的车进来：打车牌尾 \(car) Enter。", "A resident's car comes in: type \(car), Enter.")
                : Text("同一輛車出去：再打 \(car) Enter。", "同一辆车出去：再打 \(car) Enter。", "The same car goes out: type \(car) again, Enter.")
        case .unknownCar:
            return Text(
                "陌生車：打 \(unknownPlate)，End、Enter，1 車種，\(unit) Enter，1 事由，Enter。", "陌生车：打 \(unknownPlate)，End、Enter，1 车种，\(unit) Enter，1 事由，Enter。",
                "Unknown car: type \(unknownPlate), End, Enter; 1 kind; \(unit), Enter; 1 purpose; Enter.")
        case .refusal: return refusal(model.estate.deniedForLessons(inLatin: model.language == .english) ?? "")
        case .round: return round(reached: reached, hasRound: model.hasRoundForLessons)
        case .mistake:
            return reached == 0
                ? Text("故意記錯：打 \(car) Enter，其實沒有車來。", "故意记错：打 \(car) Enter，其实没有车来。", "Make a mistake: type \(car), Enter, though no car came.")
                : Text("收回它：\(Action.takeBack.keyName)。", "收回它：\(Action.takeBack.keyName)。", "Take it back: \(Action.takeBack.keyName).")
        case .handover: return handover(model.custody)
        }
    }

    private static func signOn(isFormOpen: Bool, isLocked: Bool) -> Text {
        let way = isFormOpen ? "" : isLocked ? "Enter, " : "\(Action.handover.keyName) ↓ Enter, "
        return Text(
            "上崗：\(way)數字選工號，兩題都按 1，Enter。", "上岗：\(way)数字选工号，两题都按 1，Enter。", "Sign on: \(way)your number by digit, 1 to both questions, Enter.")
    }

    private static func refusal(_ name: String) -> Text {
        let key = Action.finish.keyName
        return Text(
            "名單上的人不能進：打「\(name)」，→，1 禁止入內，\(key)。", "名单上的人不能进：打“\(name)”，→，1 禁止入内，\(key)。",
            "Somebody on the deny list: type \(name), →, 1 refuse entry, \(key).")
    }

    private static func round(reached: Int, hasRound: Bool) -> Text {
        let (pane, tick) = (Action.patrol.keyName, Action.intact.keyName)
        if reached > 0 { return Text("走到第一點，完好：\(tick)。", "走到第一点，完好：\(tick)。", "The first checkpoint is intact: \(tick).") }
        return hasRound
            ? Text("去巡邏：\(pane)，↓，Enter 出發。", "去巡逻：\(pane)，↓，Enter 出发。", "A round: \(pane), ↓, Enter departs.")
            : Text("現在沒有該走的巡邏：\(pane) 看下一趟幾點。", "现在没有该走的巡逻：\(pane) 看下一趟几点。", "No round is due now: \(pane) shows when the next one is.")
    }

    /// The next of the handover's rows, by its own name.
    private static func handover(_ custody: Custody?) -> Text {
        let row: Text
        switch custody {
        case let custody? where custody.relieved != nil: row = HintWords.signOff
        case let custody? where custody.offered == nil: row = FormWords.offer
        case let custody? where custody.relief == nil: row = FormWords.signOn(.relief)
        default: row = FormWords.accept
        }
        let key = Action.handover.keyName
        if row == FormWords.accept {
            return Text(
                "接班：\(key)，↓ 到第一個「□」，每項一個 Enter；要點數的打個數字再 Enter；最後「\(row.hant)」Enter，記下。", "接班：\(key)，↓ 到第一个“□”，每项一个 Enter；要点数的打个数字再 Enter；最后“\(row.hans)”Enter，记下。",
                "Relief: \(key), ↓ to the first □; Enter at each (things: number, Enter); last “\(row.english)”, record.")
        }
        return Text(
            "交班：\(key)，↑↓ 選「\(row.hant)」Enter，填好記下。", "交班：\(key)，↑↓ 选“\(row.hans)”Enter，填好记下。",
            "Hand over: \(key), ↑↓ to “\(row.english)”, Enter, fill it in.")
    }
}
