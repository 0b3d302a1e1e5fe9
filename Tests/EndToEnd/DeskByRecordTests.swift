import Foundation
import Notation
import Testing

@Suite("The service desk by record")
struct DeskByRecordTests {
    /// A session at the desk with a made-up clock.
    private struct Counter {
        let scratch: Scratch
        let session: RecordSession

        init() throws {
            scratch = try Scratch()
            session = try RecordSession(data: scratch.folder)
        }

        /// - Returns: the line, or the code of the refusal.
        @discardableResult
        func ask(_ time: String, _ command: String, by: String = "W01", post: String = "desk", _ fields: JSONObject = [:]) throws -> JSON {
            var line: JSONObject = ["do": .string(command), "by": .string(by), "post": .string(post), "now": .string("2026-11-\(time):00+08:00")]
            for member in fields.members { line[member.name] = member.value }
            let answer = try session.ask(line)
            return answer["ok"] == .bool(true) ? answer["n"] ?? .null : answer["refused"] ?? .null
        }

        func report(_ arguments: String...) throws -> String {
            let outcome = try Program.finish(
                Program.url, ["report"] + arguments + ["--language", "en", "--format", "csv", "--data", scratch.folder.path, "--config", Program.config.path])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            return outcome.text
        }
    }

    private func received(_ kind: String) -> JSONObject {
        ["matter": .string(kind), "topic": "noise", "unit": "3-1502", "who": "王小明", "phone": "13800138000", "what": "樓上拖家具", "channel": "gate", "explained": "先記下，當天去看"]
    }

    @Test("C2, C3, C5: taken at the gate at night, verified the same day, never closed without both answers, never in a circle")
    func complaint() throws {
        let counter = try Counter()
        let n = try counter.ask("23T02:00", "matter.receive", by: "G07", post: "gate-main", received("complaint"))
        func step(_ time: String, _ command: String, by: String = "W01", _ fields: JSONObject = [:]) throws -> JSON {
            var fields = fields
            fields["ref"] = n
            return try counter.ask(time, command, by: by, fields)
        }
        #expect(try step("23T09:00", "matter.report", ["department": "security", "director": "D01", "manner": "phone"]) == "other-step")
        _ = try step("23T09:00", "matter.verify", ["valid": .bool(true), "reason": "屬實"])
        #expect(try step("23T09:10", "matter.report", ["department": "security", "director": "W02", "manner": "phone"]) == "not-director")
        _ = try step("23T09:10", "matter.report", ["department": "security", "director": "D01", "manner": "phone"])
        _ = try step("23T09:20", "matter.hand", ["department": "service", "why": "住戶之間的事"])
        #expect(try step("23T09:30", "matter.hand", ["department": "security", "why": "x"]) == "handed-in-circle")
        _ = try step("23T10:00", "matter.plan", ["text": "上門勸說"])
        _ = try step("23T18:00", "matter.resolve", ["text": "已勸說"])
        #expect(try step("23T18:05", "matter.close") == "answer-missing")
        _ = try step("23T18:10", "matter.answer", ["to": "resident", "text": "電話"])
        #expect(try step("23T18:11", "matter.close") == "answer-missing")
        _ = try step("23T18:12", "matter.answer", ["to": "director", "text": "當面"])
        #expect(try step("23T18:13", "matter.close") == "revisit-missing")
        #expect(try step("24T10:00", "revisit.make", ["opinion": "安靜了", "outcome": "content"]) == "own-revisit")
        _ = try step("24T10:00", "revisit.make", by: "W02", ["opinion": "安靜了", "outcome": "content"])
        #expect(try step("24T10:05", "matter.close").integer != nil)
        let figures = try counter.report("desk", "--from", "2026-11-01", "--to", "2026-11-30")
        #expect(figures.contains("Valid complaints,1") && figures.contains("Verified the same day,1") && figures.contains("100.00%"))
        try counter.session.close()
    }

    @Test("C4: a suggestion is posted, its household commended, and both can be printed")
    func suggestion() throws {
        let counter = try Counter()
        let n = try counter.ask("23T09:00", "matter.receive", received("suggestion"))
        try counter.ask("23T09:10", "matter.verify", ["ref": n, "valid": .bool(true), "reason": "可行"])
        try counter.ask("23T09:20", "matter.report", ["ref": n, "department": "gardening", "director": "D01", "manner": "person"])
        try counter.ask("23T09:30", "matter.plan", ["ref": n, "text": "花壇加燈", "until": "2026-12-31T18:00:00+08:00"])
        try counter.ask("23T09:40", "suggestion.post", ["ref": n, "text": "年底前花壇加燈"])
        try counter.ask("23T09:50", "household.commend", ["ref": n, "text": "熱心"])
        let posting = try counter.report("posting")
        #expect(posting.contains("3-1502,年底前花壇加燈") && posting.contains("3-1502,熱心"))
        try counter.session.close()
    }

    @Test("R1, R2, R3, R5: visits of the plan with the opinion, what was promised stays open, activities count once a year")
    func plan() throws {
        let counter = try Counter()
        try counter.ask("23T10:00", "revisit.make", ["unit": "1-902", "opinion": "樓道燈暗", "outcome": "fairly", "promised": "2026-11-25T18:00:00+08:00"])
        try counter.ask("23T10:30", "revisit.make", by: "D01", ["unit": "5-802", "opinion": "滿意", "outcome": "content"])
        #expect(try counter.ask("23T11:00", "revisit.make", ["unit": "1-902", "outcome": "content"]) == "missing-field")
        try counter.ask("23T14:00", "activity.hold", ["activity": "survey", "count": .integer(312), "text": "停車排第一"])
        #expect(try counter.ask("23T14:10", "activity.hold", ["activity": "dance", "count": .integer(1), "text": "x"]) == "unknown-value")
        let plan = try counter.report("plan")
        #expect(plan.contains("W01 何麗珍,Block 1,2026-Q4,1,4") && plan.contains("D01 林主任,Return visit,2026,1,2") && plan.contains("Yearly questionnaire,2026,1,1"))
        try Explained(["plan"], data: counter.scratch.folder).check(in: counter.scratch.folder)
        let open = try counter.report("desk", "--from", "2026-11-01", "--to", "2026-11-30")
        #expect(open.contains("Not closed,1") && open.contains("Return visits handled,1"), "The promised answer is a matter that is not closed, and its visit is not handled.")
        try counter.session.close()
    }

    @Test("C7, C6: a study visit and counts by topic, building and month")
    func counts() throws {
        let counter = try Counter()
        try counter.ask("23T10:00", "study.receive", ["company": "綠城物業", "host": "何麗珍", "programme": "看門崗", "count": .integer(12)])
        for _ in 0..<3 { try counter.ask("23T11:00", "matter.receive", received("complaint")) }
        let page = try counter.report("desk", "--from", "2026-11-01", "--to", "2026-11-30")
        for row in ["Study visits,1", "By topic,Noise,3", "By building,Block 3,3", "By month,2026-11,3"] { #expect(page.contains(row), "\(row)") }
        try counter.session.close()
    }
}
