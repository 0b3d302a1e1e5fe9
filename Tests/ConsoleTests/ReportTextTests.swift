import Notation
import Testing

@testable import Bookkeeping

@Suite("Reports as text")
struct ReportTextTests {
    @Test("Nothing that a line says reaches a terminal, a spreadsheet or a browser as a control character", arguments: Report.Format.allCases)
    func harmless(format: Report.Format) {
        let hostile = "A\u{1B}[31m\u{202E}\u{85}\u{7}B"
        var report = Report(title: "On site", columns: ["name"], rows: [[hostile]], note: "up to 7\nnobody")
        let table = report.formatted(format)
        report.slip = [hostile]
        for text in [table, report.formatted(format)] {
            let harm = text.unicodeScalars.filter { scalar in scalar != "\n" && scalar != "\r" && (format == .json ? scalar.value < 0x20 : scalar.isHarmful) }
            #expect(harm.isEmpty, "\(harm)")
        }
        #expect(format != .text || table.hasSuffix("up to 7\nnobody\n"))
    }
}
