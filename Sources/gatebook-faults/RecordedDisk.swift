import ArgumentParser
import CTracer
import Foundation
import Glibc

/// An ext4 on a loop device on a FUSE file that writes down what is written to it.
final class RecordedDisk {
    let mountPoint: URL
    private let fuse: URL
    private let log: URL
    private let server: Child
    private var isOver = false

    init(_ bench: Bench, base: URL) throws {
        guard geteuid() == 0 else { throw LoopDisk.Missing(why: "not root") }
        let image = bench.folder.appending(path: "recorded.image")
        (fuse, log) = (bench.folder.appending(path: "fuse"), bench.folder.appending(path: "writes"))
        mountPoint = bench.folder.appending(path: "recorded")
        for folder in [fuse, mountPoint] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        guard try Child.run(["truncate", "-s", "24M", base.path]).status == 0,
            try Child.run(["mkfs.ext4", "-q", "-F", base.path]).status == 0
        else { throw LoopDisk.Missing(why: "mkfs.ext4 does not work here") }
        guard try Child.run(["cp", "--sparse=always", base.path, image.path]).status == 0 else { throw Failure("cp \(base.path)") }
        server = try Child(
            ["/proc/self/exe", "disk", fuse.path, image.path, log.path], input: bench.nowhere, output: bench.nowhere)
        let disk = fuse.appending(path: "disk")
        for _ in 0..<100 where access(disk.path, F_OK) != 0 { usleep(20_000) }
        guard try Child.run(["mount", "-o", "loop", disk.path, mountPoint.path]).status == 0 else {
            end()
            throw LoopDisk.Missing(why: "no FUSE file can be mounted here")
        }
    }

    deinit { end() }

    /// Unmounts both, and waits for the server. Once.
    func end() {
        guard !isOver else { return }
        isOver = true
        for folder in [mountPoint, fuse] {
            for _ in 0..<50 where (try? Child.run(["umount", folder.path]).status) != 0 && isMounted(folder) { usleep(20_000) }
        }
        server.kill()
    }

    private func isMounted(_ folder: URL) -> Bool { (try? Child.run(["mountpoint", "-q", folder.path]).status) == 0 }

    /// How many writes have reached the device.
    func writeCount() throws -> Int { try writes().count }

    /// All that has reached the device, in order.
    func writes() throws -> [BlockRecording.Write] {
        let bytes = try Data(contentsOf: log)
        var writes: [BlockRecording.Write] = []
        var start = 0
        while start + 16 <= bytes.count {
            let (offset, length) = (RecordedDisk.number(bytes, start), RecordedDisk.number(bytes, start + 8))
            guard start + 16 + length <= bytes.count else { break }
            writes.append(.init(offset: offset, bytes: bytes[(start + 16)..<(start + 16 + length)]))
            start += 16 + length
        }
        return writes
    }

    private static func number(_ bytes: Data, _ start: Int) -> Int {
        bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }
}

struct Disk: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves a file that logs its writes, until unmounted.", shouldDisplay: false)
    @Argument(help: "Where it is mounted.") var folder: String
    @Argument(help: "The file's contents.") var image: String
    @Argument(help: "The log.") var log: String

    func run() throws {
        let contents = open(image, O_RDWR | O_CLOEXEC)
        let writes = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard contents >= 0, writes >= 0 else { throw Failure.system("open") }
        let code = tracer_serve_disk(folder, contents, writes)
        guard code == 0 else { throw Failure("FUSE: \(String(cString: strerror(code)))") }
    }
}
