/// What the machine's own clock said, which nobody can set: milliseconds since a boot.
public struct MachineTime: Hashable, Sendable {
    /// The boot.
    public let boot: String
    /// Milliseconds since then.
    public let milliseconds: Int

    public init(boot: String, milliseconds: Int) { (self.boot, self.milliseconds) = (boot, milliseconds) }

    /// Milliseconds from `earlier` on; nil where the machine was started anew between them.
    public func milliseconds(since earlier: MachineTime) -> Int? {
        boot == earlier.boot && milliseconds >= earlier.milliseconds ? milliseconds - earlier.milliseconds : nil
    }
}

/// When a line was written, by both clocks.
public struct TimeOfWriting: Equatable, Sendable {
    /// By the wall clock, which can be moved.
    public let wall: Instant
    /// By the machine's own; nil where that says nothing, as in a practice journal, whose wall clock is made up.
    public let machine: MachineTime?

    public init(_ wall: Instant, machine: MachineTime? = nil) { (self.wall, self.machine) = (wall, machine) }

    /// What the wall clock would have shown, had nobody moved it since `earlier`; nil where the machine's own says nothing of it.
    public func unmoved(since earlier: TimeOfWriting) -> Instant? {
        guard let before = earlier.machine, let passed = machine?.milliseconds(since: before) else { return nil }
        return Instant(milliseconds: earlier.wall.milliseconds + Int64(passed))
    }
}
