import Bookkeeping
import Gatekeeping
import Notation
import Terminal
import Wording

/// Finds people and vehicles by what was typed into the line: plate, name, unit, phone, badge, pass code.
struct Finder {
    let estate: Estate
    let registers: Registers
    let index: FindingIndex
    let holder: String
    let post: String
    let language: Language
    let now: Instant

    /// The rows for `text`, best first, at most `limit`, then "new visitor" and "new vehicle".
    /// `isClear`: the first is alone at its rank, so Enter may act on it.
    func rows(for text: String, limit: Int = 30) -> (rows: [Row], isClear: Bool) {
        let query = Query(text)
        guard !query.isEmpty else { return ([], false) }
        var found = Ranking(limit: limit)
        noteGate(query, in: &found)
        let isDoubtful = noteDeniedPlates(query, in: &found) || query.plate.hasUnseen
        noteEstate(query, in: &found)
        noteReturning(query, in: &found)
        let best = found.best
        let rows = FoundRows(finder: self, query: query, text: text)
        let isClear = best.isEmpty ? query.isName : found.isClear && !(isDoubtful && rows.letsIn(best[0]))
        return (best.map(rows.row) + rows.strayExits + rows.newcomers, isClear)
    }

    // MARK: Where it looks

    private func noteGate(_ query: Query, in ranking: inout Ranking) {
        for (place, fit) in index.gate.visitKeys.fits(query).found {
            ranking.note(.visit(place), index.gate.visits[place].visit.step == .expected ? .expected : .present, fit)
        }
        for (place, fit) in index.gate.stayKeys.fits(query).found { ranking.note(.stay(place), .present, fit) }
        for (place, fit) in index.gate.thingKeys.fits(query).found { ranking.note(.thing(place), .thing, fit) }
        for (place, fit) in index.gate.taskKeys.fits(query).found { ranking.note(.task(place), .task, fit) }
        // At the desk a matter is what one looks for; elsewhere it never stands before a visitor.
        for (place, fit) in index.gate.matterKeys.fits(query).found { ranking.note(.matter(place), index.gate.isDesk ? .present : .matter, fit) }
    }

    /// - Returns: whether a plate on the deny list could be meant, so that nothing may be let in by habit.
    private func noteDeniedPlates(_ query: Query, in ranking: inout Ranking) -> Bool {
        let found = index.estate.deniedPlates.fits(query).found
        for (place, fit) in found { ranking.note(.deniedPlate(place), .deniedPlate, fit) }
        return !found.isEmpty
    }

    private func noteEstate(_ query: Query, in ranking: inout Ranking) {
        let inside = index.elsewhere.vehicles
        for (place, fit) in index.estate.vehicles.fits(query).found where !inside.contains(place) { ranking.note(.vehicle(place), .vehicle, fit) }
        let deniedPlates = index.estate.deniedPlates.fits(query)
        for (place, fit) in index.estate.deniedNames.fits(query).found where fit <= 3 && deniedPlates[place] == FindingKeys.none {
            ranking.note(.deniedName(place), .deniedName, fit)
        }
        for (place, fit) in index.estate.residents.fits(query).found { ranking.note(.resident(place), .resident, fit) }
    }

    /// Who came before and does not stand in another row, the latest first.
    private func noteReturning(_ query: Query, in ranking: inout Ranking) {
        let (today, past, elsewhere) = (index.today.keys, index.past, index.elsewhere)
        for (place, fit) in today.keys.fits(query).found.reversed() where !elsewhere.today.contains(place) { ranking.note(.today(place), .returning, fit) }
        for (place, fit) in past.keys.fits(query).found.reversed() where !elsewhere.past.contains(place) { ranking.note(.past(place), .returning, fit) }
    }
}
