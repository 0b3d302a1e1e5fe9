import Glibc

/// Writes over itself what the cache shows and the disk may not have, as after a sync that failed or that a killed writer never made: a second
/// sync would not tell, and where blocks are still marked as unwritten, the bytes would be lost though they were written and synced again, as
/// long as the cache believes that the blocks are not. No byte changes.
enum WritingAgain {
    /// Line `n`: the disk has it when this returns.
    /// - Parameter isSuspect: of its page nothing is certain, so all that stands before the line is written again with it: without that it proves nothing.
    static func line(_ n: Int, in book: Book, isSuspect: Bool) throws(SystemFailure) {
        guard let name = try book.pages().last(where: { $0.first <= n }) else { throw gone(book.folder) }
        let path = book.path(name.file)
        let bytes = try OpenFile(path, flags: O_RDONLY).read(from: 0)
        guard let line = place(of: n, in: bytes) else { throw gone(path) }
        let place = isSuspect ? 0..<line.upperBound : line
        do throws(SystemFailure) {
            let file = try OpenFile(path, flags: O_RDWR)
            try put(bytes, place, into: file)
        } catch {
            // A page that was put away may not be written to: then the disk alone can tell.
            guard [EACCES, EPERM, EROFS].contains(error.code), OpenFile.onDisk(path, place, is: bytes[place]) == true else { throw error }
        }
    }

    /// All of a page, before what it says is brought forward.
    static func all(of page: Page) throws(SystemFailure) {
        let file = try OpenFile(page.file.path, flags: O_RDWR)
        guard try file.status().inode == page.inode else { throw gone(file.path) }
        let bytes = try file.read(from: 0)
        try put(bytes, bytes.indices, into: file)
    }

    /// How many bytes from its beginning on the disk has as the cache shows them; nil where the file system cannot tell, or where that is all of it.
    static func solidLength(of page: Page) -> Int? {
        guard let bytes = try? page.file.read(from: 0) else { return nil }
        for start in stride(from: 0, to: bytes.count, by: block) {
            let place = start..<min(start + block, bytes.count)
            // The first read may fail for what was to be written before it.
            guard let found = page.file.readPastCache(place) ?? page.file.readPastCache(place) else { return start == 0 ? nil : start }
            let same = zip(found, bytes[place]).prefix { $0 == $1 }.count
            if same < place.count { return start + same }
        }
        return nil
    }

    /// What file systems read at once.
    private static let block = 4096

    /// Past the cache, and reads it back: from the disk itself where that can be, for a page that somebody has mapped does not leave the cache.
    private static func put(_ bytes: [UInt8], _ place: Range<Int>, into file: OpenFile) throws(SystemFailure) {
        try file.syncData()
        file.dropCache()
        try file.overwrite(Array(bytes[place]), at: place.lowerBound)
        try file.syncData()
        file.dropCache()
        let isThere: Bool
        if let found = file.readPastCache(place) { isThere = found[...] == bytes[place] } else {
            isThere = try file.read(from: place.lowerBound, limit: place.count)[...] == bytes[place]
        }
        guard isThere else { throw SystemFailure(call: "read", path: file.path, code: EIO) }
    }

    private static func gone(_ path: String) -> SystemFailure { SystemFailure(call: "read", path: path, code: ENOENT) }

    /// Where the line stands with its LF; nil where no line of that number proves itself.
    private static func place(of n: Int, in bytes: [UInt8]) -> Range<Int>? {
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
