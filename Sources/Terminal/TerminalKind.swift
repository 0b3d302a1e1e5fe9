import CNcurses
import CSystem
import Glibc

/// What is known of a terminal before it is opened.
struct TerminalKind: Sendable {
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

    let name: String
    let text: terminal_text
    /// The shell's screen comes back at the end; else the last frame stays above the prompt.
    let hasSecondScreen: Bool

    /// Looks at $TERM, the locale and the description of the terminal.
    static func current() throws(DisplayFailure) -> TerminalKind {
        guard isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        guard !name.isEmpty else { throw .unknownTerminal(term: name) }
        let found = cncurses_load_description()
        guard found >= 0 else { throw .unknownTerminal(term: name) }
        guard cncurses_capability("cup") != nil else {
            if found == 0 && !isGeneric(name) { throw .unknownTerminal(term: name) }
            throw .noCursorAddressing(term: name)
        }
        return TerminalKind(
            name: name, text: terminal_prepare_text(), hasSecondScreen: cncurses_capability("rmcup") != nil)
    }

    private static func isGeneric(_ name: String) -> Bool {
        ["dumb", "unknown", "network", "dialup"].contains(name)
    }

    /// Without fonts of its own, or a machine's plain text console.
    private var isBare: Bool {
        ["linux", "vt", "ansi", "dumb", "cons25", "sun"].contains { name.hasPrefix($0) }
    }

    var showsChinese: Bool { text != TERMINAL_TEXT_PLAIN && !isBare }

    /// The Linux console draws frames though it has no Chinese; a terminal that nobody promised UTF-8 may not.
    var drawsLines: Bool { text == TERMINAL_TEXT_UTF8 && (!isBare || name.hasPrefix("linux")) }

    /// The description knows of a mouse.
    private var hasMouse: Bool { !isBare && cncurses_capability("kmous") != nil }

    /// What ncurses does not send at the beginning: pastes in brackets, and the mouse where there is one.
    var greeting: String { (isBare ? "" : Self.pasteOn) + (hasMouse ? Self.mouseOn : "") }
    private var modesEnd: String { (hasMouse ? Self.mouseOff : "") + (isBare ? "" : Self.pasteOff) }

    /// What ncurses does not send at the end.
    var farewell: String { modesEnd + (hasSecondScreen ? "" : "\r\n") }

    /// What brings the terminal back after a crash, from the description that is loaded.
    func resetBytes() -> [UInt8] {
        let names = ["sgr0", "op", "cnorm", "rmkx", hasSecondScreen ? "rmcup" : "clear"]
        var text = ""
        for name in names {
            if let capability = cncurses_capability(name) { text += Self.withoutDelays(String(cString: capability)) }
        }
        return Array((text + modesEnd).utf8)
    }

    /// A capability without its `$<milliseconds>` marks.
    static func withoutDelays(_ capability: String) -> String {
        var result = ""
        var rest = capability[...]
        while let mark = rest.firstIndex(of: "$") {
            let behind = rest[mark...].dropFirst()
            guard behind.first == "<", let end = behind.firstIndex(of: ">") else {
                result += rest[...mark]
                rest = behind
                continue
            }
            result += rest[..<mark]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
