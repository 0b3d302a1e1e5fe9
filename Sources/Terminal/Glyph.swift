import CSystem

/// What one scalar becomes on the screen. Nothing that could move the cursor or turn the text around ever passes.
enum Shown {
    case glyph(UInt32, columns: Int)
    case mark(UInt32)
    case nothing

    static let replacement: UInt32 = 0xFFFD
    /// 〓
    static let geta: UInt32 = 0x3013

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20..<0x7F: self = .glyph(value, columns: 1)
        case 0..<0x20: self = .narrow(0x2400 + value)
        case 0x7F: self = .narrow(0x2421)
        case 0x80..<0xA0: self = .narrow(Self.replacement)
        case 0xAD: self = .glyph(0x2D, columns: 1)
        case 0x2028...0x202E, 0x2066...0x2069: self = .narrow(Self.replacement)
        case 0x061C, 0x200B...0x200F, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF: self = .nothing
        case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: self = .nothing
        case 0x1F1E6...0x1F1FF: self = .glyph(value - 0x1F1E6 + 0x41, columns: 1)
        default:
            switch Int(terminal_columns(value)) {
            case 0: self = .mark(value)
            case let columns where columns > 0: self = .glyph(value, columns: columns)
            default: self = scalar.properties.generalCategory == .nonspacingMark ? .nothing : .unprintable
            }
        }
    }

    /// A sign of one column, or "?" where a Big5 or GB terminal has none such.
    private static func narrow(_ value: UInt32) -> Shown {
        .glyph(terminal_columns(value) == 1 ? value : 0x3F, columns: 1)
    }

    private static var unprintable: Shown {
        terminal_columns(geta) == 2 ? .glyph(geta, columns: 2) : .glyph(0x3F, columns: 1)
    }
}

/// A base character, up to two combining marks (0 for none) and the columns they take together: 1 or 2.
struct Glyph {
    var base: UInt32
    var firstMark: UInt32 = 0
    var secondMark: UInt32 = 0
    var columns: Int

    mutating func add(mark: UInt32) {
        if firstMark == 0 {
            firstMark = mark
        } else if secondMark == 0 {
            secondMark = mark
        }
    }

    var isEmoji: Bool {
        base >= 0x2000 && Unicode.Scalar(base)?.properties.isEmoji == true
    }
}

/// Cuts text into glyphs without allocating: the first emoji of a joined sequence stands for all of it, flags are
/// letters, variation selectors fall away.
struct GlyphReader {
    /// What comes behind `ahead`.
    private var scalars: String.UnicodeScalarView.Iterator
    /// The next scalar that is not yet part of a glyph.
    private var ahead: Unicode.Scalar?
    /// The end of the last glyph that was read, in bytes of UTF-8.
    private(set) var offset = 0

    init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
        ahead = scalars.next()
    }

    private mutating func advance() {
        if let ahead { offset += UTF8.width(ahead) }
        ahead = scalars.next()
    }

    mutating func next() -> Glyph? {
        while let scalar = ahead {
            advance()
            switch Shown(scalar) {
            case .nothing:
                continue
            case .mark(let mark):
                var glyph = Glyph(base: 0x25CC, columns: 1)
                glyph.add(mark: mark)
                absorbFollowers(into: &glyph)
                return glyph
            case .glyph(let base, let columns):
                var glyph = Glyph(base: base, columns: columns)
                absorbFollowers(into: &glyph)
                return glyph
            }
        }
        return nil
    }

    private mutating func absorbFollowers(into glyph: inout Glyph) {
        while let scalar = ahead {
            guard Self.mayFollow(scalar) else { return }
            switch Shown(scalar) {
            case .mark(let mark):
                glyph.add(mark: mark)
            case .nothing:
                if scalar == "\u{200D}" && glyph.isEmoji { skipJoinedEmoji() }
            case .glyph:
                guard (0x1F3FB...0x1F3FF).contains(scalar.value) && glyph.isEmoji else { return }
            }
            advance()
        }
    }

    /// From a joiner on to the emoji behind it, if there is one.
    private mutating func skipJoinedEmoji() {
        var rest = scalars
        if let next = rest.next(), next.value >= 0x2000 && next.properties.isEmoji { advance() }
    }

    /// False for what surely begins a glyph of its own, so that most text is looked at once.
    private static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && !(0x3400...0x9FFF).contains(scalar.value)
    }
}

/// The glyphs of a text that fit in some columns, with "…" in place of what does not.
struct GlyphRun {
    private(set) var glyphs: [Glyph] = []
    private(set) var columns = 0

    init(_ text: String, limit: Int) {
        glyphs.reserveCapacity(min(limit, text.utf8.count))
        var reader = GlyphReader(text)
        while let glyph = reader.next() {
            guard columns + glyph.columns <= limit else {
                cut(limit)
                return
            }
            glyphs.append(glyph)
            columns += glyph.columns
        }
    }

    private mutating func cut(_ limit: Int) {
        while columns >= limit, let last = glyphs.popLast() { columns -= last.columns }
        glyphs.append(Glyph(base: 0x2026, columns: 1))
        columns += 1
    }
}

extension StringProtocol {
    /// The text as a string, without a copy where it is one.
    @inlinable
    var whole: String { (self as? String) ?? String(self) }

    /// The text as a slice with its own indices, without a copy for strings and substrings.
    @inlinable
    var slice: Substring { (self[...] as? Substring) ?? String(self)[...] }
}
