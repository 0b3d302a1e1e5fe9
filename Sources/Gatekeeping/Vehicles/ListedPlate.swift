import Readings

/// A plate of the deny list, taken apart, so that what somebody reads at the gate can be held against it.
struct ListedPlate: Equatable, Sendable {
    private let units: [UInt16]
    /// The province that it begins with, and what follows that.
    private let province: Province?
    private let body: [UInt16]

    init(_ plate: String) {
        units = Plate.units(Readings.folded(plate))
        province = Province.all.first { [units] in $0.character == units.first }
        body = province == nil ? units : Array(units.dropFirst())
    }

    func isSame(as seen: SeenPlate) -> Bool { !units.isEmpty && units == seen.units }

    /// Whether what was typed as a whole plate is the end of this one, at least half of it: `9053` of 豫KD9053. Behind another province it is another car,
    /// and two letters before the digits make a whole plate of Hong Kong or Taiwan.
    func hasPart(_ seen: SeenPlate) -> Bool {
        guard let run = seen.signs, run.count <= body.count, run.count(where: { $0 != Plate.unseen }) * 2 >= units.count else { return false }
        let isElsewhere = province.map { own in
            !seen.ends(with: own, before: run.startIndex) && Province.all.contains { seen.ends(with: $0, before: run.startIndex) }
        }
        guard isElsewhere != true else { return false }
        guard run.count == body.count || run.count(where: { (0x41...0x5A).contains($0) }) < 2 else { return false }
        return zip(body.suffix(run.count), run).allSatisfy(SeenPlate.fits)
    }

    /// Whether it may be what was seen: it stands there from one boundary to another, by look-alikes, with signs for what was not seen, or without its
    /// province or with that spelled out. Directly behind another province it is another car.
    func mayBe(_ seen: SeenPlate) -> Bool {
        guard !units.isEmpty else { return false }
        if !seen.places(of: units).isEmpty { return true }
        guard let province, !body.isEmpty else { return false }
        if province.pinyin.contains(where: { !seen.places(of: $0 + body).isEmpty }) { return true }
        return seen.places(of: body).contains { place in
            seen.ends(with: province, before: place) || !Province.all.contains { seen.ends(with: $0, before: place) }
        }
    }
}

/// What was read of a plate, with whatever was written beside it.
struct SeenPlate {
    let units: [UInt16]
    /// By place: something that is dropped stands before it.
    private var isApart: [Bool] = []

    /// An underscore stands between the parts of a plate, or for what was not seen.
    static func readings(of text: String) -> [SeenPlate] {
        let folded = Readings.folded(text)
        let underscore: UInt16 = 0x5F
        return [SeenPlate(folded)] + (folded.contains(underscore) ? [SeenPlate(folded.map { $0 == underscore ? Plate.unseen : $0 })] : [])
    }

    private init(_ folded: [UInt16]) {
        var units: [UInt16] = []
        var isApart = false
        for unit in folded {
            guard let unit = Plate.unit(unit) else {
                isApart = true
                continue
            }
            units.append(SeenPlate.isOfPlates(unit) ? unit : Plate.unseen)
            self.isApart.append(isApart)
            isApart = false
        }
        self.units = units
    }

    /// A letter of another alphabet is as good as not seen: a plate has none.
    private static func isOfPlates(_ unit: UInt16) -> Bool { isSign(unit) || (0x3400...0x9FFF).contains(unit) }

    /// A capital, a digit, or `?`: where two of them meet there is no boundary.
    private static func isSign(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) || (0x41...0x5A).contains(unit) || unit == Plate.unseen }

    /// Where a known run stands, from one boundary to another.
    func places(of run: [UInt16]) -> [Int] {
        guard !run.isEmpty, run.count <= units.count else { return [] }
        return (0...(units.count - run.count)).filter { place in
            let part = units[place..<place + run.count]
            guard zip(run, part).allSatisfy({ SeenPlate.fits($0, $1) }) else { return false }
            let unseen = part.count { $0 == Plate.unseen }
            // Of which less than half was seen, that may be any plate.
            guard unseen * 2 <= run.count else { return false }
            // Beside a run that was seen whole, a sign for what was not seen says nothing more.
            let isWhole = unseen == 0
            return isBoundary(place, besideWhole: isWhole) && isBoundary(place + run.count, besideWhole: isWhole)
        }
    }

    /// The capitals, digits and signs for what was not seen; nil where something else stands between them.
    var signs: ArraySlice<UInt16>? {
        let runs = units.split { !SeenPlate.isSign($0) }
        return runs.count == 1 ? runs[0] : nil
    }

    var hasUnseen: Bool { units.contains(Plate.unseen) }

    fileprivate static func fits(_ known: UInt16, _ seen: UInt16) -> Bool {
        known == Plate.unseen || seen == Plate.unseen || Plate.lookAlike(known) == Plate.lookAlike(seen)
    }

    private func isBoundary(_ place: Int, besideWhole isWhole: Bool) -> Bool {
        guard place > 0, place < units.count, !isApart[place] else { return true }
        let (left, right) = (units[place - 1], units[place])
        return !SeenPlate.isSign(left) || !SeenPlate.isSign(right) || isWhole && (left == Plate.unseen || right == Plate.unseen)
    }

    /// Whether the province stands directly before the place, in any way that people write it.
    func ends(with province: Province, before place: Int) -> Bool {
        var before = units[..<place]
        if let last = before.last, "省市".utf16.contains(last) { before.removeLast() }
        if before.last == province.character || before.ends(with: province.name) { return true }
        return province.pinyin.contains { before.ends(with: $0) && isBoundary(before.endIndex - $0.count, besideWhole: false) }
    }
}

extension ArraySlice<UInt16> {
    fileprivate func ends(with other: [UInt16]) -> Bool { count >= other.count && suffix(other.count).elementsEqual(other) }
}
