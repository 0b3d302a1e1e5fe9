import Notation

/// One line of what passes from guard to guard at the handover (G10), known by a key that stays the same while the matter is open.
public struct HandoverItem: Equatable, Sendable {
    /// What it is about, in the order of the list: what the outgoing guard says, people, then what is open, then what is counted.
    public enum Matter: String, CaseIterable, Sendable {
        case remark, suspect, detained, occurrence, evidence, round, missed, exception, signature, referral, task, reply, defect, outage
        case inside, vehicles, waiting, overstays, badges, thing, pass, equipment, order
    }

    public let matter: Matter
    /// The line that opened it, where one did.
    public let number: Int?
    /// The configuration's id of it, where it has one.
    public let name: String?
    /// What the book says there are, where the line is accepted by count.
    public let count: Int?

    init(_ matter: Matter, number: Int? = nil, name: String? = nil, count: Int? = nil) {
        (self.matter, self.number, self.name, self.count) = (matter, number, name, count)
    }

    /// Reads a key; what it counts is not in it.
    public init?(key: String) {
        let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
        guard let matter = parts.first.flatMap(Matter.init) else { return nil }
        let rest = parts.dropFirst().first
        self.init(matter, number: rest.flatMap { Int($0) }, name: rest.flatMap { Int($0) == nil ? $0 : nil })
    }

    /// The same line, with what the book says there are.
    func counting(_ count: Int?) -> HandoverItem { HandoverItem(matter, number: number, name: name, count: count) }

    /// As `occurrence:12`, `equipment:radio`, `inside`.
    public var key: String {
        guard let subject = number.map(String.init) ?? name else { return matter.rawValue }
        return "\(matter.rawValue):\(subject)"
    }

    /// Things lie at the post and are counted by hand; who is inside is accepted by the count of the book (G10).
    public var isCountedByHand: Bool { count != nil && isThing }
    /// It is about things that lie at the post, or should.
    public var isThing: Bool { matter == .thing || matter == .equipment }

    /// What a count becomes that is not the book's.
    enum Difference {
        case defect, occurrence, nothing
    }

    /// Missing things are a defect, missing people an occurrence; who is over time changes with the clock alone.
    var difference: Difference {
        switch matter {
        case .thing, .equipment, .badges: .defect
        case .inside, .vehicles: .occurrence
        case .remark, .suspect, .detained, .occurrence, .evidence, .round, .missed, .exception, .signature, .referral, .task, .reply, .defect, .outage, .waiting, .overstays, .pass, .order: .nothing
        }
    }
}

extension Registers {
    /// Everything that passes to the relief of a post now, computed anew from what is open (G10, P5).
    func handoverItems(at post: String, in estate: Estate, now: Instant) -> [HandoverItem] {
        let shift = custody[post]?.toldSince ?? custody[post]?.since ?? now
        let open: [(HandoverItem.Matter, [Int])] = [
            (.suspect, Array(suspiciousVisits.keys)), (.detained, Array(detained.keys)), (.occurrence, Array(occurrences.keys)), (.evidence, Array(evidence.keys)),
            (.round, rounds.filter { $0.value.returned == nil }.map(\.key)), (.missed, missed.filter { $0.value.since >= shift }.map(\.key)),
            (.exception, Array(exceptions.keys)), (.signature, Array(witnessed.keys)), (.referral, Array(referrals.keys)), (.task, Array(tasks.keys)),
            (.reply, replies(until: estate.shift(at: now)?.until ?? now, orAt: estate.post(post)?.isDesk == true)),
            (.defect, Array(defects.keys)), (.outage, Array(outages.keys)),
        ]
        let single = open.flatMap { matter, keys in keys.sorted().map { HandoverItem(matter, number: $0) } }
        let equipment = (estate.post(post)?.equipment ?? []).map { HandoverItem(.equipment, name: $0.id, count: $0.count) }
        let unread = custody[post]?.relief.map { self.unread(by: $0, at: post, in: estate) } ?? []
        let said = custody[post]?.remark == nil ? [] : [HandoverItem(.remark)]
        return said + single + counted(in: estate, now: now) + keptItems(at: post) + passes.keys.sorted().map { HandoverItem(.pass, number: $0) } + equipment
            + unread.map { HandoverItem(.order, name: $0.id) }
    }

    /// Matters whose answer the resident was promised (R3): at the desk all, elsewhere those that fall due before the relief's shift is over.
    private func replies(until end: Instant, orAt isDesk: Bool) -> [Int] {
        matters.filter { matter in matter.value.promised.map { isDesk || $0 <= end.adding(minutes: 720) } ?? false }.map(\.key)
    }

    /// What lies at the post is counted by kind where one is like the other; what is lent, was found or is unlike the rest is a line of its own.
    private func keptItems(at post: String) -> [HandoverItem] {
        let things = things.filter { $0.value.isKept(at: post) }
        let counts = Dictionary(grouping: things.values.filter { $0.isCounted }, by: \.sort).mapValues(\.count)
        let counted = Thing.Sort.allCases.compactMap { sort in counts[sort].map { HandoverItem(.thing, name: sort.rawValue, count: $0) } }
        let single = things.filter { !$0.value.isCounted }.sorted { $0.key < $1.key }
        return counted + single.map { HandoverItem(.thing, number: $0.key, count: $0.value.holder == nil ? 1 : nil) }
    }

    /// Who and what is inside passes by count.
    private func counted(in estate: Estate, now: Instant) -> [HandoverItem] {
        let board = OnSite(self, estate: estate, now: now)
        let over = board.people.count { $0.over != nil } + board.vehicles.count { $0.over != nil }
        let badges = board.people.count { $0.visit.badge != nil }
        let some = [HandoverItem(.waiting, count: waiting), HandoverItem(.overstays, count: over), HandoverItem(.badges, count: badges)]
        return [HandoverItem(.inside, count: board.count), HandoverItem(.vehicles, count: board.vehicles.count)] + some.filter { $0.count != 0 }
    }

    /// Who was verified or registered, visitor or vehicle, and was neither let in nor refused.
    private var waiting: Int { visits.values.count { [.verified, .registered].contains($0.step) } + stays.values.count { $0.entered == nil } }
}
