import Foundation
import Notation

/// The answers of one `gatebook record`, in order.
struct Transcript {
    /// One answer.
    struct Answer {
        let id: String
        /// `ok`: true, false, or nil where the program does not know.
        let isWritten: Bool?
        let n: Int?
        let text: String
    }

    private(set) var answers: [Answer] = []
    /// Lines that are no answer; the program must not write any.
    private(set) var strange: [String] = []

    init(_ output: Data) {
        for line in output.split(separator: 0x0A) {
            guard let object = try? JSON.read(Array(line)).object, object["ok"] != nil, let id = object["id"]?.string else {
                strange.append(String(decoding: line, as: UTF8.self))
                continue
            }
            let text = String(decoding: line, as: UTF8.self)
            answers.append(Answer(id: id, isWritten: object["ok"]?.bool, n: object["n"]?.integer, text: text))
        }
    }

    /// What was said to be written.
    var acknowledged: [String: Int] {
        Dictionary(answers.compactMap { answer in answer.n.map { (answer.id, $0) } }) { first, _ in first }
    }

    /// What was refused, and never anything else.
    var refused: Set<String> {
        Set(answers.map(\.id)).subtracting(answers.filter { $0.isWritten != false }.map(\.id))
    }

    /// An id that got two numbers, or an answer without form.
    var contradictions: [String] {
        let known = acknowledged
        let twice = answers.filter { $0.n != nil && $0.n != known[$0.id] }.map { "\($0.id) is \(known[$0.id] ?? 0) and \($0.text)" }
        return twice + strange.map { "no answer: \($0)" }
    }
}

/// Commands for `gatebook record`.
enum Commands {
    /// An expected visitor, who is brought forward to the next page.
    static func expect(_ id: String, now: String? = nil) -> String {
        line(["do": .string("visitor.expect"), "name": .string("王小明"), "unit": .string("3-1502")], id, now)
    }

    /// Somebody who was not let in: nothing stays open.
    static func refuse(_ id: String, now: String? = nil) -> String {
        line(["do": .string("visitor.refuse"), "name": .string("王小明"), "reason": .string("no-identification")], id, now)
    }

    /// A car that leaves: it may use the room that is kept for a full disk.
    static func leave(_ id: String) -> String { line(["do": .string("vehicle.leave"), "plate": .string("皖A60D70")], id, nil) }

    private static func line(_ fields: JSONObject, _ id: String, _ now: String?) -> String {
        var object = fields
        object["by"] = .string("G07")
        object["id"] = .string(id)
        object["now"] = now.map { .string($0) }
        return JSON.object(object).text
    }
}
