import Notation

/// Last look at one checkpoint.
public struct Looks: Carried {
    public var checkpoint = ""

    public init() {}
    init(checkpoint: String) { self.checkpoint = checkpoint }

    public static let forwardName = "look"
    public static let fields: [Field<Looks>] = [Field("checkpoint", \.checkpoint, "Checkpoint, by its id.")]

    public static func place(_ item: Looks, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.looks[item.checkpoint] = since
    }
}

/// When the book began, and since when no console runs.
public struct BookAge: Carried {
    public var unwatchedSince: Instant?

    public init() {}

    public static let forwardName = "book"
    public static let fields: [Field<BookAge>] = [Field("unwatchedSince", \.unwatchedSince, "Since when no console runs.")]

    public static func place(_ item: BookAge, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.began = since
        registers.unwatchedSince = item.unwatchedSince
    }
}

extension GateState {
    /// What the next page must say so that folding it alone gives the same registers (承前).
    /// - Parameter now: guests who were expected until more than a day ago, and commands older than an hour, stay behind.
    public func broughtForward(at now: Instant) -> [any Fact] {
        var facts: [any Fact] = []
        if let began = registers.began {
            var age = BookAge()
            age.unwatchedSince = registers.unwatchedSince
            facts.append(Forward(age, opener: 0, since: began))
        }
        let custody = registers.custody.values.sorted { $0.post < $1.post }
        facts += custody.map { Forward($0, opener: 0, since: $0.since) as any Fact }
        facts += forwarded(registers.visits.filter { !$0.value.isPast(at: now) }, since: \.opened)
        facts += forwarded(registers.stays, since: \.opened)
        facts += forwarded(registers.occurrences, since: \.opened)
        facts += forwarded(registers.rounds, since: \.departed)
        facts += forwarded(registers.defects, since: \.found)
        facts += forwarded(registers.exceptions, since: \.granted)
        facts += forwarded(registers.consoles) { _ in now }
        facts += forwarded(registers.outages, since: \.from)
        facts += Registers.kept.flatMap { $0.forwarded(from: registers) }
        facts += registers.accounted.values.sorted { $0.route < $1.route }.map { Forward($0, opener: 0, since: $0.until) as any Fact }
        facts += registers.readings.values.sorted { $0.order < $1.order }.flatMap { inLines($0, \.readers, since: $0.since) }
        facts += registers.inspected.sorted { $0.key < $1.key }.map { Forward(InspectedPost(post: $0.key), opener: 0, since: $0.value) as any Fact }
        facts += registers.postponed.values.filter { $0.until > now }.sorted { $0.place < $1.place }.map { Forward($0, opener: 0, since: now) as any Fact }
        facts += registers.looks.sorted { $0.key < $1.key }.map { Forward(Looks(checkpoint: $0.key), opener: 0, since: $0.value) as any Fact }
        facts += registers.pins.sorted { $0.key < $1.key }.map { Forward(PINHeld(number: $0.key), opener: 0, since: $0.value) as any Fact }
        // The year's plan starts anew each year, wherever on earth that is last.
        let year = String(Day(now, in: Zone(minutes: -720)).parts.year)
        facts += registers.callings.values.filter { $0.counts(in: year) }.sorted { $0.key < $1.key }.flatMap { inLines($0, \.units, since: now) }
        facts += registers.held.values.filter { String($0.year) >= year }.sorted { $0.key < $1.key }.map { Forward($0, opener: 0, since: now) as any Fact }
        return facts + recentCommands(at: now)
    }

    private func forwarded<Item: Carried>(_ items: [Int: Item], since: (Item) -> Instant) -> [any Fact] {
        items.sorted { $0.key < $1.key }.map { Forward($0.value, opener: $0.key, since: since($0.value)) }
    }

    /// As many lines as its list needs, each with a part of it.
    private func inLines<Item: Carried>(_ item: Item, _ list: WritableKeyPath<Item, [String]>, since: Instant) -> [any Fact] {
        let (whole, all) = (Forward(item, opener: 0, since: since), item[keyPath: list])
        guard all.count > 1, whole.forwardSize(in: Zone(minutes: 0)) > forwardRoom else { return [whole] }
        return [all.prefix(all.count / 2), all.dropFirst(all.count / 2)].flatMap { part in
            var item = item
            item[keyPath: list] = Array(part)
            return inLines(item, list, since: since)
        }
    }

    private func recentCommands(at now: Instant) -> [any Fact] {
        let times = Dictionary(entries.map { ($0.stamp.n, $0.stamp.t) }) { $1 }
        let recent = commands.filter { _, n in
            (times[n] ?? entries.first?.stamp.t).map { now.minutes(since: $0) < 60 } ?? false
        }
        .sorted { $0.value < $1.value }
        return stride(from: 0, to: recent.count, by: 20).map { CommandIDs(recent[$0..<min($0 + 20, recent.count)]) }
    }
}

/// Room in bytes for the own fields of a brought-forward line: 4,096 less what every line carries.
private let forwardRoom = 4096 - 480

extension Registers {
    /// Whatever stays open must fit into one line of the next page; else it is refused at entry, never cut.
    func requireForwardable(after fact: any Fact, _ stamp: Stamp, in zone: Zone) throws(Refusal) {
        let now = stamp.t
        let keys = fact.subjects.union([stamp.n])
        // Of those who are inside, often hundreds, only whom it is about: all of them would be copied.
        var next = self
        next.visits = visits.only(keys)
        next.stays = stays.only(keys)
        fact.evolve(&next, stamp)
        var items = next.visits.forwarded(keys) { _ in now } + next.stays.forwarded(keys) { _ in now }
        items += next.occurrences.forwarded(keys) { _ in now } + next.defects.forwarded(keys) { _ in now } + next.exceptions.forwarded(keys) { _ in now }
        items += next.rounds.forwarded(keys) { _ in now }
        for register in Registers.kept { items += register.forwarded(keys, from: next) }
        if next.custody != custody { items += next.custody.values.map { Forward($0, opener: 0, since: $0.since) as any Fact } }
        for item in items {
            let size = item.forwardSize(in: zone)
            guard size <= forwardRoom else { throw .tooLong(bytes: size) }
        }
    }
}

extension GateState {
    /// The same of a correction, which changes whatever the line that it corrects left open.
    func requireForwardable(after correction: Correction, _ stamp: Stamp, in zone: Zone) throws(Refusal) {
        var next = self
        next.evolve(.correction(correction), stamp)
        guard let longest = next.longestForward(at: stamp.t, in: zone), longest > forwardRoom, longest > self.longestForward(at: stamp.t, in: zone) ?? 0
        else { return }
        throw .tooLong(bytes: longest)
    }

    private func longestForward(at now: Instant, in zone: Zone) -> Int? { broughtForward(at: now).map { $0.forwardSize(in: zone) }.max() }
}

extension Fact {
    fileprivate func forwardSize(in zone: Zone) -> Int { JSON.object(object(in: zone)).bytes.count }
}

extension JSONObject {
    /// The fields of a brought-forward line in the room that it has: where earlier versions let more in, the longest texts are cut, so that what is
    /// open stays open; then the longest lists.
    public var fittingForward: JSONObject {
        var fitting = self
        while JSON.object(fitting).bytes.count > forwardRoom, let cut = fitting.withLongestTextCut ?? fitting.withLongestListCut { fitting = cut }
        return fitting
    }

    private var withLongestTextCut: JSONObject? {
        let texts = members.compactMap { member in member.value.string.map { (member.name, $0) } }
        guard let (name, text) = texts.max(by: { $0.1.utf8.count < $1.1.utf8.count }), text.unicodeScalars.count > 16 else { return nil }
        var copy = self
        // By scalars: a character may have any number of marks.
        copy[name] = .string(String(text.unicodeScalars.prefix(text.unicodeScalars.count / 2)) + "…")
        return copy
    }

    private var withLongestListCut: JSONObject? {
        let lists = members.compactMap { member in member.value.array.map { (member.name, $0, JSON.array($0).bytes.count) } }
        guard let (name, list, _) = lists.max(by: { $0.2 < $1.2 }), !list.isEmpty else { return nil }
        var copy = self
        copy[name] = .array(Array(list.prefix(list.count / 2)))
        return copy
    }
}

extension Visit {
    /// An expected guest who did not come within a day after they were expected.
    func isPast(at now: Instant) -> Bool {
        step == .expected && now.minutes(since: expectedUntil ?? expectedFrom ?? opened) > 1440
    }
}

extension Dictionary where Key == Int {
    fileprivate func only(_ keys: Set<Int>) -> [Int: Value] { keys.reduce(into: [:]) { $0[$1] = self[$1] } }
}
