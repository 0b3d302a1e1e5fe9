import Glibc
import Synchronization

/// Buffers for whole pages, used again and again by as many threads as read at once.
final class PageBuffers: Sendable {
    private let idle = Mutex<[[UInt8]]>([])

    /// Reads the file and lends its bytes.
    func read<Result>(_ path: String, _ body: (UnsafeRawBufferPointer) -> Result) throws(SystemFailure) -> Result {
        var buffer = idle.withLock { $0.popLast() } ?? []
        let count = try OpenFile(path, flags: O_RDONLY).read(into: &buffer)
        defer { idle.withLock { [buffer] in $0.append(buffer) } }
        return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
}

extension OpenFile {
    /// Reads all of the file into `buffer`, which grows where it is too small.
    /// - Returns: how many bytes were read.
    fileprivate func read(into buffer: inout [UInt8]) throws(SystemFailure) -> Int {
        let size = try sizeOfPage()
        if size > buffer.count { buffer = [UInt8](repeating: 0, count: size + size / 4) }
        var count = 0
        var hasFailed = false
        buffer.withUnsafeMutableBytes { room in
            while count < size {
                let got = Glibc.read(descriptor, room.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                hasFailed = got < 0
                if got <= 0 { return }
                count += got
            }
        }
        if hasFailed { throw failure("read") }
        return count
    }
}
