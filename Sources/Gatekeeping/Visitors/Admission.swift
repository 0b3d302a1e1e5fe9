import Notation

/// The visitor is let in (放行; P7, third step).
public struct VisitorAdmitted: Timed {
    public static let kind = "visitor.admitted"
    public static let command: String? = "visitor.admit"
    public static let meaning = "The visitor was let in. Refused without accepted identification or when suspicious (P3), for anybody on the deny list, and in any other order than verified, registered, released (P7)."

    public var ref = 0
    public var exceptions: [Exception.Matter] = []
    public var settles: Int?
    public var took: Int?
    public var keys: Int?

    public init() {}
    public init(ref: Int) { self.ref = ref }

    public static let fields: [Field<VisitorAdmitted>] = [
        Field("ref", \.ref, "The visit."),
        Field("exceptions", \.exceptions, "What a supervisor's exception covers.", presence: .derived),
        Field("settles", \.settles, "The line that registered the vehicle that they come in: it waits no more, but counts as this visit's.", presence: .derived, names: .line),
    ] + effortFields(\.took, \.keys)

    public func decided(in situation: Situation) throws(Refusal) -> VisitorAdmitted {
        try situation.requireOnDuty()
        try requireRealEffort()
        let visit = try situation.registers.visit(ref, at: [.registered])
        try situation.requireTime(notBefore: visit.stepped ?? visit.opened)
        try VisitorAdmitted.check(visit, in: situation.estate)
        if !visit.exceptions.contains(.suspicion) { try situation.requireNoSuspect(among: visit.papers(in: situation.estate), besides: ref) }
        var copy = self
        copy.exceptions = visit.exceptions
        copy.settles = situation.registers.waiting(for: visit, in: situation.estate)
        return copy
    }

    /// P3 and the deny list: why this visit must not be admitted as it stands, if so.
    public static func check(_ visit: Visit, in estate: Estate) throws(Refusal) {
        if !visit.exceptions.contains(.denied) { try checkDenyList(visit, in: estate) }
        if visit.suspicious != nil, !visit.exceptions.contains(.suspicion) { throw .suspicious }
        guard !visit.exceptions.contains(.identification) else { return }
        guard let document = visit.document, let identification = estate.identification(document) else { throw .noIdentification }
        switch identification.proof {
        case .document:
            guard visit.tail?.isEmpty == false else { throw .noIdentification }
            guard visit.matches else { throw .notMatching }
        case .host, .adult:
            guard visit.vouching?.isEmpty == false else { throw .noIdentification }
        }
    }

    private static func checkDenyList(_ visit: Visit, in estate: Estate) throws(Refusal) {
        if let certain = estate.certainlyDenied(visit) { throw visit.same.contains(certain.id) ? .denied(certain.id) : estate.refusal(of: visit.plate, by: certain) }
        for match in estate.possiblyDenied(visit) {
            throw .mustCompare(name: match.name, denied: match.entry.id)
        }
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard var visit = registers.visits[ref] else { return }
        visit.step = .inside
        visit.stepped = nil
        visit.entered = stamp.happened
        registers.visits[ref] = visit
        if let settles { registers.stays[settles] = nil }
    }
}

/// Entry was refused (禁止入內), from any step.
public struct VisitorRefused: Fact {
    public static let kind = "visitor.refused"
    public static let command: String? = "visitor.refuse"
    public static let meaning = "Somebody was not let in, and why (P3)."

    public var ref: Int?
    public var name: String?
    public var plate: String?
    public var unit: String?
    public var reason = ""
    public var denied: String?
    public var text: String?

    public init() {}

    public static let fields: [Field<VisitorRefused>] = [
        Field("ref", \.ref, "The visit, or the vehicle's registration, if one was begun."),
        Field("name", \.name, "The person."),
        Field("plate", \.plate, "Plate, as seen."),
        Field("unit", \.unit, "Where they wanted to go."),
        Field("reason", \.reason, "Reason, by its id."),
        Field("denied", \.denied, "The deny list entry."),
        Field("text", \.text, "What happened, in words."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VisitorRefused {
        try situation.requireStaff()
        try situation.estate.require(reason, in: situation.estate.refusalReasons.map(\.id), field: "reason")
        try situation.estate.require(denied, in: situation.estate.denied.map(\.id), field: "denied")
        guard let ref else {
            guard name?.isEmpty == false || plate?.isEmpty == false else { throw .missingField("name") }
            return self
        }
        var copy = self
        if let stay = situation.registers.stays[ref] {
            guard stay.entered == nil else { throw .wrongStep(ref: ref) }
            copy.plate = plate ?? stay.plate
            return copy
        }
        let visit = try situation.registers.visit(ref, at: [.expected, .verified, .registered])
        copy.name = name ?? visit.name
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard let ref else { return }
        registers.visits[ref] = nil
        registers.stays[ref] = nil
    }
}

/// An emergency service passes at once; the details follow (Ctrl-E).
public struct EmergencyPassed: Fact {
    public static let kind = "emergency.passed"
    public static let command: String? = "emergency.pass"
    public static let meaning = "An emergency service passed at once; its details are completed afterwards."
    public static let usesReserve = true

    public var service = ""
    public var place: String?

    public init() {}

    public static let fields: [Field<EmergencyPassed>] = [
        Field("service", \.service, "Emergency service, by its id."),
        Field("place", \.place, "Where it is going."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> EmergencyPassed {
        if situation.by != "gatebook" { try situation.requireStaff() }
        try situation.estate.require(service, in: situation.estate.emergencyServices.map(\.id), field: "service")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var visit = Visit()
        visit.opened = stamp.happened
        visit.step = .inside
        visit.emergency = service
        visit.unit = place
        visit.isIncomplete = true
        visit.entered = stamp.happened
        registers.visits[stamp.n] = visit
    }
}

/// The details of an emergency entry.
public struct EmergencyCompleted: Fact {
    public static let kind = "emergency.completed"
    public static let command: String? = "emergency.complete"
    public static let meaning = "The details of an emergency entry, filled in afterwards."

    public var ref = 0
    public var plate: String?
    public var count: Int?
    public var unit: String?
    public var name: String?
    public var text: String?

    public init() {}

    public static let fields: [Field<EmergencyCompleted>] = [
        Field("ref", \.ref, "The emergency entry."),
        Field("plate", \.plate, "Plate, as seen."),
        Field("count", \.count, "People."),
        Field("unit", \.unit, "Where it went."),
        Field("name", \.name, "Who led them."),
        Field("text", \.text, "What happened, in words."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> EmergencyCompleted {
        try situation.requireStaff()
        guard let visit = situation.registers.visits[ref] else { throw .nothingThere(ref: ref) }
        guard visit.isIncomplete else { throw .wrongStep(ref: ref) }
        try situation.require(people: count, field: "count")
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        guard var visit = registers.visits[ref] else { return }
        visit.plate = plate ?? visit.plate
        visit.count = count ?? visit.count
        visit.unit = unit ?? visit.unit
        visit.name = name ?? visit.name
        visit.isIncomplete = false
        registers.visits[ref] = visit
    }
}
