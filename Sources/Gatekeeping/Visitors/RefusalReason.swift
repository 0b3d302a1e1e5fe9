/// The reasons for refusing somebody (P3) that the program itself gives or understands: each estate has them, and more of its own.
public enum RefusalReason: String, CaseIterable, Sendable {
    case noIdentification = "no-identification", suspicious, hostRefuses = "host-refuses", denied, noHost = "no-host", other

    /// It is said of the person, and said again when they come back. Of a host who does not want somebody, or is not at home, nothing follows.
    public var isOfPerson: Bool {
        switch self {
        case .noIdentification, .suspicious, .denied: true
        case .hostRefuses, .noHost, .other: false
        }
    }
}
