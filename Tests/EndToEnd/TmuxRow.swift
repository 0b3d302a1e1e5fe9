import Foundation
import Testing

/// Several terminals in one tmux server, all of one size: resized together, and looked at together.
final class TmuxRow {
    static let rows = 24
    private let folder: URL
    private let names: [String]

    /// - Parameter commands: one line of shell for each terminal.
    init(folder: URL, columns: Int, commands: [String]) throws {
        self.folder = folder
        names = commands.indices.map { "t\($0)" }
        for (name, command) in zip(names, commands) {
            let script = "env -u TMUX LC_ALL=C.UTF-8 tmux -S socket -f /dev/null new-session -d -s \(name) -x \(columns) -y \(TmuxRow.rows) \"$0\" 3>&-"
            _ = try Program.finish(
                URL(filePath: "/bin/bash"), ["-c", "for n in /proc/self/fd/*; do n=${n##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done; " + script, command],
                folder: folder)
        }
    }

    deinit { _ = try? tmux(["kill-server"]) }

    func resize(columns: Int) throws {
        try tmux(together { ["resize-window", "-t", $0, "-x", "\(columns)", "-y", "\(TmuxRow.rows)"] })
    }

    func press(_ key: String, in index: Int) throws { try tmux(["send-keys", "-t", names[index], key]) }

    /// What each terminal shows, line by line.
    func screens() throws -> [[Substring]] {
        let lines = try tmux(together { ["capture-pane", "-p", "-t", $0] }).split(separator: "\n", omittingEmptySubsequences: false)
        return names.indices.map { Array(lines.dropFirst($0 * TmuxRow.rows).prefix(TmuxRow.rows)) }
    }

    private func together(_ command: (String) -> [String]) -> [String] { Array(names.map(command).joined(separator: [";"])) }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try Program.finish(URL(filePath: "/usr/bin/env"), ["-u", "TMUX", "LC_ALL=C.UTF-8", "tmux", "-S", "socket"] + arguments, folder: folder).text
    }
}
