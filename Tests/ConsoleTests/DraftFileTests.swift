import Foundation
import Testing

@testable import Bookkeeping

/// The file in which a console keeps what is half filled.
struct DraftFileTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "drafts-" + UUID().uuidString).path
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// What a console finds that starts now.
    private func find(_ folder: Folder) throws -> (drafts: Drafts, found: String?) {
        let bell = DispatchSemaphore(value: 0)
        let drafts = Drafts(data: folder.path, book: "estate", post: "gate-main") { bell.signal() }
        _ = bell.wait(timeout: .now() + 0.5)
        return (drafts, drafts.takeFound().map { String(decoding: $0, as: UTF8.self) })
    }

    @Test("The file is the owner's alone, is found by the next console, and goes when there is nothing to keep")
    func file() throws {
        let folder = Folder()
        let first = try find(folder)
        #expect(first.found == nil)
        first.drafts.keep { Array("one".utf8) }
        first.drafts.keep { Array("two".utf8) }
        first.drafts.end()
        let path = folder.path + "/drafts/estate.gate-main.1.json"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let second = try find(folder)
        #expect(second.found == "two")
        second.drafts.keep { nil }
        second.drafts.end()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A second console of the post has a file of its own while the first runs")
    func twoConsoles() throws {
        let folder = Folder()
        let first = try find(folder)
        first.drafts.keep { Array("first".utf8) }
        let second = try find(folder)
        #expect(second.found == nil)
        second.drafts.keep { Array("second".utf8) }
        second.drafts.end()
        first.drafts.end()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/drafts").filter { $0.hasSuffix(".json") }.count == 2)
    }
}
