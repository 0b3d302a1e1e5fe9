import Glibc

/// A standard stream that cannot be read or written any further.
struct StreamFailure: Error, Equatable {
    /// errno.
    let code: Int32

    /// The system's own words for the code, in English.
    var description: String { String(cString: strerror(code)) }
}

/// The streams that the shell hands over, whatever they lead to: a terminal, a file, a pipe that does not block.
enum StandardStream: Int32, CaseIterable {
    case input, output, error

    /// Writes all of `bytes`, in as many calls as that takes.
    func write(_ bytes: [UInt8]) throws(StreamFailure) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
            if count == 0 { throw StreamFailure(code: EIO) }
            if count < 0 { try recover(awaiting: POLLOUT) } else { done += count }
        }
    }

    /// What has come, at most `limit` bytes; waits for the first of them.
    /// - Returns: nothing at the end.
    func read(_ limit: Int) throws(StreamFailure) -> [UInt8] {
        while true {
            var got = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                got = Glibc.read(rawValue, buffer.baseAddress, limit)
                count = max(0, got)
            }
            if got >= 0 { return bytes }
            try recover(awaiting: POLLIN)
        }
    }

    /// After a call that failed: returns once it is worth another try.
    private func recover(awaiting event: Int32) throws(StreamFailure) {
        let code = errno
        switch code {
        case EINTR: return
        case EAGAIN:
            var waiting = pollfd(fd: rawValue, events: Int16(event), revents: 0)
            poll(&waiting, 1, -1)
        default: throw StreamFailure(code: code)
        }
    }

    /// Takes the places of streams that were closed, with what can be neither read nor written there: else the next file to be opened would
    /// be the stream, and a page of the journal the output.
    static func holdPlaces() {
        for stream in allCases where fcntl(stream.rawValue, F_GETFD) < 0 && errno == EBADF {
            _ = open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
        }
    }
}
