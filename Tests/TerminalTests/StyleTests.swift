import Testing

@testable import Terminal

@Suite struct StyleTests {
    @Test func packsEveryCombination() {
        var seen: Set<UInt16> = []
        for role in Role.allCases {
            for bits in 0..<8 {
                let style = Style(role, bold: bits & 1 != 0, reversed: bits & 2 != 0, underlined: bits & 4 != 0)
                #expect(style.role == role)
                #expect([style.bold, style.reversed, style.underlined] == [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0])
                #expect(style.selected.reversed && style.selected.role == role)
                seen.insert(style.raw)
            }
        }
        #expect(seen.count == Role.allCases.count * 8)
        #expect(MemoryLayout<Style>.size == 2 && MemoryLayout<Cell>.stride == 16)
    }

    @Test(arguments: Theme.allCases)
    func rolesStayApartWithoutColours(theme: Theme) {
        for colours in [0, 8, 16, 256] {
            // The light theme is dark on light whatever the terminal's own colours are.
            let isPainted = theme == .light && colours > 0
            #expect((Look(.plain, theme: theme, colours: colours) == Look(.plain, theme: .contrast, colours: 0)) == !isPainted)
            if isPainted { #expect(Role.allCases.allSatisfy { Look($0, theme: theme, colours: colours).back != nil }) }
            for role in [Role.alarm, .warning, .bar, .key, .input, .title, .mark] {
                #expect(Look(role, theme: theme, colours: colours) != Look(.plain, theme: theme, colours: colours))
            }
            #expect(Look(.bar, theme: theme, colours: colours) != Look(.key, theme: theme, colours: colours))
        }
    }

    /// What a row stands on: a colour's number, -1 for the terminal's own paper, -2 for its own ink.
    private func ground(_ role: Role, isSelected: Bool, _ theme: Theme, _ colours: Int) -> Int16 {
        let look = Look(role, theme: theme, colours: colours)
        return look.reversed != isSelected ? look.front?.number(among: colours) ?? -2 : look.back?.number(among: colours) ?? -1
    }

    @Test("No row that is not selected stands on what a selected one stands on", arguments: Theme.allCases, [0, 8, 16, 256])
    func selection(theme: Theme, colours: Int) {
        let roles: [Role] = [.plain, .faint, .accent, .good, .warning, .alarm]
        let (selected, others) = (roles.map { ground($0, isSelected: true, theme, colours) }, roles.map { ground($0, isSelected: false, theme, colours) })
        #expect(Set(selected).isDisjoint(with: others))
    }

    @Test func contrastHasNoColours() {
        for role in Role.allCases {
            let look = Look(role, theme: .contrast, colours: 256)
            #expect(look.front == nil && look.back == nil && !look.dim)
        }
    }
}
