import Notation

/// What of goods that go out does not fit the pass on which they go (放行條).
public enum PassDifference: String, CaseIterable, Sendable {
    /// Other goods, another unit, vehicle or carrier than the pass names; more pieces than it allows.
    case what, unit, plate, carrier, pieces

    /// As a line says it: what was seen, and what the pass says.
    func said(_ seen: String, _ pass: String) -> String { "\(rawValue):\(seen)≠\(pass)" }

    /// Reads what a line says: which difference, and the two values.
    public static func read(_ text: String) -> (difference: PassDifference, values: String)? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let difference = PassDifference(rawValue: parts[0]) else { return nil }
        return (difference, parts[1])
    }
}

/// What is known of whoever leaves with goods. What nobody knows is not compared, so that no guard is asked what they cannot answer.
struct Bearer {
    var unit: String?
    /// Blank where they go on foot, or nobody compared it: a pass that names a vehicle is not for that.
    var plate = ""
    var names: [String] = []
    /// The goods, where somebody said what they are.
    var goods: String?
    /// What they brought in, which may go out again.
    var broughtIn: String?
}

/// A leaving with which goods go out.
protocol CarriesOut: Fact {
    var carried: String? { get }
    var pass: Int? { get }
    var pieces: Int? { get }
    var why: String? { get }
    var isUnpassed: Bool { get set }
    var differs: [String] { get set }
    /// How many pieces the pass still allows; nil where it is used up.
    var rest: Int? { get set }
}

extension CarriesOut {
    /// The goods held against their pass: without one they need a reason, and so do more pieces than it allows. Whatever differs goes to the supervisor.
    func heldAgainstPass(in situation: Situation, bearer: Bearer) throws(Refusal) -> Self {
        var copy = self
        (copy.isUnpassed, copy.differs, copy.rest) = (false, [], nil)
        if let pieces, pieces < 1 { throw .unknownValue(field: "pieces", value: String(pieces), known: ["1…"]) }
        guard let carried, !carried.isBare else {
            if pass != nil || pieces != nil || why != nil { throw .missingField("carried") }
            return copy
        }
        guard let pass else {
            if carried == bearer.broughtIn { return copy }
            if (why ?? "").isBare { throw .noPass }
            copy.isUnpassed = true
            return copy
        }
        var bearer = bearer
        bearer.goods = carried
        copy.differs = try situation.differences(from: pass, bearer, pieces: pieces, why: why)
        let left = situation.registers.passes[pass].map { $0.count - (pieces ?? $0.count) } ?? 0
        copy.rest = left > 0 ? left : nil
        return copy
    }
}

extension Situation {
    /// What differs from a pass.
    func differences(from pass: Int, _ bearer: Bearer, pieces: Int?, why: String?) throws(Refusal) -> [String] {
        guard let pass = registers.passes[pass] else { throw .noPass }
        try requireTime(notBefore: pass.used ?? pass.since)
        if let pieces, pieces > pass.count, (why ?? "").isBare { throw .passAllows(pass.count) }
        return pass.differences(from: bearer, pieces: pieces)
    }
}

extension GoodsPass {
    fileprivate func differences(from bearer: Bearer, pieces: Int?) -> [String] {
        var found: [String] = []
        if let goods = bearer.goods, !GoodsPass.isSame(goods, what) { found.append(PassDifference.what.said(goods, what)) }
        if let other = bearer.unit, other != unit { found.append(PassDifference.unit.said(other, unit)) }
        if let plate, !plate.isBare, Plate.normal(bearer.plate) != Plate.normal(plate) { found.append(PassDifference.plate.said(bearer.plate, plate)) }
        let carriers = bearer.names.filter { !$0.isBare }
        if !carriers.isEmpty, !carriers.contains(where: { GoodsPass.isSame($0, carrier) }) { found.append(PassDifference.carrier.said(carriers.joined(separator: " "), carrier)) }
        if let pieces, pieces > count { found.append(PassDifference.pieces.said(String(pieces), String(count))) }
        return found
    }

    /// Names are typed in a hurry: one that is part of the other is the same.
    private static func isSame(_ seen: String, _ said: String) -> Bool {
        let (seen, said) = (Estate.bare(seen), Estate.bare(said))
        return seen.contains(said) || said.contains(seen)
    }
}

extension Registers {
    /// Goods went out: their pass is used up as far as they used it, and the supervisor hears of what had none or did not fit it.
    mutating func carryOut(_ goods: some CarriesOut, _ stamp: Stamp) {
        if let pass = goods.pass { use(pass, rest: goods.rest, stamp) }
        guard goods.isUnpassed || !goods.differs.isEmpty else { return }
        refer(.goods, [bearer(of: goods), goods.carried, goods.why].compactMap { $0 }.joined(separator: " · "), stamp)
        referrals[stamp.n]?.differs = goods.differs
    }

    /// Who goes out with them, as far as the book knows.
    private func bearer(of goods: some CarriesOut) -> String? {
        switch goods {
        case let left as VisitorLeft: visits[left.ref]?.name
        case let left as VehicleLeft: left.plate ?? left.settles.flatMap { stays[$0]?.plate }
        default: nil
        }
    }

    /// Goods went out on a pass; without a rest it is used up.
    mutating func use(_ pass: Int, rest: Int?, _ stamp: Stamp) {
        guard let rest, var left = passes[pass] else { return passes[pass] = nil }
        (left.count, left.used) = (rest, max(left.used ?? stamp.happened, stamp.happened))
        passes[pass] = left
    }
}

extension String {
    fileprivate var isBare: Bool { allSatisfy(\.isWhitespace) }
}
