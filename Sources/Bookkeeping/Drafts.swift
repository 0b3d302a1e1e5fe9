import CSystem
import Dispatch
import Foundation
import Glibc
import Synchronization

/// Keeps what is half filled, and whether the screen is locked, in a file of its own beside the books, so that it survives a lost terminal. A thread of its own writes it: the screen
/// never waits, and of what came while it was writing only the last counts.
///
/// Each console of a post has a file (0600), held by a lock as long as the console runs: another console of the post takes another one, and the
/// next start finds what a dead one left.
public final class Drafts: Sendable {
    /// What the file is to hold; nil where there is nothing to keep.
    public typealias Content = @Sendable () -> [UInt8]?

    private struct Desk {
        var next: Content?
        var found: [UInt8]?
        var hasLooked = false
        var isEnding = false
    }

    private let desk = Mutex(Desk())
    private let bell = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let folder: String
    private let name: String

    /// - Parameter wake: called from the thread once it has looked whether there is something to offer.
    public init(data: String, book: String, post: String, wake: @escaping @Sendable () -> Void) {
        folder = data + "/drafts"
        name = book + "." + post
        let thread = Thread { [self] in work(wake) }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Asks for this to be kept instead of what was before.
    public func keep(_ content: @escaping Content) {
        desk.withLock { $0.next = content }
        bell.signal()
    }

    /// What an earlier console left, once.
    public func takeFound() -> [UInt8]? {
        desk.withLock { desk in
            defer { desk.found = nil }
            return desk.found
        }
    }

    /// Whether it is known what an earlier console left.
    public var hasLooked: Bool { desk.withLock { $0.hasLooked } }

    /// Writes what is still to be written and stops the thread. A disk that hangs is not waited for.
    public func end() {
        desk.withLock { $0.isEnding = true }
        bell.signal()
        _ = ended.wait(timeout: .now() + 3)
    }

    // MARK: The thread

    private func work(_ wake: () -> Void) {
        defer { ended.signal() }
        let slot = DraftSlot(folder: folder, name: name)
        defer { slot?.release() }
        var last = slot?.read()
        desk.withLock { [last] in ($0.found, $0.hasLooked) = (last, true) }
        wake()
        guard let slot else { return }
        while true {
            bell.wait()
            let (next, isEnding) = desk.withLock { desk in
                defer { desk.next = nil }
                return (desk.next, desk.isEnding)
            }
            if let next {
                let content = next()
                if content != last, slot.write(content) { last = content }
            }
            if isEnding { return }
        }
    }
}

/// The file that this console holds.
private struct DraftSlot {
    private let path: String
    private let lock: Int32

    /// The first that nobody holds and that has something to offer, else the first that nobody holds.
    init?(folder: String, name: String) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let paths = (1...9).map { "\(folder)/\(name).\($0)" }
        let left = paths.filter { access($0 + ".json", F_OK) == 0 }
        for path in left + paths {
            let lock = gatebook_open(path + ".lock", O_RDWR | O_CREAT, 0o600)
            guard lock >= 0 else { continue }
            if gatebook_lock(lock, false, true) == 0 {
                (self.path, self.lock) = (path + ".json", lock)
                return
            }
            close(lock)
        }
        return nil
    }

    func release() { close(lock) }

    /// Nil where nothing was left; a file beyond any form's size is none.
    func read() -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: path), !data.isEmpty, data.count <= 1 << 20 else { return nil }
        return [UInt8](data)
    }

    /// Puts the new content in the old one's place in one step, or takes the file away.
    func write(_ content: [UInt8]?) -> Bool {
        guard let content else { return unlink(path) == 0 || errno == ENOENT }
        let new = path + ".new"
        let file = gatebook_open(new, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                unlink(new)
                return false
            }
            rest = rest.dropFirst(count)
        }
        return rename(new, path) == 0
    }
}
