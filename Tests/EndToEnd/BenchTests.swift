import Foundation
import Testing

@Suite("The measurements, short")
struct BenchTests {
    @Test("Every row of the table is measured, and its counts agree with the truth that was made")
    func table() throws {
        let scratch = try Scratch()
        let bench = Program.url.deletingLastPathComponent().appending(path: "gatebook-bench")
        let result = try Program.finish(
            bench, ["measure", "--years", "0.01", "--per-day", "120", "--rounds", "1", "--folder", scratch.folder.path])
        #expect(result.status == 0, "\(result.complaint)")
        let table = result.lines.suffix(9)
        #expect(table.count == 9)
        #expect(table.allSatisfy { $0.hasPrefix("| ") && !$0.contains("inf") }, "\(result.text)")
    }
}
