import CSystem
import Glibc

/// A call of the operating system that failed.
public struct SystemFailure: Error, Equatable, Sendable {
    /// The call's name, as `fdatasync`.
    public let call: String
    /// The file it was about.
    public let path: String
    /// errno.
    public let code: Int32

    /// The system's own words for the code, in English.
    public var description: String { String(cString: strerror(code)) }

    /// The device has no room left, or the file may not grow.
    public var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG && call != "read" }
}

/// The most bytes that are read of a page, a hundred times what the busiest day writes: a file of holes must not take all memory.
let largestPage = 1 << 28

/// An open file that closes itself.
final class OpenFile {
    let descriptor: Int32
    let path: String

    init(_ path: String, flags: Int32, mode: UInt32 = 0o600) throws(SystemFailure) {
        self.path = path
        descriptor = gatebook_open(path, flags, mode)
        if descriptor < 0 { throw SystemFailure(call: "open", path: path, code: errno) }
    }

    deinit { close(descriptor) }

    func failure(_ call: String) -> SystemFailure { SystemFailure(call: call, path: path, code: errno) }

    /// Size in bytes and inode.
    func status() throws(SystemFailure) -> (size: Int, inode: UInt64) {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw failure("fstat") }
        return (Int(info.st_size), UInt64(info.st_ino))
    }

    /// Size in bytes of a page that is to be read whole.
    /// - Throws: EFBIG where it is more than a page can have.
    func sizeOfPage() throws(SystemFailure) -> Int { try requirePossible(status().size) }

    private func requirePossible(_ size: Int) throws(SystemFailure) -> Int {
        guard size <= largestPage else { throw SystemFailure(call: "read", path: path, code: EFBIG) }
        return size
    }

    /// The bytes from `offset` to the end, up to `limit`.
    /// - Throws: EFBIG where they are more than a page can have.
    func read(from offset: Int, limit: Int = .max) throws(SystemFailure) -> [UInt8] {
        let wanted = try requirePossible(max(0, min(try status().size - offset, limit)))
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, wanted - count, off_t(offset + count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        if failed { throw failure("read") }
        return bytes
    }

    /// The first bytes, at most `limit`.
    func beginning(_ limit: Int) throws(SystemFailure) -> [UInt8] {
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            repeat { got = pread(descriptor, buffer.baseAddress, limit, 0) } while got < 0 && errno == EINTR
            count = max(0, got)
        }
        if got < 0 { throw failure("read") }
        return bytes
    }

    /// One `write`, begun again only if a signal came before the first byte; returns how many bytes it took.
    func writeOnce(_ bytes: [UInt8]) throws(SystemFailure) -> Int {
        var count = 0
        repeat { count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } } while count < 0 && errno == EINTR
        if count < 0 { throw failure("write") }
        return count
    }

    /// Writes all of `bytes`, going on after a short write or EINTR.
    func writeAll(_ bytes: [UInt8]) throws(SystemFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure("write") }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts all of `bytes` at `offset`, going on after a short write or EINTR.
    func overwrite(_ bytes: [UInt8], at offset: Int) throws(SystemFailure) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done)) }
            if count < 0, errno == EINTR { continue }
            if count == 0 { throw SystemFailure(call: "write", path: path, code: EIO) }
            if count < 0 { throw failure("write") }
            done += count
        }
    }

    func syncData() throws(SystemFailure) {
        if fdatasync(descriptor) < 0 { throw failure("fdatasync") }
    }

    func syncAll() throws(SystemFailure) {
        if fsync(descriptor) < 0 { throw failure("fsync") }
    }

    /// Forgets what the cache holds of the file, so that the next to read it reads the disk.
    func dropCache() { posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }

    /// Whether the disk has these bytes at a place; nil where the file system cannot tell.
    static func onDisk(_ path: String, _ place: Range<Int>, is bytes: ArraySlice<UInt8>) -> Bool? {
        guard let file = try? OpenFile(path, flags: O_RDONLY), (try? file.syncData()) != nil else { return nil }
        return file.readPastCache(place).map { $0[...] == bytes }
    }

    /// The bytes at a place as the disk has them, whatever the cache shows; nil where the file system cannot tell.
    func readPastCache(_ place: Range<Int>) -> [UInt8]? {
        var count: Int64 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, initialized in
            count = gatebook_read_direct(path, Int64(place.lowerBound), buffer.baseAddress, place.count)
            initialized = Int(max(0, count))
        }
        return count < 0 ? nil : bytes
    }

    func cut(to size: Int) throws(SystemFailure) {
        if ftruncate(descriptor, off_t(size)) < 0 { throw failure("ftruncate") }
    }
}

/// Makes `path` and the folders above it, each 0700 and on the disk when this returns.
func makeFolder(_ path: String) throws(SystemFailure) {
    let above = parent(of: path)
    if inode(of: path) != nil { return }
    if above != path, inode(of: above) == nil { try makeFolder(above) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemFailure(call: "mkdir", path: path, code: errno) }
    try OpenFile(above, flags: O_RDONLY | O_DIRECTORY).syncAll()
}

/// Gets the names of a book's pages to the disk.
func syncFolder(of book: Book) throws(SystemFailure) {
    try OpenFile(book.folder, flags: O_RDONLY | O_DIRECTORY).syncAll()
}

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The names in a folder, unsorted, without pipes and the like, which would keep a reader waiting.
func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let directory = opendir(folder) else { throw SystemFailure(call: "opendir", path: folder, code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
        guard ![UInt8(DT_FIFO), UInt8(DT_SOCK), UInt8(DT_CHR)].contains(entry.pointee.d_type) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        names.append(name)
        errno = 0
    }
    if errno != 0 { throw SystemFailure(call: "readdir", path: folder, code: errno) }
    return names
}

/// The inode that `path` leads to now; nil if there is none.
func inode(of path: String) -> UInt64? {
    var info = stat()
    return stat(path, &info) == 0 ? UInt64(info.st_ino) : nil
}
