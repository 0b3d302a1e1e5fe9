import Foundation
import Notation
import Testing

/// PINs of the built program: set at the command line, used by `record` and on the screen, found nowhere but in their own file.
struct SigningTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func setPIN(_ input: String, _ arguments: String..., data: URL? = nil, config: URL = Program.config) throws -> Program.Outcome {
        try Program.finish(
            Program.url, ["guard", "set-pin"] + arguments + ["--language", "en", "--data", (data ?? scratch.folder).path, "--config", config.path], input: Data(input.utf8))
    }

    private func record(_ lines: String, config: URL = Program.config) throws -> [JSONObject] {
        let outcome = try Program.finish(
            Program.url, ["record", "--language", "en", "--data", scratch.folder.path, "--config", config.path], input: Data(lines.utf8))
        return try outcome.lines.map { try #require(try JSON.read(Array($0.utf8)).object) }
    }

    /// The files of the data folder that hold this text.
    private func files(with text: String) -> [String] {
        let all = FileManager.default.enumerator(at: scratch.folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return all.filter { FileManager.default.contents(atPath: $0.path).map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false }.map(\.lastPathComponent)
    }

    @Test("A PIN is set from two equal lines, recorded, listed, and never written as it is")
    func set() throws {
        #expect(try setPIN("482913\n482913\n", "G07").status == 0)
        let list = try Program.run("guard", "list", "--language", "en", data: scratch.folder)
        #expect(list.status == 0)
        #expect(list.lines.contains { $0.hasPrefix("G07  PIN") } && list.lines.contains { $0.hasPrefix("G08  no PIN") }, "\(list.text)")
        #expect(files(with: "482913").isEmpty)
        #expect(files(with: #""by":"G07","e":"pin.set","guard":"G07""#).count == 1)
        #expect(try Program.run("verify", data: scratch.folder).status == 0)
    }

    @Test("Each mistake has its exit status, and none changes the PIN")
    func mistakes() throws {
        #expect(try setPIN("482913\n482914\n", "G07").status == 65)
        #expect(try setPIN("123\n123\n", "G07").status == 65)
        #expect(try setPIN("", "G07").status == 65)
        for easy in ["1111", "1234", "0987", "070707"] {
            let refused = try setPIN("\(easy)\n\(easy)\n", "G07")
            #expect(refused.status == 65 && refused.complaint.contains("guessed at once") && refused.complaint.contains("nothing is changed"), "\(easy)")
        }
        #expect(try setPIN("4829\n4829\n", "G99").status == 64)
        #expect(try setPIN("4829\n4829\n4829\n", "G07", "--supervisor", "G08").status == 64)
        #expect(try setPIN("4829\n4829\n4829\n", "G07", "--supervisor", "S01").status == 1)
        #expect(try setPIN("482913\n482913\n", "G07").status == 0)
        let wrong = try setPIN("111111\n730915\n730915\n", "G07")
        #expect(wrong.status == 1 && wrong.complaint.contains("4 more and G07 has to wait"), "\(wrong.complaint)")
        #expect(try setPIN("482913\n730915\n730915\n", "G07").status == 0)
        #expect(try setPIN("9042\n9042\n", "S01").status == 0)
        #expect(try setPIN("9042\n5829\n5829\n", "G07", "--supervisor", "S01").status == 0)
        #expect(files(with: #""by":"S01","e":"pin.set","guard":"G07""#).count == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.folder.path + "/secrets/cuihu-practice.pins.json")
        let open = try setPIN("5829\n4829\n4829\n", "G07")
        #expect(open.status == 74 && open.complaint.contains("chmod"), "\(open.complaint)")
    }

    @Test("record signs with a pin that reaches no line, refuses a wrong one, and takes nothing unsigned of who has one")
    func recorded() throws {
        _ = try setPIN("482913\n482913\n", "G07")
        _ = try setPIN("5829\n5829\n", "G09")
        let answers = try record(
            """
            {"do":"post.take","by":"G07","id":"a","taking":"opening","turnout":true,"pin":"000000"}
            {"do":"post.take","by":"G07","id":"b","taking":"opening","turnout":true,"pin":"482913"}
            {"do":"handover.offer","by":"G07","id":"c"}
            {"do":"visitor.expect","by":"G07","name":"王小明","unit":"3-1502","pin":"482913"}
            {"do":"post.take","by":"G08","taking":"relief","turnout":true,"signed":"pin"}
            {"do":"post.take","by":"G08","taking":"relief","turnout":true,"witness":"G07","pin":"482913"}
            {"do":"post.take","by":"G08","taking":"relief","turnout":true,"witness":"G09","pin":"5829"}

            """)
        #expect(answers.map { $0["refused"]?.string } == ["wrong-pin", nil, "signature-missing", "unknown-field", "unknown-field", "party-witness", nil])
        #expect(files(with: "482913").isEmpty)
        let session = Tmux.journal(in: scratch.folder)
        #expect(session.contains(#""e":"post.taken","id":"b","taking":"opening","turnout":true,"signed":"pin""#) || session.contains(#""turnout":true,"signed":"pin""#))
        #expect(session.contains(#""signed":"witness","witness":"G09""#))
        #expect(session.contains(#""e":"pin.refused","guard":"G07","count":1"#))
        let report = try Program.run("report", "shift", "--language", "en", data: scratch.folder)
        #expect(report.text.contains("Witnessed signatures to confirm (#"), "\(report.text)")
        let rows = try JSON.read(Array(try Program.run("report", "shift", "--format", "json", "--language", "en", data: scratch.folder).output)).object?["rows"]?.array
        #expect(rows?.first { $0.object?["kind"] == "witnessed" }?.object?["count"] == "1", "A count, whatever the number of the line.")
        let explained = try Explained(["shift"], data: scratch.folder)
        #expect(explained.figures.contains { $0.name.hasPrefix("Witnessed signatures to confirm") && $0.value == "1" })
        try explained.check(in: scratch.folder)
    }

    @Test("G10: the slip says how each side signed: with a PIN, by which witness, under which protest", arguments: ["en", "zh-Hant"])
    func slip(language: String) throws {
        for (number, pin) in [("G07", "482913"), ("G08", "5829"), ("G09", "7406")] { _ = try setPIN("\(pin)\n\(pin)\n", number) }
        let begun = try record(
            """
            {"do":"post.take","by":"G07","taking":"opening","turnout":true,"pin":"482913"}
            {"do":"handover.offer","by":"G07","remark":"the barrier sticks","pin":"482913"}
            {"do":"post.take","by":"G08","taking":"relief","turnout":true,"pin":"5829"}

            """)
        let offer = try #require(begun[1]["n"]?.integer)
        func report(_ format: String) throws -> String {
            try Program.finish(Program.url, ["report", "handover", "--format", format, "--language", language, "--data", scratch.folder.path, "--config", Program.config.path]).text
        }
        let list = try #require(try JSON.read(Array(try report("json").utf8)).object)
        let rows = try #require(list["rows"]?.array).compactMap { $0.object?.members.first?.value.string }
        #expect(rows.first == "remark")
        let answers = rows.map { item in
            let count = list["counted"]?.object?[item]?.integer.map { #","count":\#($0)"# } ?? ""
            return #"{"do":"handover.answer","by":"G08","ref":\#(offer),"item":"\#(item)","answer":"accepted"\#(count)}"# + "\n"
        }.joined()
        let signing = #"{"do":"handover.accept","by":"G08","ref":\#(offer),"protest":"no time","witness":"G09","pin":"7406"}"# + "\n"
        #expect(try record(answers + signing).allSatisfy { $0["ok"]?.bool == true })
        /// Lines of English break between words, those of Chinese anywhere.
        func unbroken(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: language == "en" ? " " : "") }
        let (outgoing, relief) = language == "en"
            ? ("Outgoing G07 馮金水: signed with their own PIN", "Relief G08 陳大勇: signed by a witness (G09 褚明輝) · Accepted under protest: no time")
            : ("交班 G07 馮金水：用自己的 PIN 簽名", "接班 G08 陳大勇：見證簽名（見證 G09 褚明輝） · 有異議接班：no time")
        for format in ["text", "html"] {
            let text = unbroken(try report(format))
            #expect(text.contains(unbroken(outgoing)) && text.contains(unbroken(relief)) && text.contains(unbroken("the barrier sticks")), "\(text)")
        }
        let signatures = try #require(try JSON.read(Array(try report("json").utf8)).object?["signatures"]?.array).compactMap(\.object)
        #expect(signatures.map { $0["signed"] } == ["pin", "witness"] && signatures.last?["witness"] == "G09" && signatures.last?["protest"] == "no time")
    }

    @Test("With pins: required nobody signs on without one, by record neither")
    func required() throws {
        let config = scratch.url("config")
        try FileManager.default.copyItem(at: Program.config, to: config)
        let estate = config.appending(path: "estate.yaml")
        let text = try String(contentsOf: estate, encoding: .utf8)
        try #require(text.contains("\npins: optional\n"))
        try Data(text.replacing("\npins: optional\n", with: "\npins: required\n").utf8).write(to: estate)
        _ = try setPIN("482913\n482913\n", "G07", config: config)
        let taking = #"{"do":"post.take","by":"G07","taking":"opening","turnout":true"#
        let answers = try record(taking + "}\n" + taking + #","pin":"482913"}"# + "\n", config: config)
        #expect(answers.map { $0["refused"]?.string } == ["signature-missing", nil])
    }

    @Test("A locked screen is locked after a kill and a new start, and shows no name on the way")
    func killed() throws {
        let terminal = try Tmux()
        try terminal.wait(for: "Sign on")
        try terminal.type("711")
        try terminal.press("Enter")
        try terminal.wait(for: "G07")
        try terminal.record(#"{"do":"visitor.verify","by":"G07","name":"蘇東坡","document":"id-card","tail":"4321","matches":true}"# + "\n")
        try terminal.wait(for: "蘇東坡")
        try terminal.press("F10")
        try terminal.wait(for: "1 locks the screen instead")
        try terminal.type("1")
        try terminal.wait(for: "Visitors inside")
        let drafts = terminal.folder.appending(path: "data/drafts")
        try terminal.wait("the lock on the disk") { _ in
            let files = (try? FileManager.default.contentsOfDirectory(at: drafts, includingPropertiesForKeys: nil)) ?? []
            return files.contains { FileManager.default.contents(atPath: $0.path).map { String(decoding: $0, as: UTF8.self).contains(#""locked":true"#) } ?? false }
        }
        kill(try terminal.programID(), SIGKILL)
        try terminal.wait(for: "exit=137")
        try terminal.press("C-j")
        try terminal.wait(for: "Visitors inside")
        #expect(!terminal.text.contains("蘇東坡") && !terminal.text.contains("G07"))
        try terminal.type("G07")
        try terminal.press("Enter")
        try terminal.wait(for: "蘇東坡")
    }

    @Test("On the screen: signing on with the PIN, locking, an emergency over the lock, unlocking")
    func screen() throws {
        let terminal = try Tmux()
        try terminal.wait(for: "Sign on")
        try terminal.type("711")
        try terminal.press("Enter")
        try terminal.wait(for: "G07")
        try terminal.record(#"{"do":"visitor.verify","by":"G07","name":"蘇東坡","document":"id-card","tail":"4321","matches":true}"# + "\n")
        try terminal.wait(for: "蘇東坡")
        let pin = try setPIN("482913\n482913\n", "G07", data: terminal.folder.appending(path: "data"), config: Program.config)
        #expect(pin.status == 0, "\(pin.complaint)")
        try terminal.press("F10")
        try terminal.wait(for: "1 locks the screen instead")
        try terminal.type("1")
        try terminal.wait(for: "Visitors inside")
        #expect(!terminal.text.contains("蘇東坡") && !terminal.text.contains("G07"))
        try terminal.press("C-e")
        try terminal.wait(for: "Emergency entry")
        try terminal.type("1")
        try terminal.press("Enter", "Enter")
        try terminal.wait(for: "Recorded")
        try terminal.wait("one inside") { $0.contains("Visitors inside  1") }
        try terminal.type("G07")
        try terminal.wait(for: "PIN of G07")
        try terminal.press("Enter")
        try terminal.type("482913")
        try terminal.wait(for: "••••••")
        try terminal.press("Enter")
        try terminal.wait(for: "蘇東坡")
        #expect(!terminal.journal.contains("482913"))
    }
}

extension Tmux {
    /// Everything that the journal in a data folder holds.
    fileprivate static func journal(in folder: URL) -> String {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "jsonl" }.compactMap { FileManager.default.contents(atPath: $0.path) }.map { String(decoding: $0, as: UTF8.self) }.joined()
    }
}
