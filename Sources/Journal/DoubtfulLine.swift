import Glibc

/// A line of which nobody here knows that it was synced: the cache shows it for as long as the machine runs, but the disk may not have it. Where
/// its sync failed, a second one would not tell, and where the blocks are still marked as unwritten, writing it again would not help as long as
/// the cache believes that they are not.
struct DoubtfulLine {
    let n: Int

    /// Writes the line over itself where it stands, past the cache, and reads it back: no byte changes, but the disk has it now, or this fails.
    func writeAgain(in book: Book) throws(SystemFailure) {
        guard let name = try book.pages().last(where: { $0.first <= n }) else { throw gone(book.folder) }
        let page = try OpenFile(book.path(name.file), flags: O_RDWR)
        let bytes = try page.read(from: 0)
        guard let place = place(in: bytes) else { throw gone(page.path) }
        try page.syncData()
        page.dropCache()
        try page.overwrite(Array(bytes[place]), at: place.lowerBound)
        try page.syncData()
        page.dropCache()
        guard try page.read(from: place.lowerBound, limit: place.count)[...] == bytes[place] else { throw SystemFailure(call: "read", path: page.path, code: EIO) }
    }

    private func gone(_ path: String) -> SystemFailure { SystemFailure(call: "read", path: path, code: ENOENT) }

    /// Where the line stands with its LF; nil where no line of that number proves itself.
    private func place(in bytes: [UInt8]) -> Range<Int>? {
        let beginning = Array("{\"n\":\(n),".utf8)
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            let line = bytes[start..<end]
            if line.starts(with: beginning), (try? Line.read(line)) != nil { return start..<end + 1 }
            start = end + 1
        }
        return nil
    }
}
