import CSystem
import Glibc

/// Tells when something in a book's folder changes, without waking up in between.
public final class FolderWatch {
    /// Becomes readable on a change; for `poll`.
    public let descriptor: Int32

    /// - Throws: when the folder cannot be watched.
    public init(_ book: Book) throws(SystemFailure) {
        try makeFolder(book.folder)
        descriptor = gatebook_watch_folder(book.folder)
        if descriptor < 0 { throw SystemFailure(call: "inotify", path: book.folder, code: errno) }
    }

    deinit { close(descriptor) }

    /// Forgets the changes that have been told.
    public func drain() { gatebook_drain(descriptor) }

    /// Waits until something changes.
    public func wait() {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, -1)
        drain()
    }
}
