import Notation

/// One entry of the occurrence book (值班情況記錄, G8), open until resolved (P1).
public struct Occurrence: Carried {
    public var kind = ""
    public var text = ""
    public var place: String?
    /// At which post it was written; nil on pages of versions that did not bring it forward.
    public var post: String?
    /// Who was told, the latest; all of them stand in the journal.
    public static let toldKept = 10
    public var told: [String] = []
    /// When there was last something new.
    public var updated = Instant(milliseconds: 0)
    /// Steps of the procedure that were ticked (G5), by their ids.
    public var done: [String] = []
    /// When they were done. Those that pages of earlier versions ticked have no time, so that the latest times are those of the latest steps.
    public var doneAt: [Instant] = []
    /// The police took the case over (S4).
    public var isHandedOver = false
    /// Somebody who was detained went to a hospital instead: the police are still to take the case over (G4, S4).
    public var isOwed = false
    /// A supervisor found that it is no case for the police (S4).
    public var isDismissed = false
    /// When the latest news was entered, where that was later than it happened: nobody is silent about what they did not know of.
    public var entered: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "occurrence"
    public static let correctable: Set<String> = ["text", "place"]
    public static let fields: [Field<Occurrence>] = [
        Field("occurrence", \.kind, "Kind, by its id."),
        Field("text", \.text, "What happened."),
        Field("place", \.place, "Where."),
        Field("told", \.told, "Who was told.", presence: .optional),
        Field("updated", \.updated, "When there was last something new."),
        Field("done", \.done, "Steps of the procedure that were ticked.", presence: .optional),
        Field("doneAt", \.doneAt, "When they were done, the latest last.", presence: .optional),
        Field("handedOver", \.isHandedOver, "The police took the case over.", presence: .optional),
        Field("owed", \.isOwed, "A detained person was taken to a hospital: the police are still to take the case over.", presence: .optional),
        Field("dismissed", \.isDismissed, "A supervisor found that it is no case for the police.", presence: .optional),
        Field("entered", \.entered, "When the latest news was entered, where that was later than it happened.", presence: .optional),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
        Field("post", \.post, "At which post it was written.", presence: .optional),
    ]

    public var opened = Instant(milliseconds: 0)

    public static func place(_ item: Occurrence, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.opened = since
        registers.occurrences[opener] = item
    }

    /// Since when nothing new came: from the entry on, also where what was entered had happened before.
    public var quietSince: Instant { max(updated, entered ?? updated) }

    /// Minutes beyond the longest silence of its kind; nil while within it (P1).
    public func silence(in estate: Estate, at now: Instant) -> Int? {
        guard let kind = estate.occurrenceKind(kind) else { return nil }
        let over = now.minutes(since: quietSince) - kind.silenceMinutes
        return over > 0 ? over : nil
    }

    /// When a step was done; nil where it is not, or nobody knows any more.
    public func time(of step: String) -> Instant? {
        guard let index = done.firstIndex(of: step) else { return nil }
        let place = index - (done.count - doneAt.count)
        return doneAt.indices.contains(place) ? doneAt[place] : nil
    }

    /// Steps of its procedure that nobody has ticked yet, in their order.
    public func steps(in estate: Estate) -> [Labelled] {
        (estate.occurrenceKind(kind)?.steps ?? []).filter { !done.contains($0.id) }
    }
}

extension Estate {
    /// Whether the police must take an occurrence over before it is settled: a crime, or one of which a detained person went to a hospital, unless a
    /// supervisor found it to be none (S4, G4).
    public func isForPolice(_ occurrence: Occurrence) -> Bool {
        !occurrence.isDismissed && (occurrence.isOwed || occurrenceKind(occurrence.kind)?.isCriminal == true)
    }
}

extension Registers {
    /// Something new is known of an occurrence; what is entered late does not make the latest news older.
    mutating func update(_ occurrence: Int, by stamp: Stamp, _ change: (inout Occurrence) -> Void = { _ in }) {
        guard var item = occurrences[occurrence] else { return }
        item.updated = max(item.updated, stamp.happened)
        if stamp.at != nil { item.entered = stamp.t }
        change(&item)
        occurrences[occurrence] = item
    }
}

extension Situation {
    /// The open occurrence that a command is about; nothing of it happened before it began.
    func occurrence(_ ref: Int) throws(Refusal) -> Occurrence {
        try requireStaff()
        guard let occurrence = registers.occurrences[ref] else { throw .nothingThere(ref: ref) }
        try requireTime(notBefore: occurrence.opened)
        return occurrence
    }

    /// An earlier time that contradicts the book's own order is a mistake in entry. Clock times are entered without seconds.
    func requireTime(notBefore time: Instant) throws(Refusal) {
        guard let at, at.clockMinutes(since: time) < 0 else { return }
        throw .tooEarly(from: String(time.text(in: estate.zone).prefix(16).map { $0 == "T" ? " " : $0 }))
    }

    /// What must be said is said.
    func require(_ text: String, field: String) throws(Refusal) {
        guard !text.allSatisfy(\.isWhitespace) else { throw .missingField(field) }
    }
}
