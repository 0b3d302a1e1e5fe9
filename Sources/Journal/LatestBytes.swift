import CSystem
import Glibc

extension Book {
    /// The bytes of the newest page as they stand between two writings. Where the last line is not finished, somebody may just be writing it: it is
    /// looked at again, for a second at most, until it is, or nobody else writes.
    func bytesOfNewest(_ name: PageName) throws(SystemFailure) -> [UInt8] {
        let file = try OpenFile(path(name.file), flags: O_RDONLY)
        var bytes = try file.read(from: 0)
        let begin = ContinuousClock.now
        while let last = bytes.last, last != 0x0A, ContinuousClock.now - begin < .seconds(1) {
            let settled = try withoutWriters { () throws(SystemFailure) in try file.read(from: 0) }
            if let settled { return settled }
            usleep(5000)
            bytes = try file.read(from: 0)
        }
        return bytes
    }

    /// Runs `body` while nobody writes; nil where somebody does now, or nobody can tell.
    private func withoutWriters<Result>(_ body: () throws(SystemFailure) -> Result) throws(SystemFailure) -> Result? {
        guard let folder = try? OpenFile(folder, flags: O_RDONLY | O_DIRECTORY), gatebook_lock(folder.descriptor, true, true) == 0 else { return nil }
        defer { gatebook_unlock(folder.descriptor) }
        return try body()
    }
}
