import Dispatch
import Foundation
import Gatekeeping
import Journal
import Notation
import Synchronization
import Wording

/// What the screen shows: the state as of a line, handed over whole.
public struct Snapshot: Sendable {
    public var state = GateState()
    public var lastNumber = 0
    /// What the clock of the book is ahead of the machine's, in milliseconds; 0 unless made up.
    public var clockAhead: Int64 = 0
    public var obstacle: String?
    /// Mebibytes left on the disk, once they are few.
    public var roomRunningOut: Int?

    public init() {}
}

/// What the clerk has to say to the screen.
public enum News: Sendable {
    case snapshot(Snapshot)
    /// A ticket is done: all its lines are on the disk.
    case written(ticket: Int, opener: Int, last: Int)
    /// The rules stopped it; what came before is written.
    case refused(ticket: Int, opener: Int?, Refusal)
    /// It could not be written, or is not known to be.
    case failed(ticket: Int?, String)
    case seen([Seen])
    /// Somebody of the estate may go on at the locked screen.
    case unlocked(ticket: Int)
    /// Some hits of a search of all pages, the newest first.
    case found([FoundLine], number: Int, SearchProgress)
    /// The latest handover as it was signed.
    case slip(String, figures: String)
    /// The desk's figures; nil where the pages cannot be read.
    case figures(DeskFigures?, number: Int)
    /// What each guard did and missed; nil where the pages cannot be read.
    case guardFigures(GuardFigures?, number: Int)
    /// All that was written of one thing; nil where the pages cannot be read.
    case story(Story?, number: Int)
}

/// The one writer thread of a console: it owns the book, and the screen never waits for it.
public final class Clerk: Sendable {
    private enum Job: Sendable {
        case errand(Errand)
        case unlock(Unlocking)
        case slip(Language)
        case refresh
        case round
        case end

        /// Somebody else's line is never answered with an attempt to write.
        var mayWrite: Bool {
            switch self {
            case .refresh, .slip: false
            case .errand, .unlock, .round, .end: true
            }
        }
    }

    private struct Desk {
        var jobs: [Job] = []
        var news: [News] = []
        /// Since when a job has been under way.
        var busySince: Instant?
        /// What the last snapshot said of the disk.
        var roomLeft: Int?
        /// It was said that the disk keeps no room in reserve.
        var hasWarned = false
    }

    private let desk = Mutex(Desk())
    private let bell = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let wake: @Sendable () -> Void
    private let post: String
    private let language: Language
    private let book: Book
    private let pages: PageSearch

    /// Starts the thread. News is announced by `wake`, which may be called from any thread.
    public init(
        estate: Estate, data: String, isPractice: Bool?, startingAt now: Instant?, post: String, language: Language, early: EarlyBook? = nil,
        wake: @escaping @Sendable () -> Void
    ) {
        self.wake = wake
        self.post = post
        self.language = language
        book = Book(data: data, estate, isPractice: isPractice)
        pages = PageSearch(book: book, estate: estate, language: language, showsDesk: estate.post(post)?.isDesk == true)
        let thread = Thread { [self] in work(estate: estate, data: data, isPractice: isPractice, now: now, early) }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// The book's name in file names.
    public var bookName: String { book.name }

    /// Asks for something to be written; its ticket comes back with the news.
    public func submit(_ errand: Errand) { add(.errand(errand)) }

    /// Asks whether somebody may go on at the locked screen.
    public func unlock(_ unlocking: Unlocking) { add(.unlock(unlocking)) }

    /// Asks for the latest handover of the post as it was signed.
    public func readSlip(_ language: Language) { add(.slip(language)) }

    /// Asks to look for what others wrote. Nothing is written then: a line of its own that failed would call for the next look, without end.
    public func look() { add(.refresh) }

    /// Asks to look for what others wrote and to record what the clock made due; once a minute.
    public func lookRound() { add(.round) }

    /// Looks for a text in all pages, beside everything else.
    public func search(_ text: String, number: Int) {
        pages.run(text, number: number) { [self] in say(.found($0, number: number, $1)) }
    }

    /// Counts what the desk did, beside everything else.
    public func count(_ scope: DeskTally.Scope, of estate: Estate, _ language: Language, number: Int) {
        DeskFigures.count(book, estate: estate, scope: scope, language) { [self] in say(.figures($0, number: number)) }
    }

    /// Counts what each guard did and missed, beside everything else.
    public func countGuards(of estate: Estate, from: Day, to: Day, now: Instant, number: Int) {
        GuardFigures.count(book, estate: estate, from: from, to: to, now: now) { [self] in say(.guardFigures($0, number: number)) }
    }

    /// Reads all that was written of a line, beside everything else.
    public func tell(_ n: Int, of estate: Estate, _ language: Language, number: Int) {
        Story.read(of: n, in: book, estate: estate, language, showsDesk: estate.post(post)?.isDesk == true) { [self] in say(.story($0, number: number)) }
    }

    /// What there is to say since the last time.
    public func takeNews() -> [News] {
        desk.withLock { desk in
            defer { desk.news = [] }
            return desk.news
        }
    }

    /// The pid of who holds the book's lock, when a job has taken more than a second.
    public func slowLockHolder(at now: Instant) -> Int? {
        guard let since = desk.withLock({ $0.busySince }), now.milliseconds - since.milliseconds > 1000 else { return nil }
        return Journal<GateLedger>.lockHolder(of: book)
    }

    /// Writes what is waiting, says in the book that the console ends, and stops the thread.
    public func end() {
        add(.end)
        ended.wait()
    }

    private func add(_ job: Job) {
        desk.withLock { $0.jobs.append(job) }
        bell.signal()
    }

    private func say(_ news: News) {
        desk.withLock { $0.news.append(news) }
        wake()
    }

    // MARK: The thread

    private func work(estate: Estate, data: String, isPractice: Bool?, now: Instant?, _ early: EarlyBook?) {
        defer { ended.signal() }
        let opening = { [self] in open(estate: estate, data: data, isPractice: isPractice, now: now, early) }
        var office = opening()
        var errands = Errands(post: post, language: language)
        while true {
            bell.wait()
            guard let job = desk.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) else { continue }
            desk.withLock { $0.busySince = Clock().t }
            defer { desk.withLock { $0.busySince = nil } }
            if case .end = job {
                office?.closeConsole(post: post)
                return
            }
            if office == nil, job.mayWrite { office = opening() }
            if let office { work(job, office, &errands) } else { decline(job) }
        }
    }

    private func work(_ job: Job, _ office: Office, _ errands: inout Errands) {
        if job.mayWrite, !office.isConsoleOpen { openConsole(office) }
        switch job {
        case .errand(let errand):
            let outcome = errands.perform(errand, in: office)
            say(.snapshot(snapshot(of: office)))
            say(outcome)
        case .unlock(let unlocking): say(office.answer(to: unlocking, at: post))
        case .slip(let language):
            let slip = office.signedSlip(post: post, language)
            say(.slip(slip.text, figures: slip.figures))
        case .refresh: refresh(office, isRound: false)
        case .round: refresh(office, isRound: true)
        case .end: break
        }
        warn(office)
    }

    /// Says once that the disk keeps no room in reserve.
    private func warn(_ office: Office) {
        guard let failure = office.reserveFailure, desk.withLock({ !$0.hasWarned }) else { return }
        desk.withLock { $0.hasWarned = true }
        say(.failed(ticket: nil, JournalWords.noReserve(failure)[language]))
    }

    /// The book cannot be opened; why was said already.
    private func decline(_ job: Job) {
        let ticket: Int
        switch job {
        case .errand(let errand): ticket = errand.ticket
        case .unlock(let unlocking): ticket = unlocking.ticket
        case .slip, .refresh, .round, .end: return
        }
        say(.failed(ticket: ticket, Text("簿子打不開，沒有寫入；打的字都在，請通知主管。", "簿子打不开，没有写入；打的字都在，请通知主管。", "The book cannot be opened; nothing was written, what you typed is still here. Tell the supervisor.")[language]))
    }

    /// Opens the book; what stands in the way is said, and it is tried again at the next job.
    private func open(estate: Estate, data: String, isPractice: Bool?, now: Instant?, _ early: EarlyBook?) -> Office? {
        do throws(JournalFailure) {
            let office = try Office(estate: estate, data: data, isPractice: isPractice, early: early)
            if let now { try? office.pretend(now) }
            openConsole(office)
            say(.snapshot(snapshot(of: office)))
            readWhoWasSeen(in: office.book, until: office.now, before: office.state.entries.first?.stamp.n)
            warn(office)
            return office
        } catch {
            say(.failed(ticket: nil, error.text(language)))
            return nil
        }
    }

    /// Months of pages are read beside the writing, never before it.
    private func readWhoWasSeen(in book: Book, until now: Instant, before n: Int?) {
        let reader = Thread { [self] in say(.seen(Seen.all(in: book, until: now, before: n))) }
        reader.start()
    }

    private func openConsole(_ office: Office) {
        do throws(JournalFailure) { try office.openConsole(post: post) } catch { say(.failed(ticket: nil, error.text(language))) }
    }

    private func refresh(_ office: Office, isRound: Bool) {
        let before = office.lastNumber
        do throws(JournalFailure) { _ = try office.refresh() } catch { say(.failed(ticket: nil, error.text(language))) }
        if isRound { office.recordWhatIsMissed(post: post) }
        let roomBefore = desk.withLock { $0.roomLeft }
        if office.lastNumber != before || office.roomRunningOut != roomBefore { say(.snapshot(snapshot(of: office))) }
    }

    private func snapshot(of office: Office) -> Snapshot {
        var snapshot = Snapshot()
        snapshot.state = office.state
        snapshot.lastNumber = office.lastNumber
        snapshot.clockAhead = office.clockAhead
        snapshot.roomRunningOut = office.roomRunningOut
        desk.withLock { [left = snapshot.roomRunningOut] in $0.roomLeft = left }
        snapshot.obstacle = office.obstacle?.text(language)
        return snapshot
    }
}

/// Watches a book's folder for what others write; for `poll`.
public final class BookWatch {
    private let watch: FolderWatch

    /// Nil when the folder cannot be watched.
    public init?(estate: Estate, data: String, isPractice: Bool?) {
        let book = Book(data: data, estate, isPractice: isPractice)
        guard let watch = try? FolderWatch(book) else { return nil }
        self.watch = watch
    }

    /// Becomes readable on a change.
    public var descriptor: Int32 { watch.descriptor }
    /// Forgets the changes that have been told.
    public func drain() { watch.drain() }
}
