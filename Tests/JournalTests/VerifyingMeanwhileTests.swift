import Foundation
import Glibc
import Notation
import Synchronization
import Testing

@testable import Journal

@Suite("Verifying while others write")
struct VerifyingMeanwhileTests {
    private let shelf: Shelf
    private let page: PageName
    /// The page without its last line, and that line.
    private let (begin, line): ([UInt8], [UInt8])

    init() throws {
        shelf = try Shelf(isPractice: false)
        let journal = try shelf.open(at: "2026-11-22T12:00:00+08:00")
        for word in ["one", "two"] { try #require(journal.note(word).line != nil) }
        page = try shelf.newestPage()
        let bytes = try shelf.bytes(of: page)
        let start = (bytes.dropLast().lastIndex(of: 0x0A) ?? 0) + 1
        (begin, line) = (Array(bytes[..<start]), Array(bytes[start...]))
    }

    private func findings(_ depth: VerificationDepth) throws -> [PageFinding] {
        var verification = Verification(TallyLedger(), depth: depth)
        try verification.check(shelf.book)
        return verification.findings.filter(\.isDamage)
    }

    /// Writes the last line in two pieces under the lock, and takes it away again, until `isOver`.
    private static func write(_ line: [UInt8], behind size: Int, of path: String, in folder: String, until isOver: () -> Bool) throws {
        let (file, folder) = (try OpenFile(path, flags: O_RDWR | O_APPEND), try OpenFile(folder, flags: O_RDONLY | O_DIRECTORY))
        while !isOver() {
            flock(folder.descriptor, LOCK_EX)
            try file.cut(to: size)
            try file.writeAll(Array(line[..<(line.count / 2)]))
            sched_yield()
            try file.writeAll(Array(line[(line.count / 2)...]))
            flock(folder.descriptor, LOCK_UN)
            sched_yield()
        }
    }

    @Test("A line that another process is writing is no damage", arguments: [VerificationDepth.chain, .replay])
    func shortWrite(depth: VerificationDepth) throws {
        let isOver = Mutex(false)
        let ended = DispatchSemaphore(value: 0)
        let (line, size, path, folder) = (line, begin.count, shelf.path(page), shelf.book.folder)
        let thread = Thread {
            try? Self.write(line, behind: size, of: path, in: folder) { isOver.withLock { $0 } }
            ended.signal()
        }
        thread.start()
        defer {
            isOver.withLock { $0 = true }
            ended.wait()
        }
        for _ in 0..<100 { #expect(try findings(depth).isEmpty) }
    }

    @Test("A line that stays unfinished is damage, whoever holds the lock", arguments: [true, false])
    func unfinished(isLocked: Bool) throws {
        try Data(begin + line.dropLast()).write(to: URL(fileURLWithPath: shelf.path(page)))
        let folder = try OpenFile(shelf.book.folder, flags: O_RDONLY | O_DIRECTORY)
        if isLocked { flock(folder.descriptor, LOCK_EX) }
        #expect(try findings(.chain).map(\.fault) == [.line(.unfinished)])
    }
}
