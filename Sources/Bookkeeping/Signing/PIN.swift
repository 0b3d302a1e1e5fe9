import Notation

/// Four to twelve digits that somebody signs with. It says nothing of itself where it is printed.
public struct PIN: Sendable, CustomStringConvertible, CustomReflectable {
    let digits: [UInt8]

    /// Nil where it is no four to twelve digits; full-width ones count.
    public init?(_ text: String) {
        let bytes = Array(text.folded.utf8)
        guard (4...12).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        digits = bytes
    }

    /// Why whoever wants in would try it among the first.
    public enum Weakness: CaseIterable, Sendable {
        /// All one digit.
        case oneDigit
        /// Digits in a row, up or down; 0 stands behind 9.
        case run
        /// The number of whose PIN it is, once or several times.
        case ownNumber
    }

    /// - Parameter number: of whose PIN it would be.
    public func weakness(for number: String) -> Weakness? {
        if Set(digits).count == 1 { return .oneDigit }
        let steps = Set(zip(digits, digits.dropFirst()).map { (Int($1) - Int($0) + 10) % 10 })
        if steps == [1] || steps == [9] { return .run }
        let own = Array(number.folded.utf8.filter { (0x30...0x39).contains($0) })
        guard !own.isEmpty else { return nil }
        let isRepeated = digits.count.isMultiple(of: own.count) && digits.enumerated().allSatisfy { own[$0 % own.count] == $1 }
        return isRepeated || digits.drop { $0 == 0x30 } == own.drop { $0 == 0x30 } ? .ownNumber : nil
    }

    public func isSame(as other: PIN) -> Bool { digits == other.digits }

    public var description: String { "••••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What somebody signs with.
public struct Credentials: Sendable {
    public var pin: PIN
    /// Number of the witness whose PIN it is, where the signer has forgotten theirs.
    public var witness: String?

    public init(pin: PIN, witness: String? = nil) {
        self.pin = pin
        self.witness = witness
    }
}

/// Somebody at a locked screen who wants to go on.
public struct Unlocking: Sendable {
    public var number: String
    /// Nil where they were asked for none.
    public var pin: PIN?
    /// Comes back with the news.
    public var ticket: Int

    public init(number: String, pin: PIN?, ticket: Int) {
        self.number = number
        self.pin = pin
        self.ticket = ticket
    }
}
