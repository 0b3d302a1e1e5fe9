import Glibc
import Synchronization

/// Buffers for whole pages, used again and again by as many threads as read at once.
final class PageBuffers: Sendable {
    private let idle = Mutex<[PageBuffer]>([])

    /// Reads the file and lends its bytes; none where it cannot be read.
    func read<Result>(_ path: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let buffer = idle.withLock { $0.popLast() } ?? PageBuffer()
        defer { idle.withLock { $0.append(buffer) } }
        return body(buffer.fill(from: path))
    }
}

/// Room for one page. Belongs to one thread at a time.
final class PageBuffer: @unchecked Sendable {
    private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)

    deinit { room.deallocate() }

    func fill(from path: String) -> UnsafeRawBufferPointer {
        guard let file = try? OpenFile(path, flags: O_RDONLY), let size = try? file.status().size else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        if size > room.count {
            room.deallocate()
            room = .allocate(byteCount: size + size / 4, alignment: 64)
        }
        var count = 0
        while count < size, let base = room.baseAddress {
            let got = Glibc.read(file.descriptor, base + count, size - count)
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            count += got
        }
        return UnsafeRawBufferPointer(rebasing: room[..<count])
    }
}
