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
        /// When it was left, or from when on somebody should have been there, if it was closed by plan then.
        public let from: Instant
        /// The next sign-on; nil where nobody has come.
        public let until: Instant?
        /// Nobody came when the schedule wanted the post attended again; it follows nobody's going.
        public var isLateOpening = false

        /// How many of the minutes the post was closed by plan: nobody had to be there.
        public var closedMinutes = 0
        /// The wall clock was moved meanwhile.
        public var moved: MovedClock?

        /// Minutes as two clock times without seconds say it, without those in which the post was closed; nil while it lasts, and where nothing tells them.
        public var minutes: Int? { end.map { $0.clockMinutes(since: from) - closedMinutes } }

        /// When it ended by the clock by which it began.
        fileprivate var end: Instant? {
            switch moved {
            case nil: until
            case .measured(let end): end
            case .unknown: nil
            }
        }
    }

    /// A post that nobody holds though it was held.
    private struct Vacancy {
        var holder: String
        /// When it was last attended.
        var left: TimeOfWriting
        /// From when on somebody should have been there.
        var from: Instant
        var isLateOpening = false

        /// It was closed by plan when it was left, and nobody is missed before its time.
        var waits: Bool { from > left.wall }
    }

    /// The kinds of events that it needs.
    public static let kinds: Set<String> = [PostTaken.kind, HandoverAccepted.kind, PostLeft.kind, Forward<Custody>.kind]

    public private(set) var spans: [Span] = []
    public private(set) var gaps: [Gap] = []
    /// Where the running span of each post stands.
    private var running: [String: Int] = [:]
    /// When the line was written with which it began.
    private var begun: [String: TimeOfWriting] = [:]
    /// Posts that were left.
    private var vacant: [String: Vacancy] = [:]
    /// When the first line was written.
    private var beginning: Instant?
    /// Knows which posts there are, and when each is closed.
    private let estate: Estate

    public init(_ estate: Estate) { self.estate = estate }

    /// Takes in the next event.
    /// - Parameters:
    ///   - machine: when it was written by the machine's own clock, where that says anything.
    ///   - lastSigns: when each person last wrote at the post before it: a post that is found unattended was attended until its guard last did.
    /// - Returns: the gap that ends with it.
    @discardableResult
    public mutating func note(_ event: Event, _ stamp: Stamp, machine: MachineTime? = nil, lastSigns: [String: TimeOfWriting] = [:]) -> Gap? {
        guard case .fact(let fact) = event else { return nil }
        beginning = beginning ?? stamp.t
        let written = TimeOfWriting(stamp.t, machine: machine)
        switch fact {
        case let fact as PostTaken: return take(fact, stamp, written, lastSigns)
        case is HandoverAccepted: begin(stamp.post, stamp.by, written)
        case let fact as PostLeft: leave(fact, stamp, written)
        case let fact as Forward<Custody>:
            if running[fact.item.post] == nil { begin(fact.item.post, fact.item.holder, TimeOfWriting(fact.since)) }
        default: break
        }
        return nil
    }

    /// Posts that nobody has taken since they were left, or since they should have been opened.
    /// - Parameter now: a post that is closed until later is not among them.
    public func open(at now: Instant? = nil) -> [Gap] {
        vacant.filter { !$0.value.waits || now.map { [from = $0.value.from] in from < $0 } ?? false }.sorted { $0.key < $1.key }.map { post, left in
            Gap(post: post, holder: left.holder, from: left.from, until: nil, isLateOpening: left.isLateOpening)
        }
    }

    /// Posts at which nobody has ever signed on, from the first line that tells of any post; not one that was closed by plan all the time.
    /// - Parameter end: when the last line was written.
    public func neverTaken(until end: Instant) -> [(post: String, from: Instant)] {
        guard let beginning else { return [] }
        let told = Set(spans.map(\.post)).union(vacant.keys)
        return estate.posts.map(\.id).filter { !told.contains($0) }.compactMap { post in
            let from = estate.attendance(of: post, from: beginning)
            let wasOpen = end.clockMinutes(since: beginning) > estate.closedMinutes(of: post, from: beginning, until: end)
            // By a clock that was moved back no time has passed.
            return wasOpen || end < beginning && from == beginning ? (post, from) : nil
        }
    }

    private mutating func take(_ fact: PostTaken, _ stamp: Stamp, _ written: TimeOfWriting, _ lastSigns: [String: TimeOfWriting]) -> Gap? {
        guard fact.taking != .relief else { return nil }
        let post = stamp.post
        var left = vacant.removeValue(forKey: post)
        if fact.taking == .unattended, let span = running[post].map({ spans[$0] }) {
            left = vacancy(of: post, span.holder, lastSigns[span.holder] ?? begun[post] ?? TimeOfWriting(span.from))
        }
        begin(post, stamp.by, written, leaving: left?.left.wall)
        guard let gap = left.flatMap({ self.gap(after: $0, at: post, until: written) }) else { return nil }
        gaps.append(gap)
        return gap
    }

    private func vacancy(of post: String, _ holder: String, _ left: TimeOfWriting) -> Vacancy {
        Vacancy(holder: holder, left: left, from: estate.attendance(of: post, from: left.wall))
    }

    /// Nil where the post was closed all the time, or not a minute passed.
    private func gap(after left: Vacancy, at post: String, until written: TimeOfWriting) -> Gap? {
        var gap = Gap(post: post, holder: left.holder, from: left.from, until: written.wall, isLateOpening: left.isLateOpening)
        gap.moved = MovedClock(from: left.left, to: written)
        guard let end = gap.end else { return gap }
        guard end.minutes(since: left.from) >= 1 else { return nil }
        gap.closedMinutes = estate.closedMinutes(of: post, from: left.from, until: end)
        return gap.minutes ?? 0 > 0 ? gap : nil
    }

    private mutating func leave(_ fact: PostLeft, _ stamp: Stamp, _ written: TimeOfWriting) {
        guard fact.leaving != .relieved else { return }
        let index = running.removeValue(forKey: stamp.post)
        if let index { spans[index].until = stamp.t }
        let holder = index.map { spans[$0].holder } ?? stamp.by
        switch fact.leaving {
        case .relieved: break
        case .closing: vacant[stamp.post] = fact.opens.map { Vacancy(holder: holder, left: written, from: $0, isLateOpening: true) }
        case .exception: vacant[stamp.post] = vacancy(of: stamp.post, holder, written)
        }
    }

    /// - Parameter leaving: when the span before it ended, if not now.
    private mutating func begin(_ post: String, _ holder: String, _ written: TimeOfWriting, leaving: Instant? = nil) {
        if let index = running[post] { spans[index].until = leaving ?? written.wall }
        (running[post], begun[post]) = (spans.count, written)
        spans.append(Span(post: post, holder: holder, from: written.wall))
    }
}
