/// A JSON value (RFC 8259) whose objects keep the order of their members.
public enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number that is no integer of 64 bits, as it was written.
    case number(String)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

/// The members of a JSON object in their order. No name occurs twice.
public struct JSONObject: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    /// A name and its value.
    public struct Member: Equatable, Sendable {
        public let name: String
        public var value: JSON

        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var members: [Member] = []

    public init() {}

    /// An object with room for some members.
    init(reserving count: Int) { members.reserveCapacity(count) }

    /// Some members of another object.
    public init(_ members: ArraySlice<Member>) { self.members = Array(members) }

    public init(dictionaryLiteral elements: (String, JSON)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// The value under `name`; setting nil removes it, setting a new one appends it.
    public subscript(name: String) -> JSON? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Adds a member whose name the object is known not to have.
    public mutating func append(_ name: String, _ value: JSON) { members.append(Member(name: name, value: value)) }

    func has(_ name: String) -> Bool { members.contains { $0.name == name } }
}

extension JSON {
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
}
