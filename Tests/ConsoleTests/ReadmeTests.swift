import Foundation
import Testing

@testable import Console

@Suite("README")
struct ReadmeTests {
    @Test("its key table is the table of actions")
    func keys() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(Action.markdown))
    }
}
