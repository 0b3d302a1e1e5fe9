import ArgumentParser
import Wording

/// Lines of stdin as bytes. A line longer than the limit is passed on cut to one byte more, so that it can be refused.
struct LineInput {
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(limit: Int) { self.limit = limit }

    /// The next line without its LF; nil at the end.
    /// - Throws: 74 where stdin cannot be read, once that is said.
    mutating func next(_ language: Language) throws(ExitCode) -> [UInt8]? {
        do throws(StreamFailure) { return try next() } catch {
            complain(StreamWords.unread(error)[language])
            throw Exit.inputOutput
        }
    }

    private mutating func next() throws(StreamFailure) -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            let rest = buffer[start...]
            if let end = rest.firstIndex(of: 0x0A) {
                append(rest[..<end], to: &line)
                start = end + 1
                return line
            }
            append(rest, to: &line)
            guard try refill() else { return line.isEmpty ? nil : line }
        }
    }

    private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
        line += bytes.prefix(max(0, limit + 1 - line.count))
    }

    private mutating func refill() throws(StreamFailure) -> Bool {
        guard !isAtEnd else { return false }
        start = 0
        buffer = try StandardStream.input.read(65_536)
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
