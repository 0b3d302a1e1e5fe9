import Notation

/// The bytes behind the last line of a page that was trusted are known where the next page names them, and only these: it says where they begin, how
/// many they are, and their SHA-256.
struct DeclaredTail {
    let start: Int
    private let length: Int
    private let digest: String?

    /// - Parameter opening: how the next page begins.
    init?(of name: PageName, in opening: Line) {
        guard opening.fields["before"]?.string == name.file, case .object(let behind)? = opening.fields["behind"],
            let start = behind["offset"]?.integer, let length = behind["length"]?.integer, start >= 0, length > 0
        else { return nil }
        (self.start, self.length, digest) = (start, length, behind["sha256"]?.string)
    }

    /// Whether they are how a page ends.
    func isThere(in page: [UInt8]) -> Bool { start <= page.count && length == page.count - start && digest == Seal.of(page[start...]) }

    /// The page with them as the disk has them, where the cache shows what never got there; nil where the disk has nothing else.
    func onDisk(_ file: OpenFile, _ page: [UInt8]) -> [UInt8]? {
        guard start <= page.count, length == page.count - start, !isThere(in: page), let found = file.readPastCache(start..<page.count) else { return nil }
        let other = page[..<start] + found
        return isThere(in: Array(other)) ? Array(other) : nil
    }
}
