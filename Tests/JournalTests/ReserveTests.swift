import Foundation
import Glibc
import Notation
import Testing
import Witness

@testable import Journal

/// Room that is kept on a full disk, on a file system of its own.
@Suite("The reserve", .serialized)
struct ReserveTests {
    private func draft(_ word: String, usesReserve: Bool = false) -> Draft {
        Draft(g: "gate", by: "G07", e: "word.noted", fields: ["word": .string(word)], usesReserve: usesReserve)
    }

    private func append(_ draft: Draft, to journal: Journal<TallyLedger>) -> Answer<Never> {
        journal.append { _, _ in Decision<Never>.write(draft) }
    }

    private func isWritten(_ answer: Answer<Never>) -> Bool { if case .written = answer { true } else { false } }

    private func isRefusedForTheReserve(_ answer: Answer<Never>) -> Bool {
        if case .failed(.onlyReserve) = answer { true } else { false }
    }

    /// Blocks on the disk, in bytes.
    private func allocated(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_blocks) * 512 : 0
    }

    @Test("A page keeps room behind its end where no reader sees it, and tomorrow's page has room of its own")
    func kept() throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-23T17:00:00+08:00")
        #expect(isWritten(append(draft("a"), to: journal)))
        let page = try #require(try shelf.book.pages().first)
        #expect(allocated(shelf.path(page)) >= Reserve.behindPage)
        #expect(try shelf.bytes(of: page).last == 0x0A)
        #expect(try shelf.bytes(of: page).count < 4096)
        #expect(allocated(shelf.book.folder + "/.\(shelf.book.name).new") >= Reserve.nextPage)
    }

    @Test("A page that is left gives its rest back, and not a byte of it changes")
    func givenBack() throws {
        let shelf = try Shelf()
        let journal = try shelf.open(at: "2026-11-23T17:00:00+08:00")
        #expect(isWritten(append(draft("a"), to: journal)))
        let first = try #require(try shelf.book.pages().first)
        let before = try shelf.bytes(of: first)
        journal.clock.pretend(try #require(Instant("2026-11-24T01:00:00+08:00")))
        #expect(isWritten(append(draft("b"), to: journal)))
        #expect(try shelf.book.pages().count == 2)
        #expect(allocated(shelf.path(first)) < Reserve.behindPage)
        #expect(try shelf.bytes(of: first) == before)
    }

    @Test(
        "On a full disk ordinary lines are refused, leavings and tomorrow's page are written, and all goes on once there is room",
        .enabled(if: getuid() == 0, "needs root to mount a file system of its own"))
    func full() throws {
        let shelf = try Shelf()
        try shell("mount -t tmpfs -o size=4m tmpfs \(shelf.folder)")
        defer { try? shell("umount \(shelf.folder)") }
        let journal = try shelf.open(at: "2026-11-23T17:00:00+08:00")
        #expect(isWritten(append(draft("a"), to: journal)))
        try? shell("cat /dev/zero > \(shelf.folder)/filler")
        var written = 0
        while written < 5000, isWritten(append(draft("ordinary"), to: journal)) { written += 1 }
        #expect(written < 3000)
        #expect(isRefusedForTheReserve(append(draft("ordinary"), to: journal)))
        for _ in 0..<500 { #expect(isWritten(append(draft("leaving", usesReserve: true), to: journal))) }
        journal.clock.pretend(try #require(Instant("2026-11-24T07:00:00+08:00")))
        #expect(isWritten(append(draft("tomorrow", usesReserve: true), to: journal)))
        #expect(try shelf.book.pages().count == 2)
        try shell("rm \(shelf.folder)/filler")
        #expect(isWritten(append(draft("ordinary"), to: journal)))
    }

    private func shell(_ script: String) throws {
        if try Child.run(["/bin/sh", "-c", script]) != 0 { throw CocoaError(.featureUnsupported) }
    }
}
