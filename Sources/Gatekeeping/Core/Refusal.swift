import Notation

/// Why the rules refuse a command. The code is stable; the sentence is the wording's.
public enum Refusal: Error, Equatable, Sendable {
    // What makes no command.
    case notJSON(offset: Int)
    case lineTooLong(bytes: Int)
    case unknownCommand(String, nearest: String?)
    case unknownField(String)
    case missingField(String)
    case wrongType(String, expected: FieldSchema)
    case unknownValue(field: String, value: String, known: [String])
    case onlyPractice
    case timeInFuture
    /// Nothing of it can have happened before this time, as the book says itself.
    case tooEarly(from: String)
    /// Is recorded for the time of writing and no other.
    case onlyNow
    case tooLong(bytes: Int)
    // Who asks.
    case unknownGuard(String)
    case unknownPost(String)
    case notSupervisor(String)
    case notOnDuty(String)
    case postUnattended
    // What it is about.
    case nothingThere(ref: Int)
    /// The book has no line of this number yet.
    case neverWritten(ref: Int)
    case wrongStep(ref: Int)
    // Visitors.
    case noIdentification
    case notMatching
    case suspicious
    /// Whoever comes may be somebody who stands at the gate and is suspicious.
    case suspect(Comer, Suspect)
    case mustCompare(name: String, denied: String)
    case denied(String)
    /// What was said of the plate may be a listed one, or another.
    case plateNotWhole(String, denied: String)
    case tooManyLeave(inside: Int)
    case badgeGiven(String, to: String)
    // Vehicles.
    case registerFirst
    case needsPlateOrReference
    // Patrol.
    case noRoundDue(route: String)
    case roundMissed
    case tickTooLate
    case roundUnderWay
    /// Back without having looked at any checkpoint.
    case nothingTicked
    case alreadyRecorded
    /// The id of a command begins as only those of the screen do.
    case ownID(String)
    /// An id has characters that never reach a line: what would stand for them may be another's.
    case unsayableID
    // Shift.
    case alreadyAttended(by: String)
    /// Somebody has signed on as relief already.
    case reliefIsHere(String)
    case alreadyOnDuty
    /// Was found unfit, and no supervisor has decided on it since.
    case unfitRelief(String)
    case notOffered
    case notRelief
    case reliefMissing
    case notAccepted
    case ownHandover
    case linesLeft(Int)
    case notCounted
    case queriesOpen(Int)
    case notScheduledToClose
    // Occurrences.
    case stillDetained
    case notHandedOver
    // Defects and things.
    case notRepaired
    case ownRepair
    /// A checkpoint has its tick in this round.
    case alreadyTicked
    /// A supervisor who holds a post does not let themselves off it.
    case ownException
    /// An occurrence is none for the police.
    case noCase
    case notLent
    case lent(to: String)
    case noPass
    case passAllows(Int)
    case postponedTooLong(hours: Int)
    case othersReading
    case ownInspection
    // The service desk.
    case noDesk
    case notDirector(String)
    case notOffice(String)
    /// Another step of the matter's life is due.
    case otherStep(MatterStep)
    case handedInCircle(Names)
    case timePast
    case answerMissing(Reply)
    case revisitMissing
    case ownRevisit
    // Signatures.
    /// How many more wrong ones bring a pause.
    case wrongPIN(String, left: Int)
    case pinPaused(String, until: ClockTime)
    case noPIN(String)
    case pinMissing(String)
    case signatureMissing(String)
    case ownWitness
    /// Hands over or takes over the post, and so does not witness there.
    case partyWitness(String)
    /// Stands in the signature that is confirmed, and so does not witness that.
    case witnessedBefore(String)
    /// Witnessed the standing offer, and so does not take over on it.
    case offerWitnessed(String)
    /// The file of the PINs cannot be trusted or read.
    case pinsUnusable(file: String, PINFileFault)
    // Corrections.
    case notYourLast
    case cannotBeWithdrawn
    /// Stands as it is: what the program itself recorded, or what was signed at a handover.
    case cannotBeCorrected
    /// The line was taken back and counts as not written.
    case takenBack(ref: Int)
    /// Rules were decided on the field, or it says what the line is about.
    case fixedField(String)
    case othersBuiltOnIt

    /// The stable code that `record` answers with.
    public var code: String {
        switch self {
        case .notJSON: "not-json"
        case .lineTooLong: "line-too-long"
        case .unknownCommand: "unknown-command"
        case .unknownField, .fixedField: "unknown-field"
        case .missingField: "missing-field"
        case .wrongType: "wrong-type"
        case .unknownValue: "unknown-value"
        case .onlyPractice: "only-practice"
        case .timeInFuture: "time-in-future"
        case .tooEarly: "too-early"
        case .onlyNow: "only-now"
        case .tooLong: "too-long"
        case .unknownGuard: "unknown-guard"
        case .unknownPost: "unknown-post"
        case .notSupervisor: "not-supervisor"
        case .notOnDuty: "not-on-duty"
        case .postUnattended: "post-unattended"
        case .nothingThere, .neverWritten: "nothing-there"
        case .wrongStep: "wrong-step"
        case .noIdentification: "no-identification"
        case .notMatching: "not-matching"
        case .suspicious, .suspect: "suspicious"
        case .mustCompare: "must-compare"
        case .denied, .plateNotWhole: "denied"
        case .tooManyLeave: "too-many-leave"
        case .badgeGiven: "badge-given"
        case .registerFirst: "register-first"
        case .needsPlateOrReference: "needs-plate-or-ref"
        case .noRoundDue: "no-round-due"
        case .roundMissed: "round-missed"
        case .tickTooLate: "tick-too-late"
        case .roundUnderWay: "round-under-way"
        case .nothingTicked: "nothing-ticked"
        case .alreadyRecorded: "already-recorded"
        case .ownID: "own-id"
        case .unsayableID: "unsayable-id"
        case .alreadyAttended, .reliefIsHere: "already-attended"
        case .alreadyOnDuty: "already-on-duty"
        case .unfitRelief: "unfit-relief"
        case .notOffered: "not-offered"
        case .notRelief: "not-relief"
        case .reliefMissing: "relief-missing"
        case .notAccepted: "not-accepted"
        case .ownHandover: "own-handover"
        case .linesLeft: "lines-left"
        case .notCounted: "not-counted"
        case .queriesOpen: "queries-open"
        case .notScheduledToClose: "not-scheduled-to-close"
        case .stillDetained: "still-detained"
        case .notHandedOver: "not-handed-over"
        case .notRepaired: "not-repaired"
        case .ownRepair: "own-repair"
        case .alreadyTicked: "already-ticked"
        case .noCase: "no-case"
        case .ownException: "own-exception"
        case .notLent: "not-lent"
        case .lent: "lent"
        case .noPass: "no-pass"
        case .passAllows: "pass-allows"
        case .postponedTooLong: "postponed-too-long"
        case .othersReading: "others-reading"
        case .ownInspection: "own-inspection"
        case .noDesk: "no-desk"
        case .notDirector: "not-director"
        case .notOffice: "not-office"
        case .otherStep: "other-step"
        case .timePast: "time-past"
        case .handedInCircle: "handed-in-circle"
        case .answerMissing: "answer-missing"
        case .revisitMissing: "revisit-missing"
        case .ownRevisit: "own-revisit"
        case .wrongPIN: "wrong-pin"
        case .pinPaused: "pin-paused"
        case .noPIN: "no-pin"
        case .pinMissing: "pin-missing"
        case .signatureMissing: "signature-missing"
        case .ownWitness: "own-witness"
        case .partyWitness, .witnessedBefore: "party-witness"
        case .offerWitnessed: "offer-witnessed"
        case .pinsUnusable: "pins-unusable"
        case .notYourLast: "not-your-last"
        case .cannotBeWithdrawn: "cannot-be-withdrawn"
        case .cannotBeCorrected: "cannot-be-corrected"
        case .takenBack: "taken-back"
        case .othersBuiltOnIt: "others-built-on-it"
        }
    }
}

/// What is wrong with the file of the PINs.
public enum PINFileFault: Equatable, Sendable {
    /// Others than its owner may read it, or it belongs to somebody else.
    case mode, owner
    /// It does not hold what it should.
    case damaged
    /// The system does not let it be read or written.
    case system(code: Int32)
}
