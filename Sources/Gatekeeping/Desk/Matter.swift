import Notation

/// Something that a resident brought to the desk or, at night, to the gate (接待來訪投訴, C2–C5): open until both have their answer.
/// Its number for life is that of the line that opened it.
public struct Matter: Kept {
    public enum Kind: String, Choice {
        /// 投訴
        case complaint
        /// 建議
        case suggestion
        /// 諮詢
        case enquiry
        /// 報修
        case repair
    }

    /// How it came.
    public enum Channel: String, Choice {
        case visit, gate, phone, letter, online, revisit
    }

    public var kind = Kind.complaint
    /// Topic, by its id.
    public var topic = ""
    public var isUrgent = false
    public var who = ""
    public var unit: String?
    public var phone: String?
    public var channel = Channel.visit
    public var what = ""
    /// Whether it was found to be so; nil until somebody looked.
    public var isValid: Bool?
    /// The one department that is responsible now (C5), by its id.
    public var department: String?
    /// The departments that had it since the director last decided.
    public var path: [String] = []
    /// Since when the director is asked to decide.
    public var escalated: Instant?
    public var planned: Instant?
    /// Until when the plan is to be done.
    public var target: Instant?
    /// When nothing more was to be done but answering: resolved, posted, or found unfounded.
    public var settled: Instant?
    /// When the resident had the answer.
    public var toResident: Instant?
    /// When the director had the answer.
    public var toDirector: Instant?
    /// When the resident was promised an answer (R3).
    public var promised: Instant?
    /// A repair whose seal drew a return visit.
    public var isDrawn = false
    public var isRevisited = false
    /// Its household was commended.
    public var isCommended = false
    /// Who planned or settled it: somebody else asks the resident.
    public var handlers: [String] = []
    public var reopened = 0
    /// When its times began anew, because the resident was not content.
    public var anew: Instant?

    public init() {}

    public static let forwardName = "matter"
    public static let correctable: Set<String> = ["topic", "unit", "who", "phone", "what", "urgent"]
    public static let fields: [Field<Matter>] = [
        Field("matter", \.kind, "Complaint, suggestion, enquiry or repair."), Field("topic", \.topic, "Topic, by its id."),
        Field("urgent", \.isUrgent, "Urgent.", presence: .optional), Field("who", \.who, "Who brought it.", presence: .optional),
        Field("unit", \.unit, "Unit."), Field("phone", \.phone, "Phone."), Field("channel", \.channel, "How it came."),
        Field("what", \.what, "What it is."), Field("valid", \.isValid, "Whether it was found to be so."),
        Field("department", \.department, "Department that is responsible."),
        Field("path", \.path, "Departments that had it since the director last decided.", presence: .optional),
        Field("escalated", \.escalated, "Since when the director is asked to decide."), Field("planned", \.planned, "When it was planned."),
        Field("target", \.target, "Until when the plan is to be done."), Field("settled", \.settled, "When only the answers were left to give."),
        Field("toResident", \.toResident, "When the resident had the answer."), Field("toDirector", \.toDirector, "When the director had the answer."),
        Field("promised", \.promised, "When the resident was promised an answer."),
        Field("drawn", \.isDrawn, "A repair that is to be visited.", presence: .optional),
        Field("revisited", \.isRevisited, "The return visit was made.", presence: .optional),
        Field("commended", \.isCommended, "Its household was commended.", presence: .optional),
        Field("handlers", \.handlers, "Who planned or settled it.", presence: .optional),
        Field("reopened", \.reopened, "How often it was reopened."), Field("anew", \.anew, "When its times began anew."),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: Matter]> & Sendable = \.matters

    /// A department has it, and it is neither settled nor the director's to decide.
    var isWithDepartment: Bool { department != nil && settled == nil && escalated == nil }

    /// Somebody had a hand in it.
    mutating func note(handler: String) {
        if !handlers.contains(handler) { handlers.append(handler) }
    }

    /// The resident is not content: it begins anew, with the department that has it.
    mutating func reopen(at time: Instant) {
        if isValid == false { isValid = nil }
        (planned, target, settled, toResident, toDirector, promised) = (nil, nil, nil, nil, nil, nil)
        (isDrawn, isRevisited, anew) = (false, false, time)
        reopened += 1
    }
}

extension Registers {
    /// Changes an open matter.
    mutating func change(matter ref: Int, _ change: (inout Matter) -> Void) {
        guard var matter = matters[ref] else { return }
        change(&matter)
        matters[ref] = matter
    }
}

extension Situation {
    /// The open matter that a command is about.
    func matter(_ ref: Int) throws(Refusal) -> Matter {
        try requireStaff()
        guard let matter = registers.matters[ref] else { throw .nothingThere(ref: ref) }
        return matter
    }

    /// The matter, if a step of its life may be taken now.
    func matter(_ ref: Int, at step: MatterStep) throws(Refusal) -> Matter {
        let matter = try self.matter(ref)
        guard matter.next == step else { throw .otherStep(matter.next) }
        return matter
    }

    /// What is said must lie ahead.
    func require(toCome time: Instant?) throws(Refusal) {
        if let time, time <= now { throw .timePast }
    }
}
