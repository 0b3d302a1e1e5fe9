import Glibc

/// Finds the lines of pages in which one of some texts stands. Digits of the seals, `p` and `h`, are no content.
struct LineScan: Sendable {
    private let needles: [Needle]
    private let wide: WideNeedle?

    /// - Parameter sample: bytes like those to be searched.
    init(_ texts: [[UInt8]], sample: [UInt8]) { (needles, wide) = (texts.map { Needle($0, sample: sample) }, nil) }

    /// A text that people type: characters of ASCII count as their full-width ones.
    init(typed text: [UInt8], sample: [UInt8]) { (needles, wide) = ([Needle(text, sample: sample)], WideNeedle(text)) }

    /// Where the lines stand, in their order, without their LF.
    /// - Parameter isMeant: lines of other heads are left out.
    func lines(in bytes: UnsafeRawBufferPointer, where isMeant: (LineHead) -> Bool) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        for needle in needles { LineScan.collect(&lines, in: bytes, holding: needle, where: isMeant) }
        let found = lines.count
        if let wide { LineScan.collect(&lines, in: bytes, holding: wide, where: isMeant) }
        guard needles.count > 1 || lines.count > found else { return lines }
        return Set(lines).sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func collect(_ lines: inout [Range<Int>], in bytes: UnsafeRawBufferPointer, holding needle: Needle, where isMeant: (LineHead) -> Bool) {
        var position = 0
        while let place = needle.firstIndex(in: bytes, from: position), let line = bytes.line(at: place) {
            if place + needle.count <= line.upperBound - lengthOfSeals, let head = LineHead(UnsafeRawBufferPointer(rebasing: bytes[line])), isMeant(head) {
                lines.append(line)
            }
            position = line.upperBound + 1
        }
    }
}

extension LineScan {
    private static func collect(_ lines: inout [Range<Int>], in bytes: UnsafeRawBufferPointer, holding wide: WideNeedle, where isMeant: (LineHead) -> Bool) {
        var position = 0
        while let line = wide.firstLine(in: bytes, from: position, butLast: lengthOfSeals) {
            if let head = LineHead(UnsafeRawBufferPointer(rebasing: bytes[line])), isMeant(head) { lines.append(line) }
            position = line.upperBound + 1
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The line in which a place lies, without its LF; nil where it has none.
    func line(at place: Int) -> Range<Int>? {
        guard let length = UnsafeRawBufferPointer(rebasing: self[place...]).firstIndexOfLF else { return nil }
        return startOfLine(at: place)..<(place + length)
    }
}
