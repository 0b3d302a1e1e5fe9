import Notation

/// Numbers of documents that are written in groups with spaces between them, as `110101 19900307 4477`, wherever they stand in a text.
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
            guard let last = lastGroup(of: next) else {
                next += 1
                continue
            }
            found.append(String(text[groups[next].lowerBound..<groups[last].upperBound]))
            next = last + 1
        }
        return found
    }

    /// The last group of the number that begins with a group; nil where none does.
    private func lastGroup(of first: Int) -> Int? {
        var sizes = [size(first)]
        for last in groups.indices.dropFirst(first + 1) {
            guard text[groups[last - 1].upperBound..<groups[last].lowerBound].allSatisfy(\.isWhitespace) else { return nil }
            sizes.append(size(last))
            guard sizes.reduce(0, +) <= 18 else { return nil }
            if isNumber(String(text[groups[first].lowerBound..<groups[last].upperBound]), sizes) { return last }
        }
        return nil
    }

    private func size(_ group: Int) -> Int { text[groups[group]].count { $0.isLetter || $0.isNumber } }

    private func isNumber(_ written: String, _ sizes: [Int]) -> Bool {
        guard let number = DocumentNumber(written) else { return false }
        switch number.kind {
        case .resident: return SpacedNumbers.holdsBirthDate(written)
        case .hongKong: return number.isRight && [[7, 1], [8, 1], [1, 6, 1], [2, 6, 1]].contains(sizes)
        case .taiwan: return number.isRight && [[4, 3, 3], [2, 4, 4], [1, 3, 3, 3]].contains(sizes)
        case .machineReadable: return false
        }
    }

    /// The day in the middle of a mainland number is one of the last two centuries.
    private static func holdsBirthDate(_ written: String) -> Bool {
        let digits = written.folded.filter(\.isNumber)
        guard let year = Int(digits.dropFirst(6).prefix(4)), let month = Int(digits.dropFirst(10).prefix(2)), let day = Int(digits.dropFirst(12).prefix(2)) else { return false }
        return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func isOfNumbers(_ character: Character) -> Bool {
        "-()（）".contains(character) || String(character).folded.utf8.allSatisfy { $0 < 0x80 && (DocumentNumber.isDigit($0) || DocumentNumber.isLetter($0 & 0xDF)) }
    }
}
