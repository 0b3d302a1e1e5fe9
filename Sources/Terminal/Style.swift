/// What a piece of text means. Never a colour: the theme decides how it looks.
public enum Role: UInt8, CaseIterable, Sendable {
    case plain
    /// Beside the point: hints, units, what has passed.
    case faint
    case title
    case accent
    case good
    case warning
    case alarm
    /// A field that can be typed in.
    case input
    /// The background of the top bar and the key bar.
    case bar
    /// The name of a key in the key bar.
    case key
    /// The part of a text that was searched for, or a sign that a value was corrected.
    case mark
}

/// A role and its emphasis, in 16 bits.
public struct Style: Equatable, Hashable, Sendable {
    private static let boldBit: UInt16 = 1 << 8
    private static let reversedBit: UInt16 = 1 << 9
    private static let underlinedBit: UInt16 = 1 << 10

    private(set) var raw: UInt16

    init(raw: UInt16) { self.raw = raw }

    public init(_ role: Role = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false) {
        raw = UInt16(role.rawValue)
        self.bold = bold
        self.reversed = reversed
        self.underlined = underlined
    }

    public var role: Role {
        get { Role(rawValue: UInt8(raw & 0xFF)) ?? .plain }
        set { raw = raw & 0xFF00 | UInt16(newValue.rawValue) }
    }

    public var bold: Bool {
        get { raw & Self.boldBit != 0 }
        set { set(Self.boldBit, newValue) }
    }

    /// Front and back exchanged; on a role that is shown reversed it gives the normal look.
    public var reversed: Bool {
        get { raw & Self.reversedBit != 0 }
        set { set(Self.reversedBit, newValue) }
    }

    public var underlined: Bool {
        get { raw & Self.underlinedBit != 0 }
        set { set(Self.underlinedBit, newValue) }
    }

    /// The same, as the chosen item of a list.
    public var selected: Style {
        var style = self
        style.reversed = true
        return style
    }

    private mutating func set(_ bit: UInt16, _ isOn: Bool) {
        raw = isOn ? raw | bit : raw & ~bit
    }
}

extension Style {
    public static let plain = Style(.plain)
    public static let faint = Style(.faint)
    public static let title = Style(.title)
    public static let accent = Style(.accent)
    public static let good = Style(.good)
    public static let warning = Style(.warning)
    public static let alarm = Style(.alarm)
    public static let input = Style(.input)
    public static let bar = Style(.bar)
    public static let key = Style(.key)
    public static let mark = Style(.mark)
}

/// How roles look: on a dark or a light background, or without any colour.
public enum Theme: String, CaseIterable, Sendable {
    case dark, light, contrast
}
