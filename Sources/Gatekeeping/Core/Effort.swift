/// What letting somebody in took at the keyboard, from the first key of the task to the release.
public struct Effort: Equatable, Sendable {
    /// Milliseconds of a clock that never jumps.
    public var took: Int
    /// Keys pressed; a scan and a paste are one each.
    public var keys: Int

    public init(took: Int, keys: Int) {
        self.took = took
        self.keys = keys
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
        if let took, took < 0 { throw .unknownValue(field: "took", value: String(took), known: ["0…"]) }
        if let keys, keys < 0 { throw .unknownValue(field: "keys", value: String(keys), known: ["0…"]) }
    }
}
