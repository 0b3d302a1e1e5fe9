/// The part of a list that is on the screen: page by page, so that an arrow changes two rows and leaves the others where the eye knows them.
struct ListPart: Equatable {
    /// How many rows are passed over above.
    let first: Int
    /// How many are shown.
    let count: Int
    /// How many follow below.
    let below: Int
    /// The shown row that is selected, from 0.
    let chosenLine: Int?

    /// - Parameter room: how many rows there is room for.
    init(_ rows: [Row], room: Int, selection: RowID?) {
        let selected = room > 0 ? rows.place(of: selection) : nil
        first = selected.map { min($0 / room * room, max(0, rows.count - room)) } ?? 0
        count = min(max(0, room), rows.count - first)
        below = rows.count - first - count
        chosenLine = selected.map { [first] in $0 - first }
    }

    /// How many rows there are above and below those that are shown.
    var passedOver: [String] { (first > 0 ? ["↑\(first)"] : []) + (below > 0 ? ["↓\(below)"] : []) }
}
