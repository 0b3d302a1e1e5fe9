import Notation

/// Something that stands in the journal as named fields: one table of fields gives its coding, its schema and its documentation.
public protocol Shaped: Equatable, Sendable {
    /// A blank one, to be filled field by field.
    init()
    /// Its fields in the order in which they are written.
    static var fields: [Field<Self>] { get }
}

/// One named field of a `Root`.
public struct Field<Root: Sendable>: Sendable {
    /// What a field asks of a command and says in an event.
    public enum Presence: Sendable {
        case required, optional
        /// The rules fill it in; a command that carries it is refused.
        case derived
    }

    public let name: String
    /// Meaning, for whoever reads the schema.
    public let meaning: String
    public let presence: Presence
    public let schema: FieldSchema
    let read: @Sendable (Root, Zone) -> JSON?
    let write: @Sendable (inout Root, JSON) -> Bool

    /// A field that must be there.
    public init<Value: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ meaning: String, presence: Presence = .required
    ) {
        self.name = name
        self.meaning = meaning
        self.presence = presence
        schema = Value.schema
        read = { root, zone in
            let value = root[keyPath: path]
            return value.isBlank && presence != .required ? nil : value.json(in: zone)
        }
        write = { root, json in
            guard let value = Value(json: json) else { return false }
            root[keyPath: path] = value
            return true
        }
    }

    /// A field that may be missing.
    public init<Value: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ meaning: String, presence: Presence = .optional
    ) {
        self.name = name
        self.meaning = meaning
        self.presence = presence
        schema = Value.schema
        read = { root, zone in root[keyPath: path]?.json(in: zone) }
        write = { root, json in
            guard let value = Value(json: json) else { return false }
            root[keyPath: path] = value
            return true
        }
    }
}

/// What is wrong with the fields of a command or an event.
public enum FieldProblem: Error, Equatable, Sendable {
    case unknown(String)
    case missing(String)
    case wrongType(String, expected: FieldSchema)
}

extension Shaped {
    /// The fields that have something to say, in their order.
    public func object(in zone: Zone) -> JSONObject {
        var object = JSONObject()
        for field in Self.fields { object[field.name] = field.read(self, zone) }
        return object
    }

    /// Reads the fields of a command (`asCommand`: derived ones are unknown) or of an event.
    public init(_ object: JSONObject, asCommand: Bool = false) throws(FieldProblem) {
        self.init()
        for member in object.members { try set(member.name, member.value, asCommand: asCommand) }
        for field in Self.fields where field.presence == .required && object[field.name] == nil {
            throw .missing(field.name)
        }
    }

    /// Sets one field by its name.
    public mutating func set(_ name: String, _ value: JSON, asCommand: Bool = false) throws(FieldProblem) {
        guard let field = Self.fields.first(where: { $0.name == name }), !asCommand || field.presence != .derived
        else { throw .unknown(name) }
        guard field.write(&self, value) else { throw .wrongType(name, expected: field.schema) }
    }
}
