import CSystem
import Glibc

/// The lock that all writers of a book share, and a note in it. The folder is locked too, so that nobody who deletes the lock file lets another
/// in, and nobody who moves the folder does as long as the file goes along. The note names the boot and the newest page, so that a writer need
/// not list the folder; it names none while a page is being changed. It also says that a sync of the page failed: what comes later to such a page
/// may be lost though its own sync succeeds, as on ext4 where blocks stay marked as unwritten, and only who had it open then is told by the system.
final class LockFile {
    private var folder: OpenFile
    private var file: OpenFile
    private var fileInode: UInt64
    private static let longestNote = 256
    /// What the notes of the page that was last asked for look like: each append asks twice.
    private var expected: (file: String, boot: String, contents: [(note: Note, bytes: [UInt8])])?
    private(set) var isHeld = false

    init(_ book: Book) throws(SystemFailure) {
        folder = try OpenFile(book.folder, flags: O_RDONLY | O_DIRECTORY)
        file = try OpenFile(book.lockPath, flags: O_RDWR | O_CREAT)
        fileInode = try file.status().inode
    }

    var isOnNetwork: Bool { gatebook_is_network_file_system(file.descriptor) }

    /// Waits for the lock. The note may have been deleted meanwhile, or the folder moved away, so its name must still lead to it.
    func acquire() throws(SystemFailure) {
        while true {
            try exclude()
            if fileInode == inode(of: file.path) { break }
            release()
            folder = try OpenFile(folder.path, flags: O_RDONLY | O_DIRECTORY)
            file = try OpenFile(file.path, flags: O_RDWR | O_CREAT)
            fileInode = try file.status().inode
        }
        isHeld = true
    }

    private func exclude() throws(SystemFailure) {
        if gatebook_lock(folder.descriptor, false, false) < 0 { throw folder.failure("flock") }
        guard gatebook_lock(file.descriptor, false, false) < 0 else { return }
        let failure = file.failure("flock")
        gatebook_unlock(folder.descriptor)
        throw failure
    }

    func release() {
        isHeld = false
        gatebook_unlock(file.descriptor)
        gatebook_unlock(folder.descriptor)
    }

    /// What was written down of a page.
    enum Note: String, CaseIterable {
        case sound = ""
        /// A sync of it failed: nothing more may be added to it.
        case suspect = " suspect"
    }

    /// What this boot wrote down of `file`; nil unless it is the newest page.
    func note(of file: String, boot: String) throws(SystemFailure) -> Note? {
        if expected?.file != file || expected?.boot != boot {
            expected = (file, boot, Note.allCases.map { ($0, Array(LockFile.content(boot: boot, newestPage: file, $0).utf8)) })
        }
        let bytes = try self.file.beginning(LockFile.longestNote)
        return expected?.contents.first { bytes.starts(with: $0.bytes) }?.note
    }

    /// Whether it was written before the machine was started: what the cache holds now was read from the disk.
    func isOfEarlierBoot(than boot: String) throws(SystemFailure) -> Bool {
        let line = try file.beginning(LockFile.longestNote).prefix { $0 != 0x0A }
        let word = String(decoding: line.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        // Where a process could not tell its boot, nothing is known of another's.
        let unknown = Clock.unknownBoot
        return line.count > word.utf8.count && word.utf8.count == unknown.utf8.count && word.allSatisfy(\.isHexDigit) && ![boot, unknown].contains(word) && boot != unknown
    }

    /// Names no page. What was written is not cut off, so that the next note needs no room on a full disk.
    func clear() throws(SystemFailure) {
        guard try file.status().size > 0 else { return }
        do throws(SystemFailure) { try file.overwrite([0x0A], at: 0) } catch { try file.cut(to: 0) }
    }

    func write(boot: String, newestPage: String, _ note: Note = .sound) throws(SystemFailure) {
        let content = LockFile.content(boot: boot, newestPage: newestPage, note)
        try file.overwrite(Array(content.utf8), at: 0)
        try file.cut(to: content.utf8.count)
    }

    /// Says without the lock that a sync of a page failed, in the file that others look into by now.
    static func warn(_ book: Book, boot: String, of page: String) {
        guard let file = try? OpenFile(book.lockPath, flags: O_RDWR | O_CREAT) else { return }
        try? file.overwrite(Array(content(boot: boot, newestPage: page, .suspect).utf8), at: 0)
    }

    private static func content(boot: String, newestPage: String, _ note: Note) -> String { "\(boot) \(newestPage)\(note.rawValue)\n" }

    /// The pid of whoever holds the lock, from /proc/locks.
    static func holder(of book: Book) -> Int? {
        guard let wanted = inode(of: book.folder), let file = try? OpenFile("/proc/locks", flags: O_RDONLY) else { return nil }
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

extension Journal {
    /// The pid of the process that holds the book's lock now, if any.
    public static func lockHolder(of book: Book) -> Int? { LockFile.holder(of: book) }
}
