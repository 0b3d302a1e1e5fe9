import Glibc
import Notation

/// All lines of a book that can be read, oldest first, for reports, searches and those who follow.
public struct PageReader {
    private let book: Book

    public init(_ book: Book) { self.book = book }

    /// The readable lines of the pages from `first` on, page by page.
    /// - Parameter body: gets each page's name and lines.
    public func read(from first: PageName? = nil, _ body: (PageName, [Line]) -> Void) throws(SystemFailure) {
        for name in try book.pages() where first.map({ name >= $0 }) ?? true {
            body(name, try lines(of: name))
        }
    }

    /// The readable lines of one page.
    public func lines(of name: PageName) throws(SystemFailure) -> [Line] {
        let bytes = try OpenFile(book.path(name.file), flags: O_RDONLY).read(from: 0)
        return PageBytes(bytes, firstNumber: 1).items.compactMap { if case .success(let line) = $0.reading { line } else { nil } }
    }
}
