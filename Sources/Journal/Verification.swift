import Cores
import Notation

/// One thing that a verification found in a page.
public struct PageFinding: Equatable, Sendable {
    /// What is found.
    public enum Fault: Equatable, Sendable {
        case line(LineDamage)
        /// The line names another line before it than the one that stands there.
        case chainBroken
        /// The sequence number does not follow.
        case numberOutOfOrder(expected: Int, found: Int)
        /// The page's name says another first number, book or day.
        case nameDiffers
        /// The bytes behind the page's last line are not those that the next page names.
        case tailDiffers
        /// The page does not begin with a whole block of what is brought forward.
        case openingDamaged
        case unreadable(SystemFailure)
        /// What is brought forward is not what the page before leaves open.
        case forwardDiffers
        /// The ledger's rules forbid what the line says; the code is the ledger's.
        case rule(String)
        /// A kind or a content that this program does not know: a newer one may have written it.
        case unknownKind(String)
        /// A text has a control character, or one that turns text around: none ever reaches a line.
        case harmfulText
        /// Entered so many minutes after it happened, more than an hour.
        case late(minutes: Int)
        /// The wall clock moved so many seconds against the machine's own time since the line before.
        case clockJumped(seconds: Int)
        /// Nobody was responsible for a post.
        case custodyGap(CustodyGap)
        /// The book does not begin with its first line: the pages that held the lines up to this one were taken away.
        case earlierGone(last: Int)
    }

    /// The page's file name.
    public let file: String
    /// The line in it, from 1.
    public let line: Int
    public let fault: Fault
    /// The page after it already names it: bytes that were never a trusted line.
    public var isDeclared = false

    /// Worth knowing, but no damage: what honest people and clocks do.
    public var isRemark: Bool {
        switch fault {
        case .unknownKind, .late, .clockJumped, .custodyGap, .earlierGone: true
        case .line, .chainBroken, .numberOutOfOrder, .nameDiffers, .tailDiffers, .openingDamaged, .unreadable, .forwardDiffers, .rule, .harmfulText: false
        }
    }

    /// Whether it tells of damage or of a broken rule that no later page has named.
    public var isDamage: Bool { !isDeclared && !isRemark }
}

/// How much a verification looks at.
public enum VerificationDepth: Sendable {
    /// Each line's seal, the chain and the numbers.
    case chain
    /// Also every line's content, what is brought forward against the page before, rules and clocks.
    case replay
}

/// Checks every page of a book, on all cores. Pages are checked alone and joined in the order of the chain.
public struct Verification<L: Ledger> {
    public private(set) var findings: [PageFinding] = []
    public private(set) var pages = 0
    public private(set) var lines = 0
    /// The number of the last line that was seen.
    public var lastNumber: Int { end?.n ?? 0 }
    /// The seal of the last line that was seen: written down elsewhere, it proves later what stood here.
    public var head: String { end?.seal ?? firstSeal }
    private var end: ChainEnd?
    /// Up to which line the pages were taken away that came first: nothing is known of them.
    public private(set) var goneUntil: Int?

    private let ledger: L
    private let depth: VerificationDepth

    public init(_ ledger: L, depth: VerificationDepth = .replay) {
        self.ledger = ledger
        self.depth = depth
    }

    /// Whether nothing was found that no later page has named.
    public var isSound: Bool { !findings.contains(where: \.isDamage) }

    /// Whether nothing of the kind was found before a line of a page, or at it.
    public func isSound(upTo line: Int, of file: String) -> Bool {
        guard let last = ranks[file] else { return isSound }
        return !findings.contains { $0.isDamage && (ranks[$0.file] ?? 0, $0.line) <= (last, line) }
    }

    /// The order of the pages, by their file names.
    private var ranks: [String: Int] = [:]

    /// Checks the pages of `book`.
    /// - Parameter progress: is told now and then how many pages of how many are done.
    public mutating func check(_ book: Book, progress: (Int, Int) -> Void = { _, _ in }) throws(SystemFailure) {
        let names = try book.pages()
        let (ledger, depth) = (ledger, depth)
        if let first = names.first, first.first > 1 {
            goneUntil = first.first - 1
            findings.append(PageFinding(file: first.file, line: 1, fault: .earlierGone(last: first.first - 1)))
        }
        inOrder(names.count) { index in
            let next = names.indices.contains(index + 1) ? names[index + 1] : nil
            return PageCheck(of: names[index], in: book, before: next, ledger, depth)
        } take: { index, check in
            join(check)
            progress(index + 1, names.count)
            return true
        }
        pages = names.count
        ranks = Dictionary(names.enumerated().map { ($0.element.file, $0.offset) }) { first, _ in first }
        for (index, gap) in ledger.gaps(in: custodyLines, until: ended?.wall) where custodyLines.indices.contains(index) {
            findings.append(PageFinding(file: custodyLines[index].file, line: custodyLines[index].number, fault: .custodyGap(gap)))
        }
    }

    /// The lines of all pages that tell who is responsible, and when each person last wrote at each post.
    private var custodyLines: [CustodyLine] = []
    private var lastSigns: [String: [String: TimeOfWriting]] = [:]
    /// When the last line was written.
    private var ended: TimeOfWriting?

    private mutating func joinCustody(_ check: PageCheck) {
        custodyLines += check.custodyLines.map { line in
            var line = line
            line.lastSigns.merge(lastSigns[line.line.g] ?? [:]) { latest, _ in latest }
            return line
        }
        lastSigns.merge(check.lastSigns) { $0.merging($1) { $1 } }
        ended = check.ended ?? ended
    }

    /// Puts a page behind the ones before it: does its beginning fit their end?
    private mutating func join(_ check: PageCheck) {
        if let opened = check.opened, let end, let gap = opened.fields["gap"]?.integer, (1...largestNumber).contains(gap), opened.fields["last"]?.integer == end.n {
            self.end?.n += gap
        }
        if let begin = check.begin {
            // What came before the first page is not known, unless that is the first ever.
            let before = end ?? ChainEnd(n: check.name.first - 1, seal: check.name.first > 1 ? begin.previous : firstSeal)
            if begin.previous != before.seal { note(check, begin.line, .chainBroken) }
            if begin.n != before.n + 1 { note(check, begin.line, .numberOutOfOrder(expected: before.n + 1, found: begin.n)) }
        }
        if let expected = forward, let found = check.forward {
            let equal = zip(expected, found).prefix { $0.isSaid(by: $1, ledger.addedLater(to: $0.e)) }.count
            if equal < max(expected.count, found.count) { note(check, 2 + equal, .forwardDiffers) }
        }
        if let ended, let jump = check.began?.jump(since: ended) { note(check, 1, .clockJumped(seconds: jump)) }
        forward = check.broughtForward
        findings += check.findings
        joinCustody(check)
        lines += check.lines
        end = check.end ?? end
    }

    /// What the page before leaves open, if it could be folded.
    private var forward: [ForwardEntry]?

    private mutating func note(_ check: PageCheck, _ line: Int, _ fault: PageFinding.Fault) {
        findings.append(PageFinding(file: check.name.file, line: line, fault: fault))
    }
}

/// A line brought forward, as far as two of them are compared.
struct ForwardEntry: Equatable, Sendable {
    var e: String
    var fields: JSONObject

    /// Whether a page says the same, leaving out no field but one that its version may not have known.
    func isSaid(by found: ForwardEntry, _ addedLater: Set<String>) -> Bool {
        if self == found { return true }
        var known = self
        for name in addedLater where found.fields[name] == nil { known.fields[name] = nil }
        return known == found
    }
}
