import Notation

/// One writer of a race: visitors with few badges between them, and the same few cars as everybody.
struct Racer {
    private let index: Int
    private let session: Session
    private var random: SplitMix
    private let badges: [String]
    private(set) var known: [String: Int] = [:]
    private var commands = 0
    private var wanted = 0

    init(_ index: Int, of count: Int, _ session: Session, seed: UInt64) {
        self.index = index
        self.session = session
        random = SplitMix(seed: seed &* 1000 &+ UInt64(index))
        badges = (0..<max(1, count / 2)).map { "V00\($0)" }
    }

    /// Writes this many events; half of them on the next day.
    mutating func write(_ count: Int) throws {
        wanted = count
        try ask("post.take", ["taking": .string("opening"), "turnout": .bool(true)], now: "2026-11-23T23:50:00+08:00")
        var isNextDay = false
        while known.count < count {
            let midnight = !isNextDay && known.count * 2 >= count
            if midnight { isNextDay = true }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: try visitor()
            default: try vehicle(now: midnight ? "2026-11-24T00:10:00+08:00" : nil)
            }
        }
        session.end()
    }

    private mutating func visitor() throws {
        guard wanted - known.count >= 4 else { return try vehicle(now: nil) }
        let person: JSONObject = [
            "name": .string("訪客\(index)"), "document": .string("id-card"), "tail": .string("1234"), "matches": .bool(true),
        ]
        guard let ref = try ask("visitor.verify", person) else { return }
        var visit: JSONObject = ["ref": .integer(ref), "unit": .string("3-1502"), "confirmed": .string("phone"), "purpose": .string("visit")]
        for badge in badges.shuffled(using: &random) {
            visit["badge"] = .string(badge)
            guard try ask("visitor.register", visit) != nil else { continue }
            try ask("visitor.admit", ["ref": .integer(ref)])
            try ask("visitor.leave", ["ref": .integer(ref), "badgeBack": .bool(true)])
            return
        }
        try ask("visitor.refuse", ["ref": .integer(ref), "reason": .string("no-identification")])
    }

    private mutating func vehicle(now: String?) throws {
        let plate = ["皖A60D70", "冀A197Y9", "云C0B029"].randomElement(using: &random) ?? ""
        try ask(Bool.random(using: &random) ? "vehicle.enter" : "vehicle.leave", ["plate": .string(plate)], now: now)
    }

    /// The number of the line, or nil if the rules refused it.
    @discardableResult
    private mutating func ask(_ what: String, _ fields: JSONObject, now: String? = nil) throws -> Int? {
        var command = fields
        commands += 1
        (command["do"], command["by"], command["id"]) = (.string(what), .string("G07"), .string("r\(index)-\(commands)"))
        command["now"] = now.map { .string($0) }
        let answer = try session.ask(JSON.object(command).text)
        known[answer.id] = answer.n
        if answer.isWritten == nil || answer.text.contains("cannot-write") { throw Failure(answer.text) }
        return answer.n
    }
}

/// SplitMix64: the same seed gives the same test.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
