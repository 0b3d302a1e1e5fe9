import Foundation
import Glibc
import Notation
import Testing

@Suite("Exit status")
struct ExitStatusTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(arguments: ["data", "/proc/gatebook"])
    func aDataFolderThatCannotBeWrittenIs74(_ place: String) throws {
        let file = scratch.url("data")
        try Data().write(to: file)
        let folder = place.hasPrefix("/") ? URL(filePath: place) : file
        let command = Data("{\"do\":\"visitor.expect\",\"by\":\"G07\",\"name\":\"王小明\",\"unit\":\"3-1502\"}\n".utf8)
        let outcome = try Program.run("record", data: folder, input: command)
        #expect(outcome.status == 74)
        let answer = try #require(try JSON.read(Array(outcome.output.dropLast())).object)
        #expect(answer["refused"] == "cannot-write")
    }

    @Test func aBrokenConfigurationIs78AndNamesFileAndLine() throws {
        let config = scratch.url("config")
        try FileManager.default.copyItem(at: Program.config, to: config)
        let rules = config.appending(path: "rules.yaml")
        let text = try String(contentsOf: rules, encoding: .utf8)
        let broken = text.replacing("allowed_minutes: 240", with: "allowed_minutes: soon", maxReplacements: 1)
        try broken.write(to: rules, atomically: true, encoding: .utf8)
        let row = try #require(broken.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("soon") }) + 1
        for command in [["check-config"], ["record"], ["report", "on-site"]] {
            let outcome = try Program.finish(
                Program.url, command + ["--data", scratch.url("data").path, "--config", config.path])
            #expect(outcome.status == 78)
            #expect(outcome.complaint.contains("rules.yaml:\(row):"), "\(outcome.complaint)")
        }
        let guest = Data("{\"do\":\"visitor.expect\",\"by\":\"G07\",\"name\":\"王小明\",\"unit\":\"3-1502\"}\n".utf8)
        #expect(try Program.run("record", data: scratch.url("book"), input: guest).status == 0)
        let reading = try Program.run("verify", data: scratch.url("book"), config: config)
        #expect(reading.status == 0, "Pages are read by what estate.yaml says alone: \(reading.complaint)")
        #expect(!FileManager.default.fileExists(atPath: scratch.url("data").path))
    }

    @Test(arguments: ["verify", "search"])
    func withoutAnEstateThereIsNoBookToRead(_ command: String) throws {
        let config = scratch.url("config")
        try FileManager.default.copyItem(at: Program.config, to: config)
        try Data("book: Not A Book\n".utf8).write(to: config.appending(path: "estate.yaml"))
        let outcome = try Program.finish(
            Program.url, [command] + (command == "search" ? ["王"] : []) + ["--data", scratch.url("data").path, "--config", config.path])
        #expect(outcome.status == 78)
        #expect(outcome.complaint.contains("estate.yaml:1:"), "\(outcome.complaint)")
    }

    @Test func aWrongOptionIs64() throws {
        #expect(try Program.run("verify", "--colour", data: scratch.folder).status == 64)
        #expect(try Program.run("dance", data: scratch.folder).status == 64)
        #expect(try Program.run("record", "--post", "nowhere", data: scratch.folder).status == 64)
        #expect(try Program.run("report", "on-site", "--at", "yesterday", data: scratch.folder).status == 64)
    }

    @Test(arguments: [
        ["report", "guard", "--from", "yesterday"], ["report", "pace", "--to", "23.11."], ["report", "shift", "--at", "noon"], ["search", "王", "--from", "yesterday"],
    ])
    func aDateOfAnotherFormIs64AndSaysWhichFormItTakes(_ arguments: [String]) throws {
        let text = try #require(arguments.last)
        let form = arguments.contains("--at") ? "2026-11-23T22:00:00+08:00" : "2026-11-23"
        for (language, said) in [("en", "as \(form)"), ("zh-Hant", "像 \(form)"), ("zh-Hans", "像 \(form)")] {
            let outcome = try Program.finish(
                Program.url, arguments + ["--language", language, "--data", scratch.folder.path, "--config", Program.config.path])
            #expect(outcome.status == 64 && outcome.complaint.contains(text) && outcome.complaint.contains(said), "\(outcome.complaint)")
        }
    }

    @Test(arguments: [
        (["search", "王", "--from", "2026-11-24", "--to", "2026-11-23"], "--from 2026-11-24"), (["report", "pace", "--from", "2026-11-24", "--to", "2026-11-23"], "--from 2026-11-24"),
        (["report", "desk", "--building", "B99"], "B99"), (["report", "desk", "--topic", "weather"], "weather"), (["practice", "--now", "noon"], "noon"),
        (["search", "王", "--post", "nowhere"], "nowhere"), (["search", "王", "--post", "nowhere", "--format", "json"], "gate-main"),
    ])
    func whatNoOptionTakesIs64AndSaidInEachLanguage(arguments: [String], said: String) throws {
        let complaints = try ["en", "zh-Hant", "zh-Hans"].map { language in
            let outcome = try Program.finish(Program.url, arguments + ["--language", language, "--data", scratch.folder.path, "--config", Program.config.path])
            #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.complaint.contains(said), "\(outcome.complaint)")
            return outcome.complaint
        }
        #expect(Set(complaints).count == 3, "\(complaints)")
    }

    @Test func aKindThatNoLineHasIsSaidAndWhatIsKnownOnlyNotFound() throws {
        for (kind, isKnown) in [("visitor.vanished", false), ("visi", false), ("visitor", true), ("visitor.", true), ("vehicle.entered", true)] {
            let outcome = try Program.run("search", "王", "--kind", kind, "--language", "en", data: scratch.folder)
            #expect(outcome.status == 1 && outcome.complaint.contains("“\(kind)”") == !isKnown, "\(outcome.complaint)")
        }
        #expect(try Program.run("search", "王", "--post", "gate-north", data: scratch.folder).complaint.isEmpty)
    }

    @Test func aGuardWhomNobodyKnowsIs64AndNamed() throws {
        let unknown = try Program.run("report", "guard", "--guard", "G99", "--language", "en", data: scratch.folder)
        #expect(unknown.status == 64 && unknown.output.isEmpty)
        #expect(unknown.complaint.contains("G99") && unknown.complaint.contains("G07 G08"), "\(unknown.complaint)")
        #expect(try Program.run("report", "guard", "--guard", "G08", data: scratch.folder).status == 0, "Of the estate, though nothing is written of them.")
    }

    @Test func damageIs1AndNamesFileAndLine() throws {
        let session = try RecordSession(data: scratch.folder)
        for name in ["甲", "乙", "丙"] {
            _ = try session.ask(["do": "visitor.expect", "by": "G07", "name": .string(name), "unit": "3-1502"])
        }
        try session.close()
        let page = try #require(try Pages(data: scratch.folder).files.first)
        let text = try String(contentsOf: page, encoding: .utf8)
        try text.replacing("乙", with: "丁").write(to: page, atomically: true, encoding: .utf8)
        let outcome = try Program.run("verify", data: scratch.folder)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("\(page.lastPathComponent):4"), "\(outcome.text)")
    }

    @Test("Where there is no page, `verify` finds nothing whole", arguments: [[], ["--chain"], ["--format", "json"]])
    func noBookIs1(options: [String]) throws {
        let nowhere = scratch.url("nowhere")
        for language in ["en", "zh-Hant", "zh-Hans"] {
            let outcome = try Program.finish(Program.url, ["verify", "--data", nowhere.path, "--config", Program.config.path, "--language", language] + options)
            #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.complaint.contains(nowhere.path), "\(outcome.complaint)")
            #expect(outcome.complaint.hasPrefix("There is no book here") == (language == "en"))
        }
        #expect(!FileManager.default.fileExists(atPath: nowhere.path))
    }

    @Test func aPageThatIsAFileOfHolesIsNamed() throws {
        let guest = Data("{\"do\":\"visitor.expect\",\"by\":\"G07\",\"name\":\"王小明\",\"unit\":\"3-1502\"}\n".utf8)
        #expect(try Program.run("record", data: scratch.folder, input: guest).status == 0)
        let page = try #require(try Pages(data: scratch.folder).files.first)
        try #require(truncate(page.path, 1 << 40) == 0)
        defer { truncate(page.path, 0) }
        let verified = try Program.run("verify", "--language", "en", data: scratch.folder)
        #expect(verified.status == 1 && verified.text.contains("\(page.lastPathComponent):1: cannot be read: File too large"), "\(verified.text)")
        for command in [["search", "王小明"], ["report", "on-site"]] {
            let outcome = try Program.finish(Program.url, command + ["--data", scratch.folder.path, "--config", Program.config.path])
            #expect(outcome.status == 74 && outcome.complaint.contains(page.lastPathComponent), "\(outcome.complaint)")
        }
        let recorded = try Program.run("record", data: scratch.folder, input: guest)
        #expect(recorded.status == 74 && (recorded.complaint + recorded.text).contains(page.lastPathComponent), "\(recorded)")
    }

    @Test func aSoundConfigurationIs0() throws {
        #expect(try Program.run("check-config", data: scratch.folder).status == 0)
    }
}
