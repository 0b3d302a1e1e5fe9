import Gatekeeping
import Glibc
import Journal
import Notation

/// Where screen and command alike hand in their commands: one book, one estate, one writer. Belongs to one thread.
public final class Office {
    public let estate: Estate
    public let book: Book
    /// The PINs that people of this book sign with.
    public internal(set) var pins: PINBook
    private let journal: Journal<GateLedger>
    private var presence: Presence?
    private var console: Int?

    /// Opens the book of `estate` under the data folder; it need not exist yet.
    /// - Parameter early: where it may have been read already.
    public init(estate: Estate, data: String, isPractice: Bool? = nil, early: EarlyBook? = nil) throws(JournalFailure) {
        self.estate = estate
        book = Book(data: data, estate, isPractice: isPractice)
        pins = PINBook(data: data, book: book.name)
        if let read = early?.take(book) {
            journal = read
            journal.ledger = GateLedger(estate)
        } else {
            journal = try Journal(book, ledger: GateLedger(estate))
        }
        let moment = journal.clock.now
        processName = Office.ownIDs + "\(moment.boot)-\(moment.uptime)-\(getpid())"
    }

    /// The state as far as it was read.
    public var state: GateState { journal.state }
    public var lastNumber: Int { journal.lastNumber }
    public var now: Instant { journal.clock.t }
    /// The book's own time for whoever only reads: a practice journal whose clock was made up by its writer runs on from its last line.
    public var readersNow: Instant {
        let now = journal.clock.now
        guard book.isPractice, let last = journal.lastEntry else { return now.t }
        guard last.boot == now.boot, now.uptime >= last.uptime else { return last.t }
        return Instant(milliseconds: last.t.milliseconds + Int64(now.uptime - last.uptime))
    }
    /// What the book's clock is ahead of the machine's, in milliseconds; 0 unless made up.
    public var clockAhead: Int64 { journal.clock.ahead }
    /// Mebibytes left on the book's disk, once they are few: long before the reserve is needed.
    public var roomRunningOut: Int? {
        guard let left = book.freeBytes.map({ $0 >> 20 }), left < 256 else { return nil }
        return left
    }
    /// Why the disk keeps no room in reserve, though it is not full: lines are written all the same.
    public var reserveFailure: SystemFailure? { journal.reserveFailure }
    /// Why nothing can be written, if so.
    public var obstacle: JournalFailure? { journal.obstacle }

    /// Sets the made-up clock; only a practice journal takes one.
    public func pretend(_ now: Instant) throws(Refusal) {
        guard book.isPractice else { throw .onlyPractice }
        // The clock runs on from there, and what it shows must be written.
        guard Instant.plausible.contains(now) else { throw .unknownValue(field: "now", value: now.text(in: estate.zone), known: ["1970…2999"]) }
        journal.clock.pretend(now)
    }

    /// Does a command, after what the program itself owes the book.
    public func perform(_ command: Command) -> Answer<Refusal> {
        recordWhatIsMissed(post: command.post)
        return append(command)
    }

    /// Records, as the program, the rounds that nobody walked (P6) and the reliefs that did not come in time (P5). Two consoles make one event.
    public func recordWhatIsMissed(post: String) {
        for fact in state.registers.missedRounds(in: estate, at: now) {
            _ = append(Command(fact, by: "gatebook", post: post))
        }
        for late in state.registers.lateReliefs(in: estate, at: now) {
            _ = append(Command(late.fact, by: "gatebook", post: late.post))
        }
    }

    /// Takes in what others wrote.
    public func refresh() throws(JournalFailure) -> [Line] { try journal.refresh() }

    private func append(_ command: Command) -> Answer<Refusal> {
        journal.append { state, moment in
            do throws(Refusal) {
                switch try command.decide(on: state, in: estate, now: moment.t, earlier: earlier) {
                case .already(let n): return .already(n)
                case .event(let event): return .write(draft(event, command))
                }
            } catch {
                return .refuse(error)
            }
        }
    }

    /// What a line of an earlier page says: what is there can be corrected still, and by the same rules.
    private func earlier(_ n: Int) throws(Refusal) -> Event? {
        guard let page = (try? book.pages())?.last(where: { $0.first <= n }), let lines = try? PageReader(book).lines(of: page) else { return nil }
        guard !lines.contains(where: { $0.e == Withdrawal.kind && $0.ref == n }) else { throw .takenBack(ref: n) }
        return lines.first { $0.n == n }?.event
    }

    private func draft(_ event: Event, _ command: Command) -> Draft {
        var fields = event.shape.object(in: estate.zone)
        if let id = command.id { fields["id"] = .string(id) }
        return Draft(g: command.post, by: command.by, e: type(of: event.shape).kind, at: command.at, fields: fields, usesReserve: type(of: event.shape).usesReserve)
    }

    // MARK: Consoles

    /// Whether the book says that this console runs.
    public var isConsoleOpen: Bool { console != nil }
    /// What the ids of this console's commands begin with: the line that opened it. No other console of the book has it.
    var consoleName: String { console.map { "\(Office.ownIDs)\($0)" } ?? processName }
    /// No caller's id begins so: the answer to it would be taken for that to something else.
    static let ownIDs = "@"
    /// Boot, moment and pid: told apart from every other process of the machine, before the book knows this one.
    private let processName: String

    /// Whether the line that a command of this id became was taken back since.
    func isTakenBack(_ id: String?) -> Bool {
        id.flatMap { state.commands[CommandID($0)] }.map(state.withdrawn.contains) ?? false
    }

    /// Says in the book that a console runs here; after an unclean end, since when the program did not run.
    public func openConsole(post: String) throws(JournalFailure) {
        if presence == nil {
            do throws(SystemFailure) { presence = try Presence(book) } catch { throw .system(error) }
        }
        let isAlone = presence?.cameAlone ?? false
        let endedUncleanly = isAlone && !state.registers.consoles.isEmpty
        if !endedUncleanly { recordWhatIsMissed(post: post) }
        let opening = ConsoleOpened(isAlone: isAlone, lastEntry: journal.lastEntry?.t)
        switch append(Command(opening, by: "gatebook", post: post, id: processName)) {
        case .written(let line): console = line.n
        case .already(let n): console = n
        case .failed(let failure), .unknown(let failure): throw failure
        case .refused: break
        }
        if endedUncleanly { recordWhatIsMissed(post: post) }
    }

    /// Says in the book that the console ends in the ordinary way.
    public func closeConsole(post: String) {
        guard let console else { return }
        _ = append(Command(ConsoleClosed(ref: console), by: "gatebook", post: post))
        self.console = nil
    }
}
