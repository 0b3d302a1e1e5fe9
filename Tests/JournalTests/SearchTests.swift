import Foundation
import Notation
import Randomness
import Testing

@testable import Journal

@Suite("Search")
struct SearchTests {
    /// The places where the text stands, found by looking at every one.
    private func slowly(_ text: [UInt8], in bytes: [UInt8]) -> [Int] {
        func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        guard bytes.count >= text.count else { return [] }
        return (0...(bytes.count - text.count)).filter { start in text.indices.allSatisfy { folded(bytes[start + $0]) == folded(text[$0]) } }
    }

    @Test("A needle is found wherever it stands, in either case, whichever way is taken", arguments: 0..<60)
    func needle(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array((seed % 2 == 0 ? "abAB1" : "王明a小B1,").utf8)
        let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        let text = (0..<Int.random(in: 1...4, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        for sample in [bytes, [UInt8](repeating: 0x7A, count: 10_000)] {
            let needle = Needle(text, sample: sample)
            var places: [Int] = []
            bytes.withUnsafeBytes { raw in
                var position = 0
                while let place = needle.firstIndex(in: raw, from: position) {
                    places.append(place)
                    position = place + 1
                }
            }
            #expect(places == slowly(text, in: bytes), "\(text) in \(bytes)")
        }
    }

    @Test("A wide needle finds the lines that hold the text, folded, where any of it is full-width", arguments: 0..<60)
    func wideNeedle(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [Character] = ["a", "B", "1", "ａ", "Ｂ", "ｂ", "１", "，", "王", "。"]
        func word(_ count: Int) -> String { String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) }) }
        let lines = (0..<200).map { _ in word(.random(in: 0...8, using: &random)) }
        let text = word(.random(in: 1...3, using: &random)).inHalfWidth
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        var found: [String] = []
        bytes.withUnsafeBytes { raw in
            guard let needle = WideNeedle(Array(text.utf8)) else { return }
            var position = 0
            while let line = needle.firstLine(in: raw, from: position, butLast: 0) {
                found.append(String(decoding: raw[line], as: UTF8.self))
                position = line.upperBound + 1
            }
        }
        let holding = lines.filter { !$0.places(of: text).isEmpty }
        #expect(found.allSatisfy(holding.contains), "\(text)")
        // Where the text stands as it is, in either case, the other needle finds it.
        let missed = holding.filter { !found.contains($0) }
        #expect(missed.allSatisfy { $0.lowercased().contains(text.lowercased()) }, "\(text) \(missed)")
    }

    @Test("Full-width characters count as those of ASCII, on either side", arguments: ["wang", "ｗａｎｇ", "Ｗang 李", "Wang"])
    func width(text: String) throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-21T12:00:00+08:00")
        for word in ["Ｗang 李", "wang 李", "ＷＡＮＧ，Wang", "王，李", "ｗａｎ g"] { try #require(journal.note(word).line != nil) }
        #expect(try words(text, in: shelf) == (text.contains("李") ? ["wang 李", "Ｗang 李"] : ["ＷＡＮＧ，Wang", "wang 李", "Ｗang 李"]))
        #expect(try words("，李", in: shelf) == ["王，李"])
        #expect(try words("王,李", in: shelf) == ["王，李"])
    }

    private func book() throws -> Shelf {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-21T12:00:00+08:00")
        for day in 1...3 {
            try journal.pretend("2026-11-2\(day)T12:00:00+08:00")
            for word in ["王小明 \(day)", "BKX-7281", "\"quoted\" \\ and more"] { try #require(journal.note(word).line != nil) }
        }
        return shelf
    }

    private func words(_ text: String, _ filter: Search.Filter = Search.Filter(), in shelf: Shelf) throws -> [String] {
        var found: [String] = []
        try Search(text, filter: filter).run(in: shelf.book) { hit in
            found.append(hit.line?.fields["word"]?.string ?? "?")
            return true
        }
        return found
    }

    @Test("The newest comes first, what is brought forward is left out, letters are found in either case")
    func order() throws {
        let shelf = try book()
        #expect(try words("王小明", in: shelf) == ["王小明 3", "王小明 2", "王小明 1"])
        #expect(try words("bkx", in: shelf).count == 3)
        #expect(try words("\"quoted\" \\", in: shelf).count == 3)
        #expect(try words("", in: shelf).isEmpty)
        #expect(try words("nowhere", in: shelf).isEmpty)
    }

    @Test("A number finds its line and those that name it, and no other digits")
    func number() throws {
        let shelf = try book()
        let line = try #require(try shelf.lines().first { $0.fields["word"]?.string == "王小明 2" })
        #expect(try words("#\(line.n)", in: shelf) == ["王小明 2"])
        #expect(try words("#0", in: shelf).isEmpty)
    }

    @Test("A number is found where it stands alone, in a list and in a key, as far as the line names it there")
    func namingNumber() throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-21T12:00:00+08:00")
        let values: [JSON] = [.integer(77), .integer(7), .array([.integer(77), .integer(8)]), .array([.integer(8), .integer(77)]), .array([.integer(9), .integer(77), .integer(8)]), .string("defect:77"), .string("defect:770")]
        for value in values {
            let answer: Answer<Objection> = journal.append { _, _ in
                .write(Draft(g: "main", by: "G07", e: "word.noted", fields: ["word": .string(value.string ?? "numbers"), "of": value]))
            }
            try #require(answer.line != nil)
        }
        func found(_ naming: @escaping @Sendable (Line) -> Set<Int>) throws -> [JSON] {
            var found: [JSON] = []
            try Search("#77", naming: naming).run(in: shelf.book) { hit in
                if let value = hit.line?.fields["of"] { found.append(value) }
                return true
            }
            return found.reversed()
        }
        let named = try found { line in
            guard let value = line.fields["of"] else { return [] }
            return Set((value.array ?? [value]).compactMap { $0.integer ?? $0.string?.split(separator: ":").last.flatMap { Int($0) } })
        }
        #expect(named == [values[0], values[2], values[3], values[4], values[5]])
        #expect(try found { _ in [] }.isEmpty)
    }

    @Test("Digits of the seals are no content")
    func seals() throws {
        let shelf = try book()
        let seal = try #require(try shelf.lines().last?.seal)
        #expect(try words(String(seal.prefix(12)), in: shelf).isEmpty)
    }

    @Test("By day, post and kind")
    func filters() throws {
        let shelf = try book()
        let day = try #require(Day("2026-11-22"))
        #expect(try words("王小明", Search.Filter(from: day), in: shelf) == ["王小明 3", "王小明 2"])
        #expect(try words("王小明", Search.Filter(to: day), in: shelf) == ["王小明 2", "王小明 1"])
        #expect(try words("王小明", Search.Filter(post: "main"), in: shelf).count == 3)
        #expect(try words("王小明", Search.Filter(post: "north"), in: shelf).isEmpty)
        #expect(try words("王小明", Search.Filter(kind: "word"), in: shelf).count == 3)
        #expect(try words("王小明", Search.Filter(kind: "word.noted"), in: shelf).count == 3)
        #expect(try words("王小明", Search.Filter(kind: "wor"), in: shelf).isEmpty)
    }

    @Test("A page that cannot be read is said, and hides nothing of the others", arguments: 0..<3, [true, false])
    func unreadablePage(index: Int, isFolder: Bool) throws {
        let shelf = try book()
        let path = shelf.path(try shelf.book.pages()[index])
        try FileManager.default.removeItem(atPath: path)
        if isFolder {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } else {
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
        }
        var found = 0
        let failure = #expect(throws: SystemFailure.self) {
            try Search("王小明").run(in: shelf.book) { _ in
                found += 1
                return true
            }
        }
        #expect(found == 2 && failure?.path == path)
    }
}
