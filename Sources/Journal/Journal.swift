import CSystem
import Glibc
import Notation

/// One book of the journal, for reading its state and appending to it. Belongs to one thread; any number of processes may
/// each have one.
public final class Journal<L: Ledger> {
    public let book: Book
    /// May learn more of the estate while the page is read, as long as what the lines say stays the same.
    public var ledger: L
    public var clock: Clock
    /// The fold of the newest page as far as it was read.
    public private(set) var state: L.State
    /// Sequence number of the last line that the state contains.
    public var lastNumber: Int { page?.trusted.end.n ?? 0 }
    /// When the last line that the state contains was written.
    public private(set) var lastEntry: Moment?
    /// Why this program may not write, if so.
    public private(set) var obstacle: JournalFailure?

    /// Why no room could be reserved for the last line, where the disk is not simply full: as on a file system that cannot.
    public private(set) var reserveFailure: SystemFailure?

    private var page: Page?
    private var lock: LockFile?
    /// The newest page's opening block is damaged, so the state comes from an earlier one and a new page is due.
    private var isBlockDamaged = false
    /// Lines of the newest page that this process wrote and synced: of all others the disk may not have what the cache shows.
    private var proven: Set<Int> = []

    /// Opens the book and reads its newest page. A book that is not there yet is empty.
    public init(_ book: Book, ledger: L, clock: Clock = Clock()) throws(JournalFailure) {
        self.book = book
        self.ledger = ledger
        self.clock = clock
        state = ledger.beginning
        gatebook_ignore_file_size_signal()
        do { try load() } catch { throw .system(error) }
    }

    // MARK: Reading

    /// Takes in what others have written, without a lock, up to the last whole line.
    /// - Returns: the lines that are new to the state, without `forward.*`.
    public func refresh() throws(JournalFailure) -> [Line] {
        do {
            var new: [Line] = []
            while true {
                // Listed before the page is read: once a next page is there, nothing is added to this one any more.
                let next = try book.pages().first { [page] name in page.map { name > $0.name } ?? true }
                if let page {
                    new += fold(try page.readOn(underLock: false), of: page)
                    if !new.isEmpty, !page.isSynced { try syncOrWarn(page) }
                }
                guard let next else { return new }
                new += try follow(to: next)
            }
        } catch { throw .system(error) }
    }

    private func syncOrWarn(_ page: Page) throws(SystemFailure) {
        do throws(SystemFailure) { try page.sync() } catch {
            warnOthers(of: page)
            throw error
        }
        if (try? requireUndoubted(page)) != nil { page.assure() }
    }

    private func follow(to name: PageName) throws(SystemFailure) -> [Line] {
        let next = try openForReading(name)
        let items = try next.readOn(underLock: false)
        if PageOpening.isWhole(items) { adopt(next, items) } else { try load() }
        return items.compactMap { if case .success(let line) = $0.reading, !line.isForward { line } else { nil } }
    }

    // MARK: Appending

    /// Decides on the latest state, whoever wrote it, and writes the event: on the disk when this returns `.written`.
    ///
    /// The line is synced beside the lock, so that one sync of the disk serves all who wrote meanwhile. Whoever builds on a line
    /// that is not synced yet writes behind it in the same file, and their own sync takes it along.
    public func append<Refusal>(_ decide: (L.State, Moment) -> Decision<Refusal>) -> Answer<Refusal> {
        do throws(JournalFailure) {
            switch try decideUnderLock(decide) {
            case .put(let line, let bytes, let page): return finish(line, bytes, on: page)
            case .decided(.already(let n)): return .already(n)
            case .decided(let answer):
                // What was decided on is shown, and so is on the disk first.
                do throws(SystemFailure) { try settleShown() } catch {
                    if case .refused = answer { return .unknown(.system(error)) }
                }
                return answer
            }
        } catch {
            return .failed(error)
        }
    }

    private func settleShown() throws(SystemFailure) {
        guard let page, !page.isSynced else { return }
        try syncUndoubted(page)
    }

    private func syncUndoubted(_ page: Page) throws(SystemFailure) {
        do throws(SystemFailure) {
            try page.sync()
            try requireUndoubted(page)
        } catch {
            warnOthers(of: page)
            throw error
        }
    }

    /// How a decision stands when the lock is given back.
    private enum Outcome<Refusal: Sendable> {
        case decided(Answer<Refusal>)
        /// Written, and not synced yet.
        case put(Line, bytes: [UInt8], on: Page)
    }

    private func decideUnderLock<Refusal>(_ decide: (L.State, Moment) -> Decision<Refusal>) throws(JournalFailure) -> Outcome<Refusal> {
        let lock = try openLock()
        try system { () throws(SystemFailure) in try lock.acquire() }
        defer { lock.release() }
        try system { () throws(SystemFailure) in try catchUp(lock) }
        if let obstacle { return .decided(.failed(obstacle)) }
        let moment = clock.now
        var decision = decide(state, moment)
        if try needsNewPage(for: decision, at: moment) {
            do throws(JournalFailure) { try openPage(moment, lock) } catch {
                if case .already = decision { return .decided(.unknown(error)) }
                throw error
            }
            // What the disk had of the old page may be less than what was decided on.
            if let obstacle { return .decided(.failed(obstacle)) }
            decision = decide(state, moment)
        }
        switch decision {
        case .refuse(let refusal): return .decided(.refused(refusal))
        case .already(let n):
            do throws(SystemFailure) { try settle(n) } catch { return .decided(.unknown(.system(error))) }
            return .decided(.already(n))
        case .write(let draft): return try write(draft, moment)
        }
    }

    private func write<Refusal>(_ draft: Draft, _ moment: Moment) throws(JournalFailure) -> Outcome<Refusal> {
        guard let page else { return .decided(.failed(.system(SystemFailure(call: "open", path: book.folder, code: ENOENT)))) }
        let (line, bytes) = Line.sealed(
            draft, n: page.trusted.end.n + 1, moment: moment, zone: book.zone, previous: page.trusted.end.seal)
        try requireNumber(line.n)
        try requireRoom(bytes)
        try keepReserve(of: page, for: bytes.count, draft)
        try system { () throws(SystemFailure) in try put(bytes, on: page) }
        return .put(line, bytes: bytes, on: page)
    }

    private func requireRoom(_ line: [UInt8]) throws(JournalFailure) {
        guard line.count <= longestLine else { throw .tooLong(bytes: line.count) }
    }

    private func requireNumber(_ n: Int) throws(JournalFailure) {
        guard n <= largestNumber else { throw .numbersUsedUp(page: page?.fileName ?? book.folder) }
    }

    private func finish<Refusal: Sendable>(_ line: Line, _ bytes: [UInt8], on page: Page) -> Answer<Refusal> {
        do throws(SystemFailure) { try syncUndoubted(page) } catch { return .unknown(.system(error)) }
        proven.insert(line.n)
        page.add(line, of: bytes.count)
        fold(line, of: page, number: page.lines)
        return .written(line)
    }

    /// Says in the lock file that a sync of the page failed: at once, without waiting for the lock. Where that takes the place of what was said of
    /// a later page, that one is written again before it is trusted.
    private func warnOthers(of page: Page) {
        LockFile.warn(book, boot: clock.boot, of: page.fileName)
    }

    /// Whoever opened the page after a sync of it failed is not told so by their own.
    private func requireUndoubted(_ page: Page) throws(SystemFailure) {
        guard try lock?.note(of: page.fileName, boot: clock.boot) == .suspect else { return }
        page.isSuspect = true
        throw SystemFailure(call: "fdatasync", path: page.file.path, code: EIO)
    }

    /// A line that may stand in the cache only gets to the disk before it is acknowledged: its sync failed, or it is another process', which
    /// may have been killed before the sync or seen that fail. What came of lines of earlier pages is brought forward to the newest.
    private func settle(_ n: Int) throws(SystemFailure) {
        guard let page, n >= page.name.first, page.isSuspect || !proven.contains(n) else { return }
        try WritingAgain.line(n, in: book, isSuspect: page.isSuspect)
        proven.insert(n)
    }

    /// What must be written in any case may use up the reserve; all else needs it untouched. Nothing but a full disk stops a line.
    private func keepReserve(of page: Page, for count: Int, _ draft: Draft) throws(JournalFailure) {
        reserveFailure = nil
        do throws(SystemFailure) { try Reserve(book: book).prepare(page, for: count) } catch {
            guard error.isFull else { return reserveFailure = error }
            if !draft.usesReserve { throw .onlyReserve }
        }
    }

    /// One write; what a full disk left of it is cut off again, while the lock is held. That gives the reserve back, too.
    private func put(_ bytes: [UInt8], on page: Page) throws(SystemFailure) {
        do throws(SystemFailure) {
            let count = try page.file.writeOnce(bytes)
            guard count == bytes.count else { throw SystemFailure(call: "write", path: page.file.path, code: ENOSPC) }
        } catch {
            do throws(SystemFailure) {
                if try page.file.status().size > page.offset {
                    try page.file.cut(to: page.offset)
                    Reserve(book: book).restore(behind: page)
                }
            } catch { page.isSuspect = true }
            throw error
        }
    }

    /// None is opened for a line that will not be written, unless it was decided on what the disk may not have; one is for what a line says that cannot
    /// be got to the disk where it stands.
    private func needsNewPage<Refusal>(for decision: Decision<Refusal>, at moment: Moment) throws(JournalFailure) -> Bool {
        switch decision {
        case .refuse: return page?.isSuspect ?? false
        case .already(let n):
            if (try? settle(n)) != nil { return false }
            page?.isSuspect = true
            return true
        case .write(let draft):
            guard needsNewPage(at: moment) else { return false }
            try requireRoom(Line.sealed(draft, n: largestNumber, moment: moment, zone: book.zone, previous: firstSeal).bytes)
            return true
        }
    }

    private func needsNewPage(at moment: Moment) -> Bool {
        guard let page, page.isSound, !isBlockDamaged else { return true }
        let today = Day(moment.t, in: book.zone)
        return today > page.name.day || today.number < page.name.day.number - 1
    }

    // MARK: Pages

    /// Opens a new page: all that is brought forward appears at once, or not at all.
    private func openPage(_ moment: Moment, _ lock: LockFile) throws(JournalFailure) {
        if let page { try system { () throws(SystemFailure) in try readBack(page) } }
        let opening = PageOpening(
            book: book, moment: moment, forward: ledger.broughtForward(from: state, at: moment.t), before: page)
        try requireNumber(opening.last)
        try system { () throws(SystemFailure) in try open(opening, lock) }
    }

    private func open(_ opening: PageOpening, _ lock: LockFile) throws(SystemFailure) {
        let boot = opening.moment.boot
        // Who knows that a page is suspect adds nothing to it, and looks for a later one: that may go on being said, but not that it is sound.
        let isSaid = if let page, page.isSuspect { (try? lock.write(boot: boot, newestPage: page.fileName, .suspect)) != nil } else { false }
        if !isSaid { try lock.clear() }
        let name: PageName
        do throws(SystemFailure) { name = try opening.write() } catch {
            if let page { Reserve(book: book).restore(behind: page) }
            throw error
        }
        page?.file.giveBack()
        proven = []
        remember(name, lock, boot: boot)
        let next = try Page(name, in: book, writable: true)
        adopt(next, try next.readOn(underLock: true))
    }

    /// What is brought forward is what the disk has of the old page.
    private func readBack(_ page: Page) throws(SystemFailure) {
        if !page.isSuspect { try? page.sync() }
        let isWritten = !page.isSuspect || (try? WritingAgain.all(of: page)) != nil
        let solid = isWritten ? nil : WritingAgain.solidLength(of: page)
        page.file.dropCache()
        try loadAgain(isSound: !page.isSuspect, page.inode, upTo: solid)
    }

    private func openLock() throws(JournalFailure) -> LockFile {
        if let lock { return lock }
        let opened = try system { () throws(SystemFailure) in
            try makeFolder(book.folder)
            return try LockFile(book)
        }
        guard !opened.isOnNetwork else { throw .networkFileSystem(book.folder) }
        lock = opened
        return opened
    }

    /// Under the lock: is the page that was read still the newest, and what was added to it?
    private func catchUp(_ lock: LockFile) throws(SystemFailure) {
        let isSound = if let page { try lock.note(of: page.fileName, boot: clock.boot) == .sound } else { false }
        guard let page, isSound, inode(of: page.file.path) == page.inode, !isBlockDamaged else {
            try loadAgain(isSound: isSound)
            // Whoever opened the page may have been killed before its name was on the disk.
            try syncFolder(of: book)
            try prove(lock)
            return
        }
        _ = fold(try page.readOn(underLock: true), of: page)
    }

    /// Is the newest page to be trusted, which this process has not followed from its opening on? Where the lock file says nothing of it, a sync of it
    /// may have failed and whoever saw that be gone: then it is written again first.
    private func prove(_ lock: LockFile) throws(SystemFailure) {
        guard let page, page.isSound else { return }
        let boot = clock.boot
        switch try lock.note(of: page.fileName, boot: boot) {
        case .sound: break
        case .suspect: page.isSuspect = true
        case nil:
            do throws(SystemFailure) {
                if try !lock.isOfEarlierBoot(than: boot) { try WritingAgain.all(of: page) }
                remember(page.name, lock, boot: boot)
            } catch { page.isSuspect = true }
        }
    }

    /// Names the newest page in the lock file. On a full disk that stays empty, and the folder is listed instead.
    private func remember(_ name: PageName, _ lock: LockFile, boot: String) {
        do throws(SystemFailure) { try lock.write(boot: boot, newestPage: name.file) } catch { try? lock.clear() }
    }

    /// Reads the state anew, unless the disk has no longer what was read or written here: a page that was cut, taken away or
    /// changed for another. Then the state stands, and goes on in a new page, whose chain shows the break to whoever verifies it.
    /// - Parameters:
    ///   - isSound: nobody says that a sync of the page that was read failed.
    ///   - limit: how much of the page of that inode the disk has, where it is less than the cache shows.
    private func loadAgain(isSound: Bool, _ inode: UInt64 = 0, upTo limit: Int? = nil) throws(SystemFailure) {
        let (known, knownState, knownEntry, knownObstacle) = (page, state, lastEntry, obstacle)
        try load { $0.limit = $0.inode == inode ? limit : nil }
        if let known { page?.inherit(from: known) }
        guard let known, try known.isGone(from: page, isSound: isSound && !known.isSuspect) else { return }
        (known.isSuspect, known.isLost) = (true, true)
        (page, state, lastEntry, obstacle, isBlockDamaged) = (known, knownState, knownEntry, knownObstacle, false)
    }

    /// Reads the state anew from the newest page; where its opening is damaged, from the last whole page on.
    /// - Parameter prepare: what is known of a page before it is read.
    private func load(_ prepare: (Page) -> Void = { _ in }) throws(SystemFailure) {
        let names = try book.pages()
        var later: [(page: Page, items: [PageBytes.Item])] = []
        for name in names.reversed() {
            let candidate = try openForReading(name)
            prepare(candidate)
            let items = try candidate.readOn(underLock: lock?.isHeld ?? false)
            later.insert((candidate, items), at: 0)
            if PageOpening.isWhole(items) { break }
        }
        guard let first = later.first else {
            (state, page, lastEntry, obstacle, isBlockDamaged) = (ledger.beginning, nil, nil, nil, false)
            return
        }
        adopt(first.page, first.items)
        var end = first.page.trusted.end
        for next in later.dropFirst() {
            page = next.page
            if next.page.trusted.offset == 0 { next.page.trusted.end = end }
            end = next.page.trusted.end
            _ = fold(next.items.filter { if case .success(let line) = $0.reading { !line.isForward } else { true } }, of: next.page)
        }
        isBlockDamaged = later.count > 1 || !PageOpening.isWhole(first.items)
    }

    private func openForReading(_ name: PageName) throws(SystemFailure) -> Page {
        do throws(SystemFailure) { return try Page(name, in: book, writable: true) } catch {
            guard [EACCES, EROFS, EPERM].contains(error.code) else { throw error }
            return try Page(name, in: book, writable: false)
        }
    }

    // MARK: Folding

    private func adopt(_ next: Page, _ items: [PageBytes.Item]) {
        (state, page, obstacle, isBlockDamaged) = (ledger.beginning, next, nil, false)
        _ = fold(items, of: next)
    }

    private func fold(_ items: [PageBytes.Item], of page: Page) -> [Line] {
        items.compactMap { item in
            guard case .success(let line) = item.reading else { return nil }
            fold(line, of: page, number: item.number)
            return line
        }
    }

    private func fold(_ line: Line, of page: Page, number: Int) {
        lastEntry = Moment(t: line.t, boot: line.boot, uptime: line.uptime)
        if let version = line.openedVersion, version > formatVersion {
            obstacle = .newerVersion(page: page.fileName, version: version)
        }
        if !ledger.evolve(&state, by: line), obstacle == nil {
            obstacle = .unknownKind(page: page.fileName, line: number, kind: line.e)
        }
    }

    private func system<T>(_ body: () throws(SystemFailure) -> T) throws(JournalFailure) -> T {
        do throws(SystemFailure) { return try body() } catch { throw .system(error) }
    }
}
