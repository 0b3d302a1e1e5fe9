import Gatekeeping
import Synchronization

/// The estate while its files are read side by side: each sets the parts that it tells of.
@dynamicMemberLookup
final class EstateDraft: Sendable {
    private let estate = Mutex(Estate())

    /// The estate as far as it was read.
    var estateSoFar: Estate { estate.withLock { $0 } }

    subscript<Part: Sendable>(dynamicMember part: any WritableKeyPath<Estate, Part> & Sendable) -> Part {
        get { estate.withLock { $0[keyPath: part] } }
        set { estate.withLock { $0[keyPath: part] = newValue } }
    }
}
