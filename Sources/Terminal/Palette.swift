import CNcurses

/// The attributes of ncurses for every role, on a terminal that is open.
struct Palette {
    private struct Entry {
        var attributes: attr_t
        var pair: Int16
    }

    private let entries: [Entry]

    /// Defines one colour pair for each role.
    init(theme: Theme) {
        start_color()
        use_default_colors()
        let colours = Int(cncurses_colours())
        entries = Role.allCases.map { role in
            let look = Look(role, theme: theme, colours: colours)
            guard look.front != nil || look.back != nil else {
                return Entry(attributes: Self.attributes(of: look), pair: 0)
            }
            let pair = Int16(role.rawValue) + 1
            let front = look.front?.number(among: colours) ?? -1
            let back = look.back?.number(among: colours) ?? -1
            let isDefined = init_pair(pair, front, back) == OK
            return Entry(attributes: Self.attributes(of: look), pair: isDefined ? pair : 0)
        }
    }

    func cell(_ cell: Cell, inASCII: Bool) -> cchar_t {
        let entry = entries[Int(cell.style.role.rawValue)]
        var attributes = entry.attributes
        if cell.style.bold { attributes |= cncurses_bold }
        if cell.style.underlined { attributes |= cncurses_underline }
        if cell.style.reversed { attributes ^= cncurses_reverse }
        let base = inASCII ? Line.inASCII(cell.base) : cell.base
        return cncurses_cell(base, cell.firstMark, cell.secondMark, attributes, entry.pair)
    }

    private static func attributes(of look: Look) -> attr_t {
        (look.bold ? cncurses_bold : 0) | (look.dim ? cncurses_dim : 0) | (look.reversed ? cncurses_reverse : 0)
            | (look.underlined ? cncurses_underline : 0)
    }
}
