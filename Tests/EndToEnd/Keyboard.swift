import Foundation
import Notation
import Testing

/// A guard at the keyboard of the built program, on a practice book whose clock is made up. Counts the keys.
final class Keyboard {
    let terminal: Tmux
    /// Keys beyond the letters that find somebody and the characters of a document.
    private(set) var keys = 0
    /// The program starts once there is a time to start at.
    private static let practice = #"""
        sh -c 'shift; [ -e now ] && exec "$0" practice --now "$(cat now)" --config "$(cat config)" "$@"'
        """#

    var data: URL { terminal.folder.appending(path: "data") }

    init(columns: Int = 96, rows: Int = 24) throws {
        terminal = try Tmux(columns: columns, rows: rows, language: "zh-Hant", environment: Keyboard.practice)
        try terminal.wait(for: "exit=1")
        try Data(Program.config.path.utf8).write(to: terminal.folder.appending(path: "config"))
    }

    /// Starts the screen at a made-up time.
    func sitDown(_ time: String) throws {
        try Data("\(time):00+08:00".utf8).write(to: terminal.folder.appending(path: "now"))
        try terminal.press("C-j")
        try terminal.wait("the screen at \(time)") { $0.contains(time.suffix(5)) && $0.contains("F2訪客") && !$0.contains("還在讀") }
    }

    func standUp() throws {
        try press("F10")
        try see("離開 Gatebook？")
        try press("Enter")
        try see("exit=0")
    }

    /// Letters that find somebody, or words that no key can spare: not counted.
    func type(_ letters: String) throws { try terminal.type(letters) }

    /// Counted keys, by tmux's names.
    func press(_ names: String...) throws {
        for name in names {
            keys += 1
            try terminal.press(name)
        }
    }

    /// How many counted keys `work` takes.
    func count(_ work: () throws -> Void) throws -> Int {
        let before = keys
        try work()
        return keys - before
    }

    func see(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try terminal.wait(for: words, sourceLocation: sourceLocation)
    }

    /// Types into the line and waits until what it finds stands there, painted to its end.
    func find(_ letters: String) throws {
        try type(letters)
        var before = ""
        try terminal.wait("what \(letters) finds") { text in
            defer { before = text }
            return text == before && text.contains("⏎登記") && Keyboard.rows(text).dropFirst().first == "> \(letters)"
        }
    }

    /// Does what the found row with `words` offers, with the fewest keys: Enter for the first row, else the arrows first.
    func take(_ words: String) throws {
        let before = terminal.text
        let index = try #require(Keyboard.rows(before).dropFirst(2).firstIndex { $0.contains(words) }, "\(words) in:\n\(before)") - 2
        if index > 0 { for _ in 0...index { try press("Down") } }
        try press("Enter")
        try terminal.wait("an answer to Enter") { $0 != before }
        if terminal.text.contains("不一定是這一個") { try press("Enter") }
    }

    /// Moves to the row with `words` of the pane that is open; it may not be the one where the arrows are already.
    func select(_ words: String) throws {
        let shown = terminal.text
        let index = try #require(Keyboard.rows(shown).dropFirst(3).firstIndex { $0.contains(words) }, "\(words) in:\n\(shown)") - 3
        try press("Home")
        for _ in 0..<index { try press("Down") }
    }

    /// The rows of the pane that is open.
    func paneRows() -> [String] {
        Keyboard.rows(terminal.text).filter { $0.hasPrefix("│") }.map { $0.trimmingCharacters(in: ["│", " "]) }.filter { !$0.isEmpty }
    }

    private static func rows(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
