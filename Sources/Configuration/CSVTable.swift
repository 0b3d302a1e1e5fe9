import Gatekeeping

/// A CSV file with a header, read row by row.
struct CSVTable {
    private let source: Source
    private let thing: Problem.Thing?
    private let columns: [String: Int]
    private let columnCount: Int
    private let rows: ArraySlice<CSVReader.Row>

    /// Reads the header, and reports what is wrong with it.
    ///
    /// - Parameters:
    ///   - thing: what the rows describe, where they have ids that others refer to.
    ///   - optional: columns that need not be there and whose cells may be empty.
    init(_ text: SourceText, of thing: Problem.Thing?, required: [String], optional: [String]) {
        source = text.source
        self.thing = thing
        let rows = CSVReader.rows(text.lines)
        guard let header = rows.first else {
            source.report(.missingHeader, line: 1)
            (columns, columnCount, self.rows) = ([:], 0, [])
            thing.map(source.ledger.markIncomplete)
            return
        }
        columns = Self.columns(header, known: required + optional, source: source)
        columnCount = header.fields.count
        self.rows = rows.dropFirst()
        for name in required where columns[name] == nil { source.report(.missingColumn(name), line: header.line) }
        if let first = required.first, columns[first] == nil { thing.map(source.ledger.markIncomplete) }
    }

    private static func columns(_ header: CSVReader.Row, known: [String], source: Source) -> [String: Int] {
        if let fault = header.fault { source.report(.badQuote(fault), line: header.line) }
        var columns: [String: Int] = [:]
        let names = header.fields.map { trimmed($0.text) }
        for (index, name) in names.enumerated() {
            if !known.contains(name) {
                let missing = known.filter { !names.contains($0) }
                let likely = likeliest(name, among: missing)
                source.report(.unknownColumn(name, suggestion: likely), line: header.line)
            } else if columns[name] != nil {
                source.report(.duplicateColumn(name), line: header.line)
            } else {
                columns[name] = index
            }
        }
        return columns
    }

    /// Every row that has as many fields as the header, read by `read`; the others are reported.
    func map<Element>(_ read: (CSVEntry) -> Element) -> [Element] {
        rows.compactMap { row in
            if let fault = row.fault {
                source.report(.badQuote(fault), line: row.line)
            } else if row.fields.count != columnCount {
                let problem = Problem.badColumnCount(expected: columnCount, found: row.fields.count)
                source.report(problem, line: row.line)
            } else {
                return read(CSVEntry(source: source, row: row, columns: columns))
            }
            if let thing {
                for field in row.fields { source.ledger.tolerate(thing, trimmed(field.text), line: row.line) }
            }
            return nil
        }
    }
}

/// One row of a table.
final class CSVEntry: Fields {
    let source: Source
    private let row: CSVReader.Row
    private let columns: [String: Int]

    init(source: Source, row: CSVReader.Row, columns: [String: Int]) {
        self.source = source
        self.row = row
        self.columns = columns
    }

    /// Where the row begins.
    var line: Int { row.line }

    func find(_ key: String, required: Bool) -> Found? {
        guard let column = columns[key] else { return nil }
        let field = row.fields[column]
        let text = trimmed(field.text)
        guard text.isEmpty else { return Found(text: text, line: field.line) }
        if required { source.report(.emptyValue(key), line: field.line) }
        return nil
    }
}
