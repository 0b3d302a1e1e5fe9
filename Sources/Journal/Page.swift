import Glibc
import Notation

/// The version of the format that this program writes.
public let formatVersion = 1

/// What some bytes of a page hold, line by line.
struct PageBytes {
    /// A line, or what is wrong with the bytes in its place.
    struct Item {
        var number: Int
        var reading: Result<Line, LineDamage>
    }

    var items: [Item] = []
    /// How many of the bytes belong to whole lines.
    var whole = 0
    /// Bytes behind the last LF.
    var rest: ArraySlice<UInt8>

    /// - Parameter firstNumber: the line number in the page of the first of these bytes.
    init(_ bytes: [UInt8], firstNumber: Int) {
        var start = 0
        var number = firstNumber
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            items.append(Item(number: number, reading: PageBytes.line(bytes[start..<end])))
            number += 1
            start = end + 1
        }
        whole = start
        rest = bytes[start...]
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> Result<Line, LineDamage> {
        do throws(LineDamage) { return .success(try Line.read(bytes)) } catch { return .failure(error) }
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
    let file: OpenFile
    let inode: UInt64
    /// Bytes read so far: the end of the last whole line.
    var offset = 0
    /// Lines read so far.
    var lines = 0
    /// The offset behind the last line that could be trusted, and that line.
    var trusted = (offset: 0, end: ChainEnd())
    /// Lines behind the trusted one that cannot be trusted, finished or not.
    var doubtful = 0
    /// A write or a sync here went wrong, so the page must not be appended to.
    var isSuspect = false

    init(_ name: PageName, in book: Book, writable: Bool) throws(SystemFailure) {
        self.name = name
        file = try OpenFile(book.path(name.file), flags: writable ? O_RDWR | O_APPEND : O_RDONLY)
        inode = try file.status().inode
    }

    /// Whether the page may be appended to as it stands.
    var isSound: Bool { doubtful == 0 && !isSuspect }

    /// Reads what has been added, up to the last LF.
    /// - Parameter underLock: nobody else writes now, so bytes behind the last LF are an unfinished line.
    func readOn(underLock: Bool) throws(SystemFailure) -> [PageBytes.Item] {
        let bytes = try file.read(from: offset)
        guard !bytes.isEmpty else {
            if underLock, try file.status().size < offset { isSuspect = true }
            return []
        }
        let read = PageBytes(bytes, firstNumber: lines + 1)
        for item in read.items { note(item) }
        offset += read.whole
        lines += read.items.count
        if let last = read.items.last, case .success = last.reading { trusted.offset = offset }
        if underLock, !read.rest.isEmpty { doubtful += 1 }
        return read.items
    }

    private func note(_ item: PageBytes.Item) {
        switch item.reading {
        case .success(let line):
            trusted.end = ChainEnd(n: max(line.n, trusted.end.n), seal: line.seal)
            doubtful = 0
        case .failure:
            doubtful += 1
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
