import ArgumentParser
import CTracer
import Foundation
import Glibc

/// A file system in an image file, on a loop device.
final class LoopDisk {
    /// What this machine lacks for it.
    struct Missing: Error {
        let why: String
    }

    let mountPoint: URL
    private let image: URL

    init(_ kind: String, in folder: URL) throws {
        guard geteuid() == 0 else { throw Missing(why: "not root") }
        image = folder.appending(path: "\(kind).image")
        mountPoint = folder.appending(path: kind)
        try FileManager.default.createDirectory(at: mountPoint, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: image.path, contents: nil), truncate(image.path, 320 << 20) == 0 else {
            throw Failure.system("truncate")
        }
        let quiet = kind == "ext4" ? ["-q", "-F"] : ["-q"]
        guard LoopDisk.run(["mkfs.\(kind)"] + quiet + [image.path]) else { throw Missing(why: "mkfs.\(kind) does not work here") }
        guard mount() else { throw Missing(why: "no \(kind) can be mounted here") }
    }

    private static func run(_ arguments: [String]) -> Bool { (try? Child.run(arguments).status) == 0 }
    private func mount() -> Bool { LoopDisk.run(["mount", "-o", "loop", image.path, mountPoint.path]) }

    func unmount() { _ = LoopDisk.run(["umount", "-l", mountPoint.path]) }

    /// From now on nothing more gets to the device.
    func cutPower() throws {
        let descriptor = open(mountPoint.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        guard tracer_cut_power(descriptor) == 0 else { throw Missing(why: "FS_IOC_SHUTDOWN: \(String(cString: strerror(errno)))") }
    }

    /// Unmounts and mounts it: what the device holds is all there is.
    func restart() throws {
        for _ in 0..<50 where !LoopDisk.run(["umount", mountPoint.path]) { usleep(20_000) }
        guard mount() else { throw Failure("\(image.lastPathComponent) cannot be mounted again") }
    }

    /// A process that appends to a file of its own, and syncs it, over and over.
    func startNeighbour() throws -> Child {
        let nowhere = try TemporaryFile()
        return try Child(
            ["/proc/self/exe", "neighbour", mountPoint.appending(path: "noise").path], input: nowhere.descriptor, output: nowhere.descriptor)
    }
}

struct Neighbour: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Appends to a file and syncs it until killed.", shouldDisplay: false)
    @Argument(help: "The file.") var file: String

    func run() throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.system("open") }
        let bytes = Array("noise\n".utf8)
        while write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 { usleep(200) }
    }
}
