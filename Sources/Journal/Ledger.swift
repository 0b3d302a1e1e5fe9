import Notation

/// What the journal must know of its events, which are not its business: how they fold, and what outlives a page.
public protocol Ledger: Sendable {
    associatedtype State: Sendable

    /// The state before the first event.
    var beginning: State { get }
    /// Folds one line into the state; false for a kind or a content that this program does not know.
    func evolve(_ state: inout State, by line: Line) -> Bool
    /// What the next page must bring forward (承前), so that folding it alone gives the same state.
    func broughtForward(from state: State, at now: Instant) -> [Draft]
    /// Fields of a brought-forward kind that earlier versions did not write: their pages lack them, and that is no difference.
    func addedLater(to kind: String) -> Set<String>
    /// Stable codes of the rules that a line breaks on the state before it.
    func faults(of line: Line, in state: State) -> [String]
    /// Whether the line tells who is responsible where: such lines are looked at in their order over all pages.
    func tellsCustody(_ line: Line) -> Bool
    /// When nobody was responsible, and the index of the line that shows it.
    /// - Parameter end: when the last line was written.
    func gaps(in lines: [CustodyLine], until end: Instant?) -> [(index: Int, gap: CustodyGap)]
}

/// A line that tells who is responsible where.
public struct CustodyLine: Sendable {
    public let file: String
    /// The line in the file, from 1.
    public let number: Int
    public let line: Line
    /// When it was written.
    public let written: TimeOfWriting
    /// When each person last wrote at the same post before it, pages before included.
    public internal(set) var lastSigns: [String: TimeOfWriting]
}

extension Line {
    /// When it was written; the machine's own clock says nothing of the made-up one of a practice journal.
    public func written(in book: Book) -> TimeOfWriting {
        TimeOfWriting(t, machine: book.isPractice ? nil : MachineTime(boot: boot, milliseconds: uptime))
    }
}

/// A stretch in which nobody was responsible.
public struct CustodyGap: Equatable, Sendable {
    public let post: String
    public let from: Instant
    /// Nil where it lasts.
    public let until: Instant?
    /// Without those in which nobody had to be there; nil where it lasts, and where the clock was moved back and nothing tells them.
    public let minutes: Int?
    /// The wall clock was moved meanwhile: the minutes are by the machine's own.
    public let isClockMoved: Bool
    public let zone: Zone

    public init(post: String, from: Instant, until: Instant?, minutes: Int?, isClockMoved: Bool = false, zone: Zone) {
        (self.post, self.from, self.until, self.minutes, self.isClockMoved, self.zone) = (post, from, until, minutes, isClockMoved, zone)
    }
}

extension Ledger {
    public func addedLater(to kind: String) -> Set<String> { [] }
    public func faults(of line: Line, in state: State) -> [String] { [] }
    public func tellsCustody(_ line: Line) -> Bool { false }
    public func gaps(in lines: [CustodyLine], until end: Instant?) -> [(index: Int, gap: CustodyGap)] { [] }
}

/// What the rules make of a command on the latest state.
public enum Decision<Refusal: Sendable>: Sendable {
    case write(Draft)
    /// The same command was written before, as this line.
    case already(Int)
    case refuse(Refusal)
}

/// What became of a command.
public enum Answer<Refusal: Sendable>: Sendable {
    /// On the disk.
    case written(Line)
    /// On the disk since earlier.
    case already(Int)
    /// The rules refused it; nothing was written.
    case refused(Refusal)
    /// It could not be written; nothing was.
    case failed(JournalFailure)
    /// The disk failed in between: it may be there or not.
    case unknown(JournalFailure)
}

/// Why the journal cannot be read or written.
public enum JournalFailure: Error, Equatable, Sendable {
    case system(SystemFailure)
    case networkFileSystem(String)
    /// The page was written by a newer program; this one only reads.
    case newerVersion(page: String, version: Int)
    /// The page holds a kind of event that this program does not know; it only reads.
    case unknownKind(page: String, line: Int, kind: String)
    /// There is room only for what must be written in any case.
    case onlyReserve
    /// The line would be longer than 4,096 bytes.
    case tooLong(bytes: Int)
    /// No number is left behind those of this page, as where a file of a made-up name lies among the pages.
    case numbersUsedUp(page: String)

    /// The device has no room left.
    public var isFull: Bool {
        switch self {
        case .system(let failure): failure.isFull
        case .onlyReserve: true
        case .networkFileSystem, .newerVersion, .unknownKind, .tooLong, .numbersUsedUp: false
        }
    }
}
