import Foundation
import Glibc

/// An ext4 on a loop device whose image lies on a small file system in memory.
final class ThinDisk: Sendable {
    let mountPoint: URL
    private let store: URL
    private var image: URL { store.appending(path: "image") }
    private var filler: URL { store.appending(path: "filler") }

    init(in folder: URL) throws {
        guard geteuid() == 0 else { throw LoopDisk.Missing(why: "not root") }
        (store, mountPoint) = (folder.appending(path: "store"), folder.appending(path: "thin"))
        for folder in [store, mountPoint] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        guard ThinDisk.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", store.path]) else { throw LoopDisk.Missing(why: "no tmpfs can be mounted here") }
        try Data(count: 32 << 20).write(to: image)
        let options = ["-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0,lazy_journal_init=0,nodiscard"]
        guard ThinDisk.run(["mkfs.ext4"] + options + [image.path]), ThinDisk.run(["fallocate", "-o", "0", "-l", "32M", image.path]), mount() else {
            end()
            throw LoopDisk.Missing(why: "no ext4 can be mounted here")
        }
    }

    private static func run(_ arguments: [String]) -> Bool { (try? Child.run(arguments).status) == 0 }

    private func mount() -> Bool {
        guard ThinDisk.run(["mount", "-o", "loop", image.path, mountPoint.path]) else { return false }
        // One block a request: what is written to the one beside it does not fail with it.
        return ThinDisk.run(["sh", "-c", "echo 4 > /sys/block/$(basename $(findmnt -no SOURCE \"$1\"))/queue/max_sectors_kb", "sh", mountPoint.path])
    }

    func end() { for folder in [mountPoint, store] { _ = ThinDisk.run(["umount", "-l", folder.path]) } }

    /// What the device holds is all there is.
    func restart() throws {
        for _ in 0..<50 where !ThinDisk.run(["umount", mountPoint.path]) { usleep(20_000) }
        guard mount() else { throw Failure("the image cannot be mounted again") }
    }

    /// Takes the room away that a block of a file, and those behind it unless it is alone, should be written to.
    func breakPromise(of file: URL, block: Int, isAlone: Bool = false) throws {
        let room = try place(of: [block], in: file)
        try takeAway(isAlone ? room.map { $0.prefix(1) } : room)
    }

    /// Takes the room away that some blocks of files should be written to.
    func breakPromises(_ blocks: [(file: URL, blocks: [Int])]) throws {
        try takeAway(blocks.flatMap { try place(of: $0.blocks, in: $0.file).map { $0.prefix(1) } })
    }

    /// Where blocks of a file lie on the disk, each with those behind it that are one stretch with it.
    private func place(of blocks: [Int], in file: URL) throws -> [Range<Int>] {
        guard ThinDisk.run(["sync"]) else { throw Failure("sync") }
        // Lines as ` 0:  0.. 0:  1552.. 1552:  1:`; others name the file, whose path has numbers too.
        let rows = try Child.run(["filefrag", "-v", file.path]).text.split(separator: "\n").filter { $0.drop { $0 == " " }.prefix { $0.isNumber || $0 == ":" }.last == ":" }
        let extents = rows.map { $0.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) } }
        return try blocks.map { block in
            // The number of an extent, its first and last block in the file, and on the disk.
            guard let extent = extents.first(where: { $0.count >= 5 && $0[1]...max($0[1], $0[2]) ~= block }) else { throw Failure("no block \(block) in \(extents)") }
            return extent[3] + block - extent[1]..<extent[4] + 1
        }
    }

    private func takeAway(_ places: [Range<Int>]) throws {
        for place in places {
            let (offset, length) = (String(place.lowerBound * 4096), String(place.count * 4096))
            guard ThinDisk.run(["fallocate", "-p", "-o", offset, "-l", length, image.path]) else { throw Failure("fallocate") }
        }
        _ = ThinDisk.run(["dd", "if=/dev/zero", "of=\(filler.path)", "bs=4k"])
    }

    func makeRoom() { try? FileManager.default.removeItem(at: filler) }
}
