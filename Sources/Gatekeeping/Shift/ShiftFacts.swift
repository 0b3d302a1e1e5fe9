import Notation

/// A guard signs on at a post (G1, G3).
public struct PostTaken: Signed {
    public static let kind = "post.taken"
    public static let command: String? = "post.take"
    public static let meaning = "A guard signs on at a post with their number, turnout and post check (G1, G3)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var taking = Custody.Taking.opening
    public var isTurnedOut = false
    public var missing: [String] = []
    public var remark: String?
    public var told: String?
    /// Who held the post until then and did not hand it over; missing in lines of versions that did not say it.
    public var before: String?
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let mustBeSigned = true
    public func signer(by writer: String) -> String { writer }

    public static let fields: [Field<PostTaken>] = [
        Field("taking", \.taking, "Nobody was there before; as relief; found unattended; a supervisor covers."),
        Field("turnout", \.isTurnedOut, "In uniform, with the badge number."),
        Field("missing", \.missing, "Equipment missing or unsafe, by its ids.", presence: .optional),
        Field("remark", \.remark, "What was found."),
        Field("told", \.told, "Who was told of what was found; needed where something was (G3)."),
        Field("before", \.before, "Who held the post until then, where it was found unattended or is covered.", presence: .derived),
    ] + signatureFields(\.signed, \.witness)

    public func decided(in situation: Situation) throws(Refusal) -> PostTaken {
        try situation.requireStaff()
        guard let post = situation.estate.post(situation.post) else { throw .unknownPost(situation.post) }
        for id in missing { try situation.estate.require(id, in: post.equipment.map(\.id), field: "missing") }
        if !missing.isEmpty || remark != nil { try situation.require(told ?? "", field: "told") }
        if situation.registers.isUnfit(situation.by) { throw .unfitRelief(situation.by) }
        let custody = situation.registers.custody[situation.post]
        if let custody, custody.holder == situation.by || custody.relief == situation.by && taking != .unattended { throw .alreadyOnDuty }
        switch taking {
        case .opening:
            if let custody { throw .alreadyAttended(by: custody.holder) }
        case .relief:
            guard let custody else { throw .postUnattended }
            if let relief = custody.relief { throw .reliefIsHere(relief) }
            try situation.requireForeignOffer()
        case .unattended: try situation.requireSilence(of: custody)
        case .covering:
            guard situation.estate.person(situation.by)?.isSupervisor == true else { throw .notSupervisor(situation.by) }
        }
        try situation.requireSignature(self)
        try situation.requireOutsideWitness(self)
        var copy = self
        copy.before = [.unattended, .covering].contains(taking) ? custody?.holder : nil
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        noteSignature(&registers, stamp)
        take(&registers, stamp)
        guard !missing.isEmpty || remark != nil else { return }
        var defect = Defect()
        defect.place = stamp.post
        defect.item = missing.isEmpty ? nil : missing.joined(separator: " ")
        defect.text = remark ?? ""
        defect.told = told
        defect.found = stamp.happened
        registers.defects[stamp.n] = defect
    }
}

extension Situation {
    /// A post whose guard wrote just now is not unattended: who comes relieves them, or a supervisor covers it (G10, P5).
    fileprivate func requireSilence(of custody: Custody?) throws(Refusal) {
        guard let custody, let holderWrote, now.minutes(since: holderWrote) < Custody.silentMinutes else { return }
        throw .alreadyAttended(by: custody.holder)
    }
}

extension PostTaken {
    fileprivate func take(_ registers: inout Registers, _ stamp: Stamp) {
        if taking == .relief {
            registers.custody[stamp.post]?.relief = stamp.by
            return
        }
        // The relief stays, and takes over from the supervisor, who offers anew and signs for it; whoever finds nobody has nobody to take it over from.
        if taking == .covering, before != nil, var custody = registers.custody[stamp.post] {
            registers.dropAnswers(at: stamp.post)
            (custody.offered, custody.remark, custody.offerer, custody.offerSigned, custody.offerWitness) = (nil, nil, nil, nil, nil)
            custody.toldSince = custody.toldSince ?? custody.since
            (custody.holder, custody.taking, custody.since) = (stamp.by, taking, stamp.happened)
            (custody.relieved, custody.signOffException, custody.lateSince) = (nil, nil, nil)
            registers.custody[stamp.post] = custody
            return
        }
        if taking == .unattended, let before { registers.refer(.unattended, before, stamp) }
        registers.dropAnswers(at: stamp.post)
        var custody = Custody()
        (custody.post, custody.holder, custody.taking, custody.since) = (stamp.post, stamp.by, taking, stamp.happened)
        if let left = registers.custody[stamp.post] { custody.toldSince = left.toldSince ?? left.since }
        registers.custody[stamp.post] = custody
    }
}

/// The outgoing guard offers the handover (交班).
public struct HandoverOffered: Signed {
    public static let kind = "handover.offered"
    public static let command: String? = "handover.offer"
    public static let meaning = "The outgoing guard offers the handover; the program computes the list of what passes, line by line."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var remark: String?
    public var people = 0
    public var vehicles = 0
    public var occurrences: [Int] = []
    public var defects: [Int] = []
    public var exceptions: [Int] = []
    public var rounds: [Int] = []
    /// 0 in lines of versions that did not count them.
    public var lines = 0
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let mustBeSigned = true
    public func signer(by writer: String) -> String { writer }

    public static let fields: [Field<HandoverOffered>] = [
        Field("remark", \.remark, "What the relief should know."),
        Field("people", \.people, "Visitors inside.", presence: .derived),
        Field("vehicles", \.vehicles, "Vehicles inside.", presence: .derived),
        Field("occurrences", \.occurrences, "Open occurrences.", presence: .derived, names: .line),
        Field("defects", \.defects, "Open defects.", presence: .derived, names: .line),
        Field("exceptions", \.exceptions, "Exceptions not yet confirmed.", presence: .derived, names: .line),
        Field("rounds", \.rounds, "Rounds under way.", presence: .derived, names: .line),
        Field("lines", \.lines, "How many lines the list has at that moment.", presence: .derived),
    ] + signatureFields(\.signed, \.witness)

    public func decided(in situation: Situation) throws(Refusal) -> HandoverOffered {
        try situation.requireStaff()
        let registers = situation.registers
        guard let custody = registers.custody[situation.post] else { throw .postUnattended }
        guard custody.holder == situation.by else { throw .notOnDuty(situation.by) }
        try situation.requireSignature(self)
        try situation.requireOutsideWitness(self)
        var copy = self
        copy.people = registers.visits.values.filter { $0.step == .inside }.map(\.heads).reduce(0, +)
        copy.vehicles = registers.stays.values.count { $0.entered != nil }
        copy.occurrences = registers.occurrences.keys.sorted()
        copy.defects = registers.defects.keys.sorted()
        copy.exceptions = registers.exceptions.keys.sorted()
        copy.rounds = registers.rounds.filter { $0.value.returned == nil }.keys.sorted()
        copy.remark = remark.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        var next = registers
        copy.passOn(to: &next, at: situation.post)
        copy.lines = next.handoverItems(at: situation.post, in: situation.estate, now: situation.now).count
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.dropAnswers(at: stamp.post)
        noteSignature(&registers, stamp)
        registers.custody[stamp.post]?.offered = stamp.n
        // Earlier versions kept neither, and their pages do not bring it forward.
        if lines > 0 { passOn(to: &registers, at: stamp.post) }
    }

    /// What the outgoing guard says, and how they signed, stays with the post until the handover is over.
    private func passOn(to registers: inout Registers, at post: String) {
        registers.custody[post]?.remark = remark
        registers.custody[post]?.offerer = nil
        registers.custody[post]?.offerSigned = signed
        registers.custody[post]?.offerWitness = witness
    }
}

/// The relief accepts the handover (接班); from here on they are responsible.
public struct HandoverAccepted: Signed {
    public static let kind = "handover.accepted"
    public static let command: String? = "handover.accept"
    public static let meaning = "The relief has answered every line, accepts the handover and is responsible from here on; under protest it goes to the supervisor."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var ref = 0
    public var remark: String?
    public var protest: String?
    public var lines = 0
    public var refused: [String] = []
    /// Lines that were answered and had gone from the list when it was signed; versions before did not say them.
    public var gone: [String] = []
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let mustBeSigned = true
    public func signer(by writer: String) -> String { writer }

    public static let fields: [Field<HandoverAccepted>] = [
        Field("ref", \.ref, "The offer."),
        Field("remark", \.remark, "What the relief questions or adds."),
        Field("protest", \.protest, "Accepted under protest: why; it goes to the supervisor."),
        Field("lines", \.lines, "How many lines were signed.", presence: .derived),
        Field("refused", \.refused, "The lines that were refused, by their keys.", presence: .derived, names: .key),
        Field("gone", \.gone, "Lines that were answered and were none any more when the list was signed, by their keys: every other answer is a line of it.", presence: .derived, names: .key),
    ] + signatureFields(\.signed, \.witness)

    public func decided(in situation: Situation) throws(Refusal) -> HandoverAccepted {
        try situation.requireRelief(of: ref)
        try situation.requireForeignOffer()
        guard let list = HandoverList(situation.registers, estate: situation.estate, post: situation.post, now: situation.now) else { throw .notOffered }
        guard list.unanswered == 0 else { throw list.uncounted == list.unanswered ? .notCounted : .linesLeft(list.unanswered) }
        guard list.unexplained == 0 else { throw .queriesOpen(list.unexplained) }
        try situation.requireSignature(self)
        try situation.requireOutsideWitness(self)
        var copy = self
        copy.lines = list.entries.count
        copy.refused = list.entries.filter { $0.standing == .refused }.map(\.item.key)
        copy.gone = situation.registers.answers.values.filter { $0.offer == ref && list[$0.item] == nil }.map(\.item).sorted()
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        noteSignature(&registers, stamp)
        guard let before = registers.custody[stamp.post] else { return }
        registers.dropAnswers(at: stamp.post)
        if let protest { registers.refer(.protest, protest, stamp) }
        var custody = Custody()
        custody.post = stamp.post
        custody.holder = stamp.by
        custody.taking = .relief
        custody.relieved = before.holder
        custody.head = stamp.seal.isEmpty ? nil : String(stamp.seal.prefix(Custody.headDigits))
        custody.since = stamp.happened
        registers.custody[stamp.post] = custody
    }
}

/// A guard signs off (下崗). Nobody leaves the post before the relief is on it (P5).
public struct PostLeft: Fact {
    /// How the post is left.
    public enum Leaving: String, Choice {
        case relieved, closing, exception
    }

    public static let kind = "post.left"
    public static let command: String? = "post.leave"
    public static let meaning = "A guard signs off: relieved, closing by schedule, or by a supervisor's exception (P5)."
    public static let canBeWithdrawn = false
    public static let usesReserve = true
    public static let happensWhenWritten = true

    public var leaving = Leaving.relieved
    /// When the schedule has the post attended again; missing in lines of versions that did not say it.
    public var opens: Instant?

    public init() {}
    public init(leaving: Leaving) { self.leaving = leaving }

    public static let fields: [Field<PostLeft>] = [
        Field("leaving", \.leaving, "How the post is left."),
        Field("opens", \.opens, "When the schedule has a closed post attended again.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> PostLeft {
        try situation.requireStaff()
        guard let custody = situation.registers.custody[situation.post] else { throw .postUnattended }
        switch leaving {
        case .relieved:
            if custody.relieved == situation.by { return self }
            guard custody.holder == situation.by else { throw .notOnDuty(situation.by) }
            throw custody.relief == nil ? .reliefMissing : .notAccepted
        case .closing:
            guard custody.holder == situation.by else { throw .notOnDuty(situation.by) }
            guard let post = situation.estate.post(situation.post), post.isClosed(at: situation.happened, in: situation.estate.zone)
            else { throw .notScheduledToClose }
            // Nobody is left alone whom the guards hold (G4).
            guard !situation.registers.detained.values.contains(where: { $0.isHeld(at: situation.post) }) else { throw .stillDetained }
            var copy = self
            copy.opens = post.opens(after: situation.happened, in: situation.estate)
            return copy
        case .exception:
            guard custody.holder == situation.by else { throw .notOnDuty(situation.by) }
            guard custody.signOffException != nil else { throw .reliefMissing }
        }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        switch leaving {
        case .relieved: registers.custody[stamp.post]?.relieved = nil
        case .closing, .exception:
            registers.dropAnswers(at: stamp.post)
            registers.custody[stamp.post] = nil
        }
    }
}

extension Post {
    /// When the schedule has the post attended again; the desk on its next working day.
    func opens(after time: Instant, in estate: Estate) -> Instant? {
        guard let opens else { return nil }
        let today = Day(time, in: estate.zone)
        return (0...31).lazy.map { today.adding(days: $0) }
            .filter { !isDesk || estate.desk?.calendar.isWorked($0) ?? true }
            .map { $0.at(opens, in: estate.zone) }.first { $0 > time }
    }

    /// Whether the schedule says that the post is closed then.
    public func isClosed(at time: Instant, in zone: Zone) -> Bool {
        guard let closes, let opens else { return false }
        let clock = ClockTime(time, in: zone)
        return closes < opens ? (closes..<opens).contains(clock) : clock >= closes || clock < opens
    }
}
