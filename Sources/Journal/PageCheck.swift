import Crypto
import Glibc
import Notation

/// What the bytes of one page say when they are checked alone.
struct PageCheck: Sendable {
    let name: PageName
    private(set) var findings: [PageFinding] = []
    private(set) var lines = 0
    /// The page's first line, if it is `page.opened`.
    private(set) var opened: Line?
    /// The first line that could be trusted: where it stands and what it says comes before it.
    private(set) var begin: (line: Int, n: Int, previous: String)?
    private(set) var end: ChainEnd?
    /// What the page says was brought forward to it; nil when its opening is damaged or was not looked at.
    private(set) var forward: [ForwardEntry]?
    /// The lines that tell who is responsible, and when each person last wrote at each post.
    private(set) var custodyLines: [CustodyLine] = []
    private(set) var lastSigns: [String: [String: TimeOfWriting]] = [:]
    /// When its first and its last line were written.
    private(set) var began: TimeOfWriting?
    private(set) var ended: TimeOfWriting?
    /// The seal of the last line while only the chain is checked.
    private var lastSeal: SIMD64<UInt8>?
    /// What the page leaves open to the next one; nil when it could not be folded or there is none.
    private(set) var broughtForward: [ForwardEntry]?

    /// - Parameter next: the page after it, whose beginning is compared with what this one leaves open.
    init<L: Ledger>(of name: PageName, in book: Book, before next: PageName?, _ ledger: L, _ depth: VerificationDepth) {
        self.name = name
        let opening = next.flatMap { PageCheck.opening(of: $0, in: book) }
        let tail = opening.flatMap { DeclaredTail(of: name, in: $0) }
        let bytes: [UInt8]
        do throws(SystemFailure) {
            bytes = next == nil ? try book.bytesOfNewest(name) : try PageCheck.bytes(of: name, in: book, before: tail)
        } catch {
            note(1, .unreadable(error))
            return
        }
        switch depth {
        case .chain:
            checkChain(bytes)
            if opened == nil { note(1, .openingDamaged) }
        case .replay: replay(bytes, book, opening, ledger)
        }
        if let tail { settle(tail, bytes) }
    }

    /// Checks the chain of bytes that are at hand: of one page, without the next one.
    init(chainOf bytes: [UInt8], name: PageName) {
        self.name = name
        checkChain(bytes)
    }

    /// - Parameter tail: what the next page says of their end.
    private static func bytes(of name: PageName, in book: Book, before tail: DeclaredTail?) throws(SystemFailure) -> [UInt8] {
        let file = try OpenFile(book.path(name.file), flags: O_RDONLY)
        let cached = try file.read(from: 0)
        return tail?.onDisk(file, cached) ?? cached
    }

    private mutating func note(_ line: Int, _ fault: PageFinding.Fault) {
        findings.append(PageFinding(file: name.file, line: line, fault: fault))
    }

    /// Goes on with a line that proves itself.
    private mutating func follow(_ line: Int, n: Int, previous: String, seal: String) {
        if let end {
            if previous != end.seal { note(line, .chainBroken) }
            if n != end.n + 1 { note(line, .numberOutOfOrder(expected: end.n + 1, found: n)) }
        } else {
            begin = (line, n, previous)
        }
        end = ChainEnd(n: n, seal: seal)
    }

    /// - Parameter bytes: the line's own, whose time says the day as it was where it was written.
    private mutating func noteOpening(_ line: Line, _ bytes: UnsafeRawBufferPointer) {
        guard line.e == PageKind.opened else { return }
        opened = line
        let isOfItsDay = LineHead(bytes)?.time.starts(with: name.day.text.utf8) ?? false
        if line.n != name.first || line.fields["book"]?.string != name.book || !isOfItsDay { note(1, .nameDiffers) }
    }

    private mutating func settle(_ tail: DeclaredTail, _ bytes: [UInt8]) {
        let first = bytes.prefix(tail.start).count { $0 == 0x0A } + 1
        guard tail.isThere(in: bytes) else { return note(first, .tailDiffers) }
        guard TornTail.isOne(bytes[tail.start...]) else { return }
        for index in findings.indices where findings[index].line >= first {
            if case .line = findings[index].fault { findings[index].isDeclared = true }
        }
    }

    // MARK: The chain alone

    private mutating func checkChain(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...])
                guard let length = rest.firstIndexOfLF else { break }
                lines += 1
                checkChain(UnsafeRawBufferPointer(rebasing: rest[..<length]))
                start += length + 1
            }
            if start < buffer.count { note(lines + 1, .line(.unfinished)) }
        }
        settleEnd()
    }

    private mutating func checkChain(_ line: UnsafeRawBufferPointer) {
        guard lines > 1, let link = ChainLink(line) else {
            settleEnd()
            do throws(LineDamage) {
                let whole = try Line.read(line)
                if lines == 1 { noteOpening(whole, line) }
                follow(lines, n: whole.n, previous: whole.previous, seal: whole.seal)
            } catch { note(lines, .line(error)) }
            return
        }
        // Nearly every line follows the one before: only then need no text be made of the seals.
        if let lastSeal, let end, link.previous == lastSeal, link.n == end.n + 1 {
            self.end?.n = link.n
        } else {
            settleEnd()
            follow(lines, n: link.n, previous: ChainLink.text(link.previous), seal: "")
        }
        lastSeal = link.seal
    }

    /// The seal of the last line as text, where it was kept as bytes.
    private mutating func settleEnd() {
        if let lastSeal { end?.seal = ChainLink.text(lastSeal) }
        lastSeal = nil
    }

    // MARK: Everything

    private mutating func replay<L: Ledger>(_ bytes: [UInt8], _ book: Book, _ opening: Line?, _ ledger: L) {
        let read = PageBytes(bytes, firstNumber: 1)
        lines = read.items.count
        let isWhole = PageOpening.isWhole(read.items)
        if !isWhole { note(1, .openingDamaged) }
        var state = ledger.beginning
        var start = 0
        for item in read.items {
            defer { start = item.end }
            switch item.reading {
            case .failure(let damage): note(item.number, .line(damage))
            case .success(let line):
                bytes.withUnsafeBytes { bytes in
                    let bytes = UnsafeRawBufferPointer(rebasing: bytes[start..<item.end])
                    if item.number == 1 { noteOpening(line, bytes) }
                    if line.hasHarmfulText(bytes) { note(item.number, .harmfulText) }
                }
                follow(item.number, n: line.n, previous: line.previous, seal: line.seal)
                let written = line.written(in: book)
                if !line.isForward { judge(line, written, item.number) }
                for fault in ledger.faults(of: line, in: state) { note(item.number, .rule(fault)) }
                noteCustody(line, written, item.number, ledger)
                if !ledger.evolve(&state, by: line) { note(item.number, .unknownKind(line.e)) }
                began = began ?? written
                ended = written
            }
        }
        if !read.rest.isEmpty { note(lines + 1, .line(.unfinished)) }
        guard isWhole else { return }
        forward = read.items.compactMap { item in
            guard case .success(let line) = item.reading, line.isForward else { return nil }
            return ForwardEntry(e: line.e, fields: line.fields)
        }
        if let opening {
            broughtForward = ledger.broughtForward(from: state, at: opening.t).map { ForwardEntry(e: $0.e, fields: $0.fields) }
        }
    }

    private mutating func noteCustody<L: Ledger>(_ line: Line, _ written: TimeOfWriting, _ number: Int, _ ledger: L) {
        if ledger.tellsCustody(line) {
            custodyLines.append(CustodyLine(file: name.file, number: number, line: line, written: written, lastSigns: lastSigns[line.g] ?? [:]))
        }
        if line.by != "gatebook", !line.by.hasPrefix("device:") { lastSigns[line.g, default: [:]][line.by] = written }
    }

    /// Clocks and lateness: nothing here is damage.
    private mutating func judge(_ line: Line, _ written: TimeOfWriting, _ number: Int) {
        if let at = line.at, line.t.minutes(since: at) > 60 { note(number, .late(minutes: line.t.minutes(since: at))) }
        if let jump = ended.flatMap({ written.jump(since: $0) }) { note(number, .clockJumped(seconds: jump)) }
    }

    /// The first line of a page.
    private static func opening(of name: PageName, in book: Book) -> Line? {
        guard let bytes = try? OpenFile(book.path(name.file), flags: O_RDONLY).read(from: 0, limit: longestLine),
            let end = bytes.firstIndex(of: 0x0A)
        else { return nil }
        return try? Line.read(bytes[..<end])
    }
}

extension TimeOfWriting {
    /// Seconds by which the wall clock was moved since an earlier line, where both clocks tell of more than five.
    func jump(since earlier: TimeOfWriting) -> Int? {
        guard let machine, let before = earlier.machine, machine.boot == before.boot else { return nil }
        let drift = wall.milliseconds - earlier.wall.milliseconds - Int64(machine.milliseconds - before.milliseconds)
        return abs(drift) > 5000 ? Int(drift / 1000) : nil
    }
}

/// The part of a line that the chain needs, taken from its fixed places without reading the rest.
private struct ChainLink {
    let n: Int
    /// The 64 digits of the line before, and of the line itself.
    let previous: SIMD64<UInt8>
    let seal: SIMD64<UInt8>

    static func text(_ digits: SIMD64<UInt8>) -> String {
        withUnsafeBytes(of: digits) { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil where the bytes are not surely a line with a fitting seal: then the line is read whole, and what is wrong is named.
    init?(_ line: UnsafeRawBufferPointer) {
        let mark = 6
        guard line.count > 2 * sealLength, line.count < longestLine, line.has("{\"n\":", at: 0), !line.containsNUL else { return nil }
        var n = 0
        var position = 5
        while position < 20, case let byte = line[position], byte >= 0x30, byte <= 0x39 {
            n = n * 10 + Int(byte - 0x30)
            position += 1
        }
        guard n > 0, n <= largestNumber, line[position] == UInt8(ascii: ",") else { return nil }
        let sealStart = line.count - sealLength
        let previousStart = sealStart - 71
        guard line.has(",\"p\":\"", at: previousStart), line[sealStart - 1] == UInt8(ascii: "\"") else { return nil }
        let digits = UnsafeRawBufferPointer(rebasing: line[(sealStart + mark)..<(sealStart + mark + 64)])
        guard line.has(",\"h\":\"", at: sealStart), line[line.count - 2] == UInt8(ascii: "\""), line[line.count - 1] == UInt8(ascii: "}"),
            Seal.fits(UnsafeRawBufferPointer(rebasing: line[..<sealStart]), digits)
        else { return nil }
        self.n = n
        previous = line.loadUnaligned(fromByteOffset: previousStart + mark, as: SIMD64<UInt8>.self)
        seal = digits.loadUnaligned(as: SIMD64<UInt8>.self)
    }
}

extension UnsafeRawBufferPointer {
    var firstIndexOfLF: Int? {
        guard let baseAddress, let found = memchr(baseAddress, 0x0A, count) else { return nil }
        return UnsafeRawPointer(found) - baseAddress
    }

    /// Whether `text` stands at `place`.
    func has(_ text: StaticString, at place: Int) -> Bool {
        guard let baseAddress, place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
        return memcmp(baseAddress + place, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    var containsNUL: Bool {
        guard let baseAddress else { return false }
        return memchr(baseAddress, 0, count) != nil
    }
}
