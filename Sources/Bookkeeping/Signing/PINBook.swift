import CSystem
import Foundation
import Gatekeeping
import Glibc
import Notation

/// Who has a PIN and what is kept of it: one file beside the journal, for its owner alone. Any process may use it; each use holds its lock.
///
/// A check takes some 50 to 100 ms by intention: it never belongs on the screen's thread.
public struct PINBook: Sendable {
    private let folder: String
    private let file: String

    /// What deriving a new PIN costs.
    private let cost: PINEntry.Cost

    public init(data: String, book: String) { self.init(data: data, book: book, cost: PINEntry.Cost()) }

    init(data: String, book: String, cost: PINEntry.Cost) {
        self.cost = cost
        folder = data + "/secrets"
        file = folder + "/" + book + ".pins.json"
    }

    /// What a check came to.
    public enum Verdict: Equatable, Sendable {
        /// - Parameter before: wrong ones before it, now forgotten.
        case right(before: Int)
        /// - Parameter left: how many more bring a pause.
        case wrong(left: Int)
        /// This wrong one brought a pause.
        case stopped(count: Int, until: Instant)
        case paused(until: Instant)
        /// They have no PIN.
        case none
    }

    /// Everybody who has a PIN.
    public func holders() throws(Refusal) -> Set<String> { Set(try locked { () throws(Refusal) in try read().map(\.number) }) }

    /// Whether it is this person's PIN. Wrong ones are counted, and after five of them none is taken for a while.
    public func check(_ pin: PIN, of number: String, at now: Instant) throws(Refusal) -> Verdict {
        try locked { () throws(Refusal) in
            var entries = try read()
            guard let index = entries.firstIndex(where: { $0.number == number }) else { return .none }
            if let until = entries[index].paused(at: now) { return .paused(until: until) }
            let before = entries[index]
            guard before.isRight(pin) else {
                let until = entries[index].noteWrong(at: now)
                try write(entries)
                return until.map { .stopped(count: PINEntry.limit, until: $0) } ?? .wrong(left: PINEntry.limit - entries[index].wrong)
            }
            let count = entries[index].noteRight()
            // A full disk does not make a right one wrong.
            if entries[index] != before { try? write(entries) }
            return .right(before: count)
        }
    }

    /// Gives somebody a PIN, or another one.
    /// - Parameter record: writes it into the journal; called when all but the last step is done. Where it says false nothing changes.
    public func set(_ pin: PIN, of number: String, record: () -> Bool) throws(Refusal) -> Bool {
        try locked { () throws(Refusal) in
            let entry: PINEntry
            do { entry = try PINEntry(pin, of: number, cost: cost) } catch { throw refusal(.damaged) }
            try writeAside(try read().filter { $0.number != number } + [entry])
            guard record() else {
                unlink(aside)
                return false
            }
            try putInPlace()
            return true
        }
    }

    // MARK: The file

    private var aside: String { file + ".new" }

    private func refusal(_ fault: PINFileFault) -> Refusal { .pinsUnusable(file: file, fault) }
    private var systemRefusal: Refusal { refusal(.system(code: errno)) }

    private func locked<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try requirePrivate(folder)
        let lock = gatebook_open(file + ".lock", O_RDWR | O_CREAT | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { throw systemRefusal }
        defer { close(lock) }
        guard gatebook_lock(lock, false, false) == 0 else { throw systemRefusal }
        return try body()
    }

    /// The owner's alone, and no link to somewhere else.
    private func requirePrivate(_ path: String) throws(Refusal) {
        var info = stat()
        guard lstat(path, &info) == 0 else { throw systemRefusal }
        guard info.st_uid == geteuid() else { throw refusal(.owner) }
        guard info.st_mode & 0o077 == 0, info.st_mode & S_IFMT != S_IFLNK else { throw refusal(.mode) }
    }

    private func read() throws(Refusal) -> [PINEntry] {
        if access(file, F_OK) != 0, errno == ENOENT { return [] }
        try requirePrivate(file)
        guard let data = FileManager.default.contents(atPath: file), data.count <= 1 << 20 else { throw systemRefusal }
        guard let object = (try? JSON.read([UInt8](data).filter { $0 != 0x0A }))?.object, object["v"]?.integer == 1, let items = object["pins"]?.array
        else { throw refusal(.damaged) }
        let entries = items.compactMap { PINEntry($0) }
        guard entries.count == items.count, Set(entries.map(\.number)).count == entries.count else { throw refusal(.damaged) }
        return entries
    }

    private func write(_ entries: [PINEntry]) throws(Refusal) {
        try writeAside(entries)
        try putInPlace()
    }

    /// Written beside the file and synced; nothing is changed yet.
    private func writeAside(_ entries: [PINEntry]) throws(Refusal) {
        let list = entries.sorted { $0.number < $1.number }.map(\.json)
        let bytes = Array((JSON.object(["v": .integer(1), "pins": .array(list)]).text + "\n").utf8)
        unlink(aside)
        let new = gatebook_open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard new >= 0 else { throw systemRefusal }
        defer { close(new) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(new, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw abandoned }
            rest = rest.dropFirst(count)
        }
        guard fchmod(new, 0o600) == 0, fsync(new) == 0 else { throw abandoned }
    }

    private var abandoned: Refusal {
        let refusal = systemRefusal
        unlink(aside)
        return refusal
    }

    private func putInPlace() throws(Refusal) {
        guard rename(aside, file) == 0 else { throw abandoned }
        let directory = gatebook_open(folder, O_RDONLY | O_DIRECTORY, 0)
        guard directory >= 0 else { throw systemRefusal }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw systemRefusal }
    }
}
