import CSystem
import Glibc
import Notation

/// Where one book of the journal lies, and whose it is.
public struct Book: Equatable, Sendable {
    /// The data folder.
    public let data: String
    /// The site's name in the configuration.
    public let name: String
    /// The estate's offset, in which pages change at midnight.
    public let zone: Zone
    /// Whether it is a practice journal.
    public let isPractice: Bool

    /// A practice journal is a book of its own, so that it never mixes with a real one.
    public init(data: String, name: String, zone: Zone, isPractice: Bool) {
        self.data = data
        self.name = isPractice ? name + "-practice" : name
        self.zone = zone
        self.isPractice = isPractice
    }

    /// The folder of the pages.
    public var folder: String { data + "/journal/" + name }

    func path(_ file: String) -> String { folder + "/" + file }
    var lockPath: String { path(name + ".lock") }
    var presencePath: String { path(name + ".consoles") }

    /// The pages in the order of the chain. Names of another form are never read.
    public func pages() throws(SystemFailure) -> [PageName] {
        let files: [String]
        do throws(SystemFailure) { files = try names(in: folder) } catch {
            // Only a folder that is not there is an empty book: one that cannot be read must never look like one.
            guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
            return []
        }
        return files.compactMap { PageName($0, book: name) }.sorted()
    }
}

/// `BOOK.NNNNNNNN.YYYY-MM-DD.jsonl`: a page's file name. Name order is chain order even when the clock was wrong.
public struct PageName: Hashable, Comparable, Sendable {
    public let book: String
    /// The page's first sequence number.
    public let first: Int
    public let day: Day

    init(book: String, first: Int, day: Day) {
        self.book = book
        self.first = first
        self.day = day
    }

    /// Reads a file name; nil for anything of another form or another book.
    public init?(_ file: String, book: String) {
        var file = file
        guard let (first, day) = file.withUTF8({ PageName.parts(of: $0, book: book) }) else { return nil }
        self.init(book: book, first: first, day: day)
    }

    /// A folder of years has thousands of names, and each start reads them: by bytes, where they stand.
    private static func parts(of name: UnsafeBufferPointer<UInt8>, book: String) -> (first: Int, day: Day)? {
        let start = book.utf8.count + 1
        let end = name.count - ".YYYY-MM-DD.jsonl".utf8.count
        // Eight digits, or more without a zero in front.
        guard (8...15).contains(end - start), name[..<(start - 1)].elementsEqual(book.utf8), name[start - 1] == UInt8(ascii: "."),
            end - start == 8 || name[start] != UInt8(ascii: "0"), let first = number(name[start..<end]), first > 0,
            name[end] == UInt8(ascii: "."), name[end + 5] == UInt8(ascii: "-"), name[end + 8] == UInt8(ascii: "-"),
            name[(end + 11)...].elementsEqual(".jsonl".utf8), let year = number(name[(end + 1)..<(end + 5)]),
            let month = number(name[(end + 6)..<(end + 8)]), let dayOfMonth = number(name[(end + 9)..<(end + 11)]),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        return (first, day)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// The file's name.
    public var file: String {
        let digits = String(first)
        let number = String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
        return "\(book).\(number).\(day.text).jsonl"
    }

    public static func < (left: PageName, right: PageName) -> Bool { left.first < right.first }
}
