import Notation

extension HandoverItem.Matter {
    /// What a line is about, where something open is, and the fields of it that tell people what it was.
    fileprivate var told: (kind: any Carried.Type, fields: Set<String>)? {
        switch self {
        case .remark: (Custody.self, ["remark"])
        case .suspect: (Visit.self, ["name", "unit", "suspicious"])
        case .detained: (Detained.self, ["who", "late"])
        case .occurrence: (Occurrence.self, ["occurrence", "text", "late"])
        case .evidence: (Evidence.self, ["what", "holder", "late"])
        case .round: (Round.self, ["route", "walker"])
        case .missed: (MissedRound.self, ["route", "due"])
        case .exception: (Exception.self, ["supervisor", "reason", "late"])
        case .signature: (WitnessedSignature.self, ["signer", "witness", "matter"])
        case .referral: (Referral.self, ["matter", "post", "who", "item", "text", "differs", "about"])
        case .task: (DutyTask.self, ["what", "giver", "late"])
        // Unit and state: the rest stays at the desk.
        case .reply:
            (Matter.self, ["matter", "unit", "valid", "department", "escalated", "planned", "settled", "toResident", "toDirector", "promised", "drawn", "revisited", "commended"])
        case .defect: (Defect.self, ["place", "item", "text", "late"])
        case .outage: (Outage.self, ["from", "until"])
        case .thing: (Thing.self, ["sort", "what", "unit", "holder", "late"])
        case .pass: (GoodsPass.self, ["what", "count", "unit", "late"])
        case .inside, .vehicles, .waiting, .overstays, .badges, .equipment, .order: nil
        }
    }
}

/// The longest text of a matter that a line about its handover repeats, so that reason and words together fit into one line.
private let longestRepeated = 200

extension Registers {
    /// What stands open that a line of a post's handover is about; nil for what is only counted, or is no more.
    func subject(of item: HandoverItem, at post: String) -> (any Carried)? {
        if item.matter == .remark { return custody[post] }
        guard let n = item.number else { return nil }
        return switch item.matter {
        case .suspect: visits[n]
        case .detained: detained[n]
        case .occurrence: occurrences[n]
        case .evidence: evidence[n]
        case .round: rounds[n]
        case .missed: missed[n]
        case .exception: exceptions[n]
        case .signature: witnessed[n]
        case .referral: referrals[n]
        case .task: tasks[n]
        case .reply: matters[n]
        case .defect: defects[n]
        case .outage: outages[n]
        case .thing: things[n]
        case .pass: passes[n]
        case .remark, .inside, .vehicles, .waiting, .overstays, .badges, .equipment, .order: nil
        }
    }

    /// What a line of the handover says of its matter now, to be kept where the matter goes on without it (G10); nil where its key says all.
    func words(of item: HandoverItem, at post: String, in zone: Zone) -> JSONObject? {
        guard let told = item.matter.told, let subject = subject(of: item, at: post) else { return nil }
        var words = JSONObject()
        for member in subject.object(in: zone).members where told.fields.contains(member.name) { words.append(member.name, member.value.shortened) }
        return words.isBlank ? nil : words
    }

    /// Registers in which nothing is open but what a line of a handover was about, as it was told then.
    /// - Parameter words: what the line said of it.
    public init(telling item: HandoverItem, _ words: JSONObject, at post: String) {
        self.init()
        item.matter.told?.kind.place(words, item.number ?? 0, at: post, in: &self)
    }
}

extension Carried {
    /// Opens one of the kind, of which only some fields are known.
    fileprivate static func place(_ words: JSONObject, _ opener: Int, at post: String, in registers: inout Registers) {
        var item = Self()
        for member in words.members { try? item.set(member.name, member.value) }
        if Self.self == Custody.self { try? item.set("post", .string(post)) }
        place(item, opener, Instant(milliseconds: 0), in: &registers)
    }
}

extension JSON {
    fileprivate var shortened: JSON {
        guard let text = string, text.unicodeScalars.count > longestRepeated else { return self }
        return .string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestRepeated))) + "…")
    }
}
