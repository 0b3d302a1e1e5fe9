import Notation

/// The line of a machine-readable zone that holds the document's number: ICAO Doc 9303, parts 4 (TD3), 5 (TD1) and 6 (TD2).
struct MachineReadableLine: Equatable, Sendable {
    /// The document's number, without fillers.
    let number: String
    /// Whether all check digits of the line are right.
    let isRight: Bool

    /// Nil where no line of the text is one.
    init?(_ text: String) {
        let lines = text.folded.uppercased().split(whereSeparator: \.isNewline).map { line in line.utf8.filter { $0 != UInt8(ascii: " ") } }
        guard let line = lines.last(where: { MachineReadableLine.numbered($0) != nil }), let shape = MachineReadableLine.numbered(line)
        else { return nil }
        number = String(decoding: line[shape.number].filter { $0 != UInt8(ascii: "<") }, as: UTF8.self)
        isRight = shape.checks.allSatisfy { check in
            let covered = check.of.flatMap { Array(line[$0]) }
            let isBlank = check.mayBeBlank && line[check.at] == UInt8(ascii: "<") && covered.allSatisfy { $0 == UInt8(ascii: "<") }
            return isBlank || DocumentNumber.isDigit(line[check.at]) && MachineReadableLine.digit(covered) == DocumentNumber.value(line[check.at])
        }
    }

    /// Weights 7, 3, 1 over and over; the fillers count nothing; modulo 10.
    static func digit(_ characters: [UInt8]) -> Int {
        zip(characters, characters.indices).reduce(0) { $0 + DocumentNumber.value($1.0) * [7, 3, 1][$1.1 % 3] } % 10
    }

    /// Where the number and the check digits stand.
    private struct Shape {
        var number: Range<Int>
        var checks: [(at: Int, of: [Range<Int>], mayBeBlank: Bool)]
    }

    private static func numbered(_ line: [UInt8]) -> Shape? {
        guard line.allSatisfy({ DocumentNumber.isLetter($0) || DocumentNumber.isDigit($0) || $0 == UInt8(ascii: "<") }) else { return nil }
        let isDated = line.count >= 36 && line[13..<19].allSatisfy(DocumentNumber.isDigit)
        switch line.count {
        case 44 where isDated:
            return Shape(
                number: 0..<9,
                checks: [
                    (9, [0..<9], false), (19, [13..<19], false), (27, [21..<27], false), (42, [28..<42], true),
                    (43, [0..<10, 13..<20, 21..<43], false),
                ])
        case 36 where isDated:
            return Shape(
                number: 0..<9,
                checks: [(9, [0..<9], false), (19, [13..<19], false), (27, [21..<27], false), (35, [0..<10, 13..<20, 21..<35], false)])
        case 30 where "ACI".utf8.contains(line[0]) && line[2..<5].allSatisfy { !DocumentNumber.isDigit($0) }:
            return Shape(number: 5..<14, checks: [(14, [5..<14], false)])
        default: return nil
        }
    }
}
