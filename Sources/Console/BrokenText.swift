import Terminal

extension Width {
    /// A text as lines of at most `columns`: broken at a space before a Latin word that does not fit, else between characters.
    static func lines(of text: String, fitting columns: Int) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while true {
            let fitting = Width.prefix(of: rest, fitting: columns)
            guard fitting.endIndex < rest.endIndex else { return lines + [String(rest)] }
            var end = fitting.isEmpty ? rest.index(after: rest.startIndex) : fitting.endIndex
            if rest[end].isASCII, rest[end] != " ", let space = fitting.lastIndex(of: " ") { end = rest.index(after: space) }
            lines.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
    }

    /// A text as lines, of which the last one shows that more follows where they are cut.
    static func lines(of text: String, fitting columns: Int, atMost count: Int) -> [String] {
        let all = lines(of: text, fitting: columns)
        guard all.count > count, count > 0 else { return Array(all.prefix(max(0, count))) }
        return all.prefix(count - 1) + [elided(all[count - 1] + all[count], fitting: columns)]
    }
}
