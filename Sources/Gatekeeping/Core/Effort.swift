/// What letting somebody in took at the keyboard, from the first key of the task to the release.
public struct Effort: Equatable, Sendable {
    /// What one admission can have taken: a day, and more keys than anybody presses in it.
    static let milliseconds = 0...86_400_000
    static let presses = 0...1_000_000

    /// Milliseconds of a clock that never jumps.
    public var took: Int
    /// Keys pressed; a scan and a paste are one each.
    public var keys: Int

    public init(took: Int, keys: Int) {
        self.took = took
        self.keys = keys
    }

    /// The same where a line says more than can be.
    public var possible: Effort {
        Effort(
            took: min(max(took, Effort.milliseconds.lowerBound), Effort.milliseconds.upperBound),
            keys: min(max(keys, Effort.presses.lowerBound), Effort.presses.upperBound))
    }
}

/// An admission: the screen says with it what it took. Whoever does not measure leaves both fields out.
public protocol Timed: Fact {
    var took: Int? { get set }
    var keys: Int? { get set }
}

extension Timed {
    /// The effort, where it was measured.
    public var effort: Effort? {
        get { took.flatMap { took in keys.map { Effort(took: took, keys: $0) } } }
        set { (took, keys) = (newValue?.took, newValue?.keys) }
    }

    /// The fields of the effort; they stand behind the fact's own.
    static func effortFields(_ took: any WritableKeyPath<Self, Int?> & Sendable, _ keys: any WritableKeyPath<Self, Int?> & Sendable) -> [Field<Self>] {
        [
            Field("took", took, "Milliseconds from the first key of the task to the release, as the screen measured them."),
            Field("keys", keys, "Keys pressed for it; a scan is one."),
        ]
    }

    func requireRealEffort() throws(Refusal) {
        if let took, !Effort.milliseconds.contains(took) { throw .unknownValue(field: "took", value: String(took), known: ["0…\(Effort.milliseconds.upperBound)"]) }
        if let keys, !Effort.presses.contains(keys) { throw .unknownValue(field: "keys", value: String(keys), known: ["0…\(Effort.presses.upperBound)"]) }
    }
}
