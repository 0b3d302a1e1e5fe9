import Notation

/// What passes at a handover that was offered, line by line, with the relief's answer to each (G10).
public struct HandoverList: Equatable, Sendable {
    /// How far a line has come.
    public enum Standing: Sendable {
        case open, accepted, asked, explained, refused
        /// What it counts is another number by now than the one that was answered.
        case changed
        /// The question was answered; the things themselves are still to be counted.
        case uncounted

        /// Nothing more is needed for signing.
        public var isSettled: Bool { !needsAnswer && self != .asked }
        /// The relief has still to answer it, or to answer it again.
        public var needsAnswer: Bool { self == .open || self == .changed || self == .uncounted }
    }

    /// A line and what was answered.
    public struct Entry: Equatable, Sendable {
        public let item: HandoverItem
        /// The line of the answer.
        public let n: Int?
        public let answer: LineAnswer?
        /// What it is about is something else by now than what was answered.
        public let isOther: Bool
        /// The list is signed: what was answered stands.
        public var isSigned = false

        public var standing: Standing {
            guard let answer else { return .open }
            let isChanged = !isSigned && (answer.expected != item.count || isOther)
            switch answer.answer {
            case .accepted: return isChanged ? .changed : .accepted
            case .refused: return isOther && !isSigned ? .changed : .refused
            case .queried where answer.explanation == nil: return .asked
            case .queried: return isChanged ? .changed : item.isCountedByHand && !isSigned ? .uncounted : .explained
            }
        }
    }

    /// The line of the offer.
    public let offer: Int
    public let entries: [Entry]

    /// Nil where nothing is offered. What came after the offer stands at the end, what was settled meanwhile is gone, and what the relief's own
    /// answers opened is no line of its own.
    public init?(_ registers: Registers, estate: Estate, post: String, now: Instant) {
        guard let offer = registers.custody[post]?.offered else { return nil }
        let answers = registers.answers.filter { $0.value.offer == offer }
        let byItem = Dictionary(answers.map { ($0.value.item, $0.key) }) { max($0, $1) }
        let items = registers.handoverItems(at: post, in: estate, now: now).filter { item in item.number.map { answers[$0] == nil } ?? true }
        let isNew = { (item: HandoverItem) in item.number.map { $0 > offer } ?? false }
        self.offer = offer
        entries = (items.filter { !isNew($0) } + items.filter(isNew)).map { item in
            let n = byItem[item.key]
            let answer = n.flatMap { answers[$0] }
            return Entry(item: item, n: n, answer: answer, isOther: answer?.saw.map { $0 != registers.digest(of: item) } ?? false)
        }
    }

    /// The list as it was signed: from the answers alone, whatever the configuration says by now of equipment, orders and times.
    /// - Parameters:
    ///   - accepted: the signature; it says which answers were lines of the list.
    ///   - registers: just before it.
    ///   - estate: only for signatures of versions that did not say which answers had no line any more.
    public init?(signed accepted: HandoverAccepted, _ registers: Registers, estate: Estate, post: String, now: Instant) {
        guard let list = HandoverList(registers, estate: estate, post: post, now: now), list.offer == accepted.ref else { return nil }
        let answers = registers.answers.filter { $0.value.offer == list.offer }
        let gone = accepted.gone.isEmpty && answers.count > accepted.lines ? answers.values.map(\.item).filter { list[$0] == nil && !$0.hasPrefix("equipment:") } : accepted.gone
        offer = list.offer
        entries = answers.compactMap { n, answer in
            guard !gone.contains(answer.item), let item = HandoverItem(key: answer.item) else { return nil }
            return Entry(item: item.counting(answer.expected), n: n, answer: answer, isOther: false, isSigned: true)
        }
        .sorted { HandoverList.rank($0, list.offer) < HandoverList.rank($1, list.offer) }
    }

    /// The order of the list: what came after the offer at the end, then as matters follow each other, kinds of things before single ones.
    private static func rank(_ entry: Entry, _ offer: Int) -> (Int, Int, Int, Int) {
        let (item, number) = (entry.item, entry.item.number ?? 0)
        return (number > offer ? 1 : 0, HandoverItem.Matter.allCases.firstIndex(of: item.matter) ?? 0, number, entry.n ?? 0)
    }

    /// Lines that the relief has not answered, or must answer again.
    public var unanswered: Int { entries.count { $0.standing.needsAnswer } }
    /// Of these, things that were asked about and not counted.
    public var uncounted: Int { entries.count { $0.standing == .uncounted } }
    /// Questions that the outgoing guard has not answered.
    public var unexplained: Int { entries.count { $0.standing == .asked } }

    /// The line that is gone on to after another: the next one that wants an answer, from the end on the first one; nil once all have it.
    public func next(after key: String) -> Entry? {
        let index = entries.firstIndex { $0.item.key == key }.map { $0 + 1 } ?? 0
        return (entries[index...] + entries[..<index]).first { $0.standing.needsAnswer && $0.item.key != key }
    }

    public subscript(key: String) -> Entry? { entries.first { $0.item.key == key } }
}
