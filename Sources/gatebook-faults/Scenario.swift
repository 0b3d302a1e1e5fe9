import Foundation

/// A data folder as it lies before, and the commands that come.
struct Scenario: Sendable {
    let name: String
    let lines: [String]
    /// Where the data lies as it is before; copied for each case.
    let template: URL
    /// What `gatebook verify` rightly finds from the beginning.
    let damage: Set<String>

    /// The scenarios, laid out in the bench's folder.
    static func all(_ bench: Bench) throws -> [Scenario] {
        try [
            Scenario("first page", bench, [noon("a1"), plain("a2"), plain("a1"), plain("a3")]) { _ in },
            Scenario("append", bench, [noon("a1"), plain("a2"), plain("a1"), plain("a3")]) { try $0.write(["p1", "p2"]) },
            Scenario("page change", bench, late + late) { try $0.write(["p1", "p2"]) },
            Scenario("recovery of a torn line", bench, [noon("a1"), plain("a2"), plain("a1")]) {
                try $0.write(["p1", "p2", "p3"])
                try $0.change { $0.removeLast(150) }
                try $0.leaveHalfOpenedPage()
            },
            Scenario("recovery of NUL bytes", bench, [noon("a1"), plain("a2"), plain("a1")]) {
                try $0.write(["p1", "p2"])
                try $0.change { $0 += Data(count: 310) }
            },
            Scenario("recovery of a damaged opening", bench, [noon("a1", day: 24), plain("a2"), plain("a1")]) {
                try $0.write(["p1", "p2"])
                try $0.write(["p3"], day: 24)
                try $0.change { $0[100] ^= 1 }
            },
        ]
    }

    private init(_ name: String, _ bench: Bench, _ lines: [String], _ prepare: (Preparation) throws -> Void) throws {
        self.name = name
        self.lines = lines
        template = bench.folder.appending(path: "template " + name)
        try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
        try prepare(Preparation(bench: bench, data: template))
        damage = Set(try Child.run(bench.arguments("verify", data: template)).text.split(separator: "\n").map(String.init).dropLast())
    }

    private static func noon(_ id: String, day: Int = 23) -> String { Commands.expect(id, now: "2026-11-\(day)T12:00:10+08:00") }
    private static func plain(_ id: String) -> String { Commands.expect(id) }
    private static let late = [
        Commands.expect("a1", now: "2026-11-23T23:59:58+08:00"), Commands.expect("a2", now: "2026-11-24T00:00:00+08:00"), plain("a3"),
    ]
}

/// Lays out a data folder by the program itself, and by damage.
struct Preparation {
    let bench: Bench
    let data: URL

    /// The book's folder.
    func book() throws -> URL {
        let journal = data.appending(path: "journal")
        let names = try FileManager.default.contentsOfDirectory(atPath: journal.path)
        guard let name = names.first, names.count == 1 else { throw Failure("not one book in \(journal.path)") }
        return journal.appending(path: name)
    }

    /// The lock file.
    func lock() throws -> URL { try book().appending(path: "\(book().lastPathComponent).lock") }

    /// The pages in the order of the chain.
    func pages() throws -> [URL] {
        let folder = try book()
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }.sorted()
            .map { folder.appending(path: $0) }
    }

    func newestPage() throws -> URL {
        guard let page = try pages().last else { throw Failure("no page in \(data.path)") }
        return page
    }

    /// Records some events at noon.
    func write(_ ids: [String], day: Int = 23) throws {
        let transcript = try bench.record(ids.map { Commands.expect($0, now: "2026-11-\(day)T12:00:00+08:00") }, data: data)
        guard transcript.acknowledged.count == ids.count else { throw Failure("not written: \(transcript.answers)") }
    }

    /// Changes the bytes of the newest page in place: it keeps its inode.
    func change(_ body: (inout Data) throws -> Void) throws {
        let page = try newestPage()
        var bytes = try Data(contentsOf: page)
        try body(&bytes)
        try bytes.write(to: page)
    }

    /// What a page opening leaves behind that was killed before the rename.
    func leaveHalfOpenedPage() throws {
        let folder = try book()
        try Data("{\"n\":".utf8).write(to: folder.appending(path: ".\(folder.lastPathComponent).new"))
        try Data().write(to: folder.appending(path: "\(folder.lastPathComponent).lock"))
    }
}
