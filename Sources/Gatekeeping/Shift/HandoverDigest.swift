import Notation

extension HandoverItem.Matter {
    /// Its text passes with the acceptance: not what is accepted by count alone, nor rounds, which go on while the list is gone through.
    fileprivate var isDigested: Bool {
        switch self {
        case .suspect, .detained, .occurrence, .evidence, .exception, .task, .defect, .thing, .pass: true
        case .remark, .round, .missed, .signature, .referral, .reply, .outage, .inside, .vehicles, .waiting, .overstays, .badges, .equipment, .order: false
        }
    }
}

extension Registers {
    /// A digest of what a line of a handover is about, so that nobody's acceptance covers what was changed behind it (G10).
    public func digest(of item: HandoverItem) -> String? {
        guard item.matter.isDigested, var subject = subject(of: item, at: "") else { return nil }
        if var occurrence = subject as? Occurrence {
            // It never changes, and versions that did not keep it answered without it.
            occurrence.post = nil
            subject = occurrence
        }
        // FNV-1a, 64 bits: it has to notice a change, not to withstand an attack; that the lines themselves are as they were, their seals prove.
        let hash = JSON.object(subject.object(in: Zone(minutes: 0))).text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
