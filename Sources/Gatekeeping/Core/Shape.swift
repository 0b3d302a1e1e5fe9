import Notation

/// Something that stands in the journal as named fields: one table of fields gives its coding, its schema and its documentation.
public protocol Shaped: Equatable, Sendable {
    /// A blank one, to be filled field by field.
    init()
    /// Its fields in the order in which they are written.
    static var fields: [Field<Self>] { get }

    /// Reads the fields of a command (`asCommand`: derived ones are unknown) or of an event.
    init(_ object: JSONObject, asCommand: Bool) throws(FieldProblem)
    /// The fields that have something to say, in their order.
    func object(in zone: Zone) -> JSONObject
}

/// One named field of a `Root`. A class, since tables of fields are read for every line of the journal.
public final class Field<Root: Sendable>: Sendable {
    /// What a field asks of a command and says in an event.
    public enum Presence: Sendable {
        case required, optional
        /// A command must carry it; older lines may lack it.
        case demanded
        /// The rules fill it in; a command that carries it is refused.
        case derived
    }

    /// How a field names lines of the journal.
    public enum Naming: Sendable {
        case nothing
        /// One or several, by number. `ref` always does.
        case line
        /// Within keys, as `defect:12`.
        case key
    }

    public let name: String
    /// Meaning, for whoever reads the schema.
    public let meaning: String
    public let presence: Presence
    public let schema: FieldSchema
    public let naming: Naming
    let read: @Sendable (Root, Zone) -> JSON?
    let write: @Sendable (inout Root, JSON) -> Bool

    init(
        name: String, meaning: String, presence: Presence, schema: FieldSchema, read: @escaping @Sendable (Root, Zone) -> JSON?,
        write: @escaping @Sendable (inout Root, JSON) -> Bool
    ) {
        (self.name, self.meaning, self.presence, self.schema, self.read, self.write) = (name, meaning, presence, schema, read, write)
        naming = name == "ref" ? .line : .nothing
    }

    /// A field that must be there.
    public init<Value: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ meaning: String, presence: Presence = .required, names naming: Naming = .nothing
    ) {
        self.name = name
        self.naming = name == "ref" ? .line : naming
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
        _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ meaning: String, presence: Presence = .optional, names naming: Naming = .nothing
    ) {
        self.name = name
        self.naming = name == "ref" ? .line : naming
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

extension Field {
    /// Whether a command, or else a line of the journal, must have it.
    public func isRequired(ofCommand: Bool) -> Bool { presence == .required || ofCommand && presence == .demanded }
}

/// What is wrong with the fields of a command or an event.
public enum FieldProblem: Error, Equatable, Sendable {
    case unknown(String)
    case missing(String)
    case wrongType(String, expected: FieldSchema)
}

extension Shaped {
    public func object(in zone: Zone) -> JSONObject {
        var object = JSONObject()
        for field in Self.fields {
            if let value = field.read(self, zone) { object.append(field.name, value) }
        }
        return object
    }

    public init(_ object: JSONObject) throws(FieldProblem) { try self.init(object, asCommand: false) }

    public init(_ object: JSONObject, asCommand: Bool) throws(FieldProblem) {
        self.init()
        let fields = Self.fields
        var next = 0
        var isSet = [Bool](repeating: false, count: fields.count)
        for member in object.members {
            // Lines carry their fields in the order of the table, so the search begins where the last one ended.
            guard let index = fields[next...].firstIndex(where: { $0.name == member.name }) ?? fields[..<next].firstIndex(where: { $0.name == member.name }),
                !asCommand || fields[index].presence != .derived
            else { throw .unknown(member.name) }
            guard fields[index].write(&self, member.value) else { throw .wrongType(member.name, expected: fields[index].schema) }
            isSet[index] = true
            next = index + 1
        }
        for index in fields.indices where !isSet[index] && fields[index].isRequired(ofCommand: asCommand) { throw .missing(fields[index].name) }
    }

    /// Sets one field by its name.
    public mutating func set(_ name: String, _ value: JSON, asCommand: Bool = false) throws(FieldProblem) {
        guard let field = Self.fields.first(where: { $0.name == name }), !asCommand || field.presence != .derived
        else { throw .unknown(name) }
        guard field.write(&self, value) else { throw .wrongType(name, expected: field.schema) }
    }
}
