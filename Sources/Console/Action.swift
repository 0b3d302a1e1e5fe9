import Terminal
import Wording

/// What a key can ask for, whatever has the focus. From this one table come the keymap, the key bar, the help and the README.
enum Action: String, CaseIterable, Sendable {
    case help, visitors, vehicles, patrol, occurrences, handover, desk, inside, directory, leave, explain
    case emergency, menu, park, takeBack, language, question, expect, courier, time, intact, alerts, things, search, theme, redraw, finish

    /// The key.
    var key: Key {
        switch self {
        case .help: .function(1)
        case .visitors: .function(2)
        case .vehicles: .function(3)
        case .patrol: .function(4)
        case .occurrences: .function(5)
        case .handover: .function(6)
        case .desk: .function(7)
        case .inside: .function(8)
        case .directory: .function(9)
        case .leave: .function(10)
        case .explain: .function(12)
        case .emergency: .control("e")
        case .menu: .control("g")
        case .park: .control("p")
        case .takeBack: .control("u")
        case .language: .control("k")
        case .question: .control("r")
        case .expect: .control("n")
        case .courier: .control("x")
        case .time: .control("t")
        case .intact: .control("o")
        case .alerts: .control("v")
        case .things: .control("w")
        case .search: .control("f")
        case .theme: .control("y")
        case .redraw: .control("l")
        case .finish: .control("d")
        }
    }

    /// The key as people read it.
    var keyName: String {
        switch key {
        case .function(let number): "F\(number)"
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        default: ""
        }
    }

    /// What it does, in a word or two.
    var name: Text {
        switch self {
        case .help: Text("說明", "说明", "Help")
        case .visitors: Text("訪客", "访客", "Visitors")
        case .vehicles: Text("車輛", "车辆", "Vehicles")
        case .patrol: Text("巡邏", "巡逻", "Patrol")
        case .occurrences: Text("值班情況", "值班情况", "Occurr.")
        case .handover: Text("交接班", "交接班", "Shift")
        case .desk: Text("服務台", "服务台", "Desk")
        case .inside: Text("在場", "在场", "Inside")
        case .directory: Text("住戶", "住户", "Residents")
        case .leave: Text("離開", "离开", "Quit")
        case .explain: Text("這個數字怎麼算", "这个数字怎么算", "Show the jq")
        case .emergency: Text("緊急放行", "紧急放行", "Emergency entry")
        case .menu: Text("選單", "菜单", "Menu")
        case .park: Text("擱置表單／取回", "搁置表单／取回", "Park or fetch the form")
        case .takeBack: Text("收回自己最後一筆", "收回自己最后一笔", "Take back your last entry")
        case .language: Text("換語言", "换语言", "Language")
        case .question: Text("盤問", "盘问", "Questioning")
        case .expect: Text("預約來訪", "预约来访", "Expected visitor")
        case .courier: Text("快遞外賣", "快递外卖", "Courier")
        case .time: Text("補記較早的時間", "补记较早的时间", "Enter for an earlier time")
        case .intact: Text("下一個巡邏點完好", "下一个巡逻点完好", "Next checkpoint intact")
        case .alerts: Text("警示", "警示", "Alerts")
        case .things: Text("物品、交辦", "物品、交办", "Things and tasks")
        case .search: Text("搜尋全部記錄", "搜索全部记录", "Search all pages")
        case .theme: Text("換配色", "换配色", "Colours")
        case .redraw: Text("重畫畫面", "重画画面", "Redraw")
        case .finish: Text("填好，記下", "填好，记下", "Finish the form")
        }
    }

    /// What it does, where there is room for what else lies behind its key.
    var wholeName: Text {
        switch self {
        case .directory: Text("住戶、崗位職責、消防卡", "住户、岗位职责、消防卡", "Residents, post orders, fire card")
        case .leave: Text("離開；再按 1 鎖住畫面", "离开；再按 1 锁住画面", "Quit; then 1 locks the screen")
        default: name
        }
    }

    /// The action of a key, if it has one.
    static func of(_ key: Key) -> Action? {
        switch key {
        case .function, .control: byKey[key]
        default: nil
        }
    }

    private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { ($0.key, $0) })

    /// The actions of the menu and the key bar, in the order of their digits.
    static let functions: [Action] = allCases.filter { if case .function(1...10) = $0.key { true } else { false } }

    /// The README's key table.
    static var markdown: String {
        "| key | what it does |\n| --- | --- |\n"
            + allCases.map { "| \($0.keyName) | \($0.wholeName[.english]) · \($0.wholeName[.hant]) |\n" }.joined()
    }
}
