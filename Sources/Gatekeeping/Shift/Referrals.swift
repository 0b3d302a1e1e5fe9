import Notation

/// What a handover, or goods that no pass lets out, sends to the supervisor (G10); open until one of them has confirmed it. It holds nobody at the post.
public struct Referral: Kept {
    /// What happened.
    public enum Matter: String, Choice {
        /// A line of the handover was refused.
        case refused
        /// The handover was accepted under protest.
        case protest
        /// The relief was found unfit.
        case unfit
        /// The relief did not come.
        case absent
        /// The post was found without its guard, and somebody else took it.
        case unattended
        /// Goods went out without a pass, or otherwise than it says (放行條).
        case goods
        /// The shift ended and no relief had come.
        case late
        /// A detained person was let go, or taken to a hospital, on a supervisor's word for which nobody signed.
        case freed
        /// A criminal case was found to be none, on a supervisor's word for which nobody signed.
        case dismissed
    }

    public var matter = Matter.refused
    public var post = ""
    /// Who said so.
    public var who = ""
    /// The line of the handover that was refused, by its key.
    public var item: String?
    /// What that line said of its matter then; missing in lines of versions that did not keep it.
    public var about: JSONObject?
    public var text = ""
    /// What of goods did not fit their pass; missing in lines of versions that did not look.
    public var differs: [String] = []

    public init() {}

    public static let forwardName = "referral"
    public static let fields: [Field<Referral>] = [
        Field("matter", \.matter, "What happened."),
        Field("post", \.post, "At which post."),
        Field("who", \.who, "Who said so."),
        Field("item", \.item, "The line of the handover, by its key."),
        Field("text", \.text, "Why."),
        Field("differs", \.differs, "What of goods does not fit their pass.", presence: .optional),
        Field("about", \.about, "What the refused line said of its matter then."),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Referral]> & Sendable = \.referrals
}

extension Registers {
    /// Opens a referral under the line that says why.
    mutating func refer(_ matter: Referral.Matter, item: String? = nil, about: JSONObject? = nil, _ text: String, _ stamp: Stamp) {
        var referral = Referral()
        (referral.matter, referral.post, referral.who, referral.item, referral.text, referral.since) = (matter, stamp.post, stamp.by, item, text, stamp.happened)
        referral.about = about
        referrals[stamp.n] = referral
    }
}

/// A supervisor took note of what a handover sent them.
public struct ReferralConfirmed: Signed {
    public static let kind = "referral.confirmed"
    public static let command: String? = "referral.confirm"
    public static let canBeCorrected = false
    public static let meaning = "A supervisor took note of a refused line, a protest, a relief who was unfit or absent, a post without its guard, goods that went out without a pass or otherwise than it says, a relief who was late, or a detained person who was let go or a case that was dismissed on their word, and what they ordered (G10)."
    public static let mustBeSigned = true

    public var ref = 0
    public var supervisor = ""
    public var text: String?
    public var signed: Signature?
    public var witness: String?

    public init() {}

    public static let fields: [Field<ReferralConfirmed>] =
        [
            Field("ref", \.ref, "The line that sent it to them."),
            Field("supervisor", \.supervisor, "Number of the supervisor."),
            Field("text", \.text, "What they ordered."),
        ] + signatureFields(\.signed, \.witness)

    public func signer(by writer: String) -> String { supervisor }

    public func decided(in situation: Situation) throws(Refusal) -> ReferralConfirmed {
        try situation.requireStaff()
        guard situation.registers.referrals[ref] != nil else { throw .nothingThere(ref: ref) }
        try situation.requireSupervisor(supervisor)
        try situation.requireSignature(self)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.referrals[ref] = nil
        noteSignature(&registers, stamp)
    }
}
