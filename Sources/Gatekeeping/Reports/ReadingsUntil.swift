import Notation

/// Who had read which order by the end of a day (S1): as the lines written until then tell it, and what the first page after it brings forward.
struct ReadingsUntil: Sendable {
    private let end: Day?
    private let zone: Zone
    /// The lines that count, in their order.
    private var lines: [(n: Int, reading: OrderReading, isWhole: Bool)] = []
    /// A line was written later: what is brought forward from then on may be of later lines.
    private var isOver = false

    init(_ end: Day?, in zone: Zone) { (self.end, self.zone) = (end, zone) }

    mutating func note(_ event: Event, _ stamp: Stamp) {
        let isLater = end.map { Day(stamp.t, in: zone) > $0 } ?? false
        switch event.shape {
        case let forward as Forward<OrderReading>: if !isOver { lines.append((stamp.n, forward.item, true)) }
        case let read as OrderAcknowledged: if !isLater { lines.append((stamp.n, read.reading, false)) }
        // What is taken back was never read, whenever that was said.
        case let withdrawal as Withdrawal: lines.removeAll { $0.n == withdrawal.ref }
        default: break
        }
        if isLater, !type(of: event.shape).kind.hasPrefix("forward.") { isOver = true }
    }

    /// The version that was read last of each order, and by whom.
    var latest: [String: OrderReading] {
        var before: (order: String, n: Int)?
        return lines.reduce(into: [:]) { latest, line in
            let order = line.reading.order
            // What is brought forward begins anew, in as many lines as it needs, one behind the other.
            let goesOn = !line.isWhole || before.map { $0 == (order, line.n - 1) } ?? false
            before = line.isWhole ? (order, line.n) : nil
            if goesOn, let known = latest[order], known.version == line.reading.version {
                latest[order]?.readers += line.reading.readers
            } else {
                latest[order] = line.reading
            }
        }
    }
}

extension OrderAcknowledged {
    fileprivate var reading: OrderReading {
        var reading = OrderReading(order: order, version: version)
        reading.readers = [reader].compactMap { $0 }
        return reading
    }
}
