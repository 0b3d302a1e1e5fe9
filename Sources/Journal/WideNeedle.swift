import CSystem
import Glibc

/// A text to be found where any of its ASCII characters stands in full width. The line is folded before it is compared, so only lines are looked
/// at that hold the full-width form of one of the text's own characters: in most pages there are few.
struct WideNeedle: Sendable {
    private let folded: [UInt8]
    /// Whether the text holds an ASCII character, or one of its other case.
    private let holds: [Bool]

    /// Nil where the text has no character with a full-width form.
    init?(_ text: [UInt8]) {
        folded = WideNeedle.folded(text[...])
        var holds = [Bool](repeating: false, count: 256)
        for byte in folded where WideNeedle.isWidened(byte) {
            holds[Int(byte)] = true
            if (0x61...0x7A).contains(byte) { holds[Int(byte & ~0x20)] = true }
        }
        guard holds.contains(true) else { return nil }
        self.holds = holds
    }

    /// The first line from `start` on, without its LF and its last `count` bytes, that holds the text with a full-width character in it.
    func firstLine(in bytes: UnsafeRawBufferPointer, from start: Int, butLast count: Int) -> Range<Int>? {
        var position = start
        while let place = candidate(in: bytes, from: position), let line = bytes.line(at: place) {
            if place < line.upperBound - count, isIn(bytes[line.lowerBound..<line.upperBound - count]) { return line }
            position = line.upperBound + 1
        }
        return nil
    }

    /// The place of the next full-width form of a character of the text.
    private func candidate(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var position = start
        while position + 2 < bytes.count, let found = memchr(base + position, 0xEF, bytes.count - position - 2) {
            let place = UnsafeRawPointer(found) - base
            if let narrow = WideNeedle.narrow(bytes[place + 1], bytes[place + 2]), holds[Int(narrow)] { return place }
            position = place + 1
        }
        return nil
    }

    private func isIn(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
        WideNeedle.folded(line).withUnsafeBytes { gatebook_find($0.baseAddress, $0.count, folded, folded.count) != nil }
    }

    private static func isWidened(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    /// The ASCII character whose full-width form is 0xEF and these two bytes.
    private static func narrow(_ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (second, third) {
        case (0xBC, 0x81...0xBF): third - 0x60
        case (0xBD, 0x80...0x9E): third - 0x20
        default: nil
        }
    }

    /// Full-width forms as ASCII, letters of ASCII in lower case.
    private static func folded<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) -> [UInt8] where Bytes.Index == Int {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            if byte == 0xEF, index + 2 < bytes.endIndex, let narrow = narrow(bytes[index + 1], bytes[index + 2]) {
                (byte, index) = (narrow, index + 2)
            }
            result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            index += 1
        }
        return result
    }
}
