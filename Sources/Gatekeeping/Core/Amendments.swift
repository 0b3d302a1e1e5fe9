import Notation

/// A guard takes back their own last event (Ctrl-U).
public struct Withdrawal: Fact {
    public static let kind = "entry.withdrawn"
    public static let command: String? = "entry.withdraw"
    public static let meaning = "A guard took back their own last event; the line it names counts as not written."
    public static let canBeWithdrawn = false

    public var ref = 0
    public var why: String?

    public init() {}
    public init(ref: Int, why: String? = nil) {
        self.ref = ref
        self.why = why
    }

    public static let fields: [Field<Withdrawal>] = [
        Field("ref", \.ref, "The line that is taken back."),
        Field("why", \.why, "Why."),
    ]

    public var event: Event { .withdrawal(self) }
    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}

    /// The rule needs the page's events, not only the registers.
    func decided(on state: GateState, in situation: Situation) throws(Refusal) {
        let (by, zone) = (situation.by, situation.estate.zone)
        let own = state.entries.last { $0.stamp.by == by && !state.withdrawn.contains($0.stamp.n) && $0.event.shape.isWithdrawal == false }
        // Yesterday's page is closed: what is open of it was brought forward, and is corrected.
        guard let own, own.stamp.n == ref, Day(own.stamp.t, in: zone) >= Day(situation.now, in: zone) else { throw .notYourLast }
        guard type(of: own.event.shape).canBeWithdrawn, !own.event.shape.isSigned, !(own.event.shape is any Forwarding) else { throw .cannotBeWithdrawn }
        let homes = state.homes
        func reach(_ shape: any Fact) -> Set<Int> { shape.subjects.union(shape.subjects.compactMap { homes[$0] }) }
        let subjects = reach(own.event.shape).union([ref])
        let later = state.entries.filter { $0.stamp.n > ref && !state.withdrawn.contains($0.stamp.n) && !$0.event.shape.isWithdrawal }
        guard later.allSatisfy({ subjects.isDisjoint(with: reach($0.event.shape)) }) else { throw .othersBuiltOnIt }
    }
}

extension GateState {
    /// The occurrence of whom it detains and of its evidence, by the lines that opened these: what is done with them is done in it.
    fileprivate var homes: [Int: Int] {
        entries.reduce(into: [:]) { homes, entry in
            switch entry.event.shape {
            case let detained as PersonDetained: homes[entry.stamp.n] = detained.ref
            case let taken as EvidenceTaken: homes[entry.stamp.n] = taken.ref
            case let forward as Forward<Detained>: homes[forward.opener] = forward.item.occurrence
            case let forward as Forward<Evidence>: homes[forward.opener] = forward.item.occurrence
            default: break
            }
        }
    }
}

extension Fact {
    var isWithdrawal: Bool { self is Withdrawal }
    /// Whether a correction may change the field: not what the rules filled in or the screen measured, nor what the fact is about.
    public func isCorrectable(_ name: String) -> Bool {
        guard Self.canBeCorrected, let field = Self.fields.first(where: { $0.name == name }) else { return false }
        return field.presence != .derived && !Self.decisive.contains(name) && !["ref", "since", "step", "took", "keys"].contains(name)
    }
    /// Somebody signed for it: it stands as it is.
    fileprivate var isSigned: Bool { (self as? any Signed)?.signed != nil }
    /// What only a supervisor corrects: when something is due, for nobody gives themselves more time, and what an inspection found (S5, S2). How long a
    /// guest is expected is no duty.
    fileprivate func isForSupervisor(_ name: String) -> Bool { self is InspectionMade || ["until", "due"].contains(name) && !(self is VisitorExpected) }
    fileprivate func hasField(_ name: String) -> Bool { Self.fields.contains { $0.name == name } }
    /// Why the field does not take the value.
    fileprivate func misfit(_ value: String, in name: String) -> Refusal {
        guard let schema = Self.fields.first(where: { $0.name == name })?.schema else { return .unknownField(name) }
        guard case .oneOf(let known) = schema else { return .wrongType(name, expected: schema) }
        return .unknownValue(field: name, value: value, known: known)
    }
    /// Whether a later line may correct what stands in the field.
    public func mayBeCorrected(_ name: String) -> Bool { isCorrectable(name) && object(in: Zone(minutes: 0))[name] != nil }
    /// The lines that the fact is about: `ref`, those that it settles or contradicts, the pass that it uses, and the visit whose car it is.
    public var subjects: Set<Int> {
        if let forward = self as? any Forwarding { return [forward.opener] }
        return Self.fields.reduce(into: []) { subjects, field in
            switch field.name {
            case "ref", "settles", "contradicts", "pass", "visit": if let n = field.read(self, Zone(minutes: 0))?.integer { subjects.insert(n) }
            default: break
            }
        }
    }
}

/// A line is corrected: it stays, and the corrected value counts from now on.
public struct Correction: Fact {
    public static let kind = "entry.corrected"
    public static let command: String? = "entry.correct"
    public static let meaning = "One field of an earlier line is corrected, with the reason; the line itself stays as it was."
    public static let canBeWithdrawn = false

    public var ref = 0
    public var field = ""
    public var of: String?
    public var was: String?
    public var value = ""
    public var why = ""

    public init() {}
    public init(ref: Int, field: String, value: String, why: String) {
        self.ref = ref
        self.field = field
        self.value = value
        self.why = why
    }

    public static let fields: [Field<Correction>] = [
        Field("ref", \.ref, "The line that is corrected."),
        Field("field", \.field, "Which of its fields."),
        Field("of", \.of, "The kind of that line.", presence: .derived),
        Field("was", \.was, "What stood there.", presence: .derived),
        Field("value", \.value, "What is right."),
        Field("why", \.why, "Why."),
    ]

    public var event: Event { .correction(self) }
    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}

    /// - Parameter earlier: what a line of an earlier page says.
    func decided(on state: GateState, in situation: Situation, _ earlier: (Int) throws(Refusal) -> Event?) throws(Refusal) -> Correction {
        guard !why.isEmpty else { throw .missingField("why") }
        guard !state.withdrawn.contains(ref) else { throw .takenBack(ref: ref) }
        let isEarlier = state.entries.first.map { ref > 0 && ref < $0.stamp.n } ?? false
        var copy = self
        if field == Plate.field { copy.value = value.shown }
        let event: Event? = if let entry = state.entry(ref) { entry.event } else { isEarlier ? try earlier(ref) : nil }
        let kind = event.map { type(of: $0.shape).kind }
        try situation.requireMayCorrect(kind)
        try situation.estate.require(known: value, as: field, of: kind)
        guard let event else { throw .nothingThere(ref: ref) }
        guard case .fact(let fact) = event, type(of: fact).canBeCorrected, !fact.isSigned else { throw .cannotBeCorrected }
        guard fact.isCorrectable(field) else { throw fact.hasField(field) ? .fixedField(field) : .unknownField(field) }
        if fact.isForSupervisor(field) { try situation.requireSupervisor(situation.by) }
        guard let amended = fact.setting(field, copy.value) else { throw fact.misfit(value, in: field) }
        try amended.requireSound(field, in: situation.registers, ref: ref)
        let old = fact.object(in: Zone(minutes: 0))[field]
        copy.of = type(of: fact).kind
        copy.was = old?.string ?? old?.integer.map(String.init)
        return copy
    }
}

extension Registers {
    /// What a correction may change of all that is open under the line; nil where nothing is.
    public func correctable(_ opener: Int) -> Set<String>? {
        let open: [(isOpen: Bool, correctable: Set<String>)] = [
            (visits[opener] != nil, Visit.correctable), (stays[opener] != nil, Stay.correctable), (occurrences[opener] != nil, Occurrence.correctable),
            (defects[opener] != nil, Defect.correctable), (exceptions[opener] != nil, Exception.correctable),
        ]
        return (open + Registers.kept.map { ($0.isOpen(opener, in: self), $0.correctable) }).first(where: \.isOpen)?.correctable
    }
}

extension Situation {
    /// A line is corrected by who is on duty at the post, by a supervisor, and the desk's own by its staff.
    fileprivate func requireMayCorrect(_ kind: String?) throws(Refusal) {
        try requireStaff()
        if estate.person(by)?.isSupervisor == true { return }
        let isOfDesk = kind.map(Catalogue.isOfDesk) ?? (estate.post(post)?.isDesk == true)
        if isOfDesk, estate.desk?.officer(by) != nil { return }
        try requireOnDuty()
    }
}

extension Estate {
    /// A correction takes no value that the entry itself could not have had.
    fileprivate func require(known value: String, as field: String, of kind: String?) throws(Refusal) {
        switch field {
        case "unit": try require(unit: value, purpose: nil)
        case "purpose": try require(unit: nil, purpose: value)
        case "topic": try require(value, in: desk?.topics.map(\.id) ?? [], field: field)
        case "service": try require(value, in: emergencyServices.map(\.id), field: field)
        case "vehicle": try require(value, in: vehicleKinds.map(\.id), field: field)
        case "denied": try require(value, in: denied.map(\.id), field: field)
        case "reason" where kind == VisitorRefused.kind: try require(value, in: refusalReasons.map(\.id), field: field)
        default: break
        }
    }
}

extension Fact {
    /// What the entry must say is still said after a correction, its numbers are possible, and no badge is worn twice.
    fileprivate func requireSound(_ name: String, in registers: Registers, ref: Int) throws(Refusal) {
        let value = object(in: Zone(minutes: 0))[name]
        let isDemanded = Self.fields.first { $0.name == name }.map { $0.isRequired(ofCommand: true) } ?? false
        if isDemanded || name == "text", value?.string?.allSatisfy(\.isWhitespace) ?? (value == nil) { throw .missingField(name) }
        let possible = self is ActivityHeld ? 0...Int.max : 1...999
        if let number = value?.integer, !possible.contains(number) {
            throw .unknownValue(field: name, value: String(number), known: ["\(possible.lowerBound)…"])
        }
        if name == "badge", let badge = value?.string, let holder = registers.holder(ofBadge: badge), !subjects.union([ref]).contains(holder.key) {
            throw .badgeGiven(badge, to: holder.name)
        }
    }
}

/// Brought forward: which commands of the last hour were written as which lines, so that one sent again is not written again.
public struct CommandIDs: Fact {
    public static let kind = "forward.commands"
    public static let meaning = "Command ids of the last hour and the lines they became."

    public var ids: [String] = []
    public var lines: [Int] = []

    public init() {}
    public init(_ numbers: some Sequence<(key: CommandID, value: Int)>) {
        for (id, line) in numbers {
            ids.append(id.text)
            lines.append(line)
        }
    }

    public static let fields: [Field<CommandIDs>] = [
        Field("ids", \.ids, "The callers' own ids."),
        Field("lines", \.lines, "The lines, in the same order."),
    ]

    var numbers: [CommandID: Int] { Dictionary(zip(ids.map(CommandID.init), lines)) { $1 } }

    public var event: Event { .commandIDs(self) }
    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {}
}
