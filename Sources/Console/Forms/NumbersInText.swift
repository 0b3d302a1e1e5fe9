import Notation

/// Numbers of documents that stand somewhere in a text.
extension DocumentNumber {
    /// The number that certainly stands somewhere in a text, if there is only one.
    init?(within text: String) {
        let numbers = DocumentNumber.all(in: text).filter(\.isUnmistakable)
        guard let first = numbers.first, numbers.allSatisfy({ $0 == first }) else { return nil }
        self = first
    }

    /// The text with the last four characters of every document's number in it, instead of the number (P3).
    /// - Parameter kept: what stays of a number.
    static func cut(
        in text: String, where isMeant: (DocumentNumber) -> Bool = { _ in true }, keeping kept: (DocumentNumber) -> String = \.tail
    ) -> String {
        // In groups a mainland number is one only by what they are: a bank card's number has as many digits.
        if let number = DocumentNumber(text), isMeant(number), number.kind != .resident || !text.contains(where: \.isWhitespace) { return kept(number) }
        let numbers = candidates(in: text).compactMap { word in DocumentNumber(word).map { (word, $0) } }.filter { isMeant($0.1) }
        return numbers.reduce(text) { $0.replacing($1.0, with: kept($1.1)) }
    }

    /// Every document's number that stands in a text.
    static func all(in text: String) -> [DocumentNumber] { candidates(in: text).compactMap { DocumentNumber($0) } }

    private static func candidates(in text: String) -> [String] { SpacedNumbers(text).all + words(of: text) }

    /// The runs of letters and digits, which stand in Chinese without a space around them, with the signs that people write inside numbers; where
    /// letters stand before one, as in `ID1101…`, also what comes behind them.
    private static func words(of text: String) -> [String] {
        func isInner(_ character: Character) -> Bool { "-()（）<".contains(character) }
        return text.split { !isPlain($0) && !isInner($0) }.flatMap { run in
            var word = run.drop { !isPlain($0) }
            while let last = word.last, !isPlain(last), !(")）".contains(last) && word.contains { "(（".contains($0) }) { word.removeLast() }
            return [word, word.drop { $0.isLetter }, withoutLetters(word), slipped(word) ?? ""].filter { !$0.isEmpty }.map(String.init)
        }
    }

    /// What of a word is neither letters before it nor letters behind it, an X at its end besides.
    private static func withoutLetters(_ word: Substring) -> Substring {
        guard let first = word.firstIndex(where: \.isNumber), let last = word.lastIndex(where: \.isNumber) else { return "" }
        let behind = word.index(after: last)
        return behind < word.endIndex && "xXｘＸ".contains(word[behind]) ? word[first...behind] : word[first...last]
    }

    /// A mainland number in which one or two characters too many were typed, before it or behind it, as the digit of a choice that another field was
    /// meant for.
    static func slipped(_ written: Substring) -> Substring? {
        let places = written.indices.filter { isPlain(written[$0]) }
        guard (19...20).contains(places.count) else { return nil }
        return (0...places.count - 18).map { written[places[$0]...places[$0 + 17]] }.first { rest in
            guard let number = DocumentNumber(String(rest)) else { return false }
            return number.kind == .resident && number.isRight && holdsBirthDate(rest)
        }
    }

    /// The day in the middle of a mainland number is one of the last two centuries.
    static func holdsBirthDate(_ written: Substring) -> Bool {
        let digits = String(written).folded.filter(\.isNumber)
        guard let year = Int(digits.dropFirst(6).prefix(4)), let month = Int(digits.dropFirst(10).prefix(2)), let day = Int(digits.dropFirst(12).prefix(2)) else { return false }
        return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func isPlain(_ character: Character) -> Bool { String(character).folded.utf8.allSatisfy { $0 < 0x80 && (isDigit($0) || isLetter($0 & 0xDF)) } }
}
