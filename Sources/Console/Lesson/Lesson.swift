import Bookkeeping
import Gatekeeping
import Notation

/// The first shift, walked through on a practice journal: ten steps, each done by doing it.
///
/// A step is done when the book says so. So the lesson can be left at any moment and is taken up where it was, also after a new start.
struct Lesson: Equatable, Sendable {
    /// What is learnt.
    enum Step: Int, CaseIterable, Sendable {
        case signOn, newVisitor, leaving, returning, residentsCar, unknownCar, refusal, round, mistake, handover

        /// What must be recorded, one after the other.
        fileprivate var goals: [@Sendable (Event) -> Bool] {
            switch self {
            case .signOn: [{ $0.shape is PostTaken }]
            case .newVisitor, .returning: [{ $0.shape is VisitorAdmitted }]
            case .leaving: [{ $0.shape is VisitorLeft }]
            case .residentsCar: [{ $0.shape is VehicleEntered }, { $0.shape is VehicleLeft }]
            case .unknownCar: [{ ($0.shape as? VehicleEntered)?.ref != nil }]
            case .refusal: [{ $0.shape is VisitorRefused }]
            case .round: [{ $0.shape is RoundStarted }, { $0.shape is RoundTicked }]
            case .mistake: [{ $0.shape is VehicleEntered }, { $0.shape is Withdrawal }]
            case .handover: [{ $0.shape is HandoverAccepted }, { $0.shape is PostLeft }]
            }
        }
    }

    /// What a step may look at besides the events.
    struct Circumstances: Sendable {
        var estate: Estate
        var isAttended: Bool
        /// A round may depart now, or is under way.
        var hasRound: Bool
        /// The patrol pane is open.
        var seesPatrol: Bool
    }

    /// The step under way; nil when all ten are done.
    private(set) var step: Step? = .signOn
    /// How many goals of the step are reached.
    private(set) var reached = 0
    /// The visit of the new visitor, who leaves and comes again.
    private(set) var guest: Int?
    /// Up to which line it has looked.
    private var lastNumber: Int

    /// - Parameter line: what was recorded up to this line counts for nothing.
    init(after line: Int = 0) { lastNumber = line }

    /// Goes on as far as the book says.
    mutating func look(at state: GateState, _ circumstances: Circumstances) {
        passOver(circumstances)
        for entry in state.entries where entry.stamp.n > lastNumber {
            lastNumber = entry.stamp.n
            note(entry.event)
            passOver(circumstances)
        }
    }

    private mutating func note(_ event: Event) {
        guard let step, !(event.shape is any Forwarding), step.goals[reached](event), isOfGuest(event) else { return }
        if step == .newVisitor { guest = (event.shape as? VisitorAdmitted)?.ref }
        reached += 1
        if reached == step.goals.count { goOn() }
    }

    /// It is the new visitor who leaves, whoever else is inside.
    private func isOfGuest(_ event: Event) -> Bool {
        guard step == .leaving, let left = event.shape as? VisitorLeft else { return true }
        return left.ref == guest
    }

    /// Steps that are done already, or that this estate or this hour has nothing for.
    private mutating func passOver(_ circumstances: Circumstances) {
        while let step, reached == 0, isPassed(step, circumstances) { goOn() }
    }

    private func isPassed(_ step: Step, _ circumstances: Circumstances) -> Bool {
        switch step {
        case .signOn: circumstances.isAttended
        case .residentsCar, .mistake: circumstances.estate.vehicleForLessons == nil
        case .refusal: circumstances.estate.deniedForLessons(inLatin: false) == nil
        case .round: !circumstances.hasRound && circumstances.seesPatrol
        case .newVisitor, .leaving, .returning, .unknownCar, .handover: false
        }
    }

    private mutating func goOn() {
        step = step.flatMap { Step(rawValue: $0.rawValue + 1) }
        reached = 0
    }
}

extension Estate {
    /// The end of a resident's plate that no other resident's plate has.
    var vehicleForLessons: String? {
        let tails = vehicles.map { String(Plate.normal($0.plate).suffix(4)) }
        let counts = Dictionary(tails.map { ($0, 1) }, uniquingKeysWith: +)
        return tails.first { counts[$0] == 1 && $0.allSatisfy(\.isNumber) }
    }

    /// A name on the deny list, in Latin letters if that is asked for and there is one.
    func deniedForLessons(inLatin: Bool) -> String? {
        let names = denied.flatMap(\.names)
        return names.first { $0.utf8.allSatisfy { $0 < 0x80 } == inLatin } ?? names.first
    }
}
