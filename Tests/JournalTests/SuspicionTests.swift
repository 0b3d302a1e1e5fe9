import CSystem
import Foundation
import Glibc
import Notation
import Testing

@testable import Journal

@Suite("What the lock file says of a page")
struct SuspicionTests {
    static let monday = "2026-11-23T12:00:00+08:00"
    static let tuesday = "2026-11-24T12:00:00+08:00"

    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func say(_ note: LockFile.Note, of page: PageName) throws {
        try LockFile(shelf.book).write(boot: Clock().now.boot, newestPage: page.file, note)
    }

    /// A writer that knows Monday's page, of which a sync is said to have failed, while another has gone on to Tuesday's.
    private func leftBehind() throws -> Journal<TallyLedger> {
        let writer = try shelf.open(at: SuspicionTests.monday)
        writer.note("one")
        let old = try shelf.newestPage()
        try shelf.open(at: SuspicionTests.tuesday).note("two")
        try say(.suspect, of: old)
        return writer
    }

    /// Seconds and nanoseconds of the last change.
    private func changed(_ page: PageName) throws -> [Int] {
        var info = stat()
        try #require(stat(shelf.path(page), &info) == 0)
        return [info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
    }

    @Test("A page of which a sync failed gets nothing more from a writer that did not know it yet", arguments: [false, true])
    func unknownPage(knowsThePageBefore: Bool) throws {
        let writer = try shelf.open(at: SuspicionTests.tuesday)
        if knowsThePageBefore {
            try writer.pretend(SuspicionTests.monday)
            writer.note("one")
            try writer.pretend(SuspicionTests.tuesday)
        }
        try shelf.open(at: SuspicionTests.tuesday).note("two")
        let suspect = try shelf.newestPage()
        try say(.suspect, of: suspect)
        let lines = try shelf.lines(of: suspect).count
        #expect(writer.note("three").line != nil)
        #expect(try shelf.lines(of: suspect).count == lines)
        #expect(try shelf.newestPage() > suspect)
        expectChain(try shelf.lines())
    }

    @Test("Where nothing is said of the newest page, it is written again before it is trusted, and once", arguments: [true, false])
    func writtenAgain(isSaid: Bool) throws {
        try shelf.open(at: SuspicionTests.monday).note("one")
        let page = try shelf.newestPage()
        if !isSaid { try LockFile(shelf.book).clear() }
        let (before, bytes) = (try changed(page), try shelf.bytes(of: page))
        for _ in 0..<2 {
            let _: Answer<Objection> = try shelf.open(at: SuspicionTests.monday).append { _, _ in .refuse(.no) }
            #expect(try (changed(page) == before) == isSaid)
        }
        let after = try changed(page)
        let _: Answer<Objection> = try shelf.open(at: SuspicionTests.monday).append { _, _ in .refuse(.no) }
        #expect(try changed(page) == after && shelf.bytes(of: page) == bytes)
    }

    @Test("A sync that fails for another is heard of by who opened the page later, before they answer")
    func heardOf() throws {
        let writer = try shelf.open(at: SuspicionTests.monday)
        writer.note("one")
        let page = try shelf.newestPage()
        let shelf = shelf
        let answer: Answer<Objection> = writer.append { _, _ in
            try? LockFile(shelf.book).write(boot: Clock().now.boot, newestPage: page.file, .suspect)
            return .write(Draft(g: "main", by: "G07", e: "word.noted", fields: ["word": .string("two")]))
        }
        guard case .unknown = answer else { return #expect(Bool(false), "\(answer)") }
        #expect(writer.note("three").line != nil)
        #expect(try self.shelf.newestPage() > page)
        #expect(writer.state.words == ["one", "two", "three"], "What was written stands, unless the disk lost it.")
    }

    @Test("Where the page that one knows is suspect, a later one is looked for before anything is decided")
    func laterPage() throws {
        let writer = try leftBehind()
        var seen: [String] = []
        let _: Answer<Objection> = writer.append { state, _ in seen = state.words; return .refuse(.no) }
        #expect(seen == ["one", "two"])
    }

    @Test("A decision is made again on what is found behind a page that must not be written to")
    func decidedAgain() throws {
        let writer = try leftBehind()
        let answer: Answer<Objection> = writer.append { state, _ in
            if state.words.contains("two") { return .refuse(.no) }
            return .write(Draft(g: "main", by: "G07", e: "word.noted", fields: ["word": .string("two")]))
        }
        guard case .refused = answer else { return #expect(Bool(false), "\(answer)") }
    }

    @Test("Who deletes the lock file takes no lock away")
    func deletedLock() throws {
        let book = shelf.book
        try shelf.open().note("one")
        let lock = try LockFile(book)
        try lock.acquire()
        let another = try OpenFile(book.lockPath, flags: O_RDWR)
        #expect(gatebook_lock(another.descriptor, false, true) != 0, "Nor does who moves the folder away and copies its links.")
        #expect(unlink(book.lockPath) == 0)
        let other = try OpenFile(book.folder, flags: O_RDONLY | O_DIRECTORY)
        #expect(gatebook_lock(other.descriptor, false, true) != 0)
        lock.release()
        try lock.acquire()
        #expect(inode(of: book.lockPath) != nil, "The note is made anew.")
    }

    @Test("Only the note of another boot says that what is in the cache came from the disk", arguments: [
        ("0badcafe tally.jsonl suspect\n", true), ("00000000 tally.jsonl suspect\n", false), ("\n0badcafe tally.jsonl\n", false), ("some words\n", false), ("", false),
    ])
    func earlierBoot(content: String, isEarlier: Bool) throws {
        try shelf.open().note("one")
        try Data(content.utf8).write(to: URL(fileURLWithPath: shelf.book.lockPath))
        #expect(try LockFile(shelf.book).isOfEarlierBoot(than: "1234abcd") == isEarlier)
        #expect(try !LockFile(shelf.book).isOfEarlierBoot(than: "0badcafe"))
    }

    @Test("A note needs no room on a full disk, once there was one")
    func noteKeepsItsBlock() throws {
        try shelf.open().note("one")
        let lock = try LockFile(shelf.book)
        try lock.clear()
        var info = stat()
        try #require(stat(shelf.book.lockPath, &info) == 0)
        #expect(info.st_size > 0)
        #expect(try lock.note(of: shelf.newestPage().file, boot: Clock().now.boot) == nil)
    }
}
