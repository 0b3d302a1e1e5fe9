import Foundation
import Notation
import Testing

/// Every width of a terminal, on several kinds of it, against what a real terminal then shows.
@Suite(.serialized)
struct WidthSweepTests {
    private struct Kind {
        let term: String
        let locale: String
        /// Pressed once the screen stands.
        let keys: [String]
    }

    /// Every width where the sweep is asked for whole (`GATEBOOK_SWEEP=1`), else every ninth.
    private static let isWhole = ProcessInfo.processInfo.environment["GATEBOOK_SWEEP"] != nil

    /// This in each width, the others in every seventh of them.
    private static let kinds: [Kind] = [
        Kind(term: "xterm-256color", locale: "LC_ALL=C.UTF-8", keys: []),
    ]
    private static let others: [Kind] = [
        Kind(term: "vt100", locale: "LC_ALL=C", keys: []),
        Kind(term: "tmux-256color", locale: "LC_ALL=C.UTF-8", keys: ["C-n"]),
        Kind(term: "screen-256color", locale: "LC_ALL=C", keys: ["F8"]),
        Kind(term: "linux", locale: "LC_ALL=C.UTF-8", keys: ["F9"]),
        Kind(term: "xterm-256color", locale: "LC_ALL=C", keys: ["F6"]),
    ]

    /// Names of every kind: wide, rare, beyond any font, joined, long.
    private static let names = ["蘇東坡", "𠮷野家", "\u{31350}三", "歐陽娜娜", "e\u{301}lise 王", "👨‍👩‍👧 家", String(repeating: "長名", count: 30)]

    private static let hasTranslator = ["luit", "localedef"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) }

    private func book(in folder: URL) throws {
        let session = try RecordSession(data: folder.appending(path: "data"))
        var commands: [JSONObject] = [["do": "post.take", "by": "G07", "taking": "opening", "turnout": .bool(true)]]
        for index in 0..<28 {
            let name = WidthSweepTests.names[index % WidthSweepTests.names.count]
            commands.append(["do": "visitor.expect", "by": "G07", "name": .string(name + "\(index)"), "unit": "3-1502", "purpose": "visit"])
        }
        for command in commands { _ = try session.ask(command) }
        try session.close()
    }

    @Test("In every width from 40 to 250 the frames stand and no glyph is cut", arguments: [1, 7])
    func sweep(share: Int) throws {
        let step = WidthSweepTests.isWhole ? share : share * 9
        let kinds = share == 1 ? WidthSweepTests.kinds : WidthSweepTests.others
        let scratch = try Scratch()
        try book(in: scratch.folder)
        let commands = kinds.enumerated().map { index, kind in
            "cp -r data data\(index); exec env -u LANG -u LC_CTYPE \(kind.locale) TERM=\(kind.term) "
                + "'\(Program.url.path)' screen --data data\(index) --config '\(Program.config.path)' --language zh-Hant"
        }
        let terminals = try TmuxRow(folder: scratch.folder, columns: 40, commands: commands)
        try settle(terminals, columns: 40)
        for (index, kind) in kinds.enumerated() {
            for key in kind.keys { try terminals.press(key, in: index) }
        }
        for columns in stride(from: 40 + step, through: 250, by: step) {
            try terminals.resize(columns: columns)
            try settle(terminals, columns: columns)
        }
        let text = try terminals.screens()[0].joined(separator: "\n")
        if share == 1 { #expect(text.contains("蘇東坡") && text.contains("〓三")) }
    }

    /// A translator shows each byte in a column of its own, which is as wide as Big5 is. It does not follow a window's
    /// size, so that each width is a start.
    @Test("In a Big5 locale too", .enabled(if: hasTranslator, "needs luit and localedef"), arguments: isWhole ? [40, 41, 55, 79, 80, 99, 100, 101, 160, 250] : [40, 99])
    func big5(columns: Int) throws {
        let scratch = try Scratch()
        try #require(try Program.shell("localedef --no-archive -i zh_TW -f BIG5 ./zh_TW.BIG5", in: scratch.folder).status == 0)
        try book(in: scratch.folder)
        let command = "exec env TERM=xterm-256color LC_ALL=C.UTF-8 luit -encoding ISO8859-1 -- env LC_ALL=zh_TW.BIG5 LOCPATH=\"$PWD\" "
            + "'\(Program.url.path)' screen --data data --config '\(Program.config.path)' --language zh-Hant"
        try settle(TmuxRow(folder: scratch.folder, columns: columns, commands: [command]), columns: columns)
    }

    /// Waits until all screens are in order at this width: the program paints in its own time.
    private func settle(_ terminals: TmuxRow, columns: Int) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while true {
            Thread.sleep(forTimeInterval: 0.02)
            let screens = try terminals.screens()
            let faults = screens.enumerated().compactMap { index, screen in
                DrawnFrame.fault(in: screen, columns: columns).map { (index, $0) }
            }
            guard let (index, fault) = faults.first else { return }
            if Date() > deadline {
                Issue.record("terminal \(index) at \(columns): \(fault)\n\(screens[index].joined(separator: "\n"))")
                throw CocoaError(.fileReadUnknown)
            }
        }
    }
}
