import Notation

/// One line of the journal: an event with its place in the chain.
public struct Line: Equatable, Sendable {
    /// Sequence number, from 1, never used twice.
    public var n: Int
    /// Entry time.
    public var t: Instant
    /// The post where it was written.
    public var g: String
    /// Who wrote it: a guard's number, `gatebook`, or `device:NAME`.
    public var by: String
    /// Event kind, as `visitor.admitted`.
    public var e: String
    /// Event time, where it differs from the entry time.
    public var at: Instant?
    /// The event's own fields in their order.
    public var fields: JSONObject
    /// The machine's boot, 8 hexadecimal digits.
    public var boot: String
    /// Milliseconds of CLOCK_BOOTTIME.
    public var uptime: Int
    /// The seal of the line before; 64 zeros for the first ever.
    public var previous: String
    /// The line's own seal: SHA-256 of its bytes before the seal.
    public var seal: String

    /// When it happened: the event time, or else the entry time.
    public var happened: Instant { at ?? t }
    /// The line that `ref` names, if any.
    public var ref: Int? { fields["ref"]?.integer }
    /// Whether the line only repeats what an earlier page said.
    public var isForward: Bool { e.utf8.starts(with: PageKind.forwardPrefix.utf8) }
}

/// An event that is not yet a line.
public struct Draft: Equatable, Sendable {
    public var g: String
    public var by: String
    public var e: String
    public var at: Instant?
    public var fields: JSONObject
    /// May be written into the room that is kept on a full disk.
    public var usesReserve: Bool

    public init(g: String, by: String, e: String, at: Instant? = nil, fields: JSONObject = [:], usesReserve: Bool = false) {
        self.g = g
        self.by = by
        self.e = e
        self.at = at
        self.fields = fields
        self.usesReserve = usesReserve
    }
}

/// The names that belong to the line itself; no event may use them.
public let reservedNames: Set<String> = ["n", "t", "g", "by", "e", "at", "b", "m", "p", "h"]
private let longestReservedName = 2
/// The longest line in bytes, with its LF.
public let longestLine = 4096
/// The largest number that a line may have, and the most milliseconds of a boot: beyond any book, and far from where counting on would fail.
let largestNumber = 999_999_999_999_999
/// The seal before the first line ever.
public let firstSeal = String(repeating: "0", count: 64)

/// How many bytes the seal takes at the end of each line, before its LF: `,"h":"` 64 digits `"}`.
let sealLength = 72

extension Line {
    /// The line's bytes, LF included, and the line itself with its seal.
    static func sealed(
        _ draft: Draft, n: Int, moment: Moment, zone: Zone, previous: String
    ) -> (line: Line, bytes: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        var head: JSONObject = ["n": .integer(n), "t": .string(moment.t.text(in: zone)), "g": .string(draft.g)]
        head["by"] = .string(draft.by)
        head["e"] = .string(draft.e)
        if let at = draft.at, at != moment.t { head["at"] = .string(at.text(in: zone)) }
        for member in draft.fields.members { head[member.name] = member.value }
        head["b"] = .string(moment.boot)
        head["m"] = .integer(moment.uptime)
        head["p"] = .string(previous)
        head.write(to: &bytes)
        bytes.removeLast()
        let seal = Seal.of(bytes)
        bytes += ",\"h\":\"\(seal)\"}\n".utf8
        let line = Line(
            n: n, t: moment.t, g: draft.g, by: draft.by, e: draft.e, at: draft.at == moment.t ? nil : draft.at,
            fields: draft.fields, boot: moment.boot, uptime: moment.uptime, previous: previous, seal: seal)
        return (line, bytes)
    }

    /// Reads a line without its LF. Whatever is not exactly a line is named, never guessed at.
    public static func read(_ bytes: ArraySlice<UInt8>) throws(LineDamage) -> Line {
        try bytes.withUnsafeBytes { bytes in Result { () throws(LineDamage) in try read(bytes) } }.get()
    }

    /// Reads a line without its LF, where it lies.
    static func read(_ bytes: UnsafeRawBufferPointer) throws(LineDamage) -> Line {
        guard bytes.count < longestLine else { throw .tooLong(bytes.count + 1) }
        guard !bytes.containsNUL else { throw .containsNUL }
        try Seal.prove(atEndOf: bytes)
        if let frame = LineFrame(bytes), let line = Line(frame) { return line }
        return try readAnyJSON(bytes)
    }

    /// Reads bytes that end with their seal as JSON of any form, and says what is wrong with them.
    static func readAnyJSON(_ bytes: UnsafeRawBufferPointer) throws(LineDamage) -> Line {
        let value: JSON
        do { value = try JSON.read(bytes) } catch { throw .notJSON(error) }
        guard case .object(let object) = value, let line = Line(object) else { throw .wrongKeys }
        // What is found by its bytes must have these.
        guard value.bytes.elementsEqual(bytes) else { throw .otherwiseWritten }
        return line
    }

    /// - Parameter object: of bytes that end with their seal, so that its last member is `h` with the right digits.
    private init?(_ object: JSONObject) {
        let members = object.members
        var first = 0
        var last = members.count
        func take(_ name: String) -> JSON? {
            guard first < last, members[first].name == name else { return nil }
            first += 1
            return members[first - 1].value
        }
        func takeLast(_ name: String) -> JSON? {
            guard first < last, members[last - 1].name == name else { return nil }
            last -= 1
            return members[last].value
        }
        guard let n = take("n")?.integer, let t = take("t")?.string.flatMap(Instant.init(ofLine:)),
            let g = take("g")?.string, let by = take("by")?.string, let e = take("e")?.string,
            let seal = takeLast("h")?.string, let previous = takeLast("p")?.string,
            let uptime = takeLast("m")?.integer, let boot = takeLast("b")?.string
        else { return nil }
        self.init(n: n, t: t, g: g, by: by, e: e, own: members[first..<last], boot: boot, uptime: uptime, previous: previous, seal: seal)
    }

    /// - Parameter own: the members between the line's own keys, `at` included; nil if `at` is no time, another key is the line's, or a number is none that a line can have.
    init?(
        n: Int, t: Instant, g: String, by: String, e: String, own: ArraySlice<JSONObject.Member>, boot: String, uptime: Int, previous: String, seal: String
    ) {
        guard (1...largestNumber).contains(n), (0...largestNumber).contains(uptime), boot.utf8.count == 8, boot.utf8.allSatisfy(isDigitOfSeals) else { return nil }
        var own = own
        var event: Instant?
        if let first = own.first, first.name == "at" {
            guard let instant = first.value.string.flatMap(Instant.init(ofLine:)) else { return nil }
            event = instant
            own = own.dropFirst()
        }
        guard !own.contains(where: { $0.name.utf8.count <= longestReservedName && reservedNames.contains($0.name) }) else { return nil }
        self.init(
            n: n, t: t, g: g, by: by, e: e, at: event, fields: JSONObject(own), boot: boot, uptime: uptime, previous: previous, seal: seal)
    }
}

/// Of seals and boots: lower-case hexadecimal.
func isDigitOfSeals(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

extension Instant {
    /// The time of a line, as it is written and in no other form: whoever looks for the lines of a day compares their bytes.
    init?(ofLine text: UnsafeRawBufferPointer) {
        guard text.count == 29, text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: ".") else { return nil }
        self.init(utf8: text)
    }

    fileprivate init?(ofLine text: String) {
        var text = text
        guard let instant = text.withUTF8({ Instant(ofLine: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = instant
    }
}

/// Why some bytes are no line of a journal.
public enum LineDamage: Error, Equatable, Sendable {
    case tooLong(Int)
    case containsNUL
    case noSeal
    case sealBroken
    case notJSON(JSONError)
    case wrongKeys
    /// The same can be said in other bytes, and is.
    case otherwiseWritten
    /// The file ends before the line does.
    case unfinished
}
