/// A building of the estate.
public struct Building: Equatable, Sendable {
    public var id: String
    public var name: Names

    public init(id: String, name: Names) {
        self.id = id
        self.name = name
    }
}

/// A home or shop that visitors come for.
public struct Unit: Equatable, Sendable {
    /// As written in the book: `3-1502`.
    public var id: String
    /// The building's id.
    public var building: String
    /// The household or firm, for finding.
    public var household: String
    public var phone: String?

    public init(id: String, building: String, household: String, phone: String? = nil) {
        self.id = id
        self.building = building
        self.household = household
        self.phone = phone
    }
}

/// A person who lives or works in a unit (P4, G14).
public struct Resident: Equatable, Sendable {
    public var name: String
    /// The unit's id.
    public var unit: String
    public var phone: String?
    /// The resident's pass badge, as the scanner types it.
    public var badge: String?

    public init(name: String, unit: String, phone: String? = nil, badge: String? = nil) {
        self.name = name
        self.unit = unit
        self.phone = phone
        self.badge = badge
    }
}

/// A vehicle that passes with one key (P8).
public struct ResidentVehicle: Equatable, Sendable {
    /// As on the plate.
    public let plate: String
    /// As plates are compared.
    public let normalPlate: String
    /// The unit's id.
    public var unit: String
    /// A vehicle kind's id.
    public var kind: String
    public var colour: String
    public var owner: String

    public init(plate: String, unit: String, kind: String, colour: String, owner: String) {
        self.plate = plate
        normalPlate = Plate.normal(plate)
        self.unit = unit
        self.kind = kind
        self.colour = colour
        self.owner = owner
    }
}

/// Somebody or something that must not be let in.
public struct Denied: Equatable, Sendable {
    public var id: String
    /// The person's name and other names they use; may be empty when only a plate is known.
    public let names: [String]
    public let plate: String?
    /// The plate and the names as they are compared.
    let listedPlate: ListedPlate?
    let listedNames: [ListedName]
    /// Last four characters of their document, where known.
    public var documentTail: String?
    public var reason: String
    /// How to recognise them, for comparing.
    public var looks: String

    public init(
        id: String, names: [String], plate: String? = nil, documentTail: String? = nil, reason: String, looks: String = ""
    ) {
        self.id = id
        self.names = names
        self.plate = plate
        listedPlate = plate.map(ListedPlate.init)
        listedNames = names.map(ListedName.init)
        self.documentTail = documentTail
        self.reason = reason
        self.looks = looks
    }
}
