import Notation

/// The latest inspection of a post (查崗, S2).
public struct InspectedPost: Carried {
    public var post = ""

    public init() {}
    init(post: String) { self.post = post }

    public static let forwardName = "inspection"
    public static let fields: [Field<InspectedPost>] = [Field("post", \.post, "The post.")]

    public static func place(_ item: InspectedPost, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        registers.inspected[item.post] = since
    }
}

/// A supervisor inspected the post (查崗, S2).
public struct InspectionMade: Signed {
    public static let kind = "inspection.made"
    public static let command: String? = "inspection.make"
    public static let decisive: Set<String> = ["supervisor", "guard"]
    public static let meaning = "A supervisor inspected the post: whom, what was found, what guidance was given (查崗, S2)."
    public static let mustBeSigned = true
    public static let canBeWithdrawn = false

    public var supervisor = ""
    public var person = ""
    public var finding = ""
    public var guidance: String?
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<InspectionMade>] =
        [
            Field("supervisor", \.supervisor, "Number of the supervisor."),
            Field("guard", \.person, "Number of the guard who was inspected."),
            Field("finding", \.finding, "What was found."),
            Field("guidance", \.guidance, "What guidance was given."),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> InspectionMade {
        try situation.requireStaff()
        try situation.requireSupervisor(supervisor)
        guard situation.estate.person(person) != nil else { throw .unknownGuard(person) }
        if person == supervisor { throw .ownInspection }
        try situation.require(finding, field: "finding")
        try situation.requireSignature(self)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.inspected[stamp.post] = stamp.happened
        noteSignature(&registers, stamp)
    }
}
