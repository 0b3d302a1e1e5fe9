import Notation

/// Who has read a version of a post order (崗位職責, S1).
public struct OrderReading: Carried {
    public var order = ""
    public var version = 0
    /// Numbers of those who read it.
    public var readers: [String] = []

    public init() {}
    init(order: String, version: Int) {
        self.order = order
        self.version = version
    }

    public static let forwardName = "order"
    public static let fields: [Field<OrderReading>] = [
        Field("order", \.order, "The order, by its id."),
        Field("version", \.version, "Its version."),
        Field("readers", \.readers, "Who read it."),
    ]

    public var since = Instant(milliseconds: 0)

    public static func place(_ item: OrderReading, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.since = since
        // More readers than one line has room for stand in several.
        if let before = registers.readings[item.order], before.version == item.version {
            item.readers = before.readers + item.readers.filter { !before.readers.contains($0) }
        }
        registers.readings[item.order] = item
    }
}

/// A guard read a post order in its present version (S1).
public struct OrderAcknowledged: Fact {
    public static let kind = "order.acknowledged"
    public static let command: String? = "order.acknowledge"
    public static let decisive: Set<String> = ["order", "reader"]
    public static let meaning = "A guard who is on duty read a post order; nobody signs for somebody else. Which version is recorded (S1)."

    public var order = ""
    public var reader: String?
    public var version = 0

    public init() {}

    public static let fields: [Field<OrderAcknowledged>] = [
        Field("order", \.order, "The order, by its id."),
        Field("reader", \.reader, "Who read it: the recorder, whether it is said or not."),
        Field("version", \.version, "Which version.", presence: .derived),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> OrderAcknowledged {
        try situation.requireOnDuty()
        guard let known = situation.estate.order(order) else {
            throw .unknownValue(field: "order", value: order, known: situation.estate.orders.map(\.id))
        }
        guard reader ?? situation.by == situation.by else { throw .othersReading }
        if situation.registers.hasRead(known, situation.by) { throw .alreadyRecorded }
        var copy = self
        copy.reader = situation.by
        copy.version = known.version
        return copy
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var reading = registers.readings[order] ?? OrderReading(order: order, version: version)
        if reading.version != version { reading = OrderReading(order: order, version: version) }
        if reading.readers.isEmpty { reading.since = stamp.happened }
        if let reader, !reading.readers.contains(reader) { reading.readers.append(reader) }
        registers.readings[order] = reading
    }
}

extension Registers {
    /// The orders for a post that a guard has not read in their present version (S1).
    public func unread(by number: String, at post: String, in estate: Estate) -> [Order] {
        estate.orders.filter { order in
            (order.posts.isEmpty || order.posts.contains(post)) && !hasRead(order, number)
        }
    }

    /// Whether a guard has read an order in its present version (S1).
    public func hasRead(_ order: Order, _ number: String) -> Bool {
        readings[order.id].map { $0.version == order.version && $0.readers.contains(number) } ?? false
    }
}
