import Notation

/// The relief's answer to one line of a handover that is under way (G10).
public struct LineAnswer: Kept {
    /// What the relief says to a line.
    public enum Answer: String, Choice {
        case accepted, queried, refused
    }

    /// The line of the offer.
    public var offer = 0
    /// The key of the line.
    public var item = ""
    public var answer = Answer.accepted
    /// The question, or the reason.
    public var text: String?
    /// What was counted.
    public var count: Int?
    /// What the book said there were.
    public var expected: Int?
    /// What the outgoing guard answered to the question.
    public var explanation: String?
    /// What had been asked before it was answered otherwise.
    public var asked: String?
    /// A digest of what the line was about when it was answered.
    public var saw: String?

    public init() {}

    public static let forwardName = "answer"
    public static let fields: [Field<LineAnswer>] = [
        Field("offer", \.offer, "The offer."),
        Field("item", \.item, "The line, by its key."),
        Field("answer", \.answer, "Accepted, queried or refused."),
        Field("text", \.text, "The question, or the reason."),
        Field("count", \.count, "What was counted."),
        Field("expected", \.expected, "What the book said."),
        Field("explanation", \.explanation, "What the outgoing guard answered."),
        Field("asked", \.asked, "What had been asked before it was answered otherwise.", presence: .optional),
        Field("saw", \.saw, "A digest of what the line was about when it was answered.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: LineAnswer]> & Sendable = \.answers

    /// The relief counted something else than the book says.
    public var differs: Bool { answer == .accepted && count != expected }
}

/// The relief answers one line of the handover (接班逐項點交, G10, P5).
public struct HandoverAnswered: Fact {
    public static let kind = "handover.answered"
    public static let command: String? = "handover.answer"
    public static let meaning = "The relief answers one line of the handover: accepted (things counted), queried, or refused with the reason (G10)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var ref = 0
    public var item = ""
    public var answer = LineAnswer.Answer.accepted
    public var text: String?
    public var count: Int?
    public var expected: Int?
    public var occurrence: String?
    public var undoes: Int?
    public var defect: Int?
    public var saw: String?
    /// What the refused line said of its matter; missing in lines of versions that did not keep it.
    public var about: JSONObject?

    public init() {}
    public init(ref: Int, item: String, answer: LineAnswer.Answer = .accepted, text: String? = nil, count: Int? = nil) {
        (self.ref, self.item, self.answer, self.text, self.count) = (ref, item, answer, text, count)
    }

    public static let fields: [Field<HandoverAnswered>] = [
        Field("ref", \.ref, "The offer."),
        Field("item", \.item, "The line, by its key, as `report handover` names it.", names: .key),
        Field("answer", \.answer, "Accepted, queried (with the question) or refused (with the reason)."),
        Field("text", \.text, "The question, the reason, or a remark."),
        Field("count", \.count, "How many were counted. Things and equipment want it; of who is inside those of the book if missing."),
        Field("expected", \.expected, "How many the book says.", presence: .derived),
        Field("occurrence", \.occurrence, "The kind of the occurrence that a differing count opens.", presence: .derived),
        Field("undoes", \.undoes, "The line of the earlier answer whose consequence this one undoes: what went to the supervisor, or what a count opened.", presence: .derived, names: .line),
        Field("defect", \.defect, "The line of the open defect of the same thing, on which the count is noted; a differing count opens none then.", presence: .derived, names: .line),
        Field("saw", \.saw, "A digest of what the line is about: changed before the handover is signed, it is answered anew.", presence: .derived),
        Field("about", \.about, "What a refused line said of its matter, by the fields of the matter; long texts are shortened.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> HandoverAnswered {
        let entry = try situation.handoverLine(item, of: ref)
        if answer != .accepted { try situation.require(text ?? "", field: "text") }
        guard answer == .accepted && entry.item.count != nil || count == nil else { throw .unknownField("count") }
        if let count, count < 0 { throw .unknownValue(field: "count", value: String(count), known: []) }
        if answer == .accepted, entry.item.isCountedByHand, count == nil { throw .notCounted }
        var copy = self
        copy.expected = entry.item.count
        copy.saw = situation.registers.digest(of: entry.item)
        if answer == .refused { copy.about = situation.registers.words(of: entry.item, at: situation.post, in: situation.estate.zone) }
        if answer == .accepted { copy.count = count ?? entry.item.count }
        if let before = entry.answer, before.answer == answer, before.text == text, before.count == copy.count, before.expected == copy.expected, before.saw == copy.saw {
            throw .alreadyRecorded
        }
        copy.undoes = entry.n.flatMap { situation.registers.hasConsequence(ofAnswer: $0) ? $0 : nil }
        copy.defect = situation.openDefect(for: copy)
        if copy.count != copy.expected, answer == .accepted, case .occurrence = entry.item.difference {
            let kinds = situation.estate.occurrenceKinds
            copy.occurrence = (kinds.first { $0.id == "other" } ?? kinds.last)?.id
        }
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var given = LineAnswer()
        (given.offer, given.item, given.answer, given.text, given.count) = (ref, item, answer, text, count)
        (given.expected, given.since, given.saw) = (expected, stamp.happened, saw)
        if let before = registers.answers.values.first(where: { $0.offer == ref && $0.item == item }), before.explanation != nil {
            // A new question wants an answer of its own; what was asked and answered before stays with it.
            given.asked = [before.asked ?? before.text, answer == .queried ? before.explanation : nil].compactMap { $0 }.joined(separator: " → ")
            given.explanation = answer == .queried ? nil : before.explanation
        }
        registers.answers = registers.answers.filter { $0.value.offer != ref || $0.value.item != item }
        if let undoes { registers.undo(answer: undoes) }
        registers.answers[stamp.n] = given
        if answer == .refused { registers.refer(.refused, item: item, about: about, text ?? "", stamp) }
        if let defect, let count, let expected {
            registers.defects[defect]?.note(count, of: expected)
        } else if given.differs {
            noteDifference(&registers, stamp)
        }
    }

    /// What is counted, as a defect names it.
    fileprivate var thing: String { HandoverItem(key: item)?.name ?? item }

    private func noteDifference(_ registers: inout Registers, _ stamp: Stamp) {
        let counts = "\(count ?? 0)/\(expected ?? 0)"
        switch HandoverItem(key: item)?.difference {
        case .defect:
            var defect = Defect()
            (defect.place, defect.item, defect.text, defect.found) = (stamp.post, thing, text.map { "\($0) \(counts)" } ?? counts, stamp.happened)
            registers.defects[stamp.n] = defect
        case .occurrence:
            var opened = Occurrence()
            (opened.kind, opened.text, opened.place, opened.updated, opened.opened) = (occurrence ?? "", "\(text ?? item) \(counts)", stamp.post, stamp.happened, stamp.happened)
            opened.post = stamp.post
            registers.occurrences[stamp.n] = opened
        case .nothing, nil: break
        }
    }
}

/// The outgoing guard answers a question of the relief (G10).
public struct HandoverExplained: Fact {
    public static let kind = "handover.explained"
    public static let command: String? = "handover.explain"
    public static let meaning = "The outgoing guard answers the relief's question about a line of the handover (G10)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var ref = 0
    public var text = ""

    public init() {}

    public static let fields: [Field<HandoverExplained>] = [
        Field("ref", \.ref, "The line of the question."),
        Field("text", \.text, "The answer."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> HandoverExplained {
        try situation.requireStaff()
        guard let asked = situation.registers.answers[ref], asked.answer == .queried else { throw .nothingThere(ref: ref) }
        guard let custody = situation.registers.custody[situation.post], custody.offered == asked.offer else { throw .notOffered }
        guard custody.holder == situation.by else { throw .notOnDuty(situation.by) }
        try situation.require(text, field: "text")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.answers[ref]?.explanation = text }
}

extension Situation {
    /// The defect that stands open at the post for the same thing: what is missing is missing once, however often it is counted (G6).
    fileprivate func openDefect(for answer: HandoverAnswered) -> Int? {
        guard answer.answer == .accepted, answer.count != nil, case .defect = HandoverItem(key: answer.item)?.difference else { return nil }
        guard let open = registers.openDefect(of: answer.thing, at: post, except: answer.undoes) else { return nil }
        return answer.count != answer.expected || open.value.isCounted ? open.key : nil
    }

    /// The line of the handover that the relief, and nobody else, answers.
    fileprivate func handoverLine(_ key: String, of offer: Int) throws(Refusal) -> HandoverList.Entry {
        try requireRelief(of: offer)
        guard let list = HandoverList(registers, estate: estate, post: post, now: now) else { throw .notOffered }
        guard let entry = list[key] else {
            let open = list.entries.filter { $0.standing.needsAnswer }.prefix(20)
            throw .unknownValue(field: "item", value: key, known: open.map(\.item.key))
        }
        return entry
    }

    /// Whoever asks has signed on as relief of the guard who made the offer.
    func requireRelief(of offer: Int) throws(Refusal) {
        try requireStaff()
        guard let custody = registers.custody[post] else { throw .postUnattended }
        guard custody.offered == offer else { throw .notOffered }
        guard custody.holder != by else { throw .ownHandover }
        guard custody.relief == by else { throw .notRelief }
    }
}

extension Registers {
    /// Whether something stands open that an answer alone opened: nobody has worked on it since.
    fileprivate func hasConsequence(ofAnswer line: Int) -> Bool {
        if let occurrence = occurrences[line] {
            let isTouched = evidence.values.contains { $0.occurrence == line } || detained.values.contains { $0.occurrence == line }
            return !isTouched && occurrence.updated == occurrence.opened && occurrence.told.isEmpty && occurrence.done.isEmpty
        }
        if let defect = defects[line] { return defect.assignee == nil && defect.repairer == nil }
        return referrals[line] != nil
    }

    /// Takes back what an answer opened: the line was answered again.
    fileprivate mutating func undo(answer line: Int) {
        (referrals[line], defects[line], occurrences[line]) = (nil, nil, nil)
    }

    /// A handover that is over, or begun anew, has no answers.
    mutating func dropAnswers(at post: String) {
        guard let offer = custody[post]?.offered else { return }
        answers = answers.filter { $0.value.offer != offer }
    }
}
