import Cores
import Glibc
import Notation

/// Finds a text in the lines of all pages of a book, newest first.
public struct Search: Sendable {
    /// A line that holds the text.
    public struct Hit: Equatable, Sendable {
        public let page: PageName
        /// The line's bytes without LF, as they stand.
        public let bytes: [UInt8]
        /// Kinds of the later lines that name it, as far as they were asked for.
        public var namedBy: Set<String> = []

        /// The line; nil where it cannot be read.
        public var line: Line? { try? Line.read(bytes[...]) }
    }

    /// Which lines are looked at.
    public struct Filter: Equatable, Sendable {
        /// The post where the line was written.
        public var post: String?
        /// Entry days, both included.
        public var from: Day?
        public var to: Day?
        /// The event's kind, or its beginning up to a dot: `visitor` finds `visitor.admitted`.
        public var kind: String?

        public init(post: String? = nil, from: Day? = nil, to: Day? = nil, kind: String? = nil) {
            (self.post, self.from, self.to, self.kind) = (post, from, to, kind)
        }
    }

    /// What is looked for, as it stands in a line.
    private let text: [UInt8]
    private let filter: Filter
    /// Only this line and those that name it.
    private let number: Int?
    /// The beginning of the kinds of lines that say something of earlier ones.
    private let about: String?
    private let naming: @Sendable (Line) -> Set<Int>

    /// - Parameters:
    ///   - text: as a person types it, in whatever case and width; `#1042` is line 1042 and all that name it.
    ///   - about: hits know which later lines of kinds that begin so name them; nil for none, which is faster.
    ///   - naming: the lines that a line names.
    public init(
        _ text: String, filter: Filter = Filter(), about: String? = nil, naming: @escaping @Sendable (Line) -> Set<Int> = { $0.ref.map { [$0] } ?? [] }
    ) {
        (self.filter, self.about, self.naming) = (filter, about, naming)
        let text = text.inHalfWidth
        number = text.first == "#" ? Int(text.dropFirst()).flatMap { $0 > 0 ? $0 : nil } : nil
        self.text = Array(JSON.string(text).text.utf8.dropFirst().dropLast())
    }

    private func scan(_ sample: [UInt8]) -> LineScan {
        guard let n = number else { return LineScan(typed: text, sample: sample) }
        // Alone, in a list, and behind the colon of a key.
        return LineScan(["\":\(n),", "[\(n)", ",\(n)", ":\(n)\""].map { Array($0.utf8) }, sample: sample)
    }

    private func isAbout(_ hit: Hit) -> Bool {
        guard let number else { return true }
        return hit.line.map { $0.n == number || naming($0).contains(number) } ?? false
    }

    /// Hands over the hits, newest first, until `take` says that it is enough.
    /// - Throws: at the end, when a page could not be read: the hits of all others were handed over.
    /// - Parameter progress: is told how many pages of how many are done, and says whether to go on.
    public func run(in book: Book, progress: (Int, Int) -> Bool = { _, _ in true }, take: (Hit) -> Bool) throws(SystemFailure) {
        // Later pages than those that are asked for may say something of them.
        let names = try book.pages().filter { name in
            (filter.from.map { name.day.adding(days: 1) >= $0 } ?? true) && (about != nil || filter.to.map { name.day <= $0.adding(days: 1) } ?? true)
        }
        guard !text.isEmpty, !names.isEmpty else { return }
        let sample = sample(of: names, in: book)
        let scan = scan(sample)
        let amending = about.map { LineScan([Array("\"e\":\"\($0)".utf8)], sample: sample) }
        let buffers = PageBuffers()
        var unreadable: SystemFailure?
        var named: [Int: Set<String>] = [:]
        inOrder(names.count) { index in
            let name = names[names.count - 1 - index]
            return Swift.Result { () throws(SystemFailure) in
                try buffers.read(book.path(name.file)) { bytes in
                    (hits: hits(of: scan, in: bytes, name, where: fits), amending: amending.map { hits(of: $0, in: bytes, name, where: isAmending) } ?? [])
                }
            }
        } take: { index, page in
            switch page {
            case .success(let page):
                for line in page.amending.compactMap(\.line) { if let ref = line.ref { named[ref, default: []].insert(line.e) } }
                return progress(index + 1, names.count) && page.hits.filter(isAbout).map { marked($0, named) }.allSatisfy(take)
            case .failure(let failure):
                unreadable = unreadable ?? failure
                return progress(index + 1, names.count)
            }
        }
        if let unreadable { throw unreadable }
    }

    /// Bytes of the newest page that can be read.
    private func sample(of names: [PageName], in book: Book) -> [UInt8] {
        names.reversed().lazy.compactMap { name in try? OpenFile(book.path(name.file), flags: O_RDONLY).read(from: 0, limit: 262_144) }.first { !$0.isEmpty } ?? []
    }

    private func marked(_ hit: Hit, _ named: [Int: Set<String>]) -> Hit {
        guard !named.isEmpty, let kinds = hit.line.flatMap({ named[$0.n] }) else { return hit }
        var hit = hit
        hit.namedBy = kinds
        return hit
    }

    /// The lines of one page that are looked for, the newest first.
    private func hits(of scan: LineScan, in bytes: UnsafeRawBufferPointer, _ name: PageName, where isMeant: (LineHead) -> Bool) -> [Hit] {
        scan.lines(in: bytes, where: isMeant).reversed().map { Hit(page: name, bytes: Array(bytes[$0])) }
    }

    private func isAmending(_ head: LineHead) -> Bool { head.kind.starts(with: (about ?? "").utf8) }

    private func fits(_ head: LineHead) -> Bool {
        if head.kind.starts(with: PageKind.forwardPrefix.utf8) || head.kind.starts(with: "page.".utf8) { return false }
        if let post = filter.post, !head.post.elementsEqual(post.utf8) { return false }
        if let kind = filter.kind {
            guard head.kind.starts(with: kind.utf8) else { return false }
            let rest = head.kind.dropFirst(kind.utf8.count)
            if let next = rest.first, next != UInt8(ascii: "."), kind.utf8.last != UInt8(ascii: ".") { return false }
        }
        guard filter.from != nil || filter.to != nil else { return true }
        guard let day = Day(String(decoding: head.time.prefix(10), as: UTF8.self)[...]) else { return false }
        return (filter.from.map { day >= $0 } ?? true) && (filter.to.map { day <= $0 } ?? true)
    }
}
