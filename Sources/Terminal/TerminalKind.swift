import CNcurses
import CSystem
import Glibc

/// What is known of a terminal before it is opened.
struct TerminalKind: Sendable {
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

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

    var pasteBegin: String { isBare ? "" : Self.pasteOn }
    private var pasteEnd: String { isBare ? "" : Self.pasteOff }

    /// What ncurses does not send at the end.
    var farewell: String { pasteEnd + (hasSecondScreen ? "" : "\r\n") }

    /// What brings the terminal back after a crash, from the description that is loaded.
    func resetBytes() -> [UInt8] {
        let names = ["sgr0", "op", "cnorm", "rmkx", hasSecondScreen ? "rmcup" : "clear"]
        var text = ""
        for name in names {
            if let capability = cncurses_capability(name) { text += Self.withoutDelays(String(cString: capability)) }
        }
        return Array((text + pasteEnd).utf8)
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
