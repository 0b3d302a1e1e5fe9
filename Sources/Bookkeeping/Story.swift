import Foundation
import Gatekeeping
import Journal
import Notation
import Wording

/// All that was written of one thing, the oldest first, in words of people: what happened, when, by whom (G8, G13, P1, C3).
public struct Story: Equatable, Sendable {
    /// One event of it.
    public struct Chapter: Equatable, Sendable {
        /// When, what and by whom, with the marks of what was entered late or taken back.
        public let heading: String
        /// What it says, one field each.
        public let details: [String]
    }

    public let chapters: [Chapter]

    /// Reads it from the page of the line that began it on: that line, all that name it, and all that name these.
    /// - Parameter showsDesk: else the lines of the desk are left out, as they are in a search.
    public init(of n: Int, in book: Book, estate: Estate, _ language: Language, showsDesk: Bool) throws(SystemFailure) {
        let first = try book.pages().last { $0.first <= n }
        var thread = StoryThread(of: n)
        try PageReader(book).read(from: first) { _, line in thread.note(line) }
        var names = LineWords(estate: estate, language: language)
        names.occurrence = thread.opener["occurrence"]?.string
        let words = StoryWords(words: names, language: language)
        let told = thread.lines.filter { showsDesk || Catalogue.isForEverybody($0.e, $0.fields) }
        chapters = told.sorted { ($0.happened, $0.n) < ($1.happened, $1.n) }.map { line in
            Chapter(heading: words.heading(line, isWithdrawn: thread.withdrawn.contains(line.n)), details: words.details(line))
        }
    }

    /// As lines of text: each heading, and its details set in.
    public var text: String {
        chapters.map { ([$0.heading] + $0.details.map { "   " + $0 }).joined(separator: "\n") }.joined(separator: "\n")
    }

    /// Reads it beside everything else; `done` gets nil where the pages cannot be read.
    static func read(
        of n: Int, in book: Book, estate: Estate, _ language: Language, showsDesk: Bool, done: @escaping @Sendable (Story?) -> Void
    ) {
        let reader = Thread { done(try? Story(of: n, in: book, estate: estate, language, showsDesk: showsDesk)) }
        reader.start()
    }
}

/// The lines that hang together with one line.
private struct StoryThread {
    private(set) var lines: [Line] = []
    private(set) var withdrawn: Set<Int> = []
    private let root: Int
    private var numbers: Set<Int>
    /// What a later page says of the line that began it, where its own page is destroyed.
    private var carried: Line?

    init(of n: Int) { (root, numbers) = (n, [n]) }

    /// The fields of the line that began it.
    var opener: JSONObject { (lines.first { $0.n == root } ?? carried)?.fields ?? [:] }

    mutating func note(_ line: Line) {
        if line.isForward {
            if line.ref == root, carried == nil { carried = line }
            return
        }
        guard line.n == root || isAbout(line) else { return }
        numbers.insert(line.n)
        lines.append(line)
        if line.e == Withdrawal.kind, let ref = line.ref { withdrawn.insert(ref) }
    }

    private func isAbout(_ line: Line) -> Bool {
        if ["ref", "settles", "contradicts", "pass", "visit"].contains(where: { line.fields[$0]?.integer.map(numbers.contains) ?? false }) { return true }
        return line.fields["alert"]?.string?.split(separator: ":").last.flatMap { Int($0) } == root
    }
}

/// What a story says of its lines.
private struct StoryWords {
    let words: LineWords
    let language: Language

    /// Numbers of lines, what the program measured, and what only the machine needs.
    private static let unsaid: Set<String> = ["ref", "settles", "contradicts", "id", "took", "keys", "draw", "alert", "of", "pass", "visit", "undoes", "defect", "shift", "state"]

    func heading(_ line: Line, isWithdrawn: Bool) -> String {
        let taken = isWithdrawn ? language.bracketed(EventWords.name(Withdrawal.kind)[language]) : nil
        let writer = line.by == "gatebook" ? nil : words.person(line.by)
        let parts = [words.moment(line.happened), EventWords.name(line.e)[language], writer].compactMap { $0 }
        return parts.joined(separator: " · ") + (words.late(line).map { language.bracketed($0) } ?? "") + (taken ?? "")
    }

    func details(_ line: Line) -> [String] {
        guard line.e != Correction.kind else { return [correction(line.fields)] }
        return line.fields.members.filter { !StoryWords.unsaid.contains($0.name) }.map { words.field($0, of: line) }
    }

    /// What stood there, what is right, and why.
    private func correction(_ fields: JSONObject) -> String {
        let name = fields["field"]?.string ?? ""
        let command = fields["of"]?.string.flatMap { Catalogue.kinds[$0]?.command } ?? ""
        let (old, new) = (fields["was"].map { words.value($0, of: name) } ?? "", fields["value"].map { words.value($0, of: name) } ?? "")
        let why = fields["why"]?.string.map { language.bracketed($0) } ?? ""
        return language.labelled(FieldWords.label(name, ofLine: command)[language], "\(old) → \(new)\(why)")
    }
}
