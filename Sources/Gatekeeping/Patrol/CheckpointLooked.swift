import Notation

/// A look at a checkpoint outside of a round: what is overdue is settled when somebody goes there, not when the next round is due (S3, G7, G9).
public struct CheckpointLooked: Fact {
    /// What was found. What nobody saw is no look.
    public enum Result: String, Choice {
        case intact, damaged
    }

    public static let kind = "checkpoint.looked"
    public static let command: String? = "checkpoint.look"
    public static let decisive: Set<String> = ["checkpoint", "result"]
    public static let meaning = "A checkpoint was looked at outside of a round: intact, or damaged with what. Damage becomes an open defect (S3, G7, G9)."

    public var checkpoint = ""
    public var result = Result.intact
    public var item: String?
    public var text: String?

    public init() {}

    public static let fields: [Field<CheckpointLooked>] = [
        Field("checkpoint", \.checkpoint, "Checkpoint, by its id."),
        Field("result", \.result, "What was found.", presence: .required),
        Field("item", \.item, "The item that is damaged, by its id."),
        Field("text", \.text, "What is damaged."),
    ]

    public func decided(in situation: Situation) throws(Refusal) -> CheckpointLooked {
        try situation.requireStaff()
        guard let known = situation.estate.checkpoint(checkpoint) else {
            throw .unknownValue(field: "checkpoint", value: checkpoint, known: situation.estate.checkpoints.map(\.id))
        }
        if let item { try situation.estate.require(item, in: known.items.map(\.id), field: "item") }
        if result == .damaged { try situation.require(text ?? "", field: "text") }
        return self
    }

    public func evolve(_ registers: inout Registers, _ stamp: Stamp) {
        registers.look(at: checkpoint, stamp.happened)
        guard result == .damaged else { return }
        var defect = Defect()
        (defect.place, defect.item, defect.text, defect.found, defect.isLate) = (checkpoint, item, text ?? "", stamp.happened, stamp.isLate)
        registers.defects[stamp.n] = defect
    }
}

extension Registers {
    /// Somebody looked at a checkpoint. A look that is entered late makes none of those since older.
    mutating func look(at checkpoint: String, _ time: Instant) { looks[checkpoint] = max(looks[checkpoint] ?? time, time) }
}
