import Gatekeeping
import Readings

/// Plates prepared once: width and case folded, separators dropped, the province simplified, and the same with look-alikes put together.
struct PlateKeys: Sendable {
    private struct Key: Sendable {
        var owner: Int32
        var first: Int32
        var count: UInt8
    }

    private var keys: [Key] = []
    /// The characters of each plate, look-alikes as one.
    private var masks: [UInt64] = []
    /// The characters of all plates, and how long the longest is.
    private var mask: UInt64 = 0
    private var longest = 0
    private var units: [UInt16] = []
    private var alike: [UInt16] = []

    /// Takes a plate in.
    mutating func add(_ plate: String, owner: Int) {
        let normal = Plate.units(Readings.folded(plate)).prefix(20)
        guard !normal.isEmpty else { return }
        keys.append(Key(owner: Int32(owner), first: Int32(units.count), count: UInt8(normal.count)))
        units += normal
        let folded = normal.map(Plate.lookAlike)
        alike += folded
        let characters = PlateKeys.mask(folded[...])
        masks.append(characters)
        mask |= characters
        longest = max(longest, normal.count)
    }

    private static func mask(_ units: ArraySlice<UInt16>) -> UInt64 {
        units.reduce(0) { mask, unit in
            switch unit {
            case Plate.unseen: mask
            case 0x30...0x39: mask | 1 << UInt64(unit - 0x30)
            case 0x41...0x5A: mask | 1 << UInt64(unit - 0x41 + 10)
            default: mask | 1 << UInt64(unit % 28 + 36)
            }
        }
    }

    /// Whether any plate may fit.
    func mayHold(_ query: PlateQuery) -> Bool {
        for run in query.runs where mayHold(run) { return true }
        return false
    }

    private func mayHold(_ run: [UInt16]) -> Bool {
        guard run.count <= longest else { return false }
        let wanted = PlateKeys.mask(run.map(Plate.lookAlike)[...])
        return mask & wanted == wanted
    }

    /// Offers how well each plate fits, to its owner.
    func find(_ query: PlateQuery, offer: (_ owner: Int, _ fit: UInt8) -> Void) {
        for run in query.runs where mayHold(run) {
            let alike = run.map(Plate.lookAlike)
            let wanted = PlateKeys.mask(alike[...])
            masks.withUnsafeBufferPointer { masks in
                for index in masks.indices where masks[index] & wanted == wanted {
                    if let fit = fit(query, run, alike, keys[index]) { offer(Int(keys[index].owner), fit) }
                }
            }
        }
    }

    private func fit(_ query: PlateQuery, _ run: [UInt16], _ alike: [UInt16], _ key: Key) -> UInt8? {
        let (first, end) = (Int(key.first), Int(key.first) + Int(key.count))
        let room = end - first - run.count
        guard room >= 0 else { return nil }
        var best: UInt8?
        for offset in 0...room {
            guard run.count > 1 || offset == (run[0] > 0x7F ? 0 : room) else { continue }
            guard PlateQuery.matches(alike, self.alike[(first + offset)..<(first + offset + run.count)]) else { continue }
            let isExact = PlateQuery.matches(run, units[(first + offset)..<(first + offset + run.count)])
            guard isExact || query.mayLookAlike(run) else { continue }
            best = min(best ?? .max, query.fit(run, offset, room, isExact))
        }
        return best
    }
}
