import Glibc
import Notation

/// The keys that every line has, found at their places: `n`, `t`, `g`, `by`, `e` in front, `b`, `m`, `p`, `h` behind. Reading a line this
/// way makes no values of what need not be looked at.
///
/// Whatever does not stand exactly as a line is written has no frame, and is read as any JSON: so nothing is accepted here that is refused there.
struct LineFrame {
    let n: Int
    let time: UnsafeRawBufferPointer
    let post: UnsafeRawBufferPointer
    let writer: UnsafeRawBufferPointer
    let kind: UnsafeRawBufferPointer
    /// What stands between them, `at` included, as `"at":"…","unit":"…"`.
    let members: UnsafeRawBufferPointer
    let boot: UnsafeRawBufferPointer
    let uptime: Int
    let previous: UnsafeRawBufferPointer
    let seal: UnsafeRawBufferPointer

    /// - Parameter line: without its LF.
    init?(_ line: UnsafeRawBufferPointer) {
        var front = Cursor(line)
        guard front.take("{\"n\":"), let n = front.number(), front.take(",\"t\":\""), let time = front.text(), front.take(",\"g\":\""),
            let post = front.text(), front.take(",\"by\":\""), let writer = front.text(), front.take(",\"e\":\""), let kind = front.text(),
            let back = LineFrame.back(of: line), front.position <= back.start
        else { return nil }
        (self.n, self.time, self.post, self.writer, self.kind) = (n, time, post, writer, kind)
        if front.position < back.start, !front.take(",") { return nil }
        members = UnsafeRawBufferPointer(rebasing: line[front.position..<back.start])
        (boot, uptime, previous, seal) = (back.boot, back.uptime, back.previous, back.seal)
    }

    private typealias Back = (start: Int, boot: UnsafeRawBufferPointer, uptime: Int, previous: UnsafeRawBufferPointer, seal: UnsafeRawBufferPointer)

    /// `,"b":"1a2b3c4d","m":123,"p":"…","h":"…"}`, read from the end: of its parts only `m` has no fixed length.
    private static func back(of line: UnsafeRawBufferPointer) -> Back? {
        let seals = line.count - lengthOfSeals
        var digits = seals
        while digits > 0, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[digits - 1]) { digits -= 1 }
        let start = digits - lengthOfBoot
        guard start > 0, seals > 0 else { return nil }
        var cursor = Cursor(line, at: start)
        guard cursor.take(",\"b\":\""), let boot = cursor.text(), cursor.take(",\"m\":"), let uptime = cursor.number(), cursor.take(",\"p\":\""),
            let previous = cursor.text(), cursor.take(",\"h\":\""), let seal = cursor.text(), cursor.take("}"), cursor.position == line.count
        else { return nil }
        return (start, boot, uptime, previous, seal)
    }
}

/// How many bytes `,"b":"1a2b3c4d","m":` takes.
private let lengthOfBoot = 20

/// How many bytes `p` and `h` take at the end of a line.
let lengthOfSeals = 71 + sealLength

/// A place in a line, and what stands there.
private struct Cursor {
    private let line: UnsafeRawBufferPointer
    private(set) var position: Int

    init(_ line: UnsafeRawBufferPointer, at position: Int = 0) { (self.line, self.position) = (line, position) }

    mutating func take(_ text: StaticString) -> Bool {
        guard line.has(text, at: position) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    /// A number as JSON writes it that is neither negative nor longer than 18 digits.
    mutating func number() -> Int? {
        let start = position
        var value = 0
        while position < line.count, case let byte = line[position], byte >= 0x30, byte <= 0x39 {
            guard position - start < 18 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            position += 1
        }
        guard position > start, position == start + 1 || line[start] != 0x30 else { return nil }
        return value
    }

    /// What comes before the next quotation mark, which is taken too; nil where a character is escaped or has to be.
    mutating func text() -> UnsafeRawBufferPointer? {
        let start = position
        while position < line.count, case let byte = line[position] {
            if byte == UInt8(ascii: "\"") {
                position += 1
                return UnsafeRawBufferPointer(rebasing: line[start..<position - 1])
            }
            guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
            position += 1
        }
        return nil
    }
}

extension Line {
    /// The line in a frame; nil where something in it is not as it should be, so that it must be read as any JSON to say what.
    init?(_ frame: LineFrame) {
        guard let t = Instant(ofLine: frame.time), let g = String(utf8: frame.post), let by = String(utf8: frame.writer),
            let e = String(utf8: frame.kind), let boot = String(utf8: frame.boot), let previous = String(utf8: frame.previous),
            let seal = String(utf8: frame.seal), let own = JSON.members(frame.members)
        else { return nil }
        self.init(n: frame.n, t: t, g: g, by: by, e: e, own: own.members[...], boot: boot, uptime: frame.uptime, previous: previous, seal: seal)
    }
}
