import Glibc
import Notation

/// The version of the format that this program writes.
public let formatVersion = 1

/// What some bytes of a page hold, line by line.
struct PageBytes {
    /// A line, or what is wrong with the bytes in its place.
    struct Item {
        var number: Int
        /// How many of the bytes lie before the end of the line.
        var end: Int
        /// How many sequence numbers the bytes seem to use.
        var claims: Int
        var reading: Result<Line, LineDamage>
    }

    var items: [Item] = []
    /// How many of the bytes belong to whole lines.
    var whole = 0
    /// Bytes behind the last LF.
    var rest: ArraySlice<UInt8>

    /// - Parameter firstNumber: the line number in the page of the first of these bytes.
    init(_ bytes: [UInt8], firstNumber: Int) {
        items = bytes.withUnsafeBytes { bytes in
            var items: [Item] = []
            var start = 0
            while let length = UnsafeRawBufferPointer(rebasing: bytes[start...]).firstIndexOfLF {
                let line = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                start += length + 1
                items.append(PageBytes.item(line, firstNumber + items.count, end: start))
            }
            return items
        }
        whole = items.last?.end ?? 0
        rest = bytes[whole...]
    }

    /// Lines begin with `{"n":`; whatever else stands there may have been one.
    static func claims(_ bytes: UnsafeRawBufferPointer) -> Int {
        max(1, bytes.indices.count { bytes.has("{\"n\":", at: $0) })
    }

    private static func item(_ bytes: UnsafeRawBufferPointer, _ number: Int, end: Int) -> Item {
        do throws(LineDamage) { return Item(number: number, end: end, claims: 1, reading: .success(try Line.read(bytes))) } catch {
            return Item(number: number, end: end, claims: claims(bytes), reading: .failure(error))
        }
    }
}

/// The last line that a writer trusts: where the chain goes on.
struct ChainEnd: Equatable {
    var n = 0
    var seal = firstSeal
}

/// A page that is being read or written, and how far.
final class Page {
    let name: PageName
    /// The name of its file.
    let fileName: String
    let file: OpenFile
    let inode: UInt64
    /// Bytes read so far: the end of the last whole line.
    var offset = 0
    /// Lines read so far.
    var lines = 0
    /// The offset behind the last line that could be trusted, and that line.
    var trusted = (offset: 0, end: ChainEnd())
    /// The same of what a sync covered that nobody doubts: the disk had that once.
    private(set) var assured = (offset: 0, end: ChainEnd())
    /// How many of its bytes the disk has, where that is known to be less than the cache shows.
    var limit: Int?
    /// Lines behind the trusted one that cannot be trusted, finished or not.
    var doubtful = 0
    private let isWritable: Bool
    /// A write or a sync here went wrong, so the page must not be appended to.
    var isSuspect = false
    /// What was known of it is not there any more.
    var isLost = false
    /// All that was read or written here is on the disk.
    private(set) var isSynced = false
    /// Up to which offset the reserve is known to be there; nil where it was not looked at.
    var reservedUntil: Int?

    init(_ name: PageName, in book: Book, writable: Bool) throws(SystemFailure) {
        self.name = name
        fileName = name.file
        isWritable = writable
        file = try OpenFile(book.path(fileName), flags: writable ? O_RDWR | O_APPEND : O_RDONLY)
        inode = try file.status().inode
    }

    /// The first number that nothing on the page can have used.
    ///
    /// The next page's name begins with it, and comes behind this one's however few of its lines can be trusted.
    var nextFree: Int { max(trusted.end.n + 1 + doubtful, name.first + (trusted.offset == 0 ? lines + 1 : 1)) }

    /// Whether the page may be appended to as it stands.
    var isSound: Bool { doubtful == 0 && !isSuspect && isWritable }

    /// Reads what has been added, up to the last LF.
    /// - Parameter underLock: nobody else writes now, so bytes behind the last LF are an unfinished line.
    func readOn(underLock: Bool) throws(SystemFailure) -> [PageBytes.Item] {
        let bytes = try unread()
        guard !bytes.isEmpty else {
            if underLock, try file.status().size < offset { isSuspect = true }
            return []
        }
        isSynced = false
        let read = PageBytes(limit.map { Array(bytes.prefix(max(0, $0 - offset))) } ?? bytes, firstNumber: lines + 1)
        for item in read.items { note(item, from: offset) }
        offset += read.whole
        lines += read.items.count
        let rest = bytes[read.whole...]
        if underLock, !rest.isEmpty || limit != nil { doubtful += rest.withUnsafeBytes(PageBytes.claims) }
        return read.items
    }

    /// What has been added; of what the disk cannot give back any more only as much as it has.
    private func unread() throws(SystemFailure) -> [UInt8] {
        guard let limit else { return try file.read(from: offset) }
        do throws(SystemFailure) { return try file.read(from: offset) } catch { return try file.read(from: offset, limit: max(0, limit - offset)) }
    }

    /// Gets all that stands on the page to the disk. When that fails, the cache may hold what the disk does not, so the page is suspect.
    func sync() throws(SystemFailure) {
        do throws(SystemFailure) { try file.syncData() } catch {
            (isSynced, isSuspect) = (false, true)
            throw error
        }
        isSynced = true
    }

    /// The disk has all that could be trusted so far.
    func assure() { assured = trusted }

    /// Goes on behind a line that was written and synced here.
    func add(_ line: Line, of length: Int) {
        offset += length
        lines += 1
        trusted = (offset, ChainEnd(n: line.n, seal: line.seal))
        assure()
    }

    /// Takes over what is known of the same page as it was opened before.
    func inherit(from before: Page) {
        guard before.inode == inode else { return }
        isSuspect = isSuspect || before.isSuspect
        assured = before.assured
    }

    /// What stands behind the last line that could be trusted, as the disk has it.
    func bytesBehind() throws(SystemFailure) -> [UInt8] {
        guard limit != nil else { return try file.read(from: trusted.offset) }
        let place = trusted.offset..<max(trusted.offset, try file.status().size)
        if let bytes = file.readPastCache(place) { return bytes }
        do throws(SystemFailure) { return try file.read(from: trusted.offset) } catch { return [] }
    }

    /// Whether the line of that seal ends at that offset, as it was written.
    func holds(_ end: (offset: Int, end: ChainEnd)) throws(SystemFailure) -> Bool {
        let start = max(0, end.offset - longestLine)
        let bytes = try file.read(from: start, limit: end.offset - start)
        guard bytes.last == 0x0A else { return false }
        let line = bytes.dropLast()
        let begin = line.lastIndex(of: 0x0A).map { $0 + 1 } ?? line.startIndex
        return (try? Line.read(line[begin...]))?.seal == end.end.seal
    }

    /// Whether what was known of it is not where it was, and no later page came behind it. Of a page that is not sound only that was known which the
    /// disk once had for certain: the rest may never have been but in the cache. But no sync that fails shortens a page, or puts another in its place.
    /// - Parameter newest: the newest page as it was read now.
    func isGone(from newest: Page?, isSound: Bool) throws(SystemFailure) -> Bool {
        guard let newest, newest.name >= name else { return trusted.offset > 0 }
        guard newest.name == name else { return false }
        let size = try newest.file.status().size
        let isSomebodys = newest.inode != inode || size < trusted.offset
        let last = isSound || isLost || isSomebodys ? trusted : assured
        guard last.offset > 0 else { return false }
        if let limit = newest.limit, !isSomebodys { return assured.offset > limit }
        return try !newest.holds(last)
    }

    private func note(_ item: PageBytes.Item, from start: Int) {
        switch item.reading {
        case .success(let line):
            trusted = (start + item.end, ChainEnd(n: max(line.n, trusted.end.n), seal: line.seal))
            doubtful = 0
        case .failure:
            doubtful += item.claims
        }
    }
}

extension Line {
    /// Whether the line opens a page, and of which format version.
    var openedVersion: Int? { e == PageKind.opened ? fields["v"]?.integer : nil }
}

/// The kinds that belong to the journal itself.
public enum PageKind {
    /// First line of a page.
    public static let opened = "page.opened"
    /// The line behind what is brought forward.
    public static let ready = "page.ready"
    /// What the names of brought-forward lines begin with.
    public static let forwardPrefix = "forward."
}
