import Foundation
import Gatekeeping
import Terminal
import Testing
import Wording

@testable import Console

/// The whole text of each view, as kept in `Expected`. A new file is made by running with GATEBOOK_EXPECT=write, and read before it is kept.
struct ExpectedScreenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Expected")

    @Test("Each view shows what is kept", arguments: Model.View.allCases, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func view(view: Model.View, size: Size) throws {
        let desk = try DrawingTests.busy()
        desk.model.view = view
        desk.model.size = size
        desk.model.message = nil
        try compare(desk, "\(view)-\(size.columns)x\(size.rows)")
    }

    @Test("The sign-on form, the visitor's form, what was found and the help", arguments: ["sign-on", "visitor", "found", "help"])
    func over(what: String) throws {
        let desk = what == "sign-on" ? try Desk(holder: nil, language: .hant) : try DrawingTests.busy()
        desk.model.language = what == "help" ? .english : .hant
        desk.model.message = nil
        switch what {
        case "visitor":
            desk.type("李白")
            desk.press(.enter)
        case "found": desk.type("3-15")
        case "help": desk.press(.function(1))
        default: break
        }
        try compare(desk, what + "-80x24")
    }

    @Test("The locked screen", arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
    func locked(size: Size) throws {
        let desk = try DrawingTests.busy()
        desk.model.size = size
        desk.model.language = size.columns == 80 ? .hant : .english
        desk.press(.function(10), .text("1"))
        try compare(desk, "locked-\(size.columns)x\(size.rows)")
    }

    private func compare(_ desk: Desk, _ name: String) throws {
        let file = ExpectedScreenTests.folder.appending(path: name + ".txt")
        let text = desk.text
        if ProcessInfo.processInfo.environment["GATEBOOK_EXPECT"] == "write" {
            try FileManager.default.createDirectory(at: ExpectedScreenTests.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let (lines, expected) = (text.split(separator: "\n", omittingEmptySubsequences: false), kept.split(separator: "\n", omittingEmptySubsequences: false))
        #expect(lines.count == expected.count, "\(name)")
        for (number, pair) in zip(lines, expected).enumerated() {
            #expect(pair.0 == pair.1, "\(name), row \(number)")
        }
    }
}
