/// One column of one row. The second column of a wide glyph is a continuation: base 0.
struct Cell: Equatable, Sendable {
    /// Base, two marks and style in four words, so that cells are compared whole: every key compares all of the screen.
    private var words: SIMD4<UInt32>

    init(base: UInt32, firstMark: UInt32 = 0, secondMark: UInt32 = 0, style: Style) {
        words = SIMD4(base, firstMark, secondMark, UInt32(style.raw))
    }

    var base: UInt32 {
        get { words[0] }
        set { words[0] = newValue }
    }

    var firstMark: UInt32 {
        get { words[1] }
        set { words[1] = newValue }
    }

    var secondMark: UInt32 {
        get { words[2] }
        set { words[2] = newValue }
    }

    var style: Style {
        get { Style(raw: UInt16(truncatingIfNeeded: words[3])) }
        set { words[3] = UInt32(newValue.raw) }
    }

    static let space: UInt32 = 0x20

    static func blank(_ style: Style) -> Cell { Cell(base: space, style: style) }
    static func continuation(_ style: Style) -> Cell { Cell(base: 0, style: style) }

    var isContinuation: Bool { base == 0 }

    func append(to text: inout String.UnicodeScalarView) {
        for value in [base, firstMark, secondMark] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
    }
}
