import Crypto
import Foundation
import Gatekeeping
import Journal
import Notation

/// Writes pages as the contract says, without locks and syncs.
struct PageWriter {
    /// The number that the next line gets.
    private(set) var next = 1
    private(set) var bytes = 0
    private let book: Book
    private var previous = String(repeating: "0", count: 64)
    private var page: String?
    private var content: [UInt8] = []
    private var uptime = 0

    init(book: Book) { self.book = book }

    /// Opens a day's page with what is brought forward; `fold` gets each of those facts.
    mutating func open(_ day: Day, at time: Instant, forward: [any Fact], zone: Zone, fold: (any Fact, Stamp) -> Void) throws {
        var fields: JSONObject = ["v": .integer(1), "book": .string(book.name)]
        if book.isPractice { fields["practice"] = .bool(true) }
        if let page {
            fields["before"] = .string(page)
            fields["last"] = .integer(next - 1)
            fields["seal"] = .string(previous)
        }
        try finish()
        page = "\(book.name).\(String(repeating: "0", count: max(0, 8 - String(next).count)))\(next).\(day.text).jsonl"
        put("page.opened", fields, at: time, by: "gatebook", post: "", zone: zone)
        for fact in forward { fold(fact, write(fact, at: time, by: "gatebook", post: "", zone: zone)) }
        put("page.ready", ["lines": .integer(forward.count)], at: time, by: "gatebook", post: "", zone: zone)
    }

    mutating func write(_ fact: any Fact, at time: Instant, by: String, post: String, zone: Zone) -> Stamp {
        let stamp = Stamp(n: next, t: time, by: by, post: post)
        put(type(of: fact).kind, fact.object(in: zone), at: time, by: by, post: post, zone: zone)
        return stamp
    }

    mutating func finish() throws {
        guard let page else { return }
        try FileManager.default.createDirectory(atPath: book.folder, withIntermediateDirectories: true)
        try Data(content).write(to: URL(filePath: book.folder + "/" + page))
        self.page = nil
        content.removeAll(keepingCapacity: true)
    }

    private mutating func put(_ kind: String, _ fields: JSONObject, at time: Instant, by: String, post: String, zone: Zone) {
        uptime += 1
        var object: JSONObject = ["n": .integer(next), "t": .string(time.text(in: zone)), "g": .string(post), "by": .string(by), "e": .string(kind)]
        for member in fields.members { object[member.name] = member.value }
        object["b"] = .string("00000001")
        object["m"] = .integer(uptime)
        object["p"] = .string(previous)
        var line: [UInt8] = []
        object.write(to: &line)
        line.removeLast()
        let digits = Array("0123456789abcdef".utf8)
        previous = String(decoding: SHA256.hash(data: line).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        line += Array(",\"h\":\"\(previous)\"}\n".utf8)
        content += line
        bytes += line.count
        next += 1
    }
}
