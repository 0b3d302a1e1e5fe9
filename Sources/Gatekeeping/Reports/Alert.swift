import Notation

/// Something that needs somebody's eye now.
public struct Alert: Equatable, Sendable {
    /// What it is about, the most urgent first.
    public enum Kind: String, CaseIterable, Sendable {
        case relief, detained, silent, police, round, emergency, overstay, task, matter, thing, defect, look, exception, signature, referral, outage, order, inspection, certificate, plan

        /// Stands in the list, but is not called out in the top bar.
        public var isQuiet: Bool { [.order, .inspection, .certificate, .plan].contains(self) }
    }

    public let kind: Kind
    /// The number of the line it is about, or an id of the configuration.
    public let about: String

    /// Stays the same as long as the matter does: what is put off is known by it.
    public var key: String { kind.rawValue + ":" + about }
    /// The line that it is about.
    public var line: Int? { Int(about) }
}

/// All that needs somebody's eye, as one list ranked by urgency.
public struct Alerts: Sendable {
    let registers: Registers
    let estate: Estate
    let now: Instant
    /// The post whose orders and inspections count, and who holds it.
    let post: String
    let holder: String

    public init(_ registers: Registers, estate: Estate, now: Instant, post: String, holder: String) {
        (self.registers, self.estate, self.now, self.post, self.holder) = (registers, estate, now, post, holder)
    }

    /// The alerts of now, the most urgent first; what was put off is not among them until its time, the next guard, or news.
    public var all: [Alert] {
        Alert.Kind.allCases.flatMap { kind in about(kind).map { Alert(kind: kind, about: $0) } }
            .filter { alert in !registers.postponed.values.contains { $0.hides(alert, state: state(of: alert), in: registers, at: now) } }
    }

    /// Minutes since this post's relief should have come (P5); of another post's the supervisor's referral tells.
    public var reliefLate: Int? { registers.custody[post]?.reliefLate(in: estate, at: now) }

    private func lines<Item>(_ items: [Int: Item], where isIncluded: (Item) -> Bool) -> [String] {
        items.filter { isIncluded($0.value) }.keys.sorted().map(String.init)
    }

    private func about(_ kind: Alert.Kind) -> [String] {
        switch kind {
        case .relief: reliefLate == nil ? [] : [post]
        case .detained: lines(registers.detained) { _ in true }
        case .silent: lines(registers.occurrences) { $0.silence(in: estate, at: now) != nil }
        case .police: lines(registers.occurrences) { estate.isForPolice($0) && !$0.isHandedOver }
        case .round: roundsToDepart.map(\.route.id)
        case .emergency: lines(registers.visits, where: \.isIncomplete)
        case .overstay:
            lines(registers.visits) { $0.overstay(in: estate, at: now) != nil } + lines(registers.stays) { $0.overstay(in: estate, at: now) != nil }
        case .task: lines(registers.tasks) { $0.until.map { $0 <= now } ?? false }
        case .thing: lines(registers.things) { $0.isOverdue(at: now) }
        case .defect: lines(registers.defects) { $0.isOverdue(at: now) }
        case .look: registers.looksDue(in: estate, at: now).filter(\.isPressing).map(\.checkpoint.id)
        case .exception: lines(registers.exceptions) { _ in true }
        case .signature: registers.witnessed.keys.sorted().map(String.init)
        case .referral: registers.referrals.keys.sorted().map(String.init)
        case .outage: lines(registers.outages) { _ in true }
        case .order: holder.isEmpty ? [] : registers.unread(by: holder, at: post, in: estate).map(\.id)
        case .inspection: isInspectionMissing ? [post] : []
        case .matter: lines(registers.matters) { $0.isPressing(in: estate, at: now) }
        case .plan: isDesk ? Array(YearPlan(registers, estate: estate, now: now).thisWeek.map(\.key).prefix(1)) : []
        case .certificate: registers.certificates(in: estate, runningOutAt: now).map { String($0.key) }
        }
    }

    fileprivate var roundsToDepart: [DueRound] { registers.roundsDue(in: estate, at: now).filter { $0.due <= now && $0.deadline >= now } }

    private var isDesk: Bool { estate.post(post)?.isDesk == true }

    /// At least one inspection a shift is expected (S2): asked for when half of the shift is over.
    private var isInspectionMissing: Bool {
        guard !holder.isEmpty, !isDesk, let half = shiftMiddle, let began = registers.began, began < half.start else { return false }
        return now >= half.middle && (registers.inspected[post].map { $0 < half.start } ?? true)
    }

    fileprivate var shiftMiddle: (start: Instant, middle: Instant)? {
        estate.shift(at: now).map { ($0.from, $0.from.adding(minutes: $0.until.minutes(since: $0.from) / 2)) }
    }
}

extension Alerts {
    /// How what an alert is about stands: while its key stays the same, another state is a new matter. Nil where the key alone says all.
    func state(of alert: Alert) -> String? {
        let n = alert.line ?? 0
        switch alert.kind {
        case .relief: return said(registers.custody[alert.about]?.reliefDue(in: estate))
        case .silent: return said(registers.occurrences[n]?.updated)
        case .round: return roundsToDepart.filter { $0.route.id == alert.about }.map { $0.due.text(in: estate.zone) }.joined(separator: " ")
        case .task: return said(registers.tasks[n]?.until)
        case .matter: return said(registers.matters[n]?.due(in: estate), registers.matters[n]?.next.rawValue)
        case .thing: return said(registers.things[n]?.due, registers.things[n]?.holder)
        case .defect: return said(registers.defects[n]?.until, registers.defects[n]?.assignee)
        case .look: return said(registers.looks[alert.about])
        case .order: return estate.order(alert.about).map { "\(holder) \($0.version)" }
        case .inspection: return said(shiftMiddle?.start)
        case .detained, .police, .emergency, .overstay, .exception, .signature, .referral, .outage, .certificate, .plan: return nil
        }
    }

    private func said(_ time: Instant?, _ words: String? = nil) -> String? {
        let parts = [time.map { $0.text(in: estate.zone) }, words].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

/// A checkpoint and when it must be looked at again (S3).
public struct LookDue: Sendable {
    public let checkpoint: Checkpoint
    /// When it was looked at last, since the book began.
    public let last: Instant?
    /// When it must be looked at again.
    public let deadline: Instant
    /// From when on it is said: a twelfth of the allowed time before.
    public let announced: Instant
    public let isPressing: Bool
}

extension Registers {
    /// All checkpoints by when they must be looked at, fire equipment first (S3): so that it shows before it is late.
    public func looksDue(in estate: Estate, at now: Instant) -> [LookDue] {
        let all = estate.checkpoints.map { checkpoint in
            let deadline = (looks[checkpoint.id] ?? began ?? now).adding(minutes: checkpoint.longestMinutes)
            let announced = deadline.adding(minutes: -checkpoint.longestMinutes / 12)
            return LookDue(checkpoint: checkpoint, last: looks[checkpoint.id], deadline: deadline, announced: announced, isPressing: announced <= now)
        }
        return all.filter { $0.checkpoint.kind == .fire }.sorted { $0.deadline < $1.deadline }
            + all.filter { $0.checkpoint.kind != .fire }.sorted { $0.deadline < $1.deadline }
    }
}
