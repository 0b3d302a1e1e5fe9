import CSystem
import Glibc

/// The lock that all writers of a book share. Its content names the boot and the newest page, so that a writer need not list
/// the folder; it is empty while a page is being changed.
final class LockFile {
    private let file: OpenFile
    private(set) var isHeld = false

    init(_ book: Book) throws(SystemFailure) {
        file = try OpenFile(book.lockPath, flags: O_RDWR | O_CREAT)
    }

    var isOnNetwork: Bool { gatebook_is_network_file_system(file.descriptor) }

    func acquire() throws(SystemFailure) {
        if gatebook_lock(file.descriptor, false, false) < 0 { throw file.failure("flock") }
        isHeld = true
    }

    func release() {
        isHeld = false
        gatebook_unlock(file.descriptor)
    }

    /// Whether this boot wrote down that `file` is the newest page.
    func names(_ file: String, boot: String) throws(SystemFailure) -> Bool {
        try self.file.read(from: 0, limit: 256) == Array(LockFile.content(boot: boot, newestPage: file).utf8)
    }

    func clear() throws(SystemFailure) { try file.cut(to: 0) }

    func write(boot: String, newestPage: String) throws(SystemFailure) {
        try file.cut(to: 0)
        try file.overwrite(Array(LockFile.content(boot: boot, newestPage: newestPage).utf8), at: 0)
    }

    private static func content(boot: String, newestPage: String) -> String { "\(boot) \(newestPage)\n" }

    /// The pid of whoever holds the lock, from /proc/locks.
    static func holder(of book: Book) -> Int? {
        guard let wanted = inode(of: book.lockPath), let file = try? OpenFile("/proc/locks", flags: O_RDONLY) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = bytes.withUnsafeMutableBytes { read(file.descriptor, $0.baseAddress, $0.count) }
        for line in String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 8, words[1] == "FLOCK", words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == wanted
            else { continue }
            return Int(words[4])
        }
        return nil
    }
}

/// Held by every console of a book while it runs: when nobody else holds it, a console that the journal calls open has died.
public final class Presence {
    private let file: OpenFile
    /// Whether no other console ran when this one came.
    public let cameAlone: Bool

    /// - Throws: when the file cannot be made.
    public init(_ book: Book) throws(SystemFailure) {
        try makeFolder(book.folder)
        file = try OpenFile(book.presencePath, flags: O_RDWR | O_CREAT)
        cameAlone = gatebook_lock(file.descriptor, false, true) == 0
        if gatebook_lock(file.descriptor, true, false) < 0 { throw file.failure("flock") }
    }
}
