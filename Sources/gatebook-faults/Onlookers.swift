import Foundation
import Glibc
import Notation
import Synchronization

/// Reads the pages over and over as anybody may, without a lock: what stands before the last LF is whole lines in one row.
final class PageReader: Sendable {
    private struct Look {
        var offsets: [String: Int] = [:]
        var numbers: [String: Int] = [:]
        var problems: [String] = []
        var passes = 0
        var lines = 0
        var isOver = false
    }

    private let folder: URL
    private let look = Mutex(Look())
    private let ended = DispatchSemaphore(value: 0)

    init(data: URL) { folder = data.appending(path: "journal") }

    var passes: Int { look.withLock { $0.passes } }
    var lines: Int { look.withLock { $0.lines } }

    func start() {
        Thread.detachNewThread { [self] in
            while !look.withLock({ $0.isOver }) {
                pass()
                usleep(500)
            }
            pass()
            ended.signal()
        }
    }

    /// Looks a last time; what was wrong.
    func stop() -> [String] {
        look.withLock { $0.isOver = true }
        ended.wait()
        return look.withLock { $0.problems }
    }

    private func pass() {
        let books = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let pages = books.flatMap { book in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + book)) ?? []).map { "\(book)/\($0)" }
        }
        for page in pages where page.hasSuffix(".jsonl") { read(page) }
        look.withLock { $0.passes += 1 }
    }

    private func read(_ page: String) {
        let offset = look.withLock { $0.offsets[page] ?? 0 }
        guard let file = FileHandle(forReadingAtPath: folder.path + "/" + page) else { return }
        defer { try? file.close() }
        try? file.seek(toOffset: UInt64(offset))
        guard let bytes = try? file.readToEnd(), let last = bytes.lastIndex(of: 0x0A) else { return }
        let lines = bytes[...last].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        look.withLock { look in
            look.offsets[page] = offset + last + 1
            for line in lines { take(Array(line), page, &look) }
        }
    }

    private func take(_ line: [UInt8], _ page: String, _ look: inout Look) {
        look.lines += 1
        guard let object = try? JSON.read(line).object, let n = object["n"]?.integer, object["h"]?.string?.utf8.count == 64 else {
            return look.problems.append("\(page): a reader saw no whole line: \(String(decoding: line.prefix(200), as: UTF8.self))")
        }
        if let before = look.numbers[page], n != before + 1 { look.problems.append("\(page): a reader saw \(n) after \(before)") }
        look.numbers[page] = n
    }
}

/// `gatebook follow` meanwhile.
final class Follower {
    private let child: Child
    private let output: TemporaryFile
    private(set) var lines = 0

    init(_ bench: Bench, data: URL) throws {
        output = try TemporaryFile()
        child = try Child(bench.arguments("follow", data: data), input: bench.nowhere, output: output.descriptor)
    }

    /// From the first line it showed on, it must have shown each one once and in order: as jq reads them.
    func stop(_ judge: Judge) throws -> [String] {
        let all = try judge.run("inputs | try fromjson catch empty | objects | select(.e | startswith(\"forward.\") | not) | .n")
        for _ in 0..<100 where try numbers().last != all.last { usleep(100_000) }
        child.kill()
        let shown = try numbers()
        lines = shown.count
        let expected = all.drop { $0 != shown.first }
        if !shown.isEmpty, shown.elementsEqual(expected) { return [] }
        let missing = Set(expected).subtracting(shown).sorted().prefix(10)
        return ["follow showed \(shown.count) of \(expected.count) lines; missing are \(missing)"]
    }

    /// Each line begins with its number. Read at an offset of its own: the program's output must not be moved.
    private func numbers() throws -> [String] {
        var all = Data()
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = pread(output.descriptor, &bytes, bytes.count, off_t(all.count))
            guard got > 0 else { break }
            all += bytes.prefix(got)
        }
        return all.split(separator: 0x0A).map { String(decoding: $0.prefix { $0 != 0x20 }, as: UTF8.self) }
    }
}
