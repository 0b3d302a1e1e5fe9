import Notation

/// Something that superiors asked for (領導交辦, S9, G15); it passes from shift to shift until done.
public struct DutyTask: Kept {
    public var what = ""
    public var giver = ""
    public var until: Instant?
    /// Entered more than an hour after it happened.
    public var isLate = false

    public init() {}

    public static let forwardName = "task"
    public static let correctable: Set<String> = ["what", "giver", "until"]
    public static let fields: [Field<DutyTask>] = [
        Field("what", \.what, "What is to be done."),
        Field("giver", \.giver, "Who gave it."),
        Field("until", \.until, "Until when."),
        Field("late", \.isLate, "Entered more than an hour after it happened.", presence: .optional),
    ]

    public var since = Instant(milliseconds: 0)
    public static let register: any WritableKeyPath<Registers, [Int: DutyTask]> & Sendable = \.tasks
}

/// A task was given (S9, G15).
public struct TaskGiven: Fact {
    public static let kind = "task.given"
    public static let command: String? = "task.give"
    public static let meaning = "A superior gave a task: who, what, until when; open until done (S9, G15)."

    public var what = ""
    public var giver = ""
    public var until: Instant?

    public init() {}

    public static let fields: [Field<TaskGiven>] = [
        Field("what", \.what, "What is to be done."),
        Field("giver", \.giver, "Who gave it."),
        Field("until", \.until, "Until when."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> TaskGiven {
        try situation.requireStaff()
        try situation.require(what, field: "what")
        try situation.require(giver, field: "giver")
        if let until, until.clockMinutes(since: situation.happened) < 0 { throw .timePast }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        var task = DutyTask()
        (task.what, task.giver, task.until, task.since, task.isLate) = (what, giver, until, stamp.happened, stamp.isLate)
        registers.tasks[stamp.n] = task
    }
}

/// A task is done.
public struct TaskFinished: Fact {
    public static let kind = "task.finished"
    public static let command: String? = "task.finish"
    public static let meaning = "A task is done, and what came of it (S9)."

    public var ref = 0
    public var text: String?

    public init() {}

    public static let fields: [Field<TaskFinished>] = [
        Field("ref", \.ref, "The line that gave it."),
        Field("text", \.text, "What came of it."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> TaskFinished {
        try situation.requireStaff()
        guard let task = situation.registers.tasks[ref] else { throw .nothingThere(ref: ref) }
        try situation.requireTime(notBefore: task.since)
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) { registers.tasks[ref] = nil }
}
