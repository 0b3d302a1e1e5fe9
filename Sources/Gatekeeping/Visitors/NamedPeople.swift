import Readings

/// Whoever a text names, however they were put side by side: `李娜/王強`, `李娜和王強`, `Li Na 王強`, `Li Na and John Smith`.
///
/// What is split too much costs a question while somebody of that name is suspicious; what is split too little lets him in with another's document (P3).
enum NamedPeople {
    /// For how many people there is room in the field.
    enum Field {
        /// For one: `Smith, John` is a person, and Chinese words with a space between them are.
        case one
        /// For several.
        case several
    }

    /// The people, the first named first; the text itself where nobody can be told in it.
    static func all(in text: String, _ field: Field) -> [String] {
        let spaced = text.replacing(" - ", with: "/").replacing(" · ", with: "/")
        let runs = withAnd(spaced).split(whereSeparator: isBetweenPeople).flatMap { apartAtCommas(String($0), field) }.flatMap(inOneScript)
        let names = runs.flatMap { isChinese($0) ? chinese($0, field) : latin($0) }
        let people = names.filter { !SeenName.isTitle($0) }.enumerated().flatMap { $0 == 0 ? [$1] : [$1] + withoutAnd($1) }
        return people.isEmpty ? [text] : people
    }

    /// Several people, clearly: with an enumeration comma, a stroke, a plus, or a word for "and" between them. What stands behind another sign may be a remark.
    static func isJoined(_ text: String) -> Bool {
        if text.contains(where: { "、/／+＋".contains($0) || ampersands.contains($0) && isChinese(text) }) { return true }
        guard isChinese(text) else { return latin(withAnd(text)).count > 1 }
        return text.split(whereSeparator: isBetweenPeople).contains { joined($0.split(separator: " ").joined()).count > 1 }
    }

    /// In Chinese letters they part the names of one person: 買買提·吐爾遜.
    private static let dots: Set<Character> = ["·", "・", "•"]
    private static let inner: Set<Character> = [".", "'", "’", "-"]
    private static let commas: Set<Character> = [",", "，"]
    private static let ampersands: Set<Character> = ["&", "＆"]
    private static let and: Set<Character> = ["和", "與", "与", "跟", "及", "同", "帶", "带"]

    /// Strokes, brackets, digits, pluses: nothing that stands in a name.
    private static func isBetweenPeople(_ character: Character) -> Bool {
        !character.isLetter && !character.isWhitespace && !inner.contains(character) && !dots.contains(character) && !commas.contains(character)
    }

    private static func isChinese(_ character: Character) -> Bool { character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
    private static func isChinese(_ text: String) -> Bool { text.contains(where: isChinese) }

    private static func apartAtCommas(_ text: String, _ field: Field) -> [String] {
        let parts = text.split(whereSeparator: commas.contains).map(trimmed).filter { !$0.isEmpty }
        let isOne = field == .one && parts.count == 2 && parts.contains { !$0.contains(" ") } && !isChinese(text)
        return isOne ? [trimmed(text[...])] : parts
    }

    /// Chinese beside Latin letters is something else.
    private static func inOneScript(_ text: String) -> [String] {
        var runs: [String] = []
        for character in text {
            let isNeutral = character.isWhitespace || inner.contains(character) || dots.contains(character)
            if let last = runs.last, isNeutral || isChinese(last) == isChinese(character) {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
        return runs.map { trimmed($0[...]) }.filter { $0.contains(where: \.isLetter) }
    }

    /// The word for an ampersand, which between Latin letters may be a company's.
    private static func withAnd(_ text: String) -> String {
        guard text.contains(where: ampersands.contains) else { return text }
        let parts = text.split(whereSeparator: ampersands.contains).map { trimmed($0) }
        return parts.dropFirst().reduce(parts.first ?? "") { before, part in
            before + (isChinese(before.suffix(1).description) || isChinese(part.prefix(1).description) ? "/" : " and ") + part
        }
    }

    /// On either side of "and" stands a name of more than a word, or else it is a company's.
    private static func latin(_ text: String) -> [String] {
        let words = text.split(separator: " ")
        let names = words.split { ["and", "with"].contains($0.lowercased()) }
        return (names.allSatisfy { $0.count > 1 } ? names : [words[...]]).map { $0.joined(separator: " ") }
    }

    private static func chinese(_ text: String, _ field: Field) -> [String] {
        text.split(whereSeparator: inner.contains).flatMap { part in
            let words = part.split(separator: " ").map(String.init)
            let joined = joined(words.joined())
            guard joined.count == 1 else { return joined }
            return field == .several && words.allSatisfy { $0.count > 1 } ? words : [words.joined(separator: " ")]
        }
    }

    /// Names that a word for "and" joins: on either side stands enough for a name, so 和 within one is none.
    private static func joined(_ text: String) -> [String] {
        var names: [String] = []
        var begin = text.startIndex
        for place in text.indices where and.contains(text[place]) {
            let (before, behind) = (text[begin..<place], text[place...].dropFirst())
            guard before.count > 1, SeenName.countWithoutTitle(String(behind)) > 1 else { continue }
            names.append(String(before))
            begin = behind.startIndex
        }
        return names + [String(text[begin...])]
    }

    /// The name behind a word for "and" that was left before it, beside somebody else.
    private static func withoutAnd(_ name: String) -> [String] {
        guard name.count > 2, let first = name.first, and.contains(first) || first == "其" else { return [] }
        return [String(name.dropFirst())]
    }

    private static func trimmed(_ text: Substring) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
