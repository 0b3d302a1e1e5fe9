import Bookkeeping
import Configuration
import Foundation
import Gatekeeping
import Glibc
import Testing
import Wording

@testable import Console

/// The screen warns while there is still room, long before the reserve is needed.
struct RoomTests {
    @Test("What is left is said above everything else, in each language", arguments: Language.allCases)
    func said(language: Language) throws {
        let desk = try Desk(language: language, columns: 140)
        #expect(!desk.text.contains(AlertWords.room(200)[language]))
        desk.model.snapshot.roomRunningOut = 200
        #expect(desk.text.contains(AlertWords.room(200)[language]))
    }

    @Test("A disk with a few mebibytes left is told from one with many, and everything is still written",
        .enabled(if: getuid() == 0, "needs root to mount a file system of its own"), arguments: [(64, true), (1024, false)])
    func told(mebibytes: Int, isFew: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "room-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try #require(mount("tmpfs", folder.path, "tmpfs", 0, "size=\(mebibytes)m") == 0)
        defer {
            umount2(folder.path, Int32(MNT_DETACH))
            try? FileManager.default.removeItem(at: folder)
        }
        let office = try Office(estate: EstateReader.read(.example).estate, data: folder.path, isPractice: true)
        try office.openConsole(post: "gate-main")
        #expect(office.isConsoleOpen)
        #expect((office.roomRunningOut != nil) == isFew)
    }
}
