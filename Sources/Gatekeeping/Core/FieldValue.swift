import Notation

/// What a field may hold, for the schema and for messages.
public indirect enum FieldSchema: Equatable, Sendable {
    case text, wholeNumber, reference, truth, time
    case oneOf([String])
    case list(FieldSchema)
    /// Fields of something that another line is about.
    case object
}

/// A value that a field can hold.
public protocol FieldValue: Equatable, Sendable {
    static var schema: FieldSchema { get }
    /// Nil where `json` is not of the schema.
    init?(json: JSON)
    func json(in zone: Zone) -> JSON
    /// Says nothing, so that an optional field with it is left out.
    var isBlank: Bool { get }
}

extension FieldValue {
    public var isBlank: Bool { false }
}

extension String: FieldValue {
    public static var schema: FieldSchema { .text }
    public init?(json: JSON) {
        guard let text = json.string else { return nil }
        self = text
    }
    public func json(in zone: Zone) -> JSON { .string(self) }
    public var isBlank: Bool { isEmpty }
}

extension Int: FieldValue {
    public static var schema: FieldSchema { .wholeNumber }
    public init?(json: JSON) {
        guard let number = json.integer else { return nil }
        self = number
    }
    public func json(in zone: Zone) -> JSON { .integer(self) }
}

extension Bool: FieldValue {
    public static var schema: FieldSchema { .truth }
    public init?(json: JSON) {
        guard let truth = json.bool else { return nil }
        self = truth
    }
    public func json(in zone: Zone) -> JSON { .bool(self) }
    public var isBlank: Bool { !self }
}

extension Instant: FieldValue {
    public static var schema: FieldSchema { .time }
    public init?(json: JSON) {
        guard let text = json.string, let instant = Instant(text) else { return nil }
        self = instant
    }
    public func json(in zone: Zone) -> JSON { .string(text(in: zone)) }
}

extension Array: FieldValue where Element: FieldValue {
    public static var schema: FieldSchema { .list(Element.schema) }
    public init?(json: JSON) {
        guard let values = json.array else { return nil }
        self = values.compactMap { Element(json: $0) }
        if count != values.count { return nil }
    }
    public func json(in zone: Zone) -> JSON { .array(map { $0.json(in: zone) }) }
    public var isBlank: Bool { isEmpty }
}

extension JSONObject: FieldValue {
    public static var schema: FieldSchema { .object }
    public init?(json: JSON) {
        guard let object = json.object else { return nil }
        self = object
    }
    public func json(in zone: Zone) -> JSON { .object(self) }
    public var isBlank: Bool { members.isEmpty }
}

/// A closed choice, written as its raw value.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    public static var schema: FieldSchema { .oneOf(allCases.map(\.rawValue)) }
    public init?(json: JSON) {
        guard let text = json.string, let value = Self(rawValue: text) else { return nil }
        self = value
    }
    public func json(in zone: Zone) -> JSON { .string(rawValue) }
}
