import Bookkeeping
import Gatekeeping
import Notation
import Wording

/// What each guard did and missed (S5), as a text over the panes: counted beside everything else.
extension Model {
    mutating func countGuards(_ from: Day, _ to: Day) -> [Effect] {
        tickets += 1
        layers.removeLast()
        layers.append(.reading(DeskWords.counting[language], number: tickets))
        return [.countGuards(from: from, to: to, now: now, number: tickets)]
    }

    /// Takes the place of what said that it is being counted, unless that was closed.
    mutating func hear(guards figures: GuardFigures?, number: Int) {
        for index in layers.indices {
            guard case .reading(_, _, _, number) = layers[index] else { continue }
            layers[index] = figures.map(reading) ?? .reading(DeskWords.unreadable[language])
        }
    }

    private func reading(_ figures: GuardFigures) -> Layer {
        .reading(GuardWords.keys[language] + "\n" + figures.text(language), figures: figures.explanations(language).map(\.text).joined(separator: "\n"))
    }
}
