import Wording

/// The keys that are no actions of the table: their meaning depends on the place.
enum Hand: CaseIterable, Sendable {
    case typing, digits, enter, upDown, left, right, leftRight, tab, backspace, escape, anyKey

    /// As people read it.
    var name: Text {
        switch self {
        case .typing: Text("打字", "打字", "Type")
        case .digits: Text("數字", "数字", "Digit")
        case .enter: Text("Enter", "Enter", "Enter")
        case .upDown: Text("↑ ↓", "↑ ↓", "↑ ↓")
        case .left: Text("←", "←", "←")
        case .right: Text("→", "→", "→")
        case .leftRight: Text("← →", "← →", "← →")
        case .tab: Text("Tab", "Tab", "Tab")
        case .backspace: Text("退格", "退格", "Backsp.")
        case .escape: Text("Esc", "Esc", "Esc")
        case .anyKey: Text("任何鍵", "任意键", "Any key")
        }
    }
}
