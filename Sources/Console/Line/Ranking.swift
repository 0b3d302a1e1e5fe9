/// Keeps the best of what was found, without sorting the rest.
struct Ranking {
    /// Where something was found, and its place there.
    enum Place {
        case visit(Int), stay(Int), thing(Int), task(Int), matter(Int), vehicle(Int), deniedPlate(Int), deniedName(Int), resident(Int), today(Int), past(Int)
    }

    /// What comes first among what fits equally much of the text.
    enum Kind: Int {
        case present, expected, deniedPlate, thing, vehicle, deniedName, resident, returning, task, matter
    }

    private struct Hit {
        var rank: Int
        var place: Place
    }

    private static let step = 20
    private static let tier = (Kind.matter.rawValue + 1) * step
    private let limit: Int
    /// By rank; none before anything is found.
    private var counts: [Int] = []
    private var hits: [Hit] = []

    init(limit: Int) { self.limit = limit }

    /// Takes in what was found: what fits wholly first, then what fits in part, then what only looks alike (the deny list before that);
    /// among these by kind, then by fit.
    mutating func note(_ place: Place, _ kind: Kind, _ fit: UInt8) {
        let isLow = fit >= (kind == .deniedPlate ? PlateQuery.firstLetters : PlateQuery.firstAlike)
        let rank = (fit == 0 ? 0 : isLow ? 2 : 1) * Ranking.tier + kind.rawValue * Ranking.step + Int(fit)
        if counts.isEmpty { counts = Array(repeating: 0, count: Ranking.tier * 3) }
        if counts[rank] < limit { hits.append(Hit(rank: rank, place: place)) }
        counts[rank] += 1
    }

    /// Best first; what was noted earlier comes first among equals.
    var best: [Place] {
        hits.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.prefix(limit).map(\.element.place)
    }

    /// Nothing is as good as the best.
    var isClear: Bool { counts.first { $0 > 0 } == 1 }
}
