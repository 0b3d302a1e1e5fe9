import Foundation
import Notation
import Testing

/// Old pages may be destroyed when their time is up; that they are gone is said.
@Suite("Pages that were taken away")
struct TakenAwayTests {
    /// A handover that is signed on the second day, the first page of which is gone.
    private func played() throws -> (scratch: Scratch, gone: Int, head: Int, words: [String]) {
        let scratch = try Scratch()
        let session = try RecordSession(data: scratch.folder)
        func ask(_ time: String, _ by: String, _ command: JSONObject) throws -> Int {
            var command = command
            (command["by"], command["now"]) = (.string(by), .string("2026-11-\(time):00+08:00"))
            let answer = try session.ask(command)
            #expect(answer["ok"] == .bool(true), "\(command) \(answer)")
            return answer["n"]?.integer ?? 0
        }
        func slip() throws -> JSONObject {
            let report = try Program.run("report", "handover", "--format", "json", "--language", "en", data: scratch.folder)
            return try #require(try JSON.read(Array(report.output)).object)
        }
        _ = try ask("23T15:00", "G07", ["do": "post.take", "taking": "opening", "turnout": .bool(true)])
        let offer = try ask("24T15:00", "G07", ["do": "handover.offer"])
        _ = try ask("24T15:01", "G08", ["do": "post.take", "taking": "relief", "turnout": .bool(true)])
        let open = try slip()
        for key in try #require(open["rows"]?.array).compactMap({ $0.object?["key"]?.string }) {
            var answer: JSONObject = ["do": "handover.answer", "ref": .integer(offer), "item": .string(key), "answer": "accepted"]
            answer["count"] = open["counted"]?.object?[key]
            _ = try ask("24T15:02", "G08", answer)
        }
        let head = try ask("24T15:10", "G08", ["do": "handover.accept", "ref": .integer(offer)])
        try session.close()
        let words = try #require(slip()["words"]?.string).split(separator: " ").map(String.init)
        let pages = try Pages(data: scratch.folder).files
        let gone = try Data(contentsOf: pages[0]).count { $0 == 0x0A }
        try FileManager.default.removeItem(at: pages[0])
        return (scratch, gone, head, words)
    }

    @Test("S6: verify and the words of a slip say from which line on they looked, and end with 0", arguments: [[], ["--chain"]])
    func said(options: [String]) throws {
        let (scratch, gone, head, words) = try played()
        func verify(_ more: String...) throws -> Program.Outcome {
            try Program.finish(Program.url, ["verify", "--data", scratch.folder.path, "--config", Program.config.path, "--language", "en"] + options + more)
        }
        let text = try verify()
        #expect(text.status == 0)
        #expect(text.lines.first?.hasSuffix(".jsonl:1: lines 1 to \(gone) are not here: older pages were taken away") == true, "\(text.text)")
        #expect(text.lines.last?.hasSuffix("lines from line \(gone + 1) on: the chain is whole.") == true, "\(text.text)")
        let proven = try Program.finish(Program.url, ["verify", "--words"] + words + ["--data", scratch.folder.path, "--config", Program.config.path, "--language", "en"] + options)
        #expect(proven.status == 0 && proven.lines.last?.contains("of line \(head) (") == true)
        #expect(proven.lines.last?.contains("from line \(gone + 1) up to it the journal is what it was") == true, "\(proven.text)")
    }

    @Test("S6: the same for programs; words that are not there may be of a page that is gone")
    func json() throws {
        let (scratch, gone, head, words) = try played()
        func verify(_ words: [String]) throws -> (status: Int32, objects: [JSONObject]) {
            let outcome = try Program.finish(
                Program.url, ["verify", "--words"] + words + ["--data", scratch.folder.path, "--config", Program.config.path, "--language", "en", "--format", "json"])
            return (outcome.status, try outcome.lines.compactMap { try JSON.read(Array($0.utf8)).object })
        }
        let found = try verify(words)
        let remark = try #require(found.objects.first)
        #expect(remark["kind"] == "earlier-pages-gone" && remark["last"] == .integer(gone) && remark["damage"] == .bool(false))
        #expect(found.objects.last?["kind"] == "head-found" && found.objects.last?["n"] == .integer(head) && found.objects.last?["from"] == .integer(gone + 1))
        let missing = try verify(words.reversed())
        #expect(missing.status == 1 && missing.objects.last?["kind"] == "head-missing")
        #expect(missing.objects.last?["what"]?.string?.contains("taken away (lines 1 to \(gone))") == true, "\(missing.objects)")
    }
}
