import Gatekeeping
import Notation

/// One file's text as lines that are safe to go on with: what is not UTF-8 and what must not be shown has been reported
/// and replaced by U+FFFD, so that it hides nothing that comes after it.
struct SourceText {
    let source: Source
    /// Without their line ends (LF or CR LF).
    private(set) var lines: [String] = []

    init(_ bytes: [UInt8], of source: Source) {
        self.source = source
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        for line in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let hasReturn = line.last == UInt8(ascii: "\r")
            lines.append(cleaned(hasReturn ? line.dropLast() : line, line: lines.count + 1))
        }
    }

    private func cleaned(_ bytes: ArraySlice<UInt8>, line: Int) -> String {
        let valid = bytes.withUnsafeBytes(String.init(utf8:))
        if valid == nil { source.report(.invalidUTF8, line: line) }
        let text = valid ?? String(decoding: bytes, as: UTF8.self)
        guard mayHoldForbidden(text), text.unicodeScalars.contains(where: isUnreadable) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnreadable(scalar) {
                source.report(.controlCharacter(scalar.value, field: ""), line: line)
                clean.append("\u{FFFD}")
            } else {
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// Tabs are blanks here; where one stands inside a value, the value is reported.
    private func isUnreadable(_ scalar: Unicode.Scalar) -> Bool { scalar != "\t" && isForbidden(scalar) }
}

/// A file that is being read, and the ledger that its findings go to.
struct Source {
    let file: String
    let ledger: Ledger

    func place(_ line: Int) -> Ledger.Place { Ledger.Place(file: file, line: line) }
    func report(_ problem: Problem, line: Int) { ledger.report(problem, at: place(line)) }
}
