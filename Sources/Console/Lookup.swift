import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// The search of all pages: what is typed, and what was found of it so far.
struct Lookup: Equatable, Sendable {
    var text: String
    /// Tells the answers to this text from late ones to another.
    var number: Int
    var lines: [FoundLine] = []
    var progress = SearchProgress.underway
    var selected = 0
}

extension Model {
    /// Opens the search with what stands in the line (Ctrl-F).
    mutating func openSearch() -> [Effect] {
        layers.append(.search(Lookup(text: line, number: 0)))
        return searchAgain(line)
    }

    /// Hits come in pieces; those of an earlier text are late and not shown.
    mutating func hear(found lines: [FoundLine], number: Int, _ progress: SearchProgress) {
        guard let index = layers.firstIndex(where: { if case .search(let lookup) = $0 { lookup.number == number } else { false } }),
            case .search(var lookup) = layers[index]
        else { return }
        lookup.lines += lines
        lookup.progress = progress
        layers[index] = .search(lookup)
    }

    mutating func pressInSearch(_ key: Key, _ lookup: Lookup) -> [Effect] {
        var lookup = lookup
        switch key {
        case .text(let text), .paste(let text): return searchAgain(lookup.text + text.oneLine)
        case .backspace: return searchAgain(String(lookup.text.dropLast()))
        case .down: lookup.selected = min(lookup.selected + 1, max(0, lookup.lines.count - 1))
        case .up: lookup.selected = max(0, lookup.selected - 1)
        case .pageDown: lookup.selected = min(lookup.selected + 10, max(0, lookup.lines.count - 1))
        case .pageUp: lookup.selected = max(0, lookup.selected - 10)
        case .enter:
            guard lookup.lines.indices.contains(lookup.selected) else { return [] }
            let line = lookup.lines[lookup.selected]
            layers.append(.reading(([line.page] + line.text.split(separator: "  ").map(String.init)).joined(separator: "\n")))
            return []
        case .right:
            if lookup.lines.indices.contains(lookup.selected) { correct(lookup.lines[lookup.selected]) }
            return []
        case .escape:
            layers.removeLast()
            return []
        default: return []
        }
        layers[layers.count - 1] = .search(lookup)
        return []
    }

    /// Any line can be corrected, on whatever page it stands.
    private mutating func correct(_ line: FoundLine) {
        guard !snapshot.state.withdrawn.contains(line.n) else { return alarm(Refusal.takenBack(ref: line.n).text(language)) }
        let event = snapshot.state.entry(line.n)?.event ?? line.event
        let form = event.map { factory.form(.correct(line.n, $0)) }
        guard let form, !form.isCorrectingNothing else { return alarm(FormWords.nothingToCorrect[language]) }
        layers.append(.form(form))
    }

    mutating func searchAgain(_ text: String) -> [Effect] {
        tickets += 1
        layers[layers.count - 1] = .search(Lookup(text: text, number: tickets, progress: text.isEmpty ? .complete : .underway))
        return text.isEmpty ? [] : [.search(text, number: tickets)]
    }
}
