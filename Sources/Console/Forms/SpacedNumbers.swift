import Notation

/// Numbers of documents that are written in groups with spaces or other signs between them, as `110101 19900307 4477`, wherever they stand in a text.
///
/// Two numbers of other things, side by side, are none: the number of the mainland holds a date of birth, and of the short ones only the groups in
/// which people write them count, and the check digit must be right.
struct SpacedNumbers {
    private let text: String
    /// The runs of ASCII between the spaces and other characters.
    private var groups: [Range<String.Index>] = []

    init(_ text: String) {
        self.text = text
        var start: String.Index?
        for index in text.indices {
            if SpacedNumbers.isOfNumbers(text[index]) {
                start = start ?? index
            } else if let begun = start {
                groups.append(begun..<index)
                start = nil
            }
        }
        if let start { groups.append(start..<text.endIndex) }
    }

    /// As they stand in the text.
    var all: [String] {
        var found: [String] = []
        var next = 0
        while next < groups.count {
            guard let (number, last) = number(from: next) else {
                next += 1
                continue
            }
            found.append(number)
            next = last + 1
        }
        return found
    }

    /// The number that begins in a group, and the group in which it ends.
    private func number(from first: Int) -> (String, last: Int)? {
        var sizes = [size(first)]
        var isSpaced = true
        for last in groups.indices.dropFirst(first + 1) {
            let between = text[groups[last - 1].upperBound..<groups[last].lowerBound]
            guard between.allSatisfy({ $0.isWhitespace || DocumentNumber.signs.contains($0) }) else { return nil }
            isSpaced = isSpaced && between.allSatisfy(\.isWhitespace)
            sizes.append(size(last))
            guard sizes.reduce(0, +) <= 20 else { return nil }
            let written = text[groups[first].lowerBound..<groups[last].upperBound]
            if let number = number(written, sizes, isSpaced: isSpaced) { return (number, last) }
        }
        return nil
    }

    private func size(_ group: Int) -> Int { text[groups[group]].count { $0.isLetter || $0.isNumber } }

    private func number(_ written: Substring, _ sizes: [Int], isSpaced: Bool) -> String? {
        if let slipped = DocumentNumber.slipped(written) { return String(slipped) }
        guard let number = DocumentNumber(String(written)) else { return nil }
        let isOne = switch number.kind {
        case .resident: DocumentNumber.holdsBirthDate(written) && (number.isRight || SpacedNumbers.usual.contains(sizes))
        case .hongKong: isSpaced && number.isRight && [[7, 1], [8, 1], [1, 6, 1], [2, 6, 1]].contains(sizes)
        case .taiwan: isSpaced && number.isRight && [[4, 3, 3], [2, 4, 4], [1, 3, 3, 3]].contains(sizes)
        case .machineReadable: false
        }
        return isOne ? String(written) : nil
    }

    /// The groups in which people write a mainland number: in these it is one though a digit is wrong.
    private static let usual = [[6, 8, 4], [6, 8, 3, 1], [6, 4, 4, 4], [6, 4, 4, 3, 1], [6, 12], [14, 4]]

    private static func isOfNumbers(_ character: Character) -> Bool {
        "-()（）".contains(character) || String(character).folded.utf8.allSatisfy { $0 < 0x80 && (DocumentNumber.isDigit($0) || DocumentNumber.isLetter($0 & 0xDF)) }
    }
}
