import Glibc
import Notation

/// All lines of a book that can be read, oldest first, for reports, searches and those who follow. One page is in memory at a time.
public struct PageReader {
    private let book: Book
    private let buffers = PageBuffers()

    public init(_ book: Book) { self.book = book }

    /// The readable lines of the pages from `first` on.
    /// - Parameter end: the first page that is not read any more.
    /// - Parameter kinds: only lines of these kinds, where given; the others are passed over unread.
    public func read(
        from first: PageName? = nil, before end: PageName? = nil, kinds: Set<String>? = nil, _ body: (PageName, Line) -> Void
    ) throws(SystemFailure) {
        for name in try book.pages() where (first.map { name >= $0 } ?? true) && (end.map { name < $0 } ?? true) {
            try read(name, kinds) { body(name, $0) }
        }
    }

    /// The readable lines of one page.
    public func lines(of name: PageName) throws(SystemFailure) -> [Line] {
        var lines: [Line] = []
        try read(name, nil) { lines.append($0) }
        return lines
    }

    /// Where the line stands whose seal begins with these digits: file, line in it, number. It proves itself.
    public func place(ofSeal beginning: String) throws(SystemFailure) -> (file: String, line: Int, n: Int)? {
        let wanted = Array(",\"h\":\"\(beginning)".utf8)
        for name in try book.pages() {
            var (number, found) = (0, nil as (Int, Int)?)
            try buffers.read(book.path(name.file)) { bytes in
                var start = 0
                while found == nil, let length = UnsafeRawBufferPointer(rebasing: bytes[start...]).firstIndexOfLF {
                    let line = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                    (start, number) = (start + length + 1, number + 1)
                    guard line.suffix(sealLength).starts(with: wanted), let read = try? Line.read(line) else { continue }
                    found = (number, read.n)
                }
            }
            if let found { return (name.file, found.0, found.1) }
        }
        return nil
    }

    private func read(_ name: PageName, _ kinds: Set<String>?, _ body: (Line) -> Void) throws(SystemFailure) {
        let wanted = kinds.map { $0.map { Array($0.utf8) } }
        try buffers.read(book.path(name.file)) { bytes in
            var start = 0
            while let length = UnsafeRawBufferPointer(rebasing: bytes[start...]).firstIndexOfLF {
                let line = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                start += length + 1
                if let wanted, let head = LineHead(line), !wanted.contains(where: { head.kind.elementsEqual($0) }) { continue }
                if let line = try? Line.read(line) { body(line) }
            }
        }
    }
}
