import Gatekeeping

/// A strict reader of RFC 4180, with comment lines that begin with `#` and blank lines skipped.
///
/// A row with a wrong quotation mark is given up, and reading goes on with the line after the one where the row begins:
/// a mark that was forgotten spoils one row, not the rest of the file.
struct CSVReader {
    struct Field: Equatable {
        var text: String
        var line: Int
    }

    struct Row: Equatable {
        var line: Int
        var fields: [Field]
        var fault: Problem.QuoteFault?
    }

    private static let comment = UInt8(ascii: "#")
    private static let comma = UInt8(ascii: ",")
    private static let mark = UInt8(ascii: "\"")

    private let lines: [String]
    private var next = 0

    init(_ lines: [String]) { self.lines = lines }

    static func rows(_ lines: [String]) -> [Row] {
        var reader = CSVReader(lines)
        var rows: [Row] = []
        while let row = reader.row() { rows.append(row) }
        return rows
    }

    private mutating func row() -> Row? {
        while next < lines.count, lines[next].utf8.first == CSVReader.comment || trimmed(lines[next]).isEmpty { next += 1 }
        guard next < lines.count else { return nil }
        let start = next
        var row = Row(line: start + 1, fields: [])
        var rest = lines[next].utf8[...]
        next += 1
        repeat {
            let field = rest.first == CSVReader.mark ? quoted(&rest, fault: &row.fault) : plain(&rest, fault: &row.fault)
            row.fields.append(field)
        } while row.fault == nil && rest.popFirst() != nil
        if row.fault != nil {
            next = start + 1
            row.fields = lines[start].split(separator: ",", omittingEmptySubsequences: false).map { part in
                Field(text: part.filter { $0 != "\"" }, line: start + 1)
            }
        }
        return row
    }

    /// Up to the next comma, which stays.
    private func plain(_ rest: inout Substring.UTF8View, fault: inout Problem.QuoteFault?) -> Field {
        let text = rest.prefix { $0 != CSVReader.comma }
        rest = rest[text.endIndex...]
        if text.contains(CSVReader.mark) { fault = .stray }
        return Field(text: String(Substring(text)), line: next)
    }

    /// Up to the closing mark, over line ends if need be.
    private mutating func quoted(
        _ rest: inout Substring.UTF8View, fault: inout Problem.QuoteFault?
    ) -> Field {
        var field = Field(text: "", line: next)
        rest.removeFirst()
        while true {
            let part = rest.prefix { $0 != CSVReader.mark }
            field.text += String(Substring(part))
            rest = rest[part.endIndex...]
            if rest.popFirst() == nil {
                guard next < lines.count else { fault = .unclosed; return field }
                field.text += "\n"
                rest = lines[next].utf8[...]
                next += 1
            } else if rest.first == CSVReader.mark {
                field.text += "\""
                rest.removeFirst()
            } else {
                if let follower = rest.first, follower != CSVReader.comma { fault = .trailing }
                return field
            }
        }
    }
}
