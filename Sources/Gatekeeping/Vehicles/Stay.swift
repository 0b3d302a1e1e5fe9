import Notation
import Readings

/// One vehicle: registered at the gate, or inside.
public struct Stay: Carried {
    /// As seen; nil for a vehicle without one.
    public var plate: String?
    public var kind: String?
    public var colour: String?
    public var driver: String?
    public var unit: String?
    public var purpose: String?
    public var people: Int?
    /// A resident's vehicle (P8).
    public var isResident = false
    /// When it came in; nil while only registered.
    public var entered: Instant?
    /// It contradicts another line: in twice.
    public var isFlagged = false
    /// A supervisor's exception lets it in.
    public var isExcepted = false
    /// Deny list entries that the driver was compared with: the same person, and another one.
    public var same: [String] = []
    public var different: [String] = []

    public init() {}

    public static let forwardName = "vehicle"
    public static let correctable: Set<String> = ["plate", "vehicle", "colour", "driver", "unit", "purpose", "people"]
    public static let fields: [Field<Stay>] = [
        Field("plate", \.plate, "Plate, as seen."),
        Field("vehicle", \.kind, "Kind of vehicle, by its id."),
        Field("colour", \.colour, "Colour."),
        Field("driver", \.driver, "Driver."),
        Field("unit", \.unit, "Unit."),
        Field("purpose", \.purpose, "Purpose."),
        Field("people", \.people, "People in it."),
        Field("resident", \.isResident, "A resident's vehicle.", presence: .optional),
        Field("entered", \.entered, "When it came in."),
        Field("flagged", \.isFlagged, "It contradicts another line.", presence: .optional),
        Field("excepted", \.isExcepted, "A supervisor's exception lets it in.", presence: .optional),
        Field("same", \.same, "Deny list entries that the driver is.", presence: .optional),
        Field("different", \.different, "Deny list entries that the driver is not, each with their name.", presence: .optional),
    ]

    /// When its first line was written.
    public var opened = Instant(milliseconds: 0)

    public static func place(_ item: Stay, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.opened = since
        registers.stays[opener] = item
    }

    /// Minutes over the time allowed for the purpose, as for a visit; never for a resident's.
    public func overstay(in estate: Estate, at now: Instant) -> Int? {
        guard !isResident, let entered, let purpose, let allowed = estate.purpose(purpose)?.allowedMinutes else { return nil }
        let over = now.minutes(since: entered) - allowed
        return over > 0 ? over : nil
    }
}

extension Registers {
    /// The vehicle inside with this plate.
    public func inside(plate: String) -> (key: Int, value: Stay)? {
        let wanted = Plate.units(Readings.folded(plate))
        let isTelling = Plate.isTelling(wanted)
        return stays.first { _, stay in stay.entered != nil && (isTelling || stay.isResident) && stay.plate.map { Plate.isSame($0, as: wanted) } ?? false }
    }

    /// Vehicles inside whose plates differ from this one in at most two characters, nearest first.
    public func similarInside(to plate: String) -> [(key: Int, value: Stay)] {
        stays.compactMap { key, stay -> (distance: Int, key: Int, value: Stay)? in
            guard stay.entered != nil, let other = stay.plate, let distance = Plate.distance(plate, other),
                (1...2).contains(distance)
            else { return nil }
            return (distance, key, stay)
        }
        .sorted { ($0.distance, $0.key) < ($1.distance, $1.key) }
        .map { ($0.key, $0.value) }
    }
}

extension Estate {
    /// The resident's vehicle with exactly this plate, once normalised.
    public func residentVehicle(plate: String) -> ResidentVehicle? {
        let wanted = Plate.normal(plate)
        return vehicles.first { $0.normalPlate == wanted }
    }
}
