import Notation

/// A round as it is walked this evening.
struct Walk {
    let route: String
    let checkpoints: [String]
    var walker = "G03"
    /// What is damaged where.
    var damaged: [String: (item: String, text: String)] = [:]
    /// Ticks at the end of the round that are only entered after the return.
    var afterwards = 0
    var comesBack = true

    static let perimeter = [
        "east-wall", "east-lamp", "north-side-door", "north-lamp", "lake-walk", "lake-lamp", "playground", "west-wall",
        "waste-room", "transformer",
    ]
    static let buildings = [
        "b1-lobby", "b1-lift", "b2-lobby", "b2-stairs", "b3-lobby", "b3-lift", "b4-lobby", "b4-roof", "b5-lift", "b6-stairs",
        "b7-lobby", "b8-shops",
    ]
    static let garage = [
        "garage-ramp", "garage-a", "garage-b", "garage-c", "pump-room", "charging", "garage-lift", "generator", "fire-control",
    ]
}

extension Evening {
    /// Walks a round: a checkpoint every other minute, then back.
    func walk(_ walk: Walk) throws {
        let round = try ask("round.start", ["route": .string(walk.route), "walker": .string(walk.walker)])
        try refused("round-under-way", "round.start", ["route": .string(walk.route)])
        let live = walk.checkpoints.dropLast(walk.afterwards)
        for (index, checkpoint) in live.enumerated() {
            later(minutes: 2 * (index + 1)) { try $0.tick(checkpoint, of: round, walk) }
        }
        guard walk.comesBack else { return }
        later(minutes: 2 * walk.checkpoints.count + 2) { evening in
            try evening.ask("round.return", ["ref": .integer(round)])
            for checkpoint in walk.checkpoints.suffix(walk.afterwards) { try evening.tick(checkpoint, of: round, walk) }
        }
    }

    private func tick(_ checkpoint: String, of round: Int, _ walk: Walk) throws {
        var fields: JSONObject = ["ref": .integer(round), "checkpoint": .string(checkpoint), "result": "intact"]
        if let damage = walk.damaged[checkpoint] {
            fields["result"] = "damaged"
            try refused("missing-field", "round.tick", fields)
            fields["item"] = .string(damage.item)
            fields["text"] = .string(damage.text)
        }
        try ask("round.tick", fields)
    }
}
