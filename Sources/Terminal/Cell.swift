/// One column of one row. The second column of a wide glyph is a continuation: base 0.
struct Cell: Equatable, Sendable {
    var base: UInt32
    var firstMark: UInt32 = 0
    var secondMark: UInt32 = 0
    var style: Style

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
