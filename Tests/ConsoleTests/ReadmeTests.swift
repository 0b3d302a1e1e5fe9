import Foundation
import Testing

@testable import Console

@Suite("README")
struct ReadmeTests {
    private func readme() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test("its key table is the table of actions")
    func keys() throws { #expect(try readme().contains(Action.markdown)) }

    @Test("its table of keys per task is the one that is played")
    func tasks() throws { #expect(try readme().contains(KeysPerTask.markdown)) }
}
