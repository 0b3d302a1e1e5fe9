import Notation

/// A thing that the post keeps or lends: equipment, a key, a parcel, lost property (G6, S8). It has a holder at every moment.
public struct Thing: Kept {
    /// What kind of thing.
    public enum Sort: String, Choice {
        case parcel, key, equipment, lost, other
        /// A visitor badge that did not come back: it is with who left with it until it is handed in or written off (P2).
        case badge

        /// What a post takes into its keeping.
        public static let keepable = allCases.filter { $0 != .badge }

        /// One is like the other, so that at a handover they are counted and not gone through one by one.
        public var isCounted: Bool {
            switch self {
            case .parcel, .key, .equipment: true
            case .lost, .other, .badge: false
            }
        }
    }

    public var sort = Sort.parcel
    /// At which post it lies; nil on pages of versions that did not say it.
    public var post: String?
    public var what = ""
    public var unit: String?
    public var holder: String?
    public var due: Instant?
    /// When it was last lent or came back.
    public var moved: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "thing"
    public static let correctable: Set<String> = ["what", "unit", "due"]
    public static let fields: [Field<Thing>] = [
        Field("sort", \.sort, "What kind of thing."),
        Field("what", \.what, "What it is."),
        Field("unit", \.unit, "The unit it is for."),
        Field("holder", \.holder, "Who has it; missing while it is at the post."),
        Field("due", \.due, "When it is due back, or to be fetched."),
        Field("moved", \.moved, "When it was last lent or came back.", presence: .optional),
        Field("post", \.post, "At which post it lies.", presence: .optional),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Thing]> & Sendable = \.things

    /// Whether it passes from guard to guard at the post.
    public func isKept(at post: String) -> Bool { self.post.map { $0 == post } ?? true }

    /// Lies at the post among others like it.
    public var isCounted: Bool { sort.isCounted && holder == nil }

    /// Whether it should be back, or fetched, by now.
    public func isOverdue(at now: Instant) -> Bool { due.map { $0 < now } ?? false }
}
