/// A text with its insertion point, edited by what people take for one character: a Chinese one, an emoji of any length, a letter with its marks.
struct EditedText: Equatable, Sendable {
    /// What stands before the insertion point …
    private(set) var before: String
    /// … and behind it.
    private(set) var after: String

    /// The insertion point is at the end.
    init(_ text: String = "") {
        before = text
        after = ""
    }

    var text: String { after.isEmpty ? before : before + after }
    var isEmpty: Bool { before.isEmpty && after.isEmpty }
    var isAtStart: Bool { before.isEmpty }
    var isAtEnd: Bool { after.isEmpty }

    /// Puts text in at the insertion point; a combining mark joins the character before it.
    mutating func insert(_ text: String) {
        before += text
        closeCharacter()
    }

    /// Takes away the character before the insertion point.
    mutating func rubOut() {
        guard !before.isEmpty else { return }
        before.removeLast()
        closeCharacter()
    }

    /// Takes away the character behind the insertion point.
    mutating func delete() {
        guard !after.isEmpty else { return }
        after.removeFirst()
        closeCharacter()
    }

    /// The same with a dot for each character.
    var masked: EditedText {
        var copy = EditedText(String(repeating: "•", count: before.count))
        copy.after = String(repeating: "•", count: after.count)
        return copy
    }

    // MARK: Moving

    mutating func left() {
        guard let last = before.popLast() else { return }
        after.insert(last, at: after.startIndex)
    }

    mutating func right() {
        guard let first = after.first else { return }
        after.removeFirst()
        before.append(first)
    }

    mutating func home() { split(at: text.startIndex) }
    mutating func end() { self = EditedText(text) }

    /// To the beginning of the word before.
    mutating func wordLeft() {
        var index = before.endIndex
        func last() -> Kind? { index > before.startIndex ? Kind(before[before.index(before: index)]) : nil }
        while last() == .gap { index = before.index(before: index) }
        let kind = last()
        while let kind, last() == kind { index = before.index(before: index) }
        after = String(before[index...]) + after
        before = String(before[..<index])
    }

    /// Behind the end of the word that follows.
    mutating func wordRight() {
        let rest = after.drop { Kind($0) == .gap }
        let end = rest.first.map { first in rest.drop { Kind($0) == Kind(first) }.startIndex } ?? after.endIndex
        before += after[..<end]
        after = String(after[end...])
    }

    private mutating func split(at index: String.Index) {
        let whole = text
        before = String(whole[..<index])
        after = String(whole[index...])
    }

    /// What came together at the insertion point may be one character now: the point then stands behind it.
    private mutating func closeCharacter() {
        guard !before.isEmpty, !after.isEmpty else { return }
        let whole = before + after
        var index = whole.utf8.index(whole.startIndex, offsetBy: before.utf8.count)
        guard String.Index(index, within: whole) == nil else { return }
        while index < whole.endIndex, String.Index(index, within: whole) == nil { index = whole.unicodeScalars.index(after: index) }
        split(at: index)
    }

    /// What the word keys tell apart.
    private enum Kind {
        case gap, letters, ideographs

        init(_ character: Character) {
            if character.unicodeScalars.first?.properties.isIdeographic == true {
                self = .ideographs
            } else if character.isLetter || character.isNumber {
                self = .letters
            } else {
                self = .gap
            }
        }
    }
}
