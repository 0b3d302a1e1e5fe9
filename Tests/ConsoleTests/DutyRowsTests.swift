import Foundation
import Testing

/// Every duty that the program serves has tests that bear its id.
struct DutyRowsTests {
    private static let rows = (1...9).map { "S\($0)" } + (1...15).map { "G\($0)" } + (1...8).map { "P\($0)" }
        + (1...7).map { "C\($0)" } + (1...5).map { "R\($0)" }

    /// The ids that the display names of the tests of some folders begin with, as `G2, S9: a violation …` does.
    private static func ids(in folders: [String]) throws -> Set<String> {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        var ids: Set<String> = []
        for folder in folders {
            let files = try FileManager.default.contentsOfDirectory(at: tests.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files where file.pathExtension == "swift" {
                for match in try String(contentsOf: file, encoding: .utf8).matches(of: /@Test\(\s*"((?:[SGPCR][0-9]+, )*[SGPCR][0-9]+):/) {
                    ids.formUnion(match.1.split(separator: ", ").map(String.init))
                }
            }
        }
        return ids
    }

    @Test("Each row has a test through the domain or the files, and one by keys")
    func complete() throws {
        let (domain, keys) = (try DutyRowsTests.ids(in: ["GatekeepingTests", "ConfigurationTests", "EndToEnd", "JournalTests"]), try DutyRowsTests.ids(in: ["ConsoleTests"]))
        for row in DutyRowsTests.rows {
            #expect(domain.contains(row), "\(row) through the domain")
            #expect(keys.contains(row), "\(row) by keys")
        }
        #expect(domain.union(keys).isSubset(of: DutyRowsTests.rows), "A test names a row that there is not.")
    }
}
