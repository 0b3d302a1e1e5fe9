import Notation

/// Something open that outlives a page.
public protocol Carried: Shaped {
    /// What comes after `forward.` in the kind.
    static var forwardName: String { get }
    /// Where it lives in the registers.
    static func place(_ item: Self, _ opener: Int, _ since: Instant, in registers: inout Registers)
    /// Fields that a correction may change: nothing that rules are decided on.
    static var correctable: Set<String> { get }
}

extension Carried {
    public static var correctable: Set<String> { [] }
}

/// Something open that is known by the number of the line that opened it.
public protocol Kept: Carried {
    /// Where all of its kind are.
    static var register: any WritableKeyPath<Registers, [Int: Self]> & Sendable { get }
    /// Since when it is open.
    var since: Instant { get set }
}

extension Kept {
    public static func place(_ item: Self, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.since = since
        registers[keyPath: register][opener] = item
    }

    /// Whether one of the kind is open.
    static func isOpen(_ opener: Int, in registers: Registers) -> Bool { registers[keyPath: register][opener] != nil }

    /// All that are open, as the next page will say them.
    static func forwarded(from registers: Registers) -> [any Fact] {
        registers[keyPath: register].sorted { $0.key < $1.key }.map { Forward($0.value, opener: $0.key, since: $0.value.since) }
    }

    /// Those with these numbers, as the next page will say them.
    static func forwarded(_ openers: Set<Int>, from registers: Registers) -> [any Fact] {
        registers[keyPath: register].forwarded(openers) { $0.since }
    }
}

/// A fact that repeats what an earlier page said.
public protocol Forwarding {
    /// The line that opened what is brought forward.
    var opener: Int { get }
}

/// `forward.*`: something open, brought forward (承前) to a new page with all corrections applied.
public struct Forward<Item: Carried>: Fact, Forwarding {
    public static var kind: String { "forward." + Item.forwardName }
    public static var meaning: String { "Brought forward from an earlier page (\(Item.forwardName))." }
    public static var canBeWithdrawn: Bool { false }
    public static var canBeCorrected: Bool { !Item.correctable.isEmpty }
    public static var decisive: Set<String> { Set(fields.map(\.name)).subtracting(Item.correctable) }

    public var ref = 0
    public var since = Instant(milliseconds: 0)
    public var item = Item()

    public init() {}
    init(_ item: Item, opener: Int, since: Instant) {
        ref = opener
        self.since = since
        self.item = item
    }

    public var opener: Int { ref }

    public static var fields: [Field<Forward<Item>>] {
        [
            Field("ref", \.ref, "The line that opened it."),
            Field("since", \.since, "Since when."),
        ] + Item.fields.map { Field(nesting: $0) }
    }

    /// The item's own table reads its fields: a table of this type would have to be made anew for every line.
    public init(_ object: JSONObject, asCommand: Bool) throws(FieldProblem) {
        self.init()
        var rest = JSONObject()
        var isSet = (ref: false, since: false)
        for member in object.members {
            switch member.name {
            case "ref": isSet.ref = try Forward.take(member, &ref)
            case "since": isSet.since = try Forward.take(member, &since)
            default: rest.append(member.name, member.value)
            }
        }
        item = try Item(rest, asCommand: false)
        guard isSet.ref else { throw .missing("ref") }
        guard isSet.since else { throw .missing("since") }
    }

    private static func take<Value: FieldValue>(_ member: JSONObject.Member, _ value: inout Value) throws(FieldProblem) -> Bool {
        guard let read = Value(json: member.value) else { throw .wrongType(member.name, expected: Value.schema) }
        value = read
        return true
    }

    public func object(in zone: Zone) -> JSONObject {
        var object: JSONObject = ["ref": ref.json(in: zone), "since": since.json(in: zone)]
        for member in item.object(in: zone).members { object.append(member.name, member.value) }
        return object
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { Item.place(item, ref, since, in: &registers) }
}

extension Field {
    /// The same field of the item inside a `Forward`.
    convenience init<Item>(nesting field: Field<Item>) where Root == Forward<Item> {
        self.init(
            name: field.name, meaning: field.meaning, presence: field.presence == .required ? .required : .optional, schema: field.schema,
            read: { field.read($0.item, $1) }, write: { field.write(&$0.item, $1) })
    }
}

extension Dictionary where Key == Int, Value: Carried {
    /// Those with these numbers, as the next page will say them.
    func forwarded(_ openers: Set<Int>, since: (Value) -> Instant) -> [any Fact] {
        isEmpty ? [] : openers.compactMap { opener in self[opener].map { Forward($0, opener: opener, since: since($0)) } }
    }
}
