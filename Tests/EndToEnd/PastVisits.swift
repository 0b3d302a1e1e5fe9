import Foundation
import Notation

/// Who came by on foot, as the pages tell it.
struct PastVisits {
    struct Visit {
        let ref: String
        let name: String
        var unit = ""
        var hasBadge = false
        var hasLeft = false
    }

    private(set) var visits: [Visit] = []

    init(data: URL) throws {
        var found: [Int: Visit] = [:]
        for line in try Pages(data: data).lines() {
            guard let kind = line["e"]?.string, let n = line["n"]?.integer else { continue }
            let ref = line["ref"]?.integer ?? n
            switch kind {
            case "visitor.verified": found[ref] = Visit(ref: String(ref), name: line["name"]?.string ?? "")
            case "visitor.registered":
                found[ref]?.unit = line["unit"]?.string ?? ""
                found[ref]?.hasBadge = line["badge"] != nil
            case "visitor.left": found[ref]?.hasLeft = line["remaining"]?.integer ?? 0 == 0
            default: break
            }
        }
        visits = found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Those whose name nobody else has, nor a part of it.
    var distinct: [Visit] {
        visits.filter { visit in visits.count { $0.name.contains(visit.name) || visit.name.contains($0.name) } == 1 }
    }
}
