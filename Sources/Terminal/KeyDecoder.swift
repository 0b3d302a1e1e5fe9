/// Turns the bytes of a terminal into keys, however they are split over reads.
///
/// Text loses nothing: malformed UTF-8 becomes U+FFFD. A carriage return and the line feed right behind it are one
/// Enter. When `isWaiting`, call `flush()` if no byte came within the escape delay.
public struct KeyDecoder: Sendable {
    private enum State {
        case ground, escape, control, consoleFunction, shifted
        case commandBegins, command, commandEnds
        case paste
    }

    private static let longestCommand = 4096
    private static let longestParameters = 64

    private var state = State.ground
    /// What stood behind the ESC of a command: `]`, or `P` of a device's answer.
    private var introducer = UInt8(ascii: "]")
    private var collected: [UInt8] = []
    private var scalars = ScalarDecoder()
    private var cluster = TextCluster()
    private var pasted = PasteCollector()
    private var followsReturn = false
    private var isOverdue = false

    public init() {}

    /// An escape sequence or a character is unfinished. False within a paste: that ends only by its own end.
    public var isWaiting: Bool {
        switch state {
        case .ground: scalars.isWaiting && !isOverdue
        case .paste: false
        case .escape, .control, .consoleFunction, .shifted, .commandBegins, .command, .commandEnds: true
        }
    }

    /// The keys that these bytes complete; call it once for each read.
    public mutating func decode(_ bytes: [UInt8]) -> [Key] {
        var keys: [Key] = []
        isOverdue = false
        for byte in bytes { accept(byte, &keys) }
        cluster.end(&keys)
        return keys
    }

    /// The escape delay is over: a lone ESC is the key Esc, a sequence that stopped half-way is unknown. The bytes of
    /// an unfinished character stay, for a slow line, but no longer count as waiting.
    public mutating func flush() -> [Key] {
        defer { if case .paste = state {} else { state = .ground } }
        switch state {
        case .ground:
            isOverdue = true
            return []
        case .paste: return []
        case .escape: return [.escape]
        case .control where collected.isEmpty: return [.escape, .text("[")]
        case .shifted where collected.isEmpty: return [.escape, .text("O")]
        case .commandBegins: return [.escape, .text(introducerText)]
        case .control, .consoleFunction, .shifted, .command, .commandEnds: return [.unknown]
        }
    }

    private mutating func accept(_ byte: UInt8, _ keys: inout [Key]) {
        switch state {
        case .ground: ground(byte, &keys)
        case .escape: escape(byte, &keys)
        case .control: control(byte, &keys)
        case .shifted: shifted(byte, &keys)
        case .consoleFunction: finish(byte, &keys) { _, final in .key(EscapeSequence.console(final: final)) }
        case .commandBegins: commandBegins(byte, &keys)
        case .command: command(byte, &keys)
        case .commandEnds: commandEnds(byte, &keys)
        case .paste:
            guard let text = pasted.accept(byte) else { return }
            keys.append(.paste(text))
            state = .ground
        }
    }
}

// Text and single bytes
extension KeyDecoder {
    private mutating func ground(_ byte: UInt8, _ keys: inout [Key]) {
        switch scalars.push(byte) {
        case .waiting: break
        case .malformed:
            followsReturn = false
            cluster.add("\u{FFFD}", &keys)
        case .interrupted:
            followsReturn = false
            cluster.add("\u{FFFD}", &keys)
            ground(byte, &keys)
        case .scalar(let scalar):
            let isSecondOfTwo = followsReturn && scalar == "\n"
            followsReturn = scalar == "\r"
            if !isSecondOfTwo { receive(scalar, &keys) }
        }
    }

    private mutating func receive(_ scalar: Unicode.Scalar, _ keys: inout [Key]) {
        switch scalar.value {
        case 0x1B:
            cluster.end(&keys)
            collected.removeAll(keepingCapacity: true)
            state = .escape
        case 0..<0x20, 0x7F..<0xA0:
            cluster.end(&keys)
            if let key = Key(control: scalar) { keys.append(key) }
        default: cluster.add(scalar, &keys)
        }
    }
}

// Escape sequences
extension KeyDecoder {
    private mutating func escape(_ byte: UInt8, _ keys: inout [Key]) {
        switch byte {
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "O"): state = .shifted
        case UInt8(ascii: "]"), UInt8(ascii: "P"):
            introducer = byte
            state = .commandBegins
        default:
            keys.append(.escape)
            state = .ground
            ground(byte, &keys)
        }
    }

    private mutating func control(_ byte: UInt8, _ keys: inout [Key]) {
        switch byte {
        case UInt8(ascii: "[") where collected.isEmpty: state = .consoleFunction
        case 0x20...0x3F: collect(byte)
        default:
            finish(byte, &keys) { EscapeSequence.control(parameters: $0, final: $1) }
        }
    }

    private mutating func shifted(_ byte: UInt8, _ keys: inout [Key]) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): collect(byte)
        default:
            finish(byte, &keys) { .key(EscapeSequence.shifted(parameters: $0, final: $1)) }
        }
    }

    private mutating func collect(_ byte: UInt8) {
        if collected.count < Self.longestParameters { collected.append(byte) }
    }

    /// Ends a sequence with its last byte. One that cannot be its last has cut it off, and is read anew.
    private mutating func finish(
        _ byte: UInt8, _ keys: inout [Key], _ interpret: ([UInt8], UInt8) -> EscapeSequence.Meaning
    ) {
        state = .ground
        guard (0x40...0x7E).contains(byte) else {
            keys.append(.unknown)
            ground(byte, &keys)
            return
        }
        switch interpret(collected, byte) {
        case .key(let key): keys.append(key)
        case .pasteBegins: state = .paste
        case .nothing: break
        }
    }
}

// Answers to questions that a program before us asked: ESC ] number ... BEL, or ... ESC \; of devices ESC P ... ESC \
extension KeyDecoder {
    private var introducerText: String { String(UnicodeScalar(introducer)) }

    private mutating func commandBegins(_ byte: UInt8, _ keys: inout [Key]) {
        let isAnswer = introducer == UInt8(ascii: "P") && [UInt8(ascii: "$"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "+")].contains(byte)
        if isAnswer || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            state = .command
        } else {
            keys += [.escape, .text(introducerText)]
            state = .ground
            ground(byte, &keys)
        }
    }

    private mutating func command(_ byte: UInt8, _ keys: inout [Key]) {
        collected.append(byte)
        switch byte {
        case 0x1B: state = .commandEnds
        case 0x07, 0x18, 0x1A: endCommand(&keys)
        default: if collected.count >= Self.longestCommand { endCommand(&keys) }
        }
    }

    private mutating func commandEnds(_ byte: UInt8, _ keys: inout [Key]) {
        endCommand(&keys)
        guard byte != UInt8(ascii: "\\") else { return }
        collected.removeAll(keepingCapacity: true)
        escape(byte, &keys)
    }

    private mutating func endCommand(_ keys: inout [Key]) {
        keys.append(.unknown)
        state = .ground
    }
}
