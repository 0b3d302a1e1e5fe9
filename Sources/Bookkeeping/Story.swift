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
        let words = StoryWords(estate: estate, language: language, opener: thread.opener)
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
        if ["ref", "settles", "contradicts", "pass"].contains(where: { line.fields[$0]?.integer.map(numbers.contains) ?? false }) { return true }
        return line.fields["alert"]?.string?.split(separator: ":").last.flatMap { Int($0) } == root
    }
}

/// What a story says of its lines, with the names that the configuration gives.
private struct StoryWords {
    let estate: Estate
    let language: Language
    /// The fields of the line that began it: what its steps are called depends on them.
    let opener: JSONObject

    /// Numbers of lines, what the program measured, and what only the machine needs.
    private static let unsaid: Set<String> = ["ref", "settles", "contradicts", "id", "took", "keys", "draw", "alert", "of", "pass"]

    func heading(_ line: Line, isWithdrawn: Bool) -> String {
        let late = line.at == nil ? nil : language.bracketed("\(HintWords.late[language]) \(moment(line.t))")
        let taken = isWithdrawn ? language.bracketed(EventWords.name(Withdrawal.kind)[language]) : nil
        let writer = line.by == "gatebook" ? nil : person(line.by)
        return ([moment(line.happened), EventWords.name(line.e)[language], writer].compactMap { $0 }.joined(separator: " · ")) + (late ?? "") + (taken ?? "")
    }

    func details(_ line: Line) -> [String] {
        let command = Catalogue.kinds[line.e]?.command ?? ""
        guard line.e != Correction.kind else { return [correction(line.fields)] }
        return line.fields.members.filter { !StoryWords.unsaid.contains($0.name) }.map { member in
            language.labelled(FieldWords.label(member.name, ofLine: command)[language], value(member.value, of: member.name))
        }
    }

    /// What stood there, what is right, and why.
    private func correction(_ fields: JSONObject) -> String {
        let name = fields["field"]?.string ?? ""
        let command = fields["of"]?.string.flatMap { Catalogue.kinds[$0]?.command } ?? ""
        let (old, new) = (fields["was"].map { value($0, of: name) } ?? "", fields["value"].map { value($0, of: name) } ?? "")
        let why = fields["why"]?.string.map { language.bracketed($0) } ?? ""
        return language.labelled(FieldWords.label(name, ofLine: command)[language], "\(old) → \(new)\(why)")
    }

    private func value(_ value: JSON, of field: String) -> String {
        if let items = value.array { return items.map { self.value($0, of: field) }.joined(separator: language.listSeparator) }
        guard let text = value.string else { return FieldWords.value(value, of: field)[language] }
        if let time = Instant(text) { return moment(time) }
        return configured(text, field) ?? FieldWords.choice(text, of: field)[language]
    }

    /// The name of an id of the configuration; nil for what is none.
    private func configured(_ id: String, _ field: String) -> String? {
        func name(_ items: [Labelled]?) -> String? { items?.first { $0.id == id }?.name[language] }
        switch field {
        case "occurrence": return estate.occurrenceKind(id)?.name[language]
        case "step": return name(opener["occurrence"]?.string.flatMap { estate.occurrenceKind($0)?.steps })
        case "purpose": return estate.purpose(id)?.name[language]
        case "document": return estate.identification(id)?.name[language]
        case "vehicle": return name(estate.vehicleKinds)
        case "emergency": return name(estate.emergencyServices)
        case "reason": return name(estate.refusalReasons)
        case "department": return name(estate.desk?.departments)
        case "topic": return name(estate.desk?.topics)
        case "activity": return estate.desk?.activity(id)?.name[language]
        case "area": return estate.buildings.first { $0.id == id }?.name[language]
        case "route": return estate.route(id)?.name[language]
        case "checkpoint", "unseen", "place": return (estate.checkpoint(id)?.name ?? estate.post(id)?.name)?[language]
        case "item": return items(id)
        default: return estate.person(id) == nil ? nil : person(id)
        }
    }

    /// Items of a checkpoint or of a post's equipment, which may stand together with spaces between.
    private func items(_ ids: String) -> String {
        let known = estate.checkpoints.flatMap(\.items) + estate.posts.flatMap(\.equipment)
        return ids.split(separator: " ").map { id in known.first { $0.id == id }?.name[language] ?? String(id) }.joined(separator: language.listSeparator)
    }

    private func person(_ number: String) -> String { estate.person(number).map { "\(number) \($0.name)" } ?? number }

    private func moment(_ time: Instant) -> String { String(time.text(in: estate.zone).prefix(16)).replacing("T", with: " ") }
}
