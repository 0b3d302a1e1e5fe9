import Foundation
import Testing

/// A terminal of its own: one tmux server on a private socket, with its own data folder for the program.
final class Tmux {
    let folder: URL
    private let socket: String
    /// The key that was pressed last, and when.
    private var pressed: (key: String?, time: Date) = (nil, .distantPast)
    /// The server outlives the call: it must not keep what tells the caller that the call has ended.
    private static let detached = """
        for open in /proc/self/fd/*; do number=${open##*/}; [ "$number" -gt 2 ] && eval "exec $number>&-"; done
        unset TMUX; export LC_ALL=C.UTF-8; exec tmux "$@"
        """

    /// - Parameter environment: as `NAME=value` words before the program.
    init(columns: Int = 80, rows: Int = 24, locale: String = "LC_ALL=C.UTF-8", language: String? = "en", environment: String = "") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "screen-" + UUID().uuidString.prefix(8))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        socket = folder.path + "/socket"
        let named = language.map { "--language \($0)" } ?? ""
        let script = """
            cd '\(folder.path)'
            run() { env -u LANG -u LC_ALL -u LC_CTYPE \(locale) \(environment) '\(Program.url.path)' screen --data '\(folder.path)/data' \(named); echo "exit=$?"; }
            run; stty -a | tr ' ' '\\n' | grep icanon; while read again; do clear; run; done
            """
        try Data(script.utf8).write(to: folder.appending(path: "run.sh"))
        try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh '\(folder.path)/run.sh'"])
    }

    deinit {
        _ = try? tmux(["kill-session"])
        try? FileManager.default.removeItem(at: folder)
    }

    /// What the terminal shows.
    var text: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

    /// Waits until the terminal shows what `condition` wants.
    func wait(_ what: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation, until condition: (String) -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        var seen = text
        while !condition(seen) {
            if Date() > deadline {
                Issue.record("waited for \(what); the screen shows:\n\(seen)", sourceLocation: sourceLocation)
                throw CocoaError(.fileReadUnknown)
            }
            seen = text
        }
    }

    func wait(for part: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try wait(part, sourceLocation: sourceLocation) { $0.contains(part) }
    }

    /// Keys by tmux's names.
    func press(_ keys: String...) throws {
        liftFinger(from: keys.first)
        try tmux(["send-keys"] + keys)
        pressed = (keys.last, Date())
    }

    func type(_ text: String) throws {
        liftFinger(from: text.first.map(String.init))
        try tmux(["send-keys", "-l", text])
        pressed = (text.last.map(String.init), Date())
    }

    /// The same key again comes no sooner than from a finger; sooner it is a keyboard's bounce.
    private func liftFinger(from key: String?) {
        guard key == pressed.key else { return }
        while Date() < pressed.time.addingTimeInterval(0.1) { _ = text }
    }

    /// A guard looks before they answer the book's own question: what comes sooner was typed on.
    func look() { while Date() < pressed.time.addingTimeInterval(1) { _ = text } }

    func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

    /// What the terminal shows, with its colours as escape sequences.
    func coloured() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

    /// What tmux knows of the terminal, as `mouse_sgr_flag`.
    func flag(_ name: String) throws -> String {
        try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The process id of the program in the terminal.
    func programID() throws -> Int32 {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return try #require(children.split(separator: " ").last.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    /// Everything that the journal holds.
    var journal: String {
        let files = FileManager.default.enumerator(at: folder.appending(path: "data"), includingPropertiesForKeys: nil)
        let pages = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "jsonl" || $0.lastPathComponent.contains("cuihu") }
        return pages.compactMap { FileManager.default.contents(atPath: $0.path) }.map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    /// Writes with the `record` command, as another process.
    func record(_ lines: String) throws {
        let result = try Program.run("record", data: folder.appending(path: "data"), input: Data(lines.utf8))
        try #require(result.status == 0, "\(result.text)")
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try Program.finish(URL(filePath: "/bin/bash"), ["-c", Tmux.detached, "tmux", "-S", socket, "-f", "/dev/null"] + arguments).text
    }
}
