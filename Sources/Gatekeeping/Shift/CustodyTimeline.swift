import Notation

/// Who was responsible for each post, minute by minute, and when nobody was (G10, P5). Judged by the events, and by the hours of the posts.
public struct CustodyTimeline: Sendable {
    /// A stretch in which one guard was responsible.
    public struct Span: Equatable, Sendable {
        public let post: String
        public let holder: String
        public let from: Instant
        /// Nil while it lasts.
        public var until: Instant?
    }

    /// A stretch in which nobody was responsible for a post that had been taken and not closed.
    public struct Gap: Equatable, Sendable {
        public let post: String
        /// Whose span it follows: who was responsible until then.
        public let holder: String
        public let from: Instant
        /// The next sign-on; nil where nobody has come.
        public let until: Instant?
        /// Nobody came when the schedule wanted the post attended again; it follows nobody's going.
        public var isLateOpening = false

        /// How many of the minutes the post was closed by plan: nobody had to be there.
        public var closedMinutes = 0

        /// Minutes as two clock times without seconds say it, without those in which the post was closed; nil while it lasts.
        public var minutes: Int? { until.map { $0.clockMinutes(since: from) - closedMinutes } }
    }

    /// The kinds of events that it needs.
    public static let kinds: Set<String> = [PostTaken.kind, HandoverAccepted.kind, PostLeft.kind, Forward<Custody>.kind]

    public private(set) var spans: [Span] = []
    public private(set) var gaps: [Gap] = []
    /// Where the running span of each post stands.
    private var running: [String: Int] = [:]
    /// Posts that were left, since when and by whom.
    private var vacant: [String: Gap] = [:]
    /// When the first line was written.
    private var beginning: Instant?
    /// Knows which posts there are, and when each is closed.
    private let estate: Estate

    public init(_ estate: Estate) { self.estate = estate }

    /// Takes in the next event.
    /// - Parameter lastSigns: when each person last wrote at the post before it: a post that is found unattended was attended until its guard last did.
    /// - Returns: the gap that ends with it.
    @discardableResult
    public mutating func note(_ event: Event, _ stamp: Stamp, lastSigns: [String: Instant] = [:]) -> Gap? {
        guard case .fact(let fact) = event else { return nil }
        beginning = beginning ?? stamp.t
        switch fact {
        case let fact as PostTaken: return take(fact, stamp, lastSigns)
        case is HandoverAccepted: begin(stamp.post, stamp.by, stamp.t)
        case let fact as PostLeft: leave(fact, stamp)
        case let fact as Forward<Custody>:
            if running[fact.item.post] == nil { begin(fact.item.post, fact.item.holder, fact.since) }
        default: break
        }
        return nil
    }

    /// Posts that nobody has taken since they were left, or since they should have been opened.
    /// - Parameter now: a post that is closed until later is not among them.
    public func open(at now: Instant? = nil) -> [Gap] {
        vacant.values.filter { gap in !gap.isLateOpening || now.map { gap.from < $0 } ?? false }.sorted { $0.post < $1.post }
    }

    /// Posts at which nobody has ever signed on, from the first line that tells of any post; not one that was closed by plan all the time.
    /// - Parameter end: when the last line was written.
    public func neverTaken(until end: Instant) -> [(post: String, from: Instant)] {
        guard let beginning else { return [] }
        let told = Set(spans.map(\.post)).union(vacant.keys)
        return estate.posts.map(\.id).filter { post in
            !told.contains(post) && end.clockMinutes(since: beginning) > estate.closedMinutes(of: post, from: beginning, until: end)
        }.map { ($0, beginning) }
    }

    private mutating func take(_ fact: PostTaken, _ stamp: Stamp, _ lastSigns: [String: Instant]) -> Gap? {
        guard fact.taking != .relief else { return nil }
        let post = stamp.post
        var left = vacant.removeValue(forKey: post)
        if fact.taking == .unattended, let span = running[post].map({ spans[$0] }) {
            left = Gap(post: post, holder: span.holder, from: max(lastSigns[span.holder] ?? span.from, span.from), until: nil)
        }
        begin(post, stamp.by, stamp.t, leaving: left?.from)
        guard let left, stamp.t.minutes(since: left.from) >= 1 else { return nil }
        var gap = Gap(post: post, holder: left.holder, from: left.from, until: stamp.t, isLateOpening: left.isLateOpening)
        gap.closedMinutes = estate.closedMinutes(of: post, from: left.from, until: stamp.t)
        guard gap.minutes ?? 0 > 0 else { return nil }
        gaps.append(gap)
        return gap
    }

    private mutating func leave(_ fact: PostLeft, _ stamp: Stamp) {
        guard fact.leaving != .relieved else { return }
        let index = running.removeValue(forKey: stamp.post)
        if let index { spans[index].until = stamp.t }
        let holder = index.map { spans[$0].holder } ?? stamp.by
        switch fact.leaving {
        case .relieved: break
        case .closing: vacant[stamp.post] = fact.opens.map { Gap(post: stamp.post, holder: holder, from: $0, until: nil, isLateOpening: true) }
        case .exception: vacant[stamp.post] = Gap(post: stamp.post, holder: holder, from: stamp.t, until: nil)
        }
    }

    /// - Parameter leaving: when the span before it ended, if not now.
    private mutating func begin(_ post: String, _ holder: String, _ from: Instant, leaving: Instant? = nil) {
        if let index = running[post] { spans[index].until = leaving ?? from }
        running[post] = spans.count
        spans.append(Span(post: post, holder: holder, from: from))
    }
}
