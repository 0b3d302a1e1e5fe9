/// A colour as terminals with 256 colours number it, and as those with 16 or 8 do.
struct Shade: Equatable {
    var full: Int16
    var basic: Int16

    init(_ full: Int16, _ basic: Int16) {
        self.full = full
        self.basic = basic
    }

    /// The number among `colours` colours: 256, 16 or 8.
    func number(among colours: Int) -> Int16 {
        switch colours {
        case 256...: full
        case 16...: basic
        default: basic & 7
        }
    }
}

/// How a role appears. Without a shade the terminal's own colour is used.
struct Look: Equatable {
    var front: Shade?
    var back: Shade?
    var bold = false
    var dim = false
    var reversed = false
    var underlined = false

    /// - Parameter colours: how many the terminal has, 0 for none.
    init(_ role: Role, theme: Theme, colours: Int) {
        switch theme {
        case _ where colours < 8:
            self = .plain(role)
            if role == .faint { dim = theme != .contrast }
        case .contrast: self = .plain(role)
        case .dark: self = .dark(role)
        case .light: self = .light(role)
        }
        if role == .faint, front != nil, back == nil, colours < 16 { self = Look(dim: true) }
    }

    private init(
        _ front: Shade? = nil, on back: Shade? = nil, bold: Bool = false, dim: Bool = false, reversed: Bool = false,
        underlined: Bool = false
    ) {
        self.front = front
        self.back = back
        self.bold = bold
        self.dim = dim
        self.reversed = reversed
        self.underlined = underlined
    }

    private static func plain(_ role: Role) -> Look {
        switch role {
        case .plain, .faint: Look()
        case .title: Look(bold: true, underlined: true)
        case .accent, .good: Look(bold: true)
        case .warning, .mark, .alarm: Look(bold: true, underlined: true)
        case .key: Look(bold: true, reversed: true)
        case .input: Look(underlined: true)
        case .bar: Look(reversed: true)
        }
    }

    private static func dark(_ role: Role) -> Look {
        switch role {
        case .plain: Look()
        case .faint: Look(Shade(245, 8))
        case .title: Look(Shade(117, 14), bold: true)
        case .accent: Look(Shade(80, 6))
        case .good: Look(Shade(114, 2))
        case .warning: Look(Shade(221, 11), bold: true)
        case .alarm: Look(Shade(231, 15), on: Shade(160, 1), bold: true)
        case .input: Look(Shade(231, 15), bold: true, underlined: true)
        case .bar: Look(Shade(254, 7), on: Shade(24, 4))
        case .key: Look(Shade(229, 11), on: Shade(24, 4), bold: true)
        case .mark: Look(Shade(213, 13), bold: true)
        }
    }

    /// Dark on light, whatever colours the terminal itself has.
    private static func light(_ role: Role) -> Look {
        let (ink, paper) = (Shade(235, 0), Shade(231, 15))
        return switch role {
        case .plain: Look(ink, on: paper)
        case .faint: Look(Shade(242, 8), on: paper)
        case .title: Look(Shade(25, 4), on: paper, bold: true)
        case .accent: Look(Shade(30, 6), on: paper)
        case .good: Look(Shade(28, 2), on: paper)
        case .warning: Look(Shade(130, 3), on: paper, bold: true)
        case .alarm: Look(Shade(160, 1), on: paper, bold: true)
        case .input: Look(ink, on: paper, bold: true, underlined: true)
        case .bar: Look(Shade(231, 15), on: Shade(25, 4))
        case .key: Look(Shade(229, 11), on: Shade(25, 4), bold: true)
        case .mark: Look(Shade(127, 5), on: paper, bold: true)
        }
    }
}
