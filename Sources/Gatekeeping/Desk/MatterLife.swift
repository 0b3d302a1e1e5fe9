import Notation

/// The steps of a matter's life, each with its time (C3, C5).
public enum MatterStep: String, CaseIterable, Sendable {
    case verify, report, plan, settle, post, answerResident, answerDirector, revisit, close
    /// The director decides what the departments could not settle.
    case decide
}

/// Who must have an answer before a matter is closed (C5).
public enum Reply: String, Choice {
    case resident, director
}

extension Matter {
    /// The steps of its life in their order; what turned out unfounded needs nothing but answers.
    public var steps: [MatterStep] {
        let answers: [MatterStep] = [.answerResident, .answerDirector]
        let visit: [MatterStep] = kind == .complaint || isDrawn ? [.revisit] : []
        switch kind {
        case .enquiry: return answers + [.close]
        case _ where isValid == false: return [.verify] + answers + visit + [.close]
        case .suggestion: return [.verify, .report, .plan, .post] + answers + [.close]
        case .complaint, .repair: return [.verify, .report, .plan, .settle] + answers + visit + [.close]
        }
    }

    private func isDone(_ step: MatterStep) -> Bool {
        switch step {
        case .verify: isValid != nil
        case .report: department != nil
        case .plan: planned != nil
        case .settle, .post: settled != nil
        case .answerResident: toResident != nil && promised == nil
        case .answerDirector: toDirector != nil
        case .revisit: isRevisited
        case .decide: escalated == nil
        case .close: false
        }
    }

    /// What is to be done next.
    public var next: MatterStep {
        guard isDone(.decide) else { return .decide }
        return steps.first { !isDone($0) } ?? .close
    }

    /// When its times began: when it came, or when it was reopened.
    var began: Instant { anew ?? since }

    /// By when the next step is due; nil where nothing presses.
    public func due(in estate: Estate) -> Instant? {
        let times = (estate.desk ?? DeskRules()).dueTimes(isUrgent: isUrgent)
        let limit: Instant? =
            switch next {
            case .verify, .report: min(estate.endOfDay(after: began), estate.end(of: times.plan, from: began))
            case .plan: estate.end(of: times.plan, from: began)
            case .decide: estate.end(of: times.plan, from: escalated ?? began)
            case .settle, .post: min(estate.end(of: times.settle, from: began), target ?? .max)
            case .answerResident, .answerDirector: estate.end(of: times.plan, from: settled ?? began)
            case .revisit: estate.endOfDay((estate.desk ?? DeskRules()).revisitDays, after: toResident ?? began)
            case .close: nil
            }
        return [limit, promised].compactMap { $0 }.min()
    }

    /// Due within the hour, or late (C3: it shows before it is late).
    public func isPressing(in estate: Estate, at now: Instant) -> Bool {
        due(in: estate).map { $0 <= now.adding(minutes: Matter.announcedMinutes) } ?? false
    }

    public func isLate(in estate: Estate, at now: Instant) -> Bool { due(in: estate).map { $0 < now } ?? false }

    /// How long before a step is due it is called out.
    static let announcedMinutes = 60
}

extension Instant {
    fileprivate static let max = Instant(milliseconds: .max)
}
