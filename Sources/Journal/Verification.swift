import Glibc
import Notation

/// One thing that is wrong with a page.
public struct PageFinding: Equatable, Sendable {
    /// What is wrong.
    public enum Fault: Equatable, Sendable {
        case line(LineDamage)
        /// The line names another line before it than the one that stands there.
        case chainBroken
        /// The sequence number does not follow.
        case numberOutOfOrder(expected: Int, found: Int)
        /// The page's name says another first number or book.
        case nameDiffers
        /// The page does not begin with a whole block of what is brought forward.
        case openingDamaged
        case unreadable(SystemFailure)
    }

    /// The page's file name.
    public let file: String
    /// The line in it, from 1.
    public let line: Int
    public let fault: Fault
    /// The page after it already names it: bytes that were never a trusted line.
    public let isDeclared: Bool
}

/// Checks every page of a book: each line's seal, the chain, the numbers, the openings.
public struct Verification {
    public private(set) var findings: [PageFinding] = []
    public private(set) var pages = 0
    public private(set) var lines = 0
    private var end = ChainEnd()

    public init() {}

    /// Checks the pages of `book` in the order of the chain.
    public mutating func check(_ book: Book) throws(SystemFailure) {
        let names = try book.pages()
        for (index, name) in names.enumerated() {
            check(name, in: book, isFirst: index == 0)
        }
        pages = names.count
    }

    private mutating func check(_ name: PageName, in book: Book, isFirst: Bool) {
        let bytes: [UInt8]
        do throws(SystemFailure) { bytes = try OpenFile(book.path(name.file), flags: O_RDONLY).read(from: 0) } catch {
            return note(name, 1, .unreadable(error))
        }
        let read = PageBytes(bytes, firstNumber: 1)
        declare(read.items.first, isFirst: isFirst, name)
        if !PageOpening.isWhole(read.items) { note(name, 1, .openingDamaged) }
        for item in read.items { check(item, name) }
        if !read.rest.isEmpty { note(name, read.items.count + 1, .line(.unfinished)) }
        lines += read.items.count
    }

    /// What the page's first line says of the page before: its end, and a gap that is legal.
    private mutating func declare(_ first: PageBytes.Item?, isFirst: Bool, _ name: PageName) {
        guard case .success(let line)? = first?.reading, line.e == PageKind.opened else { return }
        if line.n != name.first || line.fields["book"]?.string != name.book { note(name, 1, .nameDiffers) }
        if isFirst {
            end = ChainEnd(n: line.n - 1, seal: line.previous)
        } else if let gap = line.fields["gap"]?.integer, line.fields["last"]?.integer == end.n {
            end.n += gap
            if line.fields["behind"] != nil { declareLastFindings() }
        }
    }

    private mutating func declareLastFindings() {
        guard let last = findings.last else { return }
        findings = findings.map { finding in
            guard finding.file == last.file, case .line = finding.fault, finding.line >= last.line - 1 else { return finding }
            return PageFinding(file: finding.file, line: finding.line, fault: finding.fault, isDeclared: true)
        }
    }

    private mutating func check(_ item: PageBytes.Item, _ name: PageName) {
        switch item.reading {
        case .failure(let damage): note(name, item.number, .line(damage))
        case .success(let line):
            if line.previous != end.seal { note(name, item.number, .chainBroken) }
            if line.n != end.n + 1 { note(name, item.number, .numberOutOfOrder(expected: end.n + 1, found: line.n)) }
            end = ChainEnd(n: line.n, seal: line.seal)
        }
    }

    private mutating func note(_ name: PageName, _ line: Int, _ fault: PageFinding.Fault) {
        findings.append(PageFinding(file: name.file, line: line, fault: fault, isDeclared: false))
    }
}

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
