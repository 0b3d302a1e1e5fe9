import Glibc
import Notation

extension Line {
    /// Whether a text of it has a character that never reaches a line: a control character, or one that turns text around.
    /// - Parameter bytes: the line's own; nearly all lines are told by these.
    func hasHarmfulText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.mayHoldHarmful && ([g, by, e].contains(where: \.isHarmful) || JSON.object(fields).hasHarmfulText)
    }
}

extension JSON {
    fileprivate var hasHarmfulText: Bool {
        switch self {
        case .string(let text): text.isHarmful
        case .array(let values): values.contains(where: \.hasHarmfulText)
        case .object(let object): object.members.contains { $0.name.isHarmful || $0.value.hasHarmfulText }
        case .null, .bool, .integer, .number: false
        }
    }
}

extension String {
    fileprivate var isHarmful: Bool { unicodeScalars.contains(where: \.isHarmful) }
}

extension UnsafeRawBufferPointer {
    /// A byte that harmful characters begin with in UTF-8, or an escape.
    fileprivate var mayHoldHarmful: Bool {
        guard let baseAddress else { return false }
        return [0x5C, 0x7F, 0xC2, 0xD8, 0xE2].contains { memchr(baseAddress, $0, count) != nil }
    }
}
