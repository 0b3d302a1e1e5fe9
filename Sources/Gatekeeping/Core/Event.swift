import Notation

/// What a line of the journal says, apart from pages.
public enum Event: Sendable {
    case fact(any Fact)
    case withdrawal(Withdrawal)
    case correction(Correction)
    case commandIDs(CommandIDs)

    /// The shape of the event.
    public var shape: any Fact {
        switch self {
        case .fact(let fact): fact
        case .withdrawal(let fact): fact
        case .correction(let fact): fact
        case .commandIDs(let fact): fact
        }
    }

    init(_ fact: any Fact) { self = fact.event }

    /// Reads the fields of a line of `kind`; nil if this program does not know the kind or the fields.
    public init?(kind: String, _ object: JSONObject) {
        guard let type = Catalogue.kinds[kind], let fact = try? type.init(object) else { return nil }
        self.init(fact)
    }
}

extension Event: Equatable {
    public static func == (left: Event, right: Event) -> Bool { isEqual(left.shape, right.shape) }

    private static func isEqual<F: Fact>(_ left: F, _ right: any Fact) -> Bool { (right as? F) == left }
}
