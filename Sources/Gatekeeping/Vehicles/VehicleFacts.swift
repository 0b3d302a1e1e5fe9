import Notation

/// What contradicts what the book says; recorded, never refused.
public enum Contradiction: String, Choice {
    case insideAlready = "inside-already"
    case neverEntered = "never-entered"
    case plateDiffers = "plate-differs"
}

/// An unknown vehicle is registered (陌生車輛登記, P8, G12).
public struct VehicleRegistered: Fact {
    public static let kind = "vehicle.registered"
    public static let command: String? = "vehicle.register"
    public static let meaning = "An unknown vehicle is registered before it may enter (P8)."

    public var plate: String?
    public var vehicle: String?
    public var colour: String?
    public var driver: String?
    public var unit: String?
    public var purpose: String?
    public var people: Int?

    public init() {}

    public static let fields: [Field<VehicleRegistered>] = [
        Field("plate", \.plate, "Plate, as seen; missing if there is none."),
        Field("vehicle", \.vehicle, "Kind of vehicle, by its id."),
        Field("colour", \.colour, "Colour."),
        Field("driver", \.driver, "Driver."),
        Field("unit", \.unit, "Where it is going."),
        Field("purpose", \.purpose, "Purpose, by its id."),
        Field("people", \.people, "People in it."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VehicleRegistered {
        try situation.requireStaff()
        try situation.estate.require(unit: unit, purpose: purpose)
        try situation.estate.require(vehicle, in: situation.estate.vehicleKinds.map(\.id), field: "vehicle")
        if plate == nil, vehicle == nil, driver == nil { throw .missingField("plate") }
        try situation.require(people: people, field: "people")
        // Of a plate that may be a listed one the rest is asked for before anything is written.
        if let plate, let entry = situation.estate.denied(plate: plate), case .plateNotWhole = situation.estate.refusal(of: plate, by: entry) {
            throw .plateNotWhole(plate, denied: entry.id)
        }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var stay = Stay()
        stay.opened = stamp.happened
        stay.plate = plate
        stay.kind = vehicle
        stay.colour = colour
        stay.driver = driver
        stay.unit = unit
        stay.purpose = purpose
        stay.people = people
        registers.stays[stamp.n] = stay
    }
}

/// A vehicle came in.
public struct VehicleEntered: Timed {
    public static let kind = "vehicle.entered"
    public static let command: String? = "vehicle.enter"
    public static let meaning = "A vehicle came in: a resident's by its plate alone, an unknown one after its registration."

    public var ref: Int?
    public var plate: String?
    public var unit: String?
    public var flag: Contradiction?
    public var contradicts: Int?
    public var took: Int?
    public var keys: Int?

    public init() {}
    public init(ref: Int? = nil, plate: String? = nil) {
        self.ref = ref
        self.plate = plate
    }

    public static let fields: [Field<VehicleEntered>] = [
        Field("ref", \.ref, "The registration of an unknown vehicle."),
        Field("plate", \.plate, "Plate, as seen."),
        Field("unit", \.unit, "The resident's unit.", presence: .derived),
        Field("flag", \.flag, "What it contradicts.", presence: .derived),
        Field("contradicts", \.contradicts, "The line that it contradicts; that stay ends with an unknown exit. Missing where it is inside as a visitor's.", presence: .derived, names: .line),
    ] + effortFields(\.took, \.keys)

    public func decided(in situation: Situation) throws(Refusal) -> VehicleEntered {
        try situation.requireKnownWriter()
        try requireRealEffort()
        var copy = self
        var isExcepted = false
        if let ref {
            guard let stay = situation.registers.stays[ref] else { throw .nothingThere(ref: ref) }
            guard stay.entered == nil else { throw .wrongStep(ref: ref) }
            try situation.requireTime(notBefore: stay.opened)
            copy.plate = plate ?? stay.plate
            isExcepted = stay.isExcepted
            if let certain = situation.estate.certainlyDenied(stay) { throw stay.same.contains(certain.id) ? .denied(certain.id) : situation.estate.refusal(of: stay.plate, by: certain) }
            if let possible = situation.estate.possiblyDenied(stay) { throw .mustCompare(name: possible.name, denied: possible.entry.id) }
            if !isExcepted { try situation.requireNoSuspect(among: situation.registers.drivers(of: stay, in: situation.estate), besides: ref) }
            if situation.registers.visitor(in: copy.plate) != nil { copy.flag = .insideAlready }
        } else if plate?.isEmpty ?? true {
            throw .needsPlateOrReference
        }
        guard let plate = copy.plate else { return copy }
        if let denied = situation.estate.denied(plate: plate), !isExcepted { throw situation.estate.refusal(of: plate, by: denied) }
        if ref == nil {
            guard let own = situation.estate.residentVehicle(plate: plate) else { throw .registerFirst }
            copy.unit = own.unit
        }
        if let other = situation.registers.inside(plate: plate) {
            copy.flag = .insideAlready
            copy.contradicts = other.key
        }
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        if let contradicts { registers.stays[contradicts] = nil }
        let key = ref ?? stamp.n
        var stay = registers.stays[key] ?? Stay()
        if ref == nil {
            stay.opened = stamp.happened
            stay.isResident = true
            stay.unit = unit
        }
        stay.plate = plate ?? stay.plate
        stay.entered = stamp.happened
        stay.isFlagged = flag != nil
        registers.stays[key] = stay
    }
}

/// A vehicle went out. Never refused.
public struct VehicleLeft: CarriesOut {
    public static let kind = "vehicle.left"
    public static let command: String? = "vehicle.leave"
    public static let decisive: Set<String> = ["carried", "pass", "pieces"]
    public static let meaning = "A vehicle went out. With `ref` it settles that stay, even where the plate was read differently on the way in. Things go out in it on a pass, or for a reason that the supervisor hears of."
    public static let usesReserve = true

    public var ref: Int?
    public var plate: String?
    public var carried: String?
    public var pass: Int?
    public var pieces: Int?
    public var why: String?
    public var isUnpassed = false
    public var differs: [String] = []
    public var rest: Int?
    public var seen = Certainty.seen
    public var settles: Int?
    public var visit: Int?
    public var flag: Contradiction?

    public init() {}
    public init(ref: Int? = nil, plate: String? = nil, carried: String? = nil, seen: Certainty = .seen) {
        self.ref = ref
        self.plate = plate
        self.carried = carried
        self.seen = seen
    }

    public static let fields: [Field<VehicleLeft>] = [
        Field("ref", \.ref, "The stay that ends, or an exit without an entry that is settled by it."),
        Field("plate", \.plate, "Plate, as seen."),
        Field("carried", \.carried, "Things carried out."),
        Field("pass", \.pass, "The pass on which they go out; it is used up by it, as far as the pieces go.", names: .line),
        Field("pieces", \.pieces, "How many pieces go out on it; all that it allows if missing."),
        Field("why", \.why, "Why they go out without a pass, or more than it allows; it goes to the supervisor."),
        Field("unpassed", \.isUnpassed, "Things went out without a pass.", presence: .derived),
        Field("differs", \.differs, "What does not fit the pass: which, what was seen, what the pass says; it goes to the supervisor.", presence: .derived),
        Field("rest", \.rest, "How many pieces the pass still allows; missing where it is used up.", presence: .derived),
        Field("seen", \.seen, "Whether the exit was seen.", presence: .optional),
        Field("settles", \.settles, "The stay that ends.", presence: .derived, names: .line),
        Field("visit", \.visit, "The visit of whoever came in with it and is still inside: from now on without it.", presence: .derived, names: .line),
        Field("flag", \.flag, "What it contradicts.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> VehicleLeft {
        try situation.requireKnownWriter()
        var copy = try heldAgainstPass(in: situation, bearer: bearer(in: situation))
        if let ref {
            guard let stay = situation.registers.stays[ref], stay.entered != nil else { throw .nothingThere(ref: ref) }
            try situation.requireLeaving(notBefore: stay.entered)
            copy.settles = ref
            copy.plate = plate ?? stay.plate
            if let plate, let before = stay.plate, Plate.normal(plate) != Plate.normal(before) { copy.flag = .plateDiffers }
            return copy
        }
        guard let plate, !plate.isEmpty else { throw .needsPlateOrReference }
        if let stay = situation.registers.inside(plate: plate) {
            try situation.requireLeaving(notBefore: stay.value.entered)
            copy.settles = stay.key
        } else if let visit = situation.registers.visitor(in: plate) {
            try situation.requireLeaving(notBefore: situation.registers.visits[visit]?.entered)
            copy.visit = visit
        } else if !(situation.estate.hasGatesElsewhere && situation.estate.residentVehicle(plate: plate) != nil) {
            copy.flag = .neverEntered
        }
        return copy
    }

    /// Whose goods they are, as far as the vehicle tells.
    private func bearer(in situation: Situation) -> Bearer {
        let stay = ref.flatMap { situation.registers.stays[$0] } ?? plate.flatMap { situation.registers.inside(plate: $0) }?.value
        let seen = plate ?? stay?.plate
        let unit = stay?.unit ?? seen.flatMap { situation.estate.residentVehicle(plate: $0)?.unit }
        return Bearer(unit: unit, plate: seen ?? "", names: stay?.driver.map { [$0] } ?? [])
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.carryOut(self, stamp)
        if let settles { registers.stays[settles] = nil }
        if let visit { registers.visits[visit]?.plate = nil }
    }
}
