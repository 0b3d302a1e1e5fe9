import Notation

extension Registers {
    /// A digest of what a line of a handover is about, so that nobody's acceptance covers what was changed behind it (G10). Nil for what is accepted by
    /// count alone, and for rounds, which go on while the list is gone through.
    func digest(of item: HandoverItem) -> String? {
        guard let n = item.number, let content = content(of: item.matter, n) else { return nil }
        // FNV-1a, 64 bits: it has to notice a change, not to withstand an attack; that the lines themselves are as they were, their seals prove.
        let hash = content.text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func content(of matter: HandoverItem.Matter, _ n: Int) -> JSON? {
        let shape: (any Shaped)? =
            switch matter {
            case .detained: detained[n]
            case .occurrence: occurrences[n]
            case .evidence: evidence[n]
            case .exception: exceptions[n]
            case .task: tasks[n]
            case .defect: defects[n]
            case .thing: things[n]
            case .pass: passes[n]
            case .remark, .round, .missed, .signature, .referral, .reply, .outage, .inside, .vehicles, .overstays, .badges, .equipment, .order: nil
            }
        return shape.map { .object($0.object(in: Zone(minutes: 0))) }
    }
}
