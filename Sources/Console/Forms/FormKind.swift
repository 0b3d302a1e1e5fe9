import Bookkeeping
import Gatekeeping
import Notation

/// Which form, and what it is about.
enum FormKind: Equatable, Sendable {
    case visitor(ref: Int?, prefill: VisitorPrefill)
    case courier(VisitorPrefill)
    case expect(String)
    case visitorLeaves(Int)
    case refuse(ref: Int?, name: String, plate: String, reason: String?, denied: String?)
    case compare(ref: Int, name: String, denied: String)
    case exception(ref: Int?, matter: Exception.Matter)
    case confirm(Int)
    case emergency
    case completeEmergency(Int)
    /// - Parameter before: how it last came, if it did.
    case vehicle(String, before: Seen? = nil)
    case vehicleLeaves(ref: Int?, plate: String)
    case occurrence(String)
    case updateOccurrence(Int)
    case resolveOccurrence(Int)
    case question(String)
    case startRound(String)
    case tick(round: Int, checkpoint: String, RoundTicked.Result)
    case repair(Int)
    case signOn(Custody.Taking)
    case offer
    case accept(Int)
    case outage(Int)
    /// What the line opened; or, where the line itself says what it says, that line alone.
    case correct(Int, Event? = nil)
    /// A command that is one fact, by its name: its fields are asked as its table lists them, but for what is known already.
    case record(String, about: JSONObject)
    /// Which days, and what else, figures are of.
    case figures(Figures)
    case time
    /// Back to a locked screen.
    case unlock
}

extension FormKind {
    /// Whose figures a form asks for.
    enum Figures: Sendable {
        /// What the desk did (C6, R4).
        case desk
        /// What each guard did and missed (S5).
        case guards
    }

    /// Somebody is let in by it: the row that it was opened from offers something else then.
    var letsIn: Bool {
        switch self {
        case .visitor, .courier, .compare, .exception, .vehicle: true
        default: false
        }
    }

    /// A command about line `ref`.
    static func record(_ command: String, ref: Int) -> FormKind { .record(command, about: ["ref": .integer(ref)]) }

    /// The relief counts the things of a line of the handover.
    static func count(_ item: HandoverItem, of offer: Int) -> FormKind {
        let accepted = JSON.string(LineAnswer.Answer.accepted.rawValue)
        return .record("handover.answer", about: ["ref": .integer(offer), "item": .string(item.key), "answer": accepted, "text": .null])
    }

    /// The line of the handover that it answers, by its key.
    var handoverLine: String? {
        guard case .record("handover.answer", let known) = self else { return nil }
        return known["item"]?.string
    }

    /// Things lie at the post and are counted before they are accepted (G10).
    var countsByHand: Bool {
        guard case .record("handover.answer", let known) = self, known["answer"]?.string == LineAnswer.Answer.accepted.rawValue else { return false }
        return handoverLine.flatMap { HandoverItem(key: $0) }?.isThing ?? false
    }
}

/// What is already known of a visitor. Never the verification.
struct VisitorPrefill: Equatable, Sendable {
    var name = ""
    var unit = ""
    var host = ""
    var purpose = ""
    var plate = ""
    var phone = ""
    var badge = ""
    var count = 1
    var companions: [String] = []
    var carried = ""
    var suspicious = ""
    /// Who of them was refused when they came last.
    var told: String?
}
