import Notation

/// Who holds a post, and how far a handover has come (G10, P5).
public struct Custody: Carried {
    /// How a post was taken.
    public enum Taking: String, Choice {
        case opening, relief, unattended, covering
    }

    public var post = ""
    /// The responsible guard.
    public var holder = ""
    public var taking = Taking.opening
    /// The guard who has come to relieve, from sign-on on.
    public var relief: String?
    /// The line of the open handover offer.
    public var offered: Int?
    /// What the outgoing guard told the relief with the offer.
    public var remark: String?
    /// Who made the open offer, in lines of versions in which it went on when a supervisor covered the post.
    public var offerer: String?
    /// How the outgoing guard signed the offer; nil where nobody did.
    public var offerSigned: Signature?
    /// Number of the witness who signed the offer for them.
    public var offerWitness: String?
    /// The guard who may now sign off, after the relief accepted.
    public var relieved: String?
    /// The exception that lets the holder leave without a relief.
    public var signOffException: Int?
    /// The end of the shift for which it was recorded that no relief had come.
    public var lateSince: Instant?
    /// From when on missed rounds are told to the relief, where a supervisor covers the post, or somebody found it without its guard, since.
    public var toldSince: Instant?
    /// The beginning of the seal under which the handover was accepted: the journal's head of then, as eight words hold it.
    public var head: String?
    /// So long without a line of the guard who has offered the handover, and the post counts as left.
    static let silentMinutes = 10
    /// How many digits of it are kept.
    public static let headDigits = 22

    public init() {}

    public static let forwardName = "post"
    public static let fields: [Field<Custody>] = [
        Field("post", \.post, "The post."),
        Field("holder", \.holder, "The responsible guard."),
        Field("taking", \.taking, "How the post was taken."),
        Field("relief", \.relief, "The guard who has come to relieve."),
        Field("offered", \.offered, "The open handover offer."),
        Field("relieved", \.relieved, "The guard who may now sign off."),
        Field("signOffException", \.signOffException, "The exception that lets the holder leave."),
        Field("head", \.head, "The beginning of the seal of the line that accepted the handover."),
        Field("remark", \.remark, "What the outgoing guard told the relief with the offer."),
        Field("offerer", \.offerer, "Who made the offer, where a supervisor covers the post since."),
        Field("offerSigned", \.offerSigned, "How the offer was signed."),
        Field("offerWitness", \.offerWitness, "Number of the witness who signed the offer."),
        Field("lateSince", \.lateSince, "The end of the shift for which no relief had come."),
        Field("toldSince", \.toldSince, "From when on missed rounds are told to the relief, if from before the holder came.", presence: .optional),
    ]

    /// Since when the holder is responsible.
    public var since = Instant(milliseconds: 0)

    public static func place(_ item: Custody, _ opener: Int, _ since: Instant, in registers: inout Registers) {
        var item = item
        item.since = since
        registers.custody[item.post] = item
    }
}
