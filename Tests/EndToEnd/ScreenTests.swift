import Foundation
import Testing

/// The built program in a terminal.
@Suite(.serialized)
struct ScreenTests {
    private func onDuty(columns: Int = 80, rows: Int = 24) throws -> Tmux {
        let terminal = try Tmux(columns: columns, rows: rows)
        try terminal.wait(for: "Sign on")
        for key in ["7", "1", "1", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "G07 is on duty")
        return terminal
    }

    @Test("A guard signs on and lets a visitor in")
    func visitor() throws {
        let terminal = try onDuty()
        try terminal.type("蘇東坡")
        try terminal.wait(for: "> 蘇東坡")
        try terminal.press("Enter")
        try terminal.wait(for: "Fits the person")
        for keys in ["1", "4321", "\r", "1", "3-1502", "\r", "1", "1"] {
            if keys == "\r" { try terminal.press("Enter") } else { try terminal.type(keys) }
        }
        try terminal.wait(for: "Visiting")
        try terminal.press("Enter")
        try terminal.wait(for: "Let in 蘇東坡")
        #expect(terminal.journal.contains("visitor.admitted"))
    }

    @Test("What another process records appears, and what was typed stays")
    func elsewhere() throws {
        let terminal = try onDuty()
        try terminal.type("abc")
        try terminal.wait(for: "> abc")
        try terminal.record(#"{"do":"vehicle.enter","plate":"BKX-7281","by":"G08","post":"gate-main"}"# + "\n")
        #expect(terminal.text.contains("> abc"))
        try terminal.press("BSpace", "BSpace", "BSpace")
        try terminal.wait(for: "Vehicles 1")
    }

    @Test("A search of several pages leaves no thread behind that wakes up while nobody does anything")
    func searchEnds() throws {
        let terminal = try onDuty()
        // Days to come, whenever this runs: each is a page.
        let days = (1...9).map { Date(timeIntervalSinceNow: Double($0) * 86_400).formatted(.iso8601.year().month().day()) }
        for day in days {
            try terminal.record(#"{"do":"visitor.refuse","name":"蘇東坡","reason":"no-identification","by":"G07","now":"\#(day)T12:00:00+08:00"}"# + "\n")
        }
        try terminal.press("C-f")
        try terminal.type("蘇東坡")
        try terminal.wait(for: try #require(days.first))
        let tasks = "/proc/\(try terminal.programID())/task"
        let names = try FileManager.default.contentsOfDirectory(atPath: tasks).compactMap { try? String(contentsOfFile: "\(tasks)/\($0)/comm", encoding: .utf8) }
        #expect(!names.isEmpty && names.allSatisfy { $0 == "gatebook\n" }, "\(names)")
    }

    @Test("With its folder taken away the program says what to do")
    func folderTakenAway() throws {
        let terminal = try onDuty()
        try FileManager.default.removeItem(at: terminal.folder.appending(path: "data/journal"))
        try terminal.type("7281")
        try terminal.press("Enter")
        try terminal.wait(for: "tell the supervisor and keep notes on paper")
    }

    @Test("Where the book cannot be opened the program says so and rests: no failed attempt calls for the next one")
    func rests() throws {
        let terminal = try Tmux()
        try terminal.wait(for: "Sign on")
        kill(try terminal.programID(), SIGTERM)
        try terminal.wait(for: "exit=")
        let journal = terminal.folder.appending(path: "data/journal")
        try FileManager.default.removeItem(at: journal)
        try FileManager.default.createDirectory(at: journal.appending(path: "cuihu-practice/.cuihu-practice.new/in-the-way"), withIntermediateDirectories: true)
        try terminal.press("C-j")
        try terminal.wait(for: "keep notes on paper")
        let tasks = "/proc/\(try terminal.programID())/task"
        func switches() -> [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
            let states = names.sorted().compactMap { try? String(contentsOfFile: "\(tasks)/\($0)/status", encoding: .utf8) }
            return states.flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("voluntary") }.map(String.init) }
        }
        var before: [String] = []
        try terminal.wait("rest") { _ in
            let now = switches()
            defer { before = now }
            return !now.isEmpty && now == before
        }
    }

    @Test("SIGTERM gives the terminal back and closes the console in the journal")
    func terminate() throws {
        let terminal = try onDuty()
        kill(try terminal.programID(), SIGTERM)
        try terminal.wait(for: "exit=")
        try terminal.wait("canonical input") { $0.split(separator: "\n").contains("icanon") }
        #expect(!terminal.text.contains("F2Visitors"))
        #expect(terminal.journal.contains("console.closed"))
    }

    @Test("After SIGKILL the next start says since when the program did not run")
    func outage() throws {
        let terminal = try onDuty()
        kill(try terminal.programID(), SIGKILL)
        try terminal.wait(for: "exit=137")
        #expect(!terminal.journal.contains("console.closed"))
        try terminal.press("C-j")
        try terminal.wait("the screen again") { $0.contains("G07") && $0.contains("F2Visitors") }
        try terminal.press("F6")
        try terminal.wait(for: "Not running")
        #expect(terminal.journal.contains("outageSince"))
    }

    @Test("A full disk is said in words, keeps what was typed, and the next press writes it once there is room")
    func fullDisk() throws {
        let terminal = try Tmux(environment: "prlimit --fsize=9216:unlimited")
        try terminal.wait(for: "Sign on")
        for key in ["7", "1", "1", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "G07 is on duty")
        try terminal.record((1...40).map { #"{"do":"visitor.expect","name":"張\#($0)","unit":"3-1502","purpose":"visit","by":"G07","post":"gate-main"}"# + "\n" }.joined())
        try terminal.type("BKX7281")
        try terminal.wait(for: "BKX-7281")
        try terminal.press("Enter")
        try terminal.wait(for: "disk is full")
        #expect(terminal.text.contains("> BKX7281"))
        #expect(!terminal.journal.contains("vehicle.entered"))
        _ = try Program.shell("prlimit --pid \(try terminal.programID()) --fsize=unlimited", in: terminal.folder)
        try terminal.press("Enter")
        try terminal.wait(for: "Vehicles 1")
        #expect(terminal.journal.contains("vehicle.entered"))
    }

    @Test("A window made small and large again shows the same")
    func resize() throws {
        let terminal = try onDuty(columns: 120, rows: 36)
        try terminal.type("abc")
        try terminal.wait(for: "> abc")
        try terminal.resize(columns: 30, rows: 8)
        try terminal.wait(for: "Window too small")
        try terminal.resize(columns: 120, rows: 36)
        try terminal.wait(for: "> abc")
        try terminal.press("BSpace", "BSpace", "BSpace")
        try terminal.wait(for: "┌ Visitors")
        #expect(terminal.text.split(separator: "\n").contains { $0.filter { $0 == "┌" }.count == 3 })
    }

    @Test("A terminal that cannot place its cursor is refused with words", arguments: ["dumb", "", "no-such-terminal"])
    func kind(term: String) throws {
        let terminal = try Tmux(environment: "TERM='\(term)'")
        try terminal.wait(for: "exit=74")
        #expect(terminal.text.contains("erminal"))
    }

    @Test("Without a terminal there is no screen, and words say so")
    func notATerminal() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "none-" + UUID().uuidString)
        let result = try Program.run("screen", "--language", "en", data: folder)
        #expect(result.status == 74)
        #expect(result.complaint.contains("no terminal"))
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("Under a bare C locale there is Chinese or English, never garbage")
    func bareLocale() throws {
        let terminal = try Tmux(locale: "LANG=C", language: nil)
        try terminal.wait("a first screen") { $0.contains("上崗簽到") || $0.contains("Sign on") }
        let text = terminal.text
        #expect(!text.contains("\u{FFFD}"))
        #expect(!text.contains("M-"))
        #expect(!text.contains("??"))
    }

    @Test("Leaving asks first, and gives the terminal back")
    func leave() throws {
        let terminal = try onDuty()
        try terminal.press("F10")
        try terminal.wait(for: "Quit?")
        try terminal.press("Enter")
        try terminal.wait(for: "exit=0")
        #expect(terminal.journal.contains("console.closed"))
    }
}
