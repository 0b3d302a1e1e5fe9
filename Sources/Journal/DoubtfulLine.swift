import Glibc

/// A line whose sync failed: the cache shows it for as long as the machine runs, but the disk may not have it, and a second sync
/// would not tell.
struct DoubtfulLine {
    let path: String
    let inode: UInt64
    let offset: Int
    let bytes: [UInt8]

    /// Writes the line over itself where it still stands, and syncs that: no byte changes, but the disk has it now, or this fails.
    func writeAgain() throws(SystemFailure) {
        let page = try OpenFile(path, flags: O_RDWR)
        guard try page.status().inode == inode, try page.read(from: offset, limit: bytes.count) == bytes else { return }
        try page.overwrite(bytes, at: offset)
        try page.syncData()
    }
}
