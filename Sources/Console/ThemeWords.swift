import Terminal
import Wording

/// What is said of the screen's colours.
enum ThemeWords {
    static func chosen(_ theme: Theme) -> Text {
        let name = name(theme)
        return Text("配色：\(name.hant)", "配色：\(name.hans)", "Colours: \(name.english)")
    }

    private static func name(_ theme: Theme) -> Text {
        switch theme {
        case .dark: Text("深底", "深底", "dark")
        case .light: Text("淺底", "浅底", "light")
        case .contrast: Text("不用顏色", "不用颜色", "contrast")
        }
    }
}
