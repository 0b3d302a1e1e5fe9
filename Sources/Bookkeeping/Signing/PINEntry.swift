import CryptoExtras
import Foundation
import Notation

/// What is kept of one person's PIN: nothing that it could be read from.
struct PINEntry: Equatable, Sendable {
    /// The cost of a derivation: 32 MiB and some 50 to 100 ms.
    struct Cost: Equatable, Sendable {
        var rounds = 1 << 15
        var blockSize = 8
        var parallelism = 1

        var isSane: Bool {
            rounds > 1 && rounds <= 1 << 16 && rounds & (rounds - 1) == 0 && (1...8).contains(blockSize) && (1...4).contains(parallelism)
        }
    }

    var number: String
    var cost: Cost
    var salt: [UInt8]
    var hash: [UInt8]
    /// Wrong ones in a row.
    var wrong = 0
    /// Pauses since the last right one.
    var pauses = 0
    /// When the last pause began, in milliseconds since 1970.
    var pausedFrom: Int?

    init(_ pin: PIN, of number: String, cost: Cost) throws {
        self.number = number
        self.cost = cost
        var generator = SystemRandomNumberGenerator()
        salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        hash = try PINEntry.derive(pin, salt: salt, cost: cost)
    }

    private static func derive(_ pin: PIN, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: pin.digits, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    /// Takes as long for a wrong one as for a right one.
    func isRight(_ pin: PIN) -> Bool {
        guard let derived = try? PINEntry.derive(pin, salt: salt, cost: cost), derived.count == hash.count else { return false }
        return zip(derived, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    // MARK: Wrong ones

    /// How many wrong ones in a row bring a pause.
    static let limit = 5

    /// Minutes of the pause: 5, then twice as long each time, at most 8 hours.
    private var pauseMinutes: Int { min(480, 5 << min(max(pauses - 1, 0), 10)) }

    /// Until when no PIN is taken; nil for now. A clock that was set back does not make it longer than it is.
    func paused(at now: Instant) -> Instant? {
        guard let pausedFrom, pauses > 0 else { return nil }
        let from = Instant(milliseconds: Int64(pausedFrom))
        guard (-pauseMinutes..<pauseMinutes).contains(now.minutes(since: from)) else { return nil }
        return from.adding(minutes: pauseMinutes)
    }

    /// Counts a wrong one.
    /// - Returns: until when the pause lasts that it brings.
    mutating func noteWrong(at now: Instant) -> Instant? {
        wrong += 1
        guard wrong >= PINEntry.limit else { return nil }
        (wrong, pauses, pausedFrom) = (0, pauses + 1, Int(now.milliseconds))
        return paused(at: now)
    }

    /// Forgets the wrong ones.
    /// - Returns: how many there were.
    mutating func noteRight() -> Int {
        defer { (wrong, pauses, pausedFrom) = (0, 0, nil) }
        return wrong
    }
}

// MARK: On the disk

extension PINEntry {
    var json: JSON {
        var object: JSONObject = [
            "guard": .string(number), "kdf": .string("scrypt"), "n": .integer(cost.rounds), "r": .integer(cost.blockSize), "p": .integer(cost.parallelism),
            "salt": .string(PINEntry.hexadecimal(salt)), "hash": .string(PINEntry.hexadecimal(hash)), "wrong": .integer(wrong), "pauses": .integer(pauses),
        ]
        object["pausedFrom"] = pausedFrom.map(JSON.integer)
        return .object(object)
    }

    /// Nil where it is not what this program writes.
    init?(_ json: JSON) {
        guard let object = json.object, let number = object["guard"]?.string, object["kdf"]?.string == "scrypt",
            let rounds = object["n"]?.integer, let blockSize = object["r"]?.integer, let parallelism = object["p"]?.integer,
            let salt = object["salt"]?.string.flatMap(PINEntry.bytes), let hash = object["hash"]?.string.flatMap(PINEntry.bytes),
            let wrong = object["wrong"]?.integer, let pauses = object["pauses"]?.integer, wrong >= 0, pauses >= 0, salt.count >= 16, hash.count == 32
        else { return nil }
        (self.number, self.salt, self.hash, self.wrong, self.pauses) = (number, salt, hash, wrong, pauses)
        cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        pausedFrom = object["pausedFrom"]?.integer
        guard cost.isSane else { return nil }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [hexadecimalDigit($0 >> 4), hexadecimalDigit($0 & 15)] }, as: UTF8.self)
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
