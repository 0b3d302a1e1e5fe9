import Foundation
import Notation
import Testing

/// The report of who and what is inside, as other programs read it.
struct InsideReport {
    struct Row {
        let number: String
        let name: String
        let plate: String
        let unit: String

        /// Whether a row of the screen is about the same.
        func fits(_ shown: String) -> Bool { [name, plate, unit].allSatisfy { $0.isEmpty || shown.contains($0) } }
    }

    let rows: [Row]

    init(data: URL) throws {
        let report = try Program.run("report", "on-site", "--format", "json", "--language", "zh-Hant", data: data)
        let table = try #require(try JSON.read(Array(report.output)).object?["rows"]?.array)
        rows = try table.map { row in
            let object = try #require(row.object)
            func text(_ column: String) throws -> String { try #require(object[column]?.string) }
            return Row(number: try text("號"), name: try text("姓名"), plate: try text("車牌"), unit: try text("單元"))
        }
    }
}
