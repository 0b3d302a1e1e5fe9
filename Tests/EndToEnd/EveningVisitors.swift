import Notation

/// Somebody who comes to the gate on foot.
struct Guest {
    var name: String
    var unit: String
    var purpose = "visit"
    var document: String? = "id-card"
    var tail = "2731"
    var count = 1
    var badge: String?
    /// The line that announced them.
    var expected: Int?

    var verification: JSONObject {
        var fields: JSONObject = ["name": .string(name)]
        fields["ref"] = expected.map(JSON.integer)
        guard let document else { return fields }
        fields["document"] = .string(document)
        fields["tail"] = .string(tail)
        fields["matches"] = .bool(true)
        return fields
    }

    func registration(_ ref: Int) -> JSONObject {
        var fields: JSONObject = ["ref": .integer(ref), "count": .integer(count), "unit": .string(unit)]
        fields["confirmed"] = .string(expected == nil ? "intercom" : "ahead")
        fields["purpose"] = .string(purpose)
        fields["badge"] = badge.map(JSON.string)
        return fields
    }
}

extension Evening {
    /// Verified and registered, in that order.
    /// - Returns: the visit.
    func receive(_ guest: Guest) throws -> Int {
        let line = try ask("visitor.verify", guest.verification)
        let visit = guest.expected ?? line
        try ask("visitor.register", guest.registration(visit))
        return visit
    }

    /// In, and out again after so many minutes.
    func visit(_ guest: Guest, minutes: Int) throws {
        let visit = try receive(guest)
        try ask("visitor.admit", ["ref": .integer(visit)])
        later(minutes: minutes) { evening in
            var leaving: JSONObject = ["ref": .integer(visit)]
            if guest.badge != nil { leaving["badgeBack"] = .bool(true) }
            try evening.ask("visitor.leave", leaving)
        }
    }

    /// Sent away without identification (P3).
    func turnAway(_ guest: Guest) throws {
        let visit = try receive(guest)
        try refused("no-identification", "visitor.admit", ["ref": .integer(visit)])
        try ask("visitor.refuse", ["ref": .integer(visit), "reason": "no-identification", "text": "說忘了帶證件"])
    }

    /// The same name as on the deny list: compared, and it is the same person.
    func denySame(_ guest: Guest, entry: String) throws {
        let visit = try receive(guest)
        try refused("must-compare", "visitor.admit", ["ref": .integer(visit)])
        try ask("visitor.compare", ["ref": .integer(visit), "denied": .string(entry), "same": .bool(true)])
        try refused("denied", "visitor.admit", ["ref": .integer(visit)])
        try ask("visitor.refuse", ["ref": .integer(visit), "reason": "denied", "denied": .string(entry)])
    }

    /// The same name as on the deny list, but somebody else.
    func clearOther(_ guest: Guest, entry: String) throws {
        let visit = try receive(guest)
        try refused("must-compare", "visitor.admit", ["ref": .integer(visit)])
        try ask("visitor.compare", ["ref": .integer(visit), "denied": .string(entry), "same": .bool(false)])
        try ask("visitor.admit", ["ref": .integer(visit)])
    }

    /// No document, but a supervisor answers for it.
    func except(_ guest: Guest) throws {
        let visit = try receive(guest)
        try refused("no-identification", "visitor.admit", ["ref": .integer(visit)])
        let grant = try ask(
            "exception.grant",
            [
                "ref": .integer(visit), "matter": "identification", "supervisor": "S01", "manner": "telephone",
                "reason": "住戶的母親，證件遺失",
            ])
        try ask("visitor.admit", ["ref": .integer(visit)])
        later(minutes: 70) { evening in
            try evening.refused("not-supervisor", "exception.confirm", ["ref": .integer(grant), "supervisor": "S02"])
            try evening.ask("exception.confirm", ["ref": .integer(grant), "supervisor": "S01"])
        }
    }

    /// A party that leaves in parts; one of it never leaves this evening.
    func party(_ guest: Guest) throws {
        let visit = try receive(guest)
        try ask("visitor.admit", ["ref": .integer(visit)])
        later(minutes: 40) { evening in
            try evening.refused("too-many-leave", "visitor.leave", ["ref": .integer(visit), "count": .integer(guest.count + 1)])
            try evening.ask("visitor.leave", ["ref": .integer(visit), "count": 1])
            try evening.ask("visitor.leave", ["ref": .integer(visit), "count": .integer(guest.count - 2)])
        }
    }

    /// Mistakes: the wrong one signed out, and one let in too early, both taken back.
    func takeBack(_ stays: Guest, _ goes: Guest) throws {
        let first = try receive(stays)
        try ask("visitor.admit", ["ref": .integer(first)])
        let leaving = try ask("visitor.leave", ["ref": .integer(first)])
        try ask("entry.withdraw", ["ref": .integer(leaving), "why": "按錯人"])
        let second = try receive(goes)
        let admission = try ask("visitor.admit", ["ref": .integer(second)])
        try refused("not-your-last", "entry.withdraw", ["ref": .integer(leaving)])
        try ask("entry.withdraw", ["ref": .integer(admission)])
        try ask("visitor.refuse", ["ref": .integer(second), "reason": "host-refuses"])
    }
}
